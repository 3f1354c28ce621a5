import { describe, expect, test } from '@jest/globals';
import { transforms } from '../../transforms/index.ts';
import { mpfix } from '../cli/command.ts';
import { scratch } from '../scratch.ts';

type Files = Record<string, string>;

interface Site {
  readonly call: string;
  readonly verdict: string;
  readonly unknown: readonly string[];
  readonly findings: readonly { readonly code: string }[];
}

async function sitesOf(files: Files, to = 'forkserver'): Promise<readonly Site[]> {
  const folder = scratch({ 'pyproject.toml': '', ...files });
  const args = ['impact', '--isolated', '--output-format', 'json', '--to', to];
  const { stdout } = await mpfix(folder, args, { rules: transforms });
  return JSON.parse(Buffer.from(stdout, 'latin1').toString()).sites;
}

const indented = (code: string) => code.replace(/^(?=.)/gm, '    ');

/** A program whose parent does something and then gives `work` to a pool. */
function program(top: string, work: string, parent = 'pass'): string {
  return `from multiprocessing import Pool
${top}
def work(x):
${indented(work)}

def main():
${indented(parent)}
    with Pool(1) as pool:
        print(pool.map(work, [1]))

if __name__ == "__main__":
    main()
`;
}

/** A program that starts a process. */
function starting(top: string, process: string): string {
  return `from multiprocessing import Process
${top}
def work(*args):
    print(args)

def main():
${indented(process)}
    p.start()

if __name__ == "__main__":
    main()
`;
}

/** A program with a second file, `lib.py`. */
function withLib(lib: string, work: string, parent = 'pass', top = 'import lib'): Files {
  return { 'lib.py': lib, 'main.py': program(top, work, parent) };
}

/** What is doubted, a smallest program for it, the doubt, and a neighbour that is safe. */
type Row = [what: string, doubtful: string | Files, doubt: string, safe: string | Files];

const filesOf = (code: string | Files): Files =>
  typeof code === 'string' ? { 'main.py': code } : code;

function holds(rows: readonly Row[]): void {
  test.each(rows)('%s', async (_, doubtful, doubt, safe) => {
    const sites = await sitesOf(filesOf(doubtful));
    expect(sites.flatMap(({ unknown }) => unknown).join('\n')).toContain(doubt);
    for (const neighbour of await sitesOf(filesOf(safe))) {
      expect(neighbour.unknown).toEqual([]);
      expect(neighbour.verdict).toBe('safe');
    }
  });
}

const CALLED = 'if __name__ == "__main__":\n    run()\n';

