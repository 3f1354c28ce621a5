/** What is wrong at the place that the parser does not get past, and what was expected there. */

import type { Fault } from '../fault.ts';
import type { SyntaxTree } from '../parse.ts';
import { characterInWords, shortened } from '../words.ts';
import { bracketFault, stringFault } from './brackets.ts';
import { contextOf, type ErrorContext } from './context.ts';
import { indentationFault } from './indentation.ts';
import { commonMistake } from './mistakes.ts';
import { expectation } from './probes.ts';

export function explain(tree: SyntaxTree, at: number): Fault {
  if (tree.isTooDeep) return { message: 'the nesting is too deep', at };
  const context = contextOf(tree, at);
  return (
    stringFault(context) ??
    commonMistake(context) ??
    characterFault(context) ??
    bracketFault(context) ??
    indentationFault(context) ??
    numberFault(context) ??
    expectation(context) ??
    misplaced(context)
  );
}

/** What can't begin a token; blanks and line breaks are no tokens either, but right. */
const NO_TOKEN = /[^\p{XID_Start}\p{ASCII}]|[$?`\x7f]|(?![\t\n\f\r])\p{Cc}/u;

function characterFault({ text, at }: ErrorContext): Fault | null {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  if (character === '\\') {
    const isLast = at === text.length - 1;
    return {
      message: isLast
        ? 'no line follows the backslash'
        : '`\\` can only stand at the end of a line',
      at,
    };
  }
  return NO_TOKEN.test(character)
    ? { message: `Python has no use for the character ${characterInWords(character)}`, at }
    : null;
}

/** Letters or digits right behind a number. */
function numberFault({ text, at, previous, token }: ErrorContext): Fault | null {
  return previous?.kind === 'Number' && previous.to === at && /^[\w.]/.test(token)
    ? {
        message: `this is no number: \`${shortened(text.slice(previous.from, at) + token)}\``,
        at: previous.from,
      }
    : null;
}

function misplaced({ text, at, token, previous }: ErrorContext): Fault {
  const behind = previous ? ` behind \`${shortened(text.slice(previous.from, previous.to))}\`` : '';
  if (token === '') {
    return {
      message: `${at >= text.length ? 'the file' : 'the line'} can't end here${behind}`,
      at,
    };
  }
  if (token === 'elif' || token === 'else')
    return { message: `\`${token}\` belongs to nothing before it`, at };
  return { message: `\`${shortened(token)}\` can't stand here${behind}`, at };
}
