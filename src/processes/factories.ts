import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import type { Worker } from './model.ts';
import { workersOf } from './submissions.ts';

/** Decorators under which a call still gives what the function returns. */
const BINDS_ONLY = /^@\s*(staticmethod|classmethod)\b/;

/** The functions and lambdas that a function defines and returns. */
export function returnedWorkers(factory: Node, semantics: Semantics): Worker[] {
  const shape = semantics.functionShape(factory);
  const scope = semantics.scopes.opened.get(factory);
  const isPlain = shape?.decorators.every((d) => BINDS_ONLY.test(semantics.textOf(d)));
  if (!shape?.nameNode || shape.isAsync || !isPlain) return [];
  return [...shape.body.walk()]
    .filter((node) => node.kind === 'ReturnStatement' && semantics.scopeOf(node) === scope)
    .flatMap((node) => (node.children[1] ? workersOf(node.children[1], semantics) : []))
    .filter(({ definition }) => definition !== null && factory.contains(definition));
}
