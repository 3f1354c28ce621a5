import { expect, test } from '@jest/globals';
import { cpuQuota } from '../../src/doctor/cpu-quota.ts';
import { machineWith } from './machine.ts';

test.each([
  ['half a CPU', '50000 100000\n', 0.5],
  ['more than one', '250000 100000\n', 2.5],
])('%s of a unified group', (_what, text, cpus) => {
  const machine = machineWith({
    'proc/self/cgroup': '0::/app\n',
    'sys/fs/cgroup/app/cpu.max': text,
  });
  expect(cpuQuota(machine)).toEqual({ cpus, file: '/sys/fs/cgroup/app/cpu.max' });
});

test('the lowest quota of a group and of those that it is in', () => {
  const machine = machineWith({
    'proc/self/cgroup': '0::/jobs/app\n',
    'sys/fs/cgroup/jobs/cpu.max': '100000 100000\n',
    'sys/fs/cgroup/jobs/app/cpu.max': '400000 100000\n',
  });
  expect(cpuQuota(machine)).toEqual({ cpus: 1, file: '/sys/fs/cgroup/jobs/cpu.max' });
});

test.each(['cpu', 'cpu,cpuacct'])('the older groups, mounted as %s', (mount) => {
  const machine = machineWith({
    'proc/self/cgroup': `5:memory:/app\n4:${mount}:/docker/1f\n0::/\n`,
    [`sys/fs/cgroup/${mount}/cpu.cfs_quota_us`]: '150000\n',
    [`sys/fs/cgroup/${mount}/cpu.cfs_period_us`]: '100000\n',
  });
  expect(cpuQuota(machine)).toEqual({
    cpus: 1.5,
    file: `/sys/fs/cgroup/${mount}/cpu.cfs_quota_us`,
  });
});

test.each([
  ['no limit', { 'sys/fs/cgroup/cpu.max': 'max 100000\n' }],
  ['no limit of the older kind', { 'sys/fs/cgroup/cpu/cpu.cfs_quota_us': '-1\n' }],
  ['no such files', {}],
  ['nonsense', { 'sys/fs/cgroup/cpu.max': 'a b\n' }],
])('%s is no quota', (_what, files) => {
  const groups = '1:cpu:/\n0::/\n';
  const period = { 'sys/fs/cgroup/cpu/cpu.cfs_period_us': '100000\n' };
  expect(cpuQuota(machineWith({ 'proc/self/cgroup': groups, ...period, ...files }))).toBeNull();
});
