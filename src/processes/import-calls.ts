import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import type { Call } from '../syntax/shapes.ts';
import { isUnderMainTest } from './guards.ts';
import { calledFunctions } from './starts.ts';

/** A call that runs while the module is imported, by a child too. */
export interface ImportTimeCall {
  readonly call: Call;
  /** The call in the module's own code that leads to it: itself, or that of a function. */
  readonly from: Call;
}

/** The calls that run while the module is imported and not guarded, through the module's own functions too. */
export function importTimeCalls(semantics: Semantics): ImportTimeCall[] {
  const byFunction = new Map<Node | null, Call[]>();
  for (const call of semantics.allCalls()) {
    if (isUnderMainTest(call.node, semantics)) continue;
    const owner = semantics.enclosingFunction(call.node);
    const calls = byFunction.get(owner);
    if (calls) calls.push(call);
    else byFunction.set(owner, [call]);
  }
  return (byFunction.get(null) ?? []).flatMap((from) => {
    const seen = new Set<Node>();
    const follow = (call: Call): ImportTimeCall[] => [
      { call, from },
      ...calledFunctions(call.callee, semantics).flatMap((fn) => {
        if (seen.has(fn)) return [];
        seen.add(fn);
        return (byFunction.get(fn) ?? []).flatMap(follow);
      }),
    ];
    return follow(from);
  });
}
