/** Where a statement or an expression may stand: in a function, in a loop, in a comprehension. */

import { type Check, type Fault, fault, nameOf } from '../fault.ts';
import type { Node } from '../node.ts';
import { unpacked } from './targets.ts';

/** The code that a node is part of, as CPython compiles it apart. */
interface Frame {
  readonly kind: 'module' | 'class' | 'function' | 'lambda' | 'comprehension' | 'types';
  readonly node: Node;
}

const COMPREHENSIONS: ReadonlySet<string> = new Set([
  'ArgList',
  'ArrayComprehensionExpression',
  'ComprehensionExpression',
  'DictionaryComprehensionExpression',
  'SetComprehensionExpression',
]);

/** The innermost frame that evaluates a node. */
function frameOf(node: Node): Frame {
  let inner = node;
  for (let outer = node.parent; outer; inner = outer, outer = outer.parent) {
    const kind = frameKind(outer, inner);
    if (kind) return { kind, node: outer };
    if (!outer.parent) return { kind: 'module', node: outer };
  }
  return { kind: 'module', node };
}

/** What a node is to the child that lies in it: null where the child is evaluated outside, or the node opens none. */
function frameKind(outer: Node, child: Node): Frame['kind'] | null {
  const isGeneric = () => outer.child('TypeParamList') !== null;
  switch (outer.kind) {
    case 'FunctionDefinition':
      if (child.kind === 'Body') return 'function';
      return child.kind === 'TypeParamList' || (child.kind === 'TypeDef' && isGeneric())
        ? 'types'
        : null;
    case 'ClassDefinition':
      if (child.kind === 'Body') return 'class';
      return isGeneric() ? 'types' : null;
    case 'TypeDefinition':
      return 'types';
    case 'LambdaExpression':
      return child.kind === 'ParamList' ? null : 'lambda';
    case 'ParamList':
      return child.kind === 'TypeDef' && outer.parent?.child('TypeParamList') ? 'types' : null;
    default:
      return isComprehension(outer) && child !== firstIterable(outer) ? 'comprehension' : null;
  }
}

/** A generator is the only argument of its call: no comma comes before its `for`. */
function isComprehension(node: Node): boolean {
  return COMPREHENSIONS.has(node.kind) && node.child('for', ',')?.kind === 'for';
}

/** It is evaluated outside of its comprehension. */
function firstIterable(comprehension: Node): Node | null {
  return comprehension.child('in')?.next ?? null;
}

function isGenerator(comprehension: Node): boolean {
  return comprehension.kind === 'ComprehensionExpression' || comprehension.kind === 'ArgList';
}

function isAsync(frame: Frame): boolean {
  return frame.kind === 'function' && frame.node.child('async') !== null;
}

/** The code whose coroutine waits: comprehensions wait in the one round them, generators on their own. */
function waits(node: Node): boolean {
  let frame = frameOf(node);
  while (frame.kind === 'comprehension' && !isGenerator(frame.node)) frame = frameOf(frame.node);
  return frame.kind === 'comprehension' || isAsync(frame);
}

const awaitExpression: Check = (node) => {
  const operand = node.lastChild;
  if (operand?.kind === 'UnaryExpression' || operand?.kind === 'AwaitExpression') {
    return fault(operand, 'what stands behind `await` needs parentheses');
  }
  return waits(node) ? null : fault(node, '`await` outside of an asynchronous function');
};

/** `async for` and `async with`. */
const asyncStatement: Check = (node) =>
  node.firstChild?.kind === 'async' && !isAsync(frameOf(node))
    ? fault(node, `\`async ${node.parts[1]?.kind}\` outside of an asynchronous function`)
    : null;

const comprehension: Check = (node) => {
  const async = node.child('async');
  if (async && !isGenerator(node) && !waits(async)) {
    return fault(async, 'an asynchronous comprehension outside of an asynchronous function');
  }
  const test = node.parts.find(
    (child) => child.kind === 'NamedExpression' && child.previous?.kind === 'if',
  );
  return test ? fault(test, '`:=` in the condition of a comprehension needs parentheses') : null;
};

const yields: Check = (node) => {
  const frame = frameOf(node);
  const words = node.child('from') ? '`yield from`' : '`yield`';
  if (frame.kind === 'comprehension') return fault(node, `${words} inside a comprehension`);
  if (frame.kind === 'types') return fault(node, `${words} inside of types`);
  if (frame.kind !== 'function' && frame.kind !== 'lambda')
    return fault(node, `${words} outside of a function`);
  if (node.child('from') && isAsync(frame))
    return fault(node, '`yield from` inside an asynchronous function');
  return unpacked(node.parts.slice(1));
};

const returns: Check = (node) => {
  const frame = frameOf(node);
  if (frame.kind !== 'function') return fault(node, '`return` outside of a function');
  return leavesExceptStar(node) ?? unpacked(node.parts.slice(1));
};

const leavesLoop: Check = (node) =>
  loopOf(node)
    ? leavesExceptStar(node)
    : fault(node, `\`${node.firstChild?.kind}\` outside of a loop`);