describe('what runs', () => {
  holds([
    [
      'a pool that is handed on',
      `from multiprocessing import Pool\n\ndef work(x):\n    return x\n\ndef run(sampler):\n    with Pool(2) as pool:\n        pool.map(work, [1])\n        sampler(pool)\n`,
      'what its workers are given to do is not seen: Pool(…) is handed on',
      `from multiprocessing import Pool\n\ndef work(x):\n    return x\n\ndef run():\n    with Pool(2) as pool:\n        pool.map(work, [1])\n`,
    ],
    [
      'a pool that another file has',
      {
        'lib.py':
          'from multiprocessing import Pool\n\ndef work(x):\n    return x\n\nclass Runner:\n    def open(self):\n        self.pool = Pool(2)\n        self.pool.map(work, [1])\n',
        'main.py': 'from lib import Runner\n\ndef run(f):\n    Runner().pool.map(f, [1])\n',
      },
      'Pool(…) is handed on',
      {
        'lib.py':
          'from multiprocessing import Pool\n\ndef work(x):\n    return x\n\nclass Runner:\n    def open(self):\n        self.pool = Pool(2)\n        self.pool.map(work, [1])\n',
        'main.py': 'from lib import Runner\n\ndef run(f):\n    Runner().open()\n',
      },
    ],
    [
      'a pool that gets no work',
      `from multiprocessing import Pool\n\ndef run():\n    return Pool(2)\n`,
      'what its workers are given to do is not seen: Pool(…) is used elsewhere',
      `from multiprocessing import Pool\n\ndef run():\n    with Pool(2) as pool:\n        return pool.map(abs, [1])\n`,
    ],
    [
      'a process whose class is in another file',
      {
        'lib.py':
          'from multiprocessing import Process\n\nclass Job(Process):\n    def run(self):\n        pass\n',
        'main.py': 'from lib import Job\n\ndef run():\n    Job().start()\n',
      },
      'its class is in another file',
      'from multiprocessing import Process\n\nclass Job(Process):\n    def run(self):\n        pass\n\ndef run():\n    Job().start()\n',
    ],
    [
      'a context of which nothing is known',
      'import multiprocessing\n\ndef run(context):\n    with context.Pool(2) as pool:\n        pool.map(abs, [1])\n',
      'what `context` is, is not known',
      'import multiprocessing\n\ndef run(context):\n    with multiprocessing.Pool(2) as pool:\n        pool.map(abs, [1])\n',
    ],
    [
      'a manager that registers a lambda',
      `from multiprocessing.managers import BaseManager\n\ndef run():\n    BaseManager.register("get", callable=lambda: 1)\n    manager = BaseManager()\n    manager.start()\n\n${CALLED}`,
      'it registers what may not be pickled',
      `from multiprocessing.managers import BaseManager\n\ndef get():\n    return 1\n\ndef run():\n    BaseManager.register("get", callable=get)\n    manager = BaseManager()\n    manager.start()\n\n${CALLED}`,
    ],
    [
      'a worker that is a parameter',
      'from multiprocessing import Pool\n\ndef run(f):\n    with Pool(2) as pool:\n        pool.map(f, [1])\n',
      'which code `f` is, is not known',
      'from multiprocessing import Pool\n\ndef run(f):\n    with Pool(2) as pool:\n        pool.map(len, [f])\n',
    ],
    [
      'a call of a parameter',
      program('', 'return x()'),
      'what x() in line 4 runs is not known',
      program('', 'return str(x)'),
    ],
    [
      'a method that derived classes have',
      {
        'lib.py':
          'from multiprocessing import Pool\n\nclass Runner:\n    def step(self, x):\n        return x\n    def run(self):\n        with Pool(1) as pool:\n            return pool.map(self.step, [1])\n',
        'main.py':
          'from lib import Runner\n\nclass My(Runner):\n    def step(self, x):\n        return FACTOR\n\nFACTOR = 1\n\ndef main():\n    global FACTOR\n    FACTOR = 5\n    My().run()\n',
      },
      '`FACTOR`, which workers read, may be changed by line 11 of main.py',
      {
        'lib.py':
          'from multiprocessing import Pool\n\nclass Runner:\n    def step(self, x):\n        return x\n    def run(self):\n        with Pool(1) as pool:\n            return pool.map(self.step, [1])\n',
        'main.py':
          'from lib import Runner\n\nclass My(Runner):\n    def other(self, x):\n        return FACTOR\n\nFACTOR = 1\n\ndef main():\n    global FACTOR\n    FACTOR = 5\n    My().run()\n',
      },
    ],
    [
      'a name that its module lacks',
      withLib('def __getattr__(name):\n    return name\n', 'return lib.value'),
      'where `lib.value` in line 4 comes from is not known',
      withLib('value = 1\n', 'return lib.value'),
    ],
    [
      'a function of the guard',
      'from multiprocessing import Pool\n\ndef work(x):\n    return helper(x)\n\nif __name__ == "__main__":\n    helper = abs\n    def helper(x):\n        return x\n    with Pool(1) as pool:\n        pool.map(work, [1])\n',
      'may be there in the parent only',
      'from multiprocessing import Pool\n\ndef work(x):\n    return helper(x)\n\ndef helper(x):\n    return x\n\nif __name__ == "__main__":\n    with Pool(1) as pool:\n        pool.map(work, [1])\n',
    ],
    [
      'a function whose definition depends on the process',
      program(
        'import os\nif os.getpid() % 2:\n    def f(x):\n        return 1\nelse:\n    def f(x):\n        return 2',
        'return f(x)',
      ),
      'may be there in the parent only',
      program(
        'import sys\nif sys.version_info > (3, 9):\n    def f(x):\n        return 1\nelse:\n    def f(x):\n        return 2',
        'return f(x)',
      ),
    ],
    [
      'a module that the parent imports',
      program('import xml', 'return xml.sax.SAXException(x)', 'import xml.sax'),
      '`xml.sax`, which workers use, may be imported in line 7 only',
      program('import xml.sax', 'return xml.sax.SAXException(x)', 'import xml.sax'),
    ],
  ]);
});

