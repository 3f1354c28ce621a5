import { type BlockingPool, blockingPools } from '../src/processes/pool-life/blocking-pools.ts';
import { START_METHODS } from '../src/processes/start-method.ts';
import { asExecutor } from './executor-fits-better/mend.ts';
import { defineTransform } from './transform.ts';

export default defineTransform<BlockingPool>({
  code: 'MP306',
  name: 'executor-fits-better',
  summary:
    'a `Pool` that waits for ever for a worker that died, where a `ProcessPoolExecutor` says so',
  why: `A \`Pool\` does not notice when a task is lost. A worker that is killed, by the system because memory runs out, by a
signal, by a crash in C code, or that calls \`sys.exit()\` or \`os._exit()\`, is replaced, but its task is not done
again and its result never comes: \`map\`, \`starmap\` and \`apply\` wait for ever, under every Python and every start
method, and without a word.

\`ProcessPoolExecutor\` watches its workers. When one is killed, all that wait get \`BrokenProcessPool: A process in
the process pool was terminated abruptly while the future was running or pending.\` What \`sys.exit()\` raises in a
task, \`SystemExit\`, is raised in the parent. \`map(…, timeout=60)\` gives up after a time, which a pool's \`map\`
can't.

A pool that ends well is no mistake, so this is advice that has to be asked for. Reported are pools of the standard
library that are used for \`map\`, \`starmap\` and \`apply\` alone.`,
  startMethods: START_METHODS,
  pinHelps: false,
  onRequest: true,
  fixable: 'unsafe',
  fixSafety: `Rewritten is \`with Pool(…) as pool:\` with plain calls of \`map\`, which becomes \`list(pool.map(…))\`, and of
\`apply\`, which becomes \`pool.submit(…).result()\`. The results are the same and come in the same order. The fix is
unsafe, because the rest differs:

- \`Pool.map\` cuts its input into about four chunks for each worker; an executor hands over one item at a time, unless
  it is given a \`chunksize\`. With many quick tasks that is a lot slower.
- Where a task raises an exception, the end of the \`with\` waits for tasks that have begun already; a pool kills them.
- The workers of a pool are daemonic and may have no children; those of an executor are not daemonic.
- An initializer that raises breaks an executor, with \`BrokenProcessPool\`; a pool starts the next worker, for ever.
- A pool starts all workers when it is made; those of an executor start with its tasks, so that forked ones have what the
  block has set before, and an idle one may take several tasks.
- On Windows there may be 61 workers at most.

There is no fix for \`starmap\`, for which executors have no method, and for stars, keywords and a context. Nor is
there one for \`maxtasksperchild\`: \`max_tasks_per_child\` exists from Python 3.11 on, and changes the start method
to spawn where no context is given.`,
  references: [
    'https://docs.python.org/3/library/concurrent.futures.html#concurrent.futures.ProcessPoolExecutor',
    'https://docs.python.org/3/library/concurrent.futures.html#concurrent.futures.process.BrokenProcessPool',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool',
  ],

  *find(model) {
    for (const blocking of blockingPools(model)) {
      const { life, submissions } = blocking;
      const { from, to } = life.creation.call.node;
      const methods = submissions.flatMap(({ callee }) => {
        const name = model.semantics.attribute(callee)?.name;
        return name === undefined ? [] : [`\`${name}\``];
      });
      const message = `When a worker of this pool is killed or exits, a call of ${[...new Set(methods)].join(' or ')} waits for ever; a \`ProcessPoolExecutor\` raises an exception.`;
      yield { from, to, message, subject: blocking };
    }
  },

  fix({ subject }, model) {
    return asExecutor(subject, model);
  },
});
