/** Globals that a child finds as the import of the module left them, not as the parent has set them since. */
import type { Binding } from '../../semantics/scopes.ts';
import type { Node } from '../../syntax/node.ts';
import type { ProcessModel } from '../model.ts';

export interface StaleGlobal {
  readonly binding: Binding;
  /** The function of the module that reads it. */
  readonly reader: string;
}

/** The first global that functions called by a worker read and that only the parent sets; null for none. */
export function staleThroughCalls(worker: Node, model: ProcessModel): StaleGlobal | null {
  const { semantics } = model;
  const queue = calledFunctions(worker, model);
  const seen = new Set(queue);
  for (let fn = queue.shift(); fn; fn = queue.shift()) {
    const stale = semantics
      .moduleReads(fn)
      .find(({ binding }) => binding && isReassignedByParent(binding, model))?.binding;
    if (stale) {
      const name = fn.child('VariableName');
      return { binding: stale, reader: name ? semantics.textOf(name) : 'a lambda' };
    }
    for (const called of calledFunctions(fn, model)) {
      if (!seen.has(called)) queue.push(called);
      seen.add(called);
    }
  }
  return null;
}

function calledFunctions(fn: Node, { semantics }: ProcessModel): Node[] {
  return semantics
    .moduleReads(fn)
    .flatMap(({ binding }) => binding?.definitions ?? [])
    .filter(({ kind }) => kind === 'function')
    .map(({ node }) => node);
}

/** Whether the module gives a name one value, and code that children don't run another one. */
function isReassignedByParent({ definitions }: Binding, model: ProcessModel): boolean {
  const { semantics } = model;
  const values = definitions.filter(({ kind }) => kind === 'assignment' || kind === 'augmented');
  const around = values.map(({ nameNode }) => semantics.enclosingFunction(nameNode));
  return (
    values.length > 0 &&
    values.length === definitions.filter(({ kind }) => kind !== 'annotation').length &&
    !around.some((fn) => fn !== null && model.runsInWorkers.has(fn)) &&
    values.some(({ nameNode }, i) => around[i] !== null || model.isGuarded(nameNode))
  );
}
