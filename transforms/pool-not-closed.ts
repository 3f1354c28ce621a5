import type { Fix, Refusal } from '../src/edits/fix.ts';
import { insertAfter, insertBefore } from '../src/edits/insert.ts';
import { isInlineBody } from '../src/edits/statements.ts';
import type { ProcessModel } from '../src/processes/model.ts';
import { type PoolLife, poolLives } from '../src/processes/pool-life/pool-life.ts';
import type { PoolUse } from '../src/processes/pool-life/pool-uses.ts';
import { endsProgram } from '../src/processes/pool-life/program-end.ts';
import { START_METHODS } from '../src/processes/start-method.ts';
import type { Node } from '../src/syntax/node.ts';
import {
  type Call,
  statementOf,
  statementsOf,
  wholeStatement,
  withItemsOf,
} from '../src/syntax/shapes.ts';
import { mendOpenPool } from './pool-not-closed/mend.ts';
import { endlessReason, queueReason } from './pool-not-closed/refusals.ts';
import { defineTransform, type Finding } from './transform.ts';

/** What is wrong with a pool's end; `call` is the `close()` or `join()` that another call must go with. */
type Subject =
  | { readonly kind: 'open'; readonly life: PoolLife }
  | { readonly kind: 'not-joined' | 'joined-open'; readonly life: PoolLife; readonly call: Call };

export default defineTransform<Subject>({
  code: 'MP301',
  name: 'pool-not-closed',
  summary: 'a pool that nothing closes, or that is closed without waiting for its workers',
  why: `A pool owns worker processes, threads and pipes. Something must end it: a \`with\` statement, \`terminate()\`, or \`close()\` followed by \`join()\`. Where nothing does, the workers stay until the garbage collector finds the pool or the program ends. Python says so with \`ResourceWarning: unclosed running multiprocessing pool <multiprocessing.pool.Pool state=RUN pool_size=2>\`, a warning that is hidden by default; and its documentation warns that the process may hang on finalization, which does happen from time to time.

What is not done by then is lost without a word. The end of the program kills workers that are still at work, so the tasks of \`apply_async\`, \`map_async\` or \`imap\` whose results nobody waits for may never be done, and their callbacks never run. \`close()\` alone changes nothing in that: it only says that no more tasks will come. \`join()\` waits. On a pool that is still open it raises \`ValueError: Pool is still running\`.

\`with Pool() as pool:\` calls \`terminate()\` at its end, not \`close()\` and \`join()\`. It is right where every result has been read inside the block; otherwise the pool needs \`close()\` and \`join()\` in a \`finally\`.`,
  startMethods: START_METHODS,
  fixable: 'safe',
  fixSafety: `Where every result is read before the pool's last use, its creation becomes a \`with\` statement round all its uses. The same results come in the same order, so this is safe. It is unsafe where a loop over results can be left early, or a wait ends with a timeout: tasks that nobody waits for any more are stopped instead of running on. It is unsafe, too, where a one-line \`f(g(), Pool().map(…))\` calls something before the pool is made, because the pool is then made first.

Where tasks are left that nobody waits for, the uses go into a \`try\` with \`close()\` and \`join()\` in its \`finally\`. That waits for the tasks. It is safe where the program ends there, since it would have killed them; elsewhere it is unsafe, because the code behind then runs later. The same holds for a \`join()\` that is added to a \`close()\`.

There is no fix for a pool that is returned, stored, captured by a function or handed on: who has it may still need it. Nor is there one where \`join()\` might never return, because tasks are given up after a timeout or their input has no end, or where workers have a \`multiprocessing.Queue\`: what they put into it may still be on its way when \`terminate()\` kills them, and \`join()\` waits until somebody has read it.`,
  references: [
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool.close',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool.join',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool.terminate',
  ],

  *find(model) {
    for (const life of poolLives(model)) yield* findingsOf(life, model);
  },

  fix({ subject }, model) {
    switch (subject.kind) {
      case 'open':
        return mendOpenPool(subject.life, model);
      case 'not-joined':
        return addJoin(subject.life, subject.call, model);
      case 'joined-open':
        return addClose(subject.life, subject.call, model);
    }
  },
});

function* findingsOf(life: PoolLife, model: ProcessModel): Generator<Finding<Subject>> {
  const ends = life.uses.filter(isEndCall);
  const kinds = new Set(ends.map((use) => use.kind));
  const { holder } = life.creation;
  const joins = ends.filter(
    (use) => use.kind === 'join' && (holder.kind !== 'with' || holder.statement.contains(use.node)),
  );
  const isManaged = life.uses.some((use) => use.kind === 'managed');
  const name = life.binding?.name ?? 'the pool';
  if (joins.some(({ call }) => isExpectedToRaise(call.node, model))) return;
  if (joins.length > 0 && joins.length === ends.length && !isManaged) {
    for (const { call } of joins) {
      const message = `\`${name}.join()\` raises \`ValueError: Pool is still running\`: \`${name}\` must be closed before.`;
      yield findingAt(call.node, message, { kind: 'joined-open', life, call });
    }
  } else if (life.leaks.length > 0) {
    const message = openMessage(life, ends.length > 0, model);
    yield findingAt(life.creation.call.node, message, { kind: 'open', life });
  } else if (!isManaged && kinds.size === 1 && kinds.has('close') && isJoinable(life)) {
    for (const { call } of ends) {
      const message = `\`${name}.close()\` without \`${name}.join()\`: nothing waits for the workers, and the end of the program kills those that are still at work.`;
      yield findingAt(call.node, message, { kind: 'not-joined', life, call });
    }
  }
}

