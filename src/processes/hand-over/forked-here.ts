import type { ProcessModel, Submission } from '../model.ts';

/** Whether the function that makes a process has set `fork` on the way, whatever others set. */
export function isForkedHere(
  { call, creations, delivery }: Submission,
  model: ProcessModel,
): boolean {
  const { semantics, startMethodCalls } = model;
  const own = semantics.enclosingFunction(call.node);
  const before = startMethodCalls.filter(
    (c) => c.call.node.from < call.node.from && semantics.enclosingFunction(c.call.node) === own,
  );
  return (
    delivery === 'constructor' &&
    creations.every((creation) => creation.method === null) &&
    before[before.length - 1]?.method === 'fork'
  );
}
