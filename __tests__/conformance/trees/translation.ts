import type { Node } from '../../../src/syntax/node.ts';
import type { SyntaxTree } from '../../../src/syntax/parse.ts';
import { isUnplaced } from './tables.ts';

/** The first minor version of Python 3 whose positions inside of f-strings are right. */
const FORMAT_POSITIONS_SINCE = 12;

/** How a node becomes facts: it emits its own, and visits the nodes below it. */
export type Rule = (translation: Translation, node: Node) => void;
export type Rules = Readonly<Record<string, Rule>>;

/** Collects the facts of one tree, as one version of CPython would give them. */
export class Translation {
  readonly facts: string[] = [];
  readonly text: string;
  readonly minor: number;
  private readonly isAscii: boolean;
  private formatDepth = 0;

  constructor(
    private readonly tree: SyntaxTree,
    version: string,
    private readonly rules: Rules,
    private readonly fallback: Rule,
  ) {
    this.text = tree.text;
    this.minor = Number(version.split('.')[1]);
    this.isAscii = !/[^\0-\x7f]/.test(tree.text);
  }

  visit(node: Node): void {
    (this.rules[node.kind] ?? this.fallback)(this, node);
  }

  visitAll(nodes: readonly Node[]): void {
    for (const node of nodes) this.visit(node);
  }

  /** Notes a node of CPython's tree. `kind` may have a detail behind a colon. */
  emit(kind: string, from: number, to: number): void {
    if (isUnplaced(kind, this.minor)) return;
    this.facts.push(
      this.formatDepth > 0 && this.minor < FORMAT_POSITIONS_SINCE
        ? `${kind} in f-string`
        : `${kind} ${this.place(from)}-${this.place(to)}`,
    );
  }

  /** Visits what stands inside of an f-string or t-string. */
  inFormat(visit: () => void): void {
    this.formatDepth++;
    visit();
    this.formatDepth--;
  }

  textOf(node: Node): string {
    return this.text.slice(node.from, node.to);
  }

  /** A place as CPython tells it: rows from 1, columns from 0 in bytes of UTF-8. */
  private place(offset: number): string {
    const { lines } = this.tree;
    const line = lines.lineAt(offset);
    const start = lines.startOf(line);
    const column = this.isAscii
      ? offset - start
      : Buffer.byteLength(this.text.slice(start, offset));
    return `${line + 1}:${column}`;
  }
}

/** The nodes that mean something. */
export function partsOf(node: Node): Node[] {
  return node.children.filter((child) => child.kind !== 'Comment');
}

/** Expressions side by side, some with a star. */
export function visitElements(translation: Translation, nodes: readonly Node[]): void {
  nodes.forEach((node, i) => {
    const next = nodes[i + 1];
    if (node.kind === '*' && next) translation.emit('Starred', node.from, next.to);
    translation.visit(node);
  });
}

/** Expressions that a comma makes a tuple without parentheses. */
export function visitTuple(translation: Translation, nodes: readonly Node[]): void {
  const first = nodes[0];
  const last = nodes[nodes.length - 1];
  if (first && last && nodes.some(isComma)) translation.emit('Tuple', first.from, last.to);
  visitElements(translation, nodes);
}

/** Runs of expressions between nodes of some kinds, each with a comma a tuple. */
export function visitTuples(
  translation: Translation,
  nodes: readonly Node[],
  separators: readonly string[],
): void {
  let run: Node[] = [];
  for (const node of nodes) {
    if (!separators.includes(node.kind)) run.push(node);
    else {
      visitTuple(translation, run);
      translation.visit(node);
      run = [];
    }
  }
  visitTuple(translation, run);
}

/** What stands between commas; a comma that ends the list has nothing behind it. */
export function splitAtCommas(nodes: readonly Node[]): Node[][] {
  const groups: Node[][] = [[]];
  for (const node of nodes) {
    if (isComma(node)) groups.push([]);
    else groups[groups.length - 1]?.push(node);
  }
  return groups.filter((group) => group.length > 0);
}

export function isComma(node: Node): boolean {
  return node.kind === ',';
}

const BLOCKS =
  /^(?:(?:Match)?Body|MatchClause|StatementGroup|DecoratedStatement|\w+Definition|(?:If|While|For|With|Try|Match)Statement)$/;

/** Where CPython sees the end of a statement: behind its last token, blank lines and comments left out. */
export function endOf(node: Node): number {
  for (let inner = node; ; ) {
    const last = BLOCKS.test(inner.kind) ? partsOf(inner).pop() : undefined;
    if (!last) return inner.to;
    inner = last;
  }
}
