import { describe, expect, test } from '@jest/globals';
import { type Footprint, Footprints, sharesNoNames } from '../../src/semantics/footprint.ts';
import { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import { parse } from '../../src/syntax/parse.ts';
import { statementsOf } from '../../src/syntax/shapes.ts';

function read(text: string) {
  const semantics = new Semantics(parse(text));
  const footprints = new Footprints(semantics, { keeps: () => false, leavesAlone: () => false });
  return { semantics, footprints, statements: statementsOf(semantics.tree.root) };
}

/** What a statement does, also through the functions that it runs. */
function whole(footprints: Footprints, statement: Node): Footprint {
  const parts = footprints.codeRunBy(statement).map((code) => footprints.of(code));
  const all = (of: keyof Footprint) => new Set(parts.flatMap((part) => [...part[of]]));
  return { reads: all('reads'), binds: all('binds'), mutates: all('mutates') };
}

/** `reads | binds | mutates` of the last statement. */
function footprint(text: string): string {
  const { footprints, statements } = read(text);
  const { reads, binds, mutates } = footprints.of(statements.at(-1) as (typeof statements)[0]);
  return [reads, binds, mutates].map((set) => [...set].map((b) => b.name).join(' ')).join(' | ');
}

describe('what a statement does to names', () => {
  test.each([
    ['an assignment', 'b = 1\na = b\n', 'b | a | '],
    ['a builtin is no name of the file', 'a = len("x")\n', ' | a | '],
    ['an update of a number', 'a = 1\na += 1\n', 'a | a | '],
    ['an update of a list', 'a = []\na += [1]\n', 'a | a | a'],
    ['an update of a list in parentheses', 'a = []\n(a) += [1]\n', 'a | a | a'],
    ['an element among several targets', 'a = []\n(a[0], b) = 1, 2\n', 'a | b | a'],
    ['an element that a loop assigns', 'a = []\nfor a[0] in x: pass\n', 'a |  | a'],
    ['what is read through another name', 'a = []\nb = a\na.append(1)\n', 'a |  | a b'],
    ['what is shared by one assignment', 'a = b = []\na.append(1)\n', 'a |  | a b'],
    ['a part of another object', 'a = {}\nb = a["k"]\nb.append(1)\n', 'b |  | a b'],
    [
      'a list does not change what it is given',
      'a = []\nb = []\na.append(b)\na.pop()\n',
      'a |  | a',
    ],
    ['but what is done inside it does', 'a = []\nb = []\na.append(b)\na[0].pop()\n', 'a |  | a b'],
    ['a copy is another list', 'a = []\nb = list(a)\nb.append(1)\n', 'b |  | b'],
    ['a number that a list holds', 'a = []\nb = 1\na.append(b)\na[0].pop()\n', 'a |  | a'],
    ['an iterator is used up by reading it', 'a = iter("ab")\nb = next(a)\n', 'a | b | a b'],
    ['a file too', 'with open("a") as f: pass\nb = f.readline()\n', 'f | b | f'],
    [
      'a `defaultdict` grows',
      'from collections import defaultdict\na = defaultdict(list)\nb = a[1]\n',
      'a | b | a',
    ],
    ['a deletion', 'a = 1\ndel a\n', 'a | a | '],
    ['assigning into an object', 'a = {}\na["k"] = 1\n', 'a |  | a'],
    ['an attribute', 'import m\nm.x = 1\n', 'm |  | m'],
    ['a method that changes', 'a = []\na.append(1)\n', 'a |  | a'],
    ['a method that looks', 'a = []\nb = a.count(1)\n', 'a | b | '],
    ['a method of which nothing is known, as a statement', 'a = f()\na.go()\n', 'a |  | a'],
    ['an imported function, as a statement', 'import m\na = []\nm.go(a)\n', 'm a |  | a'],
    ['a function that prints', 'a = []\nprint(a)\n', 'a |  | '],
    ['a function of the file that changes', 'def f(x): x.pop()\na = []\nf(a)\n', 'f a |  | a'],
    ['a function of the file that does not', 'def f(x): return x\na = []\nf(a)\n', 'f a |  | '],
    ['an element stands for its list', 'a = []\nfor x in a: x["k"] = 1\n', 'a x | x | x a'],
    ['a def only binds', 'b = 1\ndef f(x=b): return y\n', 'b | f | '],
    ['what a body reads is read later', 'c = 1\ndef f(): return c\n', ' | f | '],
    ["a class's names are its own", 'b = 1\nclass A:\n    c = b\n    d = c\n', 'b | A | '],
    ['a comprehension', 'b = 1\na = [x for x in b if x]\n', 'b | a | '],
    [
      'classes that may derive from each other',
      'exec(x)\nclass A: pass\nclass B(A): pass\nclass A(B): pass\na = A()\na.x = 1\n',
      'a |  | a',
    ],
  ])('%s', (_, text, expected) => {
    const sorted = (line: string) =>
      line.split('|').map((part) => part.trim().split(' ').sort().join(' '));
    expect(sorted(footprint(text))).toEqual(sorted(expected));
  });
});

test('the code that a statement runs goes through calls, callbacks and classes', () => {
  const text =
    'class A:\n    def __init__(self): g()\ndef g(): h(k)\ndef h(f): f()\ndef k(): pass\ndef not_called(): pass\nA()\n';
  const { semantics, footprints, statements } = read(text);
  const names = footprints
    .codeRunBy(statements.at(-1) as (typeof statements)[0])
    .slice(1)
    .map((body) => body.parent?.child('VariableName'))
    .map((name) => name && semantics.textOf(name));
  expect(names).toEqual(['__init__', 'g', 'h', 'k']);
});

describe('whether a statement may run behind the next one', () => {
  test.each([
    ['other names', 'a = 1\nb = 2\n', true],
    ['the second reads what the first binds', 'a = 1\nb = a\n', false],
    ['both bind', 'a = 1\na = 2\n', false],
    ['the second changes what the first reads', 'c = []\na = len(c)\nc.append(1)\n', false],
    ['the first changes what the second reads', 'c = []\nc.append(1)\na = len(c)\n', false],
    ['both only read', 'c = 1\na = c\nb = c\n', true],
    ['the second binds anew what the first reads', 'c = 1\na = c\nc = 2\n', false],
    ['the second reads it by another name', 'c = []\nd = c\nc.append(1)\na = len(d)\n', false],
    ['the second reads what holds it', 'c = []\nd = {"c": c}\nc.append(1)\na = str(d)\n', false],
    ['a builtin that the second hides', 'print(1)\nprint = log\n', false],
    ['a name that only the second gives a value', 'def f(): return x\nf()\nx = 1\n', true],
    [
      'a name that a function gives a value',
      'def g():\n    global x\n    x = 1\ng()\na = x\ng()\n',
      false,
    ],
    ['modules of one package', 'import m\nimport m.n as o\nm.x = 1\na = o.x\n', false],
    ['modules of two', 'import m\nimport n\nm.x = 1\na = n.x\n', true],
  ])('%s', (_, text, expected) => {
    const { footprints, statements } = read(text);
    const [first, second] = statements.slice(-2).map((node) => whole(footprints, node));
    if (!first || !second) throw new Error('two statements are needed');
    expect(sharesNoNames(first, second)).toBe(expected);
  });

  test.each([
    ['a static method', 'class A:\n    @staticmethod\n    def f(x): x.pop()\nc = []\nA.f(c)'],
    ['a method called by its class', 'class A:\n    def f(self, x): x.pop()\nc = []\nA.f(A(), c)'],
    ['an attribute', 'class A: pass\ndef f(x): x.pop()\nc = A()\nf(c.list)'],
    ['unpacked arguments', 'def f(x): x.pop()\nc = []\nf(*[c])'],
    ['gathered arguments', 'def f(*x): x[0].pop()\nc = []\nf(1, c)'],
    ['gathered keywords', 'def f(**x): x["k"].pop()\nc = []\nf(k=c)'],
    ['the result of a function', 'def f(x): x.pop()\ndef g(): return c\nc = []\nf(g())'],
    ['a default', 'c = []\ndef f(x=c): x.pop()\nf()'],
    ['a default of its own', 'def c(x=[]):\n    x.append(1)\n    return x\nc()'],
    ['a callback', 'def f(x): x.pop()\nc = []\nlist(map(f, [c]))'],
    ['a partial', 'from functools import partial\nc = []\nf = partial(c.append, 1)\nf()'],
    ['a closure', 'c = []\ndef f():\n    def g(): c.pop()\n    return g\ng = f()\ng()'],
    ['a function in a dict', 'c = []\ndef f(): c.pop()\nd = {"f": f}\nd["f"]()'],
    ['a function in brackets', 'c = []\ndef f(): c.pop()\n(f if x else f)()'],
    [
      'a decorator',
      'c = []\ndef d(f):\n    def w(): c.pop()\n    return w\n@d\ndef g(): pass\ng()',
    ],
    ['a generator', 'c = []\ndef f():\n    c.pop()\n    yield 1\ng = f()\nlist(g)'],
    ['a property', 'c = []\nclass A:\n    @property\n    def p(self): c.pop()\na = A()\na.p'],
    [
      'a property by its name',
      'c = []\nclass A:\n    @property\n    def p(self): c.pop()\na = A()\ngetattr(a, "p")',
    ],
    ['an operator', 'c = []\nclass A:\n    def __add__(self, x): c.pop()\na = A()\na + 1'],
    [
      'an override',
      'c = []\nclass A:\n    def f(self): self.g()\n    def g(self): pass\nclass B(A):\n    def g(self): c.pop()\nb = B()\nb.f()',
    ],
    [
      'a method of what an object holds',
      'c = []\nclass A:\n    def __init__(self, x): self.x = x\n    def f(self): self.x.pop()\na = A(c)\na.f()',
    ],
    ['a function that keeps it', 'k = []\ndef f(x): k.append(x)\nc = []\nf(c)\nk[0].pop()'],
    [
      'what instances share',
      'class A:\n    x = []\n    def f(self): self.x.pop()\nc = A()\nb = A()\nb.f()',
    ],
    [
      'the class of an instance',
      'class A:\n    x = 0\n    def f(self): type(self).x += 1\nc = A()\nb = A()\nb.f()',
    ],
    ['a method as a function', 'c = []\nlist.append(c, 1)'],
  ])('%s changes what the next statement reads', (_, text) => {
    const { footprints, statements } = read(`${text}\nresult = str(c)\n`);
    const [first, second] = statements.slice(-2).map((node) => whole(footprints, node));
    expect(first && second && sharesNoNames(first, second)).toBe(false);
  });
});
