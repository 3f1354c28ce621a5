/** What stands inside strings, and how strings stand side by side. */

import { type Check, type Fault, fault, firstFault } from '../fault.ts';
import type { Node } from '../node.ts';

type StringKind = 'bytes' | 'text' | 'template';

function prefixOf(string: Node, text: string): string {
  return /^[a-zA-Z]*/.exec(text.slice(string.from, string.from + 3))?.[0]?.toLowerCase() ?? '';
}

function kindOf(string: Node, text: string): StringKind {
  const prefix = prefixOf(string, text);
  return prefix.includes('b') ? 'bytes' : prefix.includes('t') ? 'template' : 'text';
}

const MIXED: Readonly<Record<StringKind, string>> = {
  bytes: 'bytes',
  text: 'a string',
  template: 'a t-string',
};

const sideBySide: Check = (node, text) => {
  const [first, ...others] = node.childrenOf('String', 'FormatString');
  if (!first) return null;
  const kind = kindOf(first, text);
  const odd = others.find((other) => kindOf(other, text) !== kind);
  return odd
    ? fault(odd, `${MIXED[kind]} and ${MIXED[kindOf(odd, text)]} can't stand side by side`)
    : null;
};

const stringLiteral: Check = (node, text) => {
  const prefix = prefixOf(node, text);
  const content = text.slice(node.from, node.to);
  if (prefix.includes('b')) {
    const other = /[^\0-\x7f]/u.exec(content);
    if (other)
      return {
        message: `bytes can hold ASCII only, not \`${other[0]}\``,
        at: node.from + other.index,
      };
  }
  if (prefix.includes('r') || !content.includes('\\')) return null;
  const escapes = prefix.includes('b') ? BYTES_ESCAPES : TEXT_ESCAPES;
  return firstFault(literalParts(node), ({ from, to }) => badEscape(text, from, to, escapes));
};

/** The ranges of a string that are not code: all of it but an f-string's fields, whose formats count. */
function literalParts(string: Node): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = [];
  let from = string.from;
  for (const field of string.childrenOf('FormatReplacement')) {
    parts.push({ from, to: field.from });
    from = field.to;
    const format = field.child('FormatSpec');
    if (format) parts.push(...literalParts(format));
  }
  return [...parts, { from, to: string.to }];
}

/** How the escapes that can be wrong have to go on behind the letter. */
type Escapes = Readonly<Record<string, RegExp>>;

const BYTES_ESCAPES: Escapes = { x: /[\da-f]{2}/iy };

const TEXT_ESCAPES: Escapes = {
  x: /[\da-f]{2}/iy,
  u: /[\da-f]{4}/iy,
  U: /00(?:0[\da-f]|10)[\da-f]{4}/iy,
  // The names of characters are not known here, only what they are made of.
  N: /\{[a-z][a-z\d -]*\}/iy,
};

function badEscape(text: string, from: number, to: number, escapes: Escapes): Fault | null {
  for (let at = text.indexOf('\\', from); at >= 0 && at < to; at = text.indexOf('\\', at + 2)) {
    const letter = text[at + 1] ?? '';
    const rest = Object.hasOwn(escapes, letter) ? escapes[letter] : undefined;
    if (!rest) continue;
    rest.lastIndex = at + 2;
    if (!rest.test(text))
      return { message: `this is no whole escape sequence: \`\\${letter}\``, at };
  }
  return null;
}

/** How deep formats can hold fields: `f"{a:{b:{c}}}"`. */
const MAX_FORMATS = 2;

const field: Check = (node) => {
  const [, star] = node.parts;
  if (star?.kind === '*' && !node.child(',')) {
    return fault(star, 'a `*` in a field of an f-string needs a comma behind its value');
  }
  let formats = 0;
  for (let at = node.parent; at?.kind === 'FormatSpec'; at = at.parent?.parent ?? null) formats++;
  return formats > MAX_FORMATS
    ? fault(node, 'the formats in this f-string are nested too deeply')
    : null;
};

/** What can hold a lambda without a bracket round it. */
const UNBRACKETED: ReadonlySet<string> = new Set([
  'ConditionalExpression',
  'LambdaExpression',
  'YieldExpression',
]);

/** In a field of an f-string the colon of a lambda would begin the format. */
const lambda: Check = (node) => {
  let outer = node.parent;
  while (outer && UNBRACKETED.has(outer.kind)) outer = outer.parent;
  return outer?.kind === 'FormatReplacement'
    ? fault(node, 'a lambda in a field of an f-string needs parentheses')
    : null;
};

/** The checks of this file, by the kind of node that they look at. */
export const LITERAL_CHECKS: Readonly<Record<string, Check>> = {
  String: stringLiteral,
  FormatString: stringLiteral,
  ContinuedString: sideBySide,
  LiteralPattern: sideBySide,
  FormatReplacement: field,
  LambdaExpression: lambda,
};
