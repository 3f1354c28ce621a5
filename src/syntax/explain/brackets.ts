/** Brackets and strings that are not closed, or not opened. */
import type { Fault } from '../fault.ts';
import { closerOf, type ErrorContext } from './context.ts';

/** Why the parser stops inside a string: it is never closed, or holds a brace that opens nothing. */
export function stringFault({ path, text, at, open }: ErrorContext): Fault | null {
  if (opensString(text, at)) return { message: NEVER_CLOSED, at };
  const string = path.findLast(
    (node) => /^(?:Format)?String$/.test(node.kind) && node.children.some((child) => child.isError),
  );
  if (!string || (open[open.length - 1]?.from ?? -1) > string.from) return null;
  if (text[at] === '}') {
    return { message: 'a single `}` in an f-string has to be written `}}`', at };
  }
  return { message: NEVER_CLOSED, at: string.from };
}

const NEVER_CLOSED = 'the string that begins here is never closed';

const WHOLE_STRING =
  /'''[\s\S]*?'''|"""[\s\S]*?"""|'(?!'')(?:\\[\s\S]|[^\\'\n\r])*'|"(?!"")(?:\\[\s\S]|[^\\"\n\r])*"/y;

/** Whether a quote opens a string that nothing closes. */
function opensString(text: string, at: number): boolean {
  WHOLE_STRING.lastIndex = at;
  return /['"]/.test(text[at] ?? '') && !WHOLE_STRING.test(text);
}

/** A bracket that closes nothing, or another one than is open; or one that is open at the end of the file. */
export function bracketFault(context: ErrorContext): Fault | null {
  const { token, open, at, text, lines } = context;
  const innermost = open[open.length - 1];
  if (/^[)\]}]$/.test(token) && closerOf(innermost) !== token) {
    return {
      message: innermost
        ? `\`${token}\` can't close the \`${innermost.kind}\` of line ${lines.lineAt(innermost.from) + 1}`
        : `\`${token}\` closes nothing`,
      at,
    };
  }
  const isLater =
    innermost && (at >= text.length || lines.lineAt(innermost.from) < lines.lineAt(at));
  return isLater && !isClosed(text, at)
    ? { message: `\`${innermost.kind}\` is never closed`, at: innermost.from }
    : null;
}

const SKIPPED_OR_BRACKET =
  /#[^\n\r]*|'''[\s\S]*?'''|"""[\s\S]*?"""|'(?:\\.|[^\\'\n\r])*'|"(?:\\.|[^\\"\n\r])*"|[()[\]{}]/g;

/** Whether a bracket that is open at a place is closed behind it. */
function isClosed(text: string, at: number): boolean {
  SKIPPED_OR_BRACKET.lastIndex = at;
  let depth = 1;
  for (let match = SKIPPED_OR_BRACKET.exec(text); match; match = SKIPPED_OR_BRACKET.exec(text)) {
    if (/^[([{]$/.test(match[0])) depth++;
    else if (/^[)\]}]$/.test(match[0]) && --depth === 0) return true;
  }
  return false;
}
