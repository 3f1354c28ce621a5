/** What can be assigned to, deleted, counted up: CPython's grammar says it, Lezer's takes any expression. */

import { type Check, type Fault, fault, firstFault, nameOf } from '../fault.ts';
import type { Node } from '../node.ts';
import { assignmentOf } from '../shapes.ts';

/** The kinds of expressions in words, for those that are no target. */
const WORDS: Readonly<Record<string, string>> = {
  ArrayComprehensionExpression: 'a comprehension',
  ArrayExpression: 'a list',
  AwaitExpression: 'an `await`',
  BinaryExpression: 'an operation',
  CallExpression: 'a call',
  ComprehensionExpression: 'a generator',
  ConditionalExpression: 'a conditional expression',
  ContinuedString: 'a string',
  DictionaryComprehensionExpression: 'a comprehension',
  DictionaryExpression: 'a dictionary',
  FormatString: 'a string',
  LambdaExpression: 'a lambda',
  MemberExpression: 'an attribute or an item',
  NamedExpression: 'a named expression',
  Number: 'a number',
  ParenthesizedExpression: 'an expression in parentheses',
  SetComprehensionExpression: 'a comprehension',
  SetExpression: 'a set',
  String: 'a string',
  TupleExpression: 'a tuple',
  UnaryExpression: 'an operation',
  YieldExpression: 'a `yield`',
};

interface Use {
  /** Says of what is no target that it is none. */
  readonly refusal: (what: string) => string;
  readonly takesTuple: boolean;
  readonly takesStar: boolean;
  /** Whether CPython refuses `__debug__` there in every version. */
  readonly refusesDebug: boolean;
}

const ASSIGNMENT: Use = {
  refusal: (what) => `nothing can be assigned to ${what}`,
  takesTuple: true,
  takesStar: true,
  refusesDebug: true,
};
const LOOP: Use = { ...ASSIGNMENT, refusal: (what) => `\`for\` can't assign to ${what}` };
const WITH: Use = { ...ASSIGNMENT, refusal: (what) => `\`with\` can't assign to ${what}` };
const DELETION: Use = {
  refusal: (what) => `\`del\` can't delete ${what}`,
  takesTuple: true,
  takesStar: false,
  refusesDebug: false,
};
const UPDATE: Use = {
  refusal: (what) => `an augmented assignment can't change ${what}`,
  takesTuple: false,
  takesStar: false,
  refusesDebug: true,
};
const ANNOTATION: Use = { ...UPDATE, refusal: (what) => `${what} can't have an annotation` };

/** One target, in parentheses or not. */
function single(target: Node, text: string, use: Use): Fault | null {
  switch (target.kind) {
    case 'VariableName':
      return use.refusesDebug ? debug(target, text) : null;
    case 'MemberExpression':
      return null;
    case 'ParenthesizedExpression': {
      const inner = target.parts[1];
      return inner && inner.kind !== '*' ? single(inner, text, use) : notTarget(target, text, use);
    }
    case 'TupleExpression':
    case 'ArrayExpression':
      return use.takesTuple
        ? several(target.parts.slice(1, -1), text, use)
        : notTarget(target, text, use);
    default:
      return notTarget(target, text, use);
  }
}

/** The items of a tuple or list, commas and stars among them. */
function several(nodes: readonly Node[], text: string, use: Use): Fault | null {
  const stars = nodes.filter((node) => node.kind === '*');
  const [first, second] = stars;
  if (first && !use.takesStar) return fault(first, use.refusal('what has a `*`'));
  if (second) return fault(second, 'only one target can have a `*`');
  const items = nodes.filter((node) => !/^(?:[*,]|Comment)$/.test(node.kind));
  return firstFault(items, (item) => single(item, text, use));
}

/** Targets as they stand in a statement: one, or a tuple without parentheses. */
function bare(nodes: readonly Node[], text: string, use: Use): Fault | null {
  return (
    loneStar(nodes, 'a target with a `*` has to stand in a list or tuple') ??
    several(nodes, text, use)
  );
}

function notTarget(node: Node, text: string, use: Use): Fault {
  const code = text.slice(node.from, node.to);
  return fault(node, use.refusal(WORDS[node.kind] ?? `\`${code}\``));
}

