import { isTest } from '../src/processes/role.ts';
import { type ServerlessCall, serverlessCalls } from '../src/processes/serverless.ts';
import { START_METHODS } from '../src/processes/start-method.ts';
import { defineTransform } from './transform.ts';

export default defineTransform<ServerlessCall>({
  code: 'MP702',
  name: 'serverless-pool',
  summary: 'a pool, queue or lock in a function of AWS Lambda, which has no place for them',
  why: `Pools, executors of processes, queues, locks and shared values are built on POSIX semaphores and shared memory, and
both live in \`/dev/shm\`. AWS Lambda does not have it: the first of them fails, on each call or when the module is
imported, with \`OSError: [Errno 38] Function not implemented\`, raised by \`_multiprocessing.SemLock\`. It works on every
machine on which the function is tried out.

How it fails depends on the C library. Measured on Linux with glibc 2.36 and Python 3.8 to 3.13, without \`/dev/shm\`:
\`FileNotFoundError: [Errno 2] No such file or directory\`; where it may not be written to: \`PermissionError: [Errno 13]
Permission denied\`; where it is read-only: \`OSError: [Errno 30] Read-only file system\`. What fails and what works is
the same in all of them:

| works | fails |
| --- | --- |
| \`Process\`, \`Pipe\` | \`Pool\`, \`ProcessPoolExecutor\` |
| \`Manager\`, and its queues, lists and dicts | \`Queue\`, \`JoinableQueue\`, \`SimpleQueue\` |
| \`ThreadPoolExecutor\` | \`multiprocessing.pool.ThreadPool\` |
| locks and queues of \`threading\`, \`queue\` | \`Lock\`, \`Event\`, \`Semaphore\`, \`Condition\`, \`Barrier\` |
| | \`Value\`, \`Array\`, \`RawValue\`, \`RawArray\`, \`SharedMemory\` |

A function counts as Lambda's where a \`serverless.yml\` or a template of SAM or CloudFormation names it, and where it
takes \`event\` and \`context\` and is called \`lambda_handler\`, or \`handler\` in a file that speaks of AWS and from which
nobody else takes it. Programs that ask where they run, or catch the error, are left alone.`,
  advice: `Guides use \`multiprocessing.pool.ThreadPool\` on Lambda, "as threads need no shared memory". Its threads do not, but
it makes a \`SimpleQueue\` of processes for itself, with a lock, and fails as a \`Pool\` does: the run below is in an
environment whose semaphores fail as Lambda's do. \`concurrent.futures.ThreadPoolExecutor\` works.`,
  startMethods: START_METHODS,
  fixable: 'no',
  pinHelps: false,
  fixSafety: `There is no fix. What can be done: for work that waits, \`ThreadPoolExecutor\`; for work that computes, a few
\`Process\`es, each with a \`Pipe\` of its own, whose results are received before they are joined. More than the memory
setting pays for there are no CPUs: a function has one up to 1,769 MB.`,
  references: [
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Pipe',
    'https://docs.python.org/3/library/concurrent.futures.html#threadpoolexecutor',
    'https://aws.amazon.com/blogs/compute/parallel-processing-in-python-with-aws-lambda/',
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html',
  ],

  *find(model) {
    if (isTest(model.path)) return;
    for (const subject of serverlessCalls(model)) {
      const { from, to } = subject.node;
      yield { from, to, message: messageOf(subject), subject };
    }
  },

  fix: () => ({
    refusal:
      'use a ThreadPoolExecutor, or processes with a Pipe each: these do without /dev/shm, but `multiprocessing.pool.ThreadPool` does not',
  }),
});

function messageOf({ made, handler, isAtImport }: ServerlessCall): string {
  const when = isAtImport ? 'when it imports this module' : `when it calls \`${handler}\``;
  return `\`${made}\` needs /dev/shm, which AWS Lambda does not have: ${when}, this fails with OSError: [Errno 38] Function not implemented`;
}
