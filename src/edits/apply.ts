import MagicString from 'magic-string';
import type { Edit } from './fix.ts';

/**
 * The text with the edits applied, all offsets meaning the text as it was.
 * Insertions at one offset come out in the order of the list; one at the start of a replaced range comes out before
 * the replacement, one at its end behind it.
 * @throws RangeError where an edit is out of range, or two replaced ranges overlap, or an insertion lies inside one.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = inOrder(edits);
  validate(text, sorted);
  const result = new MagicString(text);
  // Replacements first: magic-string drops what was appended to a chunk that it then overwrites.
  for (const { from, to, text: replacement } of sorted) {
    if (from === to) continue;
    if (replacement === '') result.remove(from, to);
    else result.overwrite(from, to, replacement);
  }
  for (const edit of sorted) {
    if (isInsertion(edit) && edit.text !== '') result.appendLeft(edit.from, edit.text);
  }
  return result.toString();
}

function isInsertion(edit: Edit): boolean {
  return edit.from === edit.to;
}

/** Sorted by place, at one place insertions before replacements; equals keep their order. */
function inOrder(edits: readonly Edit[]): Edit[] {
  return [...edits].sort(
    (a, b) => a.from - b.from || Number(isInsertion(b)) - Number(isInsertion(a)),
  );
}

function validate(text: string, sorted: readonly Edit[]): void {
  let replaced: Edit | null = null;
  for (const edit of sorted) {
    const { from, to } = edit;
    const isSane = Number.isInteger(from) && Number.isInteger(to);
    if (!isSane || from < 0 || to < from || to > text.length) {
      throw new RangeError(`edit ${shown(edit)} is out of the text's range 0–${text.length}`);
    }
    if (replaced && from < replaced.to) {
      throw new RangeError(`edits ${shown(replaced)} and ${shown(edit)} overlap`);
    }
    if (to > from) replaced = edit;
  }
}

function shown({ from, to, text }: Edit): string {
  const short = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return `${from}–${to} ${JSON.stringify(short)}`;
}

/** Which neighbour an offset belongs to: the character that ends there, or the one that begins there. */
export type Side = 'left' | 'right';

/** Maps one offset; see `offsetMapper`. */
export function mapOffset(edits: readonly Edit[], offset: number, side: Side): number | null {
  return offsetMapper(edits)(offset, side);
}

/**
 * Where offsets of the old text lie in the new one. An offset travels with the character on its side, so map the
 * start of a node with 'right' and its end with 'left'; null where that character was replaced or removed.
 */
export function offsetMapper(
  edits: readonly Edit[],
): (offset: number, side: Side) => number | null {
  const sorted = inOrder(edits);
  // shifts[i]: by how much the first i edits move what follows them.
  const shifts = [0];
  for (const { from, to, text } of sorted) {
    shifts.push((shifts[shifts.length - 1] as number) + text.length - (to - from));
  }
  return (offset, side) => {
    const before = countWhere(sorted, (edit) =>
      side === 'right' ? edit.from <= offset : edit.from < offset,
    );
    // An insertion may share its start with a replacement, but never follows it there.
    const last = sorted[before - 1];
    const isReplaced = last && (side === 'right' ? offset < last.to : offset <= last.to);
    if (isReplaced && !isInsertion(last)) return null;
    return offset + (shifts[before] as number);
  };
}

/** How many leading items satisfy a condition that holds for a prefix of the list only. */
function countWhere<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}
