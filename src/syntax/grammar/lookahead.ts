/** What only a look at the code ahead can tell: is this `(` a list of items, is this `match` a keyword? */

/** The character code at an offset from the current position; negative at the end. */
export type Peek = (offset: number) => number;

/** Far more than any line that people write; a longer look ahead would cost more than it tells. */
const FARTHEST = 1_000_000;

/** Whether the `(` behind `with` opens a list of items rather than an expression. */
export function startsWithItems(peek: Peek): boolean {
  if (peek(0) !== code('(')) return false;
  let hasAs = false;
  let hasComma = false;
  let isExpression = false;
  let before = '';
  const end = scan(
    peek,
    0,
    (word, depth) => {
      // Only a star in front of an item unpacks it.
      const isStar = word === '*' && (before === ',' || before === '(');
      before = word;
      if (depth !== 1) return;
      if (word === 'as') hasAs = true;
      else if (word === ',') hasComma = true;
      else if (word === ':=' || word === 'for' || word === 'yield' || isStar) isExpression = true;
    },
    'bracket',
  );
  if (end === null) return false;
  if (hasAs) return true;
  return hasComma && !isExpression && peek(behindBlanks(peek, end)) === code(':');
}

/** Words that continue an expression: behind them a `match` is a name. */
const INFIX: ReadonlySet<string> = new Set(['and', 'as', 'else', 'for', 'if', 'in', 'is', 'or']);

/** Whether the word at the position is the keyword that opens a `match` statement. */
export function startsMatch(peek: Peek): boolean {
  if (text(peek, 0, 5) !== 'match' || isWordCharacter(peek(5))) return false;
  const at = behindBlanks(peek, 5);
  const next = String.fromCharCode(Math.max(peek(at), 0));
  if (next === '.') return /[\d.]/.test(String.fromCharCode(Math.max(peek(at + 1), 0)));
  if (/["'{~`\d]/.test(next)) return true;
  if (isWordCharacter(peek(at))) return !startsWithInfix(peek, at);
  return '([+-*'.includes(next) && endsInColon(peek, at);
}

function startsWithInfix(peek: Peek, at: number): boolean {
  const word = wordAt(peek, at);
  if (word !== 'not') return INFIX.has(word);
  return wordAt(peek, behindBlanks(peek, at + word.length)) === 'in';
}

/** The offset of what stands behind blanks and joined lines. */
function behindBlanks(peek: Peek, from: number): number {
  let at = from;
  for (;;) {
    if (isSpace(peek(at))) at++;
    else if (peek(at) === code('\\') && (peek(at + 1) === 10 || peek(at + 1) === 13)) {
      at += peek(at + 1) === 13 && peek(at + 2) === 10 ? 3 : 2;
    } else return at;
  }
}

/** Whether the logical line that a position lies in ends in a colon. */
function endsInColon(peek: Peek, from: number): boolean {
  let last = '';
  scan(
    peek,
    from,
    (word, depth) => {
      last = depth === 0 ? word : '';
    },
    'line',
  );
  return last === ':';
}

/**
 * Goes over tokens: names, numbers, strings as a whole, single characters (`:=` and brackets included), with the
 * depth of brackets that they stand at. Ends behind the bracket that closes the first one, or at the logical line's
 * end; gives that offset, or null where the text ends first.
 */
function scan(
  peek: Peek,
  from: number,
  see: (word: string, depth: number) => void,
  until: 'bracket' | 'line',
): number | null {
  let depth = 0;
  let at = from;
  while (at - from < FARTHEST) {
    const char = peek(at);
    if (char < 0) return until === 'line' ? at : null;
    const letter = String.fromCharCode(char);
    if (letter === '#') {
      while (peek(at) >= 0 && peek(at) !== 10 && peek(at) !== 13) at++;
    } else if (char === 10 || char === 13) {
      if (depth === 0) return until === 'line' ? at : null;
      at++;
    } else if (letter === '\\') at += peek(at + 1) === 13 && peek(at + 2) === 10 ? 3 : 2;
    else if (isSpace(char)) at++;
    else if (letter === '"' || letter === "'") {
      at = behindString(peek, at, false);
      see(letter, depth);
    } else if (isWordCharacter(char)) {
      const word = wordAt(peek, at);
      const end = at + word.length;
      const isPrefix = /^[a-z]{1,2}$/i.test(word) && (peek(end) === 34 || peek(end) === 39);
      at = isPrefix ? behindString(peek, end, /[ft]/i.test(word)) : end;
      see(isPrefix ? '"' : word, depth);
    } else if ('([{'.includes(letter)) {
      depth++;
      at++;
      see(letter, depth);
    } else if (')]}'.includes(letter)) {
      see(letter, depth);
      depth--;
      at++;
      if (depth === 0 && until === 'bracket') return at;
      if (depth < 0) return null;
      if (depth === 0) see(letter, 0);
    } else if (letter === ':' && peek(at + 1) === code('=')) {
      see(':=', depth);
      at += 2;
    } else {
      see(letter, depth);
      at++;
    }
  }
  return null;
}

/** The offset behind a string literal; in an f-string's fields quotes open strings of their own. */
function behindString(peek: Peek, from: number, isFormat: boolean): number {
  const quote = peek(from);
  const isLong = peek(from + 1) === quote && peek(from + 2) === quote;
  let at = from + (isLong ? 3 : 1);
  let field = 0;
  while (peek(at) >= 0) {
    const char = peek(at);
    const letter = String.fromCharCode(char);
    const closes =
      char === quote && (!isLong || (peek(at + 1) === quote && peek(at + 2) === quote));
    if (closes && field === 0) return at + (isLong ? 3 : 1);
    if (!isLong && field === 0 && (char === 10 || char === 13)) return at;
    if (letter === '\\') at += 2;
    else if (isFormat && letter === '{') {
      const doubled = field === 0 && peek(at + 1) === char;
      if (!doubled) field++;
      at += doubled ? 2 : 1;
    } else if (isFormat && letter === '}' && field > 0) {
      field--;
      at++;
    } else if (closes) return at + (isLong ? 3 : 1);
    else if (field > 0 && (letter === '"' || letter === "'")) at = behindString(peek, at, false);
    else at++;
  }
  return at;
}

function code(letter: string): number {
  return letter.charCodeAt(0);
}

function isSpace(char: number): boolean {
  return char === 32 || char === 9 || char === 12;
}

function isWordCharacter(char: number): boolean {
  return (
    (char >= 48 && char <= 57) ||
    (char >= 65 && char <= 90) ||
    (char >= 97 && char <= 122) ||
    char === 95 ||
    char > 160
  );
}

function wordAt(peek: Peek, from: number): string {
  let end = from;
  while (isWordCharacter(peek(end))) end++;
  return text(peek, from, end - from);
}

function text(peek: Peek, from: number, length: number): string {
  let result = '';
  for (let i = 0; i < length && peek(from + i) >= 0; i++)
    result += String.fromCharCode(peek(from + i));
  return result;
}
