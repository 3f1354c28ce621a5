import { describe, expect, test } from '@jest/globals';
import { invalidNames } from '../../src/semantics/invalid-names.ts';
import { Semantics } from '../../src/semantics/semantics.ts';
import { parse } from '../../src/syntax/parse.ts';

function refused(text: string, target: number | null = null): string | null {
  return invalidNames(new Semantics(parse(text)), target)?.message ?? null;
}

describe('global and nonlocal', () => {
  test.each([
    ['nonlocal x\n', '`nonlocal` outside of a function'],
    ['def f(x): global x\n', '`x` is a parameter'],
    ['def f(x): nonlocal x\n', '`x` is a parameter'],
    ['def f():\n  print(x)\n  global x\n', '`x` is used before'],
    ['def f():\n  x = 1\n  global x\n', '`x` is bound before'],
    ['def f():\n  def x(): pass\n  global x\n', '`x` is bound before'],
    ['def f():\n  def g(a=x): pass\n  global x\n', '`x` is used before'],
    ['x = 1\nglobal x\n', '`x` is bound before'],
    ['class A:\n  x = 1\n  global x\n', '`x` is bound before'],
    ['def f():\n  global x\n  x: int = 1\n', '`x` has an annotation'],
    ['def f():\n  x: int\n  global x\n', '`x` has an annotation'],
    ['def f():\n  global x\n  nonlocal x\n', 'both `nonlocal` and `global`'],
    ['def f():\n  nonlocal x\n', 'no function around this one binds `x`'],
    ['x = 1\ndef f():\n  nonlocal x\n', 'no function around this one binds `x`'],
    ['class A:\n  x = 1\n  def f(self):\n    nonlocal x\n', 'no function around'],
    ['def f():\n  global x\n  def g():\n    nonlocal x\n', 'no function around'],
    ['def f[T]():\n  def g():\n    nonlocal T\n', 'no function around'],
    ['def f():\n  x = 1\n  def g():\n    x = 2\n    nonlocal x\n', '`x` is bound before'],
  ])('refused: %j', (text, words) => {
    expect(refused(text)).toContain(words);
  });

  test.each([
    'global x\nx: int = 1\n',
    'def f():\n  global x, y\n  x = 1\n  global z\n  global w, w\n',
    'def f():\n  x = 1\n  def g():\n    nonlocal x\n    def h():\n      nonlocal x\n      x = 2\n',
    'def f(x):\n  class A:\n    nonlocal x\n    x = 1\n',
    'def f():\n  [x for x in y]\n  lambda x: x\n  global x\n',
    'def f():\n  def g(): x = 1\n  global x\n',
    'def f():\n  import x\n  from a import y\n  global x, y\n',
    'def f():\n  [x for y in z]\n  def g(a: x): pass\n  global x\n',
    'def f():\n  def g():\n    nonlocal x\n    x = 1\n  x = 2\n',
    'class A:\n  def f(self):\n    __x = 1\n    def g():\n      nonlocal __x\n',
    'class A:\n  def f(self):\n    nonlocal __class__\n',
    'def f():\n  global x\n  (x): int = 1\n',
  ])('taken: %j', (text) => {
    expect(refused(text)).toBeNull();
  });
});

describe('`except A, e`', () => {
  const file = (types: string, more = '') => `${more}try:\n  f()\nexcept ${types}:\n  pass\n`;

  test('is Python 2 where the name means nothing', () => {
    const message = 'this is Python 2: `except A, e`';
    expect(refused(file('A, e'))).toBe(message);
    expect(refused(file('(A, B), e'))).toBe(message);
    expect(refused(file('A, E', 'from a import e\n'))).toBe(message);
    expect(refused(file('A, e', 'from a import *\n'))).toBe(message);
    expect(refused(file('A, e', 'def g():\n  for e in x: pass\n'))).toBe(message);
  });

  test.each([
    file('A, OSError'),
    file('A, e', 'from a import e\n'),
    file('A, E', 'from a import *\n'),
    file('A, e', 'class e(Exception): pass\n'),
    file('A, b.E'),
    file('A, b, c'),
    file('(A, e)'),
    file('A as e'),
    file('A,'),
    file('* A, B.c'),
  ])('is PEP 758 where it can be: %j', (text) => {
    expect(refused(text)).toBeNull();
  });

  test('is what the target version says', () => {
    expect(refused(file('A, OSError'), 13)).toBe(
      'this is Python 2: `except A, e`; only from Python 3.14 on it would be `except (A, e)`, and the project supports Python 3.13',
    );
    expect(refused(file('A, e'), 14)).toBeNull();
    expect(refused(file('(A, B)'), 13)).toBeNull();
  });
});
