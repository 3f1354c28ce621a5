import type { ProcessModel } from '../src/processes/model.ts';
import {
  closesWithoutJoin,
  isJoinExpectedToRaise,
  joinsWhileOpen,
} from '../src/processes/pool-life/endings.ts';
import { type PoolLife, poolLives, threadPoolLives } from '../src/processes/pool-life/pool-life.ts';
import { START_METHODS } from '../src/processes/start-method.ts';
import type { Call } from '../src/syntax/shapes.ts';
import { addClose, addJoin } from './join-before-close/mend.ts';
import { defineTransform, type Finding } from './transform.ts';

/** The `close()` or `join()` that another call must go with. */
interface HalfEnd {
  readonly kind: 'not-joined' | 'joined-open';
  readonly life: PoolLife;
  readonly call: Call;
}

export default defineTransform<HalfEnd>({
  code: 'MP303',
  name: 'join-before-close',
  summary: 'a pool that is joined while it is open, or closed without waiting for its workers',
  why: `\`join()\` waits until all workers of a pool have ended, and they end when they are told that no more tasks will come.
On a pool that is still open it raises \`ValueError: Pool is still running\`, under every Python, every start method
and with threads too. The order is \`close()\`, then \`join()\`; \`terminate()\` and \`join()\` is right as well.

\`close()\` alone waits for nothing. What is not done when the program ends is lost without a word: it kills the
workers, so that the tasks of \`apply_async\`, \`map_async\` or \`imap\` whose results nobody waits for may never be
done, and their callbacks never run.

Where the pool is an attribute or a global, another method may close it, and nothing is said.`,
  startMethods: START_METHODS,
  fixable: 'safe',
  fixSafety: `\`close()\` goes before the \`join()\` that could only raise; a \`close()\` that stands right behind it changes places
with it. That is safe, unless an \`except\` or \`suppress\`, here or in a caller, may catch the error now: then the
program goes on in another way, and the fix is unsafe.

\`join()\` goes behind \`close()\`, or behind the last statement that still reads results. It is safe where every
result is read before, and where the program ends there, which would kill the tasks that are left. Elsewhere it is
unsafe, because the code behind then runs later; and so it is where a worker whose result nobody reads is not in the
file, or waits for something, so that it may never end.

There is no fix where \`join()\` might never return, because tasks are given up after a timeout, or their input or a
worker has no end, or where workers have a \`multiprocessing.Queue\`: \`join()\` waits until somebody has read what
they put into it.`,
  references: [
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool.close',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool.join',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool.terminate',
  ],

  *find(model) {
    for (const life of [...poolLives(model), ...threadPoolLives(model)]) {
      yield* findingsOf(life, model);
    }
  },

  fix({ subject: { kind, life, call } }, model) {
    return kind === 'joined-open' ? addClose(life, call, model) : addJoin(life, call, model);
  },
});

function* findingsOf(life: PoolLife, { semantics }: ProcessModel): Generator<Finding<HalfEnd>> {
  if (isJoinExpectedToRaise(life, semantics)) return;
  const name = life.binding?.name ?? 'the pool';
  for (const call of joinsWhileOpen(life)) {
    const { from, to } = call.node;
    const message = `\`${name}.join()\` raises \`ValueError: Pool is still running\`: \`${name}\` must be closed before.`;
    yield { from, to, message, subject: { kind: 'joined-open', life, call } };
  }
  for (const call of closesWithoutJoin(life)) {
    const { from, to } = call.node;
    const message = `\`${name}.close()\` without \`${name}.join()\`: nothing waits for the workers, and the end of the program kills those that are still at work.`;
    yield { from, to, message, subject: { kind: 'not-joined', life, call } };
  }
}
