/** What only Python 2 has. */

import type { Fault } from './fault.ts';
import type { SyntaxTree } from './parse.ts';

/** Each pattern is tried on the line of the error, and has to reach the place of the error. */
interface Trait {
  readonly pattern: RegExp;
  readonly words: string;
}

const TRAITS: readonly Trait[] = [
  {
    pattern: /(?<=^|[;:])[ \t\f]*print[ \t]+(?:\\\r?[\n\r][ \t]*)?(?=["'`{~\w])/g,
    words: '`print` statement',
  },
  { pattern: /(?<=^|[;:])[ \t\f]*exec[ \t]+(?=["'`\w])/g, words: '`exec` statement' },
  {
    pattern:
      /(?<=^|[;:])[ \t\f]*raise[ \t]+(?:[\w.]|\([^()]*\)|\[[^[\]]*\]|"[^"]*"|'[^']*')+[ \t]*,/g,
    words: '`raise` with a comma',
  },
  { pattern: /`[^`]+`/g, words: 'backticks' },
  { pattern: /<>/g, words: 'the operator `<>`' },
  {
    pattern: /(?<![\w.]|[eE][-+])0\d*[1-9]\d*(?![\w.])/g,
    words: 'an octal number without `0o`',
  },
  {
    pattern: /(?<![\w.])(?:0[xX][\da-fA-F]+|\d+)[lL]\b/g,
    words: 'a number that ends in `L`',
  },
  { pattern: /(?<!\w)[uU][rR](?=["'])/g, words: 'a string with the prefix `ur`' },
  {
    pattern:
      /(?:\bdef[ \t]+\w+[ \t]*\(|\blambda\b)(?:(?:[^():]|\([^()]*\))*,)?[ \t]*\([ \t]*\w[^()=]*(?:\)|(?=\())/g,
    words: 'a parameter in parentheses',
  },
  {
    pattern: /(?<=\bfor[ \t][^[\](){}:]*[ \t]in[ \t][^[\](){}:,]*),(?![ \t]*[)\]}:])/g,
    words: 'a comprehension over values without parentheses',
  },
];

/** How much of a line is looked at on either side of the error. */
const WIDTH = 500;

/** Names the Python 2 at the place that the parser does not get past. */
export function python2(tree: SyntaxTree, at: number): Fault | null {
  const { text, lines } = tree;
  const start = Math.max(joinedStart(tree, at), at - WIDTH);
  const line = text.slice(start, Math.min(lines.endOf(lines.lineAt(at)), at + WIDTH));
  for (const { pattern, words } of TRAITS) {
    for (const match of line.matchAll(pattern)) {
      const from = start + match.index;
      if (from > at || from + match[0].length < at) continue;
      return { message: `this is Python 2: ${words}`, at: from + indentLength(match[0]) };
    }
  }
  return null;
}

/** The beginning of a line, with the line before it that a backslash joins to it. */
function joinedStart({ text, lines }: SyntaxTree, at: number): number {
  const start = lines.lineStart(at);
  const before = text.slice(Math.max(0, start - 3), start);
  return /\\(?:\r\n|[\r\n])$/.test(before) ? lines.lineStart(start - 1) : start;
}

function indentLength(code: string): number {
  return code.length - code.trimStart().length;
}
