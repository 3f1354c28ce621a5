import type { SyntaxTree } from '../../src/syntax/parse.ts';

/** An oddity in what a version of CPython tells, recognised by rule. */
interface Quirk {
  readonly name: string;
  /** The minor versions that have it. */
  readonly minors: readonly number[];
  /** The fact of ours that CPython should have had in place of its own; null where it should have had none. */
  readonly expected: (theirs: string, tree: SyntaxTree) => string | null | undefined;
}

const QUIRKS: readonly Quirk[] = [];

/** What is left of two lists of facts when known oddities are taken out; those are counted by name. */
export function explain(
  tree: SyntaxTree,
  version: string,
  theirs: readonly string[],
  ours: readonly string[],
  counts: Map<string, number>,
): { theirs: string[]; ours: string[] } {
  const quirks = QUIRKS.filter(({ minors }) => minors.includes(Number(version.split('.')[1])));
  const left = [...ours];
  const unexplained = theirs.filter((fact) => {
    for (const { name, expected } of quirks) {
      const wanted = expected(fact, tree);
      if (wanted === undefined || (wanted !== null && !left.includes(wanted))) continue;
      if (wanted !== null) left.splice(left.indexOf(wanted), 1);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      return false;
    }
    return true;
  });
  return { theirs: unexplained, ours: left };
}
