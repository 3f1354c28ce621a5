import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { FileFacts } from '../../src/processes/facts.ts';
import { projectFacts } from '../../src/project/facts.ts';
import { scratch } from '../scratch.ts';

/** A project that starts processes three modules away from what a script calls. */
const PACKAGE = {
  'pyproject.toml': '',
  'pkg/__init__.py': '',
  'pkg/cli.py':
    'from .runner import run_all\n\ndef main():\n    return run_all([1])\n\ndef quiet():\n    return 1\n',
  'pkg/runner.py':
    'from pkg.pools import work, Runner\n\ndef run_all(xs):\n    return Runner().run(work, xs)\n',
  'pkg/pools.py':
    'import multiprocessing\n\ndef work(x):\n    return help(x)\n\ndef help(x):\n    return x\n\nclass Runner:\n    def run(self, f, xs):\n        with multiprocessing.Pool() as pool:\n            return pool.map(f, xs)\n',
};

async function factsOf(file: string, files: Record<string, string>): Promise<FileFacts> {
  const folder = scratch({ ...PACKAGE, ...files });
  const real = path.join(folder, file);
  const input = { path: real, real, folder: null };
  return (await projectFacts([input])).of(input);
}

/** What `script.py` calls that starts processes elsewhere, with the files and rows on the way. */
async function startsOf(files: Record<string, string>): Promise<Record<string, string>> {
  const { starts } = await factsOf('script.py', files);
  const way = (steps: readonly { path: string; row: number }[]) =>
    steps.map((step) => `${path.basename(step.path)}:${step.row}`).join(' ');
  return Object.fromEntries([...starts].map(([target, start]) => [target, way(start.way)]));
}

const FAR = 'cli.py:4 runner.py:4 pools.py:11';

describe('the start method of processes that another file starts', () => {
  const pin =
    'import multiprocessing\ndef context():\n    return multiprocessing.get_context("fork")\n';
  const methodsIn = async (work: string, script: string) => {
    const files = { 'pkg/pin.py': pin, 'pkg/work.py': `from .pin import context\n${work}` };
    const { starts } = await factsOf('script.py', { ...files, 'script.py': script });
    return [...starts.values()].map(({ method }) => method);
  };

  test.each([
    ['a context of a third', 'def run():\n    context().Pool()\n', 'run()', ['fork']],
    ['a class of its processes', 'class W(context().Process): pass\n', 'W().start()', ['fork']],
    [
      'that is no more than one of two',
      'import multiprocessing as mp\ndef run():\n    context().Pool()\n    mp.Pool()\n',
      'run()',
      [null],
    ],
    [
      'that is nearer than the default',
      'import multiprocessing as mp\ndef a():\n    b()\ndef b():\n    mp.Pool()\ndef run():\n    context().Pool()\n    a()\n',
      'run()',
      [null],
    ],
  ])('is that of %s', async (_, work, call, methods) => {
    expect(await methodsIn(work, `from pkg.work import *\n${call}\n`)).toEqual(methods);
  });
});

