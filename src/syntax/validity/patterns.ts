/** The patterns of `match`: what they bind, what can still match behind them. */

import { type Check, type Fault, fault, firstFault, nameOf, repeated } from '../fault.ts';
import type { Node } from '../node.ts';
import { debug, loneStar } from './targets.ts';

const statement: Check = (node, text) => {
  const subject = node.parts.slice(
    1,
    node.parts.findIndex((c) => c.kind === 'MatchBody'),
  );
  const clauses = node.child('MatchBody')?.childrenOf('MatchClause') ?? [];
  return (
    loneStar(subject, 'a `*` behind `match` needs a comma behind its value') ??
    firstFault(clauses, (clause, index) => clauseFault(clause, text, index === clauses.length - 1))
  );
};

function clauseFault(clause: Node, text: string, isLast: boolean): Fault | null {
  const patterns = clause.parts.slice(
    1,
    clause.parts.findIndex((child) => child.kind === 'Guard' || child.kind === 'Body'),
  );
  const isSequence = patterns.some((node) => node.kind === ',' || node.kind === 'StarPattern');
  const all = patterns.filter(isPattern);
  const canMatchAll = isSequence || isLast || clause.child('Guard') !== null;
  return (
    loneStarPattern(patterns) ??
    stars(patterns) ??
    firstFault(all, (pattern) => matchesAll(pattern, text, canMatchAll)) ??
    boundTwice(all, text)
  );
}

function isPattern(node: Node): boolean {
  return node.kind.endsWith('Pattern');
}

function loneStarPattern(nodes: readonly Node[]): Fault | null {
  const [only, comma] = nodes.filter((node) => node.kind !== 'Comment');
  return only?.kind === 'StarPattern' && !comma
    ? fault(only, 'a pattern with a `*` needs a comma behind it')
    : null;
}

function stars(nodes: readonly Node[]): Fault | null {
  const second = nodes.filter((node) => node.kind === 'StarPattern')[1];
  return second ? fault(second, 'only one pattern of a sequence can have a `*`') : null;
}

/** A pattern that always matches leaves nothing to those behind it: alternatives, or cases. */
function matchesAll(pattern: Node, text: string, isAllowed: boolean): Fault | null {
  const inner = pattern.parts.filter(isPattern);
  switch (pattern.kind) {
    case 'CapturePattern':
      return isAllowed
        ? null
        : fault(
            pattern,
            `\`${nameOf(pattern, text)}\` matches everything, so nothing behind it is reached`,
          );
    case 'AsPattern':
    case 'GroupPattern':
      return firstFault(inner, (part) => matchesAll(part, text, isAllowed));
    case 'OrPattern':
      return firstFault(inner, (part, index) =>
        matchesAll(part, text, isAllowed && index === inner.length - 1),
      );
    case 'ClassPattern':
      return firstFault(pattern.child('PatternArgList')?.children ?? [], (part) =>
        isPattern(part) ? matchesAll(part, text, true) : null,
      );
    default:
      return firstFault(inner, (part) => matchesAll(part, text, true));
  }
}

/** A name that several parts of one pattern bind. Alternatives bind the same names. */
function boundTwice(patterns: readonly Node[], text: string): Fault | null {
  const names = patterns.flatMap((pattern) => captures(pattern, text));
  return repeated(names, text, 'this pattern binds twice the name');
}

/** The names that a pattern binds; of alternatives the first one's. */
function captures(pattern: Node, text: string): Node[] {
  switch (pattern.kind) {
    case 'CapturePattern':
      return nameOf(pattern, text) === '_' ? [] : [pattern];
    case 'OrPattern':
      return captures(pattern.parts[0] as Node, text);
    case 'AsPattern':
      return [...captures(pattern.parts[0] as Node, text), pattern.lastChild as Node];
    case 'AttributePattern':
    case 'LiteralPattern':
      return [];
    default:
      return pattern.parts.flatMap((child) =>
        isPattern(child) || child.kind === 'PatternArgList' ? captures(child, text) : [],
      );
  }
}

const alternatives: Check = (node, text) => {
  const [first, ...others] = node.parts.filter(isPattern).map((pattern) => ({
    pattern,
    names: [...new Set(captures(pattern, text).map((name) => nameOf(name, text)))].sort().join(' '),
  }));
  const odd = others.find((other) => other.names !== first?.names);
  return odd
    ? fault(odd.pattern, 'all alternatives of a pattern have to bind the same names')
    : null;
};

const asPattern: Check = (node, text) => {
  const name = node.lastChild;
  return name && nameOf(name, text) === '_' ? fault(name, "`_` can't be a name behind `as`") : null;
};

const sequence: Check = (node) => {
  const inner = node.parts.slice(1, -1);
  return stars(inner) ?? (node.firstChild?.kind === '(' ? loneStarPattern(inner) : null);
};

const mapping: Check = (node, text) => {
  const rest = node.child('**');
  const parts = node.parts.slice(0, -1);
  const behind = rest && parts.slice(parts.indexOf(rest) + 2).find(({ kind }) => kind !== ',');
  if (behind) return fault(behind, 'nothing can stand behind `**` in a pattern');
  if (rest?.next && nameOf(rest.next, text) === '_')
    return fault(rest.next, '`**_` is no pattern: it is what happens anyway');
  // What a dotted name stands for is only known when the program runs.
  const keys = parts.filter(
    (part, i) => part.kind === 'LiteralPattern' && parts[i + 1]?.kind === ':',
  );
  return repeated(keys, text, 'this pattern has twice the key');
};

const classArguments: Check = (list, text) => {
  const parts = list.parts.filter(isPattern);
  const keyword = parts.findIndex((part) => part.kind === 'KeywordPattern');
  const late =
    keyword < 0 ? undefined : parts.slice(keyword).find((part) => part.kind !== 'KeywordPattern');
  if (late) return fault(late, "a positional pattern can't stand behind one with a keyword");
  const names = parts.flatMap((part) =>
    part.kind === 'KeywordPattern' ? (part.firstChild ?? []) : [],
  );
  return (
    repeated(names, text, 'this pattern has twice the attribute') ??
    firstFault(names, (name) => debug(name, text))
  );
};

/** `_` is no name in a pattern. */
const noWildcard: Check = (node, text) => {
  const name = node.firstChild;
  return name?.kind === 'VariableName' && nameOf(name, text) === '_'
    ? fault(name, '`_` matches everything: it has no attributes and is no class')
    : null;
};

/** `1 + 2j`: the first number is real, the second imaginary. */
const literal: Check = (node, text) => {
  const [first, second] = node.childrenOf('Number');
  if (!first || !second) return null;
  const isImaginary = (number: Node) => /j$/i.test(nameOf(number, text));
  return isImaginary(first) || !isImaginary(second)
    ? fault(node, 'a sum in a pattern has to be a complex number, as `1 + 2j`')
    : null;
};

const capture: Check = (node, text) => debug(node, text);

/** The checks of this file, by the kind of node that they look at. */
export const PATTERN_CHECKS: Readonly<Record<string, Check>> = {
  MatchStatement: statement,
  CapturePattern: capture,
  OrPattern: alternatives,
  AsPattern: asPattern,
  SequencePattern: sequence,
  MappingPattern: mapping,
  PatternArgList: classArguments,
  ClassPattern: noWildcard,
  AttributePattern: noWildcard,
  LiteralPattern: literal,
};
