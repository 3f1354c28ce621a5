import type { Edit } from './fix.ts';

/** What conflicts depend on; a Fix is one. */
export interface EditSet {
  readonly edits: readonly Edit[];
}

/**
 * Whether two fixes can't be applied in one pass: ranges of theirs touch or overlap (two insertions at one offset
 * too), or one brings new lines into a part that the other re-indents, or both define the same name.
 */
export function conflicts(a: EditSet, b: EditSet): boolean {
  return (
    anyTouch(a.edits, b.edits) ||
    breaksIndentation(a, b) ||
    breaksIndentation(b, a) ||
    definedNames(a).some((name) => definedNames(b).includes(name))
  );
}

/** Keeps each fix that conflicts with none kept before it; the others wait for the next pass. */
export function selectCompatible<T extends EditSet>(
  fixes: readonly T[],
): { kept: T[]; postponed: T[] } {
  const kept: T[] = [];
  const postponed: T[] = [];
  for (const fix of fixes) {
    (kept.some((other) => conflicts(other, fix)) ? postponed : kept).push(fix);
  }
  return { kept, postponed };
}

function anyTouch(a: readonly Edit[], b: readonly Edit[]): boolean {
  return a.some((x) => b.some((y) => x.from <= y.to && y.from <= x.to));
}

function breaksIndentation(indenting: EditSet, other: EditSet): boolean {
  const blank = indenting.edits.filter((edit) => /^[ \t]*$/.test(edit.text));
  if (blank.length < 2) return false;
  const from = Math.min(...blank.map((edit) => edit.from));
  const to = Math.max(...blank.map((edit) => edit.to));
  return other.edits.some((edit) => /[\r\n]/.test(edit.text) && edit.from <= to && from <= edit.to);
}

/** The functions, classes and module variables that new lines of a fix define: each fix chose its names alone. */
function definedNames({ edits }: EditSet): string[] {
  const definition =
    /^(?:[ \t]*(?:async[ \t]+)?(?:def|class)[ \t]+([\p{L}\p{N}_]+)|([\p{L}\p{N}_]+)[ \t]*=(?!=))/gmu;
  const matches = edits.flatMap((edit) => [...edit.text.matchAll(definition)]);
  return matches.map((match) => match[1] ?? (match[2] as string));
}
