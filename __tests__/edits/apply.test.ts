import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits, mapOffset, offsetMapper } from '../../src/edits/apply.ts';
import type { Edit } from '../../src/edits/fix.ts';

const edit = (from: number, to: number, text: string): Edit => ({ from, to, text });

describe('applyEdits', () => {
  test.each<[string, string, Edit[], string]>([
    ['nothing', 'abc', [], 'abc'],
    ['an insertion', 'abc', [edit(1, 1, 'X')], 'aXbc'],
    ['at both ends', 'abc', [edit(3, 3, 'Z'), edit(0, 0, 'A')], 'AabcZ'],
    ['into nothing', '', [edit(0, 0, 'A')], 'A'],
    ['a removal', 'abc', [edit(0, 2, '')], 'c'],
    ['of everything', 'abc', [edit(0, 3, '')], ''],
    ['insertions at one offset in their order', 'ab', [edit(1, 1, 'X'), edit(1, 1, 'Y')], 'aXYb'],
    ['adjacent replacements', 'abcd', [edit(2, 4, 'Y'), edit(0, 2, 'X')], 'XY'],
    [
      'insertions at the borders of a replacement',
      'abcd',
      [edit(3, 3, '>'), edit(1, 3, 'X'), edit(1, 1, '<')],
      'a<X>d',
    ],
    [
      'an insertion between two removals',
      'abcd',
      [edit(0, 2, ''), edit(2, 2, 'X'), edit(2, 4, '')],
      'X',
    ],
  ])('%s', (_, text, edits, expected) => {
    expect(applyEdits(text, edits)).toBe(expected);
  });

  test.each<[string, Edit[], RegExp]>([
    ['behind the end', [edit(2, 4, 'x')], /2–4 "x" is out of the text's range 0–3/],
    ['before the start', [edit(-1, 1, 'x')], /-1–1/],
    ['backwards', [edit(2, 1, 'x')], /2–1/],
    ['no number', [edit(Number.NaN, 1, 'x')], /NaN/],
    ['overlapping', [edit(1, 3, 'y'), edit(0, 2, 'x')], /0–2 "x" and 1–3 "y" overlap/],
    ['twice the same', [edit(0, 2, 'x'), edit(0, 2, 'y')], /overlap/],
    ['an insertion inside', [edit(0, 2, 'x'), edit(1, 1, 'y')], /0–2 "x" and 1–1 "y" overlap/],
  ])('throws for edits that are %s', (_, edits, message) => {
    expect(() => applyEdits('abc', edits)).toThrow(RangeError);
    expect(() => applyEdits('abc', edits)).toThrow(message);
  });
});

describe('mapOffset', () => {
  const edits = [edit(2, 2, 'XX'), edit(4, 6, 'Y')];
  test.each<[number, 'left' | 'right', number | null]>([
    [0, 'left', 0],
    [2, 'left', 2],
    [2, 'right', 4],
    [4, 'left', 6],
    [4, 'right', null],
    [5, 'left', null],
    [5, 'right', null],
    [6, 'left', null],
    [6, 'right', 7],
    [8, 'left', 9],
    [8, 'right', 9],
  ])('%d to the %s', (offset, side, expected) => {
    expect(mapOffset(edits, offset, side)).toBe(expected);
  });

  test('says where each character of the old text is in the new one', () => {
    fc.assert(
      fc.property(textAndEdits(), ([text, edits]) => {
        const result = applyEdits(text, edits);
        const map = offsetMapper(edits);
        for (let i = 0; i < text.length; i++) {
          const replaced = edits.some((e) => e.from <= i && i < e.to);
          const start = map(i, 'right');
          const end = map(i + 1, 'left');
          expect(start === null).toBe(replaced);
          expect(end).toBe(start === null ? null : start + 1);
          if (start !== null) expect(result[start]).toBe(text[i]);
        }
        expect(map(0, 'left')).toBe(0);
      }),
    );
  });
});

/** A text and edits that fit it: replaced ranges don't overlap, new characters are not those of the text. */
function textAndEdits(): fc.Arbitrary<[string, Edit[]]> {
  return fc
    .tuple(
      fc.string({ maxLength: 30 }),
      fc.array(fc.nat(60), { maxLength: 12 }),
      fc.infiniteStream(fc.constantFrom('', 'é', 'éé\n')),
    )
    .map(([text, cuts, texts]) => {
      const places = cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b);
      const edits: Edit[] = [];
      for (let i = 0; i + 1 < places.length; i += 2) {
        const text = texts.next().value as string;
        edits.push({ from: places[i] as number, to: places[i + 1] as number, text });
      }
      return [text, edits];
    });
}
