import type { Node } from '../../src/syntax/node.ts';
import { parse } from '../../src/syntax/parse.ts';

/** A place in a part's text, and the kind of node that stands there. */
export interface Span {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

/** Some statements of a file that stand in a row, and what there is to change in them. */
export interface Part {
  readonly text: string;
  /** Tokens, comments among them. */
  readonly tokens: readonly Span[];
  /** What has tokens below it: expressions, lists of arguments, clauses … */
  readonly branches: readonly Span[];
  /** Whole lines: the statements of modules and blocks. */
  readonly statements: readonly Span[];
}

/** The statements of a text from one of them on, until there are `size` code units; one at least. */
export function partOf(file: ParsedFile, start: number, size: number): Part {
  const { text, starts, root } = file;
  const first = starts.length > 0 ? start % starts.length : 0;
  const from = first === 0 ? 0 : (starts[first] as number);
  const to = starts.find((at, index) => index > first && at - from > size) ?? text.length;
  const tokens: Span[] = [];
  const branches: Span[] = [];
  const statements: Span[] = [];
  const inside = (node: Node) => node.to > from && node.from < to && node.to > node.from;
  for (const node of root.walk(inside)) {
    if (node === root || node.from < from || node.to > to) continue;
    const span = { kind: node.kind, from: node.from - from, to: node.to - from };
    (node.children.length > 0 ? branches : tokens).push(span);
    if (STATEMENT.test(node.kind)) statements.push(wholeLines(span, text.slice(from, to)));
  }
  return { text: text.slice(from, to), tokens, branches, statements };
}

const STATEMENT = /(Statement|Definition)$/;

function wholeLines({ kind, from, to }: Span, text: string): Span {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const end = text[to - 1] === '\n' ? to : text.indexOf('\n', to) + 1 || text.length;
  return { kind, from: start, to: end };
}

/** A file, parsed once, and where the statements of its module begin. */
export interface ParsedFile {
  readonly text: string;
  readonly root: Node;
  readonly starts: readonly number[];
}

export function parseFile(text: string): ParsedFile {
  const { root } = parse(text);
  const starts = root.children.flatMap((node) => (STATEMENT.test(node.kind) ? [node.from] : []));
  return { text, root, starts };
}

/** Picks one of several things; the same ones each time. */
export type Picker = <T>(from: readonly T[]) => T | undefined;
