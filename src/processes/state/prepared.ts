import type { Node } from '../../syntax/node.ts';
import { clausesOf, statementsOf } from '../../syntax/shapes.ts';
import type { ProcessModel } from '../model.ts';
import type { InitialValue } from './after-import.ts';
import type { StateRead } from './reads.ts';

/**
 * Whether the function that reads a variable is made for it to be unset still: it asks first, and goes another way
 * without an error.
 */
export function isPrepared(read: StateRead, initial: InitialValue, model: ProcessModel): boolean {
  const isNone = initial.kind === 'value' && initial.node.kind === 'None';
  return isNone && asksFirst(read, model);
}

/** Whether the function that reads a variable asks, somewhere, whether it is set. */
export function asksFirst({ variable, code }: StateRead, { semantics }: ProcessModel): boolean {
  const body = code.fn.lastChild;
  if (!body) return false;
  return semantics.referencesIn(body).some(({ binding, node }) => {
    if (binding !== variable.binding) return false;
    const expression = variable.attribute === null ? node : node.parent;
    return expression !== null && asksWhether(expression) && !raises(expression);
  });
}

/** `X is None`, `not X`, `X or …`, `if X:` */
function asksWhether(expression: Node): boolean {
  let inner = expression;
  while (inner.parent?.kind === 'ParenthesizedExpression') inner = inner.parent;
  const { parent } = inner;
  switch (parent?.kind) {
    case 'BinaryExpression':
      return (
        parent.child('and', 'or') !== null ||
        (parent.child('is', 'CompareOp') !== null && parent.child('None') !== null)
      );
    case 'UnaryExpression':
      return parent.firstChild?.kind === 'not';
    case 'ConditionalExpression':
      return inner.previous?.kind === 'if';
    default:
      return parent?.kind === 'IfStatement' || parent?.kind === 'WhileStatement';
  }
}

/** Whether the question is whether to raise an error. */
function raises(question: Node): boolean {
  const asking = question.ancestor('IfStatement', 'AssertStatement', 'Body');
  if (asking?.kind !== 'IfStatement') return asking?.kind === 'AssertStatement';
  return clausesOf(asking).some(({ body }) =>
    statementsOf(body).some(({ kind }) => kind === 'RaiseStatement'),
  );
}
