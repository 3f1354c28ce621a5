/** The tokens of Python that depend on what stands around them: line ends, indentation, strings, soft keywords. */
import { ContextTracker, ExternalTokenizer, type InputStream, type Stack } from '@lezer/lr';
import * as term from '../generated/parser.terms.ts';
import { startsMatch, startsWithItems } from './lookahead.ts';

const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;
const FORM_FEED = 12;
const HASH = 35;
const PAREN_OPEN = 40;
const BACKSLASH = 92;
const SMALL_H = 104;
const SMALL_M = 109;
const BRACE_OPEN = 123;
const BRACE_CLOSE = 125;
const COLON = 58;

// What a Context's flags say of the code inside it.
const BRACKETED = 1;
const STRING = 2;
const DOUBLE_QUOTE = 4;
const LONG = 8;
const RAW = 16;
const FORMAT = 32;

/** How far a line is indented: as a column with tabs to eight, and with each tab as one, as CPython compares both. */
interface Indent {
  readonly column: number;
  readonly characters: number;
}

const NO_INDENT: Indent = { column: 0, characters: 0 };

class Context {
  readonly hash: number;
  /** The innermost string that this code stands in. */
  readonly string: Context | null;

  constructor(
    readonly parent: Context | null,
    readonly flags: number,
    readonly indent: Indent = NO_INDENT,
  ) {
    this.hash = ((parent?.hash ?? 0) * 31 + indent.column * 97 + indent.characters * 7 + flags) | 0;
    this.string = flags & STRING ? this : (parent?.string ?? null);
  }
}

function isLineBreak(char: number): boolean {
  return char === LF || char === CR;
}

function isBlank(char: number): boolean {
  return char === SPACE || char === TAB || char === FORM_FEED;
}

/** How long the line break at the input's position is; CRLF is one. */
function lineBreakLength(input: InputStream, offset = 0): number {
  const char = input.peek(offset);
  if (char === CR) return input.peek(offset + 1) === LF ? 2 : 1;
  return char === LF ? 1 : 0;
}

export const newlines = new ExternalTokenizer(
  (input, stack: Stack) => {
    const { flags } = stack.context as Context;
    if (input.next < 0) input.acceptToken(term.eof);
    else if (flags & BRACKETED) {
      if (isLineBreak(input.next)) {
        input.acceptToken(term.newlineBracketed, lineBreakLength(input));
      }
    } else if (!atLineStart(input)) {
      if (isLineBreak(input.next)) input.acceptToken(term.newline, lineBreakLength(input));
    } else {
      const isContinued = input.peek(beforeLineBreak(input)) === BACKSLASH;
      // Behind a backslash an empty line ends the statement, even one that can't end there.
      if (isContinued && (stack.canShift(term.newline) || followsCode(input))) {
        if (isLineBreak(input.next)) input.acceptToken(term.newline, lineBreakLength(input));
      } else if (stack.canShift(term.blankLineStart)) {
        blankLine(input, stack.context as Context, isContinued);
      } else if (isLineBreak(input.next)) {
        input.acceptToken(term.newline, lineBreakLength(input));
      }
    }
  },
  { contextual: true },
);

/** At a line's start: a blank line, or the module's own statement with an indentation that it must not have. */
function blankLine(input: InputStream, context: Context, isContinued: boolean): void {
  const { indent, length } = indentAt((offset) => input.peek(offset));
  if (isBlankLine(input, length)) input.acceptToken(term.blankLineStart);
  // No indentation can be shifted there, so its tokenizer is not asked.
  else if (indent.characters > 0 && !context.parent && !isContinued) {
    input.acceptToken(term.indent, length);
  }
}

function atLineStart(input: InputStream): boolean {
  const before = input.peek(-1);
  return before < 0 || isLineBreak(before);
}

export const indentation = new ExternalTokenizer((input, stack: Stack) => {
  const context = stack.context as Context;
  if (context.flags || !isLineBreak(input.peek(-1)) || followsBlankContinuation(input)) return;
  const { indent, length } = indentAt((offset) => input.peek(offset));
  if (isBlankLine(input, length)) return;
  switch (compare(indent, context.indent)) {
    case 'deeper':
      return input.acceptToken(term.indent, length);
    case 'less deep':
      return input.acceptToken(term.dedent);
    case 'inconsistent':
      // Whichever of the two can't stand here makes the error that CPython calls a TabError.
      return input.acceptToken(stack.canShift(term.indent) ? term.dedent : term.indent);
  }
});

function isBlankLine(input: InputStream, length: number): boolean {
  const next = input.peek(length);
  return isLineBreak(next) || next === HASH || next < 0;
}

function compare(a: Indent, b: Indent): 'same' | 'deeper' | 'less deep' | 'inconsistent' {
  const byColumn = Math.sign(a.column - b.column);
  if (byColumn !== Math.sign(a.characters - b.characters)) return 'inconsistent';
  return byColumn === 0 ? 'same' : byColumn > 0 ? 'deeper' : 'less deep';
}

