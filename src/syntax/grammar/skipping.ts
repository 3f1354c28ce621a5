/** Where a token ends, told by its characters alone: for looking ahead of the parser. */

/** The character code at an offset from the current position; negative at the end. */
export type Peek = (offset: number) => number;

export function code(letter: string): number {
  return letter.charCodeAt(0);
}

export function isBreak(char: number): boolean {
  return char === 10 || char === 13;
}

export function isSpace(char: number): boolean {
  return char === 32 || char === 9 || char === 12;
}

export function isWordCharacter(char: number): boolean {
  return isDigit(char) || isLetter(char) || char === 95 || char > 160;
}

export function isDigit(char: number): boolean {
  return char >= 48 && char <= 57;
}

function isLetter(char: number): boolean {
  return (char >= 65 && char <= 90) || (char >= 97 && char <= 122);
}

export function wordAt(peek: Peek, from: number): string {
  let end = from;
  while (isWordCharacter(peek(end))) end++;
  return textAt(peek, from, end - from);
}

export function textAt(peek: Peek, from: number, length: number): string {
  let result = '';
  for (let i = 0; i < length && peek(from + i) >= 0; i++)
    result += String.fromCharCode(peek(from + i));
  return result;
}

/** The offset behind a backslash and what it escapes; a line break of two characters is one. */
export function behindBackslash(peek: Peek, at: number): number {
  return at + (peek(at + 1) === 13 && peek(at + 2) === 10 ? 3 : 2);
}

/** The offset of the line break that ends a comment. */
export function behindComment(peek: Peek, from: number): number {
  let at = from;
  while (peek(at) >= 0 && !isBreak(peek(at))) at++;
  return at;
}

const NUMBER =
  /^(?:0[bBoOxX][\da-fA-F_]+|(?:\d[\d_]*)?\.?[\d_]*(?:(?<=[\d.])[eE][-+]?\d[\d_]*)?[jJ]?)/;

/** The offset behind a number: a keyword may stand right behind it, as in `1for`. */
export function behindNumber(peek: Peek, from: number): number {
  let end = from;
  while (isWordCharacter(peek(end)) || peek(end) === code('.') || isSign(peek, end)) end++;
  return from + (NUMBER.exec(textAt(peek, from, end - from))?.[0].length || 1);
}

function isSign(peek: Peek, at: number): boolean {
  return '+-'.includes(String.fromCharCode(peek(at))) && (peek(at - 1) | 32) === code('e');
}

const PREFIX = /^(?:[bfrtu]|[bft]r|r[bft])$/i;

/** Whether a word is the prefix of the string that begins behind it. */
export function isPrefix(word: string, next: number): boolean {
  return isQuote(next) && PREFIX.test(word);
}

export function isQuote(char: number): boolean {
  return char === 34 || char === 39;
}

/** What must be known of a string to find its end. */
interface Quotes {
  readonly quote: number;
  readonly isLong: boolean;
  readonly isRaw: boolean;
}

/** The offset behind a string literal that opens at an offset; of one that is not closed on its line, the line's end. */
export function behindString(peek: Peek, from: number, prefix: string): number {
  const quote = peek(from);
  const isLong = peek(from + 1) === quote && peek(from + 2) === quote;
  const quotes = { quote, isLong, isRaw: /r/i.test(prefix) };
  const isFormat = /[ft]/i.test(prefix);
  let at = from + (isLong ? 3 : 1);
  while (peek(at) >= 0) {
    const char = peek(at);
    if (closes(peek, at, quotes)) return at + (isLong ? 3 : 1);
    if (!isLong && isBreak(char)) return at;
    if (char === code('\\')) at = behindEscape(peek, at, isFormat, quotes);
    else if (isFormat && isBrace(char) && peek(at + 1) === char) at += 2;
    else if (isFormat && char === code('{')) at = behindField(peek, at, quotes);
    else at++;
  }
  return at;
}

function closes(peek: Peek, at: number, { quote, isLong }: Quotes): boolean {
  if (peek(at) !== quote) return false;
  return !isLong || (peek(at + 1) === quote && peek(at + 2) === quote);
}

function isBrace(char: number): boolean {
  return char === code('{') || char === code('}');
}

/** In f-strings a backslash hides no brace, but the name of a character has some. */
function behindEscape(peek: Peek, at: number, isFormat: boolean, { isRaw }: Quotes): number {
  if (!isFormat) return behindBackslash(peek, at);
  if (isBrace(peek(at + 1))) return at + 1;
  if (isRaw || peek(at + 1) !== code('N') || peek(at + 2) !== code('{'))
    return behindBackslash(peek, at);
  let end = at + 3;
  while (peek(end) >= 0 && !isBrace(peek(end)) && !isQuote(peek(end)) && !isBreak(peek(end))) end++;
  return peek(end) === code('}') ? end + 1 : end;
}

/** The offset behind the `}` of a field of an f-string that opens at an offset. */
function behindField(peek: Peek, from: number, quotes: Quotes): number {
  let depth = 0;
  let at = from + 1;
  while (peek(at) >= 0) {
    const char = peek(at);
    const letter = String.fromCharCode(char);
    if (letter === '}' && depth === 0) return at + 1;
    if (letter === ':' && depth === 0) return behindFormat(peek, at + 1, quotes);
    if ('([{'.includes(letter)) depth++;
    else if (')]}'.includes(letter)) depth--;
    if (letter === '#') at = behindComment(peek, at);
    else if (letter === '\\') at = behindBackslash(peek, at);
    else if (isQuote(char)) at = behindString(peek, at, '');
    else if (isWordCharacter(char)) {
      const word = wordAt(peek, at);
      at += word.length;
      if (isPrefix(word, peek(at))) at = behindString(peek, at, word);
    } else at++;
  }
  return at;
}

/** The offset behind the `}` that ends a format and its field; of one that its string's end cuts off, that end. */
function behindFormat(peek: Peek, from: number, quotes: Quotes): number {
  let at = from;
  let isBehindField = false;
  while (peek(at) >= 0 && !closes(peek, at, quotes)) {
    const char = peek(at);
    if (char === code('}')) return at + 1;
    if (!quotes.isLong && isBreak(char)) return at;
    if (char === code('\\')) at = behindEscape(peek, at, true, quotes);
    else if (char !== code('{')) at++;
    else if (isBehindField && peek(at + 1) === char) at += 2;
    else {
      at = behindField(peek, at, quotes);
      isBehindField = true;
    }
  }
  return at;
}
