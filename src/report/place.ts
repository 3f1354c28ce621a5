import type { Position } from '../syntax/lines.ts';

/** A place as editors take it: `a.py:3:7`, in a notebook `a.ipynb:cell 2:3:7`. */
export function placeText(path: string, position: Position): string {
  return `${lineText(path, position)}:${position.column}`;
}

/** The same without the column. */
export function lineText(path: string, { row, cell }: Position): string {
  return `${path}:${cell === undefined ? '' : `cell ${cell}:`}${row}`;
}

/** Places for programs; rows of a notebook are counted in the cell that is named beside them. */
export function located(start: Position, end: Position | null = null): object {
  const { cell, ...location } = start;
  return {
    ...(cell !== undefined && { cell }),
    location,
    ...(end && { end_location: { row: end.row, column: end.column } }),
  };
}
