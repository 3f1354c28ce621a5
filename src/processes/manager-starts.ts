import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import { type Call, withItemsOf } from '../syntax/shapes.ts';

/** The classes whose instances start their process when they are told to, by `start()` or `with`. */
const MANAGERS = /^multiprocessing\.managers\.(Base|Sync|SharedMemory)Manager$/;

export interface ManagerStart {
  /** `manager.start()`, or the expression of `with manager:`. */
  readonly node: Node;
  /** The calls that may have made the manager. */
  readonly made: readonly Call[];
}

/** What starts the servers of managers of such a class, or of one that derives from it, in the order of the text. */
export function managerStarts(semantics: Semantics): ManagerStart[] {
  if (!semantics.tree.text.includes('managers')) return [];
  const start = (node: Node, manager: Node): ManagerStart[] => {
    const made = makersOf(manager, semantics);
    return made.length > 0 ? [{ node, made }] : [];
  };
  const started = semantics.allCalls().flatMap(({ node, callee }) => {
    const attribute = semantics.attribute(callee);
    return attribute?.name === 'start' ? start(node, attribute.object) : [];
  });
  const entered = semantics.tree.root
    .descendants('WithStatement')
    .flatMap((statement) =>
      withItemsOf(statement).flatMap(({ context }) => start(context, context)),
    );
  return [...started, ...entered].sort((a, b) => a.node.from - b.node.from);
}

/** The calls of `register` that tell managers which are started here what to serve. */
export function registrations(semantics: Semantics): Call[] {
  const started = managerStarts(semantics).flatMap(({ made }) => made);
  const served = new Set(
    started.flatMap(({ callee }) => withBases(semantics.values.definitions(callee), semantics)),
  );
  return semantics.allCalls().filter(({ callee }) => {
    const attribute = semantics.attribute(callee);
    return (
      attribute?.name === 'register' &&
      semantics.values.definitions(attribute.object).some((found) => served.has(found))
    );
  });
}

function withBases(classes: readonly Node[], semantics: Semantics): Node[] {
  const all = new Set(classes);
  // A Set's iteration goes on over what is added to it on the way.
  for (const found of all) for (const base of semantics.values.baseClasses(found)) all.add(base);
  return [...all];
}

function makersOf(manager: Node, semantics: Semantics): Call[] {
  return semantics.values.sources(manager).flatMap((source) => {
    const call = semantics.call(source);
    return call && isManagerClass(call.callee, semantics, new Set()) ? [call] : [];
  });
}

function isManagerClass(callee: Node, semantics: Semantics, seen: ReadonlySet<Node>): boolean {
  const { values } = semantics;
  return (
    values.qualifiedNames(callee).some((name) => MANAGERS.test(name)) ||
    values
      .definitions(callee)
      .filter((found) => found.kind === 'ClassDefinition' && !seen.has(found))
      .some((found) =>
        values
          .bases(found)
          .some((base) => isManagerClass(base, semantics, new Set([...seen, found]))),
      )
  );
}
