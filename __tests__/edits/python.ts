import fc from 'fast-check';
import type { Node } from '../../src/syntax/node.ts';
import type { SyntaxTree } from '../../src/syntax/parse.ts';

/** A line of generated Python: where its text begins, unless it is a continuation, which is taken as it is. */
interface Line {
  readonly depth: number | null;
  readonly text: string;
}

const SIMPLE = [
  'x = 1',
  'call(a, b=c)  # note',
  'a = 1; b = 2',
  'pass;',
  'y = """one\n  two\n\tthree\n\n# no comment\n"""',
  'z = [1,\n2,  # two\n        # a comment in brackets\n\n    3]',
  'w = 1 + \\\n  2',
  's = "a \\\nb"',
  "t = f'''{x\n + y:>{w}}\n  end'''",
  'import os',
  'from a.b import (c,\n    d)',
  'del x',
  'if x: y = 1; z = 2',
  'def g(): return 1',
  '# about what follows',
];

/** Lines that are written at column 0 wherever they stand. */
const LOOSE = ['', '', '   ', '# at column 0'];

const HEADERS = [
  ['if x:'],
  ['while x:  # forever'],
  ['for i in range(3):'],
  ['def f(a,\n      b):'],
  ['class A:'],
  ['@d', '# on the decorator', 'def h():'],
  ['with a as b, \\\n  c as d:'],
  ['async def k():'],
];

const lines: fc.Arbitrary<Line[]> = fc.letrec<{ block: Line[]; statement: Line[] }>((tie) => ({
  statement: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constantFrom(...SIMPLE).map((text) => [{ depth: 0, text }]),
    fc.constantFrom(...LOOSE).map((text) => [{ depth: null, text }]),
    fc
      .tuple(fc.constantFrom(...HEADERS), tie('block'))
      .map(([header, block]) => [
        ...header.map((text) => ({ depth: 0, text })),
        ...block.map((line) => ({ ...line, depth: line.depth === null ? null : line.depth + 1 })),
      ]),
    fc
      .tuple(tie('block'), tie('block'))
      .map(([one, other]) => [
        { depth: 0, text: 'try:' },
        ...one.map((line) => ({ ...line, depth: line.depth === null ? null : line.depth + 1 })),
        { depth: 0, text: 'finally:' },
        ...other.map((line) => ({ ...line, depth: line.depth === null ? null : line.depth + 1 })),
      ]),
  ),
  // A real statement comes first, so that no block is without one.
  block: fc
    .tuple(
      fc.constantFrom(...SIMPLE.filter((text) => !text.startsWith('#'))),
      fc.array(tie('statement'), { maxLength: 4 }),
    )
    .map(([first, rest]) => [{ depth: 0, text: first }, ...rest.flat()]),
})).block;

export interface Style {
  readonly unit: string;
  readonly newline: string;
}

export const style: fc.Arbitrary<Style> = fc.record({
  unit: fc.constantFrom('    ', '\t', '  '),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
});

/** Python with nested blocks, strings over several lines, comments anywhere, and any newline style. */
export const python: fc.Arbitrary<string> = fc
  .tuple(lines, style, fc.boolean())
  .map(([program, { unit, newline }, endsInNewline]) => {
    const text = program
      .map((line) => (line.depth === null ? '' : unit.repeat(line.depth)) + line.text)
      .join('\n');
    return (text + (endsInNewline ? '\n' : '')).replaceAll('\n', newline);
  });

/** The kinds of a tree's nodes with their depth, comments left out. */
export function kindsOf(root: Node): string[] {
  const result: string[] = [];
  const visit = (node: Node, depth: number) => {
    if (node.kind === 'Comment') return;
    result.push(`${depth} ${node.kind}`);
    for (const child of node.children) visit(child, depth + 1);
  };
  visit(root, 0);
  return result;
}

/** The literal texts of a kind of node, in order. */
export function textsOf(tree: SyntaxTree, ...kinds: string[]): string[] {
  return [...tree.root.walk()]
    .filter((node) => kinds.includes(node.kind))
    .map((node) => tree.text.slice(node.from, node.to));
}

/** The first node of a kind whose text contains `marker`; the innermost such where `kind` is not given. */
export function find(tree: SyntaxTree, marker: string, kind?: string): Node {
  const nodes = [...tree.root.walk()].filter(
    (node) =>
      (kind === undefined || node.kind === kind) &&
      tree.text.slice(node.from, node.to).includes(marker),
  );
  const node = kind === undefined ? nodes.at(-1) : nodes[0];
  if (!node) throw new Error(`no ${kind ?? 'node'} with ${marker}`);
  return node;
}
