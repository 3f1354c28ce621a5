/** On which ways a piece of code is run through, exceptions left aside. */
import type { Node } from '../../syntax/node.ts';
import { statementOf, statementsOf } from '../../syntax/shapes.ts';

/** Whether a node is evaluated on some ways through an enclosing one only. */
export function isConditional(node: Node, within: Node): boolean {
  for (let inner = node, outer = node.parent; outer && inner !== within; ) {
    const isFirst = outer.children.find((c) => c.kind !== '(' && c.kind !== 'async') === inner;
    if (inner.kind === 'Body' && /^(If|While|For|Match)/.test(outer.kind)) return true;
    if (inner.kind === 'Body' && inner.previous?.kind === 'else') return true;
    if (outer.kind === 'LambdaExpression' || outer.kind === 'FunctionDefinition') return true;
    if (outer.kind === 'TryStatement' && isHandler(inner)) return true;
    if (outer.kind === 'ConditionalExpression' && inner.previous?.kind !== 'if') return true;
    if (outer.kind === 'BinaryExpression' && outer.child('and', 'or') && !isFirst) return true;
    if (outer.kind === 'IfStatement' && inner.previous?.kind === 'elif') return true;
    if (/Comprehension/.test(outer.kind) && inner.previous?.kind !== 'in') {
      if (outer !== within) return true;
    }
    if (outer === within) break;
    inner = outer;
    outer = outer.parent;
  }
  return false;
}

function isHandler(body: Node): boolean {
  for (let node = body.previous; node; node = node.previous) {
    if (node.kind === 'Body') return false;
    if (node.kind === 'except') return true;
  }
  return false;
}

/** The outermost `try` in whose `except` a node lies, functions left aside; or null. */
export function tryOfHandler(node: Node): Node | null {
  let found: Node | null = null;
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (OPENS_FRAME.test(outer.kind)) break;
    if (outer.kind === 'TryStatement' && inner.kind === 'Body' && isHandler(inner)) found = outer;
  }
  return found;
}

/** Whether an exception at a node is caught inside an enclosing one, so that the code behind goes on. */
export function isTried(node: Node, within: Node | null): boolean {
  for (let inner = node, outer = node.parent; outer && inner !== within; ) {
    if (outer.kind === 'TryStatement' && outer.child('except') && inner.previous?.kind === 'try') {
      return true;
    }
    inner = outer;
    outer = outer.parent;
  }
  return false;
}

/** Whether nothing that could raise stands before a node in the `try` that it lies in. */
export function isFirstTried(node: Node): boolean {
  const statement = statementOf(node);
  return statement.parent ? statementsOf(statement.parent)[0] === statement : false;
}

/** The innermost node that holds two nodes; null where they are of different trees. */
export function commonAncestor(a: Node, b: Node): Node | null {
  let common: Node | null = a;
  while (common && !common.contains(b)) common = common.parent;
  return common;
}

const OPENS_FRAME = /^(FunctionDefinition|ClassDefinition|LambdaExpression)$/;
const LEAVES_FRAME = /^(ReturnStatement|YieldStatement|YieldExpression)$/;
const LEAVES_TURN = /^(BreakStatement|ContinueStatement)$/;

function* jumpsIn(code: Node): Generator<Node> {
  if (OPENS_FRAME.test(code.kind)) return;
  for (const node of code.walk((child) => !OPENS_FRAME.test(child.kind))) {
    if (LEAVES_FRAME.test(node.kind) || LEAVES_TURN.test(node.kind)) yield node;
  }
}

/** Whether the code between two places may be left before the second. */
export function isLeftBetween(first: Node, second: Node, common: Node): boolean {
  const start = common.children.find((child) => child.contains(first))?.from ?? common.from;
  for (const jump of jumpsIn(common)) {
    if (jump.from < start || jump.to > second.from) continue;
    if (LEAVES_FRAME.test(jump.kind)) return true;
    const loop = jump.ancestor('ForStatement', 'WhileStatement');
    if (loop?.contains(first) && loop.contains(second)) return true;
  }
  return false;
}

/** Whether the body of a loop may end the loop: by `return`, `yield`, or its own `break`. */
export function mayEndLoop(body: Node): boolean {
  for (const jump of jumpsIn(body)) {
    if (LEAVES_FRAME.test(jump.kind)) return true;
    const loop = jump.ancestor('ForStatement', 'WhileStatement');
    if (jump.kind === 'BreakStatement' && !(loop && body.contains(loop))) return true;
  }
  return false;
}

/** The first statement by which code inside a body leaves the body early, behind the statement that a node is in. */
export function exitBehind(node: Node, body: Node): Node | null {
  const start = body.children.find((child) => child.contains(node))?.from ?? body.from;
  for (const jump of jumpsIn(body)) {
    const loop = jump.ancestor('ForStatement', 'WhileStatement');
    const staysInside = LEAVES_TURN.test(jump.kind) && loop && body.contains(loop);
    if (jump.from >= start && !staysInside) return jump;
  }
  return null;
}
