/** Starts that the process model does not list: servers of managers, and what may be a context's member. */

import { decoratedStarts } from '../processes/decorated-starts.ts';
import type { CreationKind } from '../processes/libraries.ts';
import { managerStarts } from '../processes/manager-starts.ts';
import type { ProcessModel } from '../processes/model.ts';
import type { Node } from '../syntax/node.ts';

export interface UnlistedStart {
  readonly node: Node;
  readonly kind: CreationKind;
  /** What the children are given to run, as far as it is seen. */
  readonly given: readonly Node[];
  /** Why more of it is not known, behind a colon; null where all is. */
  readonly unseen: string | null;
}

export function unlistedStarts(model: ProcessModel): UnlistedStart[] {
  const pinned = new Set(model.starts.flatMap(({ node, method }) => (method ? [node] : [])));
  return [...serverStarts(model), ...decorated(model), ...contextStarts(model)].filter(
    ({ node }) => !pinned.has(node),
  );
}

/** The servers of managers, which run what is registered with them. */
function serverStarts({ semantics }: ProcessModel): UnlistedStart[] {
  const started = managerStarts(semantics);
  const given = started.length > 0 ? registered(semantics) : [];
  const isSeen = given.every((callable) =>
    semantics.values.definitions(callable).some(({ kind }) => kind !== 'LambdaExpression'),
  );
  const unseen = isSeen ? null : 'it registers what may not be pickled';
  return started.map(({ node }) => ({ node, kind: 'manager', given, unseen }));
}

/** Calls of functions whose decorator has them run in a process. */
function decorated({ semantics }: ProcessModel): UnlistedStart[] {
  const unseen = 'what it is given, and gives back, may not be pickled';
  return decoratedStarts(semantics).map(({ node, runs }) => {
    return { node, kind: 'process', given: [runs], unseen };
  });
}

/** The callables that managers are told of: `Manager.register("name", callable)`. */
function registered(semantics: ProcessModel['semantics']): Node[] {
  return semantics.allCalls().flatMap(({ callee, args }) => {
    if (semantics.attribute(callee)?.name !== 'register') return [];
    const callable = args.find(({ name }) => name === 'callable') ?? args[1];
    return callable?.name === null || callable?.name === 'callable' ? [callable.value] : [];
  });
}

const MEMBERS: ReadonlyMap<string, CreationKind> = new Map<string, CreationKind>(
  Object.entries({
    Pool: 'pool',
    Process: 'process',
    ProcessPoolExecutor: 'executor',
  }),
);

/** `context.Pool(…)`, where nothing says what the context is. */
function contextStarts({ semantics, creations }: ProcessModel): UnlistedStart[] {
  const known = new Set(creations.map(({ call }) => call.node));
  return semantics.allCalls().flatMap(({ node, callee }) => {
    const attribute = semantics.attribute(callee);
    const kind = attribute && MEMBERS.get(attribute.name);
    const isUnknown =
      kind != null &&
      !known.has(node) &&
      semantics.values.qualifiedNames(callee).length === 0 &&
      semantics.values.definitions(callee).length === 0;
    if (!isUnknown) return [];
    const unseen = `what \`${semantics.textOf(attribute?.object ?? node)}\` is, is not known`;
    return [{ node, kind, given: [], unseen }];
  });
}
