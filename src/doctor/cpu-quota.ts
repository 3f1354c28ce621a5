/** How much time of the CPUs a control group leaves its processes. */
import path from 'node:path';
import { type Machine, on, textOf } from './machine.ts';

export interface CpuQuota {
  /** How many CPUs may be busy all the time: 0.5. */
  readonly cpus: number;
  /** The file that says it. */
  readonly file: string;
}

/** Where each kind of control group is mounted. */
const UNIFIED = ['/sys/fs/cgroup', '/sys/fs/cgroup/unified'];
const CPU = ['/sys/fs/cgroup/cpu', '/sys/fs/cgroup/cpu,cpuacct', '/sys/fs/cgroup/cpuacct,cpu'];

/** The lowest quota of the groups that this process is in; null without one. */
export function cpuQuota(machine: Machine): CpuQuota | null {
  const groups = textOf(on(machine, '/proc/self/cgroup')) ?? '';
  const quotas = groups.split('\n').flatMap((line) => {
    const [, controllers, group] = /^\d+:([^:]*):(.*)$/.exec(line) ?? [];
    if (controllers === undefined || group === undefined) return [];
    if (controllers === '') return quotasIn(machine, UNIFIED, group, ofUnified);
    return controllers.split(',').includes('cpu') ? quotasIn(machine, CPU, group, ofCpu) : [];
  });
  return quotas.sort((a, b) => a.cpus - b.cpus)[0] ?? null;
}

type Reader = (machine: Machine, folder: string) => CpuQuota | null;

/** Those of a group and of the groups that it is in. In a container the group's own path may not be there. */
function quotasIn(
  machine: Machine,
  mounts: readonly string[],
  group: string,
  read: Reader,
): CpuQuota[] {
  return mounts.flatMap((mount) =>
    withParents(group).flatMap((each) => read(machine, path.posix.join(mount, each)) ?? []),
  );
}

function withParents(group: string): string[] {
  const folders: string[] = [];
  for (let at = path.posix.join('/', group); ; at = path.posix.dirname(at)) {
    folders.push(at);
    if (at === '/') return folders;
  }
}

/** `50000 100000`, or `max 100000` without a limit. */
function ofUnified(machine: Machine, folder: string): CpuQuota | null {
  const file = path.posix.join(folder, 'cpu.max');
  const [quota, period] = (textOf(on(machine, file)) ?? '').trim().split(/\s+/).map(Number);
  return quotaOf(quota, period, file);
}

/** -1 without a limit. */
function ofCpu(machine: Machine, folder: string): CpuQuota | null {
  const file = path.posix.join(folder, 'cpu.cfs_quota_us');
  const quota = Number(textOf(on(machine, file)) ?? Number.NaN);
  const period = Number(textOf(on(machine, path.posix.join(folder, 'cpu.cfs_period_us'))));
  return quotaOf(quota, period, file);
}

function quotaOf(quota = Number.NaN, period = Number.NaN, file: string): CpuQuota | null {
  return quota > 0 && period > 0 ? { cpus: quota / period, file } : null;
}
