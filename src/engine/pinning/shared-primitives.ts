import { SHARED_PRIMITIVES } from '../../processes/import-time/effect-tables.ts';
import { apiOf } from '../../processes/libraries.ts';
import type { Creation, ProcessModel } from '../../processes/model.ts';
import type { PinSite } from '../../processes/pin-sites.ts';
import type { Node } from '../../syntax/node.ts';
import type { Call } from '../../syntax/shapes.ts';

/** What needs no context. */
const FREE: ReadonlySet<string> = new Set(['Pipe', 'RawValue', 'RawArray']);

/** A lock, queue, event … of the default context: its callee, and the context's member that makes one. */
export interface SharedPrimitive {
  readonly node: Node;
  readonly member: string;
}

/**
 * The primitives that go to the processes of some sites and to no others. Locks and queues fit only processes of their
 * own context, unless those are forked.
 */
export function sharedPrimitives(
  sites: readonly PinSite[],
  model: ProcessModel,
): SharedPrimitive[] {
  const pinned = new Set(sites.flatMap(({ creations }) => creations));
  const others = model.creations.filter((c) => !pinned.has(c) && c.method !== 'fork');
  const goesTo = (creations: Iterable<Creation>, made: Node) =>
    [...creations].some((creation) => isHandedTo(creation, made, model));
  return model.semantics.allCalls().flatMap((call) => {
    const member = memberOf(call, model);
    if (!member) return [];
    const isShared = goesTo(pinned, call.node) || (others.length === 0 && isGlobal(call, model));
    return isShared && !goesTo(others, call.node) ? [{ node: call.callee, member }] : [];
  });
}

/** `Queue` of `mp.Queue()`, where that is made by the default context. */
function memberOf({ callee }: Call, { semantics }: ProcessModel): string | null {
  const names = semantics.values.qualifiedNames(callee);
  const [member, ...others] = new Set(names.map((name) => primitiveNamed(name)));
  return others.length === 0 ? (member ?? null) : null;
}

function primitiveNamed(name: string): string | null {
  const api = apiOf(name);
  if (api?.kind !== 'function' || api.library.pickling !== 'by-reference' || name.includes('()')) {
    return null;
  }
  return SHARED_PRIMITIVES.has(api.name) && !FREE.has(api.name) ? api.name : null;
}

/** Whether a primitive is among what is given to processes, or what their workers name. */
function isHandedTo(creation: Creation, made: Node, model: ProcessModel): boolean {
  const { semantics } = model;
  const { argList } = creation.call;
  if (argList.contains(made)) return true;
  const workers = model.submissions
    .filter(({ creations }) => creations.includes(creation))
    .flatMap((submission) => submission.workers.flatMap(({ definition }) => definition ?? []));
  const named = [argList, ...workers].flatMap((node) => semantics.referencesIn(node));
  return named.some(({ node }) => {
    const sources = semantics.values.sources(node);
    return sources.some(
      (source) =>
        source === made ||
        semantics.values.elementsOf(source).some((e) => semantics.values.sources(e).includes(made)),
    );
  });
}

/** Whether workers read it under a name of the module. */
function isGlobal({ node }: Call, { readInWorkers }: ProcessModel): boolean {
  return [...readInWorkers].some(({ definitions }) =>
    definitions.some(({ value }) => value === node),
  );
}
