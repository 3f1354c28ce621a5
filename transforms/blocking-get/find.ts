import type { ProcessModel } from '../../src/processes/model.ts';
import {
  isWatched,
  type ProcessLife,
  type ProcessUse,
  processLives,
  waitsForEver,
} from '../../src/processes/process-life/process-life.ts';
import { turnsOver } from '../../src/processes/process-life/turns.ts';
import { iteratedBy } from '../../src/processes/process-life/waiting.ts';
import { type ConsumerLoop, consumerLoop } from '../../src/processes/queue-life/consumer-loops.ts';
import { pipesToProcesses } from '../../src/processes/queue-life/pipe-lives.ts';
import { queueLives } from '../../src/processes/queue-life/queue-life.ts';
import type { QueueLife, QueueUse } from '../../src/processes/queue-life/queue-uses.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';

/** A worker that waits for items for ever, and a parent that waits for the worker. */
export interface EndlessWait {
  readonly kind: 'endless';
  readonly consumer: ConsumerLoop;
  readonly queue: QueueLife;
  readonly lives: readonly ProcessLife[];
  readonly join: ProcessUse;
  /** The items that end workers. */
  readonly sentinels: readonly QueueUse[];
  /** Where the parent closes its end of a pipe: a process that is not forked gets an `EOFError` then. */
  readonly close: QueueUse | null;
}

export function* findEndlessWaits(model: ProcessModel): Generator<EndlessWait> {
  const { semantics } = model;
  if (!model.creations.some(({ kind }) => kind === 'process')) return;
  for (const queue of [...queueLives(model), ...pipesToProcesses(model)]) {
    const consumers =
      queue.escapes.length === 0 ? queue.uses.filter(({ kind }) => kind === 'get') : [];
    if (consumers.length === 0) continue;
    const having = processLives(model).filter(
      ({ creation }) => queue.handedTo.size === 0 || queue.handedTo.has(creation),
    );
    if (having.some(({ workers }) => workers.length === 0)) continue;
    for (const get of consumers) {
      const consumer = consumerLoop(get, semantics);
      const lives = having.filter(({ workers }) => get.fn !== null && workers.includes(get.fn));
      const found =
        consumer && lives.length > 0 ? endlessWait(consumer, queue, lives, model) : null;
      if (found) yield found;
    }
  }
}

function endlessWait(
  consumer: ConsumerLoop,
  queue: QueueLife,
  lives: readonly ProcessLife[],
  model: ProcessModel,
): EndlessWait | null {
  const { semantics } = model;
  const uses = lives.flatMap((life) => life.uses);
  const join = uses.find((use) => waitsForEver(use, (node) => semantics.textOf(node)));
  if (!join || lives.some(isWatched)) return null;
  const frame = semantics.enclosingFunction(join.node);
  const puts = queue.uses.filter(({ kind }) => kind === 'put');
  const isOver = puts.every(({ fn, node }) => fn === frame && node.from < join.node.from);
  if (puts.length === 0 || !isOver) return null;
  const closes = queue.type === 'Connection' ? closesBefore(join.node, queue) : [];
  const [close = null] = closes;
  if (closes.some(({ fn }) => fn !== frame) || (close && !mayBeForked(lives, model))) return null;
  if (
    queue.type === 'Connection' &&
    lives.some((life) => isRepeated(life.creation.call.node, frame))
  )
    return null;
  const { sentinel } = consumer;
  if (sentinel === null) {
    // A last item that the loop can't take may be meant to end the worker by its error.
    const isOdd = puts.some(({ call }) => call?.args[0]?.value.kind === 'None');
    return isOdd ? null : { kind: 'endless', consumer, queue, lives, join, sentinels: [], close };
  }
  const sentinels = puts.filter((put) => meaningOf(put, sentinel, semantics) === 'end');
  const isClear = puts.every((put) => meaningOf(put, sentinel, semantics) !== 'unknown');
  const isOnce = sentinels.every(({ node }) => !isRepeated(node, frame));
  const isShort = isOnce && numberOf(lives, semantics) > sentinels.length;
  return isClear && isShort
    ? { kind: 'endless', consumer, queue, lives, join, sentinels, close }
    : null;
}

