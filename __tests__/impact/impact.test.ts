import { describe, expect, test } from '@jest/globals';
import { transforms } from '../../transforms/index.ts';
import { mpfix } from '../cli/command.ts';
import { scratch } from '../scratch.ts';

type Files = Record<string, string>;

/** `mpfix impact` over a project, as JSON; with the place and the verdict of each start site. */
async function impact(files: Files, ...flags: string[]) {
  const folder = scratch({ 'pyproject.toml': '', ...files });
  const args = ['impact', '--isolated', '--output-format', 'json', ...flags];
  const { stdout, stderr, code } = await mpfix(folder, args, { rules: transforms });
  const report = stdout ? JSON.parse(stdout) : null;
  const sites = report?.sites.map(
    (site: {
      filename: string;
      location: { row: number };
      verdict: string;
      findings: { code: string }[];
    }) =>
      [
        `${site.filename}:${site.location.row}`,
        site.verdict,
        ...new Set(site.findings.map((f) => f.code)),
      ].join(' '),
  );
  return { report, sites, stderr, code };
}

const GUARDED = 'from multiprocessing import Pool\n\ndef work(x):\n    return x + 1\n';
const RUN =
  'if __name__ == "__main__":\n    with Pool(2) as pool:\n        print(pool.map(work, [1]))\n';

describe('a start site is', () => {
  test.each<[string, Files, string[]]>([
    ['safe', { 'a.py': `${GUARDED}\n${RUN}` }, ['a.py:7 safe']],
    [
      'safe: its context asks for a method',
      { 'a.py': `import multiprocessing\n\nmultiprocessing.get_context("spawn").Pool(2)\n` },
      ['a.py:3 safe'],
    ],
    [
      'safe: the program sets the method',
      {
        'a.py': `${GUARDED}\nfrom multiprocessing import set_start_method\n\nif __name__ == "__main__":\n    set_start_method("fork")\n    Pool(2).map(work, [1])\n`,
      },
      ['a.py:10 safe'],
    ],
    [
      'safe: a function of the standard library works',
      {
        'a.py':
          'import os\nfrom multiprocessing import Pool\n\nif __name__ == "__main__":\n    with Pool(2) as pool:\n        print(pool.map(os.path.basename, ["a/b"]))\n',
      },
      ['a.py:5 safe'],
    ],
    [
      'fixed by a rule',
      { 'a.py': `${GUARDED}\nwith Pool(2) as pool:\n    print(pool.map(work, [1]))\n` },
      ['a.py:6 fixed_by MP101'],
    ],
    [
      'fixed by a rule, in the script that leads to it',
      {
        'lib.py': `${GUARDED}\ndef run():\n    with Pool(2) as pool:\n        return pool.map(work, [1])\n`,
        'bin/tool': '#!/usr/bin/env python3\nimport lib\nprint(lib.run())\n',
      },
      ['lib.py:7 fixed_by MP101'],
    ],
    [
      'in need of fork: what is wrong can not be repaired',
      {
        'lib.py': `${GUARDED}\nPOOL = Pool(2)\n\ndef run():\n    return POOL.map(work, [1])\n`,
        'main.py': 'import lib\n\nif __name__ == "__main__":\n    print(lib.run(), lib.POOL)\n',
      },
      ['lib.py:6 needs_fork MP104'],
    ],
    [
      'unknown: a parameter works',
      {
        'a.py':
          'from multiprocessing import Pool\n\ndef run(f):\n    with Pool(2) as pool:\n        return pool.map(f, [1])\n',
      },
      ['a.py:4 unknown'],
    ],
    [
      'unknown: the pool is handed on',
      {
        'a.py':
          'from multiprocessing import Pool\n\ndef run(sampler):\n    with Pool(2) as pool:\n        sampler(pool)\n',
      },
      ['a.py:4 unknown'],
    ],
    [
      'unknown: what a worker calls is a method that classes of the project have',
      {
        'a.py': `from multiprocessing import Pool\nimport b\n\ndef work(task):\n    return task.execute()\n\n${RUN}`,
        'b.py': 'class Task:\n    def execute(self):\n        return 1\n',
      },
      ['a.py:8 unknown'],
    ],
    [
      'safe: what a worker calls is a method of some library',
      {
        'a.py': `from multiprocessing import Pool\n\ndef work(text):\n    return text.upper()\n\n${RUN}`,
      },
      ['a.py:7 safe'],
    ],
    [
      'unknown: a child makes a value of its own',
      {
        'a.py': `import tempfile\nfrom multiprocessing import Pool\n\nFOLDER = tempfile.mkdtemp()\n\ndef work(x):\n    return FOLDER\n\n${RUN}`,
      },
      ['a.py:10 unknown'],
    ],
    [
      'unknown: whether an argument can be pickled',
      {
        'a.py':
          'from multiprocessing import Process\n\ndef work(x):\n    pass\n\ndef run(thing):\n    Process(target=work, args=(thing,)).start()\n',
      },
      ['a.py:7 unknown'],
    ],
    [
      'unknown: a worker that the project should have is not found',
      {
        'tasks/__init__.py': '',
        'a.py': `from multiprocessing import Pool\nfrom tasks import work\n\n${RUN}`,
      },
      ['a.py:5 unknown'],
    ],
  ])('%s', async (_, files, expected) => {
    expect((await impact(files)).sites).toEqual(expected);
  });
});

