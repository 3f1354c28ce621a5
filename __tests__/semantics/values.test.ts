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
    ['Pool?()', ['builtins.Pool']],
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
  ])('%j', (text, expected) => {
    expect(namesOf(text)).toEqual(expected);
  });
});
