import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { clausesOf } from '../../syntax/shapes.ts';
import { isMainTest } from '../guards.ts';
import type { StartMethodCall } from '../model.ts';
import type { StartMethod } from '../start-method.ts';
import { platformsOf } from './platform-values.ts';

/** The start method that a file certainly sets on Linux, as far as it sets any; null where that is not sure. */
export function chosenOnLinux(
  calls: readonly StartMethodCall[],
  semantics: Semantics,
): StartMethod | null {
  const run = calls.map(({ call, method }) => ({
    method,
    isRun: isRunOnLinux(call.node, semantics),
  }));
  const counted = run.filter(({ isRun }) => isRun !== false);
  const [first] = counted;
  return first && counted.every(({ method, isRun }) => isRun && method === first.method)
    ? first.method
    : null;
}

/** Whether the tests round a place let it run on Linux; null where they ask for something else too. */
function isRunOnLinux(place: Node, semantics: Semantics): boolean | null {
  let answer: boolean | null = true;
  for (let inner = place, outer = place.parent; outer; inner = outer, outer = outer.parent) {
    if (outer.kind !== 'IfStatement') continue;
    const clauses = clausesOf(outer);
    const at = clauses.findIndex(({ body }) => body === inner);
    for (const [index, { header }] of clauses.slice(0, at + 1).entries()) {
      const test = header[0];
      const holds = test ? holdsOnLinux(test, semantics) : true;
      if (holds === index < at) return false;
      if (holds === null) answer = null;
    }
  }
  return answer;
}

function holdsOnLinux(test: Node, semantics: Semantics): boolean | null {
  if (isMainTest(test, semantics) || ASKS_FOR_FORK.test(semantics.textOf(test))) return true;
  return platformsOf(test, semantics)?.has('linux') ?? null;
}

const ASKS_FOR_FORK =
  /^(['"]fork['"] in [\w.]*get_all_start_methods\(\)|hasattr\(os, ['"]fork['"]\))$/;
