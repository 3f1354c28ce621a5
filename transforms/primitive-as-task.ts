import type { Fix } from '../src/edits/fix.ts';
import { type SentPrimitive, sentPrimitives } from '../src/processes/hand-over/sent-primitives.ts';
import type { Submission } from '../src/processes/model.ts';
import { START_METHODS } from '../src/processes/start-method.ts';
import { byInitializer } from './primitive-as-task/initializer.ts';
import { byManager } from './primitive-as-task/manager.ts';
import { defineTransform } from './transform.ts';

export default defineTransform<SentPrimitive>({
  code: 'MP207',
  name: 'primitive-as-task',
  summary: 'a lock, queue or shared value is sent to workers along with their tasks',
  why: `A \`Lock\`, \`Queue\`, \`Event\` or \`Value\` of multiprocessing can be given to a process when it is started,
as an argument of \`Process\` or in \`initargs\`, and at no other time. The workers of a pool or executor are there already
when tasks come, and a task's arguments are pickled, under \`fork\` too:

    RuntimeError: Lock objects should only be shared between processes through inheritance

The message is the same in Python 3.8 to 3.15. It says \`Condition\` for an \`Event\` or \`Barrier\`, \`Synchronized\` for a
\`Value\`, \`SynchronizedArray\` for an \`Array\`. \`map\`, \`starmap\` and \`apply\` raise it; \`apply_async\` and \`submit\` do so
only where the result is asked for. Where nobody asks, no task is done, without a word.

It is the same for what \`functools.partial\` binds, and for a list, tuple or dict that has one in it. What a
\`Manager()\` gives is something else: its proxies can be sent to any process at any time.`,
  startMethods: START_METHODS,
  fixable: 'safe',
  fixSafety: `The primitive goes to the workers when they are started: an \`initializer\` with \`initargs\` puts it into a
global of the module, under the name of the worker's parameter, which goes, as does the argument in each call. The
program fails where it is now, so nothing that works is changed.

Where that does not fit, because the primitive is made after the pool, say, or the worker is called otherwise too, the
fix is a \`Manager\`'s proxy in its place. It is unsafe: a manager is one more process, each \`acquire\`, \`put\` or \`value\`
is a message to it and back, and a proxy has not all methods: \`Value\` has no \`get_lock()\`.

There is no fix where neither fits: the finding says why.`,
  references: [
    'https://docs.python.org/3/library/multiprocessing.html#the-spawn-and-forkserver-start-methods',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool',
    'https://docs.python.org/3/library/multiprocessing.html#managers',
  ],

  *find(model) {
    for (const primitive of sentPrimitives(model)) {
      const { from, to } = primitive.sent.node;
      const message = messageOf(primitive, model.semantics.textOf(primitive.sent.node));
      yield { from, to, message, subject: primitive };
    }
  },

  fix({ subject }, model) {
    const handed = byInitializer(subject, model);
    if (!('refusal' in handed)) return handed;
    const managed = byManager(subject, model);
    return managed
      ? because(managed, handed.refusal)
      : { refusal: `${handed.refusal}: ${INSTEAD}` };
  },
});

const INSTEAD =
  'give it to the workers with `initializer` and `initargs`, or send the proxy of a `Manager()`';

function because(fix: Fix, reason: string): Fix {
  return { ...fix, message: `${fix.message} (no initializer, as ${reason})` };
}

/** What CPython calls some of them in its message. */
const CALLED: ReadonlyMap<string, string> = new Map([
  ['Event', 'Condition'],
  ['Barrier', 'Condition'],
  ['Value', 'Synchronized'],
  ['Array', 'SynchronizedArray'],
]);

function messageOf({ name, library, submission, isInside }: SentPrimitive, text: string): string {
  const shown = /\n|.{41}/.test(text) ? 'this' : `\`${text}\``;
  const what = `a \`${library}.${name}\``;
  const subject = isInside
    ? `${shown} has ${what} in it, which`
    : text.endsWith(')')
      ? shown
      : `${shown}, ${what},`;
  const error = `${/^Raw/.test(name) ? '…' : (CALLED.get(name) ?? name)} objects should only be shared between processes through inheritance`;
  const when = isSilent(submission) ? ', seen only where the result is asked for' : '';
  return `${subject} can be given to a process only when that is started, not with a task: RuntimeError: ${error}${when}`;
}

const SILENT = /^(submit|run_in_executor|schedule|\w+_async)$/;

/** Whether an error waits for somebody to ask for the result. */
function isSilent({ method, call }: Submission): boolean {
  return SILENT.test(method) && call.args.every(({ name }) => name !== 'error_callback');
}