describe('what workers read', () => {
  holds([
    [
      'a variable that the parent sets',
      withLib('N = [0]\n', 'return lib.N', 'lib.N[0] = 1'),
      '`N`, which workers read, may be',
      withLib('N = [0]\n', 'return lib.N', 'print(lib.N[0])'),
    ],
    ...(
      [
        ['by its name', 'setattr(lib, "N", 1)', 'getattr(lib, "N")'],
        [
          'in a tuple over several lines',
          '(\n    lib.N,\n    n,\n) = 1, 2',
          'n = (\n    lib.N,\n)',
        ],
        [
          'as a target of a loop',
          'for lib.N in range(3):\n    pass',
          'for n in range(lib.N):\n    pass',
        ],
        ['and deletes', 'del lib.N', 'n = lib.N\ndel n'],
        ['through another name', 'other = lib\nother.N = 1', 'other = lib\nprint(other.N)'],
      ] as const
    ).map(
      ([how, parent, look]): Row => [
        `a variable that the parent sets ${how}`,
        withLib('N = 0\n', 'return lib.N', parent),
        '`N`, which workers read, may be set by line',
        withLib('N = 0\n', 'return lib.N', look),
      ],
    ),
    ...(
      [
        [
          'by a made-up name',
          'for n in ["N"]:\n    setattr(lib, n, 1)',
          'for n in ["N"]:\n    getattr(lib, n)',
        ],
        [
          'in its dictionary',
          'names = lib.__dict__\nnames["N"] = 1',
          'names = lib.__dict__\nprint(names["N"])',
        ],
        ['through vars()', 'vars(lib).update(N=1)', 'print(vars(lib).get("N"))'],
        ['through globals()', 'g = globals()\ng["lib"] = 1', 'g = globals()\nprint(g["lib"])'],
        [
          'through the globals of a function',
          'work.__globals__["lib"] = 1',
          'print(work.__globals__["lib"])',
        ],
        [
          'as type does',
          'for n in ["N"]:\n    type.__setattr__(lib, n, 1)',
          'for n in ["N"]:\n    print(n)',
        ],
        ['as text', 'exec("lib.N = 1")', 'exec("lib.N = 1", {})'],
      ] as const
    ).map(
      ([how, parent, look]): Row => [
        `what the parent sets ${how}`,
        withLib('N = 0\n', 'return lib.N', parent),
        'sets, by a name that is not written out, is not known',
        withLib('N = 0\n', 'return lib.N', look),
      ],
    ),
    [
      'the code of a function that the parent replaces',
      withLib('def f(x):\n    return x\n', 'return lib.f(x)', 'lib.f.__code__ = work.__code__'),
      'sets, by a name that is not written out, is not known',
      withLib('def f(x):\n    return x\n', 'return lib.f(x)', 'print(lib.f.__code__)'),
    ],
    [
      'a variable of its own module, by the module',
      program('import sys\nN = 0', 'return N', 'this = sys.modules[__name__]\nthis.N = 1'),
      '`N`, which workers read, may be set by line 9',
      program('import sys\nN = 0', 'return N', 'this = sys.modules[__name__]\nprint(this.N)'),
    ],
    ...(
      [
        [
          'a function that gives it',
          'def get():\n    return D',
          'get()["a"] = 1',
          'print(get())',
          'def get():\n    return len(D)',
        ],
        ['another name', 'E = D', 'E["a"] = 1', 'print(E["a"])'],
        ['a method of it', 'put = D.update', 'put(a=1)', 'put("a")', 'put = D.get'],
        ['a table', 'ALL = [D]', 'for d in ALL:\n    d["a"] = 1', 'len(D)', ''],
        [
          'a default',
          'def put(d=D):\n    d["a"] = 1',
          'put()',
          'put()',
          'def put(d=D):\n    print(d)',
        ],
        ['an attribute of a class', 'class H:\n    d = D', 'H.d["a"] = 1', 'len(D)', ''],
        ['map', '', 'list(map(D.update, [{}]))', 'list(map(D.get, [1]))'],
        [
          'a callback',
          '',
          'Pool(1).apply_async(abs, (1,), callback=D.update)',
          'Pool(1).apply_async(abs, D)',
        ],
        [
          'a thread',
          'import threading',
          't = threading.Thread(target=D.update)\nt.start()',
          'len(D)',
        ],
        ['a file', '', 'print(1, file=D)', 'print(1, D)'],
        ['a dump', 'import json', 'json.dump(1, D)', 'json.dump(D, print)'],
      ] as const
    ).map(
      ([how, top, parent, look, otherwise = top]): Row => [
        `an object that the parent changes through ${how}`,
        program(`D = {}\n${top}`, 'return D', parent),
        '`D`, which workers read, may be changed by line',
        program(`D = {}\n${otherwise}`, 'return D', look),
      ],
    ),
    [
      'an iterator that the parent begins',
      program('G = (i for i in range(9))', 'return next(G)', 'for i in G:\n    break'),
      '`G`, which workers read, may be changed by line 7',
      program('G = [i for i in range(9)]', 'return G[0]', 'for i in G:\n    break'),
    ],
    [
      'a generator that the parent begins',
      program('def gen():\n    yield 1\nG = gen()', 'return list(G)', 'for i in G:\n    break'),
      '`G`, which workers read, may be changed by line',
      program('def gen():\n    return [1]\nG = gen()', 'return list(G)', 'for i in G:\n    break'),
    ],
    [
      'a variable of a class',
      program(
        'class T:\n    n = 0\n    def set(self):\n        type(self).n = 1',
        'return T.n',
        'T().set()',
      ),
      '`n`, which workers read, may be changed by line 5',
      program(
        'class T:\n    n = 0\n    def set(self):\n        self.n = 1',
        'return T.n',
        'T().set()',
      ),
    ],
    [
      'what each import makes anew',
      program('import uuid\nRUN = uuid.uuid4()', 'return RUN'),
      'each child makes its own `RUN`, by uuid.uuid4() in line 3',
      program('import uuid\nRUN = str(1)', 'return RUN'),
    ],
    [
      'a default that each import makes anew',
      program('import uuid\ndef run(name=uuid.uuid4().hex):\n    return name', 'return run()'),
      'each child makes its own default by uuid.uuid4() in line 3',
      program('import uuid\ndef run(name=str(1)):\n    return name', 'return run()'),
    ],
    [
      'the name of the module, which is another one in a child',
      program('NAME = __name__', 'return NAME'),
      'each child makes its own `NAME`, by __name__ in line 2',
      program('import logging\nLOG = logging.getLogger(__name__)', 'LOG.info(x)'),
    ],
    [
      'the order of a set, as the module has it',
      program('NAMES = [n for n in {"a", "b"}]', 'return NAMES[0]'),
      'each child makes its own `NAMES`',
      program('NAMES = [n for n in sorted({"a", "b"})]', 'return NAMES[0]'),
    ],
    [
      'the order of a set, as workers see it',
      program('NAMES = {"a", "b"}', 'return list(NAMES)'),
      'line 4 takes a set in its order, which may be another one in each process',
      program('NAMES = {"a", "b"}', 'return sorted(list(NAMES)), list({1, 2})'),
    ],
    [
      'an object that is pickled by its name',
      program(
        'class T:\n    def __init__(self):\n        self.n = 0\n    def __reduce__(self):\n        return "IT"\nIT = T()',
        'return x',
        'IT.n = 1\nwith Pool(1) as pool:\n    pool.map(work, [IT])',
      ),
      '`IT`, which workers read, may be changed by line',
      program(
        'class T:\n    def __init__(self):\n        self.n = 0\nIT = T()',
        'return x',
        'IT.n = 1\nwith Pool(1) as pool:\n    pool.map(work, [IT])',
      ),
    ],
  ]);
});

