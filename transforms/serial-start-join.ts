import type { ProcessModel } from '../src/processes/model.ts';
import { START_METHODS } from '../src/processes/start-method.ts';
import { findSerialLoops, type SerialLoop } from './serial-start-join/find.ts';
import { splitLoop } from './serial-start-join/mend.ts';
import { defineTransform } from './transform.ts';

export default defineTransform<SerialLoop>({
  code: 'MP305',
  name: 'serial-start-join',
  summary: 'each process is joined before the next one starts, so that nothing runs in parallel',
  why: `\`join()\` waits until the process has ended. A loop that starts a process and joins it in the same turn never has
more than one at work: it takes as long as the work without processes, and the time to start them on top. No error shows
it; the results are right, and the processors idle.

It is also a way to have each piece of work done in a fresh process, one after the other: because it leaks memory, say.
So only loops are reported of which nothing says that they are meant: the \`join()\` stands right behind the \`start()\` and
is the last that a turn does, has no timeout, and no comment around the loop, no name or docstring of its function speaks
of memory, order, isolation or the like. \`while\` loops, which often supervise one process, loops over one item, and
tests are left alone.`,
  startMethods: START_METHODS,
  fixable: 'unsafe',
  fixSafety: `The \`join()\` moves to a loop of its own behind the first, which goes over the same list, or over a new one that the
first loop fills. The fix is unsafe: the processes run at the same time, so their output mixes, and one can't count on
what an earlier one has left.

There is no fix where the number of processes is not known or large, for all of them would run at once: that is what
\`Pool.map\` is for. Nor is there one where they share a \`Value\`, an \`Array\`, a \`Pipe\` or a manager's object: code that is
right as long as one process runs at a time may need a lock then.`,
  references: [
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Process.join',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Process.start',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool.map',
  ],

  *find(model) {
    for (const serial of findSerialLoops(model)) {
      const { from, to } = serial.call;
      yield { from, to, message: messageOf(serial, model), subject: serial };
    }
  },

  fix({ subject }, model) {
    return splitLoop(subject, model);
  },
});

function messageOf({ call, process }: SerialLoop, { semantics }: ProcessModel): string {
  const name = semantics.textOf(process);
  return `\`${semantics.textOf(call)}\` right behind \`${name}.start()\` waits for each process before the next one starts: nothing runs in parallel.`;
}
