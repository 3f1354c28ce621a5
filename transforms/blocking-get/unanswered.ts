import type { ProcessModel } from '../../src/processes/model.ts';
import { isConditional } from '../../src/processes/pool-life/ways.ts';
import {
  isWatched,
  type ProcessLife,
  processLives,
} from '../../src/processes/process-life/process-life.ts';
import { earlyEnds } from '../../src/processes/queue-life/early-ends.ts';
import { queueLives, waitsForItem } from '../../src/processes/queue-life/queue-life.ts';
import type { QueueLife, QueueUse } from '../../src/processes/queue-life/queue-uses.ts';
import type { Node } from '../../src/syntax/node.ts';
import { isEndedByAlarm } from './alarms.ts';
import { isEither, isStraight, iteratedIn, loopOf } from './loops.ts';

/** A parent that waits for an item of each process, and a process that may end before it puts one. */
export interface UnansweredGet {
  readonly kind: 'unanswered';
  readonly get: QueueUse;
  readonly queue: QueueLife;
  readonly life: ProcessLife;
  readonly worker: Node;
  /** Where the worker ends before. */
  readonly ends: readonly Node[];
}

export function* findUnansweredGets(model: ProcessModel): Generator<UnansweredGet> {
  const queues = queueLives(model).filter(({ escapes, uses }) => {
    const kinds = new Set(uses.map(({ kind }) => kind));
    return escapes.length === 0 && kinds.has('put') && kinds.has('get') && !kinds.has('look');
  });
  if (queues.length === 0 || isEndedByAlarm(model)) return;
  for (const queue of queues) {
    const found = unansweredGet(queue, model);
    if (found) yield found;
  }
}

function unansweredGet(queue: QueueLife, model: ProcessModel): UnansweredGet | null {
  const { semantics } = model;
  const having = processLives(model).filter(
    ({ creation }) => queue.handedTo.size === 0 || queue.handedTo.has(creation),
  );
  const puts = queue.uses.filter(({ kind }) => kind === 'put');
  const gets = queue.uses.filter(({ kind }) => kind === 'get');
  const lives = having.filter(({ workers }) =>
    puts.some(({ fn }) => fn !== null && workers.includes(fn)),
  );
  const [life, ...others] = lives;
  const [worker, ...more] = life?.workers ?? [];
  const [get] = gets;
  if (!life || !worker || !get || others.length > 0 || more.length > 0) return null;
  const children = new Set(having.flatMap(({ code }) => [...code]));
  const isInSight =
    having.every(({ workers }) => workers.length > 0) &&
    gets.every((each) => !(each.fn && children.has(each.fn)) && waitsForItem(each, semantics)) &&
    puts.every(({ fn }) => fn === worker) &&
    semantics.callGraph.callsOf(worker).length === 0 &&
    !isWatched(life);
  if (!isInSight || !waitsForEach(gets, puts, life, model)) return null;
  const ends = earlyEnds(worker, puts, life.creation, model);
  return ends.length > 0 ? { kind: 'unanswered', get, queue, life, worker, ends } : null;
}

/** Whether the first read waits for an item of the one process, or a loop reads one of each. */
function waitsForEach(
  gets: readonly QueueUse[],
  puts: readonly QueueUse[],
  { creation, uses }: ProcessLife,
  { semantics }: ProcessModel,
): boolean {
  const made = creation.call.node;
  const frame = semantics.enclosingFunction(made);
  const [get] = gets;
  const start = uses.find(({ kind }) => kind === 'start');
  if (!get || !start || start.node.from > get.node.from) return false;
  const inFrame = [get.node, start.node].every((n) => semantics.enclosingFunction(n) === frame);
  const loop = loopOf(get.node, frame);
  const making = loopOf(made, frame);
  if (!inFrame) return false;
  if (loop === making && loop === loopOf(start.node, frame)) {
    return isStraight(start.node, get.node);
  }
  const isOne =
    gets.length === 1 &&
    puts.every((put) => puts.every((other) => put === other || isEither(put.node, other.node))) &&
    puts.every(({ node, fn }) => loopOf(node, fn) === null);
  if (!isOne || !loop || !making || loopOf(loop, frame) !== loopOf(making, frame)) return false;
  const overEach = [made, ...uses.map(({ node }) => node)].flatMap((node) => {
    const round = semantics.enclosingFunction(node) === frame ? loopOf(node, frame) : null;
    return (round && iteratedIn(round, semantics)) ?? [];
  });
  const over = iteratedIn(loop, semantics);
  const isPlain =
    loop.kind !== 'ForStatement' || !isConditional(get.node, loop.child('Body') ?? loop);
  return over !== null && overEach.includes(over) && isPlain && isStraight(making, loop);
}
