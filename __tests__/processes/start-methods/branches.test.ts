import { expect, test } from '@jest/globals';
import { branchesOf } from '../../../src/processes/start-methods/branches.ts';
import { Semantics } from '../../../src/semantics/semantics.ts';
import { parse } from '../../../src/syntax/parse.ts';

/** What runs when the first comparison in some code holds, and what when it does not. */
function branches(code: string) {
  const semantics = new Semantics(parse(code));
  const [test] = semantics.tree.root
    .descendants('BinaryExpression')
    .filter((n) => n.child('CompareOp'));
  const sides = test ? branchesOf(test, semantics) : [];
  const textOf = (nodes: readonly { from: number; to: number }[]) =>
    nodes.map((node) => semantics.textOf(node).replace(/^:\s*/, '').trim());
  return sides.map(({ whenTrue, whenFalse }) => [textOf(whenTrue), textOf(whenFalse)]);
}

test.each<[string, string[][][]]>([
  ['if a == b:\n    x\nelse:\n    y\n', [[['x'], ['y']]]],
  ['if not a == b:\n    x\nelse:\n    y\n', [[['y'], ['x']]]],
  ['ok = a == b\nif ok:\n    x\n', [[['x'], []]]],
  // What leads back to itself adds nothing.
  ['def f():\n    global ok\n    ok = ok and a == b\n    if ok:\n        x\n', [[['x'], []]]],
  [
    'def f():\n    global c, d\n    c = d and a == b\n    d = c and e\n    if c:\n        x\n',
    [[['x'], []]],
  ],
])('%j has the branches %j', (code, expected) => {
  expect(branches(code)).toEqual(expected);
});
