import type { Fix, Refusal } from '../src/edits/fix.ts';
import { callText, lineOf } from '../src/processes/import-time/call-words.ts';
import type { ProcessModel } from '../src/processes/model.ts';
import { START_METHODS } from '../src/processes/start-method.ts';
import { type UnseenChange, unseenChanges } from '../src/processes/state/unseen/unseen-changes.ts';
import { collected } from './state-mutated-in-worker/collect.ts';
import { managed } from './state-mutated-in-worker/manager.ts';
import { defineTransform } from './transform.ts';

export default defineTransform<UnseenChange>({
  code: 'MP505',
  name: 'state-mutated-in-worker',
  summary: 'workers change a variable that the parent reads, but each changes a copy of its own',
  why: `Processes do not share variables. A forked child begins with a copy of all that its parent has, one of \`spawn\` or
\`forkserver\` with what importing the module gives. What it does from then on to a global, to an attribute of an object or
class, or to a list that it was given as an argument, it does to its own: under every start method the parent's stays as
it was. There is no error. A list that the workers have filled is \`[]\` in the parent, a counter is \`0\`, a process'
\`self.result\` is \`None\`, a loop that waits for a flag never ends.

What comes back from a worker is what it returns. \`Pool.map\` and its kin, and \`ProcessPoolExecutor\`, give that to the
parent, in the order of the tasks; it took 0.2 µs a value where the tasks did nothing else (CPython 3.13, two workers).
What has to be shared while they run can be: a \`multiprocessing.Value\` is memory of all, 1 µs for each addition under its
lock; a \`Manager().list()\` or \`.dict()\` lives in a process of its own, and each access is a message there and back,
30 µs.

Reported are variables to which the parent gives nothing but one constant or empty value and that it reads behind the
submission, while functions that only children run change them. Left alone is all that other code may change too: a worker
that the parent calls itself, a list that it also fills; what only workers read, such as caches, their own counters, and
what an initializer sets; and threads, \`ThreadPool\` and \`multiprocessing.dummy\`, which do share variables.`,
  advice: `Guides that explain why a counter is wrong put it down to a race, and cure it with a lock round the shared
global. A lock keeps processes from running that line at the same time, but each still has a variable of its own: the
program prints 0 as before, only more slowly. That goes for \`threading.Lock\` and \`multiprocessing.Lock\` alike.
Where a \`Value\` is advised, \`counter.value += 1\` is not enough either: it reads and writes in two steps. Four
processes that each did that 20,000 times came to 26,411 to 55,616 in six runs; under \`with counter.get_lock():\` to 80,000.`,
  startMethods: START_METHODS,
  fixable: 'unsafe',
  fixSafety: `Where a task appends one value to a global list, at its end, the worker returns the value instead, and the
parent collects: \`results.extend(pool.map(…))\`, or \`callback=results.append\` for a call that does not wait, if the pool is
joined before the list is read. Where a list or dict of the parent is handed to the workers as an argument, and both use it
in ways that a manager's list or dict offers, it becomes one.

Both are unsafe, as they change what a program does that was content with an empty list. The values have to be pickled on
their way back, an exception in a worker that nobody asked for is raised in the parent once the results of
\`executor.map\` are read, and with callbacks the order is that in which tasks end. A manager is one more process, each use
of its objects takes about 30 µs, and what is changed inside a value that was read from it is lost again.

There is no fix for counters, flags and attributes, where not every task appends, where the worker goes on behind it, where
the results of the call are used already, and for processes, which return nothing: the finding says what to use.`,
  references: [
    'https://docs.python.org/3/library/multiprocessing.html#sharing-state-between-processes',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool.map',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Value',
    'https://docs.python.org/3/library/multiprocessing.html#managers',
  ],

  *find(model) {
    for (const change of unseenChanges(model)) {
      const { from, to } = change.changes[0].node;
      const { startMethods } = change;
      yield { from, to, message: messageOf(change, model), startMethods, subject: change };
    }
  },

  fix({ subject }, model): Fix | Refusal {
    const edits = collected(subject, model) ?? managed(subject, model);
    if (!edits) return { refusal: adviceFor(subject) };
    if ('refusal' in edits) return edits;
    return { applicability: 'unsafe', message: subject.isArgument ? MANAGED : COLLECTED, edits };
  },
});

const LONGEST_VALUE = 40;

function messageOf({ slot, code, task, initial, read }: UnseenChange, model: ProcessModel): string {
  const { semantics } = model;
  const way = code.way.map((name) => `${name}()`).join(' → ');
  const value = semantics.textOf(initial[0]).replace(/\s+/g, ' ');
  const short = value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
  return (
    `${way} changes \`${slot.text}\` in the children of ${callText(task.call, model)} (${lineOf(task.call, model)}), ` +
    `each in its own copy: where the parent reads it (${lineOf(read.node, model)}) it is still \`${short}\``
  );
}

const COLLECTED = 'let the worker return the value, and collect the values in the parent';
const MANAGED =
  "make it a manager's, which all processes share; each use of it is a message to another process";

/** What to do where it takes more than a patch. */
function adviceFor({ changes, kind, slot, isArgument }: UnseenChange): string {
  if (kind === 'number' && changes.every(({ how }) => how === 'counted')) {
    return (
      `let the workers return what they count, and add it up; or share a multiprocessing.Value, handed over by an ` +
      `initializer or as an argument, and add to it under its get_lock()`
    );
  }
  if (slot.binding === null && !isArgument) {
    return (
      `what a child's object holds stays in the child: let the worker return it, or send it through a ` +
      `multiprocessing.Queue that the parent reads before it joins the process`
    );
  }
  if (kind === 'constant') {
    return `let the worker return it; to signal something, share a multiprocessing.Event or Value, handed over as an argument`;
  }
  return (
    `let the workers return what they have found, and put it together in the parent; or hand over a list or dict of a ` +
    `multiprocessing.Manager(), each use of which is a message to its process`
  );
}
