import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { discover, excluder, projectRoot } from '../../src/project/discover.ts';
import { walk } from '../../src/project/walk.ts';
import { withClosed } from '../closed-folder.ts';
import { scratch } from '../scratch.ts';

const nothing = () => false;

async function found(folder: string, ...paths: string[]): Promise<string[]> {
  const given = paths.length > 0 ? paths.map((p) => path.join(folder, p)) : [folder];
  const { files } = await discover(given, nothing);
  return files.map((file) => path.relative(folder, file.path));
}

describe('in a folder', () => {
  test('Python files are found by suffix, or by their first line', async () => {
    const folder = scratch({
      'b.py': '',
      'a.pyw': '',
      'sub/deep/c.py': '',
      'run me': '#!/usr/bin/env python3\n',
      tool: '#!/usr/bin/python -u\n',
      shell: '#!/bin/sh\n',
      README: 'python',
      'x.pyc': '',
      'y.txt': '#!/usr/bin/python\n',
      '.hidden/d.py': '',
      '[odd] {name}.py': '',
      'größe.py': '',
    });
    expect((await found(folder)).sort()).toEqual(
      [
        '.hidden/d.py',
        '[odd] {name}.py',
        'a.pyw',
        'b.py',
        'größe.py',
        'run me',
        'sub/deep/c.py',
        'tool',
      ].sort(),
    );
  });

  test('what tools made or fetched is left out', async () => {
    const folder = scratch({
      'a.py': '',
      'venv/a.py': '',
      '.venv/lib/python3/site-packages/a.py': '',
      'env of mine/pyvenv.cfg': '',
      'env of mine/lib/a.py': '',
      'sub/node_modules/x/a.py': '',
      '.tox/a.py': '',
      '__pycache__/a.py': '',
      'build/a.py': '',
      'dist/a.py': '',
      '.git/hooks/pre-commit': '#!/usr/bin/python\n',
      'builder/a.py': '',
    });
    expect(await found(folder)).toEqual(['a.py', 'builder/a.py']);
  });

  test('but not where that very folder is asked for', async () => {
    const folder = scratch({ 'build/a.py': '', 'env/pyvenv.cfg': '', 'env/b.py': '' });
    expect(await found(folder, 'build', 'env')).toEqual(['build/a.py', 'env/b.py']);
  });

  test('.gitignore counts, also one further up', async () => {
    const folder = scratch({
      '.gitignore': 'made/\n*_pb2.py\n!keep_pb2.py\n',
      'a.py': '',
      'made/a.py': '',
      'sub/x_pb2.py': '',
      'sub/keep_pb2.py': '',
      'sub/.gitignore': '/local.py\n',
      'sub/local.py': '',
      'sub/b.py': '',
    });
    mkdirSync(path.join(folder, '.git'));
    expect(await found(folder)).toEqual(['a.py', 'sub/b.py', 'sub/keep_pb2.py']);
    expect(await found(folder, 'sub')).toEqual(['sub/b.py', 'sub/keep_pb2.py']);
  });

  test('a folder that .gitignore names is walked where it is asked for', async () => {
    const folder = scratch({
      '.gitignore': 'made/\n',
      'made/a.py': '',
      'made/.gitignore': 'b.py\n',
      'made/b.py': '',
    });
    mkdirSync(path.join(folder, '.git'));
    expect(await found(folder, 'made')).toEqual(['made/a.py']);
  });

  test('symbolic links are not followed', async () => {
    const folder = scratch({ 'real/a.py': '' });
    symlinkSync(folder, path.join(folder, 'real', 'loop'));
    symlinkSync(path.join(folder, 'real', 'a.py'), path.join(folder, 'real', 'link.py'));
    symlinkSync('nowhere.py', path.join(folder, 'broken.py'));
    expect(await found(folder)).toEqual(['real/a.py']);
  });

  test('a folder that may not be read is passed over', async () => {
    const folder = scratch({ 'a.py': '', 'closed/b.py': '' });
    chmodSync(path.join(folder, 'closed'), 0);
    expect(await found(folder)).toContain('a.py');
    chmodSync(path.join(folder, 'closed'), 0o755);
  });

  test('a folder that can not be listed is told, unless it is excluded', async () => {
    const folder = scratch({ 'a.py': '', 'closed/b.py': '' });
    const closed = path.join(folder, 'closed');
    await withClosed(closed, async () => {
      const { files, closed: told } = await discover([folder], nothing);
      expect(files.map((file) => path.relative(folder, file.real))).toEqual(['a.py']);
      expect(told).toEqual([`the folder ${closed} was not looked into: permission denied`]);
      expect((await discover([folder], excluder(folder, ['closed']))).closed).toEqual([]);
    });
  });

  test('settings leave files out', async () => {
    const folder = scratch({ 'a.py': '', 'tests/b.py': '', 'old/c.py': '', 'old/d.py': '' });
    const excluded = excluder(folder, ['tests', 'old/*.py', '!old/d.py']);
    const { files } = await discover([folder], excluded);
    expect(files.map((file) => path.relative(folder, file.real))).toEqual(['a.py', 'old/d.py']);
  });

  test('no Python is told', async () => {
    const folder = scratch({ 'sub/a.txt': '' });
    expect((await discover([folder], nothing)).empty).toEqual([folder]);
  });
});

describe('files that are named', () => {
  test('are taken whatever they are called, once, in the order given', async () => {
    const folder = scratch({ 'b.txt': '', 'a.py': '' });
    symlinkSync('a.py', path.join(folder, 'link.py'));
    expect(await found(folder, 'b.txt', 'a.py', 'b.txt', '.', 'link.py')).toEqual([
      'b.txt',
      'a.py',
    ]);
  });

  test('settings do not leave them out', async () => {
    const folder = scratch({ 'a.py': '' });
    const file = path.join(folder, 'a.py');
    expect((await discover([file], excluder(folder, ['*.py']))).files).toHaveLength(1);
  });
});

test('a walk ends at its limit and at its depth', async () => {
  const folder = scratch({ 'a.py': '', 'b.py': '', 'sub/c.py': '' });
  const short = await walk(folder, 2);
  expect([short.files.length, short.cut]).toEqual([2, true]);
  const flat = await walk(folder, 10, 1);
  expect(flat.files).toEqual(['a.py', 'b.py'].map((f) => path.join(folder, f)));
  expect(flat.cut).toBe(false);
});

test('the root of a project is the nearest folder with its files', () => {
  const folder = scratch({
    'pyproject.toml': '',
    'sub/setup.cfg': '',
    'sub/deep/a.py': '',
    'x/a.py': '',
  });
  expect(projectRoot(path.join(folder, 'sub', 'deep'))).toBe(path.join(folder, 'sub'));
  expect(projectRoot(path.join(folder, 'x'))).toBe(folder);
});
