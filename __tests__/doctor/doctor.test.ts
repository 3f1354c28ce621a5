import { existsSync } from 'node:fs';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { doctor } from '../../src/cli/doctor.ts';
import { readCommand } from '../../src/cli/options.ts';
import type { Machine } from '../../src/doctor/machine.ts';
import { mpfix } from '../cli/command.ts';
import { scratch } from '../scratch.ts';
import { machineWith } from './machine.ts';

const PROJECT = {
  'pyproject.toml': '[project]\nname = "shop"\nrequires-python = ">=3.9"\n',
  'app.py':
    'import multiprocessing\n\nif __name__ == "__main__":\n    multiprocessing.set_start_method("spawn")\n    multiprocessing.Pool(2)\n',
  'forked.py':
    'import multiprocessing\n\n\ndef run():\n    multiprocessing.get_context("fork").Pool(2)\n',
  'broken.py': 'import multiprocessing\n(\n',
  'app.spec': 'a = Analysis(["app.py"])\n',
};

/** Runs the command on a machine that a folder stands for. */
async function run(machine: Machine, ...argv: readonly string[]) {
  const command = readCommand(['doctor', '--isolated', '--target-version', '3.9', ...argv], 80);
  if (command.kind !== 'doctor') throw new Error(command.kind);
  const chunks: string[] = [];
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(`${chunk}`);
      done();
    },
  });
  const stderr = new Writable({ write: (_chunk, _encoding, done) => done() });
  const code = await doctor(
    command.flags,
    [],
    { stdin: Readable.from([]), stdout, stderr, env: {} },
    machine,
  );
  return { code, text: chunks.join('') };
}

function limited(): Machine {
  return machineWith({
    'dev/shm/psm_0123abcd': 'data',
    'proc/self/cgroup': '0::/\n',
    'sys/fs/cgroup/cpu.max': '50000 100000\n',
  });
}

test('says what is there', async () => {
  const { code, text } = await run(limited(), scratch(PROJECT));
  expect(code).toBe(1);
  expect(text).toContain('no Python 3 on PATH');
  expect(text).toContain('the time of 0.5 CPUs of them: /sys/fs/cgroup/cpu.max');
  expect(text).toContain('1 file in /dev/shm, 4 bytes, that no process holds');
  expect(text).toContain('mpfix doctor --clean removes them');
  expect(text).toContain('supports Python 3.9 and later');
  expect(text).toMatch(/starts processes with the default start method once: \S*app\.py:5\n/);
  expect(text).toMatch(/starts processes with fork once: \S*forked\.py:5\n/);
  expect(text).toMatch(/sets spawn: \S*app\.py:4\n/);
  expect(text).toMatch(/app\.spec freezes \S*app\.py: .* need freeze_support/);
  expect(text).toMatch(/not read, as no valid Python: \S*broken\.py\n/);
});

test('--clean shows what it removes', async () => {
  const machine = limited();
  const { code, text } = await run(machine, '--clean', scratch());
  expect(code).toBe(0);
  expect(text).toMatch(/\/dev\/shm\/psm_0123abcd {2}shared memory, 4 bytes, .*Z: removed\n/);
  expect(existsSync(path.join(machine.root, 'dev/shm/psm_0123abcd'))).toBe(false);
});

test('removes nothing unless it is told to', async () => {
  const machine = limited();
  await run(machine, scratch());
  expect(existsSync(path.join(machine.root, 'dev/shm/psm_0123abcd'))).toBe(true);
});

test('the same as JSON', async () => {
  const { text } = await run(limited(), '--output-format', 'json', scratch(PROJECT));
  expect(JSON.parse(text)).toMatchObject({
    platform: 'linux',
    interpreters: [],
    cpus: { quota: { cpus: 0.5, file: '/sys/fs/cgroup/cpu.max' }, counts: null },
    shared_memory: {
      leftovers: [{ path: '/dev/shm/psm_0123abcd', kind: 'shared memory', bytes: 4 }],
      held: 0,
      of_others: 0,
      unknown: 0,
      reason: null,
    },
    project: {
      target_version: '3.9',
      starts: [
        { method: 'default', places: [{ row: 5 }] },
        { method: 'fork', places: [{ row: 5 }] },
      ],
      set_start_method: [{ method: 'spawn', row: 4 }],
      frozen: [{ programs: [expect.stringMatching(/app\.py$/)] }],
    },
  });
});

test('says what is a matter of Linux elsewhere', async () => {
  const { code, text } = await run({ ...limited(), platform: 'darwin' }, scratch());
  expect(code).toBe(0);
  expect(text).toContain('control groups are a matter of Linux: nothing to look at on darwin');
  expect(text).toContain(
    'leftovers in /dev/shm are a matter of Linux: nothing to look at on darwin',
  );
});

test('looks at the real machine', async () => {
  const folder = scratch(PROJECT);
  const env = { PATH: process.env['PATH'] ?? '' };
  const { code, stdout } = await mpfix(folder, ['doctor', '--output-format', 'json'], { env });
  const report = JSON.parse(stdout);
  expect([0, 1]).toContain(code);
  expect(report.platform).toBe(process.platform);
  expect(report.project).toMatchObject({ folder: '.', target_version: '3.9' });
}, 300_000);
