import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { thisMachine } from '../../src/doctor/machine.ts';
import { removeLeftovers, sharedMemory } from '../../src/doctor/shared-memory.ts';
import { machineWith, mappedAs, USER } from './machine.ts';

const SEMAPHORE = 'dev/shm/sem.mp-ab3_xyz9';
const MEMORY = 'dev/shm/psm_0123abcd';

/** The names of what is called a leftover. */
function leftoversOn(machine: Parameters<typeof sharedMemory>[0]): string[] {
  return (sharedMemory(machine)?.leftovers ?? []).map((file) => path.basename(file.path));
}

test('files of Python that nobody holds are leftovers, those of other programs are not', () => {
  const machine = machineWith({
    [SEMAPHORE]: 'x'.repeat(32),
    [MEMORY]: 'data',
    'dev/shm/pym-77-abcdefgh': 'arena',
    'dev/shm/sem.loky-1-abc': '',
    'dev/shm/sem.zzmKaM': '',
    'dev/shm/psm_notpython': '',
    'dev/shm/PostgreSQL.1': '',
  });
  mkdirSync(path.join(machine.root, 'dev/shm/psm_00000000'));
  expect(sharedMemory(machine)).toMatchObject({ held: 0, foreign: 0, untold: 0, obstacle: null });
  expect(sharedMemory(machine)?.leftovers.map(({ kind, bytes }) => [kind, bytes])).toEqual([
    ['shared memory', 4],
    ['arena', 5],
    ['semaphore', 32],
  ]);
});

test('a file that a process has open is held', () => {
  const machine = machineWith(
    { [MEMORY]: '', 'proc/100/maps': '', 'proc/100/status': `Uid:\t${USER}\n` },
    { 'proc/100/fd/3': MEMORY },
  );
  expect(leftoversOn(machine)).toEqual([]);
  expect(sharedMemory(machine)?.held).toBe(1);
});

test('a semaphore is held by who made it, though it is mapped under another name', () => {
  const machine = machineWith({ [SEMAPHORE]: '', 'dev/shm/sem.mp-aaaaaaaa': '' });
  const maps = mappedAs(machine, SEMAPHORE, '/dev/shm/sem.zzmKaM (deleted)');
  mkdirSync(path.join(machine.root, 'proc/100/fd'), { recursive: true });
  writeFileSync(path.join(machine.root, 'proc/100/maps'), maps);
  expect(leftoversOn(machine)).toEqual(['sem.mp-aaaaaaaa']);
});

test.each([
  ['that runs may still want', Date.now() / 1000 - 10, []],
  ['that was started later can not want', Date.now() / 1000 + 3600, ['psm_0123abcd']],
])('memory that the program of a resource tracker %s', (_what, started, leftovers) => {
  const machine = machineWith({
    [MEMORY]: 'data',
    'dev/shm/sem.mp-aaaaaaaa': '',
    'proc/stat': `cpu 1 2 3\nbtime ${Math.floor(started) - 500}\n`,
    'proc/100/stat': `100 (a) b) S ${'0 '.repeat(18)}50000 0 0\n`,
    'proc/100/cmdline':
      'python3\0-s\0-c\0from multiprocessing.resource_tracker import main;main(5)\0',
    'proc/100/maps': '',
    'proc/100/fd/.keep': '',
  });
  expect(leftoversOn(machine)).toEqual([...leftovers, 'sem.mp-aaaaaaaa']);
});

test('a file that is mapped under its name is held, whatever its numbers', () => {
  const line = `7fb0f8bd7000-7fb0f8bd8000 rw-s 00000000 00:99 1    /dev/shm/sem.mp-ab3_xyz9\n`;
  const machine = machineWith({ [SEMAPHORE]: '', 'proc/100/maps': line, 'proc/100/fd/.keep': '' });
  expect(leftoversOn(machine)).toEqual([]);
});

test.each([
  ['an own process', `Uid:\t${USER} ${USER}\n`, 'sleep'],
  ['a Python of root', 'Uid:\t0 0 0 0\n', '/usr/bin/python3\0app.py'],
])('nothing is a leftover while %s can not be looked into', (_who, status, command) => {
  const machine = machineWith({
    [MEMORY]: '',
    'proc/100/status': status,
    'proc/100/cmdline': command,
  });
  expect(sharedMemory(machine)).toMatchObject({ leftovers: [], untold: 1 });
  expect(sharedMemory(machine)?.obstacle).toContain('process 100');
});

