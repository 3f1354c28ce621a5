import type { Node } from '../syntax/node.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import { statementsOf } from '../syntax/shapes.ts';
import type { Edit } from './fix.ts';
import { indentEdits, indentUnit, reindentText } from './indent.ts';
import { codeEnd, layoutOf, newlineAt } from './layout.ts';
import {
  isInlineBody,
  type LineRange,
  leadingComments,
  removeStatements,
  statementRange,
} from './statements.ts';

/** Neighbouring statements of the module that are to come under one main guard. */
export interface Guarded {
  /** Earlier statements, in order, that move to the top of the guard. */
  readonly moved: readonly Node[];
  /** What is guarded where it stands, with the existing guard among it, if there is one. */
  readonly place: readonly Node[];
  readonly guard: { readonly statement: Node; readonly body: Node } | null;
}

/** Puts statements under a main guard: a new one, or the one that stands among them. */
export function guardEdits(tree: SyntaxTree, guarded: Guarded): Edit[] {
  const removals = removeStatements(tree, guarded.moved);
  return guarded.guard
    ? [...removals, ...extendGuard(tree, guarded, guarded.guard)]
    : [...removals, ...newGuard(tree, guarded)];
}

function newGuard(tree: SyntaxTree, { moved, place }: Guarded): Edit[] {
  const range = rangeOf(tree, place);
  const unit = indentUnit(tree, range.from);
  const quote = quoteOf(tree);
  const newline = newlineAt(tree, range.from);
  const header = `if __name__ == ${quote}__main__${quote}:${newline}`;
  const top = header + movedText(tree, moved, unit);
  return withTextBefore(range.from, top, indentEdits(tree, range.from, range.to, unit));
}

function extendGuard(
  tree: SyntaxTree,
  { moved, place }: Guarded,
  guard: { readonly statement: Node; readonly body: Node },
): Edit[] {
  const at = place.indexOf(guard.statement);
  const before = place.slice(0, at);
  const after = place.slice(at + 1);
  const indent = bodyIndent(tree, guard.body);
  const top = movedText(tree, moved, indent);
  return [
    ...(before.length > 0
      ? raiseHeader(tree, before, guard, top, indent)
      : fillTop(tree, guard, top, after.length > 0, indent)),
    ...(after.length > 0 ? indentAfter(tree, guard.statement, after, indent) : []),
  ];
}

/** Moves the guard's own line up, so that the statements before it come under it. */
function raiseHeader(
  tree: SyntaxTree,
  before: readonly Node[],
  guard: { readonly statement: Node; readonly body: Node },
  top: string,
  indent: string,
): Edit[] {
  const { lines, text } = tree;
  const { from } = rangeOf(tree, before);
  const newline = newlineAt(tree, from);
  const first = statementsOf(guard.body)[0] as Node;
  const isInline = isInlineBody(tree, guard.body);
  const headerEnd = isInline ? guard.body.from + 1 : lines.endOf(lines.lineAt(guard.body.from));
  const header = text.slice(guard.statement.from, headerEnd);
  const guardLine = lines.lineStart(guard.statement.from);
  return [
    ...withTextBefore(from, header + newline + top, indentEdits(tree, from, guardLine, indent)),
    isInline
      ? { from: guardLine, to: first.from, text: indent }
      : isEmpty(guard.body)
        ? { from: endOfLine(tree, before.at(-1) as Node), to: endOfLine(tree, first), text: '' }
        : { from: guardLine, to: lineEnd(tree, guard.body.from), text: '' },
  ];
}

/** Whether a body holds a `pass` and not even a comment. */
function isEmpty(body: Node): boolean {
  const inside = body.children.filter((child) => child.kind !== ':');
  return inside.length === 1 && inside[0]?.kind === 'PassStatement';
}

function fillTop(
  tree: SyntaxTree,
  { body }: { readonly body: Node },
  top: string,
  needsBlock: boolean,
  indent: string,
): Edit[] {
  const first = statementsOf(body)[0] as Node;
  if (!isInlineBody(tree, body)) {
    const at = lineEnd(tree, body.from);
    return top === '' ? [] : [{ from: at, to: at, text: top }];
  }
  const newline = newlineAt(tree, body.from);
  return top !== '' || needsBlock
    ? [{ from: body.from + 1, to: first.from, text: newline + top + indent }]
    : [];
}

function indentAfter(
  tree: SyntaxTree,
  guard: Node,
  after: readonly Node[],
  indent: string,
): Edit[] {
  const { to } = rangeOf(tree, after);
  return indentEdits(tree, lineEnd(tree, codeEnd(guard)), to, indent);
}

/** From the comments above the first statement to the end of the last one's line. */
function rangeOf(tree: SyntaxTree, statements: readonly Node[]): LineRange {
  const first = statements[0] as Node;
  const last = statements[statements.length - 1] as Node;
  return { from: leadingComments(tree, first).from, to: lineEnd(tree, codeEnd(last)) };
}

function bodyIndent(tree: SyntaxTree, body: Node): string {
  const first = statementsOf(body)[0];
  return first && !isInlineBody(tree, body)
    ? tree.lines.indentAt(first.from)
    : indentUnit(tree, body.from);
}

/** Statements with their comments, at an indentation, with the blank lines that are between them. */
function movedText(tree: SyntaxTree, statements: readonly Node[], indent: string): string {
  const newline = newlineAt(tree, statements[0]?.from ?? 0);
  let result = '';
  let end = -1;
  for (const statement of statements) {
    const range = statementRange(tree, statement);
    if (!range) continue;
    const isNext = end >= 0 && /^\s*$/.test(tree.text.slice(end, range.from));
    if (isNext) {
      result += newline.repeat(layoutOf(tree).blanksAbove(tree.lines.lineAt(range.from)));
    }
    const text = reindentText(tree, range.from, range.to, indent);
    result += /[\r\n]$/.test(text) ? text : text + newline;
    end = range.to;
  }
  return result;
}

/** Puts text before everything that edits insert at an offset. */
function withTextBefore(offset: number, text: string, edits: readonly Edit[]): Edit[] {
  const isAt = (edit: Edit) => edit.from === offset && edit.to === offset;
  const here = edits.filter(isAt).map((edit) => edit.text);
  return [
    { from: offset, to: offset, text: text + here.join('') },
    ...edits.filter((edit) => !isAt(edit)),
  ];
}

/** The quotes that most strings of the file have. */
export function quoteOf(tree: SyntaxTree): string {
  let single = 0;
  let double = 0;
  for (const node of tree.root.walk()) {
    if (node.kind !== 'String') continue;
    const quote = /['"]/.exec(tree.text.slice(node.from, node.to))?.[0];
    if (tree.text.startsWith(`${quote}${quote}${quote}`, node.from)) continue;
    if (quote === "'") single++;
    else double++;
  }
  return single > double ? "'" : '"';
}

/** Where the line ends that a statement ends in, before its line break. */
function endOfLine(tree: SyntaxTree, statement: Node): number {
  return tree.lines.endOf(tree.lines.lineAt(codeEnd(statement)));
}

/** The start of the line behind the one that an offset lies in. */
function lineEnd(tree: SyntaxTree, offset: number): number {
  return tree.lines.startOf(tree.lines.lineAt(offset) + 1);
}
