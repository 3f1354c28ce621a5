import { describe, expect, test } from '@jest/globals';
import { Footprints, sharesNoNames } from '../../src/semantics/footprint.ts';
import { Semantics } from '../../src/semantics/semantics.ts';
import { parse } from '../../src/syntax/parse.ts';
import { statementsOf } from '../../src/syntax/shapes.ts';

function read(text: string) {
  const semantics = new Semantics(parse(text));
  const footprints = new Footprints(semantics, { keeps: () => false, leavesAlone: () => false });
  return { semantics, footprints, statements: statementsOf(semantics.tree.root) };
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
    ['an update', 'a = 1\na += 1\n', 'a | a | a'],
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
  ])('%s', (_, text, expected) => {
    const { footprints, statements } = read(text);
    const [first, second] = statements.slice(-2).map((node) => footprints.of(node));
    if (!first || !second) throw new Error('two statements are needed');
    expect(sharesNoNames(first, second)).toBe(expected);
  });
});
