import type { Node } from '../../syntax/node.ts';
import type { Call } from '../../syntax/shapes.ts';
import type { Creation } from '../model.ts';

/** A queue between processes, or one end of a pipe, as the file tells of it. */
export interface QueueLife {
  /** The call that makes it. */
  readonly call: Call;
  /** `SimpleQueue` has no thread of its own, and no timeouts. */
  readonly type: 'Queue' | 'JoinableQueue' | 'SimpleQueue' | 'Connection';
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
  /** `q.get()`, `connection.recv()`; null for `iter(q.get, None)`. */
  readonly call: Call | null;
  /** The method's name. */
  readonly method: string;
  /** The function or lambda whose code it stands in; null for the module's. */
  readonly fn: Node | null;
}
