import type { ProcessModel } from '../../src/processes/model.ts';
import {
  commonAncestor,
  isConditional,
  isLeftBetween,
} from '../../src/processes/pool-life/ways.ts';
import {
  type ProcessLife,
  type ProcessUse,
  processLives,
  waitsForEver,
} from '../../src/processes/process-life/process-life.ts';
import { queueLives } from '../../src/processes/queue-life/queue-life.ts';
import type { QueueLife, QueueUse } from '../../src/processes/queue-life/queue-uses.ts';
import { isSmall } from '../../src/processes/queue-life/sizes.ts';
import type { Node } from '../../src/syntax/node.ts';
import { statementOf, wholeStatement } from '../../src/syntax/shapes.ts';

/** A `join()` of processes that fill a queue which is read behind it. */
export interface EarlyJoin {
  readonly join: ProcessUse;
  /** The processes that fill the queue. */
  readonly lives: readonly ProcessLife[];
  readonly queue: QueueLife;
  readonly puts: readonly QueueUse[];
  readonly gets: readonly QueueUse[];
}

/** The joins that come before a queue is read, the first of each queue. */
export function* findEarlyJoins(model: ProcessModel): Generator<EarlyJoin> {
  if (!model.creations.some(({ kind }) => kind === 'process')) return;
  const queues = queueLives(model).filter((queue) => isInSight(queue));
  const lives = queues.length > 0 ? processLives(model) : [];
  const joins = [...new Set(lives.flatMap(({ uses }) => uses))]
    .filter((use) => waitsForEver(use, (node) => model.semantics.textOf(node)))
    .sort((a, b) => a.node.from - b.node.from);
  for (const queue of queues) {
    const found = joins.flatMap((join) => earlyJoin(join, queue, lives, model) ?? []);
    const reported = new Set<Node | null>();
    for (const early of found) {
      const frame = model.semantics.enclosingFunction(early.join.node);
      if (reported.has(frame)) continue;
      reported.add(frame);
      yield early;
    }
  }
}

function isInSight({ escapes, uses }: QueueLife): boolean {
  return escapes.length === 0 && !uses.some(({ kind }) => kind === 'cancel');
}

function earlyJoin(
  join: ProcessUse,
  queue: QueueLife,
  all: readonly ProcessLife[],
  model: ProcessModel,
): EarlyJoin | null {
  const { semantics } = model;
  const having = all.filter(
    ({ creation }) => queue.handedTo.size === 0 || queue.handedTo.has(creation),
  );
  if (having.some(({ workers }) => workers.length === 0)) return null;
  const children = new Set(having.flatMap(({ code }) => [...code]));
  const isInChild = ({ fn }: QueueUse) => fn !== null && children.has(fn);
  const gets = queue.uses.filter(({ kind }) => kind === 'get');
  if (gets.length === 0 || gets.some(isInChild)) return null;
  const lives = having.filter(
    (life) => join.creations.includes(life.creation) && fills(life, queue, model),
  );
  const puts = queue.uses.filter(
    (use) => use.kind === 'put' && lives.some(({ code }) => use.fn && code.has(use.fn)),
  );
  const frame = semantics.enclosingFunction(join.node);
  const isRead = gets.every(({ fn, node }) => fn === frame && isBehind(node, join.node));
  const isStarted = lives.every(({ uses }) =>
    uses.some(({ kind, node }) => kind === 'start' && isSurelyBefore(node, join.node)),
  );
  // Who stops a process that takes too long does not wait for ever.
  const isLimited = lives.some(({ uses }) =>
    uses.some((use) => use.kind === 'stop' || (use.kind === 'join' && use.call?.args.length !== 0)),
  );
  return puts.length > 0 && isRead && isStarted && !isLimited
    ? { join, lives, queue, puts, gets }
    : null;
}

/** Whether a process may put more into a queue than a pipe holds. */
function fills({ code }: ProcessLife, queue: QueueLife, { semantics }: ProcessModel): boolean {
  return queue.uses.some(({ kind, fn, call, node }) => {
    if (kind !== 'put' || !fn || !code.has(fn) || isHandling(node, fn)) return false;
    const item = call?.args[0];
    const isRepeated = node.ancestor('ForStatement', 'WhileStatement');
    const isAgain = isRepeated !== null && fn.contains(isRepeated);
    return isAgain || item === undefined || !isSmall(item.value, semantics);
  });
}

/** Whether a node lies in an `except`, where only what has gone wrong is put. */
function isHandling(node: Node, fn: Node): boolean {
  for (let inner = node, outer = node.parent; outer && inner !== fn; ) {
    if (outer.kind === 'TryStatement' && inner.kind === 'Body') {
      const header = outer.children
        .slice(0, inner.index)
        .findLast(({ kind }) => /^(try|except|else|finally)$/.test(kind));
      if (header?.kind === 'except') return true;
    }
    inner = outer;
    outer = outer.parent;
  }
  return false;
}

/** Whether a start comes before a join on every way to it, the turns of loops left aside. */
function isSurelyBefore(start: Node, join: Node): boolean {
  let block = wholeStatement(statementOf(start)).parent;
  while (block?.parent?.kind === 'ForStatement' && !block.contains(join))
    block = block.parent.parent;
  return start.from < join.from && block?.contains(join) === true;
}

/** Whether control gets from one place to another further down, and not only in another branch. */
function isBehind(later: Node, first: Node): boolean {
  const common = commonAncestor(first, later);
  return (
    later.from > first.to &&
    common !== null &&
    /^(Script|Body)$/.test(common.kind) &&
    !isLeftBetween(first, later, common)
  );
}

/** Whether a process puts exactly one item into the queue, whatever happens. */
export function putsOnce({ workers }: ProcessLife, puts: readonly QueueUse[]): boolean {
  const [put, ...others] = puts;
  const [worker] = workers;
  return (
    put?.call !== undefined &&
    put.call !== null &&
    others.length === 0 &&
    workers.length === 1 &&
    put.fn === worker &&
    worker?.kind === 'FunctionDefinition' &&
    worker.lastChild !== null &&
    !isConditional(put.call.node, worker.lastChild) &&
    !isLeftBetween(worker.lastChild, statementOf(put.call.node), worker.lastChild)
  );
}