describe('what workers use', () => {
  holds([
    [
      'a function that is replaced',
      withLib('def f(x):\n    return x\n', 'return lib.f(x)', 'lib.f = str'),
      '`f`, which workers use, may be changed by line 7',
      withLib('def f(x):\n    return x\n', 'return lib.f(x)', 'print(lib.f)'),
    ],
    [
      'an attribute of a function',
      program('def f():\n    return f.calls\nf.calls = 0', 'return f()', 'f.calls = 1'),
      '`calls`, which workers use, may be changed by line 9',
      program('def f():\n    return f.calls\nf.calls = 0', 'return f()', 'print(f.calls)'),
    ],
    [
      'a function of a package that is replaced',
      program('import json', 'return json.dumps(x)', 'json.dumps = str'),
      '`json.dumps`, which workers use, may be changed by line 7',
      program('import json', 'return x', 'json.dumps = str'),
    ],
    [
      'what belongs to a package and is changed in place',
      program('import warnings', 'warnings.warn(str(x))', 'warnings.filters.insert(0, ("error",))'),
      '`warnings.filters`, which workers use, may be changed by line 7',
      program('import warnings', 'return x', 'warnings.filters.insert(0, ("error",))'),
    ],
    [
      'what is registered with a function',
      {
        'extra.py': 'from lib import show\n\n@show.register\ndef _(x: int):\n    return 1\n',
        ...withLib(
          'from functools import singledispatch\n\n@singledispatch\ndef show(x):\n    return x\n',
          'return lib.show(x)',
          'import extra',
        ),
      },
      '`show`, which workers use, may be changed by line 3 of extra.py',
      {
        'extra.py': 'from lib import show\n\n@show.register\ndef _(x: int):\n    return 1\n',
        ...withLib(
          'from functools import singledispatch\n\n@singledispatch\ndef show(x):\n    return x\n',
          'return lib.show(x)',
          'pass',
          'import extra\nimport lib',
        ),
      },
    ],
    [
      'what a default holds',
      program(
        'def add(x, seen=[]):\n    seen.append(x)\n    return seen',
        'return add(x)',
        'add(0)',
      ),
      'the default of `seen` of add() in line 2 may hold what the parent left there',
      program('def add(x, seen=[]):\n    seen.append(x)\n    return seen', 'return add(x)'),
    ],
    [
      'what a function has cached',
      program(
        'import functools, os\n@functools.cache\ndef pid():\n    return os.getpid()',
        'return pid()',
        'pid()',
      ),
      'pid() in line 4 may have cached what the parent asked for',
      program(
        'import functools, os\n@functools.cache\ndef pid():\n    return os.getpid()',
        'return pid()',
      ),
    ],
    [
      'what is done to what a function has cached',
      program(
        'import functools\n@functools.cache\ndef table():\n    return {}',
        'return table()',
        'table()["a"] = 1',
      ),
      'table() in line 4 may have cached what the parent asked for',
      program(
        'import functools\n@functools.cache\ndef table():\n    return {}',
        'return table()',
        'print(table()["a"])',
      ),
    ],
    [
      'what is another thing in each process',
      program('', 'return hash(x)'),
      '`hash` in line 4 may give something else in another process',
      program('class K:\n    def __hash__(self):\n        return hash(1)', 'return {K()}'),
    ],
    [
      'the name of the main module',
      program('class A:\n    pass', 'return A.__module__'),
      '`__module__` in line 5 may give something else in another process',
      program('class A:\n    pass', 'return A.__doc__'),
    ],
    [
      'code that nobody sees',
      program('', 'return eval(x)'),
      'what `eval` in line 4 runs or reads is not known',
      program('', 'return int(x)'),
    ],
    [
      'a package that the parent sets up',
      program('import plotting', 'return plotting.draw(x)', 'plotting.style.use("dark")'),
      'workers use plotting, which the parent may set up in line 7',
      program('import plotting', 'return x', 'plotting.style.use("dark")'),
    ],
    [
      'what each import does again',
      program('print("start")', 'return x'),
      'each child does print(…) in line 2 again',
      program('"start".upper()', 'return x'),
    ],
  ]);
});

