/** What could stand at the place of an error: each is put in and parsed, and what takes the parser furthest is named. */

import type { Fault } from '../fault.ts';
import type { Node } from '../node.ts';
import { reach } from '../parse.ts';
import { COMPOUND_STATEMENTS, isStatement } from '../shapes.ts';
import { shortened } from '../words.ts';
import { closerOf, type ErrorContext } from './context.ts';

/** A longer statement is not parsed again and again. */
const LONGEST_STATEMENT = 20_000;

/** How much of the text behind the error is parsed with it. */
const LENGTH_BEHIND = 300;

interface Probe {
  readonly code: string;
  readonly message: string;
  /** Whether the code stands for the token, or comes before it. */
  readonly replaces: boolean;
  /** Whether the fault is at the end of what stands before, or at the token. */
  readonly isBehind: boolean;
}

/** What was expected at the place; null where nothing that is tried gets the parser past the token. */
export function expectation(context: ErrorContext): Fault | null {
  const { text, at, token, previous } = context;
  const start = statementStart(context);
  if (at - start > LONGEST_STATEMENT) return null;
  const isInBlock = /[ \t\f]/.test(text[start] ?? '');
  const before = `${isInBlock ? 'if x:\n' : ''}${text.slice(start, at)}`;
  const behind = text.slice(at, at + LENGTH_BEHIND);
  let furthest = Math.min(token.length || 1, behind.length) - 1;
  let best: Probe | null = null;
  for (const probe of probesFor(context)) {
    const dropped = probe.replaces ? token.length : 0;
    const added = before + probe.code;
    const reached = reach(added + behind.slice(dropped)) - added.length + dropped;
    if (reached <= furthest) continue;
    furthest = reached;
    best = probe;
  }
  return best && { message: best.message, at: best.isBehind ? (previous?.to ?? at) : at };
}

/** The line in which the innermost statement begins, of those that begin a line. */
function statementStart({ path, lines, at }: ErrorContext): number {
  const statement = path.findLast(
    (node) =>
      isStatement(node) &&
      node.parent?.kind !== 'DecoratedStatement' &&
      lines.lineStart(node.from) + lines.indentAt(node.from).length === node.from,
  );
  return lines.lineStart(statement?.from ?? at);
}

/** In the order in which they are named where several take the parser as far. */
function probesFor(context: ErrorContext): Probe[] {
  const { open, token } = context;
  const bracket = open[open.length - 1];
  const last = lastWords(context);
  const expected = (words: string, ...codes: string[]): Probe[] =>
    codes.map((code) => ({
      code,
      message: `expected ${words}${last}`,
      replaces: false,
      isBehind: true,
    }));
  const instead = (code: string, message: string): Probe[] => [
    { code, message, replaces: true, isBehind: false },
  ];
  return [
    ...(token === 'if' && context.previous?.kind === 'else'
      ? instead('', '`else if` is written `elif` in Python')
      : []),
    ...(token === '='
      ? instead('==', "`=` can't stand here: `==` compares, `:=` assigns inside an expression")
      : []),
    ...(takesAs(context) ? expected('`as`', ' as ') : []),
    ...(takesCommas(context) ? expected('`,`', ',') : []),
    ...(isHead(context) ? expected('`:`', ':') : []),
    ...(isPair(context) ? expected('`:`', ':', ': x') : []),
    ...expected(takesName(context) ? 'a name' : 'an expression', ' x ').map((probe) => ({
      ...probe,
      isBehind: false,
    })),
    ...(isLoop(context) ? expected('`in`', ' in ', ' in x ', ' in x: pass') : []),
    ...(isImport(context) ? expected('`import`', ' import ', ' import x ') : []),
    ...expected('`else`', ' else x '),
    ...(takesParameters(context) ? expected('`(`', '()', '():') : []),
    ...(bracket ? expected(`\`${closerOf(bracket)}\``, closerOf(bracket)) : []),
    ...(KEYWORDS.has(token)
      ? instead(' x ', `\`${token}\` is a keyword of Python, so it can't be a name or a value`)
      : []),
    ...(bracket ? [] : expected('an operator or the end of the statement', ';')),
  ];
}

function lastWords({ previous, text }: ErrorContext): string {
  return previous ? ` behind \`${shortened(text.slice(previous.from, previous.to))}\`` : '';
}

function innermostStatement({ path }: ErrorContext): Node | undefined {
  return path.findLast(isStatement);
}

function isImport(context: ErrorContext): boolean {
  return innermostStatement(context)?.kind === 'ImportStatement';
}

function takesAs(context: ErrorContext): boolean {
  return (
    isImport(context) || /^(?:Try|With)Statement$/.test(innermostStatement(context)?.kind ?? '')
  );
}

function takesCommas(context: ErrorContext): boolean {
  return (
    context.open.length > 0 ||
    isImport(context) ||
    /^(?:Scope|Delete)Statement$/.test(innermostStatement(context)?.kind ?? '')
  );
}

/** In the head of a compound statement. */
function isHead(context: ErrorContext): boolean {
  const kind = innermostStatement(context)?.kind ?? '';
  return context.open.length === 0 && COMPOUND_STATEMENTS.has(kind);
}

/** In a dictionary, or behind `lambda`. */
function isPair({ path, open }: ErrorContext): boolean {
  const bracket = open[open.length - 1];
  const lambda = path.findLast((node) => node.kind === 'LambdaExpression');
  const isDictionary = bracket?.kind === '{' && bracket.parent?.kind !== 'FormatReplacement';
  return isDictionary || (lambda !== undefined && lambda.from > (bracket?.from ?? -1));
}

function isLoop({ path, open }: ErrorContext): boolean {
  const bracket = open[open.length - 1];
  return path.some(
    (node) => node.from >= (bracket?.from ?? 0) && lastPlace(node, 'for') > lastPlace(node, 'in'),
  );
}

function lastPlace(node: Node, keyword: string): number {
  return node.children.findLastIndex((child) => child.kind === keyword);
}

function takesParameters({ path, previous }: ErrorContext): boolean {
  const parent = previous?.parent;
  const owner = parent?.kind === 'TypeParamList' ? parent.parent : parent;
  return owner?.kind === 'FunctionDefinition' && path.includes(owner);
}

function takesName(context: ErrorContext): boolean {
  const words = ['def', 'class', 'as', 'global', 'nonlocal', '.'];
  return words.includes(context.previous?.kind ?? '') || isImport(context);
}

const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from ' +
    'global if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);
