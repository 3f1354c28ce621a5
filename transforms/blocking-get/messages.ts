import type { Refusal } from '../../src/edits/fix.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import { nameOf } from '../../src/processes/state/reads.ts';
import type { Node } from '../../src/syntax/node.ts';
import type { EndlessWait } from './find.ts';
import type { LostTask } from './lost-task.ts';
import type { UnansweredGet } from './unanswered.ts';
import type { UnansweredRecv } from './unanswered-recv.ts';

export function messageOfEndless(
  { consumer, queue, lives, join, sentinels, close }: EndlessWait,
  model: ProcessModel,
): string {
  const { semantics, tree } = model;
  const [worker] = lives[0]?.workers ?? [];
  const name = worker ? `\`${nameOf(worker, model)}\`` : 'the worker';
  const line = tree.lines.lineName(join.node.from);
  const call = semantics.textOf(join.node);
  const ending =
    consumer.sentinel === null
      ? `Nothing ends the loop of ${name}`
      : sentinels.length === 0
        ? `${name} ends when it gets \`${consumer.sentinel}\`, which nothing ${queue.type === 'Connection' ? 'sends through' : 'puts into'} \`${queue.name}\``
        : `${name} ends when it gets \`${consumer.sentinel}\`, which is put into \`${queue.name}\` ${sentinels.length === 1 ? 'once' : `${sentinels.length} times`}, for more processes than that`;
  const closing = close
    ? ` A forked process has \`${queue.name}\` open too, so that closing it in ${tree.lines.lineName(close.node.from)} gives no \`EOFError\`.`
    : '';
  return `${ending}: it waits here for ever, and \`${call}\` in ${line} waits for it.${closing}`;
}

export function messageOfUnanswered(
  { worker, queue, get, ends }: UnansweredGet,
  model: ProcessModel,
): string {
  const call = model.semantics.textOf(get.call?.node ?? get.node);
  return `\`${nameOf(worker, model)}\` may end ${waysOf(ends, model)} before it has put anything into \`${queue.name}\`; \`${call}\` then waits for ever.`;
}

export function messageOfRecv(
  { worker, given, recv, ends }: UnansweredRecv,
  model: ProcessModel,
): string {
  const call = model.semantics.textOf(recv.call?.node ?? recv.node);
  return `\`${nameOf(worker, model)}\` may end ${waysOf(ends, model)} before it has sent anything; \`${call}\` then waits for ever, for no \`EOFError\` comes while \`${given.name}\` is open in this process too.`;
}

export function messageOfLost(
  { worker, exits, wait, isLazy }: LostTask,
  model: ProcessModel,
): string {
  const call = model.semantics.call(wait);
  const name = (call && model.semantics.attribute(call.callee)?.name) ?? 'this';
  const waiting = isLazy ? `whoever iterates over \`${name}()\`` : `\`${name}()\``;
  return `\`${nameOf(worker, model)}\` may end the process of the pool ${waysOf(exits, model)}: its task is lost then, and ${waiting} waits for ever.`;
}

/** Why there is no fix, and what the author can do. */
export function answerAlways({ queue }: UnansweredGet): Refusal {
  const inTime =
    queue.type === 'SimpleQueue'
      ? '; a `SimpleQueue` has no timeout'
      : `, or use \`${queue.name}.get(timeout=…)\`, catch \`queue.Empty\` and see whether the process is alive`;
  return {
    refusal: `what the parent does without the item, the code does not say; have the worker put something on every way to its end, exceptions included${inTime}.`,
  };
}

/** `by the `raise` in line 5 or the `return` in line 7` */
function waysOf(ends: readonly Node[], { semantics, tree }: ProcessModel): string {
  const ways = ends.map((end) => {
    const word = /^(Raise|Return)/.test(end.kind) ? end.firstChild : null;
    return `the \`${semantics.textOf(word ?? end)}\` in ${tree.lines.lineName(end.from)}`;
  });
  const others = ways.slice(0, -1);
  return `by ${others.length > 0 ? `${others.join(', ')} or ` : ''}${ways.at(-1)}`;
}
