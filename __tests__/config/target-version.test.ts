import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  defaultMethod,
  minorOf,
  newestTarget,
  projectTarget,
} from '../../src/config/target-version.ts';
import { scratch } from '../scratch.ts';

test.each([
  ['3.9', 9],
  ['3.14', 14],
  ['3', null],
  ['2.7', null],
  ['3.9.1', null],
  ['py39', null],
  ['', null],
])('the minor version of %j is %j', (version, minor) => {
  expect(minorOf(version)).toBe(minor);
});

describe('the oldest Python that a project supports', () => {
  test.each([
    ['>=3.9', 9],
    ['>= 3.10.4, <4', 10],
    ['>3.8', 8],
    ['~=3.11', 11],
    ['==3.12.*', 12],
    ['<3.13', 0],
    ['>=3.6,!=3.6.*,!=3.7.*', 8],
    ['>=2.7', 0],
    ['>=3.14', 14],
    ['>=4', null],
    ['whatever', null],
  ])('is read from requires-python %j', (specifier, minor) => {
    const folder = scratch({ 'pyproject.toml': `[project]\nrequires-python = "${specifier}"\n` });
    expect(projectTarget(folder)).toBe(minor);
  });

  test('is read from setup.cfg', () => {
    const folder = scratch({ 'setup.cfg': '[options]\npython_requires = >=3.7\n' });
    expect(projectTarget(folder)).toBe(7);
  });

  test('comes from the nearest file that says so', () => {
    const folder = scratch({
      'pyproject.toml': '[project]\nrequires-python = ">=3.9"\n',
      'a/pyproject.toml': '[project]\nname = "a"\n',
      'b/setup.cfg': '[options]\npython_requires = >=3.10\n',
      'c/pyproject.toml': 'this is no TOML',
    });
    expect(['a', 'b', 'c'].map((name) => projectTarget(path.join(folder, name)))).toEqual([
      9, 10, 9,
    ]);
  });

  test('is unknown where no file says so', () => {
    expect(projectTarget('/')).toBeNull();
  });
});

describe('the newest Python that a project allows', () => {
  test.each([
    ['>=3.9', 15],
    ['>=3.9,<3.14', 13],
    ['>=3.9,<=3.14', 14],
    ['~=3.11', 15],
    ['~=3.11.2', 11],
    ['==3.12.*', 12],
    ['>=3.9,!=3.15.*', 14],
    ['>=3.16', null],
    ['<3', null],
    ['whatever', null],
  ])('is read from requires-python %j', (specifier, minor) => {
    const folder = scratch({ 'pyproject.toml': `[project]\nrequires-python = "${specifier}"\n` });
    expect(newestTarget(folder)).toBe(minor);
  });
});

test.each([
  [8, 'fork'],
  [13, 'fork'],
  [14, 'forkserver'],
  [15, 'forkserver'],
])('the default start method of Python 3.%d on Linux is %s', (minor, method) => {
  expect(defaultMethod(minor)).toBe(method);
});
