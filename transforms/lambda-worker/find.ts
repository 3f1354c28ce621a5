import { returnedWorkers } from '../../src/processes/factories.ts';
import { failsUnder } from '../../src/processes/hand-over/hoist.ts';
import type { ProcessModel, Submission, Worker } from '../../src/processes/model.ts';
import { START_METHODS, type StartMethod } from '../../src/processes/start-method.ts';
import type { Definition } from '../../src/semantics/scopes.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';

/** One way in which a lambda gets to children. */
export interface Handover {
  readonly submission: Submission;
  readonly worker: Worker;
}

/** A lambda that is a worker. */
export interface LambdaWorker {
  readonly lambda: Node;
  readonly handovers: readonly Handover[];
}

/** The lambdas that some submission pickles. */
export function lambdaWorkers(model: ProcessModel): LambdaWorker[] {
  const found = new Map<Node, Handover[]>();
  for (const submission of model.submissions) {
    if (submission.library.pickling === 'by-value') continue;
    if (failsUnder(submission, model).length === 0 || isIdle(submission)) continue;
    for (const worker of submission.workers.flatMap((w) => withReturned(w, model.semantics))) {
      const lambda = worker.definition;
      if (lambda?.kind !== 'LambdaExpression' || !arrives(lambda, worker, model.semantics))
        continue;
      const handovers = found.get(lambda);
      if (handovers) handovers.push({ submission, worker });
      else found.set(lambda, [{ submission, worker }]);
    }
  }
  return [...found].map(([lambda, handovers]) => ({ lambda, handovers }));
}

/** Whether a process is made that nothing ever uses. */
function isIdle({ method, creations }: Submission): boolean {
  const [creation] = creations;
  return (
    method === 'target' &&
    creation?.holder.kind === 'name' &&
    creation.holder.binding.references.length === 0
  );
}

/** A worker, or where it is the result of a function of this file, what that returns. */
function withReturned(worker: Worker, semantics: Semantics): Worker[] {
  const call = worker.definition ? null : semantics.call(worker.node);
  const factories = call ? semantics.values.definitions(call.callee) : [];
  const returned = factories.flatMap((factory) => returnedWorkers(factory, semantics));
  return returned.length > 0 ? returned : [worker];
}

/** The start methods under which a lambda fails. */
export function methodsOf({ handovers }: LambdaWorker, model: ProcessModel): StartMethod[] {
  const fails = new Set(handovers.flatMap(({ submission }) => failsUnder(submission, model)));
  return START_METHODS.filter((method) => fails.has(method));
}

/** Whether the names on the way can still hold the lambda where they are used: `f = lambda …; f = g; map(f)` can't. */
function arrives(lambda: Node, { aliases }: Worker, semantics: Semantics): boolean {
  return aliases.every((alias, i) => {
    const next = aliases[i + 1] ?? lambda;
    const definition = definitionWith(alias, next, semantics);
    return !definition || semantics.mayReach(definition, alias);
  });
}

function definitionWith(alias: Node, value: Node, semantics: Semantics): Definition | null {
  const definitions = semantics.bindingOf(alias)?.definitions ?? [];
  return definitions.find((d) => d.value?.contains(value)) ?? null;
}
