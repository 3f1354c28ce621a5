import type { Fix, Refusal } from '../src/edits/fix.ts';
import { quoteOf } from '../src/processes/guard-top.ts';
import type { Creation, ProcessModel, Start } from '../src/processes/model.ts';
import { isPackage } from '../src/processes/packages.ts';
import { isTest } from '../src/processes/role.ts';
import { isOfDefault } from '../src/processes/start-methods/fixing.ts';
import { leansOnFork } from '../src/processes/start-methods/leans-on-fork.ts';
import {
  liveThread,
  type ThreadStart,
  threadStarts,
} from '../src/processes/start-methods/live-threads.ts';
import type { Earlier } from '../src/processes/start-methods/order.ts';
import { THREAD_SOURCES } from '../src/processes/start-methods/thread-sources.ts';
import { defineTransform, type Finding } from './transform.ts';

interface Subject {
  readonly start: Start;
  readonly thread: Earlier<ThreadStart>;
}

export default defineTransform<Subject>({
  code: 'MP604',
  name: 'fork-with-threads',
  summary: 'processes are forked while a thread of the parent runs',
  why: `\`fork\` copies the process, but of its threads only the one that calls it. A lock that another thread holds at that
moment, of a library or of the program's own, is copied as held, and nobody in the child is there to release it: the
child waits for ever, once in a thousand starts. From Python 3.12 on CPython warns:
\`DeprecationWarning: This process is multi-threaded, use of fork() may lead to deadlocks in the child\`.

Threads that are easily forgotten: a \`QueueListener\`, a \`ThreadPoolExecutor\` after its first task, a \`ThreadPool\`, and
those that libraries start, as the metrics server of prometheus_client, gRPC, the thread pools of Polars and OpenMP.
An event loop alone is no thread.

The rule speaks up where \`fork\` is pinned, or is the default of the Python that the project supports (up to 3.13 on
Linux), and a thread has been started before on every way to that place and goes on: an endless loop, a server, a pool.
Threads that end by themselves, or are joined, stopped or closed anywhere before, are left alone. Best is to start the
processes first; next best a context of \`spawn\` or \`forkserver\`.`,
  startMethods: ['fork'],
  fixable: 'display',
  fixSafety: `Whether the threads can start later, or the children do without fork, is for the author to say: the patch that
is shown, a context of \`spawn\`, is never applied.`,
  references: [
    'https://docs.python.org/3/library/os.html#os.fork',
    'https://docs.python.org/3/library/multiprocessing.html#contexts-and-start-methods',
    'https://github.com/python/cpython/issues/84559',
    ...new Set(THREAD_SOURCES.map(({ source }) => source)),
  ],

  find(model) {
    if (isTest(model.path)) return [];
    const starts = model.starts.filter((start) => isForked(start, model));
    const threads = starts.length > 0 ? threadStarts(model) : [];
    if (threads.length === 0) return [];
    return starts.flatMap((start) => {
      const thread = liveThread(start.node, threads, model);
      return thread ? [finding({ start, thread }, model)] : [];
    });
  },

  fix({ subject: { start } }, model) {
    return takeSpawn(start, model);
  },
});

/** The first version of Python whose default on Linux is another. */
const NOT_FORK = 14;

/** Whether fork is pinned, or is the default and nothing in the file sets another. */
function isForked(start: Start, model: ProcessModel): boolean {
  const { startMethodCalls, settings, role } = model;
  if (start.method !== null) return start.method === 'fork';
  return (
    role.isMain &&
    (settings.targetVersion ?? 0) < NOT_FORK &&
    startMethodCalls.every(({ method }) => method === 'fork') &&
    start.creations.length > 0 &&
    start.creations.every((creation) => isOfDefault(creation, model))
  );
}

function finding(subject: Subject, { tree }: ProcessModel): Finding<Subject> {
  const { start, thread } = subject;
  const { event, at } = thread;
  const line = tree.lines.lineName(at.from);
  const when = start.method === 'fork' ? '' : ', up to Python 3.13, where fork is the default,';
  return {
    from: start.node.from,
    to: start.node.to,
    message:
      `processes are forked here${when} though ${line} ${event.words}: a lock that a thread holds at that ` +
      'moment stays locked in the child for ever',
    subject,
  };
}

/** `mp.get_context("spawn").Pool(…)`, where nothing in the file leans on fork. */
function takeSpawn(start: Start, model: ProcessModel): Fix | Refusal {
  const [creation, ...others] = start.creations;
  const object = creation && packageBefore(creation, model);
  const isIndependent = leansOnFork((each) => each === creation, model) === null;
  if (start.method !== null || others.length > 0 || !object || !isIndependent) {
    return {
      refusal: 'start the processes before the threads, or take them from get_context("spawn")',
    };
  }
  const [guard] = model.guards;
  const quote = guard ? quoteOf(guard, model) : '"';
  const text = `.get_context(${quote}spawn${quote})`;
  return {
    applicability: 'display',
    message: 'start the processes before the threads, or take them from a context of spawn',
    edits: [{ from: object.to, to: object.to, text }],
  };
}

/** `mp` of `mp.Pool(…)`. */
function packageBefore({ call }: Creation, { semantics }: ProcessModel) {
  const object = semantics.attribute(call.callee)?.object;
  const names = object ? semantics.values.qualifiedNames(object) : [];
  return object && names.length > 0 && names.every(isPackage) ? object : null;
}
