import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import {
  compareVersions,
  findInterpreters,
  type Interpreter,
  selectInterpreters,
} from './interpreters.ts';

jest.setTimeout(30_000);

const folder = mkdtempSync(path.join(tmpdir(), 'mpfix-interpreters-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fake(name: string, script: string): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

function answering(name: string, answer: object): string {
  const defaults = {
    implementation: 'CPython',
    executable: '/nowhere/python',
    methods: ['spawn'],
    reads: true,
  };
  return fake(name, `echo '${JSON.stringify({ ...defaults, ...answer })}'`);
}

/** Looks on a machine that has only the fake commands of one folder on PATH. */
function find(place: string, ...named: string[]): ReturnType<typeof findInterpreters> {
  const env = { PATH: path.join(folder, place), MPFIX_PYTHONS: named.join(path.delimiter) };
  return findInterpreters(env, path.join(folder, place, 'debian'));
}

describe('findInterpreters', () => {
  test('finds nothing where there is nothing, and complains of nothing', async () => {
    expect(await find('empty')).toEqual({ interpreters: [], leftOut: [] });
  });

  test('takes the ones on PATH, oldest first, one a minor version', async () => {
    answering('path/python3', { version: '3.10.4' });
    answering('path/python3.10', { version: '3.10.9' });
    answering('path/python3.9', { version: '3.9.1' });
    const { interpreters } = await find('path');
    expect(interpreters).toEqual([
      { command: 'python3.9', version: '3.9.1', minor: '3.9', methods: ['spawn'] },
      { command: 'python3.10', version: '3.10.9', minor: '3.10', methods: ['spawn'] },
    ]);
  });

  test('takes those of pyenv from 3.8 on', async () => {
    fake(
      'pyenv-bin/pyenv',
      `case $1 in root) echo ${folder}/pyenv;; *) echo "2.7.18 3.7.16 3.8.18 3.13.0t pypy3.9";; esac`,
    );
    const command = answering('pyenv/versions/3.8.18/bin/python3', { version: '3.8.18' });
    const { interpreters, leftOut } = await find('pyenv-bin');
    expect(interpreters.map((one) => one.command)).toEqual([command]);
    expect(leftOut).toEqual([]);
  });

  test('passes over a shim whose version is not installed', async () => {
    fake('shims/python3.12', 'echo "pyenv: python3.12: command not found" >&2; exit 127');
    expect(await find('shims')).toEqual({ interpreters: [], leftOut: [] });
  });

  test('takes the ones that are named, even where a newer one of that version is on PATH', async () => {
    answering('named/python3.8', { version: '3.8.19' });
    const command = answering('wrapper', { version: '3.8.0' });
    const { interpreters } = await find('named', command);
    expect(interpreters.map((one) => one.command)).toEqual([command]);
  });

  test('takes the ones that the project set up before those on PATH, after those that are named', async () => {
    answering('both/python3.14', { version: '3.14.9' });
    const own = answering('both/debian/3.14/usr/bin/python3.14', { version: '3.14.0' });
    const named = answering('named-3.14', { version: '3.14.1' });
    expect((await find('both')).interpreters.map((one) => one.command)).toEqual([own]);
    expect((await find('both', named)).interpreters.map((one) => one.command)).toEqual([named]);
  });

  test('prefers the executable to the shim in front of it', async () => {
    const executable = answering('real', { version: '3.9.1' });
    const shim = answering('shim', { version: '3.9.1', executable });
    expect((await find('empty', shim)).interpreters[0]?.command).toBe(executable);
  });

  test('keeps the wrapper where its executable is another version here', async () => {
    const executable = answering('other', { version: '3.8.0' });
    const wrapper = answering('wrapper2', { version: '3.9.1', executable });
    expect((await find('empty', wrapper)).interpreters[0]?.command).toBe(wrapper);
  });

  test('says which are of no use, and why', async () => {
    const pypy = answering('pypy', { version: '3.10.1', implementation: 'PyPy' });
    const old = answering('old', { version: '3.7.9' });
    const blind = answering('blind', { version: '3.14.1', reads: false });
    const broken = fake('broken', 'echo "no such thing" >&2; exit 1');
    const { interpreters, leftOut } = await find(
      'empty',
      ...[pypy, old, blind, broken, '/nowhere/python'],
    );
    expect(interpreters).toEqual([]);
    expect(leftOut).toEqual([
      { command: pypy, why: 'it is PyPy, not CPython' },
      { command: old, why: 'it is 3.7.9, older than 3.8' },
      { command: blind, why: "it can't read this project's files" },
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

  test('turns: these and two of the others, each of them in its turn', () => {
    const minors = ['3.8', '3.9', '3.10', '3.11', '3.12', '3.13'];
    const six = minors.map((minor) => ({ ...found[0], minor }) as (typeof found)[number]);
    const taken = (turn: number) => selectInterpreters('turns', six, turn).map((one) => one.minor);
    expect([0, 1, 2, 3, 4].map(taken)).toEqual([
      ['3.8', '3.9', '3.11', '3.13'],
      ['3.8', '3.10', '3.12', '3.13'],
      ['3.8', '3.9', '3.11', '3.13'],
      ['3.8', '3.10', '3.12', '3.13'],
      ['3.8', '3.9', '3.11', '3.13'],
    ]);
    expect(selectInterpreters('turns', six.slice(0, 3), 5)).toHaveLength(3);
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
