import type { Node } from '../syntax/node.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import { statementsOf, wholeStatement } from '../syntax/shapes.ts';
import type { Edit } from './fix.ts';
import { codeEnd, layoutOf, newlineAt } from './layout.ts';

/** Offsets of whole lines: `to` lies behind the last line break, or at the end of the text. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** A comment that says the types of the function whose body it opens. */
const TYPE_OF_FUNCTION = /^\s*#\s*type:\s*\(/;

/** The comment lines right above a statement, its decorators included, that are indented as it is: they describe it. */
export function leadingComments(tree: SyntaxTree, statement: Node): LineRange {
  const { lines } = tree;
  const layout = layoutOf(tree);
  const { from } = wholeStatement(statement);
  const indent = lines.indentAt(from);
  const end = lines.lineAt(from);
  let start = end;
  while (
    start > 0 &&
    layout.kindOf(start - 1) === 'comment' &&
    lines.indentAt(lines.startOf(start - 1)) === indent &&
    !TYPE_OF_FUNCTION.test(tree.text.slice(lines.startOf(start - 1), lines.endOf(start - 1)))
  ) {
    start--;
  }
  return { from: lines.startOf(start), to: lines.startOf(end) };
}

/**
 * A statement as a person sees it: its lines, with the comments right above it and the one behind its end.
 * A part of a `;` group, or the body of a one-line compound statement, has no lines of its own: null.
 */
export function statementRange(tree: SyntaxTree, statement: Node): LineRange | null {
  const whole = wholeStatement(statement);
  if (whole.kind === 'StatementGroup' && statement !== whole && partsOf(whole).length > 1) {
    return null;
  }
  if (isInlineBody(tree, whole.parent)) return null;
  return { from: leadingComments(tree, whole).from, to: endWithComments(tree, whole) };
}

/** The end of a statement's last line, the comments that close its block included. */
function endWithComments(tree: SyntaxTree, statement: Node): number {
  const { lines, text } = tree;
  const layout = layoutOf(tree);
  const indent = lines.indentAt(statement.from);
  let end = lineEnd(tree, codeEnd(statement));
  for (let line = lines.lineAt(end); lines.startOf(line) < text.length; line++) {
    const kind = layout.kindOf(line);
    if (kind === 'blank') continue;
    const own = lines.indentAt(lines.startOf(line));
    const isInside = own.length > indent.length && own.startsWith(indent);
    if (kind !== 'comment' || !isInside) break;
    end = lines.startOf(line + 1);
  }
  return end;
}

/** Whether a body stands on the line of its header: `if x: y`. */
export function isInlineBody(tree: SyntaxTree, body: Node | null): boolean {
  if (body?.kind !== 'Body') return false;
  const first = statementsOf(body)[0];
  if (!first || body.children.some((c) => c.kind === 'Comment' && c.to < first.from)) return false;
  const between = tree.text.slice(body.from, first.from);
  return !/[\r\n]/.test(between.replace(/\\(\r\n|\r|\n)/g, ''));
}

/** The statements of a `;` group; of any other statement, itself. */
export function partsOf(statement: Node): Node[] {
  return statement.kind === 'StatementGroup' ? statementsOf(statement) : [statement];
}

/** Removes a statement; see `removeStatements`. */
export function removeStatement(
  tree: SyntaxTree,
  statement: Node,
  options: RemoveOptions = {},
): Edit[] {
  return removeStatements(tree, [statement], options);
}

export interface RemoveOptions {
  /** Leaves the statements' comments where they are; without it they go along, for code that moves elsewhere. */
  readonly keepComments?: boolean;
}

/**
 * Removes statements with their comments. A body that would be left empty gets a `pass`; the blank lines above and
 * below what goes melt into the larger number of the two. Give all statements that one fix removes at once.
 */
export function removeStatements(
  tree: SyntaxTree,
  statements: readonly Node[],
  { keepComments = false }: RemoveOptions = {},
): Edit[] {
  const gone = wholly(statements);
  const edits: Edit[] = [];
  for (const block of new Set([...gone].map((s) => s.parent))) {
    if (!block) continue;
    const all = statementsOf(block);
    const leaving = all.filter((s) => gone.has(s));
    if (block.kind === 'StatementGroup') edits.push(...removeParts(all, gone));
    else if (leaving.length === all.length && block.kind !== 'Script') {
      edits.push(...emptyBody(tree, leaving, keepComments));
    } else if (keepComments) edits.push(...leaving.flatMap((s) => removeCode(tree, s)));
    else edits.push(...runsOf(tree, leaving).map((run) => removeLines(tree, block, run)));
  }
  return mergeRemovals(edits);
}

/** Removals in neighbouring blocks may both take the blank lines between them. */
function mergeRemovals(edits: readonly Edit[]): Edit[] {
  const result: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.from - b.from)) {
    const last = result[result.length - 1];
    if (last && edit.from < last.to && edit.text === '' && last.text === '') {
      result[result.length - 1] = { ...last, to: Math.max(last.to, edit.to) };
    } else result.push(edit);
  }
  return result;
}

