import type { Node } from './node.ts';
import type { SyntaxTree } from './parse.ts';
import type { Problem } from './source.ts';

/** What only Python 2 has. Each pattern is tried on text whose strings are blanked and whose comments are gone. */
interface Python2Trait {
  readonly pattern: RegExp;
  readonly words: string;
  /** Python 3.14 admits it, with another meaning that nobody writes so: it tells without an error too. */
  readonly tellsAlone?: boolean;
}

const PYTHON_2: readonly Python2Trait[] = [
  {
    pattern:
      /(?<![^\n\r;:])[ \t]*print[ \t]+(?!(?:and|as|else|for|if|in|is|not|or)\b)(?=["'`{~\w])/,
    words: '`print` statement',
  },
  { pattern: /(?<![^\n\r;:])[ \t]*print[ \t]*>>/, words: '`print` statement' },
  {
    pattern: /(?<![^\n\r;:])[ \t]*exec[ \t]+(?!(?:and|else|if|in|is|not|or)\b)(?=["'`\w])/,
    words: '`exec` statement',
  },
  {
    pattern: /(?<![^\n\r;:])[ \t]*except[ \t]+[\w.]+[ \t]*,[ \t]*[a-z_]\w*[ \t]*:/,
    words: '`except A, e`',
  },
  {
    pattern: /(?<![^\n\r;:])[ \t]*except[ \t]*\([^()]*\)[ \t]*,/,
    words: '`except (A, B), e`',
    tellsAlone: true,
  },
  {
    pattern: /(?<![^\n\r;:])[ \t]*raise[ \t]+[\w.]+[ \t]*,/,
    words: '`raise` with a comma',
  },
  { pattern: /`/, words: 'backticks' },
  { pattern: /<>/, words: 'the operator `<>`' },
  { pattern: /(?<![\w.]|[eE][-+])0\d*[1-9]\d*(?![\w.])/, words: 'an octal number without `0o`' },
  { pattern: /(?<![\w.])(?:0[xX][\da-fA-F]+|\d+)[lL]\b/, words: 'a number that ends in `L`' },
  { pattern: /(?<!\w)[uU][rR](?=["'])/, words: 'a string with the prefix `ur`' },
  {
    pattern: /(?<![^\n\r;:])[ \t]*def[ \t]+\w+[ \t]*\((?:[^()=:]*,)?[ \t]*\([ \t]*\w/,
    words: 'a parameter in parentheses',
  },
];

/** Why a tree can't be worked on; null for Python 3. `offset` is the place, in UTF-16 code units. */
export function invalidSyntax(tree: SyntaxTree): Problem | null {
  const old = python2(tree);
  if (old) return problem(`this is Python 2: ${old.words}`, old.offset);
  const error = tree.firstError;
  if (!error) return null;
  const at = error.from;
  return problem(`not understood here: ${placeInWords(tree, at)}`, at);
}

function problem(message: string, offset: number): Problem {
  return { kind: 'invalid-syntax', message, offset };
}

interface Sighting {
  readonly words: string;
  readonly offset: number;
}

/** The first thing that only Python 2 has. Most are sought only where there is an error: Python 3 can look alike. */
function python2(tree: SyntaxTree): Sighting | null {
  const traits = tree.firstError ? PYTHON_2 : PYTHON_2.filter((trait) => trait.tellsAlone);
  return sightings(understood(tree), traits).sort((a, b) => a.offset - b.offset)[0] ?? null;
}

// Behind an error, what is a string and what is code can be mistaken for each other.
function understood(tree: SyntaxTree): string {
  const { firstError, lines } = tree;
  return codeOnly(tree).slice(
    0,
    firstError ? lines.endOf(lines.lineAt(firstError.from)) : undefined,
  );
}

function sightings(code: string, traits: readonly Python2Trait[]): Sighting[] {
  return traits.flatMap(({ pattern, words }) => {
    const match = pattern.exec(code);
    if (!match) return [];
    const indent = match[0].length - match[0].trimStart().length;
    return [{ words, offset: match.index + indent }];
  });
}

const OPAQUE: ReadonlySet<string> = new Set(['String', 'FormatString', 'Comment']);

/** The text with string contents and comments blanked; the length stays. */
function codeOnly(tree: SyntaxTree): string {
  let code = '';
  let done = 0;
  for (const node of tree.root.walk((n) => !(n.parent && OPAQUE.has(n.parent.kind)))) {
    if (!OPAQUE.has(node.kind) || node.from < done) continue;
    code += tree.text.slice(done, node.from) + blanked(tree.text, node);
    done = node.to;
  }
  return code + tree.text.slice(done);
}

function blanked(text: string, node: Node): string {
  const inner = text.slice(node.from, node.to);
  if (node.kind === 'Comment') return ' '.repeat(inner.length);
  const prefix = /^[a-zA-Z]*["']/.exec(inner)?.[0] ?? '';
  return prefix + '_'.repeat(inner.length - prefix.length);
}

const EXCERPT_LENGTH = 40;

function placeInWords({ text, lines, root }: SyntaxTree, at: number): string {
  // The parser gives a tree of one error for what it can't hold.
  if (at === 0 && root.children.length === 1 && text.trim()) return 'the nesting is too deep';
  const line = lines.textOf(lines.lineAt(at));
  const rest = text.slice(at, lines.endOf(lines.lineAt(at)));
  if (!line.trim()) return 'the end of the file';
  if (!rest.trim()) return 'the end of the line';
  return `${/^[ \t\f]/.test(rest) ? 'the indentation of ' : ''}\`${shortened(rest.trim())}\``;
}

function shortened(words: string): string {
  return words.length > EXCERPT_LENGTH ? `${words.slice(0, EXCERPT_LENGTH - 1)}…` : words;
}
