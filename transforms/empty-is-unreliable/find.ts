import type { ProcessModel } from '../../src/processes/model.ts';
import { isInstant, startUnit } from '../../src/processes/process-life/instant.ts';
import { type ProcessLife, processLives } from '../../src/processes/process-life/process-life.ts';
import { turnsOver } from '../../src/processes/process-life/turns.ts';
import { iteratedBy } from '../../src/processes/process-life/waiting.ts';
import { type EmptyLoop, emptyLoops } from '../../src/processes/queue-life/empty-loops.ts';
import { queueLives, waitsForItem } from '../../src/processes/queue-life/queue-life.ts';
import type { QueueLife, QueueUse } from '../../src/processes/queue-life/queue-uses.ts';
import type { Node } from '../../src/syntax/node.ts';
import { statementsOf, wholeStatement } from '../../src/syntax/shapes.ts';

/** A loop that takes an empty queue for the end of the work. */
export interface UnreliableLoop {
  readonly empty: EmptyLoop;
  readonly queue: QueueLife;
  /** The processes that put (`early`), or those that get (`raced`). */
  readonly lives: readonly ProcessLife[];
  readonly puts: readonly QueueUse[];
  /** `early`: the queue is empty as long as nothing has arrived. `raced`: another process may take what was seen. */
  readonly kind: 'early' | 'raced';
}

export function* findUnreliableLoops(model: ProcessModel): Generator<UnreliableLoop> {
  const { semantics } = model;
  if (!model.creations.some(({ kind }) => kind === 'process')) return;
  for (const queue of queueLives(model)) {
    const loops = queue.escapes.length === 0 ? emptyLoops(queue, semantics) : [];
    if (loops.length === 0) continue;
    const having = processLives(model).filter(
      ({ creation }) => queue.handedTo.size === 0 || queue.handedTo.has(creation),
    );
    if (having.some(({ workers }) => workers.length === 0)) continue;
    for (const empty of loops) {
      if (empty.loop.ancestor('WhileStatement') || isLocked(empty.loop)) continue;
      const found = earlyEnd(empty, queue, having, model) ?? race(empty, queue, having, model);
      if (found) yield found;
    }
  }
}

/** The parent starts what puts, and reads until nothing is there. */
function earlyEnd(
  empty: EmptyLoop,
  queue: QueueLife,
  having: readonly ProcessLife[],
  model: ProcessModel,
): UnreliableLoop | null {
  const { fn } = empty.look;
  const inChild = (use: QueueUse, { code }: ProcessLife) => use.fn !== null && code.has(use.fn);
  if (having.some((life) => inChild(empty.look, life))) return null;
  // What is read behind the loop is waited for there.
  const isReadBehind = ({ kind, node, fn: reader }: QueueUse) =>
    kind === 'get' && reader === fn && node.from > empty.loop.to;
  if (queue.uses.some(isReadBehind)) return null;
  const puts = queue.uses.filter((use) => use.kind === 'put');
  const lives = having.filter((life) => puts.some((use) => inChild(use, life)));
  if (lives.length === 0 || !puts.every((use) => lives.some((life) => inChild(use, life))))
    return null;
  const isStarted = lives.every(({ uses }) =>
    uses.some(
      ({ kind, node }) =>
        kind === 'start' &&
        model.semantics.enclosingFunction(node) === fn &&
        isRightBehind(startUnit(node, model), empty.loop, model),
    ),
  );
  return isStarted ? { empty, queue, lives, puts, kind: 'early' } : null;
}

/** Whether a loop follows a start with nothing in between that takes time. */
function isRightBehind(unit: Node | null, loop: Node, model: ProcessModel): boolean {
  const block = unit ? wholeStatement(unit).parent : null;
  if (!unit || !block?.contains(loop) || unit.contains(loop)) return false;
  for (const next of statementsOf(block).filter((s) => s.index > wholeStatement(unit).index)) {
    if (next.contains(loop)) return next === loop || !/^(If|For|Try|With)/.test(next.kind);
    if (!isInstant(next, model) && startUnitIn(next, model) === null) return false;
  }
  return false;
}

/** A loop that does nothing but start processes. */
function startUnitIn(statement: Node, model: ProcessModel): Node | null {
  const start = model.starts.find(
    ({ node, kind }) => kind === 'process' && statement.contains(node),
  );
  return start && startUnit(start.node, model) === statement ? statement : null;
}

/** Several processes ask whether anything is there, and then wait for it. */
function race(
  empty: EmptyLoop,
  queue: QueueLife,
  having: readonly ProcessLife[],
  { semantics }: ProcessModel,
): UnreliableLoop | null {
  const { fn } = empty.look;
  const lives = having.filter(({ code }) => fn !== null && code.has(fn));
  const puts = queue.uses.filter((use) => use.kind === 'put');
  const isWaiting = empty.gets.some((get) => waitsForItem(get, semantics));
  const isFilledThere = puts.some((use) => lives.some(({ code }) => use.fn && code.has(use.fn)));
  const number = lives.reduce(
    (sum, { creation }) => sum + timesMade(creation.call.node, semantics),
    0,
  );
  return isWaiting && number > 1 && !isFilledThere && puts.length > 0
    ? { empty, queue, lives, puts, kind: 'raced' }
    : null;
}

/** How many processes a call makes, at least. */
function timesMade(call: Node, semantics: ProcessModel['semantics']): number {
  const loop = call.ancestor('ForStatement', 'ArrayComprehensionExpression', 'FunctionDefinition');
  if (!loop || loop.kind === 'FunctionDefinition') return 1;
  const iterated = loop.kind === 'ForStatement' ? iteratedBy(loop) : (loop.parts[5] ?? null);
  const turns = iterated ? turnsOver(iterated, semantics) : null;
  return typeof turns === 'number' ? turns : 2;
}

/** Whether a lock may keep others out between the question and the answer. */
function isLocked(loop: Node): boolean {
  return loop.ancestor('WithStatement') !== null || loop.descendants('WithStatement').length > 0;
}
