import type { ProcessModel } from '../src/processes/model.ts';
import { type LostResult, lostResults } from '../src/processes/pool-life/lost-results.ts';
import { START_METHODS } from '../src/processes/start-method.ts';
import type { Node } from '../src/syntax/node.ts';
import { mendLostResult } from './results-lost/mend.ts';
import { defineTransform } from './transform.ts';

export default defineTransform<LostResult>({
  code: 'MP302',
  name: 'results-lost',
  summary: 'a `with Pool()` that ends before the results of its tasks are there',
  why: `At its end \`with Pool() as pool:\` calls \`terminate()\`, not \`close()\` and \`join()\`. Workers that are still at
work are killed, tasks that are waiting are never begun, and their results never come. There is no error: \`get()\`,
\`wait()\` without a timeout, \`next()\` or a loop over \`imap\` wait for ever behind the block, under every Python
and every start method; \`get(timeout=1)\` raises \`TimeoutError\`. Where nobody waits, the work is simply not done,
and callbacks are not called.

That is easily missed, because quick tasks may be done before the block is left. A program that has run for years can
lose its last results on a slower machine, or under \`spawn\` and \`forkserver\`, whose workers take longer to start.

\`close()\` alone does not help: it only says that no more tasks will come, and \`terminate()\` follows. \`join()\`
behind it waits for the tasks. Threads are no better off: \`with ThreadPool()\` does the same. \`ProcessPoolExecutor\`
does wait: the end of its \`with\` is \`shutdown(wait=True)\`, and nothing is lost.

Reported are submissions behind which the block ends at once. Where something in the block may wait, such as a queue,
an event, a loop that polls, or a function that gets the results, nothing is said.`,
  advice: `Guides say that a \`with\` statement closes the pool and waits for its tasks, so that \`close()\` and \`join()\` are
no longer needed. That holds for an executor. A pool is terminated:`,
  startMethods: START_METHODS,
  fixable: 'safe',
  fixSafety: `Where the next one or two statements behind the block do nothing but read the results, they move into it: they get
what they waited for in vain, and a loop still has each result as it comes. Otherwise \`close()\` and \`join()\`
become the last statements of the block, before its \`return\`, and results are read where they were. Both are safe: a
program that got its results by luck gets the same ones.

The fix is unsafe where the result is waited for with a timeout, since \`join()\` has none; where nothing waits for
the task and its worker is not in the file, or itself waits for something (\`event.wait()\`, \`queue.get()\`,
\`while not stop.is_set()\`), so that it may never end; and where the program does something between the block and the
results that workers could wait for.

There is no fix where \`join()\` might never return, because the input has no end, the worker runs for ever, or
workers have a \`multiprocessing.Queue\` that nobody has read; and where the block may be left early, closes the
pool on some ways only, or ends several pools whose results are lost.`,
  references: [
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool.terminate',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool.join',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.AsyncResult',
    'https://docs.python.org/3/library/concurrent.futures.html#concurrent.futures.Executor.shutdown',
  ],

  *find(model) {
    for (const lost of lostResults(model)) {
      const { from, to } = lost.call.node;
      yield { from, to, message: messageOf(lost, model), subject: lost };
    }
  },

  fix({ subject }, model) {
    return mendLostResult(subject, model);
  },
});

function messageOf({ life, block, kind, sites }: LostResult, { tree }: ProcessModel): string {
  const line = ({ from }: Node) => tree.lines.lineName(from);
  const end = `the end of the \`with\` in ${line(block)} terminates \`${life.binding?.name}\``;
  switch (kind) {
    case 'late':
      return `What ${line(sites[0] as Node)} waits for never comes: ${end} first.`;
    case 'returned':
      return `Whoever gets this result waits for it for ever: ${end} before it is there.`;
    case 'never':
      return `Nothing waits for this task, and ${end}: what is not done by then is never done.`;
  }
}
