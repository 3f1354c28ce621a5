import type { PartialParse, Tree } from '@lezer/common';
import { parser } from './generated/parser.ts';
import { LineIndex } from './lines.ts';
import { Node, nodesOf } from './node.ts';

/** A parsed text. `firstError` is the first place that the grammar does not admit, or null. */
export interface SyntaxTree {
  readonly text: string;
  readonly root: Node;
  readonly lines: LineIndex;
  readonly firstError: Node | null;
}

/** @lezer/common flattens a tree without a word from level 2,500 on, so a deeper one can't be trusted. */
const MAX_DEPTH = 2_400;

/** Parses Python. Never throws for bad Python: look at `firstError`. */
export function parse(text: string): SyntaxTree {
  const tree = parseTree(text);
  const root = tree && isShallow(tree) ? nodesOf(tree) : tooDeep(text);
  return { text, root, lines: new LineIndex(text), firstError: findError(root) };
}

/** The parser's own tree; null where its nesting is more than the stack holds. */
function parseTree(text: string): Tree | null {
  try {
    const parse = parser.startParse(text);
    for (;;) {
      forgetReductions(parse);
      const tree = parse.advance();
      if (tree) return tree;
    }
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * @lezer/lr takes 300 reductions without a shift in between for a runaway left recursion, and cuts the tree there.
 * Blank lines, comments and long sums make more than that: so the count begins anew with each step.
 */
function forgetReductions(parse: PartialParse & { bigReductionCount?: number }): void {
  if (parse.bigReductionCount) parse.bigReductionCount = 0;
}

function isShallow(tree: Tree): boolean {
  let depth = 0;
  let deepest = 0;
  tree.iterate({
    enter: () => {
      deepest = Math.max(deepest, ++depth);
    },
    leave: () => {
      depth--;
    },
  });
  return deepest <= MAX_DEPTH;
}

/** A tree of one error, for a text that is nested too deeply. */
function tooDeep(text: string): Node {
  const root = new Node('Script', 0, text.length, null, 0, false);
  root.children.push(new Node('⚠', 0, 0, root, 0, true));
  return root;
}

function findError(root: Node): Node | null {
  for (const node of root.walk()) {
    if (node.isError) return node;
  }
  return null;
}
