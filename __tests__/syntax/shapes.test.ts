import { describe, expect, test } from '@jest/globals';
import { parse } from '../../src/syntax/parse.ts';
import { assignedPairs, simpleAssignment } from '../../src/syntax/shapes.ts';

describe('assignments', () => {
  test.each([
    ['a = 1', 'a=1', 'a=1'],
    ['a: int = 1', 'a=1', 'a=1'],
    ['a: int', '', null],
    ['a = b = 1', 'a=1 b=1', null],
    ['a, b = 1, 2', 'a=1 b=2', null],
    ['a, = 1', '', null],
    ['a = 1,', '', null],
    ['a, = 1,', 'a=1', null],
    ['a = b, c = 1, 2', 'b=1 c=2', null],
    ['*a, b = 1, 2', '', null],
    ['a, b = *c, 2', '', null],
    ['a, b = 1, 2, 3', '', null],
  ])('%s', (text, pairs, simple) => {
    const { root } = parse(text);
    const show = ({ target, value }: { target: typeof root; value: typeof root }) =>
      `${text.slice(target.from, target.to)}=${text.slice(value.from, value.to)}`;
    const assignment = root.firstChild ?? root;
    const single = simpleAssignment(assignment);
    expect(assignedPairs(assignment).map(show).join(' ')).toBe(pairs);
    expect(single && show(single)).toBe(simple);
  });
});
