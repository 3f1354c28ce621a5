/** Derives mpfix's grammar from the one inside @lezer/python: named rules are replaced, the rest stays as it is. */
import { createHash } from 'node:crypto';
import { replacements } from './replacements.mjs';

/**
 * The grammar with every replacement made.
 * @throws where upstream has no such rule, or has changed it since the replacement was written
 */
export function derive(upstream) {
  let grammar = upstream;
  for (const { rule, hash, text } of replacements) {
    const found = findRule(grammar, rule);
    if (!found) throw new Error(`@lezer/python has no rule ${rule} any more`);
    const actual = hashOf(grammar.slice(found.from, found.to));
    if (actual !== hash) {
      throw new Error(
        `@lezer/python changed its rule ${rule}: look at it, and pin ${actual} instead of ${hash}`,
      );
    }
    grammar = grammar.slice(0, found.from) + text.trim() + grammar.slice(found.to);
  }
  return grammar
    .replaceAll(/"\.\/tokens(\.js)?"/g, '"../grammar/tokens.ts"')
    .replace(/^@external propSource.*$/m, '');
}

/** A short fingerprint of a rule's text. */
export function hashOf(text) {
  return createHash('sha256').update(text.replace(/\s+/g, ' ')).digest('hex').slice(0, 12);
}

/** Where a rule or block begins and ends: its name at the start of a line, up to the closing brace. */
function findRule(grammar, name) {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const match = new RegExp(`^[ \\t]*(${literal})(?![\\w-])[^{\\n]*\\{`, 'm').exec(grammar);
  if (!match) return null;
  const from = match.index + match[0].indexOf(match[1]);
  return { from, to: closingBrace(grammar, match.index + match[0].length) };
}

/** The offset behind the brace that closes a block; strings, character sets and comments hide theirs. */
function closingBrace(grammar, from) {
  const token = /"(?:\\.|[^"\\])*"|[$!]\[(?:\\.|[^\]\\])*\]|\/\/[^\n]*|[{}]/g;
  token.lastIndex = from;
  let depth = 1;
  for (let match = token.exec(grammar); match; match = token.exec(grammar)) {
    if (match[0] === '{') depth++;
    else if (match[0] === '}' && --depth === 0) return token.lastIndex;
  }
  throw new Error('the grammar ends inside a rule');
}