/** The loop that `break` and `continue` mean: one whose `else` they do not stand in. */
function loopOf(node: Node): Node | null {
  let inner = node;
  for (let outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (outer.kind === 'FunctionDefinition' || outer.kind === 'ClassDefinition') return null;
    if (/^(?:For|While)Statement$/.test(outer.kind) && outer.child('Body') === inner) return outer;
  }
  return null;
}

function leavesExceptStar(node: Node): Fault | null {
  const end = node.kind === 'ReturnStatement' ? null : loopOf(node);
  let inner = node;
  for (let outer = node.parent; outer && outer !== end; inner = outer, outer = outer.parent) {
    if (outer.kind === 'FunctionDefinition') return null;
    if (outer.kind === 'TryStatement' && isExceptStar(inner)) {
      return fault(node, `\`${node.firstChild?.kind}\` can't leave the block of an \`except*\``);
    }
  }
  return null;
}

function isExceptStar(body: Node): boolean {
  for (let at = body.previous; at && at.kind !== 'Body'; at = at.previous) {
    if (at.kind === '*' && at.previous?.kind === 'except') return true;
  }
  return false;
}

/** A generator that is asynchronous returns nothing. */
const functionDefinition: Check = (node) => {
  if (!node.child('async')) return null;
  const body = node.child('Body');
  let isGeneratorFunction = false;
  let value: Node | null = null;
  for (const part of body?.walk((child) => !OTHER_CODE.has(child.kind)) ?? []) {
    if (/^Yield/.test(part.kind)) isGeneratorFunction = true;
    else if (part.kind === 'ReturnStatement' && part.children.length > 1) value ??= part;
  }
  return isGeneratorFunction && value
    ? fault(value, "an asynchronous generator can't return a value")
    : null;
};

const OTHER_CODE: ReadonlySet<string> = new Set([
  'FunctionDefinition',
  'ClassDefinition',
  'LambdaExpression',
]);

/** A walrus binds its name outside of the comprehensions round it, which their own names must not be. */
const named: Check = (node, text) => {
  const target = node.firstChild;
  if (!target) return null;
  let inner = node;
  for (let outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (isComprehension(outer) && inner.previous?.kind === 'in')
      return fault(node, "`:=` can't stand behind the `in` of a comprehension");
  }
  let frame = frameOf(node);
  let isInside = false;
  for (; frame.kind === 'comprehension'; frame = frameOf(frame.node)) {
    isInside = true;
    const name = nameOf(target, text);
    if (loopNames(frame.node).some((loop) => nameOf(loop, text) === name))
      return fault(target, `\`:=\` can't bind \`${name}\`, which the comprehension binds itself`);
  }
  if (frame.kind === 'types') return fault(node, '`:=` inside of types');
  return isInside && frame.kind === 'class'
    ? fault(node, "`:=` in a comprehension can't bind a name of a class")
    : null;
};

/** The names that the loops of a comprehension bind. */
function loopNames(comprehension: Node): Node[] {
  let isTarget = false;
  return comprehension.children.flatMap((child) => {
    if (child.kind === 'for') isTarget = true;
    else if (child.kind === 'in') isTarget = false;
    return isTarget ? namesIn(child) : [];
  });
}

function namesIn(target: Node): Node[] {
  if (target.kind === 'VariableName') return [target];
  return target.kind === 'MemberExpression' ? [] : target.parts.flatMap(namesIn);
}

/** The checks of this file, by the kind of node that they look at. */
export const PLACE_CHECKS: Readonly<Record<string, Check>> = {
  AwaitExpression: awaitExpression,
  ForStatement: asyncStatement,
  WithStatement: asyncStatement,
  ArgList: comprehension,
  ArrayComprehensionExpression: comprehension,
  ComprehensionExpression: comprehension,
  DictionaryComprehensionExpression: comprehension,
  SetComprehensionExpression: comprehension,
  YieldStatement: yields,
  YieldExpression: yields,
  ReturnStatement: returns,
  BreakStatement: leavesLoop,
  ContinueStatement: leavesLoop,
  FunctionDefinition: functionDefinition,
  NamedExpression: named,
};

/** In a notebook the code of the module can wait. */
export const NOTEBOOK_PLACE_CHECKS: Readonly<Record<string, Check>> = {
  ...PLACE_CHECKS,
  AwaitExpression: inFunctions(awaitExpression),
  ForStatement: inFunctions(asyncStatement),
  WithStatement: inFunctions(asyncStatement),
  ArrayComprehensionExpression: inFunctions(comprehension),
  DictionaryComprehensionExpression: inFunctions(comprehension),
  SetComprehensionExpression: inFunctions(comprehension),
};

function inFunctions(check: Check): Check {
  return (node, text) => (isOfModule(node) ? null : check(node, text));
}

/** Whether the module's own code evaluates a node, in a comprehension or not. */
function isOfModule(node: Node): boolean {
  let frame = frameOf(node);
  while (frame.kind === 'comprehension') frame = frameOf(frame.node);
  return frame.kind === 'module';
}
