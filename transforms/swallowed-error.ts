import type { ProcessModel } from '../src/processes/model.ts';
import { type UnaskedResult, unaskedResults } from '../src/processes/pool-life/unasked-results.ts';
import { START_METHODS } from '../src/processes/start-method.ts';
import { mendUnasked } from './swallowed-error/mend.ts';
import { defineTransform } from './transform.ts';

export default defineTransform<UnaskedResult>({
  code: 'MP402',
  name: 'swallowed-error',
  summary: "a task whose result nobody asks for, so that the worker's exception vanishes",
  why: `What a worker raises travels back with its result, and is raised where the parent asks for that: in \`get()\` of an
\`AsyncResult\`, in \`result()\` of a \`Future\`, in the loop over what \`imap\` or an executor's \`map\` gives. Where
nobody asks, the exception vanishes without a word, under every Python and every start method. The program ends with
exit code 0, with a part of its work not done, and not even a traceback on stderr.

Neither \`close()\` and \`join()\`, nor the end of an executor's \`with\`, nor \`AsyncResult.wait()\` and
\`concurrent.futures.wait()\` raise it. A \`callback\` is called for results only, so that a task with an error leaves
no trace there either; \`error_callback\` is called for errors.

\`imap\` and an executor's \`map\` look lazy, but they submit all tasks at once, unless an executor's \`map\` of
Python 3.14 is given a \`buffersize\`. The tasks run though nobody iterates, and only their errors are never seen.
That also holds for what cannot be sent to the worker at all: a lambda or an open file as an argument fails with an
exception that stays in the result. (An executor of Python 3.8 may hang instead.)

Nothing is said where the result is handed to other code, where the program asks for \`successful()\` or
\`exception()\`, where there is an \`error_callback\`, and where all that the worker does stands in a \`try\` that
catches every exception.`,
  startMethods: START_METHODS,
  pinHelps: false,
  fixable: 'unsafe',
  fixSafety: `The fix shows what was hidden, so it is unsafe: a program that went on after an error now stops with it, and the loop
over the results waits for them.

What \`apply_async\`, \`map_async\` or \`submit\` gives is kept, and asked for behind the \`join()\` of the pool or
behind the executor's \`with\`, where all tasks are done. Of several errors the first is raised. An executor's \`map\`
and \`imap\` go into \`list(…)\`, which waits where they stand and keeps all results in memory. No \`error_callback\`
is written: what it should do, only the program's author knows.

There is no fix where the code does not show when the tasks are done, for example because the pool is joined by
another method, or the executor never shut down; and where the handles are kept only until the next turn of a loop.`,
  references: [
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool.apply_async',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.AsyncResult.get',
    'https://docs.python.org/3/library/concurrent.futures.html#concurrent.futures.Executor.map',
    'https://docs.python.org/3/library/concurrent.futures.html#concurrent.futures.Future.result',
  ],

  *find(model) {
    for (const unasked of unaskedResults(model)) {
      const { from, to } = unasked.submission.call.node;
      yield { from, to, message: messageOf(unasked, model), subject: unasked };
    }
  },

  fix({ subject }, model) {
    return mendUnasked(subject, model);
  },
});

function messageOf({ submission, delivery }: UnaskedResult, { semantics }: ProcessModel): string {
  const worker = semantics.textOf(submission.argument.value).replace(/\s+/g, ' ');
  const subject = worker.length > 40 ? 'its worker' : `\`${worker}\``;
  return delivery === 'lazy'
    ? `Nobody iterates over what \`${submission.method}\` gives: an exception in ${subject} is never seen.`
    : `Nobody asks for the result of \`${submission.method}\`: an exception in ${subject} is never seen.`;
}