test('processes of other users, and those that ended, are no obstacle', () => {
  const machine = machineWith({
    [MEMORY]: '',
    'proc/100/status': `Uid:\t${USER + 1} ${USER + 1}\n`,
    'proc/101/status': `State:\tZ (zombie)\nUid:\t${USER}\n`,
    'proc/102/comm': 'gone',
  });
  expect(leftoversOn({ ...machine, user: USER })).toEqual(USER === 0 ? [] : ['psm_0123abcd']);
});

test('in a container nothing is a leftover', () => {
  const machine = machineWith({ [MEMORY]: '', 'proc/2/comm': 'python3\n' });
  expect(sharedMemory(machine)).toMatchObject({ leftovers: [], untold: 1 });
});

test('files of other users are counted only', () => {
  const machine = { ...machineWith({ [MEMORY]: '' }), user: USER + 1 };
  expect(sharedMemory(machine)).toMatchObject({ leftovers: [], foreign: 1, untold: 0 });
});

test('there is nothing to say without the folder', () => {
  expect(sharedMemory(machineWith({}))).toBeNull();
});

test('leftovers are removed, and nothing else', () => {
  const machine = machineWith({ [MEMORY]: '', [SEMAPHORE]: '', 'dev/shm/PostgreSQL.1': '' });
  const leftovers = sharedMemory(machine)?.leftovers ?? [];
  expect([...removeLeftovers(machine, leftovers).values()]).toEqual([null, null]);
  const names = [MEMORY, SEMAPHORE, 'dev/shm/PostgreSQL.1'];
  expect(names.map((name) => existsSync(path.join(machine.root, name)))).toEqual([
    false,
    false,
    true,
  ]);
});

test('what has come to be held, changed or gone meanwhile is kept', () => {
  const names = ['psm_00000001', 'psm_00000002', 'psm_00000003', 'psm_00000004'];
  const machine = machineWith(Object.fromEntries(names.map((name) => [`dev/shm/${name}`, ''])));
  const leftovers = sharedMemory(machine)?.leftovers ?? [];
  const at = (name: string) => path.join(machine.root, name);
  const line = mappedAs(machine, 'dev/shm/psm_00000001', '/dev/shm/psm_00000001');
  mkdirSync(at('proc/100/fd'), { recursive: true });
  writeFileSync(at('proc/100/maps'), line);
  writeFileSync(at('dev/shm/psm_00000002'), 'written');
  rmSync(at('dev/shm/psm_00000003'));
  expect([...removeLeftovers(machine, leftovers).values()]).toEqual([
    'a process holds it by now',
    'it is another file by now',
    'it is gone',
    null,
  ]);
  expect(existsSync(at('dev/shm/psm_00000001'))).toBe(true);
  expect(existsSync(at('dev/shm/psm_00000002'))).toBe(true);
});

test('nothing is removed where it can no longer be told what is held', () => {
  const machine = machineWith({ [MEMORY]: '' });
  const leftovers = sharedMemory(machine)?.leftovers ?? [];
  writeFileSync(path.join(machine.root, 'proc/2/comm'), 'python3');
  expect([...removeLeftovers(machine, leftovers).values()][0]).toContain('container');
  expect(existsSync(path.join(machine.root, MEMORY))).toBe(true);
});

const PROGRAM = `
import multiprocessing, sys
from multiprocessing import shared_memory
memory = shared_memory.SharedMemory(create=True, size=4)
names = [memory.name]
lock = multiprocessing.get_context("spawn").Lock()
names.append("sem." + lock._semlock.name.lstrip("/"))
print(" ".join(names), flush=True)
sys.stdin.read()
memory.close()
memory.unlink()
`;

const hasShm = process.platform === 'linux' && existsSync('/dev/shm');

(hasShm ? test : test.skip)('what a real Python holds is no leftover', async () => {
  const child = spawn('python3', ['-c', PROGRAM], { stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    const [data] = await once(child.stdout, 'data');
    const names = `${data}`.trim().split(' ');
    expect(names).toHaveLength(2);
    for (const name of names) expect(existsSync(`/dev/shm/${name}`)).toBe(true);
    const found = sharedMemory(thisMachine({}));
    const leftovers = found?.leftovers.map((file) => path.basename(file.path));
    expect(leftovers?.filter((name) => names.includes(name))).toEqual([]);
    expect((found?.held ?? 0) + (found?.untold ?? 0)).toBeGreaterThanOrEqual(2);
  } finally {
    child.stdin.end();
    await once(child, 'close');
  }
});
