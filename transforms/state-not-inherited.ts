import type { ProcessModel } from '../src/processes/model.ts';
import {
  type LinkedLoss,
  linkedLosses,
  linkedLossText,
} from '../src/processes/state/linked-state.ts';
import { type LostState, lostState } from '../src/processes/state/lost-state.ts';
import { initialText, readersText, startMethodsOf } from '../src/processes/state/words.ts';
import { handOver } from './state-not-inherited/hand-over.ts';
import { defineTransform } from './transform.ts';

export default defineTransform<LostState | LinkedLoss>({
  code: 'MP501',
  name: 'state-not-inherited',
  summary: 'workers read a global that only the parent sets',
  why: `A forked child begins as a copy of its parent, with every global as it is at that moment. The child of \`spawn\`
or \`forkserver\` is a new interpreter that imports the modules again: its globals have the values that the import gives
them. What the parent has done since is not there: what it set under the main guard, in \`main()\` or another function
with \`global\`, in an attribute of a class or module, or what it put into a dict or list.

Where the module gives the name no value itself, the worker stops with \`NameError: name 'CONFIG' is not defined\`. Where
it does, nothing stops: with \`CONFIG = None\` at the top and \`CONFIG = 5\` in \`main()\`, a worker that returns it gives
\`[5]\` under \`fork\` and \`[None]\` under \`spawn\` and \`forkserver\`, with exit code 0. A table that \`main()\` has filled
is empty there.

\`spawn\` is the default on Windows and macOS, \`forkserver\` on other systems from Python 3.14. So such a program changes
its results, without a word, with an upgrade of Python.

Left alone are globals that the workers or their initializer set themselves, such as caches; those for which the worker
is prepared, as it asks for \`None\` first; values that are the same after an import; and pools that are pinned to
\`fork\`.`,
  advice: `Guides declare the name \`global\` in the worker, so that it sees what the parent has set. \`global\` says which
variable of the own process is meant; no process sees another one's.`,
  startMethods: ['spawn', 'forkserver'],
  fixable: 'safe',
  inNotebooks: false,
  fixSafety: `The value is handed over where the children are made: to the workers of a pool or executor by an
\`initializer\` with \`initargs\`, which is made or extended, to a \`Process\` as one more argument of its target, to one of
a class of the file in an attribute, which its \`__init__\` fills and its \`run\` reads. Under
\`fork\` nothing is pickled, and the child gets the object that it had before.

There is no fix where the value can't be pickled (an open file, a lock of a thread, a connection), where the name may
have no value yet when the pool is made, where it is set again before an executor or process starts, where other names
stand for a list or dict that is changed in place, and where the target of a \`Process\` is used in ways that one more
parameter would break. The fix is unsafe where mpfix can't tell whether the value can be pickled. Each worker that is
not forked gets a copy of its own, however large it is.`,
  references: [
    'https://docs.python.org/3/library/multiprocessing.html#the-spawn-and-forkserver-start-methods',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool',
    'https://docs.python.org/3/library/concurrent.futures.html#concurrent.futures.ProcessPoolExecutor',
  ],

  *find(model) {
    for (const state of lostState(model)) {
      if (state.primitive) continue;
      const { from, to } = state.changes[0].node;
      const message = messageOf(state, model);
      yield { from, to, message, startMethods: startMethodsOf(state), subject: state };
    }
    for (const loss of linkedLosses(model)) {
      const { from, to } = loss.node;
      const { startMethods } = loss;
      yield { from, to, message: linkedLossText(loss, model), startMethods, subject: loss };
    }
  },

  fix({ subject }, model) {
    if (!('maker' in subject)) return handOver(subject, model);
    const { read } = subject;
    return {
      refusal:
        `\`${read.text}\`, what sets it and what starts the children are not all in one file: hand the value over ` +
        'where the children are made, with an initializer or an argument',
    };
  },
});

function messageOf(state: LostState, model: ProcessModel): string {
  const { variable, changes } = state;
  return (
    `\`${variable.text}\` is ${VERBS[changes[0].how]} by the parent only, and ${readersText(state, 'reads', model)}: ` +
    `a child that is not forked ${initialText(state, model)}`
  );
}

const VERBS = { bound: 'set here', imported: 'imported here', mutated: 'changed here' };