/** What is set, the worker that notices, the statement; and a worker that does not notice, or a statement that is no such. */
const SETTINGS: [
  what: string,
  top: string,
  work: string,
  parent: string,
  other: [string, string],
][] = [
  [
    'the environment',
    'import os',
    'return os.getenv("A")',
    'os.environ["A"] = "1"',
    ['return x', 'os.environ["A"] = "1"'],
  ],
  [
    'the environment',
    'from os import environ as e, getenv',
    'return getenv("A")',
    'e["A"] = "1"',
    ['return getenv("A")', 'print(e["A"])'],
  ],
  [
    'the environment',
    'import os\ndef put(e):\n    e["A"] = "1"',
    'return os.getenv("A")',
    'put(os.environ, 1)',
    ['return os.getenv("A")', 'dict(os.environ, A="1")'],
  ],
  [
    'the environment',
    'import os',
    'return os.getenv("A")',
    'os.environ |= {"A": "1"}',
    ['return os.getenv("A")', 'print(os.environ | {"A": "1"})'],
  ],
  [
    'the environment',
    'import os\nA = os.environ.get("A")',
    'return A',
    'os.environ["A"] = "1"',
    ['return x', 'os.environ["A"] = "1"'],
  ],
  [
    'the working directory',
    'import os\nHERE = os.getcwd()',
    'return HERE',
    'os.chdir("/")',
    ['return x', 'os.chdir("/")'],
  ],
  [
    'the command line',
    'import sys\nN = len(sys.argv)',
    'return N',
    'sys.argv.append("a")',
    ['return x', 'sys.argv.append("a")'],
  ],
  [
    'the locale',
    'import locale',
    'return locale.str(x)',
    'locale.setlocale(locale.LC_ALL, "C")',
    ['return str(x)', 'locale.setlocale(locale.LC_ALL, "C")'],
  ],
  [
    'the decimal context',
    'import decimal',
    'return decimal.Decimal(x) / 3',
    'decimal.getcontext().prec = 4',
    ['return x', 'decimal.Decimal(4)'],
  ],
  [
    'the filters of warnings',
    'import warnings',
    'return x',
    'warnings.simplefilter("error")',
    ['return x', 'warnings.simplefilter("ignore")'],
  ],
  [
    'the filters of warnings',
    'import warnings',
    'warnings.warn(str(x))',
    'warnings.simplefilter("always")',
    ['return x', 'warnings.simplefilter("always")'],
  ],
  [
    'the limit of recursion',
    'import sys',
    'return x',
    'sys.setrecursionlimit(9999)',
    ['return x', 'sys.getrecursionlimit()'],
  ],
  [
    'what signals do',
    'from signal import SIGTERM, SIG_IGN\nfrom signal import signal as on',
    'return x',
    'on(SIGTERM, SIG_IGN)',
    ['return x', 'print(SIGTERM)'],
  ],
  [
    'logging',
    'import logging\nlog = logging.getLogger("a")',
    'log.info(x)',
    'logging.basicConfig(level=10)',
    ['return x', 'logging.basicConfig(level=10)'],
  ],
  [
    'logging',
    'import logging',
    'logging.getLogger("a").warning(x)',
    'logging.root.handlers.append(None)',
    ['return x', 'logging.root.handlers.append(None)'],
  ],
  [
    'logging',
    'import logging',
    'logging.warning(x)',
    'logging.setLogRecordFactory(None)',
    ['return x', 'logging.setLogRecordFactory(None)'],
  ],
  [
    'loguru',
    'from loguru import logger',
    'logger.info(x)',
    'logger.add("a.log")',
    ['return x', 'logger.add("a.log")'],
  ],
  [
    'where output goes',
    'import sys',
    'print(x)',
    'sys.stdout = sys.stderr',
    ['return x', 'sys.stdout = sys.stderr'],
  ],
  [
    'how modules are imported',
    'import sys',
    'return x',
    'sys.modules["a"] = sys',
    ['return x', 'print(sys.modules["a"])'],
  ],
  [
    "NumPy's random numbers",
    'import numpy as np',
    'return np.random.rand()',
    'np.random.seed(1)',
    ['return x', 'np.random.seed(1)'],
  ],
  [
    "PyTorch's random numbers",
    'import torch',
    'return torch.rand(1)',
    'torch.manual_seed(1)',
    ['return x', 'torch.manual_seed(1)'],
  ],
  [
    'what Python sets up for sockets, files and types',
    'import socket',
    'return x',
    'socket.setdefaulttimeout(3)',
    ['return x', 'socket.getdefaulttimeout()'],
  ],
  [
    'the limits and rights of the process',
    'import os',
    'return x',
    'os.umask(0)',
    ['return x', 'os.getuid()'],
  ],
  [
    'what a test double replaces',
    'from unittest import mock',
    'return x',
    'mock.patch("os.getcwd").start()',
    ['return x', 'print(mock)'],
  ],
  [
    'what a registry of the process holds',
    'import os',
    'return x',
    'os.register_at_fork(before=print)',
    ['return x', 'os.getpid()'],
  ],
];

