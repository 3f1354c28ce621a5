import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Node } from '../../src/syntax/node.ts';
import { parse } from '../../src/syntax/parse.ts';

interface Example {
  readonly source: string;
  readonly what: string;
  /** CPython 3.15's verdict. */
  readonly isValid: boolean;
}

const examples: Example[] = JSON.parse(
  readFileSync(join(import.meta.dirname, 'grammar-examples.json'), 'utf8'),
);

test.each(examples.map((e) => [e.isValid ? 'admits' : 'refuses', e.source, e] as const))(
  '%s %j',
  (_, source, { isValid }) => {
    expect(parse(source).firstError === null).toBe(isValid);
  },
);

/** An expression with its groups in brackets, as the tree has them. */
function grouped(node: Node, text: string): string {
  if (!/^(Binary|Unary|Await)Expression$/.test(node.kind)) return text.slice(node.from, node.to);
  return `(${node.children.map((child) => grouped(child, text)).join(' ')})`;
}

describe('groups as CPython does', () => {
  test.each([
    ['not a and b', '((not a) and b)'],
    ['not a or not b', '((not a) or (not b))'],
    ['not a == b', '(not (a == b))'],
    ['a is not b', '(a is not b)'],
    ['a not in b', '(a not in b)'],
    ['await a + b', '((await a) + b)'],
    ['await a ** b', '((await a) ** b)'],
    ['-a ** -b', '(- (a ** (- b)))'],
  ])('%s', (source, expected) => {
    const expression = parse(source).root.firstChild?.firstChild;
    expect(expression && grouped(expression, source)).toBe(expected);
  });
});

// What is read in the format of a field; up to 3.12 `{{` was never text there.
test.each([
  ["f'{x:{{a}}}'", ['x', 'a']],
  ["f'{x:b{{a}}}'", ['x', 'a']],
  ["f'{x:{b}{{a}}}'", ['x', 'b']],
  ["f'{x:{b}c{{a}}}'", ['x', 'b']],
  ["f'{x:{b}{{{a}}'", ['x', 'b', 'a']],
  ["f'{x:{b}{ {a}}}'", ['x', 'b', 'a']],
])('in %s the names are %j', (source, expected) => {
  const names = parse(source).root.descendants('VariableName');
  expect(names.map(({ from, to }) => source.slice(from, to))).toEqual(expected);
});

describe('what no line of people has', () => {
  test.each([
    ['a sum of 2,000 terms', `x = ${Array(2_000).fill('a').join(' + ')}\n`, true],
    ['1,000 comments in a row', `x = 1\n${'# comment\n'.repeat(1_000)}y = 2\n`, true],
    ['a sum of 20,000 terms', `x = ${Array(20_000).fill('a').join(' + ')}\n`, false],
    ['a million brackets', '('.repeat(1_000_000), false],
  ])('%s', (_, source, isRead) => {
    expect(parse(source).firstError === null).toBe(isRead);
  });
});
