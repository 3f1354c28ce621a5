import { diffArrays } from 'diff';
import type { CodeCell } from './cells.ts';
import { stringValue } from './json.ts';
import {
  type EscapeStyle,
  escapeStyle,
  rewritten,
  type Written,
  writtenLines,
} from './literals.ts';

/** A cell, and its source as it is to be. */
export interface ChangedCell {
  readonly cell: CodeCell;
  readonly source: string;
}

/** A line of a source as it is written, and the string that it is a part of; null for one of its own. */
interface Line extends Written {
  readonly literal: number | null;
}

/** The JSON of a notebook with other sources of some cells. What stays in them stays as it is written. */
export function withSources(json: string, changed: readonly ChangedCell[]): string {
  const style = escapeStyle(json);
  let result = '';
  let end = 0;
  for (const { cell, source } of changed) {
    result += json.slice(end, cell.value.from) + written(json, cell, source, style);
    end = cell.value.to;
  }
  return result + json.slice(end);
}

function written(json: string, cell: CodeCell, source: string, style: EscapeStyle): string {
  const { value } = cell;
  const before = linesBefore(json, cell);
  const lines = changedLines(before, linesOf(source), style, ownLiterals(before));
  const literals = joined(lines);
  return value.kind === 'array'
    ? newList(json, cell, literals)
    : `"${literals.map(({ raw }) => raw).join('')}"`;
}

/** The old lines. Where a string of a list ends amid a line, its lines are no lines but parts of them. */
function linesBefore(json: string, { literals }: CodeCell): Line[] {
  return literals.flatMap((literal, index) => {
    const text = stringValue(json, literal);
    const raw = json.slice(literal.from + 1, literal.to - 1);
    return writtenLines({ text, raw }).map((line) => ({ ...line, literal: index }));
  });
}

/** Whether each line is a string of its own, as Jupyter writes them. */
function ownLiterals(lines: readonly Line[]): boolean {
  return lines.every(({ literal }, index) => index === 0 || literal !== lines[index - 1]?.literal);
}

/** The new lines, written as the old ones are where they are the same or nearly so. */
function changedLines(
  before: readonly Line[],
  after: readonly string[],
  style: EscapeStyle,
  isOwn: boolean,
): Line[] {
  const result: Line[] = [];
  const texts = before.map(({ text }) => text);
  let old = 0;
  let replaced: readonly Line[] = [];
  for (const { value, removed, added } of diffArrays(texts, [...after])) {
    if (added) {
      for (const [index, text] of value.entries()) {
        const model = replaced[index];
        const literal = model?.literal ?? (isOwn ? null : (result.at(-1)?.literal ?? 0));
        result.push({ ...rewritten(model, text, style), literal });
      }
    } else if (!removed) result.push(...before.slice(old, old + value.length));
    replaced = removed ? before.slice(old, old + value.length) : [];
    if (!added) old += value.length;
  }
  return result;
}

/** The lines that are parts of one string, as one. */
function joined(lines: readonly Line[]): Line[] {
  const result: Line[] = [];
  for (const line of lines) {
    const last = result.at(-1);
    if (last && last.literal !== null && last.literal === line.literal) {
      result[result.length - 1] = { ...last, raw: last.raw + line.raw };
    } else result.push(line);
  }
  return result;
}

/** A list of strings; what stands between those that were neighbours stays. */
function newList(json: string, { value, literals }: CodeCell, items: readonly Line[]): string {
  const [first] = literals;
  const last = literals.at(-1);
  if (!first || !last || items.length === 0) {
    return `[${items.map(({ raw }) => `"${raw}"`).join(', ')}]`;
  }
  const head = json.slice(value.from + 1, first.from);
  const gap = (index: number | null) => {
    const [before, literal] = index === null ? [] : [literals[index - 1], literals[index]];
    return before && literal && json.slice(before.to, literal.from);
  };
  const separator = gap(1) ?? `,${head || ' '}`;
  const strings = items.map(({ raw, literal }, index) =>
    index === 0 ? `"${raw}"` : `${gap(literal) ?? separator}"${raw}"`,
  );
  return `[${head}${strings.join('')}${json.slice(last.to, value.to)}`;
}

/** The lines of a text, each with its line break; none of an empty text. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