/** A `*` in front of the only item, where a tuple would take a comma. */
export function loneStar(nodes: readonly Node[], message: string): Fault | null {
  const [star, , ...rest] = nodes.filter((node) => node.kind !== 'Comment');
  return star?.kind === '*' && rest.length === 0 ? fault(star, message) : null;
}

const UNPACKED = '`*` can only unpack into a list, a tuple, a set or a call';

export const unpacked = (nodes: readonly Node[]): Fault | null => loneStar(nodes, UNPACKED);

/** `__debug__` is a constant. */
export function debug(name: Node, text: string): Fault | null {
  return nameOf(name, text) === '__debug__'
    ? fault(name, "`__debug__` can't be assigned to")
    : null;
}

const assignment: Check = (node, text) => {
  const assigned = assignmentOf(node);
  const [first] = assigned?.targets ?? [];
  if (!assigned || !first) return null;
  const sides = sidesOf(node);
  const { annotation } = assigned;
  if (annotation) {
    const isTuple = node.parts.some((child) => child.kind === ',' && child.from < annotation.from);
    if (sides.length > 2) return fault(node, 'an annotated name takes one value');
    if (isTuple || !first[0]) return fault(node, 'only one name can be annotated at a time');
    return single(first[0], text, ANNOTATION) ?? unpacked(sides[1] ?? []);
  }
  const value = sides.pop() ?? [];
  return firstFault(sides, (side) => bare(side, text, ASSIGNMENT)) ?? unpacked(value);
};

/** What stands between the `=`, commas and stars included. */
function sidesOf(node: Node): Node[][] {
  const sides: Node[][] = [[]];
  for (const child of node.parts) {
    if (child.kind === 'AssignOp') sides.push([]);
    else if (child.kind !== 'TypeDef') sides[sides.length - 1]?.push(child);
  }
  return sides;
}

const update: Check = (node, text) => {
  const at = node.parts.findIndex((child) => child.kind === 'UpdateOp');
  const [target, ...more] = node.parts.slice(0, at);
  if (!target) return null;
  if (target.kind === '*' || more.length > 0) {
    return fault(target, UPDATE.refusal('a tuple'));
  }
  return single(target, text, UPDATE) ?? unpacked(node.parts.slice(at + 1));
};

const deletion: Check = (node, text) => several(node.parts.slice(1), text, DELETION);

/** The targets and the iterables of `for`, in a statement or in a comprehension. */
const loops: Check = (node, text) => {
  const { parts } = node;
  return firstFault(parts, (child, index) => {
    if (child.kind !== 'for') return null;
    const end = parts.findIndex((other, at) => at > index && other.kind === 'in');
    return bare(parts.slice(index + 1, end), text, LOOP);
  });
};

const forStatement: Check = (node, text) => {
  const from = node.parts.findIndex((child) => child.kind === 'in') + 1;
  const to = node.parts.findIndex((child) => child.kind === 'Body');
  return loops(node, text) ?? unpacked(node.parts.slice(from, to));
};

const withStatement: Check = (node, text) => {
  const body = node.parts.findIndex((child) => child.kind === 'Body');
  const last = node.parts[body - 1];
  if (last?.kind === ',')
    return fault(last, 'a comma behind the last item of `with` needs parentheses');
  return firstFault(node.parts, (child) => {
    const target = child.kind === 'as' ? child.next : null;
    return target && single(target, text, WITH);
  });
};

const named: Check = (node, text) => {
  const target = node.firstChild;
  if (!target) return null;
  return target.kind === 'VariableName'
    ? debug(target, text)
    : fault(
        target,
        `\`:=\` takes a plain name, and no ${(WORDS[target.kind] ?? 'constant').replace(/^an? /, '')}`,
      );
};

/** The checks of this file, by the kind of node that they look at. */
export const TARGET_CHECKS: Readonly<Record<string, Check>> = {
  AssignStatement: assignment,
  UpdateStatement: update,
  DeleteStatement: deletion,
  ForStatement: forStatement,
  WithStatement: withStatement,
  NamedExpression: named,
  ArgList: loops,
  ComprehensionExpression: loops,
  ArrayComprehensionExpression: loops,
  DictionaryComprehensionExpression: loops,
  SetComprehensionExpression: loops,
};
