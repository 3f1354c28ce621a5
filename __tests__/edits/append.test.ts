import { expect, test } from '@jest/globals';
import { append } from '../../src/edits/append.ts';
import { applyEdits } from '../../src/edits/apply.ts';
import type { Node } from '../../src/syntax/node.ts';
import { parse } from '../../src/syntax/parse.ts';

test.each([
  ['f()', 'f(x, y=1)'],
  ['f(a)', 'f(a, x, y=1)'],
  ['f(a, b=2)', 'f(a, b=2, x, y=1)'],
  ['f(a,)', 'f(a, x, y=1)'],
  ['f(a, b, )', 'f(a, b, x, y=1)'],
  ['f(\n    a,\n)', 'f(\n    a,\n    x,\n    y=1,\n)'],
  ['f(\n    a,\n    b=2\n)', 'f(\n    a,\n    b=2,\n    x,\n    y=1\n)'],
  ['f(\n    a,  # first\n)', 'f(\n    a,  # first\n    x,\n    y=1,\n)'],
  ['f(\n    a  # first\n)', 'f(\n    a,  # first\n    x,\n    y=1\n)'],
  ['f(\n    a)', 'f(\n    a,\n    x,\n    y=1)'],
  ['f(a,\n  b)', 'f(a,\n  b,\n  x,\n  y=1)'],
  ['f(\n    a, b,\n)', 'f(\n    a, b, x, y=1,\n)'],
  ['f(**k)', 'f(**k, x, y=1)'],
])('%j', (before, after) => {
  const tree = parse(before);
  const list = tree.root.descendants('ArgList')[0] as Node;
  expect(applyEdits(before, append(tree, list, ['x', 'y=1']))).toBe(after);
});

test('an empty tuple of one gets its comma, a tuple of two needs none', () => {
  const into = (text: string) => {
    const tree = parse(text);
    const tuple = tree.root.descendants('TupleExpression')[0] as Node;
    return applyEdits(text, append(tree, tuple, ['x']));
  };
  expect(into('()')).toBe('(x,)');
  expect(into('(a,)')).toBe('(a, x)');
});
