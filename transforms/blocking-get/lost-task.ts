import type { ProcessModel, Submission } from '../../src/processes/model.ts';
import { resultUses } from '../../src/processes/pool-life/result-uses.ts';
import { exitsOf } from '../../src/processes/pool-life/worker-exits.ts';
import type { Node } from '../../src/syntax/node.ts';
import { isEndedByAlarm } from './alarms.ts';

/** A parent that waits for the result of a task which ends the process of the pool that it runs in. */
export interface LostTask {
  readonly kind: 'lost-task';
  /** What waits, or gives the results that are waited for. */
  readonly wait: Node;
  readonly isLazy: boolean;
  readonly worker: Node;
  readonly exits: readonly Node[];
}

const LIBRARIES = /^(torch\.)?multiprocessing$/;

/** What looks after the processes of a pool. */
const WATCHES = /\.(_pool|exitcode|terminate)\b/;

export function* findLostTasks(model: ProcessModel): Generator<LostTask> {
  const { submissions, tree } = model;
  const ofPools = submissions.filter(
    ({ creations, delivery, library, workers }) =>
      delivery !== 'constructor' &&
      LIBRARIES.test(library.name) &&
      workers.length === 1 &&
      creations.length > 0 &&
      creations.every(({ kind }) => kind === 'pool'),
  );
  if (ofPools.length === 0 || isEndedByAlarm(model) || WATCHES.test(tree.text)) return;
  for (const submission of ofPools) {
    const worker = submission.workers[0]?.definition;
    const exits = worker ? exitsOf(worker, model) : [];
    const wait = exits.length > 0 ? waitFor(submission, model) : null;
    if (worker && wait) {
      const isLazy = submission.delivery === 'lazy';
      yield { kind: 'lost-task', wait, isLazy, worker, exits };
    }
  }
}

/** Where the result of a submission is waited for as long as it takes; null where that is not seen. */
function waitFor({ call, delivery }: Submission, model: ProcessModel): Node | null {
  if (delivery === 'call') return call.node;
  if (delivery === 'constructor') return null;
  const uses = resultUses(call.node, delivery, model);
  const waits = uses.filter(({ kind }) => kind === 'reads' || kind === 'waits');
  const isKnown = uses.length === waits.length;
  const [first] = waits;
  if (!isKnown || !first) return null;
  if (delivery === 'lazy') return call.node;
  const isTimed = waits.some(({ node }) => model.semantics.call(node)?.args.length !== 0);
  return isTimed ? null : first.node;
}
