/** Mistakes that many make: where one of these is at the place of the error, it has words of its own. */
import type { Fault } from '../fault.ts';
import { characterInWords } from '../words.ts';
import type { ErrorContext } from './context.ts';

/** Gives the words, or null where it is another mistake. */
type Mistake = (context: ErrorContext) => string | null;

export function commonMistake(context: ErrorContext): Fault | null {
  for (const mistake of MISTAKES) {
    const message = mistake(context);
    if (message !== null) return { message, at: context.at };
  }
  return wrongLetter(context);
}

const mergeConflict: Mistake = ({ text, at, lines }) => {
  const start = lines.lineStart(at);
  return at - start < 7 && /^(?:<{7}|={7}|>{7})(?!.)|^[<>]{7} /.test(text.slice(start, start + 8))
    ? 'this line is left over from a merge conflict'
    : null;
};

const ipython: Mistake = ({ text, at, lines }) =>
  /^[%!]{1,2}[a-z]\w*(?!\S)/.test(text.slice(at, at + 40)) && lines.lineStart(at) === at
    ? 'this line is a command of IPython, which is no Python'
    : null;

const foreignOperator: Mistake = ({ text, at }) => {
  switch (text.slice(at - 1, at + 1)) {
    case '&&':
      return '`&&` is written `and` in Python';
    case '||':
      return '`||` is written `or` in Python';
  }
  const [pair] = /^(?:\+\+|--)/.exec(text.slice(Math.max(0, at - 2), at)) ?? [];
  return pair && /^[ \t]*(?:[\r\n;)\]}:#]|$)/.test(text.slice(at, at + 40))
    ? `Python has no \`${pair}\`: \`x ${pair[0]}= 1\` does that`
    : null;
};

const exclamation: Mistake = ({ text, at, open, previous }) => {
  if (text[at] !== '!' || text[at + 1] === '=') return null;
  if (open[open.length - 1]?.parent?.kind !== 'FormatReplacement') {
    return '`!` can only stand before `=`: `!x` is written `not x` in Python';
  }
  return previous?.kind === '{'
    ? 'expected an expression behind `{`'
    : 'behind `!` in an f-string comes `r`, `s` or `a`, then `:` or `}`';
};

const conflictOfPrefixes: Mistake = ({ text, at, previous }) =>
  previous?.kind === 'VariableName' &&
  previous.to === at &&
  /["']/.test(text[at] ?? '') &&
  /^[bfrtu]{2,3}$/i.test(text.slice(previous.from, at))
    ? `no string can have the prefix \`${text.slice(previous.from, at)}\``
    : null;

const quoteInString: Mistake = ({ text, lines, at, previous, token }) => {
  if (previous?.kind !== 'String' || previous.to !== at || !/^\p{L}/u.test(token)) return null;
  const quote = text[at - 1] as string;
  if (!text.slice(at, lines.endOf(lines.lineAt(at))).includes(quote)) return null;
  return `the string ends before \`${token}\`: a \`${quote}\` that belongs to it has to be written \`\\${quote}\``;
};

const asyncName: Mistake = ({ previous, token }) =>
  /^a(?:sync|wait)$/.test(previous?.kind ?? '') && /^(?:=|\.|,|\)|:|)$/.test(token)
    ? `\`${previous?.kind}\` is a keyword since Python 3.7, so it can't be a name`
    : null;

/** `=` in places that take a value, or that need another sign. */
const equalsSign: Mistake = ({ token, text, lines, at, previous, path, open }) => {
  if (token !== '=' || !previous) return null;
  const list = path.findLast((node) => node.kind === 'ParamList');
  if (list && path.indexOf(list) >= path.length - 3) {
    const parts = list.children.filter((child) => child.from <= previous.from);
    const comma = parts.findLastIndex((child) => child.kind === ',');
    const star = parts.slice(comma + 1).find((child) => /^\*\*?$/.test(child.kind));
    const isOneLine = star && lines.lineAt(star.from) === lines.lineAt(at);
    if (isOneLine) return `a parameter with \`${star.kind}\` can't have a default`;
  }
  const bracket = open[open.length - 1];
  if (bracket?.parent?.kind === 'ArgList' && /^(?:Boolean|None)$/.test(previous.kind)) {
    const word = text.slice(previous.from, previous.to);
    return `\`${word}\` is a keyword of Python, so it can't be the name of an argument`;
  }
  return bracket?.kind === '{' && /^Dictionary/.test(bracket.parent?.kind ?? '')
    ? "`=` can't stand here: in a dictionary, `:` comes between key and value"
    : null;
};

const walrus: Mistake = ({ token, open }) =>
  token === ':=' && open.length === 0 ? '`:=` needs parentheses here' : null;

const severalValues: Mistake = ({ token, open, previous }) => {
  const list = open[open.length - 1]?.parent;
  const isSequence = /^(?:Array|Set|Tuple)Expression$/.test(list?.kind ?? '');
  return token === 'for' && isSequence && list?.child(',') && previous?.kind !== ','
    ? 'several values before `for` need parentheses'
    : null;
};

const importFrom: Mistake = ({ token, path }) => {
  const statement = path.findLast((node) => node.kind === 'ImportStatement');
  return token === 'from' && statement?.firstChild?.kind === 'import'
    ? '`from` comes before `import`: `from module import name`'
    : null;
};

const severalTypes: Mistake = ({ token, path }) => {
  const statement = path[path.length - 2];
  if (token !== 'as' || statement?.kind !== 'TryStatement') return null;
  const { children } = statement;
  const types = children.slice(children.findLastIndex((child) => child.kind === 'except'));
  return types.some((child) => child.kind === ',')
    ? 'several types before `as` need parentheses'
    : null;
};

/** In the order in which they are tried. */
const MISTAKES: readonly Mistake[] = [
  mergeConflict,
  ipython,
  foreignOperator,
  exclamation,
  conflictOfPrefixes,
  quoteInString,
  asyncName,
  equalsSign,
  walrus,
  severalValues,
  importFrom,
  severalTypes,
];

const NO_PART = /[^\p{XID_Continue}\p{Cn}]/u;

/** A typographic quote or another sign that looks like Python's: the parser takes it for a letter. */
function wrongLetter({ text, previous }: ErrorContext): Fault | null {
  if (previous?.kind !== 'VariableName') return null;
  const wrong = NO_PART.exec(text.slice(previous.from, previous.to));
  return (
    wrong && {
      message: `a name can't hold ${characterInWords(wrong[0])}`,
      at: previous.from + wrong.index,
    }
  );
}
