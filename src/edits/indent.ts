import type { Node } from '../syntax/node.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import { isStatement } from '../syntax/shapes.ts';
import { applyEdits } from './apply.ts';
import type { Edit } from './fix.ts';
import { layoutOf } from './layout.ts';

interface IndentedLine {
  /** Where the indentation begins: behind a form feed, which sets the column back to 0. */
  readonly at: number;
  readonly indent: string;
  readonly isComment: boolean;
}

/**
 * Insertions that put the lines of a range one level deeper. Comments and continuation lines travel along; blank
 * lines and the insides of string literals stay as they are.
 */
export function indentEdits(tree: SyntaxTree, from: number, to: number, unit: string): Edit[] {
  const lines = indentedLines(tree, from, to);
  const base = baseOf(lines);
  return lines.map(({ at, indent }) => {
    const place = indent.startsWith(base) ? at + base.length : at;
    return { from: place, to: place, text: unit };
  });
}

/**
 * Removals that put the lines of a range one level higher; lines that have less than `unit` lose what they have.
 * Undoes `indentEdits` of the same range and unit.
 */
export function dedentEdits(tree: SyntaxTree, from: number, to: number, unit: string): Edit[] {
  const lines = indentedLines(tree, from, to);
  const base = baseOf(lines);
  const parent = base.endsWith(unit) ? base.slice(0, base.length - unit.length) : '';
  return lines.flatMap(({ at, indent }) => {
    const place = indent.startsWith(base) ? at + parent.length : at;
    const removed = commonPrefix(indent.slice(place - at), unit).length;
    return removed > 0 ? [{ from: place, to: place + removed, text: '' }] : [];
  });
}

/**
 * The whole lines of a range as text, moved from the indentation of their first code to another. The insides of
 * string literals stay as they are; so does what follows `to` in its line, which is left out.
 */
export function reindentText(tree: SyntaxTree, from: number, to: number, toIndent: string): string {
  const lines = indentedLines(tree, from, to);
  const base = baseOf(lines);
  let result = '';
  let done = tree.lines.lineStart(from);
  for (const { at, indent } of lines) {
    result += tree.text.slice(done, at) + toIndent;
    done = at + commonPrefix(indent, base).length;
  }
  return result + tree.text.slice(done, Math.max(done, to));
}

/** One level of indentation as the blocks nearest to an offset have it; four spaces where there are none. */
export function indentUnit(tree: SyntaxTree, near: number): string {
  const nearest = [...blockUnits(tree)]
    .sort((a, b) => Math.abs(a.offset - near) - Math.abs(b.offset - near))
    .slice(0, 5)
    .map(({ unit }) => unit);
  let best = '    ';
  let most = 0;
  for (const unit of new Set(nearest)) {
    const count = nearest.filter((other) => other === unit).length;
    if (count > most) [best, most] = [unit, count];
  }
  return best;
}

/**
 * The text of code whose blocks have four spaces, as generated code has them, with another unit for each four that
 * a line begins with. Code that has other blocks, or none, stays.
 */
export function withUnit(tree: SyntaxTree, unit: string): string {
  const isGenerated = blockUnits(tree).length > 0 && indentUnit(tree, 0) === '    ';
  if (!isGenerated || unit === '    ') return tree.text;
  const edits = indentedLines(tree, 0, tree.text.length).map(({ at, indent }) => {
    const levels = /^(?: {4})*/.exec(indent)?.[0].length ?? 0;
    return { from: at, to: at + levels, text: unit.repeat(levels / 4) };
  });
  return applyEdits(tree.text, edits);
}

function indentedLines(tree: SyntaxTree, from: number, to: number): IndentedLine[] {
  const { lines } = tree;
  const layout = layoutOf(tree);
  const last = lines.lineAt(Math.max(from, to - 1));
  const result: IndentedLine[] = [];
  for (let line = lines.lineAt(from); line <= last; line++) {
    const kind = layout.kindOf(line);
    if (kind === 'blank' || kind === 'string') continue;
    const blanks = lines.indentAt(lines.startOf(line));
    const indent = blanks.slice(blanks.lastIndexOf('\f') + 1);
    const at = lines.startOf(line) + blanks.length - indent.length;
    result.push({ at, indent, isComment: kind === 'comment' });
  }
  return result;
}

/** The indentation of the first line of code, which is a statement's; comments may stand anywhere. */
function baseOf(lines: readonly IndentedLine[]): string {
  return (lines.find((line) => !line.isComment) ?? lines[0])?.indent ?? '';
}

function commonPrefix(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}

interface BlockUnit {
  readonly offset: number;
  readonly unit: string;
}

const unitsOfTrees = new WeakMap<SyntaxTree, readonly BlockUnit[]>();

function blockUnits(tree: SyntaxTree): readonly BlockUnit[] {
  let units = unitsOfTrees.get(tree);
  if (!units) {
    units = [...tree.root.walk(mayHoldBlocks)].flatMap((node) => blockUnit(tree, node));
    unitsOfTrees.set(tree, units);
  }
  return units;
}

function mayHoldBlocks(node: Node): boolean {
  return isStatement(node) || /Body$|^MatchClause$/.test(node.kind);
}

function blockUnit(tree: SyntaxTree, node: Node): BlockUnit[] {
  if (node.kind !== 'Body' && node.kind !== 'MatchBody') return [];
  const { lines } = tree;
  const first = node.children.find((child) => isStatement(child) || child.kind === 'MatchClause');
  if (!first || !node.parent || lines.lineAt(first.from) === lines.lineAt(node.from)) return [];
  const outer = lines.indentAt(node.parent.from);
  const inner = lines.indentAt(first.from);
  return inner.startsWith(outer) && inner.length > outer.length
    ? [{ offset: first.from, unit: inner.slice(outer.length) }]
    : [];
}
