import type { Node } from '../syntax/node.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import { wholeStatement } from '../syntax/shapes.ts';
import type { Edit } from './fix.ts';
import { indentEdits, indentUnit } from './indent.ts';
import { codeEnd, layoutOf, newlineAt } from './layout.ts';
import { isInlineBody, leadingComments, partsOf } from './statements.ts';

/** Statements of one block that belong together: from one up to another, which may be the same. */
export interface Stretch {
  readonly first: Node;
  readonly last: Node;
}

/** Makes `name = value` a `with value as name:` round what follows it in the stretch. */
export function assignmentToWith(
  tree: SyntaxTree,
  { first, last }: Stretch,
  value: Node,
  name: string,
): Edit[] {
  const place = placeOf(tree, first);
  const next = place.nextPart;
  const isOneLine = wholeStatement(first) === wholeStatement(last);
  const semicolon = first.next?.kind === ';' ? first.next : null;
  const separator = next
    ? {
        from: first.to,
        to: next.from,
        text: isOneLine ? ' ' : place.newline + place.indent + place.unit,
      }
    : semicolon && { from: first.to, to: semicolon.to, text: '' };
  return [
    ...place.opening,
    { from: first.from, to: value.from, text: 'with ' },
    { from: value.to, to: value.to, text: ` as ${name}:` },
    ...(separator ? [separator] : []),
    ...indentRest(tree, first, last, place.unit),
  ];
}

/** Puts a stretch into a `with`, and a name where the context expression stood in its first statement. */
export function hoistIntoWith(
  tree: SyntaxTree,
  { first, last }: Stretch,
  context: Node,
  name: string,
): Edit[] {
  const place = placeOf(tree, first);
  const value = tree.text.slice(context.from, context.to);
  const isOneLine = place.isShared && wholeStatement(first) === wholeStatement(last);
  const gap = isOneLine ? ' ' : place.newline + place.indent + place.unit;
  return [
    ...place.opening,
    { from: first.from, to: first.from, text: `with ${value} as ${name}:${gap}` },
    { from: context.from, to: context.to, text: name },
    ...indentRest(tree, first, last, place.unit),
  ];
}

/**
 * Puts what follows the first statement of a stretch into a `try`, with `cleanup`, one line a statement, in its
 * `finally`. `moved`, the first of the stretch's last statements that are the clean-up already, takes its place.
 */
export function encloseInTry(
  tree: SyntaxTree,
  { first, last }: Stretch,
  cleanup: readonly string[],
  moved: Node | null,
): Edit[] {
  const place = placeOf(tree, first);
  const start = `${place.newline + place.indent}try:`;
  const lineEnd = tree.lines.endOf(tree.lines.lineAt(codeEnd(first)));
  const opening: Edit = place.nextPart
    ? {
        from: first.to,
        to: place.nextPart.from,
        text: start + place.newline + place.indent + place.unit,
      }
    : { from: lineEnd, to: lineEnd, text: start };
  return [
    ...place.opening,
    opening,
    ...finallyEdits(tree, last, cleanup, moved, place),
    ...indentRest(tree, first, last, place.unit),
  ];
}

/** As `encloseInTry`, for a value that its statement uses without a name: gives it one. */
export function hoistBeforeTry(
  tree: SyntaxTree,
  { first, last }: Stretch,
  value: Node,
  name: string,
  cleanup: readonly string[],
): Edit[] {
  const place = placeOf(tree, first);
  const { newline, indent, unit } = place;
  const made = `${name} = ${tree.text.slice(value.from, value.to)}${newline}${indent}try:`;
  return [
    ...place.opening,
    { from: first.from, to: first.from, text: made + newline + indent + unit },
    { from: value.from, to: value.to, text: name },
    ...finallyEdits(tree, last, cleanup, null, place),
    ...indentRest(tree, first, last, unit),
  ];
}

/** Puts a statement that has lines of its own under an `if`; the comments above it stay above. */
export function encloseInIf(tree: SyntaxTree, statement: Node, condition: string): Edit[] {
  const { lines } = tree;
  const { newline, indent, unit } = placeOf(tree, statement);
  const header = `if ${condition}:${newline}${indent}${unit}`;
  const next = lines.startOf(lines.lineAt(statement.from) + 1);
  const rest = next < codeEnd(statement) ? indentEdits(tree, next, codeEnd(statement), unit) : [];
  return [{ from: statement.from, to: statement.from, text: header }, ...rest];
}

function finallyEdits(
  tree: SyntaxTree,
  last: Node,
  cleanup: readonly string[],
  moved: Node | null,
  { newline, indent, unit }: Place,
): Edit[] {
  const edits: Edit[] = [];
  if (moved) {
    const at = leadingComments(tree, moved).from;
    edits.push({ from: at, to: at, text: `${indent}finally:${newline}` });
  }
  const added = cleanup.map((line) => newline + indent + unit + line).join('');
  const end = tree.lines.endOf(tree.lines.lineAt(stretchEnd(tree, last)));
  const header = moved ? '' : `${newline + indent}finally:`;
  if (added !== '') edits.push({ from: end, to: end, text: header + added });
  return edits;
}

interface Place {
  readonly newline: string;
  readonly unit: string;
  readonly indent: string;
  /** The statement behind in the same line, or null. */
  readonly nextPart: Node | null;
  /** Whether other statements, or a compound statement's header, share the statement's line. */
  readonly isShared: boolean;
  /** Puts the statement on a line of its own. */
  readonly opening: readonly Edit[];
}

function placeOf(tree: SyntaxTree, statement: Node): Place {
  const whole = wholeStatement(statement);
  const body = whole.parent;
  const isInline = isInlineBody(tree, body);
  const unit = indentUnit(tree, statement.from);
  const newline = newlineAt(tree, statement.from);
  const owner = isInline && body?.parent ? body.parent : null;
  const indent = tree.lines.indentAt((owner ?? whole).from) + (owner ? unit : '');
  const parts = partsOf(whole);
  const part = parts.indexOf(statement);
  const opening: Edit[] = [];
  const firstPart = parts[0] as Node;
  if (body && owner) {
    opening.push({ from: body.from + 1, to: firstPart.from, text: newline + indent });
  }
  const before = parts[part - 1];
  if (before) opening.push({ from: before.to, to: statement.from, text: newline + indent });
  const isShared = isInline || parts.length > 1;
  return { newline, unit, indent, nextPart: parts[part + 1] ?? null, isShared, opening };
}

/** Puts the lines behind a statement's first one level deeper, as far as the stretch goes. */
function indentRest(tree: SyntaxTree, first: Node, last: Node, unit: string): Edit[] {
  const { lines } = tree;
  const isHoisted = first === last;
  const line = lines.lineAt(isHoisted ? first.from : codeEnd(first)) + 1;
  const end = stretchEnd(tree, last);
  return lines.startOf(line) < end ? indentEdits(tree, lines.startOf(line), end, unit) : [];
}

/** Where a statement ends for the eye: behind the comments at its end that are indented deeper than it is. */
function stretchEnd(tree: SyntaxTree, last: Node): number {
  const { lines } = tree;
  const layout = layoutOf(tree);
  const indent = lines.indentAt(wholeStatement(last).from);
  let end = codeEnd(wholeStatement(last));
  for (let line = lines.lineAt(end) + 1; line < lines.count; line++) {
    const kind = layout.kindOf(line);
    if (kind === 'blank') continue;
    const deeper = lines.indentAt(lines.startOf(line)).length > indent.length;
    if (kind !== 'comment' || !deeper) break;
    end = lines.endOf(line);
  }
  return end;
}
