import type { ProcessModel, StartMethodCall } from '../src/processes/model.ts';
import { type FixingCall, fixingCalls, stateOf } from '../src/processes/start-methods/fixing.ts';
import { type Earlier, Order } from '../src/processes/start-methods/order.ts';
import { forgets, isRepeated, leadsTo, mayFail } from './start-method-set-twice/find.ts';
import { askWithoutFixing, moveUp, secondCall } from './start-method-set-twice/mend.ts';
import { defineTransform, type Finding } from './transform.ts';

interface Subject {
  readonly setter: StartMethodCall;
  /** What has fixed the method by then, the earliest first; empty where a loop sets it again. */
  readonly earlier: readonly Earlier<FixingCall>[];
}

export default defineTransform<Subject>({
  code: 'MP602',
  name: 'start-method-set-twice',
  summary: 'set_start_method() is called when the start method is fixed already',
  why: `A program has one start method. \`set_start_method()\` raises \`RuntimeError: context has already been set\` when it
has been called before, with the same method too, and when anything has used the default context: from then on the
program has the method that is the platform's default.

What fixes it, from Python 3.8 to 3.15: \`Pool()\`, \`Manager()\`, \`ProcessPoolExecutor()\`, \`.start()\` of a \`Process\` (not
making one), \`Queue()\`, \`Lock()\`, \`Event()\`, \`Value()\` and their kin (not \`Pipe()\`, \`RawValue()\`, \`RawArray()\`),
\`get_context()\` without a method, \`get_start_method()\` without \`allow_none=True\`, and even
\`multiprocessing.pool.ThreadPool()\`. Up to 3.13 so does starting a process from \`get_context("spawn")\` or
\`get_context("forkserver")\`.

\`force=True\` is no way out where something has been made before: a \`Queue\` or \`Lock\` belongs to the method under which
it was made. One of \`fork\`, handed to a process that \`spawn\` starts, is refused from Python 3.11 on (\`A SemLock created
in a fork context is being shared with a process in a spawn context\`), and fails in the child before. Parts of a program
that need methods of their own take contexts: \`get_context("spawn").Pool()\`.`,
  startMethods: ['fork', 'spawn', 'forkserver'],
  fixable: 'safe',
  fixSafety: `As it stands, the call fails on every way that leads here. It moves before what fixes the method, if both
are statements of one block under the main guard or in a function; the fix is unsafe where processes are started between
the two, which then start in another way. \`if get_start_method() != "spawn":\`
gets \`allow_none=True\`, which asks without fixing anything. A call in a \`try\` that catches the error, one with
\`force=True\`, and one that is reached under a condition which the program changes are left alone.`,
  references: [
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.set_start_method',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.get_start_method',
    'https://docs.python.org/3/library/multiprocessing.html#contexts-and-start-methods',
  ],

  find(model) {
    const setters = model.startMethodCalls.filter((setter) => mayFail(setter, model));
    if (setters.length === 0 || model.startMethodCalls.some(forgets)) return [];
    const { semantics } = model;
    const calls = fixingCalls(model);
    return setters.flatMap((setter) => {
      const same = calls.filter(({ of }) => of === stateOf(setter.library));
      const order = new Order(same, semantics, (at, place) => leadsTo(at, place, semantics));
      const earlier = order.before(setter.call.node).sort((a, b) => a.at.from - b.at.from);
      const isLate = earlier.length > 0 || isRepeated(setter.call.node, semantics);
      return isLate ? [finding({ setter, earlier }, model)] : [];
    });
  },

  fix({ subject: { setter, earlier } }, model) {
    if (earlier.length === 0) {
      return {
        refusal: setter.method
          ? 'set it once, before the loop'
          : 'take a context for each method: get_context(method) has Pool, Process, Queue and all else',
      };
    }
    return (
      askWithoutFixing(setter, earlier, model) ??
      secondCall(setter, earlier, model) ??
      moveUp(setter, earlier, model)
    );
  },
});

const OUTCOME = 'this call fails with "RuntimeError: context has already been set"';

function finding(subject: Subject, model: ProcessModel): Finding<Subject> {
  const { node } = subject.setter.call;
  return { from: node.from, to: node.to, message: messageFor(subject, model), subject };
}

function messageFor({ setter, earlier }: Subject, { semantics, tree }: ProcessModel): string {
  const [first] = earlier;
  if (!first)
    return `the start method is set again in each turn of a loop: from the second on ${OUTCOME}`;
  const { event, at } = first;
  const callee = semantics.textOf(event.call.callee);
  const line = tree.lines.lineName(at.from);
  const through = semantics.call(at)?.callee;
  const place =
    at === event.call.node || !through ? line : `${line}, through ${semantics.textOf(through)}(),`;
  if (event.kind === 'setter') {
    const word = event.call.node === setter.call.node ? 'this call sets' : `${callee}() sets`;
    return `${word} the start method on ${place} already: ${OUTCOME}`;
  }
  return `${callee}() on ${place} uses the default start method, which fixes it: ${OUTCOME}`;
}