test('code that other files hand to children counts for their pools', async () => {
  const files = {
    'a.py': `from multiprocessing import Pool\nfrom b import work\n\n${RUN}`,
    'b.py': 'def work(f):\n    return f()\n',
  };
  const { report } = await impact(files);
  expect(report.sites[0].verdict).toBe('unknown');
  expect(report.sites[0].unknown).toEqual(['what f() in line 2 of b.py runs is not known']);
});

test('the way from a program is told, call by call', async () => {
  const files = {
    'pyproject.toml': '[project.scripts]\ntool = "pkg.cli:main"\n',
    'pkg/__init__.py': '',
    'pkg/cli.py': 'from pkg.work import run\n\ndef main():\n    run()\n',
    'pkg/work.py': `${GUARDED}\ndef run():\n    with Pool(2) as pool:\n        return pool.map(work, [1])\n`,
  };
  const { report } = await impact(files);
  expect(report.sites[0].way).toEqual({
    entry: 'tool',
    steps: [{ filename: 'pkg/cli.py', row: 4, call: 'run()' }],
  });
  expect(report.summary).toEqual({ sites: 1, safe: 1, fixed_by: 0, needs_fork: 0, unknown: 0 });
  expect(report.packages).toMatchObject([{ package: 'pkg', sites: 1 }]);
});

test.each<[string, Files, string[], number]>([
  ['nothing starts processes', { 'a.py': 'print(1)\n' }, [], 0],
  ['all is safe', { 'a.py': `${GUARDED}\n${RUN}` }, ['--to', 'spawn'], 0],
  ['something is not', { 'a.py': `${GUARDED}\nPool(2).map(work, [1])\n` }, [], 1],
  ['a file is broken', { 'a.py': 'import multiprocessing\ndef (\n' }, [], 2],
  ['both methods are the same', {}, ['--from', 'spawn', '--to', 'spawn'], 2],
  ['a Python changes nothing', {}, ['--target-python', '3.13'], 2],
  [
    'a Python changes the default',
    { 'a.py': `${GUARDED}\n${RUN}` },
    ['--target-python', '3.14'],
    0,
  ],
])('exit code where %s', async (_, files, flags, code) => {
  expect((await impact(files, ...flags)).code).toBe(code);
});

test('a project that allows no such Python is told so', async () => {
  const folder = scratch({ 'pyproject.toml': '[project]\nrequires-python = ">=3.9,<3.13"\n' });
  const { stderr } = await mpfix(folder, ['impact'], { rules: transforms });
  expect(stderr).toContain(
    'requires-python allows no Python after 3.12; this is what 3.14 would change',
  );
});

test('--target-python leaves only what that Python breaks', async () => {
  const program = `${GUARDED}\npool = Pool(2)\nprint(pool.map(work, [1]))\n`;
  const folder = scratch({ 'a.py': program });
  const codes = async (...flags: string[]) => {
    const args = ['--isolated', '--output-format', 'json', ...flags, 'a.py'];
    const { stdout } = await mpfix(folder, args, { rules: transforms });
    return JSON.parse(stdout).map((finding: { code: string }) => finding.code);
  };
  expect(await codes()).toEqual(['MP101', 'MP301']);
  expect(await codes('--target-python', '3.14')).toEqual(['MP101']);
});

test('text and Markdown say the same', async () => {
  const folder = scratch({ 'a.py': `${GUARDED}\nPool(2).map(work, [1])\n` });
  const print = async (format: string) => {
    const args = ['impact', '--isolated', '--output-format', format];
    const { stdout } = await mpfix(folder, args, { rules: transforms });
    return Buffer.from(stdout, 'latin1').toString();
  };
  const conclusion =
    '0 of 1 start site is proven safe when the start method changes from fork to forkserver.';
  const text = await print('text');
  expect(text).toContain('a.py:6:1: Pool(…): fixed by MP101');
  expect(text).toContain(conclusion);
  const markdown = await print('markdown');
  expect(markdown).toContain('- `a.py:6` `Pool(…)`: **fixed by MP101**');
  expect(markdown).toContain('| `.` | 1 | 0 | 1 | 0 | 0 |');
  expect(markdown).toContain(conclusion);
});

test.each(['text', 'markdown'])('of many doubts, %s tells the first', async (format) => {
  const files = {
    'a.py': `from multiprocessing import Pool\n\ndef work(x):\n    return x.a(), eval(x), hash(x), id(x), x()\n\n${RUN}`,
  };
  const folder = scratch(files);
  const args = ['impact', '--isolated', '--output-format', format];
  const { stdout } = await mpfix(folder, args, { rules: transforms });
  const told = stdout.split('\n').filter((line) => /Doubt: |and \d+ more/.test(line));
  expect(told).toHaveLength(4);
  expect(told.at(-1)).toMatch(/^ +(- )?and 1 more$/);
  expect((await impact(files)).report.sites[0].unknown).toHaveLength(4);
});
