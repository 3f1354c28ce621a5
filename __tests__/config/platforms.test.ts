import { describe, expect, test } from '@jest/globals';
import { isPosixProject } from '../../src/config/platforms.ts';
import { scratch } from '../scratch.ts';

const classifiers = (...systems: string[]) =>
  `[project]\nclassifiers = [${systems.map((s) => `"Operating System :: ${s}"`).join(', ')}]\n`;

describe('a project is for POSIX systems alone', () => {
  test.each([
    [['POSIX :: Linux'], true],
    [['POSIX', 'MacOS :: MacOS X', 'Unix'], true],
    [['OS Independent'], false],
    [['POSIX', 'Microsoft :: Windows'], false],
    [[], false],
  ])('with the classifiers %j: %j', (systems, isPosix) => {
    const folder = scratch({ 'pyproject.toml': classifiers(...systems) });
    expect(isPosixProject(folder)).toBe(isPosix);
  });

  test.each([
    ['setup.cfg', '[metadata]\nclassifiers =\n    Operating System :: POSIX\n'],
    ['setup.py', 'setup(classifiers=["Operating System :: POSIX"])\n'],
  ])('where %s says so', (file, text) => {
    expect(isPosixProject(scratch({ [file]: text }))).toBe(true);
  });
});
