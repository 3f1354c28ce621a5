/** A place for people: both start at 1, columns count code points. */
export interface Position {
  readonly row: number;
  readonly column: number;
  /** In a notebook the cell that the row is counted in: its place among all cells, from 1. */
  readonly cell?: number;
}

/** Where the lines of a text begin and end, with CPython's line ends: LF, CRLF and a lone CR. */
export class LineIndex {
  private known: readonly number[] | null = null;

  constructor(private readonly text: string) {}

  // Most files have nothing to report: their lines are never asked for.
  private get starts(): readonly number[] {
    this.known ??= lineStarts(this.text);
    return this.known;
  }

  /** How many lines there are, an empty last one included. */
  get count(): number {
    return this.starts.length;
  }

  /** The index, from 0, of the line that an offset lies in. */
  lineAt(offset: number): number {
    const { starts } = this;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The offset at which a line begins; behind the last line, the end of the text. */
  startOf(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** The offset of a line's end, its line break not included. */
  endOf(line: number): number {
    const next = this.startOf(line + 1);
    return line + 1 < this.starts.length
      ? this.text[next - 1] === '\n' && this.text[next - 2] === '\r'
        ? next - 2
        : next - 1
      : next;
  }

  /** The text of a line, without its line break. */
  textOf(line: number): string {
    return this.text.slice(this.startOf(line), this.endOf(line));
  }

  /** The start of the line that an offset lies in. */
  lineStart(offset: number): number {
    return this.startOf(this.lineAt(offset));
  }

  /** The blanks before the first other character of the line that an offset lies in. */
  indentAt(offset: number): string {
    return /^[ \t\f]*/.exec(this.textOf(this.lineAt(offset)))?.[0] ?? '';
  }

  positionOf(offset: number): Position {
    const line = this.lineAt(offset);
    return { row: line + 1, column: [...this.text.slice(this.startOf(line), offset)].length + 1 };
  }

  /** The line of an offset, for messages. */
  lineName(offset: number): string {
    const { row, cell } = this.positionOf(offset);
    return cell === undefined ? `line ${row}` : `line ${row} of cell ${cell}`;
  }

  /** The line end that the text uses; the first one decides. */
  get newline(): string {
    return /\r\n|\n|\r/.exec(this.text)?.[0] ?? '\n';
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}