/** The statements as they stand in their blocks: a group where all its parts are meant, none inside another. */
function wholly(statements: readonly Node[]): Set<Node> {
  const result = new Set(statements.map((s) => (partIn(s) ? s : wholeStatement(s))));
  for (const group of new Set(statements.filter(partIn).map((s) => s.parent as Node))) {
    if (!partsOf(group).every((part) => result.has(part))) continue;
    for (const part of partsOf(group)) result.delete(part);
    result.add(group);
  }
  for (const inner of result) {
    for (let outer = inner.parent; outer; outer = outer.parent) {
      if (result.has(outer)) result.delete(inner);
    }
  }
  return result;
}

function partIn(statement: Node): boolean {
  return statement.parent?.kind === 'StatementGroup';
}

/** `a; b; c` without some of its parts, at least one of which stays. */
function removeParts(parts: readonly Node[], gone: ReadonlySet<Node>): Edit[] {
  const edits: Edit[] = [];
  const firstKept = parts.findIndex((part) => !gone.has(part));
  const first = parts[0] as Node;
  if (firstKept > 0) {
    edits.push({ from: first.from, to: (parts[firstKept] as Node).from, text: '' });
  }
  let end = (parts[firstKept] as Node).to;
  for (const part of parts.slice(firstKept + 1)) {
    if (gone.has(part)) {
      const last = edits[edits.length - 1];
      if (last && last.to === end) edits[edits.length - 1] = { ...last, to: part.to };
      else edits.push({ from: end, to: part.to, text: '' });
    }
    end = part.to;
  }
  return edits;
}

/** Puts `pass` in place of all that a body says. */
function emptyBody(tree: SyntaxTree, statements: readonly Node[], keepComments: boolean): Edit[] {
  return statements.flatMap((statement, i) => {
    const isLast = i === statements.length - 1;
    const range = statementRange(tree, statement);
    if (!range) return [{ from: statement.from, to: codeEnd(statement), text: 'pass' }];
    if (keepComments) {
      return isLast
        ? [{ from: statement.from, to: codeEnd(statement), text: passAndComments(tree, statement) }]
        : removeCode(tree, statement);
    }
    if (!isLast) return [{ ...range, text: '' }];
    const to = tree.lines.endOf(tree.lines.lineAt(codeEnd(statement)));
    return [{ from: range.from, to, text: `${tree.lines.indentAt(statement.from)}pass` }];
  });
}

function passAndComments(tree: SyntaxTree, statement: Node): string {
  return [...innerComments(tree, statement), 'pass'].join(lineStart(tree, statement));
}

function lineStart(tree: SyntaxTree, statement: Node): string {
  return newlineAt(tree, statement.from) + tree.lines.indentAt(statement.from);
}

function innerComments(tree: SyntaxTree, statement: Node): string[] {
  return [...statement.walk()]
    .filter((node) => node.kind === 'Comment' && node.to <= codeEnd(statement))
    .map((node) => tree.text.slice(node.from, node.to));
}

/** Removes a statement's code and leaves its comments: those inside it each get a line. */
function removeCode(tree: SyntaxTree, statement: Node): Edit[] {
  const { lines, text } = tree;
  const end = codeEnd(statement);
  const endOfLine = lines.endOf(lines.lineAt(end));
  const trailing = /^[ \t\f;]*(#.*)?$/.exec(text.slice(end, endOfLine))?.[1];
  const comments = innerComments(tree, statement);
  if (!trailing && comments.length === 0) {
    const block = statement.parent as Node;
    return [
      removeLines(tree, block, { from: lines.lineStart(statement.from), to: lineEnd(tree, end) }),
    ];
  }
  const to = trailing ? endOfLine - trailing.length : endOfLine;
  const kept = trailing ? [...comments, ''] : comments;
  return [{ from: statement.from, to, text: kept.join(lineStart(tree, statement)) }];
}

/** Ranges of statements, those with nothing but blank lines between them as one. */
function runsOf(tree: SyntaxTree, statements: readonly Node[]): LineRange[] {
  const runs: LineRange[] = [];
  for (const statement of statements) {
    const range = statementRange(tree, statement);
    if (!range) continue;
    const last = runs[runs.length - 1];
    if (last && /^\s*$/.test(tree.text.slice(last.to, range.from))) {
      runs[runs.length - 1] = { from: last.from, to: range.to };
    } else runs.push(range);
  }
  return runs;
}

/** Removes lines of a block together with the smaller one of the two gaps around them. */
function removeLines(tree: SyntaxTree, block: Node, range: LineRange): Edit {
  const { lines, text } = tree;
  const layout = layoutOf(tree);
  const first = lines.lineAt(range.from);
  const next = range.to < text.length ? lines.lineAt(range.to) : lines.count;
  const above = layout.blanksAbove(first);
  const below = layout.blanksFrom(next);
  const isAtTop = first - above <= (block.kind === 'Script' ? 0 : lines.lineAt(block.from) + 1);
  const isAtEnd = lines.startOf(next + below) >= text.length;
  const takesAbove = isAtEnd || (!isAtTop && below >= above);
  if (!takesAbove) return { from: range.from, to: lines.startOf(next + below), text: '' };
  const from = lines.startOf(first - above);
  const lacksNewline = !/[\r\n]/.test(text[range.to - 1] ?? '') && from > 0;
  return { from: lacksNewline ? lines.endOf(first - above - 1) : from, to: range.to, text: '' };
}

/** The start of the line behind the one that an offset lies in. */
function lineEnd(tree: SyntaxTree, offset: number): number {
  return tree.lines.startOf(tree.lines.lineAt(offset) + 1);
}
