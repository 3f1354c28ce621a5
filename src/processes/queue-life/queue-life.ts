/** Queues from their creation on: which processes have them, who puts into them, who gets out of them. */
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import type { Call } from '../../syntax/shapes.ts';
import { agreed, apiOf } from '../libraries.ts';
import type { Creation, ProcessModel } from '../model.ts';
import { QueueTrace } from './queue-trace.ts';

/** A queue between processes, as the file tells of it. */
export interface QueueLife {
  /** The call that makes it. */
  readonly call: Call;
  /** `SimpleQueue` has no thread of its own, and no timeouts. */
  readonly type: 'Queue' | 'JoinableQueue' | 'SimpleQueue';
  /** As the file calls it where it is made. */
  readonly name: string;
  /** What is done with it, in the order of the text. */
  readonly uses: readonly QueueUse[];
  /** The processes that are handed it as an argument. */
  readonly handedTo: ReadonlySet<Creation>;
  /** Where it goes out of sight; empty where `uses` are all uses. */
  readonly escapes: readonly Node[];
}

export type QueueUseKind = 'put' | 'get' | 'look' | 'done' | 'wait' | 'close' | 'cancel';

/** One place that does something with a queue. */
export interface QueueUse {
  readonly kind: QueueUseKind;
  /** The expression that stands for the queue. */
  readonly node: Node;
  /** `q.get()`; null for `iter(q.get, None)`. */
  readonly call: Call | null;
  /** The method's name. */
  readonly method: string;
  /** The function or lambda whose code it stands in; null for the module's. */
  readonly fn: Node | null;
}

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

/** Whether a `get` waits as long as it takes, for one item. */
export function waitsForItem({ kind, method, call }: QueueUse, semantics: Semantics): boolean {
  const first = call?.args[0];
  return (
    kind === 'get' &&
    method === 'get' &&
    call !== null &&
    call.args.length < 2 &&
    (!first ||
      (first.star === '' && first.name !== 'timeout' && semantics.textOf(first.value) === 'True'))
  );
}
