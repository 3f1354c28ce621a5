import { expect, test } from '@jest/globals';
import { Order } from '../../../src/processes/start-methods/order.ts';
import { Semantics } from '../../../src/semantics/semantics.ts';
import { parse } from '../../../src/syntax/parse.ts';

/** Whether `first()` has run for certain when control gets to `second()`. */
function isBefore(code: string): boolean {
  const semantics = new Semantics(parse(code));
  const calls = (name: string) =>
    semantics.allCalls().filter(({ callee }) => semantics.textOf(callee) === name);
  const events = calls('first').map((call) => ({ call }));
  const [second] = calls('second');
  if (!second) throw new Error('there is no second()');
  return new Order(events, semantics, () => true).before(second.node).length > 0;
}

test.each([
  ['in one block', 'first()\nsecond()\n', true],
  ['the other way round', 'second()\nfirst()\n', false],
  ['in a test', 'if first():\n    second()\n', true],
  ['in a branch', 'if x:\n    first()\nsecond()\n', false],
  ['in the other branch', 'if x:\n    first()\nelse:\n    second()\n', false],
  ['in a with', 'with a:\n    first()\nsecond()\n', true],
  ['in a loop', 'for a in b:\n    first()\nsecond()\n', false],
  ['in what is looped over', 'for a in first():\n    second()\n', true],
  ['in a try', 'try:\n    first()\nexcept E:\n    pass\nsecond()\n', false],
  ['behind a way out', 'def f():\n    first()\n    if x:\n        return\n    second()\n', false],
  ['in a function that is called', 'def f():\n    first()\nf()\nsecond()\n', true],
  [
    'in one that may return',
    'def f():\n    if x:\n        return\n    first()\nf()\nsecond()\n',
    false,
  ],
  ['in one that is not run', 'async def f():\n    first()\nf()\nsecond()\n', false],
  ['in a generator', 'def f():\n    yield first()\nf()\nsecond()\n', false],
  ['where it is called from', 'def f():\n    second()\nfirst()\nf()\n', true],
  ['where it may be called from', 'def f():\n    if x:\n        second()\nfirst()\nf()\n', false],
  ['in a lambda', 'f = lambda: first()\nsecond()\n', false],
])('%s', (_, code, expected) => {
  expect(isBefore(code)).toBe(expected);
});