describe('calls that start processes in other files', () => {
  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['a function', { 'script.py': 'from pkg.cli import main\nmain()\n' }, { 'pkg.cli.main': FAR }],
    ['of a module', { 'script.py': 'import pkg.cli\npkg.cli.main()\n' }, { 'pkg.cli.main': FAR }],
    ['by an alias', { 'script.py': 'import pkg.cli as c\nc.main()\n' }, { 'pkg.cli.main': FAR }],
    [
      'from its package',
      { 'script.py': 'from pkg import cli\ncli.main()\n' },
      { 'pkg.cli.main': FAR },
    ],
    [
      'in a function',
      { 'script.py': 'def f():\n    from pkg.cli import main as m\n    m()\n' },
      { 'pkg.cli.main': FAR },
    ],
    [
      'of an import that may fail',
      {
        'script.py':
          'try:\n    from pkg.cli import main\nexcept ImportError:\n    main = None\nmain()\n',
      },
      { 'pkg.cli.main': FAR },
    ],
    [
      'offered by the package',
      {
        'pkg/__init__.py': 'from .cli import main as start\n',
        'script.py': 'import pkg\npkg.start()\n',
      },
      { 'pkg.start': FAR },
    ],
    [
      'behind a star',
      { 'pkg/__init__.py': 'from .cli import *\n', 'script.py': 'from pkg import *\nmain()\n' },
      { 'pkg.main': FAR },
    ],
    [
      'under another name',
      {
        'pkg/api.py': 'from pkg import cli\ngo = cli.main\n',
        'script.py': 'from pkg.api import go\ngo()\n',
      },
      { 'pkg.api.go': FAR },
    ],
    [
      'a method',
      { 'script.py': 'from pkg.pools import Runner\nRunner().run(abs, [])\n' },
      { 'pkg.pools.Runner().run': 'pools.py:11' },
    ],
    [
      'a method of a base',
      {
        'script.py':
          'from pkg.pools import Runner\nclass Mine(Runner):\n    pass\nMine().run(abs, [])\n',
      },
      { ':Mine().run': 'pools.py:11' },
    ],
    [
      'a method of an instance that a module holds',
      {
        'pkg/api.py': 'from pkg.pools import Runner\nRUNNER = Runner()\n',
        'script.py': 'from pkg import api\napi.RUNNER.run(abs, [])\n',
      },
      { 'pkg.api.RUNNER.run': 'pools.py:11' },
    ],
    [
      'a Process whose base is elsewhere',
      {
        'pkg/base.py': 'from multiprocessing import Process\nclass Base(Process):\n    pass\n',
        'script.py': 'from pkg.base import Base\nclass Mine(Base):\n    pass\nMine().start()\n',
      },
      { ':Mine().start': '' },
    ],
    [
      'an instance is made',
      {
        'pkg/eager.py':
          'from multiprocessing import Pool\nclass Eager:\n    def __init__(self):\n        self.pool = Pool()\n',
        'script.py': 'from pkg.eager import Eager\nEager()\n',
      },
      { 'pkg.eager.Eager': 'eager.py:4' },
    ],
    [
      'in a src layout',
      {
        'src/lib/__init__.py': '',
        'src/lib/work.py': 'from multiprocessing import Pool\ndef go():\n    Pool()\n',
        'script.py': 'from lib.work import go\ngo()\n',
      },
      { 'lib.work.go': 'work.py:3' },
    ],
    [
      'in a package without __init__.py',
      {
        'names/work.py': 'from multiprocessing import Pool\ndef go():\n    Pool()\n',
        'script.py': 'import names.work\nnames.work.go()\n',
      },
      { 'names.work.go': 'work.py:3' },
    ],
    [
      'an executor gets a task',
      {
        'work.py':
          'from concurrent.futures import ProcessPoolExecutor\ndef go():\n    with ProcessPoolExecutor() as e:\n        e.submit(abs, 1)\n',
        'script.py': 'from work import go\ngo()\n',
      },
      { 'work.go': 'work.py:4' },
    ],
    ['none: another function', { 'script.py': 'from pkg.cli import quiet\nquiet()\n' }, {}],
    ['none: only named', { 'script.py': 'from pkg.cli import main\nprint(main)\n' }, {}],
    [
      'none: under a guard',
      {
        'work.py':
          'from multiprocessing import Pool\ndef go():\n    if __name__ == "__main__":\n        Pool()\n',
        'script.py': 'from work import go\ngo()\n',
      },
      {},
    ],
    [
      'none: an executor without a task',
      {
        'work.py':
          'from concurrent.futures import ProcessPoolExecutor\ndef go():\n    return ProcessPoolExecutor()\n',
        'script.py': 'from work import go\ngo()\n',
      },
      {},
    ],
    [
      'none: two modules of the name are as near',
      {
        'a/work/x.py': 'from multiprocessing import Pool\ndef go():\n    Pool()\n',
        'b/work/x.py': 'def go():\n    pass\n',
        'script.py': 'from work.x import go\ngo()\n',
      },
      {},
    ],
    [
      'none: a file with an error in between',
      { 'pkg/runner.py': 'def (\n', 'script.py': 'from pkg.cli import main\nmain()\n' },
      {},
    ],
    [
      'none: imports in a circle',
      {
        'a.py': 'from b import go\n',
        'b.py': 'from a import go\nimport multiprocessing\n',
        'script.py': 'from a import go\ngo()\n',
      },
      {},
    ],
    [
      'none: a package of the same name from elsewhere',
      { 'script.py': 'from os import cli\ncli.main()\n' },
      {},
    ],
  ])('%s', async (_, files, expected) => {
    expect(await startsOf(files)).toEqual(expected);
  });
});

test('what runs in children that other files start', async () => {
  const { workers } = await factsOf('pkg/pools.py', {
    'script.py':
      'import multiprocessing\nfrom pkg.pools import work\nmultiprocessing.Pool().map(work, [])\n',
  });
  expect([...workers.keys()].sort()).toEqual([':help', ':work']);
});

test.each<[string, Record<string, string>, string[]]>([
  [
    'pyproject.toml',
    { 'pyproject.toml': '[project.scripts]\ntool = "pkg.cli:main"\n' },
    ['tool main'],
  ],
  [
    'Poetry',
    {
      'pyproject.toml':
        '[tool.poetry.scripts]\na = "pkg.cli:main"\nb = { reference = "pkg.cli:x", type = "console" }\n',
    },
    ['a main', 'b x'],
  ],
  [
    'setup.cfg',
    {
      'setup.cfg':
        '[options.entry_points]\nconsole_scripts =\n    tool = pkg.cli:main\n    o = other:x\n',
    },
    ['tool main'],
  ],
  [
    'setup.py',
    { 'setup.py': "setup(entry_points={'console_scripts': ['tool=pkg.cli:main']})\n" },
    ['tool main'],
  ],
  [
    'another project, which has a module of that name itself',
    {
      '.git/HEAD': '',
      'apps/a/pyproject.toml': '[project.scripts]\ntool = "pkg.cli:main"\n',
      'apps/a/src/pkg/cli.py': '',
    },
    [],
  ],
  [
    'another project of the repository',
    { '.git/HEAD': '', 'apps/a/pyproject.toml': '[project.scripts]\ntool = "pkg.cli:main"\n' },
    ['tool main'],
  ],
  ['none', { 'setup.py': "setup(x='a=pkg.cli:main')\n", 'pyproject.toml': 'not toml' }, []],
])('console scripts of %s', async (_, files, expected) => {
  const { consoleScripts } = await factsOf('pkg/cli.py', files);
  expect(consoleScripts.map(({ name, attribute }) => `${name} ${attribute}`)).toEqual(expected);
});
