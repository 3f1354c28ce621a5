import type { PartialParse, Tree } from '@lezer/common';
import { parser } from './generated/parser.ts';
import { LineIndex } from './lines.ts';
import { Node, nodesOf } from './node.ts';
import type { Notebook } from './notebook/notebook.ts';

/** A parsed text. Where the grammar does not admit all of it, the tree ends at `firstError`, which else is null. */
export interface SyntaxTree {
  readonly text: string;
  readonly root: Node;
  readonly lines: LineIndex;
  /** The notebook whose cells the text lays end to end, as they are or changed. */
  readonly notebook: Notebook | null;
  readonly firstError: Node | null;
  /** Whether `firstError` only says that the nesting is deeper than a tree can be trusted. */
  readonly isTooDeep: boolean;
}

/** @lezer/common flattens a tree without a word from level 2,500 on, so a deeper one can't be trusted. */
const MAX_DEPTH = 2_400;

/** @lezer/lr cuts its stack back, and so makes errors of its own, at 8,400 entries. */
const MAX_STACK = 8_300;

/** Parses Python up to the first error. Never throws for bad Python: look at `firstError`. */
export function parse(text: string, notebook: Notebook | null = null): SyntaxTree {
  const lines = notebook?.lines(text) ?? new LineIndex(text);
  const { tree, error } = parseTree(text);
  const nodes = tree && nodesOf(tree, MAX_DEPTH);
  if (!nodes) {
    const root = new Node('Script', 0, text.length, null, 0, false);
    const firstError = addError(root, error ?? 0);
    return { text, root, lines, notebook, firstError, isTooDeep: true };
  }
  const { root } = nodes;
  const firstError = error === null ? nodes.firstError : addError(root, error);
  return { text, root, lines, notebook, firstError, isTooDeep: false };
}

/** What is looked at of @lezer/lr's parse though it isn't public. Where it's gone, garbage is slow, and no more. */
interface Insides {
  bigReductionCount?: number;
  readonly recovering?: number;
  readonly stacks?: readonly { readonly stack?: readonly number[] }[];
}

/** The parser's own tree, null where its nesting is too deep; and the offset that the parser does not get past. */
function parseTree(text: string): { tree: Tree | null; error: number | null } {
  const parse: PartialParse & Insides = parser.startParse(text);
  let error: number | null = null;
  for (;;) {
    // It takes 300 reductions without a shift for a runaway left recursion, and cuts the tree there. Blank lines,
    // comments and long sums make more than that: so the count begins anew with each step.
    if (parse.bigReductionCount) parse.bigReductionCount = 0;
    if ((parse.stacks?.[0]?.stack?.length ?? 0) > MAX_STACK) {
      return { tree: null, error: parse.parsedPos };
    }
    const at = parse.parsedPos;
    let tree: Tree | null;
    try {
      tree = parse.advance();
    } catch (thrown) {
      if (thrown instanceof RangeError) return { tree: null, error: at };
      throw thrown;
    }
    if (error === null && parse.recovering) {
      error = at;
      if (!tree) parse.stopAt(Math.max(0, at - 1));
    }
    if (tree) return { tree, error };
  }
}

/** How far into a text the grammar goes without an error: an offset, or the text's length if all of it is right. */
export function reach(text: string): number {
  return parseTree(text).error ?? text.length;
}

function addError(root: Node, at: number): Node {
  const error = new Node('⚠', at, at, root, root.children.length, true);
  root.children.push(error);
  return error;
}
