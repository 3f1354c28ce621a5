import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits } from '../../src/edits/apply.ts';
import { conflicts, selectCompatible } from '../../src/edits/conflicts.ts';
import type { Edit } from '../../src/edits/fix.ts';

const fix = (...edits: [number, number, string][]) => ({
  edits: edits.map(([from, to, text]): Edit => ({ from, to, text })),
});

describe('conflicts', () => {
  test.each([
    ['apart', fix([0, 2, 'x']), fix([3, 5, 'y']), false],
    ['overlapping', fix([0, 3, 'x']), fix([2, 5, 'y']), true],
    ['touching', fix([0, 2, 'x']), fix([2, 5, 'y']), true],
    ['an insertion at a border', fix([0, 2, 'x']), fix([2, 2, 'y']), true],
    ['insertions at one offset', fix([2, 2, 'x']), fix([2, 2, 'y']), true],
    ['one inside the other', fix([0, 9, 'x']), fix([4, 5, 'y']), true],
    ['around another', fix([0, 1, 'x'], [8, 9, 'x']), fix([4, 5, 'y']), false],
    ['one edit of several', fix([0, 1, 'x'], [8, 9, 'x']), fix([4, 5, 'y'], [9, 9, 'z']), true],
    [
      'new lines where lines are indented',
      fix([0, 0, '  '], [9, 9, '  ']),
      fix([4, 5, 'a\nb']),
      true,
    ],
    ['new lines where lines are dedented', fix([0, 2, ''], [9, 11, '']), fix([4, 5, 'a\rb']), true],
    ['a word where lines are indented', fix([0, 0, '  '], [9, 9, '  ']), fix([4, 5, 'ab']), false],
    ['new lines below', fix([0, 0, '  '], [9, 9, '  ']), fix([14, 15, 'a\nb']), false],
    [
      'two new functions of one name',
      fix([0, 0, 'def _f():\n']),
      fix([9, 9, '@d\ndef _f(x):\n']),
      true,
    ],
    ['a function and a variable', fix([0, 0, 'def _f():\n']), fix([9, 9, '_f = 1\n']), true],
    ['two new names', fix([0, 0, 'def _f():\n']), fix([9, 9, 'def _g():\n    _f = 1\n']), false],
    ['a comparison', fix([0, 0, 'a == 1\n']), fix([9, 9, 'a = 1\n']), false],
    ['nothing', fix(), fix([0, 9, 'x']), false],
  ])('%s', (_, a, b, expected) => {
    expect(conflicts(a, b)).toBe(expected);
    expect(conflicts(b, a)).toBe(expected);
  });
});

test('what is added right behind a re-indented part is part of it', () => {
  const indenting = fix([0, 0, '  '], [4, 4, '  ']);
  expect(conflicts(indenting, fix([8, 8, 'x\n']), 'abc\ndef\nghi\n')).toBe(true);
  expect(conflicts(fix([7, 7, '\nx']), indenting, 'abc\ndef\nghi\n')).toBe(true);
  expect(conflicts(indenting, fix([11, 11, '\nx']), 'abc\ndef\nghi\n')).toBe(false);
});

describe('selectCompatible', () => {
  test('keeps the earlier one', () => {
    const [a, b, c] = [fix([0, 2, 'x']), fix([1, 3, 'y'], [7, 8, 'y']), fix([8, 9, 'z'])];
    expect(selectCompatible([a, b, c])).toEqual({ kept: [a, c], postponed: [b] });
  });

  const text = 'abcdefghijklmnopqrst';
  const someEdit = fc
    .tuple(fc.nat(text.length), fc.nat(4), fc.constantFrom('', 'X', 'YY', '\n'))
    .map(([from, length, added]) => ({
      from,
      to: Math.min(text.length, from + length),
      text: added,
    }));
  const someFix = fc
    .array(someEdit, { maxLength: 3 })
    .map((edits) => ({ edits }))
    .filter(({ edits }) => {
      try {
        return applyEdits(text, edits) !== '';
      } catch {
        return false;
      }
    });

  test('what is kept never touches, and comes out the same in any order', () => {
    fc.assert(
      fc.property(fc.array(someFix, { maxLength: 8 }), fc.nat(), (fixes, turn) => {
        const { kept, postponed } = selectCompatible(fixes);
        expect(kept.length + postponed.length).toBe(fixes.length);
        for (const [i, a] of kept.entries()) {
          for (const b of kept.slice(i + 1)) expect(conflicts(a, b)).toBe(false);
        }
        for (const late of postponed) expect(kept.some((one) => conflicts(one, late))).toBe(true);
        const at = kept.length === 0 ? 0 : turn % kept.length;
        const turned = [...kept.slice(at), ...kept.slice(0, at)].reverse();
        const edits = (list: typeof kept) => list.flatMap((one) => one.edits);
        expect(applyEdits(text, edits(turned))).toBe(applyEdits(text, edits(kept)));
      }),
    );
  });
});
