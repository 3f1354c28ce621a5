import type { Node } from '../node.ts';
import type { SyntaxTree } from '../parse.ts';

/** What stands around the place that the parser does not get past. */
export interface ErrorContext {
  readonly text: string;
  readonly lines: SyntaxTree['lines'];
  /** The offset of the first token that can't stand where it does. */
  readonly at: number;
  /** That token, as far as a look at its letters tells; empty at the end of a line or of the file. */
  readonly token: string;
  /** The nodes that are not complete yet, from the Script to the innermost. */
  readonly path: readonly Node[];
  /** The brackets that are open, the innermost last. */
  readonly open: readonly Node[];
  /** The last token before the place; null at the file's beginning. */
  readonly previous: Node | null;
}

const TOKEN = /[\p{L}\p{N}\p{M}_]+|\*\*=?|\/\/=?|<<=?|>>=?|->|:=|[-+*/%@&|^=!<>]=|\.\.\.|[^\s]/uy;

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** The bracket that closes another one; empty where there is none. */
export function closerOf(bracket: Node | undefined): string {
  return CLOSERS[bracket?.kind ?? ''] ?? '';
}

export function contextOf({ text, lines, root }: SyntaxTree, at: number): ErrorContext {
  const path = pathTo(root, at);
  const statement = path[1] ?? root;
  const tokens = [...statement.walk()].filter(
    (node) => node.to <= at && node.to > node.from && node.children.length === 0 && !node.isError,
  );
  TOKEN.lastIndex = at;
  return {
    text,
    lines,
    at,
    token: TOKEN.exec(text)?.[0] ?? '',
    path,
    open: openBrackets(tokens),
    previous: tokens.filter((node) => node.kind !== 'Comment').pop() ?? null,
  };
}

/** The last node at each level that begins before a place, as deep as it goes. */
function pathTo(root: Node, at: number): Node[] {
  const path: Node[] = [];
  for (let node: Node | undefined = root; node; ) {
    path.push(node);
    node = node.children.filter((child) => child.from < at && !child.isError).pop();
  }
  return path;
}

function openBrackets(tokens: readonly Node[]): Node[] {
  const open: Node[] = [];
  for (const token of tokens) {
    if (Object.hasOwn(CLOSERS, token.kind)) open.push(token);
    else if (/^[)\]}]$/.test(token.kind)) open.pop();
  }
  return open;
}
