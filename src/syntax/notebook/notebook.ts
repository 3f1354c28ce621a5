import type { Fault } from '../fault.ts';
import { LineIndex, type Position } from '../lines.ts';
import type { Node } from '../node.ts';
import { type CodeCell, codeCells } from './cells.ts';
import { magicsIn } from './magics.ts';
import { Placeholders } from './placeholders.ts';
import { withSources } from './write-back.ts';

/** A cell as it lies in the text that is parsed. */
interface LaidCell extends CodeCell {
  /** The line behind it. */
  readonly boundary: string;
}

/**
 * A notebook's cells of Python laid end to end, with the way back. Between them stands a statement that does nothing, so
 * that no cell can go on in the next; what is no Python has a name in its place, of the same length where that can be.
 */
export class Notebook {
  /** The text that is parsed. */
  readonly text: string;

  private constructor(
    private readonly json: string,
    private readonly cells: readonly LaidCell[],
    private readonly magics: Placeholders,
    parts: readonly string[],
  ) {
    this.text = cells.map(({ boundary }, index) => `${parts[index]}\n${boundary}\n`).join('');
  }

  /** @throws JsonError, NoNotebook, RangeError where nothing can be made of the file's text. */
  static read(json: string): Notebook {
    const all = codeCells(json);
    const letters = Placeholders.notIn(all.map(({ source }) => source).join('\n'));
    if (!letters) throw new RangeError('the notebook has letters of too many scripts');
    const parts: string[] = [];
    const cells: LaidCell[] = [];
    for (const cell of all) {
      const part = withoutMagics(cell.source, letters);
      if (part === null) continue;
      parts.push(part);
      cells.push({ ...cell, boundary: `pass  # ${letters.add(3, `cell ${cell.number}`)}` });
    }
    return new Notebook(json, cells, letters, parts);
  }

  /** What a person wrote, in a text that the parsed one is part of: a line, a name, a message. */
  restored(text: string): string {
    return this.magics.restored(text);
  }

  /**
   * The file for a new text: nothing but the strings of cells that change is written anew.
   * @throws RangeError where the text can't be parted into the cells again.
   */
  fileText(text: string): string {
    if (text === this.text) return this.json;
    let at = 0;
    const changed = this.cells.flatMap((cell) => {
      const end = boundaryFrom(text, cell, at);
      if (end === null) throw new RangeError(`the end of cell ${cell.number} is lost`);
      const part = this.restored(text.slice(at, Math.max(at, end - 1)));
      at = end + cell.boundary.length + 1;
      return part === cell.source ? [] : [{ cell, source: trimmed(part, cell.source) }];
    });
    return withSources(this.json, changed);
  }

  /** Whether a line is not of a cell, but stands between two. */
  isBoundary(line: string): boolean {
    return this.cells.some(({ boundary }) => boundary === line);
  }

  /** What keeps a tree of a changed text from being the notebook's; null where nothing does. */
  fault({ text, root }: { readonly text: string; readonly root: Node }): Fault | null {
    const starts = new Set(root.children.map(({ from }) => from));
    let at = 0;
    for (const cell of this.cells) {
      const end = boundaryFrom(text, cell, at);
      if (end === null)
        return {
          message: `it would reach beyond cell ${cell.number}, and each cell is compiled by itself`,
          at,
        };
      if (!starts.has(end))
        return {
          message: 'the cell ends before its code does: each cell is compiled by itself',
          at: end - 1,
        };
      at = end + cell.boundary.length + 1;
    }
    if (!this.magics.areAllIn(text)) return { message: 'it would change a magic command', at: 0 };
    return text.length > at ? { message: 'it would stand behind the last cell', at } : null;
  }

  /** The lines of a text, whose places are told by cell. */
  lines(text: string): LineIndex {
    return new CellLines(text, this.cells);
  }
}

class CellLines extends LineIndex {
  /** The offsets at which cells begin, and their numbers. */
  private readonly begins: (readonly [from: number, number: number])[] = [];

  constructor(text: string, cells: readonly LaidCell[]) {
    super(text);
    let at = 0;
    for (const cell of cells) {
      this.begins.push([at, cell.number]);
      at = (boundaryFrom(text, cell, at) ?? at) + cell.boundary.length + 1;
    }
  }

  override positionOf(offset: number): Position {
    const [from = 0, cell = 1] = this.begins.findLast(([begin]) => begin <= offset) ?? [];
    const { row, column } = super.positionOf(offset);
    return { row: row - this.lineAt(from), column, cell };
  }
}

/** Where the line behind a cell begins that begins at an offset; null where it is lost. */
function boundaryFrom(text: string, { boundary }: LaidCell, at: number): number | null {
  if (text.startsWith(`${boundary}\n`, at)) return at;
  return text.indexOf(`\n${boundary}\n`, at) + 1 || null;
}

/** The text of a cell with names for its magics; null where it is no Python at all. */
function withoutMagics(source: string, letters: Placeholders): string | null {
  const magics = magicsIn(source);
  if (!magics) return null;
  let text = '';
  let end = 0;
  for (const { from, to, suffix } of magics) {
    const original = source.slice(from, to);
    // A command that goes on in the next lines keeps their number.
    const breaks = '\n'.repeat(original.split('\n').length - 1);
    const length = (original.split(/\r?\n/, 1)[0] ?? '').length - suffix.length;
    text += source.slice(end, from) + letters.add(length, original, suffix + breaks);
    end = to;
  }
  return text + source.slice(end);
}

/** A cell's new source without the blank lines round it that it did not have before. */
function trimmed(source: string, before: string): string {
  const head = /^(?:[ \t]*\r?\n)*/;
  const tail = /(?:\r?\n[ \t]*)*$/;
  const body = source.replace(head, '').replace(tail, '');
  return (head.exec(before)?.[0] ?? '') + body + (tail.exec(before)?.[0] ?? '');
}