type EndCall = PoolUse & { readonly kind: 'close' | 'terminate' | 'join'; readonly call: Call };

function isEndCall(use: PoolUse): use is EndCall {
  return use.kind === 'close' || use.kind === 'terminate' || use.kind === 'join';
}

/** Whether a test wants the exception: `with pytest.raises(ValueError):`, `with self.assertRaises(ValueError):`. */
function isExpectedToRaise(node: Node, { semantics }: ProcessModel): boolean {
  for (let outer = node.ancestor('WithStatement'); outer; outer = outer.ancestor('WithStatement')) {
    const calls = withItemsOf(outer).flatMap(({ context }) => semantics.call(context) ?? []);
    if (
      calls.some(({ callee }) =>
        /(^|[._])(assert_?)?raises(_?regexp?)?$/i.test(semantics.textOf(callee)),
      )
    )
      return true;
  }
  return false;
}

/**
 * A `with` ends its pool itself, a name that holds several pools may be joined through another, and whoever gets
 * a result waits for it.
 */
function isJoinable(life: PoolLife): boolean {
  const isHandedOut = life.tasks.some(({ fate }) => fate.kind === 'escapes');
  return life.creation.holder.kind === 'name' && life.sharing === null && !isHandedOut;
}

function findingAt(node: Node, message: string, subject: Subject): Finding<Subject> {
  return { from: node.from, to: node.to, message, subject };
}

function openMessage(life: PoolLife, isClosedElsewhere: boolean, model: ProcessModel): string {
  const { holder } = life.creation;
  const held = holder.kind === 'attribute' ? model.semantics.textOf(holder.target) : null;
  const name = life.binding?.name ?? held;
  const subject = name === null ? 'This pool' : `\`${name}\``;
  const early = life.leaks.find((leak) => leak.kind === 'return');
  const fates = new Set(life.tasks.map(({ fate }) => fate.kind));
  const consequence = fates.has('open')
    ? 'the end of the program kills its workers, and tasks that are not done by then are lost.'
    : fates.has('partial')
      ? 'its workers go on with tasks that nobody waits for any more.'
      : 'its workers stay until the garbage collector or the end of the program ends them.';
  if (!isClosedElsewhere) return `${subject} is never closed: ${consequence}`;
  return early
    ? `${subject} is not closed where ${model.tree.lines.lineName(early.node.from)} returns: ${consequence}`
    : `${subject} is closed on some ways only: otherwise ${consequence}`;
}

/** Adds the `join()` behind the `close()`, or behind the last statement that still reads results. */
function addJoin(life: PoolLife, call: Call, model: ProcessModel): Fix | Refusal {
  const { tree } = model;
  const name = life.binding?.name ?? '';
  const close = statementOf(call.node);
  if (close.kind !== 'ExpressionStatement' || close.firstChild !== call.node) {
    return {
      refusal: `\`${name}.close()\` is part of an expression; put it on a line of its own.`,
    };
  }
  const reason = endlessReason(life, model.semantics) ?? queueReason(life, model);
  if (reason !== null) return { refusal: reason };
  const place = lastReader(life, close) ?? close;
  const isShared =
    wholeStatement(place).kind === 'StatementGroup' || isInlineBody(tree, place.parent);
  const isKnown = life.uses.every((use) => use.kind !== 'escape');
  const isRead = isKnown && life.tasks.every(({ fate }) => fate.kind === 'consumed');
  const isLeft = life.tasks.some(({ fate }) => fate.kind === 'partial' || fate.isPolled);
  return {
    applicability: isRead || (!isLeft && endsProgram(place, model)) ? 'safe' : 'unsafe',
    message: `add \`${name}.join()\`, which waits for the workers`,
    edits: isShared
      ? [{ from: place.to, to: place.to, text: `; ${name}.join()` }]
      : insertAfter(tree, place, `${name}.join()\n`),
  };
}

/** The last statement behind a `close()`, in its block, in which results are still read. */
function lastReader(life: PoolLife, close: Node): Node | null {
  const block = wholeStatement(close).parent;
  if (!block || wholeStatement(close) !== close) return null;
  const following = statementsOf(block).filter((s) => s.index > close.index);
  const readers = life.tasks.flatMap(({ fate }) => fate.until ?? []);
  return following.findLast((s) => readers.some((reader) => s.contains(reader))) ?? null;
}

function addClose(life: PoolLife, call: Call, model: ProcessModel): Fix | Refusal {
  const name = life.binding?.name ?? '';
  const join = statementOf(call.node);
  if (!life.binding || join.kind !== 'ExpressionStatement' || join.firstChild !== call.node) {
    return { refusal: '`join()` is part of an expression; close the pool on the line before.' };
  }
  const isShared =
    wholeStatement(join).kind === 'StatementGroup' || isInlineBody(model.tree, join.parent);
  const isTried = join.ancestor('TryStatement')?.child('except') ?? null;
  return {
    applicability: isTried ? 'unsafe' : 'safe',
    message: `add \`${name}.close()\` before \`${name}.join()\``,
    edits: isShared
      ? [{ from: join.from, to: join.from, text: `${name}.close(); ` }]
      : insertBefore(model.tree, join, `${name}.close()\n`),
  };
}
