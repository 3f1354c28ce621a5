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
  return (
    anyTouch(a.edits, b.edits) ||
    breaksIndentation(a, b, text) ||
    breaksIndentation(b, a, text) ||
    definedNames(a).some((name) => definedNames(b).includes(name))
  );
}

/** Keeps each fix that conflicts with none kept before it; the others wait for the next pass. */
export function selectCompatible<T extends EditSet>(
  fixes: readonly T[],
  text = '',
): { kept: T[]; postponed: T[] } {
  const kept: T[] = [];
  const postponed: T[] = [];
  for (const fix of fixes) {
    (kept.some((other) => conflicts(other, fix, text)) ? postponed : kept).push(fix);
  }
  return { kept, postponed };
}

function anyTouch(a: readonly Edit[], b: readonly Edit[]): boolean {
  return a.some((x) => b.some((y) => x.from <= y.to && y.from <= x.to));
}

function breaksIndentation(indenting: EditSet, other: EditSet, text: string): boolean {
  const blank = indenting.edits.filter((edit) => /^[ \t]*$/.test(edit.text));
  if (blank.length < 2) return false;
  const from = Math.min(...blank.map((edit) => edit.from));
  const to = nextLine(text, Math.max(...blank.map((edit) => edit.to)));
  return other.edits.some((edit) => /[\r\n]/.test(edit.text) && edit.from <= to && from <= edit.to);
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
