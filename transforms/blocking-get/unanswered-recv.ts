import type { Edit, Fix, Refusal } from '../../src/edits/fix.ts';
import { insertAfter } from '../../src/edits/insert.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import {
  isWatched,
  type ProcessUse,
  processLives,
} from '../../src/processes/process-life/process-life.ts';
import { earlyEnds } from '../../src/processes/queue-life/early-ends.ts';
import { type PipeLife, pipeLives } from '../../src/processes/queue-life/pipe-lives.ts';
import type { QueueLife, QueueUse } from '../../src/processes/queue-life/queue-uses.ts';
import type { Node } from '../../src/syntax/node.ts';
import { statementOf } from '../../src/syntax/shapes.ts';
import { isEndedByAlarm } from './alarms.ts';
import { isStraight, loopOf } from './loops.ts';

/** A parent that receives from a process which may end before it sends, while the parent has the process's end open. */
export interface UnansweredRecv {
  readonly kind: 'unanswered-recv';
  readonly pipe: PipeLife;
  readonly recv: QueueUse;
  /** The end that the process has. */
  readonly given: QueueLife;
  readonly start: ProcessUse;
  readonly worker: Node;
  /** Where the worker ends before. */
  readonly ends: readonly Node[];
}

export function* findUnansweredRecvs(model: ProcessModel): Generator<UnansweredRecv> {
  const pipes = pipeLives(model);
  if (pipes.length === 0 || isEndedByAlarm(model)) return;
  for (const pipe of pipes) {
    const [first, second] = pipe.ends;
    const found =
      unansweredRecv(pipe, first, second, model) ?? unansweredRecv(pipe, second, first, model);
    if (found) yield found;
  }
}

function unansweredRecv(
  pipe: PipeLife,
  own: QueueLife,
  given: QueueLife,
  model: ProcessModel,
): UnansweredRecv | null {
  const { semantics } = model;
  const [creation, ...others] = given.handedTo;
  const life = processLives(model).find((each) => each.creation === creation);
  const [worker, ...more] = life?.workers ?? [];
  const start = life?.uses.find(({ kind }) => kind === 'start');
  const recv = own.uses.find(({ kind }) => kind === 'get');
  if (!creation || !life || !worker || !start || !recv) return null;
  const frame = semantics.enclosingFunction(pipe.call.node);
  const isInSight =
    others.length === 0 &&
    more.length === 0 &&
    [...own.escapes, ...given.escapes].length === 0 &&
    own.uses.every(({ kind, fn }) => (fn === frame ? kind !== 'look' : kind === 'close')) &&
    given.uses.every(({ fn, kind }) => fn === worker && kind !== 'look') &&
    semantics.callGraph.callsOf(worker).length === 0 &&
    !isWatched(life);
  if (!isInSight || !isInOneGo(pipe.call.node, creation.call.node, start.node, recv.node, model)) {
    return null;
  }
  const puts = given.uses.filter(({ kind }) => kind === 'put');
  const ends = puts.length > 0 ? earlyEnds(worker, puts, creation, model) : [];
  return ends.length > 0
    ? { kind: 'unanswered-recv', pipe, recv, given, start, worker, ends }
    : null;
}

/** Whether a pipe and a process are made, and it is started and waited for, one after the other, in the same turn. */
function isInOneGo(
  pipe: Node,
  made: Node,
  start: Node,
  recv: Node,
  { semantics }: ProcessModel,
): boolean {
  const frame = semantics.enclosingFunction(pipe);
  const loop = loopOf(pipe, frame);
  const places = [pipe, made, start, recv];
  return (
    places.every((node) => semantics.enclosingFunction(node) === frame) &&
    places.every((node) => loopOf(node, frame) === loop) &&
    pipe.to <= made.from &&
    made.from <= start.from &&
    start.to <= recv.from &&
    isStraight(start, recv)
  );
}

/** Closes the parent's copy of the process's end, once the process has its own. */
export function closeOwnCopy(
  { pipe, given, start }: UnansweredRecv,
  { semantics, tree, starts }: ProcessModel,
): Fix | Refusal {
  const statement = statementOf(start.node);
  const isAlone =
    statement.kind === 'ExpressionStatement' &&
    statement.children.length === 1 &&
    statement.firstChild === start.node;
  const name = `\`${given.name}\``;
  const frame = semantics.enclosingFunction(start.node);
  const isOnly = !starts.some(
    ({ node }) =>
      !start.node.contains(node) &&
      semantics.enclosingFunction(node) === frame &&
      node.from > pipe.call.node.to &&
      node.to < start.node.from,
  );
  if (!isAlone || !isOnly) {
    return {
      refusal: `${name} must be closed here too, once every process that takes it is started; \`recv()\` then raises \`EOFError\`.`,
    };
  }
  const edits: Edit[] = insertAfter(tree, statement, `${given.name}.close()\n`);
  return {
    applicability: 'unsafe',
    message: `close ${name} here once the process has it, so that \`recv()\` raises \`EOFError\``,
    edits,
  };
}
