import type { ProcessModel } from '../src/processes/model.ts';
import {
  endCallsOf,
  isJoinExpectedToRaise,
  joinsWhileOpen,
} from '../src/processes/pool-life/endings.ts';
import { type PoolLife, poolLives } from '../src/processes/pool-life/pool-life.ts';
import { START_METHODS } from '../src/processes/start-method.ts';
import { mendOpenPool } from './pool-not-closed/mend.ts';
import { defineTransform } from './transform.ts';

export default defineTransform<PoolLife>({
  code: 'MP301',
  name: 'pool-not-closed',
  summary: 'a pool that nothing closes',
  why: `A pool owns worker processes, threads and pipes. Something must end it: a \`with\` statement, \`terminate()\`, or
\`close()\` followed by \`join()\`. Where nothing does, the workers stay until the garbage collector finds the pool or
the program ends. Python says so with \`ResourceWarning: unclosed running multiprocessing pool
<multiprocessing.pool.Pool state=RUN pool_size=2>\`, a warning that is hidden by default; and its documentation warns
that the process may hang on finalization, which does happen from time to time.

What is not done by then is lost without a word. The end of the program kills workers that are still at work, so the
tasks of \`apply_async\`, \`map_async\` or \`imap\` whose results nobody waits for may never be done, and their
callbacks never run. \`close()\` alone changes nothing in that: it only says that no more tasks will come. \`join()\`
waits.

\`with Pool() as pool:\` calls \`terminate()\` at its end, not \`close()\` and \`join()\`. It is right where every
result has been read inside the block; otherwise the pool needs \`close()\` and \`join()\` in a \`finally\`.`,
  startMethods: START_METHODS,
  fixable: 'safe',
  fixSafety: `Where every result is read before the pool's last use, its creation becomes a \`with\` statement round all its uses.
The same results come in the same order, so this is safe. It is unsafe where a loop over results can be left early, or
a wait ends with a timeout: tasks that nobody waits for any more are stopped instead of running on. It is unsafe, too,
where a one-line \`f(g(), Pool().map(…))\` calls something before the pool is made, because the pool is then made
first.

Where tasks are left that nobody waits for, the uses go into a \`try\` with \`close()\` and \`join()\` in its
\`finally\`. That waits for the tasks. It is safe where the program ends there, since it would have killed them;
elsewhere it is unsafe, because the code behind then runs later, and so it is where a worker is not in the file or
waits for something, so that it may never end.

There is no fix for a pool that is returned, stored, captured by a function or handed on: who has it may still need
it. Nor is there one where \`join()\` might never return, because tasks are given up after a timeout, or their input
or a worker has no end, or where workers have a \`multiprocessing.Queue\`: what they put into it may still be on its way when
\`terminate()\` kills them, and \`join()\` waits until somebody has read it.`,
  references: [
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool.close',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool.join',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool.terminate',
  ],

  *find(model) {
    for (const life of poolLives(model)) {
      // What `join()` says of an open pool is another rule's, or wanted.
      const isJoined =
        joinsWhileOpen(life).length > 0 || isJoinExpectedToRaise(life, model.semantics);
      if (life.leaks.length === 0 || isJoined) continue;
      const { from, to } = life.creation.call.node;
      yield { from, to, message: openMessage(life, model), subject: life };
    }
  },

  fix({ subject }, model) {
    return mendOpenPool(subject, model);
  },
});

function openMessage(life: PoolLife, model: ProcessModel): string {
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
  if (endCallsOf(life).every(({ kind }) => kind === 'join'))
    return `${subject} is never closed: ${consequence}`;
  return early
    ? `${subject} is not closed where ${model.tree.lines.lineName(early.node.from)} returns: ${consequence}`
    : `${subject} is closed on some ways only: otherwise ${consequence}`;
}
