import { describe, expect, test } from '@jest/globals';
import { buildModel } from '../../src/processes/build.ts';
import { contextsOf } from '../../src/processes/contexts.ts';
import { SINGLE_FILE } from '../../src/processes/facts.ts';
import { DEFAULT_SETTINGS } from '../../src/processes/settings.ts';
import type { StartMethod } from '../../src/processes/start-method.ts';
import { Semantics } from '../../src/semantics/semantics.ts';
import { parse } from '../../src/syntax/parse.ts';

const MP = 'import multiprocessing as mp\nimport os, sys\n';

/** The start methods of all that a text makes. */
function methodsIn(text: string, contexts: Record<string, StartMethod> = {}): string {
  const facts = { ...SINGLE_FILE, contexts: new Map(Object.entries(contexts)) };
  const { creations } = buildModel('a.py', parse(MP + text), facts, DEFAULT_SETTINGS);
  return creations.map(({ method }) => method ?? '-').join(' ');
}

describe('a context is pinned to fork', () => {
  test.each([
    ['by name', 'ctx = mp.get_context("fork")\nctx.Pool()'],
    ['by keyword', 'mp.get_context(method="fork").Pool()'],
    ['by its class', 'mp.context.ForkContext().Pool()'],
    ['by the class of its processes', 'mp.context.ForkProcess()'],
    ['as the base of a class', 'class W(mp.get_context("fork").Process): pass\nW()'],
    [
      'for an executor',
      'from concurrent.futures import *\nProcessPoolExecutor(2, mp.get_context("fork"))',
    ],
    [
      'where it exists',
      'mp.get_context("fork" if "fork" in mp.get_all_start_methods() else None).Pool()',
    ],
    ['but on Windows', 'mp.get_context("fork" if sys.platform != "win32" else "spawn").Pool()'],
    ['by a variable', 'M = "fork" if hasattr(os, "fork") else None\nmp.get_context(M).Pool()'],
    [
      'in branches',
      'if os.name == "nt":\n    ctx = mp.get_context()\nelse:\n    ctx = mp.get_context("fork")\nctx.Pool()',
    ],
    [
      'if that does not fail',
      'try:\n    ctx = mp.get_context("fork")\nexcept ValueError:\n    ctx = mp.get_context()\nctx.Pool()',
    ],
    ['by a function', 'def context():\n    return mp.get_context("fork")\ncontext().Pool()'],
    [
      'by a function that looks at the platform',
      'def context():\n    if sys.platform == "darwin":\n        return mp.get_context("spawn")\n    return mp.get_context("fork")\ncontext().Pool()',
    ],
    [
      'by a function that says so',
      'def context():  # mpfix: gives fork\n    return mp.get_context(choose())\ncontext().Pool()',
    ],
  ])('%s', (_, text) => {
    expect(methodsIn(text)).toBe('fork');
  });
});

describe('a context is not known to be pinned', () => {
  test.each([
    ['without a method', 'mp.get_context().Pool()'],
    ['with a parameter', 'def f(m):\n    mp.get_context(m).Pool()'],
    ['where a flag decides', 'mp.get_context("spawn" if cuda else "fork").Pool()'],
    [
      'where a function may give none',
      'def c():\n    if x: return\n    return mp.get_context("fork")\nc().Pool',
    ],
    [
      'where a flag decides in a function',
      'def c(x):\n    if x:\n        return mp.get_context()\n    return mp.get_context("fork")\nc(1).Pool()',
    ],
  ])('%s', (_, text) => {
    expect(methodsIn(text)).toMatch(/^-?$/);
  });
});

test('contexts of other files go by the names that this file gives them', () => {
  const contexts = { '._start_method.context()': 'fork', '.ctx.CONTEXT': 'spawn' } as const;
  const text =
    'from ._start_method import context\nfrom . import ctx, _start_method as sm\n' +
    'context().Pool()\nsm.context().Process()\nctx.CONTEXT.Pool()\nclass W(context().Process): pass\nW()\ncontext.Pool()';
  expect(methodsIn(text, contexts)).toBe('fork fork spawn fork');
});

test('what is made from such a context is submitted to', () => {
  const facts = { ...SINGLE_FILE, contexts: new Map([['pin.context()', 'fork' as const]]) };
  const text = 'from pin import context\nwith context().Pool() as pool:\n    pool.map(f, xs)\n';
  const model = buildModel('a.py', parse(text), facts, DEFAULT_SETTINGS);
  expect(model.submissions.map(({ creations }) => creations)).toEqual([model.creations]);
});

test('a module tells which contexts it makes', () => {
  const text =
    'A = mp.get_context("spawn")\nB = mp.get_context()\nC = 3\n' +
    'def d(): return mp.get_context("fork")\ndef e(): return d\nasync def f(): return A\n';
  expect([...contextsOf(new Semantics(parse(MP + text)))]).toEqual([
    [':A', 'spawn'],
    [':d()', 'fork'],
  ]);
});
