import path from 'node:path';
import { expect, test } from '@jest/globals';
import { projectsOf } from '../../src/project/projects.ts';
import { scratch } from '../scratch.ts';

const REPOSITORY = {
  '.git/HEAD': '',
  'a/pyproject.toml': '',
  'a/x.py': '',
  'a/y.py': '',
  'b/setup.py': '',
  'b/z.py': '',
};

/** The projects of some files, with the root, the files in it and what is cut. */
async function projects(files: Record<string, string>, names: readonly string[], limit?: number) {
  const folder = scratch(files);
  const inside = (file: string) => path.relative(folder, file);
  const inputs = names.map((name) => ({
    path: name,
    real: path.join(folder, name),
    folder: null,
  }));
  const found = [];
  for await (const { root, files: all, cut } of projectsOf(inputs, limit)) {
    found.push([inside(root), all.map(inside).join(' '), cut === null ? null : inside(cut)]);
  }
  return found;
}

test('the files of a repository belong together', async () => {
  const all = 'a/x.py a/y.py b/setup.py b/z.py';
  expect(await projects(REPOSITORY, ['a/x.py', 'b/z.py'])).toEqual([['', all, null]]);
});

test('of a repository with too many files, those of a project do', async () => {
  expect(await projects(REPOSITORY, ['a/x.py', 'b/z.py'], 3)).toEqual([
    ['a', 'a/x.py a/y.py', ''],
    ['b', 'b/setup.py b/z.py', ''],
  ]);
});

test('a project with too many files is cut', async () => {
  const [found] = await projects({ ...REPOSITORY, 'pyproject.toml': '' }, ['a.py'], 2);
  expect(found?.[2]).toBe('');
});

test('without a repository, the files of the nearest project belong together', async () => {
  const { '.git/HEAD': _, ...files } = REPOSITORY;
  expect(await projects(files, ['a/x.py'])).toEqual([['a', 'a/x.py a/y.py', null]]);
});

test('a lone script has its neighbours', async () => {
  const files = { 'a.py': '', 'b.py': '', 'sub/c.py': '' };
  expect(await projects(files, ['a.py'])).toEqual([['', 'a.py b.py', null]]);
});
