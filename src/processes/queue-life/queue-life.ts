/** Queues from their creation on: which processes have them, who puts into them, who gets out of them. */
import type { Semantics } from '../../semantics/semantics.ts';
import type { Call } from '../../syntax/shapes.ts';
import { agreed, apiOf } from '../libraries.ts';
import type { ProcessModel } from '../model.ts';
import { QueueTrace } from './queue-trace.ts';
import type { QueueLife, QueueUse } from './queue-uses.ts';

const TYPES: ReadonlySet<string> = new Set(['Queue', 'JoinableQueue', 'SimpleQueue']);

const livesOfModels = new WeakMap<ProcessModel, readonly QueueLife[]>();

/** The lives of the file's queues between processes; a manager's are not among them. */
export function queueLives(model: ProcessModel): readonly QueueLife[] {
  let lives = livesOfModels.get(model);
  if (!lives) {
    lives = model.semantics.allCalls().flatMap((call) => {
      const type = typeOf(call, model.semantics);
      return type ? [new QueueTrace(model).follow(call, type)] : [];
    });
    livesOfModels.set(model, lives);
  }
  return lives;
}

function typeOf(call: Call, semantics: Semantics): QueueLife['type'] | null {
  const api = agreed(semantics.values.qualifiedNames(call.callee).map(apiOf));
  return api?.kind === 'function' && TYPES.has(api.name) ? (api.name as QueueLife['type']) : null;
}

const WAITING = /^(get|recv|recv_bytes)$/;

/** Whether a `get` or `recv` waits as long as it takes, for one item. */
export function waitsForItem({ kind, method, call }: QueueUse, semantics: Semantics): boolean {
  const first = call?.args[0];
  return (
    kind === 'get' &&
    WAITING.test(method) &&
    call !== null &&
    call.args.length < 2 &&
    (!first ||
      (first.star === '' && first.name !== 'timeout' && semantics.textOf(first.value) === 'True'))
  );
}
