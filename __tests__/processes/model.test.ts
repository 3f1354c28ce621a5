import { describe, expect, test } from '@jest/globals';
import { buildModel } from '../../src/processes/build.ts';
import { SINGLE_FILE } from '../../src/processes/facts.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import { DEFAULT_SETTINGS } from '../../src/processes/settings.ts';
import { parse } from '../../src/syntax/parse.ts';

const model = (text: string): ProcessModel =>
  buildModel('a.py', parse(text), SINGLE_FILE, DEFAULT_SETTINGS);

const MP = 'import multiprocessing as mp\n';

describe('creations', () => {
  test.each([
    [`${MP}p = mp.Pool()`, 'pool multiprocessing - name'],
    [`${MP}with mp.Pool() as p: pass`, 'pool multiprocessing - with'],
    [`${MP}mp.Pool().map(f, x)`, 'pool multiprocessing - chained'],
    [`${MP}f(mp.Pool())`, 'pool multiprocessing - other'],
    [
      `${MP}ctx = mp.get_context("fork")\nctx.Process().start()`,
      'process multiprocessing fork chained',
    ],
    [
      `${MP}class A:\n    def m(self):\n        self.p = mp.Manager()`,
      'manager multiprocessing - attribute',
    ],
    [
      'from multiprocessing import Process\nclass A(Process): pass\nclass B(A): pass\nb = B()',
      'process multiprocessing - name',
    ],
    [
      'from concurrent.futures import *\nx = ProcessPoolExecutor()',
      'executor concurrent.futures - name',
    ],
    ['from futures import *\nx = ProcessPoolExecutor()', ''],
    [
      'import concurrent.futures, multiprocessing\nx = concurrent.futures.ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn"))',
      'executor concurrent.futures spawn name',
    ],
    ['from multiprocessing.dummy import Pool\nPool()', ''],
    ['from multiprocessing.pool import ThreadPool\nThreadPool()', ''],
    ['from concurrent.futures import ThreadPoolExecutor\nThreadPoolExecutor()', ''],
    ['from torch import multiprocessing as mp\np = mp.Pool()', 'pool torch.multiprocessing - name'],
    ['import torch.multiprocessing as mp\np = mp.Pool()', 'pool torch.multiprocessing - name'],
    ['from multiprocess import Pool\np = Pool()', 'pool multiprocess - name'],
    ['from pathos.multiprocessing import ProcessingPool as Pool\np = Pool()', 'pool pathos - name'],
    [
      'try:\n    from multiprocess import Pool\nexcept ImportError:\n    from multiprocessing import Pool\np = Pool()',
      'pool multiprocess - name',
    ],
  ])('%j', (text, expected) => {
    const found = model(text).creations.map(
      (c) => `${c.kind} ${c.library.name} ${c.method ?? '-'} ${c.holder.kind}`,
    );
    expect(found.join()).toBe(expected);
  });
});

describe('submissions', () => {
  test.each([
    [`${MP}with mp.Pool() as p:\n    p.map(f, x)`, 'map f'],
    [`${MP}with mp.Pool() as p:\n    p.apply_async(func=f)`, 'apply_async f'],
    [`${MP}with mp.Pool() as p:\n    p.map(f if x else g, x)`, 'map f+g'],
    [`${MP}mp.Process(target=f).start()`, 'target f'],
    [`${MP}mp.Process(None, f)`, 'target f'],
    [`${MP}mp.Pool(4, f)`, 'initializer f'],
    [`${MP}from functools import partial\nmp.Pool().map(partial(f, 1), x)`, 'map f'],
    [`${MP}h = lambda x: x\nmp.Pool().map(h, x)`, 'map lambda x: x'],
    [
      'from concurrent.futures import ProcessPoolExecutor as E\nwith E() as e:\n    loop.run_in_executor(e, f, 1)',
      'run_in_executor f',
    ],
    ['import torch.multiprocessing as mp\nmp.spawn(f, nprocs=2)', 'spawn f'],
    [
      `${MP}from contextlib import closing\nwith closing(mp.Pool()) as p:\n    p.map(f, x)`,
      'map f',
    ],
    [`${MP}mp.Pool().map(*args)`, ''],
    ['import threading\nthreading.Thread(target=f)', ''],
    ['x.map(f, y)', ''],
  ])('%j', (text, expected) => {
    const { submissions, semantics } = model(text);
    const found = submissions.map(
      (s) => `${s.method} ${s.workers.map((w) => semantics.textOf(w.node)).join('+')}`,
    );
    expect(found.join()).toBe(expected);
  });

  test('say under which start methods they pickle', () => {
    const text = `${MP}mp.Process(target=f)\nmp.get_context("fork").Process(target=f)\nmp.Pool().map(f, x)`;
    expect(model(text).submissions.map((s) => s.pickledUnder)).toEqual([
      ['spawn', 'forkserver'],
      [],
      ['fork', 'spawn', 'forkserver'],
    ]);
  });
});

describe('starts while the module is imported', () => {
  test.each([
    [`${MP}mp.Pool()`, 'mp.Pool()'],
    [`${MP}if __name__ == "__main__":\n    mp.Pool()`, 'mp.Pool() guarded'],
    [`${MP}if "__main__" == __name__ and x:\n    mp.Pool()`, 'mp.Pool() guarded'],
    [`${MP}if __name__ != "__main__":\n    mp.Pool()`, 'mp.Pool()'],
    [`${MP}def f(): mp.Pool()`, ''],
    [`${MP}def f(): mp.Pool()\ndef g(): f()\ng()`, 'g() via g f'],
    [`${MP}class A:\n    def __init__(self): mp.Pool()\nA()`, 'A() via __init__'],
    [`${MP}class A:\n    def go(self): mp.Pool()\na = A()\na.go()`, 'a.go() via go'],
    [`${MP}p = mp.Process()`, ''],
    [`${MP}p = mp.Process()\np.start()`, 'p.start()'],
    [`${MP}class A(mp.Process): pass\nA().start()`, 'A().start()'],
    [`${MP}for p in [mp.Process()]: p.start()`, 'p.start()'],
    [`${MP}x = lambda: mp.Pool()`, ''],
    [`${MP}class A:\n    p = mp.Pool()`, 'mp.Pool()'],
  ])('%j', (text, expected) => {
    const { importTimeStarts, semantics } = model(text);
    const found = importTimeStarts.map(
      (s) =>
        semantics.textOf(s.node) +
        (s.chain.length > 0 ? ` via ${s.chain.join(' ')}` : '') +
        (s.isGuarded ? ' guarded' : ''),
    );
    expect(found.join()).toBe(expected);
  });
});

test('the reach of workers goes through calls, mentions and classes', () => {
  const text = `${MP}A = 1\nB = 2\nC = 3\ndef f(): return g() + A\ndef g(): return K.m\nclass K:\n    m = B\ndef h(): return C\nmp.Pool().map(f, x)\n`;
  expect([...model(text).readInWorkers].map((b) => b.name).sort()).toEqual([
    'A',
    'B',
    'K',
    'f',
    'g',
  ]);
});

test('a name whose only value asks for itself is no main test', () => {
  const { creations, isGuarded } = model(
    `${MP}def run():\n    global ok\n    ok = ok and again\n    if ok:\n        mp.Pool()\n`,
  );
  expect(creations.map(({ call }) => isGuarded(call.node))).toEqual([false]);
});
