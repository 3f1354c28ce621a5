import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';

/** `list(…)` and the like, which ask for all results at once. */
const CONSUMERS: ReadonlySet<string> = new Set(
  ['list', 'tuple', 'set', 'dict', 'sum', 'sorted', 'max', 'min', 'any', 'all'].map(
    (name) => `builtins.${name}`,
  ),
);

/** Whether the code round an expression that gives lazy results goes over them there, as it would over a list. */
export function isReadToItsEnd(node: Node, semantics: Semantics): boolean {
  const { parent } = node;
  if (parent?.kind === 'ForStatement' || parent?.kind === 'ArrayComprehensionExpression') {
    return node.previous?.kind === 'in' && !parent.child('async');
  }
  const call = parent?.kind === 'ArgList' && parent.parent ? semantics.call(parent.parent) : null;
  return (
    call !== null &&
    semantics.values.qualifiedNames(call.callee).some((name) => CONSUMERS.has(name))
  );
}
