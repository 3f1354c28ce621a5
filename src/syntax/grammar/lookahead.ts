/** What only a look at the code ahead can tell: is this `(` a list of items, is this `match` a keyword? */
import {
  behindBackslash,
  behindComment,
  behindNumber,
  behindString,
  code,
  isBreak,
  isDigit,
  isPrefix,
  isQuote,
  isSpace,
  isWordCharacter,
  type Peek,
  textAt,
  wordAt,
} from './skipping.ts';

/** Whether the `(` behind `with` opens a list of items rather than an expression. */
export function startsWithItems(peek: Peek): boolean {
  if (peek(0) !== code('(')) return false;
  let hasAs = false;
  let hasComma = false;
  let isExpression = false;
  let lambdas = 0;
  let before = '';
  const end = scan(
    peek,
    0,
    (word, depth) => {
      // Only a star in front of an item unpacks it.
      const isStar = word === '*' && (before === ',' || before === '(');
      before = word;
      if (depth !== 1) return;
      if (word === 'lambda') lambdas++;
      else if (lambdas > 0) lambdas -= word === ':' ? 1 : 0;
      else if (word === 'as') hasAs = true;
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
  if (textAt(peek, 0, 5) !== 'match' || isWordCharacter(peek(5))) return false;
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
    else if (peek(at) === code('\\') && isBreak(peek(at + 1))) at = behindBackslash(peek, at);
    else return at;
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
  for (;;) {
    const char = peek(at);
    if (char < 0) return until === 'line' ? at : null;
    const letter = String.fromCharCode(char);
    if (letter === '#') at = behindComment(peek, at);
    else if (isBreak(char)) {
      if (depth === 0) return until === 'line' ? at : null;
      at++;
    } else if (letter === '\\') at = behindBackslash(peek, at);
    else if (isSpace(char)) at++;
    else if (isQuote(char)) {
      at = behindString(peek, at, '');
      see('"', depth);
    } else if (isDigit(char) || (letter === '.' && isDigit(peek(at + 1)))) {
      at = behindNumber(peek, at);
      see('0', depth);
    } else if (isWordCharacter(char)) {
      const word = wordAt(peek, at);
      const end = at + word.length;
      const isString = isPrefix(word, peek(end));
      at = isString ? behindString(peek, end, word) : end;
      see(isString ? '"' : word, depth);
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
}
