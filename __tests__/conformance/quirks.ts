import type { SyntaxTree } from '../../src/syntax/parse.ts';

/** An oddity in the positions that one version of CPython gives, and later ones don't. */
interface Quirk {
  readonly name: string;
  readonly minor: number;
  /** The kinds of nodes. */
  readonly kind: RegExp;
  /** The text at a node's end that this CPython leaves out; null where the node should not be there at all. */
  readonly leftOut: RegExp | null;
}

const QUIRKS: readonly Quirk[] = [
  {
    name: 'a keyword-only parameter ends before its annotation: def f(*, a: b): pass',
    minor: 8,
    kind: /^arg$/,
    leftOut: /^(?:\s|\\|#.*)*:/,
  },
  {
    name: 'a block ends before the `;` of its last statement: if a: b;',
    minor: 8,
    kind: /Def$|^(?:If|While|Try|ExceptHandler|(?:Async)?(?:For|With))$/,
    leftOut: /^(?:\s|\\)*;$/,
  },
  {
    name: 'a starred argument in parentheses ends before the last of them: f(*(a))',
    minor: 8,
    kind: /^Starred$/,
    leftOut: /^(?:\s|#.*|\))*\)$/,
  },
  {
    name: 'an empty constant beside a field of a format: f"{x:{y}z{y}}"',
    minor: 12,
    kind: /^Constant:str$/,
    leftOut: null,
  },
];

/** What is left of two lists of facts when known oddities are taken out; those are counted by name. */
export function explain(
  tree: SyntaxTree,
  version: string,
  theirs: readonly string[],
  ours: readonly string[],
  counts: Map<string, number>,
): { theirs: string[]; ours: string[] } {
  const minor = Number(version.split('.')[1]);
  const quirks = QUIRKS.filter((quirk) => quirk.minor === minor);
  const left = [...ours];
  const unexplained = theirs.filter((fact) => {
    const quirk = quirks.find((candidate) => {
      if (!candidate.kind.test(kindOf(fact))) return false;
      if (!candidate.leftOut) return isEmpty(fact);
      const whole = left.findIndex((other) => candidate.leftOut?.test(tailOf(tree, fact, other)));
      if (whole >= 0) left.splice(whole, 1);
      return whole >= 0;
    });
    if (quirk) counts.set(quirk.name, (counts.get(quirk.name) ?? 0) + 1);
    return !quirk;
  });
  return { theirs: unexplained, ours: left };
}

function kindOf(fact: string): string {
  return fact.slice(0, fact.indexOf(' '));
}

function isEmpty(fact: string): boolean {
  const [start, end] = spanOf(fact);
  return start === end;
}

function spanOf(fact: string): readonly string[] {
  return fact.slice(fact.indexOf(' ') + 1).split('-');
}

/** The text by which one node is longer than another that is the same up to there; empty where it is not. */
function tailOf(tree: SyntaxTree, shorter: string, longer: string): string {
  const [start, from] = spanOf(shorter);
  const [sameStart, to] = spanOf(longer);
  if (kindOf(shorter) !== kindOf(longer) || start !== sameStart || !from || !to) return '';
  return tree.text.slice(offsetOf(tree, from), offsetOf(tree, to));
}

/** The offset of a place that CPython tells: a row from 1, a column from 0 in bytes of UTF-8. */
function offsetOf(tree: SyntaxTree, place: string): number {
  const [row = 0, column = 0] = place.split(':').map(Number);
  const start = tree.lines.startOf(row - 1);
  return (
    start +
    Buffer.from(tree.lines.textOf(row - 1))
      .subarray(0, column)
      .toString().length
  );
}
