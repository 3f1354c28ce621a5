import { describe, expect, test } from '@jest/globals';
import { Semantics } from '../../src/semantics/semantics.ts';
import { parse } from '../../src/syntax/parse.ts';

/** For each read of a name, in order: `name@kind of the owning scope`, or `name@-` for an unknown one. */
function reads(text: string): string[] {
  const { scopes } = new Semantics(parse(text));
  return [...scopes.references]
    .sort((a, b) => a.node.from - b.node.from)
    .map(({ name, binding }) => `${name}@${binding?.scope.kind ?? '-'}`);
}

/** The names that each scope binds: `kind: a b`. */
function bound(text: string): string[] {
  const { scopes } = new Semantics(parse(text));
  return scopes.all.map((scope) => `${scope.kind}: ${[...scope.bindings.keys()].join(' ')}`.trim());
}

describe('what a name is bound to', () => {
  test.each([
    ['a local hides a global', 'x = 1\ndef f():\n    x = 2\n    x\n', ['x@function']],
    ['a global statement', 'x = 1\ndef f():\n    global x\n    x = 2\n    x\n', ['x@module']],
    ['a builtin', 'print\n', ['print@-']],
    [
      'a class scope is skipped by its methods',
      'x = 1\nclass A:\n    x = 2\n    x\n    def m(self):\n        x\n',
      ['x@class', 'x@module'],
    ],
    [
      'nonlocal',
      'def f():\n    x = 1\n    def g():\n        nonlocal x\n        x = 2\n    x\n',
      ['x@function'],
    ],
    [
      'defaults are evaluated outside',
      'def f(a):\n    def g(a=a):\n        a\n',
      ['a@function', 'a@function'],
    ],
    ['the first iterable is evaluated outside', '[x for x in x]\n', ['x@comprehension', 'x@-']],
    [
      'the second iterable inside',
      '[y for x in a for y in x]\n',
      ['y@comprehension', 'a@-', 'x@comprehension'],
    ],
    ['a generator as the only argument', 'f(x for x in y)\n', ['f@-', 'x@comprehension', 'y@-']],
    ['a keyword argument is no name', 'f(a=b)\n', ['f@-', 'b@-']],
    ['an f-string field', 'x = 1\nf"{x!r:>{w}}"\n', ['x@module', 'w@-']],
    ['a decorator', 'd = 1\n@d.e(a)\ndef f(): pass\n', ['d@module', 'a@-']],
    ['a lambda', 'lambda a, b=c: a + b\n', ['c@-', 'a@lambda', 'b@lambda']],
    [
      'a private name in a class',
      '__x = 1\nclass A:\n    def m(self):\n        __x\n',
      ['_A__x@-'],
    ],
    [
      'a private name in a class whose name has another form',
      'class ﬁ:\n    def m(self):\n        __x\n',
      ['_fi__x@-'],
    ],
    [
      'a name counted up in parentheses is local',
      'x = 1\ndef f():\n    (x) += 1\n',
      ['x@function'],
    ],
    [
      'an annotation sees its class, a lambda in it does not',
      'class A:\n    T = 1\n    def m(self, a: T, b: (lambda: T)): pass\n',
      ['T@class', 'T@-'],
    ],
    [
      'type parameters are seen by bases, bounds and annotations',
      'class A[T, U: T](B[T]):\n    a: U\n',
      ['T@type-parameters', 'B@-', 'T@type-parameters', 'U@type-parameters'],
    ],
    [
      'a private type parameter belongs to its class',
      'class A[__T](B[__T, __x]): pass\n',
      ['B@-', '_A__T@type-parameters', '__x@-'],
    ],
    [
      'global in a class says nothing of its methods',
      'def f():\n    x = 1\n    class A:\n        global x\n        x = 2\n        def m(self):\n            x\n',
      ['x@function'],
    ],
    [
      'the class cell is for methods, not for the class',
      'class A:\n    __class__\n    def m(self):\n        __class__\n',
      ['__class__@-', '__class__@class'],
    ],
    ['except … as', 'try: pass\nexcept E as e: e\n', ['E@-', 'e@module']],
    ['with … as', 'with a as b, c as d: b, d\n', ['a@-', 'c@-', 'b@module', 'd@module']],
  ])('%s', (_, text, expected) => {
    expect(reads(text)).toEqual(expected);
  });
});

describe('what a scope binds', () => {
  test.each([
    ['imports', 'import a.b, c as d\nfrom e import f as g, h\n', ['module: a d g h']],
    ['targets', 'a, (b, [*c]) = d.e = f[0] = x\nfor g, h in x: pass\n', ['module: a b c g h']],
    [
      'annotations and updates',
      'a: int\nb: int = 1\nc += 1\ndel d\n',
      ['module: a b c d', 'annotation:', 'annotation:'],
    ],
    ['an annotated name in parentheses is not bound', '(a): int\n', ['module:', 'annotation:']],
    [
      'type parameters',
      'class A[T: int = str]: pass\n',
      ['module: A', 'type-parameters: T', 'annotation:', 'annotation:', 'class:'],
    ],
    [
      'a walrus in a comprehension, for a global',
      'def f():\n    global y\n    [y := x for x in z]\n',
      ['module: f y', 'function:', 'comprehension: x'],
    ],
    [
      'nonlocal through a function that declares it too',
      'def f():\n    x = 1\n    def g():\n        nonlocal x\n        def h():\n            nonlocal x\n            x = 2\n',
      ['module: f', 'function: x g', 'function: h', 'function:'],
    ],
    [
      'a walrus in a comprehension binds outside it',
      'def f():\n    [y := x for x in z]\n',
      ['module: f', 'function: y', 'comprehension: x'],
    ],
    ['parameters', 'def f(a, /, b, *c, d=1, **e): pass\n', ['module: f', 'function: a b c d e']],
    [
      'match captures',
      'match x:\n    case [a, *b]: pass\n    case {"k": c, **d}: pass\n    case E(f, g=h) as i: pass\n',
      ['module: a b c d f h i'],
    ],
  ])('%s', (_, text, expected) => {
    expect(bound(text)).toEqual(expected);
  });
});

describe('captures', () => {
  test('are locals of enclosing functions, not of the module or of itself', () => {
    const text =
      'm = 1\ndef f(a):\n    b = 2\n    def g(c):\n        return a + b + c + m + len(g)\n';
    const semantics = new Semantics(parse(text));
    const inner = [...semantics.tree.root.walk()].filter((n) => n.kind === 'FunctionDefinition')[1];
    if (!inner) throw new Error('no inner function');
    expect([...semantics.captures(inner).keys()].map((b) => b.name)).toEqual(['a', 'b', 'g']);
  });
});

test('many arguments are read soon', () => {
  const started = performance.now();
  expect(reads(`f(${'a, '.repeat(30_000)})\n`)).toHaveLength(30_001);
  expect(performance.now() - started).toBeLessThan(4000);
});