describe('what belongs to the process', () => {
  holds(
    SETTINGS.map(([what, top, work, parent, [otherWork, otherParent]]) => [
      `${what}, set by ${parent}`,
      program(top, work, parent),
      `workers may depend on ${what}, which the parent sets in line`,
      program(top, otherWork, otherParent),
    ]),
  );

  test('is as the parent left it where processes are spawned from it', async () => {
    const files = {
      'main.py': program('import os', 'return os.getenv("A")', 'os.environ["A"] = "1"'),
    };
    expect((await sitesOf(files, 'spawn')).map(({ verdict }) => verdict)).toEqual(['safe']);
  });
});

const SERVICE =
  'class Service:\n    def __init__(self, lock):\n        self.lock = lock\n    def run(self):\n        pass\n';
const JOB =
  'class Job(Process):\n    def __init__(self, thing=None):\n        super().__init__()\n        self.thing = thing\n    def run(self):\n        pass\n';

describe('what is pickled', () => {
  holds([
    [
      'an argument',
      starting('import app', 'p = Process(target=work, args=(app.make(),))'),
      'whether `app.make()` can be pickled is not known',
      starting('import app', 'p = Process(target=work, args=([1, "a"],))'),
    ],
    [
      'an argument of an initializer',
      'import app\nfrom multiprocessing import Pool\n\ndef run():\n    with Pool(1, initializer=print, initargs=(app.make(),)) as pool:\n        pool.map(abs, [1])\n',
      'whether `app.make()` can be pickled is not known',
      'import app\nfrom multiprocessing import Pool\n\ndef run():\n    with Pool(1, initializer=print, initargs=(1,)) as pool:\n        pool.map(abs, [1])\n',
    ],
    [
      'what a partial function carries',
      starting(
        'import app\nfrom functools import partial',
        'p = Process(target=partial(work, app.make()))',
      ),
      'whether `app.make()` can be pickled is not known',
      starting('import app\nfrom functools import partial', 'p = Process(target=partial(work, 1))'),
    ],
    [
      'the object of a method',
      starting(`import app\n${SERVICE}`, 's = Service(app.make())\np = Process(target=s.run)'),
      'can be pickled is not known',
      starting(SERVICE, 's = Service(1)\np = Process(target=s.run)'),
    ],
    [
      'an object that is pickled in its own way',
      starting(
        `${SERVICE}    def __getstate__(self):\n        return {}\n`,
        's = Service(1)\np = Process(target=s.run)',
      ),
      'whether `s` can be pickled is not known',
      starting(
        `${SERVICE}    def state(self):\n        return {}\n`,
        's = Service(1)\np = Process(target=s.run)',
      ),
    ],
    [
      'what a process is given later',
      starting('import app', 'p = Process(target=work)\np.thing = app.make()'),
      'whether `app.make()` can be pickled is not known',
      starting('import app', 'p = Process(target=work)\np.thing = 1'),
    ],
    [
      'what a process holds',
      starting(`import app\n${JOB.replace('= thing', '= app.make()')}`, 'p = Job()'),
      'whether the `thing` of a Job can be pickled is not known',
      starting(JOB, 'p = Job()'),
    ],
    [
      'what a process is made with',
      starting(`import app\n${JOB}`, 'p = Job(app.make())'),
      'whether `app.make()` can be pickled is not known',
      starting(`import app\n${JOB}`, 'p = Job(1)'),
    ],
    [
      'a process of a base that is not seen',
      starting(`import app\n${JOB.replace('(Process)', '(Process, app.Base)')}`, 'p = Job()'),
      'what `app.Base` adds to a Job is not known',
      starting(`import abc\n${JOB.replace('(Process)', '(Process, abc.ABC)')}`, 'p = Job()'),
    ],
    [
      'a process that is handed to what changes it',
      starting(`${JOB}\ndef fill(job):\n    job.thing = print\n`, 'p = Job()\nfill(p)'),
      'what `p` adds to a Job is not known',
      starting(`${JOB}\ndef show(job):\n    print(job.thing)\n`, 'p = Job()\nshow(p)'),
    ],
  ]);
});

