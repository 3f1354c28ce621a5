import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { FileFacts } from '../../src/processes/facts.ts';
import { projectFacts } from '../../src/project/facts.ts';
import { scratch } from '../scratch.ts';

/** The facts of one file of a project, paths relative to its root. */
async function factsOf(file: string, files: Record<string, string>): Promise<FileFacts> {
  const folder = scratch({ 'pyproject.toml': '', [file]: '', ...files });
  const real = path.join(folder, file);
  const input = { path: real, real, folder: null };
  const facts = (await projectFacts([input])).of(input);
  const inside = (other: string) => path.relative(folder, path.resolve(other));
  return {
    ...facts,
    importedBy: facts.importedBy.map(inside),
    frozenBy: facts.frozenBy && inside(facts.frozenBy),
  };
}

describe('who imports a file', () => {
  test.each<[string, string, Record<string, string>, string[]]>([
    ['nobody', 'a.py', { 'b.py': 'import c\n' }, []],
    ['a neighbour', 'a.py', { 'b.py': 'import a\n' }, ['b.py']],
    ['not itself', 'a.py', { 'a.py': 'import a\n' }, []],
    ['by its full name', 'pkg/a.py', { 'b.py': 'import pkg.a\n' }, ['b.py']],
    ['from its package', 'pkg/a.py', { 'b.py': 'from pkg import a\n' }, ['b.py']],
    ['a name of it', 'pkg/a.py', { 'b.py': 'from pkg.a import f\n' }, ['b.py']],
    ['in a src layout', 'src/pkg/a.py', { 'tests/b.py': 'from pkg.a import f\n' }, ['tests/b.py']],
    ['relative', 'pkg/a.py', { 'pkg/b.py': 'from .a import f\n' }, ['pkg/b.py']],
    ['relative, as a module', 'pkg/a.py', { 'pkg/b.py': 'from . import a\n' }, ['pkg/b.py']],
    [
      'relative, from below',
      'pkg/a.py',
      { 'pkg/sub/b.py': 'from ..a import f\n' },
      ['pkg/sub/b.py'],
    ],
    ['relative to another package', 'pkg/a.py', { 'other/b.py': 'from .a import f\n' }, []],
    ['a package', 'pkg/__init__.py', { 'b.py': 'import pkg\n' }, ['b.py']],
    ['a script in another folder', 'tools/a.py', { 'tests/b.py': 'import a\n' }, ['tests/b.py']],
    [
      'not a module of a package by its bare name',
      'pkg/a.py',
      { 'pkg/__init__.py': '', 'b.py': 'import a\n' },
      [],
    ],
    ['the standard library rather', 'tools/select.py', { 'b.py': 'import select\n' }, []],
    [
      'a neighbour rather than the standard library',
      'tools/select.py',
      { 'tools/b.py': 'import select\n' },
      ['tools/b.py'],
    ],
    ['a script of the same name as a folder', 'a.py', { 'b.py': 'from x.a import f\n' }, []],
    ['inside a function', 'a.py', { 'b.py': 'def f():\n    from a import g\n' }, ['b.py']],
    [
      'another project of the repository',
      'libs/a/src/a/x.py',
      { '.git/HEAD': '', 'libs/a/setup.py': '', 'apps/b/b.py': 'from a.x import f\n' },
      ['apps/b/b.py'],
    ],
  ])('%s', async (_, file, files, importedBy) => {
    expect((await factsOf(file, files)).importedBy).toEqual(importedBy);
  });

  test.each<[string, Record<string, string>, ReadonlySet<string> | 'all']>([
    ['names', { 'b.py': 'from a import f, g as h\n' }, new Set(['f', 'g'])],
    [
      'names of several',
      { 'b.py': 'from a import f\n', 'c.py': 'import a\na.X' },
      new Set(['f', 'X']),
    ],
    ['everything', { 'b.py': 'from a import *\n' }, 'all'],
    ['the module handed on', { 'b.py': 'import a\nrun(a)\n' }, 'all'],
    ['nothing', {}, new Set()],
  ])('and takes %s', async (_, files, names) => {
    expect((await factsOf('a.py', files)).importedNames).toEqual(names);
  });

  test('a lone script has only its neighbours', async () => {
    const folder = scratch({ 'a.py': '', 'b.py': 'import a\n', 'sub/c.py': 'import a\n' });
    const real = path.join(folder, 'a.py');
    const input = { path: real, real, folder: null };
    const { importedBy } = (await projectFacts([input])).of(input);
    expect(importedBy.map((file) => path.basename(file))).toEqual(['b.py']);
  });
});

