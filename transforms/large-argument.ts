import { type LargeArgument, largeArguments } from '../src/processes/hand-over/large-arguments.ts';
import { callText, lineOf } from '../src/processes/import-time/call-words.ts';
import type { ProcessModel } from '../src/processes/model.ts';
import { START_METHODS } from '../src/processes/start-method.ts';
import { defineTransform } from './transform.ts';

export default defineTransform<LargeArgument>({
  code: 'MP506',
  name: 'large-argument',
  summary: 'a large value is pickled and sent to the workers again with each task',
  why: `A task's arguments are pickled, written into a pipe, read by the worker and unpickled, under every start method,
\`fork\` too. What is in a \`functools.partial\`, in each task's tuple, or in an attribute of the object whose method is the
worker, goes along with every task, large or not. Nothing is wrong with the results, but the workers wait for the pipe
instead of computing, and several copies are in memory.

How often that is depends on the call. \`map\`, \`starmap\` and their \`_async\` kin make chunks, four for each worker if no
\`chunksize\` is given, and pickle what a chunk's tasks have in common once. \`imap\`, \`imap_unordered\`, \`apply_async\`,
\`submit\` and an executor's \`map\` pickle each task by itself. An array of 8 MB, used for one number in each of 100 tasks by
two workers (CPython 3.11 and numpy 2.4 on Linux; seconds of CPU time of all processes, their start included):

| how the array gets there | times pickled | fork | spawn |
| --- | --- | --- | --- |
| not at all | 0 | 0.01 | 0.32 |
| \`pool.map(partial(work, array), …)\` | 8 | 0.20 | 0.53 |
| \`pool.starmap(work, [(array, i) for i in …])\` | 8 | 0.18 | 0.47 |
| \`pool.imap(partial(work, array), …)\` | 100 | 2.11 | 2.48 |
| \`executor.submit(work, array, i)\` | 100 | 1.91 | 2.38 |
| \`Pool(initializer=…, initargs=(array,))\` | 0, or 2 under spawn | 0.01 | 0.36 |
| \`multiprocessing.shared_memory\` | 0 | 0.02 | 0.34 |

The numbers of picklings are the same in 3.8 and 3.13.

Reported are values that are large whatever happens: arrays of at least 5 MB whose shape the code says, bytes and lists of
such a size, and tables and arrays that are read from a file as a whole, whose size the code does not say. Left alone are values that differ from task to
task, parts of them, and all whose size can't be told.`,
  startMethods: START_METHODS,
  fixable: 'no',
  fixSafety: `There is no fix, as it changes how the worker gets at its data. An \`initializer\` that puts the value into a
global of each worker is the smallest change: under \`fork\` it costs nothing, otherwise one copy for each worker.
\`multiprocessing.shared_memory\` is one copy for all, also where workers write into it; the parent has to \`unlink()\` it in
the end. For a file, hand over the path and let the initializer read it, or map it with \`numpy.load(path, mmap_mode="r")\`.
A worker that needs only a part should be given that part.`,
  references: [
    'https://docs.python.org/3/library/multiprocessing.html#programming-guidelines',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool.imap',
    'https://docs.python.org/3/library/multiprocessing.shared_memory.html',
    'https://docs.python.org/3/library/concurrent.futures.html#concurrent.futures.Executor.map',
  ],

  *find(model) {
    for (const large of largeArguments(model)) {
      const { from, to } = large.node;
      const [creation] = large.submission.creations;
      const startMethods = creation?.method ? [creation.method] : START_METHODS;
      yield { from, to, message: messageOf(large, model), startMethods, subject: large };
    }
  },

  fix: ({ subject: { value } }) => ({
    refusal:
      value.size === null
        ? 'hand over the path, and let an initializer read the file into a global once in each worker'
        : 'hand it over once, with an initializer that puts it into a global of each worker, or share it through multiprocessing.shared_memory',
  }),
});

function messageOf(
  { submission, node, value, attribute, each }: LargeArgument,
  model: ProcessModel,
): string {
  const { semantics } = model;
  const { source, size } = value;
  const origin = `${callText(source, model)}, ${lineOf(source, model)}`;
  const amount =
    size === null ? `all that it has read: ${origin}` : `${megabytes(size)} MB: ${origin}`;
  const text = semantics.textOf(node).replace(/\s+/g, ' ');
  const what =
    attribute === null
      ? `\`${text}\` (${amount})`
      : `\`${text}\` takes its object along, with \`${attribute}\` (${amount}), which`;
  const call = callText(submission.call.node, model);
  const often = each === 'task' ? 'each task' : 'each chunk of tasks';
  return `${what} is pickled, sent and unpickled again with ${often} of ${call} (${lineOf(submission.call.node, model)})`;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000);
}
