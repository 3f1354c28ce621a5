import { describe, expect, test } from '@jest/globals';
import { buildModel } from '../../src/processes/build.ts';
import { SINGLE_FILE } from '../../src/processes/facts.ts';
import { isKnownPicklable } from '../../src/processes/hand-over/known-values.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import { DEFAULT_SETTINGS } from '../../src/processes/settings.ts';
import { lostState } from '../../src/processes/state/lost-state.ts';
import { initialText } from '../../src/processes/state/words.ts';
import { parse } from '../../src/syntax/parse.ts';

function modelOf(text: string): ProcessModel {
  return buildModel('program.py', parse(text), SINGLE_FILE, DEFAULT_SETTINGS);
}

/** The names that children lack, with what they find, of a program with a worker `work`. */
function lost(main: string, module = 'X = None', worker = 'return X'): string[] {
  const lines = (text: string, indent = '    ') => text.replace(/^/gm, indent);
  const model = modelOf(
    `from multiprocessing import Pool\n${module}\n\ndef work(n):\n${lines(worker)}\n\n` +
      `def pooled():\n    with Pool(2) as pool:\n        pool.map(work, [1])\n\n` +
      `def put():\n    global X\n    X = 1\n\n` +
      `if __name__ == "__main__":\n${lines(main)}\n`,
  );
  return lostState(model).map((state) => `${state.variable.text} ${initialText(state, model)}`);
}

const STALE = ['X finds `None`, as the import leaves it'];

describe('what the parent does before it makes the pool', () => {
  test.each([
    ['assigns', 'X = 1\npooled()'],
    ['assigns in a function', 'put()\npooled()'],
    [
      'assigns in a function that is called on the way',
      'def run():\n    put()\n    pooled()\nrun()',
    ],
    ['assigns in a branch', 'if pooled:\n    X = 1\npooled()'],
    ['assigns in a loop, also behind the pool', 'for i in range(2):\n    pooled()\n    X = i'],
    ['assigns in the arguments', 'def run(a):\n    pooled()\nrun(put())'],
    ['binds in a with statement', 'with open("f") as X:\n    pooled()'],
    ['binds in an expression', 'if (X := 1):\n    pooled()'],
  ])('%s', (_, main) => {
    expect(lost(main)).toEqual(STALE);
  });

  test.each([
    ['behind it', 'pooled()\nX = 1'],
    ['never', 'pooled()'],
    ['in the other branch', 'if pooled:\n    X = 1\nelse:\n    pooled()'],
    [
      'on a way that ends',
      'for i in [1]:\n    if i:\n        X = 1\n        raise SystemExit\npooled()',
    ],
    ['from the results', 'def run():\n    pooled()\n    return 1\nX = run()'],
    ['with the value that it has', 'X = None\npooled()'],
  ])('not: %s', (_, main) => {
    expect(lost(main)).toEqual([]);
  });
});

describe('what a child finds', () => {
  test.each([
    ['', ['X gets a NameError']],
    ['X: int', ['X gets a NameError']],
    ['from names import *', ['X finds what the import leaves there']],
    ['X = 1\nX = 2', ['X finds what the import leaves there']],
    ['if Pool:\n    X = 1', ['X finds what the import leaves there']],
    ['X = [\n  1,\n  2,\n]', ['X finds `[ 1, 2, ]`, as the import leaves it']],
  ])('%j', (module, expected) => {
    expect(lost('X = 5\npooled()', module)).toEqual(expected);
  });
});

describe('what the worker reads', () => {
  test.each([
    ['in a lambda', 'return (lambda: X)()'],
    ['in a comprehension', 'return [X for _ in range(n)]'],
    ['in a function that it hands on', 'def inner(a):\n    return X\nreturn list(map(inner, [n]))'],
    ['to raise an error if it is not set', 'if X is None:\n    raise ValueError\nreturn X'],
  ])('%s', (_, worker) => {
    expect(lost('X = 1\npooled()', 'X = None', worker)).toEqual(STALE);
  });

  test.each([
    ['a local of that name', 'X = n\nreturn X'],
    ['what it sets itself', 'global X\nX = n\nreturn X'],
    ['it only in a function that it does not call', 'def inner():\n    return X\nreturn n'],
    ['it where it is prepared for None', 'return X or n'],
    ['it only where it runs in the parent', 'if __name__ == "__main__":\n    return X'],
    ['it for an annotation only', 'a: X\nreturn n'],
  ])('not: %s', (_, worker) => {
    expect(lost('X = 1\npooled()', 'X = None', worker)).toEqual([]);
  });
});

describe('values that can be pickled', () => {
  test.each([
    '1',
    '"a" "b"',
    '-1.5',
    'None',
    '[1, {"a": (2,)}]',
    '{x for x in [1]}',
    '{x: 1 for x in "ab"}',
    'int(input())',
    'a < b',
    'json.load(open("f"))',
    'open("f").read()',
    '[line.split() for line in open("f")]',
    'argparse.ArgumentParser().parse_args()',
    'sys.argv[1:]',
    'os.path.join("a", "b")',
    'dict(zip("ab", [1, 2]))',
    'numpy.zeros(3)',
    'Plain(1)',
    'plain()',
    'plain',
  ])('%s', (value) => {
    expect(isKnown(value)).toBe(true);
  });

  test.each([
    'unknown()',
    'open("f")',
    'lambda: 1',
    '[lambda: 1]',
    '(x for x in [1])',
    'numpy.load("f")',
    'threading.Lock()',
    'Holder()',
    'Derived()',
    'generator()',
    'library.thing',
    '[unknown()]',
  ])('not: %s', (value) => {
    expect(isKnown(value)).toBe(false);
  });
});

function isKnown(value: string): boolean {
  const { semantics, tree } = modelOf(
    `import argparse, json, numpy, os, sys, threading, library
class Plain:
    def __init__(self, a):
        self.a = a
        self.b = []
class Holder:
    def __init__(self):
        self.lock = threading.Lock()
class Derived(library.Base):
    pass
def plain():
    return [1]
def generator():
    yield 1
a, b = 1, 2
VALUE = ${value}
`,
  );
  const assigned = tree.root.descendants('AssignStatement').at(-1)?.lastChild;
  if (!assigned) throw new Error('there is no value');
  return isKnownPicklable(semantics, assigned);
}
