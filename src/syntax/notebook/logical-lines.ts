/** Where statements can begin in Python that may have magics between its lines, which no parser takes. */

/** Offsets of a line without its indentation and its line break. */
export interface LogicalLine {
  readonly from: number;
  readonly to: number;
}

const TOKEN =
  /(?<string>[rRbBuUfFtT]{0,2}(?:"""(?:\\[\s\S]|[^\\])*?(?:"""|$)|'''(?:\\[\s\S]|[^\\])*?(?:'''|$)|"(?:\\[\s\S]|[^\\"\n])*"?|'(?:\\[\s\S]|[^\\'\n])*'?))|(?<word>[\p{L}\p{N}_]+)|(?<comment>#[^\n]*)|(?<join>\\\r?\n)|(?<open>[([{])|(?<close>[)\]}])|(?<end>\n)|[\s\S]/uy;

/**
 * The logical lines of a text from an offset on: those that begin a statement. One that `isOpaque` says to be no Python
 * ends at its line's end, whatever its quotes and brackets are, unless a backslash joins the next.
 */
export function logicalLines(
  text: string,
  start: number,
  isOpaque: (line: string) => boolean,
): LogicalLine[] {
  const lines: LogicalLine[] = [];
  for (let at = start; at < text.length; ) {
    const from = at + (/^[ \t\f]*/.exec(text.slice(at, at + 400))?.[0].length ?? 0);
    const physical = /(?:\\\r?\n|[^\n])*/y;
    physical.lastIndex = from;
    const line = physical.exec(text)?.[0] ?? '';
    const to = isOpaque(line) ? from + line.length : endOfStatement(text, from);
    const isCrLf = text[to] === '\n' && text[to - 1] === '\r';
    if (to > from) lines.push({ from, to: isCrLf ? to - 1 : to });
    at = to + 1;
  }
  return lines;
}

function endOfStatement(text: string, from: number): number {
  let depth = 0;
  TOKEN.lastIndex = from;
  for (;;) {
    const at = TOKEN.lastIndex;
    const groups = TOKEN.exec(text)?.groups;
    if (!groups) return text.length;
    if (groups['open'] !== undefined) depth++;
    else if (groups['close'] !== undefined) depth = Math.max(0, depth - 1);
    else if (groups['end'] !== undefined && depth === 0) return at;
  }
}
