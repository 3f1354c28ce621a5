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
  const root = nodesOf(parser.parse(readableText(text)));
  return { text, root, lines: new LineIndex(text), firstError: findError(root) };
}

/**
 * The text, with what the grammar misreads put so that it reads it as CPython does, all offsets kept: a backslash
 * before CRLF joins lines also in a string, a form feed sets the column back to 0, blanks at the end say nothing, and a
 * number may end in its point.
 */
function readableText(text: string): string {
  return text
    .replaceAll('\\\r\n', ' \\\n')
    .replace(/(?<=^|[\r\n])(?<!\\\r?\n|\\\r)(?:(?:[ \t]*\f)*[ \t]+$|(?:[ \t]*\f)+)/g, (blanks) =>
      '\n'.repeat(blanks.length),
    )
    .replace(/(?<![\w.])(\d[\d_]*)\.(?![\w.])/g, '$10');
}

function findError(root: Node): Node | null {
  for (const node of root.walk()) {
    if (node.isError && !isBareYield(node)) return node;
  }
  return null;
}

/** The published grammar wants a value behind every `yield`: the hole where none is. */
function isBareYield({ from, to, parent }: Node): boolean {
  const isYield = parent?.kind === 'YieldStatement' || parent?.kind === 'YieldExpression';
  return (
    from === to && isYield && parent.children.every((c) => c.isError || SAYS_NOTHING.test(c.kind))
  );
}

const SAYS_NOTHING = /^(yield|Comment)$/;
