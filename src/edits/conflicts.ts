import type { Edit } from './fix.ts';

/** What conflicts depend on; a Fix is one. */
export interface EditSet {
  readonly edits: readonly Edit[];
}

/**
 * Whether two fixes can't be applied in one pass: ranges of theirs touch or overlap (two insertions at one offset
 * too), or one brings new lines into a part that the other re-indents, or both define the same name. `text` is what
 * they change.
 */
export function conflicts(a: EditSet, b: EditSet, text = ''): boolean {
  return collide(footprintOf(a, text), footprintOf(b, text));
}

/** Keeps each fix that conflicts with none kept before it; the others wait for the next pass. */
export function selectCompatible<T extends EditSet>(
  fixes: readonly T[],
  text = '',
): { kept: T[]; postponed: T[] } {
  const kept: T[] = [];
  const postponed: T[] = [];
  const taken: Footprint[] = [];
  for (const fix of fixes) {
    const footprint = footprintOf(fix, text);
    if (taken.some((other) => collide(other, footprint))) {
      postponed.push(fix);
    } else {
      kept.push(fix);
      taken.push(footprint);
    }
  }
  return { kept, postponed };
}

/** All that conflicts depend on, computed once for a fix. */
interface Footprint {
  /** In the order of the text. */
  readonly edits: readonly Edit[];
  /** From the first edit to the end of the last; null without edits. */
  readonly span: Range | null;
  /** What is re-indented, with the line behind; null where nothing is. */
  readonly indented: Range | null;
  /** The edits that bring new lines. */
  readonly breaking: readonly Edit[];
  readonly names: ReadonlySet<string>;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function footprintOf(fix: EditSet, text: string): Footprint {
  const edits = [...fix.edits].sort((a, b) => a.from - b.from || a.to - b.to);
  return {
    edits,
    span: rangeOf(edits),
    indented: indentedRange(edits, text),
    breaking: edits.filter((edit) => /[\r\n]/.test(edit.text)),
    names: new Set(definedNames(fix)),
  };
}

function collide(a: Footprint, b: Footprint): boolean {
  return (
    anyTouch(a, b) ||
    breaksIndentation(a, b) ||
    breaksIndentation(b, a) ||
    [...a.names].some((name) => b.names.has(name))
  );
}

function touch(a: Range, b: Range): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** Goes through the edits of both in the order of the text. */
function anyTouch(a: Footprint, b: Footprint): boolean {
  if (!a.span || !b.span || !touch(a.span, b.span)) return false;
  for (let i = 0, j = 0; ; ) {
    const [x, y] = [a.edits[i], b.edits[j]];
    if (!x || !y) return false;
    if (touch(x, y)) return true;
    if (x.to < y.from) i++;
    else j++;
  }
}

function breaksIndentation({ indented }: Footprint, { breaking }: Footprint): boolean {
  return indented !== null && breaking.some((edit) => touch(edit, indented));
}

function indentedRange(edits: readonly Edit[], text: string): Range | null {
  const blank = edits.filter((edit) => /^[ \t]*$/.test(edit.text));
  const range = rangeOf(blank);
  return range && blank.length > 1 ? { from: range.from, to: nextLine(text, range.to) } : null;
}

function rangeOf(edits: readonly Edit[]): Range | null {
  const first = edits[0];
  return first
    ? { from: first.from, to: edits.reduce((to, edit) => Math.max(to, edit.to), first.to) }
    : null;
}

/** What is added right behind a re-indented line belongs to its block: the offset at which the next line begins. */
function nextLine(text: string, offset: number): number {
  const rest = /[^\r\n]*(?:\r\n|\r|\n|$)/y;
  rest.lastIndex = offset;
  return offset + (rest.exec(text)?.[0].length ?? 0);
}

/** The functions, classes and module variables that new lines of a fix define: each fix chose its names alone. */
function definedNames({ edits }: EditSet): string[] {
  const definition =
    /^(?:[ \t]*(?:async[ \t]+)?(?:def|class)[ \t]+([\p{L}\p{N}_]+)|([\p{L}\p{N}_]+)[ \t]*=(?!=))/gmu;
  const matches = edits.flatMap((edit) => [...edit.text.matchAll(definition)]);
  return matches.map((match) => match[1] ?? (match[2] as string));
}