describe('who freezes a program', () => {
  test.each<[string, Record<string, string>, string | null]>([
    ['PyInstaller', { 'app.spec': "a = Analysis(['src/app.py'])\n" }, 'app.spec'],
    ['PyInstaller on Windows', { 'app.spec': "a = Analysis(['src\\\\app.py'])\n" }, 'app.spec'],
    [
      'cx_Freeze',
      { 'setup.py': "from cx_Freeze import Executable\nExecutable('src/app.py')\n" },
      'setup.py',
    ],
    ['py2exe', { 'setup.py': "import py2exe\nsetup(console=['src/app.py'])\n" }, 'setup.py'],
    ['Nuitka', { 'build.sh': 'python -m nuitka --onefile src/app.py\n' }, 'build.sh'],
    ['Nuitka by its bare name', { 'src/Makefile': 'x:\n\tnuitka3 app.py\n' }, 'src/Makefile'],
    [
      'pyproject.toml',
      { 'pyproject.toml': '[tool.cxfreeze]\nexecutables = ["src/app.py"]\n' },
      'pyproject.toml',
    ],
    ['another program', { 'app.spec': "a = Analysis(['src/other_app.py'])\n" }, null],
    ['another folder', { 'app.spec': "a = Analysis(['lib/app.py'])\n" }, null],
    ['an RPM', { 'app.spec': 'Name: app\n%install app.py\n' }, null],
    ['an ordinary set-up', { 'setup.py': "setup(scripts=['src/app.py'])\n" }, null],
  ])('%s', async (_, files, frozenBy) => {
    expect((await factsOf('src/app.py', files)).frozenBy).toBe(frozenBy);
  });

  test('a script beside the set-up rather than one of the same name elsewhere', async () => {
    const spec = "a = Analysis(['app.py'])\n";
    const files = { 'tools/app.spec': spec, 'tools/app.py': '' };
    expect((await factsOf('src/app.py', files)).frozenBy).toBe(null);
    expect((await factsOf('tools/app.py', files)).frozenBy).toBe('tools/app.spec');
    const up = { 'tools/app.spec': "a = Analysis(['../src/app.py'])\n" };
    expect((await factsOf('src/app.py', up)).frozenBy).toBe('tools/app.spec');
  });

  test('a name with a blank', async () => {
    const files = { 'app.spec': "a = Analysis(['my app.py'])\n" };
    expect((await factsOf('my app.py', files)).frozenBy).toBe('app.spec');
    expect((await factsOf('app.py', files)).frozenBy).toBe(null);
  });
});

describe('functions of AWS Lambda', () => {
  const provider = 'provider:\n  name: aws\n';
  const sam = 'Type: AWS::Serverless::Function\nProperties:\n  CodeUri: src/\n';
  test.each<[string, Record<string, string>, string[]]>([
    ['Serverless', { 'serverless.yml': `${provider}f:\n  handler: src/app.run\n` }, ['run']],
    ['SAM', { 'template.yaml': `${sam}  Handler: "app.run"  # it\n` }, ['run']],
    ['another module', { 'serverless.yml': `${provider}f:\n  handler: src/other.run\n` }, []],
    ['another provider', { 'serverless.yml': 'provider: google\nhandler: src/app.run\n' }, []],
    ['another file', { 'logging.yml': `${provider}f:\n  handler: src/app.run\n` }, []],
    ['no module', { 'serverless.yml': `${provider}f:\n  handler: run\n` }, []],
  ])('%s', async (_, files, names) => {
    expect([...(await factsOf('src/app.py', files)).lambdaHandlers]).toEqual(names);
  });
});

test('tells which contexts of other files a file uses', async () => {
  const helper =
    'import multiprocessing\ndef context():\n    return multiprocessing.get_context("fork")\n';
  const files = {
    'pkg/__init__.py': '',
    'pkg/_pin.py': helper,
    'pkg/sub/__init__.py': '',
    'pkg/sub/a.py': 'from .._pin import context\nfrom .. import _pin as pin\nimport pkg._pin, os\n',
  };
  const { contexts } = await factsOf('pkg/sub/a.py', files);
  expect([...contexts.keys()].sort()).toEqual(['.._pin.context()', 'pkg._pin.context()']);
});
