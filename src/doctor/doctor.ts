import type { Settings } from '../processes/settings.ts';
import type { InputFile } from '../project/discover.ts';
import type { Listener } from '../project/run.ts';
import { type CpuQuota, cpuQuota } from './cpu-quota.ts';
import { type CpuCounts, type Interpreter, interpreters } from './interpreters.ts';
import type { Machine } from './machine.ts';
import { type ProjectStarts, projectStarts } from './project-starts.ts';
import type { SharedFile } from './shared-file.ts';
import { removeLeftovers, type SharedMemory, sharedMemory } from './shared-memory.ts';

/** What matters for processes on a machine and in a project. */
export interface Diagnosis {
  readonly platform: NodeJS.Platform;
  readonly interpreters: readonly Interpreter[];
  readonly cpus: {
    readonly quota: CpuQuota | null;
    /** What the newest Python that answered counts; null where none did. */
    readonly counts: (CpuCounts & { readonly version: string }) | null;
  };
  /** Null where the system has no `/dev/shm`. */
  readonly sharedMemory: SharedMemory | null;
  /** What became of each leftover, where they were to be removed: why it was kept, or null. */
  readonly removed: ReadonlyMap<SharedFile, string | null> | null;
  readonly project: ProjectStarts & {
    readonly folder: string;
    /** The minor version of the oldest Python 3 that it supports; null where it does not say. */
    readonly targetVersion: number | null;
  };
}

/** What to look at. */
export interface Subject {
  readonly machine: Machine;
  readonly folder: string;
  readonly files: readonly InputFile[];
  readonly settings: Settings;
}

/** Looks at a machine and a project. Changes nothing. */
export async function diagnose(
  { machine, folder, files, settings }: Subject,
  listener: Listener,
): Promise<Diagnosis> {
  const found = await interpreters(machine.path, folder);
  const isLinux = machine.platform === 'linux';
  return {
    platform: machine.platform,
    interpreters: found,
    cpus: { quota: isLinux ? cpuQuota(machine) : null, counts: countsOf(found) },
    sharedMemory: isLinux ? sharedMemory(machine) : null,
    removed: null,
    project: {
      ...(await projectStarts(files, settings, listener)),
      folder,
      targetVersion: settings.targetVersion,
    },
  };
}

/** Removes the leftovers that a diagnosis found, as far as they still are leftovers. */
export function clean(diagnosis: Diagnosis, machine: Machine): Diagnosis {
  const leftovers = diagnosis.sharedMemory?.leftovers ?? [];
  return { ...diagnosis, removed: removeLeftovers(machine, leftovers) };
}

/** Whether leftovers are still there. */
export function hasLeftovers({ sharedMemory: found, removed }: Diagnosis): boolean {
  const leftovers = found?.leftovers ?? [];
  return leftovers.some((file) => removed?.get(file) !== null);
}

function countsOf(found: readonly Interpreter[]): Diagnosis['cpus']['counts'] {
  const newest = [...found].sort((a, b) => minorIn(b) - minorIn(a)).find(({ counts }) => counts);
  return newest?.counts && newest.version ? { ...newest.counts, version: newest.version } : null;
}

function minorIn({ version }: Interpreter): number {
  return Number(version?.split('.')[1] ?? -1);
}