function closesBefore(join: Node, { uses }: QueueLife): readonly QueueUse[] {
  return uses.filter(({ kind, node }) => kind === 'close' && node.from < join.from);
}

function mayBeForked(lives: readonly ProcessLife[], { chosenMethod }: ProcessModel): boolean {
  return lives.every(({ creation }) => (creation.method ?? chosenMethod ?? 'fork') === 'fork');
}

/** Whether an item that is put ends a worker. */
function meaningOf(
  { call }: QueueUse,
  sentinel: string,
  semantics: Semantics,
): 'end' | 'work' | 'unknown' {
  const value = call?.args[0]?.value;
  if (!value) return 'unknown';
  if (semantics.textOf(value) === sentinel) return 'end';
  const own = value.kind === 'VariableName' ? elementsOf(value, sentinel, semantics) : [value];
  if (!own) return 'unknown';
  const isWork = own.every((node) => WORK.test(node.kind) && !mayEqual(node, sentinel, semantics));
  return isWork ? 'work' : 'unknown';
}

const PLAIN_STRING = /^(['"])([^'"\\]*)\1$/;
const INTEGER = /^\d+$/;

/** Whether a literal may be equal to the sentinel: `'end'` and `"end"`, `0` and `False`, `f"{x}"` and any text. */
function mayEqual(value: Node, sentinel: string, semantics: Semantics): boolean {
  const text = semantics.textOf(value);
  if (text === sentinel) return true;
  if (/String$/.test(value.kind)) {
    const [own, other] = [PLAIN_STRING.exec(text), PLAIN_STRING.exec(sentinel)];
    return /['"]/.test(sentinel) && (!own || !other || own[2] === other[2]);
  }
  return (
    /^(Number|Boolean)$/.test(value.kind) &&
    isNumeric(sentinel) &&
    !(INTEGER.test(text) && INTEGER.test(sentinel))
  );
}

function isNumeric(sentinel: string): boolean {
  return /^([\d.]|True$|False$)/.test(sentinel);
}

const WORK =
  /^(Number|String|FormatString|Boolean|None|(Tuple|Array|Dictionary|Set)Expression|ArrayComprehensionExpression)$/;

/** What a name may hold, where that is told by literals, or `range`; null where it is not. */
function elementsOf(name: Node, sentinel: string, semantics: Semantics): readonly Node[] | null {
  const definitions = semantics.bindingOf(name)?.definitions ?? [];
  const all = definitions.map(({ kind, value, node }) => {
    if (!value) return null;
    if (kind === 'assignment') return [value];
    const isOnly = kind === 'for' && (node.kind !== 'ForStatement' || node.parts[2]?.kind === 'in');
    if (!isOnly) return null;
    const call = semantics.call(value);
    if (call && semantics.values.qualifiedName(call.callee) === 'builtins.range') {
      return isNumeric(sentinel) ? null : [];
    }
    const elements = semantics.values.elementsOf(value);
    return elements.length > 0 ? elements : null;
  });
  return all.length > 0 && all.every((one) => one !== null) ? all.flat() : null;
}

/** How many processes there are, at least, as far as the file tells. */
function numberOf(lives: readonly ProcessLife[], semantics: Semantics): number {
  return lives.reduce((sum, { creation }) => {
    const loop = creation.call.node.ancestor(
      'ForStatement',
      'ArrayComprehensionExpression',
      'FunctionDefinition',
    );
    if (!loop || loop.kind === 'FunctionDefinition') return sum + 1;
    const iterated = loop.kind === 'ForStatement' ? iteratedBy(loop) : (loop.parts[5] ?? null);
    const turns = iterated ? turnsOver(iterated, semantics) : null;
    return sum + (typeof turns === 'number' ? turns : turns === 'chosen' ? 2 : 1);
  }, 0);
}

/** Whether a node is evaluated several times when its function runs once. */
function isRepeated(node: Node, frame: Node | null): boolean {
  for (let outer = node.parent; outer && outer !== frame; outer = outer.parent) {
    if (/^(For|While)Statement$|Comprehension/.test(outer.kind)) return true;
  }
  return false;
}
