import { describe, expect, test } from '@jest/globals';
import { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import { parse } from '../../src/syntax/parse.ts';

function nameOf(semantics: Semantics, fn: Node | null): string {
  const name = fn?.child('VariableName');
  return name ? semantics.textOf(name) : fn ? 'lambda' : 'module';
}

/** `caller > function` for every call that may run a function of the file, in order. */
function edges(text: string): string[] {
  const semantics = new Semantics(parse(text));
  return semantics.allCalls().flatMap(({ node, callee }) => {
    const caller = nameOf(semantics, semantics.enclosingFunction(node));
    const functions = semantics.callGraph.functionsOf(callee);
    return functions.map((fn) => `${caller} > ${nameOf(semantics, fn)}`);
  });
}

describe('which functions a call may run', () => {
  test.each([
    ['a function', 'def f(): pass\nf()\n', ['module > f']],
    ['from a function', 'def f(): g()\ndef g(): pass\n', ['f > g']],
    ['through a name', 'def f(): pass\ng = f\ng()\n', ['module > f']],
    [
      'one of two',
      'def f(): pass\ng = f if x else (lambda: 1)\ng()\n',
      ['module > f', 'module > lambda'],
    ],
    [
      'a class stands for what makes it',
      'class A:\n    def __init__(self): pass\n    def m(self): pass\nA()\n',
      ['module > __init__'],
    ],
    [
      "a method of the base's",
      'class A:\n    def m(self): pass\nclass B(A):\n    def n(self): self.m()\nB().m()\n',
      ['n > m', 'module > m'],
    ],
    [
      "a subclass's method in place of the own one",
      'class A:\n    def m(self): self.n()\n    def n(self): pass\nclass B(A): pass\nclass C(B):\n    def n(self): pass\n',
      ['m > n', 'm > n'],
    ],
    [
      'of an instance the class is known',
      'class A:\n    def n(self): pass\nclass B(A):\n    def n(self): pass\nA().n()\n',
      ['module > n'],
    ],
    [
      "a base's method next to what a subclass has in its place",
      'def f(): pass\nclass A:\n    def m(self): self.n()\n    def n(self): pass\nclass B(A):\n    n = f\n',
      ['m > n', 'm > f'],
    ],
    [
      'a class that a subclass puts behind another',
      'class A:\n    def m(self): super().m()\nclass B:\n    def m(self): pass\nclass C(A, B): pass\n',
      ['m > m'],
    ],
    [
      'a property gives what it returns',
      'class A:\n    @property\n    def p(self): return f\n    @p.setter\n    def p(self, f): pass\nA().p()\n',
      [],
    ],
    [
      'what a decorator of the file puts in its place',
      'def d(f):\n    def w(): f()\n    return w\n@d\ndef g(): pass\ng()\n',
      ['module > g', 'module > w'],
    ],
    [
      'a class that decorates',
      'class D:\n    def __init__(self, f): pass\n    def __call__(self): pass\n@D\ndef g(): pass\ng()\n',
      ['module > g', 'module > __call__'],
    ],
    [
      'a function that another may put in its place',
      'def s():\n    global f\n    f = lambda: 1\ndef f(): pass\ndef g(): f()\n',
      ['g > lambda', 'g > f'],
    ],
    [
      'what `__enter__` gives in place of the context',
      'class A:\n    def __enter__(self): return x\n    def m(self): pass\nwith A() as a: a.m()\n',
      [],
    ],
    [
      'an `__enter__` that gives the context',
      'class A:\n    def __enter__(self): return self\n    def m(self): pass\nwith A() as a: a.m()\n',
      ['module > m'],
    ],
    ['an imported function is unknown', 'from m import f\nf()\n', []],
    ['a parameter is unknown', 'def f(g): g()\n', []],
  ])('%s', (_, text, expected) => {
    expect(edges(text)).toEqual(expected);
  });

  test('calls are found by the function that they may run, and by the one that they stand in', () => {
    const semantics = new Semantics(parse('def f(): g()\ndef g(): pass\ng()\nf()\n'));
    const [f, g] = semantics.tree.root.childrenOf('FunctionDefinition') as [Node, Node];
    const texts = (calls: readonly { node: Node }[]) => calls.map((c) => semantics.textOf(c.node));
    expect(semantics.callGraph.callsOf(g)).toHaveLength(2);
    expect(texts(semantics.callGraph.callsIn(f))).toEqual(['g()']);
    expect(texts(semantics.callGraph.callsIn(null))).toEqual(['g()', 'f()']);
  });
});

test('a base that is an attribute of `self` leads nowhere', () => {
  expect(
    edges('class A:\n    def m(self):\n        class B(self.C): pass\n        self.n()\n'),
  ).toEqual([]);
});
