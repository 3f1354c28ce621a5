/** What IPython runs though it is no Python, or not where it stands: magics, shell commands, help. */

import { logicalLines } from './logical-lines.ts';

/** A piece of a cell that something else stands for in the text that is parsed. */
export interface Magic {
  readonly from: number;
  readonly to: number;
  /** What follows the name in its place: nothing where all of a line is meant, else Python goes on behind it. */
  readonly suffix: '' | '; ' | ' or ';
}

/** Cell magics that run the cell as Python in the notebook's own process. */
const PYTHON_CELLS: ReadonlySet<string> = new Set(
  'capture debug memit mprun prun pyinstrument scalene snakeviz time timeit'.split(' '),
);

/** Magics that run the Python behind them, with the options that take a value. */
const PYTHON_LINES: ReadonlyMap<string, string> = new Map([
  ['time', ''],
  ['timeit', 'nrp'],
  ['prun', 'lsTD'],
  ['memit', 'rti'],
  ['lprun', 'fmTDsu'],
  ['mprun', 'fT'],
]);

/** What is called without a `%`, too, where it can't be Python: a word, blanks and no operator. */
const AUTOMAGIC =
  '(?:pip|conda|mamba|cd|ls|ll|cat|cp|mv|rm|mkdir|rmdir|less|man|matplotlib|pylab|load_ext|autoreload|run)[ \\t]+';
/** Each cell is compiled by itself, and may begin with it. */
const FUTURE = 'from[ \\t]+__future__[ \\t]+import[ \\t]+\\w';
const NO_OPERATOR =
  '(?!(?:[-<>!+*/%&|^@]=?|//=?|\\*\\*=?)(?:[ \\t]|$)|[=(,:;\\[]|(?:is|in|and|or|not|if|else)\\b)';
const HELP = '%{0,2}[\\p{L}_*][\\p{L}\\p{N}_.*]*\\?\\??[ \\t\\r]*$';
const WHOLE_LINE = new RegExp(`^(?:[%!?,;/]|${AUTOMAGIC}${NO_OPERATOR}|${FUTURE}|${HELP})`, 'u');
const ASSIGNED = /^(?:[^=!'"#()]|\([^()'"]*\))*?(?<![=!<>])=(?!=)[ \t]*(?=%[a-zA-Z]|!(?!=))/;

/** Whether any line of a cell may be a magic: most cells have none, and are not read line by line. */
const ANY = new RegExp(
  `^[ \\t]*(?:[%!?,;/]|${AUTOMAGIC}|${FUTURE})|=[ \\t]*[%!]|\\?[ \\t\\r]*$`,
  'm',
);

/** The magics of a cell in its order, or null where the cell is no Python at all. */
export function magicsIn(source: string): Magic[] | null {
  const first = /^\s*%%(?!%)([\w.]*)[^\r\n]*/.exec(source);
  if (!first) return ANY.test(source) ? lineMagics(source, 0) : [];
  const [line, name = ''] = first;
  if (!PYTHON_CELLS.has(name)) return null;
  const from = line.length - line.trimStart().length;
  return [{ from, to: line.length, suffix: '' }, ...lineMagics(source, line.length)];
}

function lineMagics(source: string, start: number): Magic[] {
  return logicalLines(source, start, isMagic).flatMap(({ from, to }) => {
    const line = source.slice(from, to);
    if (WHOLE_LINE.test(line)) return [magicAt(from, line, '; ')];
    const target = ASSIGNED.exec(line)?.[0].length;
    return target === undefined ? [] : [magicAt(from + target, line.slice(target), ' or ')];
  });
}

function isMagic(line: string): boolean {
  return WHOLE_LINE.test(line) || ASSIGNED.test(line);
}

/** A magic; of one that runs Python only what stands before that. */
function magicAt(from: number, text: string, suffix: Magic['suffix']): Magic {
  const whole: Magic = { from, to: from + text.length, suffix: '' };
  const name = /^%(\w+)/.exec(text)?.[1] ?? '';
  const valued = PYTHON_LINES.get(name);
  if (valued === undefined) return whole;
  const value = valued === '' ? '' : `-[${valued}][ \\t]*[\\w.]+[ \\t]+|`;
  const head = new RegExp(`^%\\w+[ \\t]+(?:${value}-[a-zA-Z]+[ \\t]+)*`).exec(text);
  return head !== null && /^[^\s%!?]/.test(text.slice(head[0].length))
    ? { from, to: from + head[0].length, suffix }
    : whole;
}
