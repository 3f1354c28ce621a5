import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import type { Call } from '../syntax/shapes.ts';
import { isUnderMainTest } from './guards.ts';

/** A call that runs while the module is imported, by a child too. */
export interface ImportTimeCall {
  readonly call: Call;
  /** The call in the module's own code that leads to it: itself, or that of a function. */
  readonly from: Call;
}

/** The calls that run while the module is imported and not guarded, through the module's own functions too. */
export function importTimeCalls(semantics: Semantics): ImportTimeCall[] {
  const { callGraph } = semantics;
  const callsIn = (owner: Node | null) =>
    callGraph.callsIn(owner).filter(({ node }) => !isUnderMainTest(node, semantics));
  return callsIn(null).flatMap((from) => {
    const seen = new Set<Node>();
    const follow = (call: Call): ImportTimeCall[] => [
      { call, from },
      ...callGraph.functionsOf(call.callee).flatMap((fn) => {
        if (seen.has(fn)) return [];
        seen.add(fn);
        return callsIn(fn).flatMap(follow);
      }),
    ];
    return follow(from);
  });
}
