import type { Node } from '../syntax/node.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import { parse } from '../syntax/parse.ts';
import { statementsOf, wholeStatement } from '../syntax/shapes.ts';
import { definitionGap, isDefinition } from './blank-lines.ts';
import type { Edit } from './fix.ts';
import { indentUnit, reindentText, withUnit } from './indent.ts';
import { codeEnd, layoutOf, newlineAt, withNewlines } from './layout.ts';
import { isInlineBody, leadingComments, partsOf } from './statements.ts';

/**
 * Inserts whole lines of code, written without indentation and with `\n`, before a statement and its comments, at
 * its indentation. A one-line body is opened, a `;` group split. Definitions get PEP 8's blank lines, or the file's.
 */
export function insertBefore(tree: SyntaxTree, statement: Node, code: string): Edit[] {
  const whole = wholeStatement(statement);
  const parts = partsOf(whole);
  const part = Math.max(0, parts.indexOf(statement));
  const body = whole.parent;
  if (body && isInlineBody(tree, body)) return openBody(tree, body, parts, part, code);
  if (part > 0) return [splitGroup(tree, parts, part, code, tree.lines.indentAt(whole.from))];
  const { lines } = tree;
  const line = lines.lineAt(leadingComments(tree, whole).from);
  const hasAbove = previousStatement(whole) !== null || hasLooseCommentAbove(tree, whole, line);
  const added = parse(code);
  const gap = definitionGap(tree, whole);
  const above = hasAbove && startsWithDefinition(added) ? gap : 0;
  const below = endsWithDefinition(added) || isDefinition(whole) ? gap : 0;
  // What is plain goes right before the statement, below the blank lines that are there.
  const missing = Math.max(0, above - layoutOf(tree).blanksAbove(line));
  return [insertLines(tree, line, code, lines.indentAt(whole.from), missing, below)];
}

/** Inserts lines of code behind a statement and the comment on its last line; otherwise as `insertBefore`. */
export function insertAfter(tree: SyntaxTree, statement: Node, code: string): Edit[] {
  const whole = wholeStatement(statement);
  const parts = partsOf(whole);
  const part = parts.indexOf(statement);
  const nextPart = part >= 0 ? parts[part + 1] : undefined;
  if (nextPart) return insertBefore(tree, nextPart, code);
  const { lines } = tree;
  const line = lineBelow(tree, whole);
  const body = whole.parent;
  if (body && isInlineBody(tree, body)) {
    const first = parts[0] as Node;
    const indent = innerIndent(tree, body);
    return [breakBefore(tree, body, first, indent), insertLines(tree, line, code, indent, 0, 0)];
  }
  const next = nextStatement(whole);
  const added = parse(code);
  const gap = definitionGap(tree, whole);
  const above = isDefinition(whole) || startsWithDefinition(added) ? gap : 0;
  const below = next && (isDefinition(next) || endsWithDefinition(added)) ? gap : 0;
  const missing = Math.max(0, below - layoutOf(tree).blanksFrom(line));
  return [insertLines(tree, line, code, lines.indentAt(whole.from), above, missing)];
}

/** The line below a statement and the comments that end its innermost block. */
function lineBelow(tree: SyntaxTree, statement: Node): number {
  const { lines } = tree;
  const layout = layoutOf(tree);
  const depth = lines.indentAt(statement.from).length;
  let below = lines.lineAt(codeEnd(statement)) + 1;
  if (statement.child('Body') === null) return below;
  for (;;) {
    const line = below + layout.blanksFrom(below);
    const isInside =
      layout.kindOf(line) === 'comment' && lines.indentAt(lines.startOf(line)).length > depth;
    if (!isInside) return below;
    below = line + 1;
  }
}

/** Inserts a module-level definition before the top-level statement that a node is or lies in. */
export function insertModuleFunction(tree: SyntaxTree, node: Node, code: string): Edit[] {
  return insertBefore(tree, topLevelStatement(node), code);
}

/** Puts a module-level definition in the place of a statement that has its lines for itself; its comments stay. */
export function replaceByDefinition(tree: SyntaxTree, statement: Node, code: string): Edit[] {
  const { lines } = tree;
  const first = lines.lineAt(leadingComments(tree, statement).from);
  const next = lines.lineAt(codeEnd(statement)) + 1;
  const gap = definitionGap(tree, statement);
  const newline = newlineAt(tree, statement.from);
  const missing = (has: number) => newline.repeat(Math.max(0, gap - has));
  const above = previousStatement(statement) ? missing(layoutOf(tree).blanksAbove(first)) : '';
  const below = nextStatement(statement) ? missing(layoutOf(tree).blanksFrom(next)) : '';
  return [
    { from: lines.startOf(first), to: lines.startOf(first), text: above },
    { from: statement.from, to: statement.to, text: indentedCode(tree, statement.from, code, '') },
    { from: lines.startOf(next), to: lines.startOf(next), text: below },
  ].filter(({ from, to, text }) => from !== to || text !== '');
}

/** The statement of the module itself that a node is or lies in. */
export function topLevelStatement(node: Node): Node {
  let top = node;
  while (top.parent && top.parent.kind !== 'Script') top = top.parent;
  return top;
}

