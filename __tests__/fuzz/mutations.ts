import fc from 'fast-check';
import type { Part, Picker } from './parts.ts';
import { TEXT_CHANGES } from './text-changes.ts';
import { TREE_CHANGES, type TreeEdit } from './tree-changes.ts';

/** One change: its name, and the numbers by which it picks what to change. */
interface Change {
  readonly name: string;
  readonly numbers: readonly number[];
}

/** How a mutant is made of two parts of real files. The other part is where foreign tokens and lines come from. */
export interface Recipe {
  readonly file: number;
  readonly start: number;
  readonly size: number;
  readonly otherFile: number;
  readonly otherStart: number;
  readonly changes: readonly Change[];
}

const change: fc.Arbitrary<Change> = fc.record({
  // Changes of the tree keep more programs valid, and those tell the most.
  name: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...Object.keys(TREE_CHANGES)) },
    { weight: 1, arbitrary: fc.constantFrom(...Object.keys(TEXT_CHANGES)) },
  ),
  numbers: fc.array(number(), { minLength: 4, maxLength: 4 }),
});

/** Any number as likely as another: small ones are not simpler here. */
function number(max?: number): fc.Arbitrary<number> {
  return fc.noShrink(fc.noBias(max === undefined ? fc.nat() : fc.nat(max)));
}

/** Recipes over so many files; they shrink to fewer changes of less text. */
export function recipes(fileCount: number): fc.Arbitrary<Recipe> {
  const file = number(fileCount - 1);
  return fc.record({
    file,
    start: number(10_000),
    size: fc.oneof(
      { weight: 6, arbitrary: fc.constant(500) },
      { weight: 6, arbitrary: fc.constant(4_000) },
      { weight: 1, arbitrary: fc.constant(100_000) },
    ),
    otherFile: file,
    otherStart: number(10_000),
    changes: fc.array(change, { minLength: 1, maxLength: 4 }),
  });
}

/** Changes a part: first its tree, then the text that comes of it, last its bytes. */
export function mutate(part: Part, other: Part, changes: readonly Change[]): Buffer {
  const edits = changes.flatMap(({ name, numbers }) => {
    const make = TREE_CHANGES[name];
    return make ? make(part, other, pickerOf(numbers)) : [];
  });
  let text = applied(part.text, edits);
  let bytes: Buffer | null = null;
  for (const { name, numbers } of changes) {
    const made: string | Buffer | undefined = TEXT_CHANGES[name]?.(text, other, pickerOf(numbers));
    if (typeof made === 'string') text = made;
    else if (made) bytes = made;
  }
  return bytes ?? Buffer.from(text);
}

function pickerOf(numbers: readonly number[]): Picker {
  let used = 0;
  return (from) => from[(numbers[used++ % numbers.length] as number) % from.length];
}

/** Applies edits one after another; those that touch text which is changed already are left out. */
function applied(text: string, edits: readonly TreeEdit[]): string {
  let result = '';
  let done = 0;
  for (const { from, to, text: insert } of [...edits].sort((a, b) => a.from - b.from)) {
    if (from < done) continue;
    result += text.slice(done, from) + insert;
    done = to;
  }
  return result + text.slice(done);
}
