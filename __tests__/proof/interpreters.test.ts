import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import {
  compareVersions,
  findInterpreters,
  type Interpreter,
  selectInterpreters,
} from './interpreters.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mpfix-interpreters-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fake(name: string, script: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

function answering(name: string, answer: object): string {
  const defaults = { implementation: 'CPython', executable: '/nowhere/python', methods: ['spawn'] };
  return fake(name, `echo '${JSON.stringify({ ...defaults, ...answer })}'`);
}

async function find(...commands: string[]): ReturnType<typeof findInterpreters> {
  return findInterpreters({ MPFIX_PYTHONS: commands.join(path.delimiter) });
}

describe('findInterpreters', () => {
  test('takes the ones that are named, even where another of that version is on PATH', async () => {
    const command = answering('wrapper', { version: '3.8.0' });
    const { interpreters } = await find(command);
    expect(interpreters[0]).toEqual({
      command,
      version: '3.8.0',
      minor: '3.8',
      methods: ['spawn'],
    });
    expect(interpreters.filter(({ minor }) => minor === '3.8')).toHaveLength(1);
  });

  test('prefers the executable to the shim in front of it', async () => {
    const executable = answering('real', { version: '3.99.1' });
    const shim = answering('shim', { version: '3.99.1', executable });
    expect((await find(shim)).interpreters.at(-1)?.command).toBe(executable);
  });

  test('keeps the wrapper where its executable is another version here', async () => {
    const executable = answering('other', { version: '3.98.0' });
    const wrapper = answering('wrapper2', { version: '3.99.1', executable });
    expect((await find(wrapper)).interpreters.at(-1)?.command).toBe(wrapper);
  });

  test('says which named ones are of no use, and why', async () => {
    const pypy = answering('pypy', { version: '3.10.1', implementation: 'PyPy' });
    const old = answering('old', { version: '3.7.9' });
    const broken = fake('broken', 'echo "no such thing" >&2; exit 1');
    const { leftOut } = await find(pypy, old, broken, '/nowhere/python');
    expect(leftOut.slice(0, 4)).toEqual([
      { command: pypy, why: 'it is PyPy, not CPython' },
      { command: old, why: 'it is 3.7.9, older than 3.8' },
      { command: broken, why: 'no such thing' },
      { command: '/nowhere/python', why: 'it is not installed' },
    ]);
  });
});

describe('selectInterpreters', () => {
  const found = ['3.8', '3.9', '3.14'].map(
    (minor): Interpreter => ({ command: minor, minor, version: `${minor}.0`, methods: [] }),
  );

  test('ends: the oldest and the newest', () => {
    expect(selectInterpreters('ends', found).map(({ minor }) => minor)).toEqual(['3.8', '3.14']);
  });

  test('ends of one or none', () => {
    expect(selectInterpreters('ends', found.slice(0, 1))).toHaveLength(1);
    expect(selectInterpreters('ends', [])).toEqual([]);
  });

  test('all', () => expect(selectInterpreters('all', found)).toEqual(found));
});

test('versions are compared by number', () => {
  expect(['3.14', '3.8', '3.10', '3.9.18', '3.9.2'].sort(compareVersions)).toEqual([
    '3.8',
    '3.9.2',
    '3.9.18',
    '3.10',
    '3.14',
  ]);
});