/**
 * Inserts lines of code at the start of a body or of the whole module (a Script), behind its docstring and its
 * `__future__` imports. Null where there is no statement to stand by.
 */
export function insertAtBodyStart(tree: SyntaxTree, body: Node, code: string): Edit[] | null {
  const statements = statementsOf(body).flatMap(partsOf);
  const start = startOfCode(tree, body);
  const first = statements[start];
  if (first) return insertBefore(tree, first, code);
  const last = statements[start - 1];
  return last ? insertAfter(tree, last, code) : null;
}

/** How many parts of a body are docstring and `__future__` imports, before which nothing can stand. */
export function startOfCode(tree: SyntaxTree, body: Node): number {
  const statements = statementsOf(body).flatMap(partsOf);
  const holder = body.parent?.kind ?? 'Script';
  const mayHaveDocstring = /^(Script|FunctionDefinition|ClassDefinition)$/.test(holder);
  let start = mayHaveDocstring && statements[0] && isDocstring(statements[0]) ? 1 : 0;
  while (/^from\s+__future__\b/.test(textOf(tree, statements[start]))) start++;
  return start;
}

function isDocstring(statement: Node): boolean {
  const only = statement.children.length === 1 ? statement.firstChild : null;
  return (
    statement.kind === 'ExpressionStatement' &&
    (only?.kind === 'String' || only?.kind === 'ContinuedString')
  );
}

function textOf(tree: SyntaxTree, node: Node | undefined): string {
  return node ? tree.text.slice(node.from, node.to) : '';
}

/**
 * Inserts code as whole lines before line `line` (from 0), which may be one behind the last, with blank lines above
 * and below.
 */
export function insertLines(
  tree: SyntaxTree,
  line: number,
  code: string,
  indent: string,
  above: number,
  below: number,
): Edit {
  const { text, lines } = tree;
  const at = lines.startOf(line);
  const newline = newlineAt(tree, Math.max(0, at - 1));
  const body = indentedCode(tree, Math.max(0, at - 1), code, indent);
  const inserted = newline.repeat(above) + body + newline.repeat(below);
  const lacksBreak = at > 0 && at === text.length && !/[\r\n]/.test(text[at - 1] as string);
  return { from: at, to: at, text: lacksBreak ? newline + inserted : inserted + newline };
}

/**
 * Code as it goes in at an offset: at an indentation, with the file's line ends and its unit of indentation. Without a final line break; the insides of strings stay.
 */
function indentedCode(tree: SyntaxTree, at: number, code: string, indent: string): string {
  const trimmed = code.replace(/[\r\n]+$/, '');
  const adapted = parse(withUnit(parse(trimmed), indentUnit(tree, at)));
  const indented = reindentText(adapted, 0, adapted.text.length, indent);
  return withNewlines(indented, newlineAt(tree, at));
}

/** Turns `if x: a; b` into a block, with the code before one of the parts. */
function openBody(
  tree: SyntaxTree,
  body: Node,
  parts: readonly Node[],
  part: number,
  code: string,
): Edit[] {
  const indent = innerIndent(tree, body);
  const opening = breakBefore(tree, body, parts[0] as Node, indent);
  if (part > 0) return [opening, splitGroup(tree, parts, part, code, indent)];
  const newline = newlineAt(tree, body.from);
  const lines = indentedCode(tree, body.from, code, indent);
  return [{ ...opening, text: newline + lines + newline + indent }];
}

function breakBefore(tree: SyntaxTree, body: Node, first: Node, indent: string): Edit {
  const colon = body.from + 1;
  return { from: colon, to: first.from, text: newlineAt(tree, body.from) + indent };
}

function splitGroup(
  tree: SyntaxTree,
  parts: readonly Node[],
  part: number,
  code: string,
  indent: string,
): Edit {
  const before = parts[part - 1] as Node;
  const after = parts[part] as Node;
  const newline = newlineAt(tree, before.to);
  const lines = indentedCode(tree, before.to, code, indent);
  return { from: before.to, to: after.from, text: newline + lines + newline + indent };
}

function innerIndent(tree: SyntaxTree, body: Node): string {
  const outer = body.parent ?? body;
  return tree.lines.indentAt(outer.from) + indentUnit(tree, body.from);
}

function startsWithDefinition(code: SyntaxTree): boolean {
  const first = statementsOf(code.root)[0];
  return first !== undefined && isDefinition(first);
}

function endsWithDefinition(code: SyntaxTree): boolean {
  const last = statementsOf(code.root).at(-1);
  return last !== undefined && isDefinition(last);
}

function previousStatement(statement: Node): Node | null {
  return (
    statementsOf(statement.parent ?? statement).findLast((s) => s.index < statement.index) ?? null
  );
}

function nextStatement(statement: Node): Node | null {
  return statementsOf(statement.parent ?? statement).find((s) => s.index > statement.index) ?? null;
}

/** Whether comments stand above a block's first statement that don't belong to it. */
function hasLooseCommentAbove(tree: SyntaxTree, statement: Node, line: number): boolean {
  const layout = layoutOf(tree);
  const above = line - layout.blanksAbove(line) - 1;
  const header = statement.parent?.kind === 'Body' ? tree.lines.lineAt(statement.parent.from) : -1;
  return above > header && layout.kindOf(above) === 'comment';
}
