import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import { isUnderMainTest } from './guards.ts';

/**
 * The functions of this file that are called where these run, through calls of calls, and the lambdas in them. What
 * is merely mentioned is left out: unlike `reachOfWorkers`, rather too little than too much.
 */
export function codeCalledBy(roots: Iterable<Node>, semantics: Semantics): ReadonlySet<Node> {
  const found = new Set(roots);
  // A Set's iteration goes on over what is added to it on the way.
  for (const fn of found) {
    for (const lambda of fn.descendants('LambdaExpression')) {
      if (semantics.enclosingFunction(lambda) === fn) found.add(lambda);
    }
    for (const { node, callee } of semantics.callGraph.callsIn(fn)) {
      if (isUnderMainTest(node, semantics, fn)) continue;
      for (const called of semantics.callGraph.functionsOf(callee)) found.add(called);
    }
  }
  return found;
}