/** At a line's start: the offset of the last character of the line before. */
function beforeLineBreak(input: InputStream): number {
  return input.peek(-1) === LF && input.peek(-2) === CR ? -3 : -2;
}

/** A line whose indentation began on the line before, which holds nothing but blanks and a backslash. */
function followsBlankContinuation(input: InputStream): boolean {
  let offset = beforeLineBreak(input);
  if (input.peek(offset) !== BACKSLASH) return false;
  do offset--;
  while (isBlank(input.peek(offset)));
  return input.peek(offset) < 0 || isLineBreak(input.peek(offset));
}

/** A line behind one that holds code before its backslash. Whatever could be a comment is not taken for code. */
function followsCode(input: InputStream): boolean {
  let hasCode = false;
  for (let offset = beforeLineBreak(input) - 1; ; offset--) {
    const char = input.peek(offset);
    if (char < 0 || isLineBreak(char)) return hasCode;
    if (char === HASH) return false;
    if (!isBlank(char)) hasCode = true;
  }
}

/** The indentation that blanks make, by CPython's rules: a form feed goes back to the line's start. */
function indentAt(peek: (offset: number) => number): { indent: Indent; length: number } {
  let column = 0;
  let characters = 0;
  let length = 0;
  let beforeBackslash: Indent | null = null;
  for (;;) {
    const char = peek(length);
    if (char === SPACE) column++;
    else if (char === TAB) column += 8 - (column % 8);
    else if (char === FORM_FEED) column = 0;
    else if (char === BACKSLASH && isLineBreak(peek(length + 1))) {
      // Only the blanks before the first backslash count.
      beforeBackslash ??= column > 0 ? { column, characters } : null;
      column = 0;
      if (peek(length + 1) === CR && peek(length + 2) === LF) length++;
      length++;
    } else break;
    characters = char === SPACE || char === TAB ? characters + 1 : 0;
    length++;
  }
  return { indent: beforeBackslash ?? { column, characters }, length };
}

const STRING_STARTS = new Map<number, number>([
  [term.stringStart, 0],
  [term.stringStartD, DOUBLE_QUOTE],
  [term.stringStartL, LONG],
  [term.stringStartLD, LONG | DOUBLE_QUOTE],
  [term.stringStartR, RAW],
  [term.stringStartRD, RAW | DOUBLE_QUOTE],
  [term.stringStartRL, RAW | LONG],
  [term.stringStartRLD, RAW | LONG | DOUBLE_QUOTE],
  [term.stringStartF, FORMAT],
  [term.stringStartFD, FORMAT | DOUBLE_QUOTE],
  [term.stringStartFL, FORMAT | LONG],
  [term.stringStartFLD, FORMAT | LONG | DOUBLE_QUOTE],
  [term.stringStartFR, FORMAT | RAW],
  [term.stringStartFRD, FORMAT | RAW | DOUBLE_QUOTE],
  [term.stringStartFRL, FORMAT | RAW | LONG],
  [term.stringStartFRLD, FORMAT | RAW | LONG | DOUBLE_QUOTE],
]);

const OPENERS: ReadonlySet<number> = new Set([
  term.ParenL,
  term.BracketL,
  term.BraceL,
  term.replacementStart,
  term.withParen,
]);

const BRACKETS: ReadonlySet<number> = new Set([
  term.ParenthesizedExpression,
  term.TupleExpression,
  term.ComprehensionExpression,
  term.importList,
  term.withItemList,
  term.ArgList,
  term.ParamList,
  term.ArrayExpression,
  term.ArrayComprehensionExpression,
  term.subscript,
  term.SetExpression,
  term.SetComprehensionExpression,
  term.FormatReplacement,
  term.nestedFormatReplacement,
  term.DictionaryExpression,
  term.DictionaryComprehensionExpression,
  term.GroupPattern,
  term.SequencePattern,
  term.MappingPattern,
  term.PatternArgList,
  term.TypeParamList,
]);

export const trackIndent = new ContextTracker<Context>({
  start: new Context(null, 0),
  reduce(context, reduced) {
    const isString = reduced === term.String || reduced === term.FormatString;
    const ends = isString
      ? context.flags & STRING
      : context.flags & BRACKETED && BRACKETS.has(reduced);
    return ends && context.parent ? context.parent : context;
  },
  shift(context, shifted, stack, input) {
    if (shifted === term.indent) {
      const length = stack.pos - input.pos;
      const { indent } = indentAt((offset) => (offset < length ? input.peek(offset) : -1));
      return new Context(context, 0, indent);
    }
    if (shifted === term.dedent) return context.parent ?? context;
    if (OPENERS.has(shifted)) return new Context(context, BRACKETED);
    const flags = STRING_STARTS.get(shifted);
    return flags === undefined ? context : new Context(context, flags | STRING);
  },
  hash: (context) => context.hash,
});

