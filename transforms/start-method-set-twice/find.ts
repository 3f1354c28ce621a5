import { isMainTest } from '../../src/processes/guards.ts';
import type { ProcessModel, StartMethodCall } from '../../src/processes/model.ts';
import { commonAncestor, isConditional, mayEndLoop } from '../../src/processes/pool-life/ways.ts';
import { methodArgument } from '../../src/processes/start-methods/calls.ts';
import { isCaught } from '../../src/processes/start-methods/caught.ts';
import { isRunFor } from '../../src/processes/start-methods/order.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import { clausesOf } from '../../src/syntax/shapes.ts';

const ERROR = /\b(RuntimeError|Exception|BaseException)\b/;

/** Whether the error of a second call would come up: it is neither forced away nor caught. */
export function mayFail({ call }: StartMethodCall, { semantics }: ProcessModel): boolean {
  const forced = call.args.find(({ name }, index) => name === 'force' || index === 1);
  const isForced = forced !== undefined && semantics.textOf(forced.value) !== 'False';
  const isPlain = call.args.every(({ star }) => star === '');
  return (
    !isForced && isPlain && methodArgument(call) !== null && !isCaught(call.node, ERROR, semantics)
  );
}

/** `set_start_method(None, force=True)`: as if no method had ever been set. */
export function forgets({ call }: StartMethodCall): boolean {
  return methodArgument(call)?.kind === 'None';
}

/** Words of a test that may ask whether the method is set, or for which process it is. */
const ASKS =
  /(?<!all_)start_method|initiali[sz]ed|already|configured|done\b|_set\b|parent_process|current_process|__name__|environ/i;

/** Whether the conditions under which a place is reached ask for other things than whether the method is set. */
export function leadsTo(at: Node, place: Node, semantics: Semantics): boolean {
  const common = commonAncestor(at, place);
  for (let inner = place, outer = inner.parent; outer; inner = outer, outer = outer.parent) {
    if (outer === common && !/^If/.test(outer.kind)) return true;
    if (inner.kind !== 'Body' || outer.kind === 'WithStatement') continue;
    if (outer.kind === 'ForStatement' && inner.previous?.kind !== 'else') continue;
    if (outer.kind === 'TryStatement' && inner.previous?.kind === 'try') continue;
    if (outer.kind !== 'IfStatement') return false;
    const guard = clausesOf(outer).find(({ body }) => body === inner)?.header[0];
    if (guard && isMainTest(guard, semantics)) continue;
    const tests = clausesOf(outer).flatMap(({ header }) => header);
    if (!tests.every((test) => isOtherTest(test, at, semantics))) return false;
    if (outer === common) return true;
  }
  return true;
}

function isOtherTest(test: Node, at: Node, semantics: Semantics): boolean {
  if (test.contains(at)) return isComparison(at);
  if (ASKS.test(semantics.textOf(test))) return false;
  return [...test.walk()].every(
    (node) => node.kind !== 'VariableName' || isSteady(node, semantics),
  );
}

/** `get_start_method() is None` never holds, `get_start_method() != "spawn"` may. */
function isComparison({ next, previous }: Node): boolean {
  return next?.kind === 'CompareOp' || previous?.kind === 'CompareOp';
}

/** Whether a name has one value from beginning to end, so that it is no flag that somebody sets. */
function isSteady(name: Node, semantics: Semantics): boolean {
  if (/^(self|cls)$/.test(semantics.textOf(name))) return false;
  const definitions = semantics.bindingOf(name)?.definitions ?? [];
  return definitions.filter(({ kind }) => kind !== 'annotation').length <= 1;
}

/** Whether a `for` loop gets to a place in each turn, in its own function or in one that calls it. */
export function isRepeated(
  place: Node,
  semantics: Semantics,
  seen: ReadonlySet<Node> = new Set(),
): boolean {
  const fn = semantics.enclosingFunction(place);
  const loop = loopRound(place, fn);
  if (loop) return true;
  if (!fn || seen.has(fn) || !isRunFor(place, fn)) return false;
  return semantics.callGraph
    .callsOf(fn)
    .some(({ node }) => isRepeated(node, semantics, new Set([...seen, fn])));
}

function loopRound(place: Node, fn: Node | null): Node | null {
  const loop = place.ancestor('ForStatement');
  const body = loop?.child('Body');
  if (!loop || !body?.contains(place) || (fn && !fn.contains(loop))) return null;
  return isConditional(place, body) || mayEndLoop(body) ? null : loop;
}
