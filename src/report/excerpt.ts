import { graphemes, visible, width } from './visible.ts';

/** A line of source, and the caret run below it: both start at the same column of a terminal. */
export interface Excerpt {
  readonly text: string;
  readonly indent: string;
  readonly carets: string;
}

const MAX_WIDTH = 100;
/** How many code units on each side are looked at: lines can be megabytes long, and combining marks take no room. */
const NEAR = 20 * MAX_WIDTH;
const ELLIPSIS = '…';

/**
 * Shows a line with carets under `[from, to)`, in UTF-16 code units of the line. A line too long for a screen is cut
 * round the carets.
 */
export function excerpt(line: string, from: number, to: number): Excerpt {
  const end = Math.max(from, to);
  const before = visible(line.slice(Math.max(0, from - NEAR), from));
  const marked = visible(line.slice(from, Math.min(end, from + NEAR)));
  const after = visible(line.slice(end, end + NEAR).trimEnd());
  const mark = cutEnd(marked, MAX_WIDTH - 20);
  const room = MAX_WIDTH - width(mark);
  const lead = cutStart(before, Math.max(10, room - Math.min(width(after), room >> 1)));
  const tail = mark === marked ? cutEnd(after, Math.max(10, room - width(lead))) : '';
  return {
    text: lead + mark + tail,
    indent: ' '.repeat(width(lead)),
    carets: '^'.repeat(Math.max(1, width(mark))),
  };
}

function cutEnd(text: string, room: number): string {
  return width(text) <= room ? text : leading(graphemes(text), room).join('') + ELLIPSIS;
}

function cutStart(text: string, room: number): string {
  if (width(text) <= room) return text;
  return ELLIPSIS + leading(graphemes(text).reverse(), room).reverse().join('');
}

/** As many characters from the front as leave room for an ellipsis. */
function leading(characters: readonly string[], room: number): string[] {
  let used = 1;
  const end = characters.findIndex((character) => {
    used += width(character);
    return used > room;
  });
  return characters.slice(0, end < 0 ? characters.length : end);
}
