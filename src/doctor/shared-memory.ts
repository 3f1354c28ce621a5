/** Semaphores and shared memory that programs left in `/dev/shm`. */
import { lstatSync, readdirSync, type Stats, unlinkSync } from 'node:fs';
import path from 'node:path';
import { holdersOf } from './holders.ts';
import { type Machine, on } from './machine.ts';
import type { SharedFile } from './shared-file.ts';

export interface SharedMemory {
  /** Files of this user that no process holds. */
  readonly leftovers: readonly SharedFile[];
  /** How many files of this user processes hold. */
  readonly held: number;
  /** How many files belong to other users: nothing is said of them. */
  readonly foreign: number;
  /** Why it can't be told which files are held; then none is called a leftover. */
  readonly obstacle: string | null;
  /** How many files of this user nothing is said of for that reason. */
  readonly untold: number;
}

const FOLDER = '/dev/shm';

/** What CPython calls its files: a named semaphore, a SharedMemory, the memory of a Value. */
const KINDS: readonly (readonly [RegExp, SharedFile['kind']])[] = [
  [/^sem\.mp-[a-z0-9_]{8}$/, 'semaphore'],
  [/^psm_[0-9a-f]{8}$/, 'shared memory'],
  [/^pym-\d+-[a-z0-9_]{8}$/, 'arena'],
];

/** Looks at all files that Python made there. Null where the system has no such folder. */
export function sharedMemory(machine: Machine): SharedMemory | null {
  const all = candidates(machine);
  if (all === null) return null;
  const own = all.filter(({ stats }) => stats.uid === machine.user);
  const foreign = all.length - own.length;
  const holders = holdersOf(machine, own);
  if ('obstacle' in holders) {
    const untold = own.length;
    return { leftovers: [], held: 0, foreign, obstacle: holders.obstacle, untold };
  }
  const leftovers = own.filter((file) => !holders.holds(file)).map(({ file }) => file);
  return { leftovers, held: own.length - leftovers.length, foreign, obstacle: null, untold: 0 };
}

/**
 * Removes leftovers. Each must be the file that was seen, still this user's, and still held by nobody: all is looked at
 * again right before. Gives for each why it was kept, or null.
 */
export function removeLeftovers(
  machine: Machine,
  leftovers: readonly SharedFile[],
): ReadonlyMap<SharedFile, string | null> {
  const now = new Map((candidates(machine) ?? []).map((each) => [each.file.path, each]));
  const holders = holdersOf(machine, [...now.values()]);
  const outcomes = leftovers.map((file) => {
    const current = now.get(file.path);
    if (!current) return [file, 'it is gone'] as const;
    if (current.stats.uid !== machine.user) return [file, 'it belongs to another user'] as const;
    if (current.file.made !== file.made || current.file.bytes !== file.bytes)
      return [file, 'it is another file by now'] as const;
    if ('obstacle' in holders) return [file, holders.obstacle] as const;
    if (holders.holds(current)) return [file, 'a process holds it by now'] as const;
    return [file, unlinked(on(machine, file.path))] as const;
  });
  return new Map(outcomes);
}

function unlinked(file: string): string | null {
  try {
    unlinkSync(file);
    return null;
  } catch (error) {
    return `it can't be removed: ${(error as NodeJS.ErrnoException).code}`;
  }
}

/** A file with what tells it from others. */
export interface Candidate {
  readonly file: SharedFile;
  readonly stats: Stats;
}

function candidates(machine: Machine): Candidate[] | null {
  let names: string[];
  try {
    names = readdirSync(on(machine, FOLDER));
  } catch {
    return null;
  }
  return names.sort().flatMap((name) => {
    const kind = KINDS.find(([pattern]) => pattern.test(name))?.[1];
    const stats = kind && statsOf(on(machine, path.posix.join(FOLDER, name)));
    if (!kind || !stats?.isFile()) return [];
    const file = path.posix.join(FOLDER, name);
    return [{ file: { path: file, kind, bytes: stats.size, made: stats.ctimeMs }, stats }];
  });
}

function statsOf(file: string): Stats | null {
  try {
    return lstatSync(file);
  } catch {
    return null;
  }
}
