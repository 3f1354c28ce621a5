import type { ProcessModel, Worker } from '../../src/processes/model.ts';
import { comesToEnd, isSureToEnd } from '../../src/processes/pool-life/endless.ts';
import type { PoolLife } from '../../src/processes/pool-life/pool-life.ts';
import type { PoolUse } from '../../src/processes/pool-life/pool-uses.ts';
import { queueOfWorkers } from '../../src/processes/pool-life/worker-queues.ts';
import { argumentAt, workersOf } from '../../src/processes/submissions.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';

/** Why a pool that gets out of the code that made it is not given an end there; null where it does not. */
export function escapeReason(life: PoolLife, semantics: Semantics): string | null {
  const { holder } = life.creation;
  const subject = life.binding ? `\`${life.binding.name}\`` : 'the pool';
  if (holder.kind === 'attribute') {
    const target = semantics.textOf(holder.target);
    return `\`${target}\` outlives the code that makes it, and nothing in this file closes it; close and join it where its owner ends.`;
  }
  if (life.binding?.scope.kind === 'class') {
    return `${subject} is an attribute of a class; close and join it where the work ends.`;
  }
  const wayOut = life.uses.find((use) => use.kind === 'escape');
  if (wayOut?.kind !== 'escape') return null;
  const repetition = repetitionOf(life.creation.call.node, life.statement);
  if (repetition === 'condition') {
    return 'The pool is made on a condition only; close and join it where the work ends, if it was made.';
  }
  if (repetition === 'loop') return 'Several pools are made here; close and join each of them.';
  return reasonOf(wayOut, subject, semantics);
}

/** Why neither `terminate()` nor `join()` can be written without knowing when a queue is read; null where it can. */
export function queueReason(life: PoolLife, model: ProcessModel): string | null {
  const queue = queueOfWorkers(life.creation, model);
  return queue === null
    ? null
    : `What the workers put into \`${queue}\` may still be on its way when their tasks are done; close and join the pool where \`${queue}\` has been read.`;
}

/** Why nothing must wait for all tasks of a pool; null where that ends. */
export function endlessReason(life: PoolLife, semantics: Semantics): string | null {
  const abandoned = life.tasks.find(({ fate }) => fate.isGivenUp);
  if (abandoned) {
    const line = semantics.tree.lines.lineName(abandoned.call.node.from);
    return `Nothing waits for the tasks of ${line} when their time is over, and \`join()\` would; call \`terminate()\` where they are given up.`;
  }
  const task = life.tasks.find(({ isEndless, fate }) => isEndless && fate.kind !== 'consumed');
  if (!task) return null;
  const line = semantics.tree.lines.lineName(task.call.node.from);
  return `The input of \`${semantics.textOf(task.call.callee)}\` in ${line} may have no end, and \`join()\` would wait for it; call \`terminate()\` when the results have been read.`;
}

/** Why nothing must wait for the tasks that nobody reads, of which a worker never ends; null where each may. */
export function foreverReason(life: PoolLife, model: ProcessModel): string | null {
  const endless = unreadWorkers(life, model)
    .flat()
    .find((worker) => worker.definition !== null && !comesToEnd(worker));
  return endless
    ? `\`${model.semantics.textOf(endless.node)}\` never ends, and \`join()\` would wait for it; call \`terminate()\` where it is to stop.`
    : null;
}

/** Whether the tasks that nobody reads end for certain, as far as the file tells. */
export function areSureToEnd(life: PoolLife, model: ProcessModel): boolean {
  return unreadWorkers(life, model).every(
    (workers) => workers.length > 0 && workers.every((w) => isSureToEnd(w, model.semantics)),
  );
}

function unreadWorkers({ tasks }: PoolLife, { semantics }: ProcessModel): (readonly Worker[])[] {
  return tasks
    .filter(({ fate }) => fate.kind !== 'consumed')
    .map(({ call }) => {
      const worker = argumentAt(call, 0, 'func');
      return worker ? workersOf(worker.value, semantics) : [];
    });
}

function reasonOf(
  wayOut: PoolUse & { kind: 'escape' },
  subject: string,
  semantics: Semantics,
): string {
  const line = semantics.tree.lines.lineName(wayOut.node.from);
  switch (wayOut.how) {
    case 'returned':
      return `${capital(subject)} is returned; its caller has to close and join it.`;
    case 'yielded':
      return `${capital(subject)} is handed out with \`yield\`; close and join it behind that.`;
    case 'passed':
      return `${capital(subject)} is handed to \`${calleeOf(wayOut.to, semantics)}\` in ${line}, which may still need it later; close and join it when that is done.`;
    case 'method':
      return `\`${semantics.textOf(wayOut.to)}\` is handed on in ${line}, and whoever has it may still need the pool later; close and join it when that is done.`;
    case 'captured':
    case 'global':
      return `${nameOfCode(wayOut.to, semantics)} uses ${subject} too; close and join it when the last use is over.`;
    case 'stored':
      return `${capital(subject)} is stored in ${line} and may be used from there later; close and join it when the last use is over.`;
  }
}

function calleeOf(node: Node, semantics: Semantics): string {
  const call = semantics.call(node);
  return call ? semantics.textOf(call.callee).replace(/\s+/g, ' ') : 'another function';
}

function nameOfCode(node: Node, semantics: Semantics): string {
  const name = node.child('VariableName');
  if (node.kind === 'FunctionDefinition' && name) return `\`${semantics.textOf(name)}\``;
  if (node.kind === 'ClassDefinition' && name) return `The class \`${semantics.textOf(name)}\``;
  return node.kind === 'LambdaExpression' ? 'A lambda' : 'Other code';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What stands between an expression and one evaluation each time its statement runs; null where nothing does. */
export function repetitionOf(node: Node, statement: Node): 'condition' | 'loop' | 'lambda' | null {
  for (let inner = node, outer = node.parent; outer && inner !== statement; ) {
    if (outer.kind === 'LambdaExpression') return 'lambda';
    if (outer.kind === 'ConditionalExpression' && inner.previous?.kind !== 'if') return 'condition';
    if (outer.kind === 'BinaryExpression' && outer.child('and', 'or') && inner.previous) {
      return 'condition';
    }
    if (/Comprehension/.test(outer.kind) || (outer.kind === 'ArgList' && outer.child('for'))) {
      if (inner !== outer.children.find((c) => c.previous?.kind === 'in')) return 'loop';
    }
    inner = outer;
    outer = outer.parent;
  }
  return null;
}