describe('a finding belongs to the sites that it concerns', () => {
  const POOLS =
    'def run_a():\n    with Pool(1) as pool:\n        pool.map(a, [1])\n\ndef run_b():\n    with Pool(1) as pool:\n        pool.map(b, [1])\n';
  const WORKERS =
    'import multiprocessing\n\nN = 0\n\ndef configure():\n    global N\n    N = 1\n\ndef help_a():\n    multiprocessing.Process(target=lambda: N).start()\n\ndef a(x):\n    help_a()\n\ndef b(x):\n    return x\n';
  const STATE = WORKERS.replace(/help_a\(\):\n.*/, 'help_a():\n    return N');
  const RUN = '\nif __name__ == "__main__":\n    configure()\n    run_a()\n    run_b()\n';
  const IMPORT = 'from multiprocessing import Pool\n';

  test.each<[string, Files, string]>([
    ['in its file', { 'main.py': `${IMPORT}${WORKERS}${POOLS}` }, 'MP201'],
    [
      'in another file',
      { 'main.py': `${IMPORT}from lib import a, b\n${POOLS}`, 'lib.py': WORKERS },
      'MP201',
    ],
    [
      'which depend on what the parent has',
      { 'main.py': `${IMPORT}from lib import a, b, configure\n${POOLS}${RUN}`, 'lib.py': STATE },
      'MP501',
    ],
  ])('%s', async (_, files, code) => {
    const sites = await sitesOf(files);
    const codes = sites
      .filter(({ call }) => call === 'Pool(…)')
      .map(({ findings }) => findings.map((finding) => finding.code));
    expect(codes).toEqual([[code], []]);
  });
});
