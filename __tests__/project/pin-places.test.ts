import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { projectFacts } from '../../src/project/facts.ts';
import { scratch } from '../scratch.ts';

const PACKAGE = { 'pkg/__init__.py': '', 'pkg/sub/__init__.py': '' };
const GUARD = 'if __name__ == "__main__":\n    main()\n';

/** How a file imports the module that pins fork, from where; or why it can't. */
async function placeOf(
  file: string,
  files: Record<string, string>,
  wanted = '_start',
): Promise<string> {
  const folder = scratch({ 'pyproject.toml': '', [file]: '', ...files });
  const real = path.join(folder, file);
  const input = { path: real, real, folder: null };
  const { pin } = (await projectFacts([input], () => {}, wanted)).of(input);
  if (!pin) return 'none';
  if ('obstacle' in pin) return pin.obstacle.replaceAll(path.relative('', folder) + path.sep, '');
  const where = path.relative(folder, path.resolve(pin.path));
  return `${pin.module}.${pin.function} of ${where} for ${pin.package}${pin.exists ? ', exists' : ''}`;
}

describe('the module that pins fork has its place', () => {
  test.each<[string, string, Record<string, string>, string]>([
    ['in a package', 'pkg/a.py', PACKAGE, '._start.context of pkg/_start.py for pkg'],
    ['in the outermost', 'pkg/sub/a.py', PACKAGE, '.._start.context of pkg/_start.py for pkg'],
    [
      'in src',
      'src/pkg/a.py',
      { 'src/pkg/__init__.py': '' },
      '._start.context of src/pkg/_start.py for pkg',
    ],
    ['beside a script', 'bin/a.py', {}, '_start.context of bin/_start.py for null'],
    [
      'beside a script and its modules',
      'bin/a.py',
      { 'bin/b.py': 'import a\n' },
      '_start.context of bin/_start.py for null',
    ],
    [
      'for a program that imports its package by name',
      'pkg/sub/a.py',
      { ...PACKAGE, 'pkg/sub/a.py': `from pkg import b\n${GUARD}` },
      'pkg._start.context of pkg/_start.py for pkg',
    ],
    [
      'for a program with relative imports',
      'pkg/sub/a.py',
      { ...PACKAGE, 'pkg/sub/a.py': `from . import b\n${GUARD}` },
      '.._start.context of pkg/_start.py for pkg',
    ],
    [
      'for one that imports its neighbours',
      'pkg/a.py',
      { ...PACKAGE, 'pkg/a.py': `import b\n${GUARD}`, 'pkg/b.py': '' },
      '_start.context of pkg/_start.py for null',
    ],
    [
      "for a package's __main__.py",
      'pkg/__main__.py',
      { ...PACKAGE, 'pkg/__main__.py': 'main()\n' },
      '._start.context of pkg/_start.py for pkg',
    ],
    [
      'where it is, by the name of its function',
      'pkg/a.py',
      {
        ...PACKAGE,
        'pkg/_start.py':
          'import multiprocessing as mp\ndef forked():\n    return mp.get_context("fork")\n',
      },
      '._start.forked of pkg/_start.py for pkg, exists',
    ],
  ])('%s', async (_, file, files, expected) => {
    expect(await placeOf(file, files)).toBe(expected);
  });

  test('in a part of the package', async () => {
    const place = await placeOf('pkg/a.py', PACKAGE, 'sub.start');
    expect(place).toBe('.sub.start.context of pkg/sub/start.py for pkg');
  });
});

describe('it has none', () => {
  test.each<[string, string, Record<string, string>, string]>([
    [
      'where another file has its name',
      'pkg/a.py',
      { ...PACKAGE, 'pkg/_start.py': 'x = 1\n' },
      'pkg/_start.py exists already, and has no function that says "mpfix: gives fork"',
    ],
    [
      'for a file of a package without __init__.py',
      'tools/a.py',
      { 'bin/b.py': 'from tools.a import f\n' },
      'the file is in no package with an __init__.py, but bin/b.py imports it',
    ],
    [
      'for an installed file outside packages',
      'a.py',
      { 'pyproject.toml': '[project.scripts]\na = "a:main"\n' },
      'the file is in no package with an __init__.py, but a console script calls it',
    ],
    [
      'for one that imports its neighbours, but is imported otherwise',
      'pkg/a.py',
      { ...PACKAGE, 'pkg/a.py': 'import b\n', 'pkg/b.py': '', 'c.py': 'import pkg.a\n' },
      'the file is in no package with an __init__.py, but c.py imports it',
    ],
    [
      'for a file that takes something from its package without __init__.py',
      'tests/unit/a.py',
      { 'tests/__init__.py': '', 'tests/util.py': '', 'tests/unit/a.py': 'import tests.util\n' },
      'the file is in no package with an __init__.py, but it imports tests.util',
    ],
    [
      'for a program whose neighbour has the name of a standard module',
      'pkg/a.py',
      { ...PACKAGE, 'pkg/a.py': `import select\n${GUARD}`, 'pkg/select.py': '' },
      'nothing shows whether this program is run as a file or as a module of pkg',
    ],
    [
      'for a program in a package',
      'pkg/a.py',
      { ...PACKAGE, 'pkg/a.py': GUARD },
      'nothing shows whether this program is run as a file or as a module of pkg',
    ],
    [
      'for an unguarded one',
      'pkg/sub/a.py',
      { ...PACKAGE, 'pkg/sub/a.py': 'run()\n' },
      'nothing shows whether this program is run as a file or as a module of pkg.sub',
    ],
  ])('%s', async (_, file, files, expected) => {
    expect(await placeOf(file, files)).toBe(expected);
  });
});