export const strings = new ExternalTokenizer((input, stack: Stack) => {
  const { flags } = stack.context as Context;
  const isFormat = (flags & FORMAT) !== 0;
  const start = input.pos;
  while (input.next >= 0) {
    const atStart = input.pos === start;
    if (isFormat && (input.next === BRACE_OPEN || input.next === BRACE_CLOSE)) {
      if (input.peek(1) === input.next) input.advance(2);
      else {
        if (atStart && input.next === BRACE_OPEN) input.acceptToken(term.replacementStart, 1);
        if (atStart) return;
        break;
      }
    } else if (input.next === BACKSLASH && input.peek(1) >= 0) {
      if (flags & RAW) skipRawEscape(input, isFormat);
      else if (isFormat && isBrace(input.peek(1))) input.advance();
      else {
        if (!atStart) break;
        skipEscape(input);
        input.acceptToken(term.Escape);
        return;
      }
    } else if (endsString(input, flags)) {
      if (!atStart) break;
      input.acceptToken(term.stringEnd, flags & LONG ? 3 : 1);
      return;
    } else if (isLineBreak(input.next) && !(flags & LONG)) {
      // A string that is not closed on its line has no end: an error, not a string.
      break;
    } else input.advance();
  }
  if (input.pos > start) input.acceptToken(term.stringContent);
});

function isBrace(char: number): boolean {
  return char === BRACE_OPEN || char === BRACE_CLOSE;
}

function endsString(input: InputStream, flags: number): boolean {
  const quote = flags & DOUBLE_QUOTE ? 34 : 39;
  if (input.next !== quote) return false;
  return !(flags & LONG) || (input.peek(1) === quote && input.peek(2) === quote);
}

/** In a raw string a backslash keeps its quote from closing the string, and hides no brace. */
function skipRawEscape(input: InputStream, isFormat: boolean): void {
  input.advance();
  if (isFormat && isBrace(input.next)) return;
  input.advance(lineBreakLength(input) || 1);
}

const HEX_LENGTHS = new Map([
  [0x78, 2],
  [0x75, 4],
  [0x55, 8],
]);

function skipEscape(input: InputStream): void {
  input.advance();
  const escaped = input.next;
  input.advance(lineBreakLength(input) || 1);
  if (escaped >= 48 && escaped <= 55) skipWhile(input, 2, (char) => char >= 48 && char <= 55);
  else if (escaped === 0x4e && input.next === BRACE_OPEN) {
    const name = (char: number) => char >= 0 && !isBrace(char) && !isLineBreak(char);
    input.advance();
    skipWhile(input, 100, (char) => name(char) && char !== 34 && char !== 39);
    if ((input.next as number) === BRACE_CLOSE) input.advance();
  } else skipWhile(input, HEX_LENGTHS.get(escaped) ?? 0, isHex);
}

function isHex(char: number): boolean {
  return (char >= 48 && char <= 57) || (char >= 65 && char <= 70) || (char >= 97 && char <= 102);
}

function skipWhile(input: InputStream, most: number, holds: (char: number) => boolean): void {
  for (let i = 0; i < most && holds(input.next); i++) input.advance();
}

export const lookahead = new ExternalTokenizer(
  (input, stack: Stack) => {
    const peek = (offset: number) => input.peek(offset);
    const context = stack.context as Context;
    // The character first: `canShift` takes time, and this is asked at each token.
    if (context.string && stack.canShift(term.formatStringSpecChars)) formatSpec(input, context);
    else if (input.next === COLON && context.string && stack.canShift(term.formatColon)) {
      input.acceptToken(term.formatColon, 1);
    } else if (
      input.next === PAREN_OPEN &&
      mayFollowWith(input) &&
      stack.canShift(term.withParen) &&
      startsWithItems(peek)
    ) {
      input.acceptToken(term.withParen, 1);
    } else if (input.next === SMALL_M && stack.canShift(term.matchKeyword) && startsMatch(peek)) {
      input.acceptToken(term.matchKeyword, 'match'.length);
    }
  },
  { contextual: true },
);

/** Whether the last character before the blanks in front of the input's position can be the end of `with`. */
function mayFollowWith(input: InputStream): boolean {
  let offset = -1;
  while (isBlank(input.peek(offset))) offset--;
  const char = input.peek(offset);
  return char === SMALL_H || isLineBreak(char);
}

/** The text of a format specification: up to a field, its end, or the end of the string round it. */
function formatSpec(input: InputStream, context: Context): void {
  const flags = context.string?.flags ?? 0;
  const start = input.pos;
  // From 3.13 on: `{x:{{y}}}` has a set as its format, but in `{x:{y}{{z}` the doubled brace is text.
  const isBehindField = input.peek(-1) === BRACE_CLOSE;
  while (input.next >= 0 && !endsString(input, flags)) {
    if (isLineBreak(input.next) && !(flags & LONG)) break;
    if (isBehindField && input.next === BRACE_OPEN && input.peek(1) === BRACE_OPEN)
      input.advance(2);
    else if (isBrace(input.next)) break;
    else if (input.next === BACKSLASH && !(flags & RAW) && !isBrace(input.peek(1)))
      skipEscape(input);
    else input.advance();
  }
  if (input.pos > start) input.acceptToken(term.formatStringSpecChars);
}
