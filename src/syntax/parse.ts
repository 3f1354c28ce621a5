import { parser } from '@lezer/python';
import { LineIndex } from './lines.ts';
import { type Node, nodesOf } from './node.ts';

/** A parsed text. `firstError` is the first place that the grammar does not admit, or null. */
export interface SyntaxTree {
  readonly text: string;
  readonly root: Node;
  readonly lines: LineIndex;
  readonly firstError: Node | null;
}

/** Parses Python. Never throws for bad Python: look at `firstError`. */
export function parse(text: string): SyntaxTree {
  const root = nodesOf(parser.parse(text));
  return { text, root, lines: new LineIndex(text), firstError: findError(root) };
}

function findError(root: Node): Node | null {
  for (const node of root.walk()) {
    if (node.isError) return node;
  }
  return null;
}
