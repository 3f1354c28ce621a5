import type { Node } from '../../syntax/node.ts';
import { apiOf } from '../libraries.ts';
import type { Creation, ProcessModel } from '../model.ts';

/** What is handed on by a thread of the worker, so that it may still be on its way when the task is done. */
const BUFFERED = new Set(['Queue', 'JoinableQueue']);

/**
 * A queue of processes that a pool's workers have, as the file names it: through the arguments of the pool, or as a
 * name of the module that code in children reads. Null where there is none.
 */
export function queueOfWorkers(creation: Creation, model: ProcessModel): string | null {
  const { semantics, readInWorkers } = model;
  const names = creation.call.args
    .flatMap(({ value }) => [...value.walk()])
    .filter((node) => node.kind === 'VariableName' || node.kind === 'MemberExpression');
  const handed = names.find((name) => isQueue(name, model));
  if (handed) return semantics.textOf(handed);
  const shared = [...readInWorkers].find(({ definitions }) =>
    definitions.some(({ nameNode }) => isQueue(nameNode, model)),
  );
  return shared?.name ?? null;
}

function isQueue(expression: Node, { semantics }: ProcessModel): boolean {
  return semantics.values.sources(expression).some((source) => {
    const callee = semantics.call(source)?.callee;
    const names = callee ? semantics.values.qualifiedNames(callee) : [];
    return names.some((name) => {
      const api = apiOf(name);
      return api?.kind === 'function' && BUFFERED.has(api.name);
    });
  });
}
