/** Errors at the beginning of a line: depths that fit nothing, and blocks that are not there. */
import { depthOf, isSameDepth } from '../depth.ts';
import type { Fault } from '../fault.ts';
import type { Node } from '../node.ts';
import { isStatement } from '../shapes.ts';
import { shortened } from '../words.ts';
import type { ErrorContext } from './context.ts';

/** What is wrong with a line's indentation, or with what should stand before the line. */
export function indentationFault(context: ErrorContext): Fault | null {
  const { text, lines, at, open, previous } = context;
  const first = lines.lineStart(at) + lines.indentAt(at).length;
  const isInside = at > first && at < text.length;
  if (open.length > 0 || isInside) return null;
  const message =
    missingBlock(context) ?? (at > first ? null : (wrongDepth(context) ?? missingClause(context)));
  if (message === null) return null;
  return { message, at: at < text.length ? first : (previous?.to ?? at) };
}

function missingBlock({ text, lines, at, path, previous }: ErrorContext): string | null {
  const block = previous?.kind === ':' ? previous.parent : null;
  if (!block || !isBlock(block) || !path.includes(block)) return null;
  let keyword: Node = block;
  while (keyword.previous && keyword.previous.kind !== 'Body') keyword = keyword.previous;
  const header = text.slice(keyword.from, previous?.to);
  const isDeeper = depthOf(lines.indentAt(at)) > depthOf(lines.indentAt(keyword.from));
  if (block.kind === 'MatchBody' && at < text.length && isDeeper) {
    return `expected \`case\` in the block behind \`${shortened(header)}\``;
  }
  return `expected an indented block behind \`${shortened(header)}\``;
}

function isBlock(node: Node): boolean {
  return node.kind === 'Body' || node.kind === 'MatchBody';
}

function wrongDepth({ text, lines, at, path }: ErrorContext): string | null {
  const start = lines.lineStart(at);
  const isJoined = /\\(?:\r\n|[\r\n])$/.test(text.slice(Math.max(0, start - 3), start));
  if (start >= text.length || isJoined) return null;
  const indents = ['', ...path.filter(isBlock).flatMap((block) => indentOf(block, lines) ?? [])];
  const innermost = indents[indents.length - 1] as string;
  const blanks = lines.indentAt(at);
  const deeper = Math.sign(depthOf(blanks) - depthOf(innermost));
  const outer = indents.filter((indent) => depthOf(indent) === depthOf(blanks));
  if (deeper > 0 && depthOf(blanks, 1) > depthOf(innermost, 1)) {
    return 'this line is indented deeper than its block';
  }
  if (deeper < 0 && outer.length === 0) return 'this unindent fits no outer level';
  return outer.some((indent) => isSameDepth(indent, blanks))
    ? null
    : 'tabs and blanks are mixed here so that nobody can tell how deep the line is indented';
}

/** The blanks before the statements of a block; null where they stand behind its colon. */
function indentOf(block: Node, lines: ErrorContext['lines']): string | null {
  const first = block.children.find((node) => isStatement(node) || node.kind === 'MatchClause');
  const isBelow = first && lines.lineAt(first.from) > lines.lineAt(block.from);
  return isBelow ? lines.indentAt(first.from) : null;
}

/** `try` and decorators need something behind them, on the same level. */
function missingClause({ path }: ErrorContext): string | null {
  const innermost = path.find(
    (node, index) => !node.isError && isUnfinished(node, path[index + 1]),
  );
  if (!innermost) return null;
  return innermost.kind === 'TryStatement'
    ? 'expected `except` or `finally` behind the block of `try`'
    : 'expected `def` or `class` behind the decorator';
}

function isUnfinished(node: Node, next: Node | undefined): boolean {
  if (node.kind === 'TryStatement') return !node.child('except', 'finally') && next?.kind !== 'try';
  return node.kind === 'DecoratedStatement' && next?.kind === 'Decorator';
}
