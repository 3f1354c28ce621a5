import { describe, expect, test } from '@jest/globals';
import { Semantics } from '../../src/semantics/semantics.ts';
import { parse } from '../../src/syntax/parse.ts';

/** The dotted names of the callee of the call that `?()` marks. */
function namesOf(text: string): readonly string[] {
  const semantics = new Semantics(parse(text.replace('?()', '()')));
  const at = text.indexOf('?()');
  const call = semantics.allCalls().find((c) => c.callee.to === at);
  if (!call) throw new Error('no call is marked');
  return semantics.values.qualifiedNames(call.callee);
}

describe('qualified names', () => {
  test.each([
    ['import multiprocessing as mp\nmp.Pool?()', ['multiprocessing.Pool']],
    ['lazy from multiprocessing import Pool\nPool?()', ['multiprocessing.Pool']],
    ['lazy import multiprocessing as mp\nmp.Pool?()', ['multiprocessing.Pool']],
    ['from m import Pool\ndef f():\n    Pool?()\nclass Pool: pass\nf()', []],
    [
      'try:\n    from m import Pool\nexcept ImportError:\n    class Pool: pass\ndef f():\n    Pool?()',
      ['m.Pool'],
    ],
    ['from multiprocessing import *\nPool?()', ['multiprocessing.Pool']],
    ['from os import *\nfrom m import *\nPool?()', ['os.Pool', 'm.Pool']],
    ['from multiprocessing import *\nlen?()', ['builtins.len']],
    ['print?()', ['builtins.print']],
    ['exit?()', ['builtins.exit']],
    ['Pool?()', ['builtins.Pool']],
    ['globals()["Pool"] = x\nPool?()', []],
    ['import multiprocessing.pool\nmultiprocessing.pool.Pool?()', ['multiprocessing.pool.Pool']],
    ['from multiprocessing import Pool as P\nP?()', ['multiprocessing.Pool']],
    [
      'from concurrent import futures as cf\ncf.ProcessPoolExecutor?()',
      ['concurrent.futures.ProcessPoolExecutor'],
    ],
    [
      'from multiprocessing import get_context\nget_context("spawn").Pool?()',
      ['multiprocessing.get_context().Pool'],
    ],
    [
      'import multiprocessing as mp\nctx = mp.get_context()\nProc = ctx.Process\nProc?()',
      ['multiprocessing.get_context().Process'],
    ],
    [
      'import multiprocessing as mp\nwith mp.Pool() as p:\n    p.map?()',
      ['multiprocessing.Pool().map'],
    ],
    [
      'import multiprocessing as mp\nclass A:\n    def __init__(self):\n        self.p = mp.Pool()\n    def m(self):\n        self.p.map?()',
      ['multiprocessing.Pool().map'],
    ],
    [
      'import multiprocessing as mp\npool = None\ndef f():\n    global pool\n    pool = mp.Pool()\n    pool.map?()',
      ['multiprocessing.Pool().map'],
    ],
    [
      'import multiprocessing as mp\ndef f(pool: mp.Pool):\n    pool.map?()',
      ['multiprocessing.Pool().map'],
    ],
    [
      'import multiprocessing as mp\nps = [mp.Process() for _ in x]\nfor p in ps:\n    p.start?()',
      ['multiprocessing.Process().start'],
    ],
    [
      'import multiprocessing as mp\nps = []\nps.append(mp.Process())\nfor p in ps:\n    p.start?()',
      ['multiprocessing.Process().start'],
    ],
    [
      'try:\n    import multiprocess as mp\nexcept ImportError:\n    import multiprocessing as mp\nmp.Pool?()',
      ['multiprocess.Pool', 'multiprocessing.Pool'],
    ],
    ['a.b?()', []],
    ['x = x.y\nx?()', []],
    [
      'from m import f, g\nclass A:\n    def __init__(self):\n        self.f, self.g = f, g\n    def m(self): self.f?()',
      ['m.f'],
    ],
    [
      'from m import f\nclass A:\n    def __init__(self):\n        self.f, = f\n    def m(self): self.f?()',
      [],
    ],
    [
      'from m import f\nclass A:\n    def __init__(self):\n        self.f = f,\n    def m(self): self.f?()',
      [],
    ],
    ['from m import f\na, = f\na?()', []],
    ['from m import f\nfs = [f]\ngs = [*fs]\ngs[0]?()', ['m.f']],
    ['from m import f\ngs = [*f]\ngs[0]?()', []],
    ['from m import f, g\nfs = []\nfs[0], fs[1] = f, g\nfs[0]?()', ['m.f', 'm.g']],
    [
      'from m import f, g\nclass A:\n    make = f\n    def m(self): self.make?()\nclass B(A):\n    make = g\n',
      ['m.f', 'm.g'],
    ],
    ['import tempfile\nwith tempfile.TemporaryDirectory() as d:\n    d.strip?()', []],
    ['import threading\nwith threading.Lock() as d:\n    d.x?()', []],
    ['import contextlib\nfrom m import f\nwith contextlib.nullcontext(f) as d:\n    d?()', ['m.f']],
    [
      'import contextlib\nfrom m import f\nc = contextlib.closing(f)\nc.x?()',
      ['contextlib.closing().x'],
    ],
    ['from m import A\nwith A() as a:\n    a.x?()', ['m.A().x']],
  ])('%j', (text, expected) => {
    expect(namesOf(text)).toEqual(expected);
  });
});

describe('the one thing that an expression stands for', () => {
  test.each([
    ['from m import f\n?', 'm.f'],
    ['from m import f\nif x: f = None\n?', 'm.f'],
    ['if x:\n    from m import f\nelse:\n    from n import f\n?', null],
    ['try:\n    from m import f\nexcept ImportError:\n    def f(): pass\n?', null],
    ['from m import g\nf = g if x else 1\n?', null],
    ['from m import g\nf = g if x else None\n?', 'm.g'],
    ['from m import f\nfor f in x: pass\n?', null],
    ['import m\nn = m if x else y\nf = n.f\n?', null],
    ['import m\nn = m.f if x else y\nf = n()\n?', null],
  ])('%j', (text, expected) => {
    const { tree, values } = new Semantics(parse(text.replace('?', 'f')));
    const name = tree.root.lastChild?.firstChild;
    if (!name) throw new Error('no name is marked');
    expect(values.qualifiedName(name)).toBe(expected);
  });
});
