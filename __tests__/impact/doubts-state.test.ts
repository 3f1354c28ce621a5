import { describe } from '@jest/globals';
import { holds, program, type Row, withLib } from './programs.ts';

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
        [
          'an operator of its class',
          'class H:\n    def __len__(self):\n        D["a"] = 1\n        return 0\nH1 = H()',
          'len(H1)',
          'len(H1)',
          'class H:\n    def __len__(self):\n        return 0\nH1 = H()',
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
