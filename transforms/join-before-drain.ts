import type { ProcessModel } from '../src/processes/model.ts';
import { START_METHODS } from '../src/processes/start-method.ts';
import { type EarlyJoin, findEarlyJoins } from './join-before-drain/find.ts';
import { moveJoins } from './join-before-drain/mend.ts';
import { defineTransform } from './transform.ts';

export default defineTransform<EarlyJoin>({
  code: 'MP403',
  name: 'join-before-drain',
  summary: 'processes are joined before the queue that they fill is read, and neither side goes on',
  why: `What a process puts into a queue, a thread of it writes into a pipe, and before the process ends it waits for
that thread. A pipe holds little: on Linux 64 KiB. When it is full the thread waits for someone to read, the process
waits for the thread, and a parent that calls \`join()\` before it reads waits for the process: for ever, without a
word. Measured with one item, CPython 3.8, 3.13 and 3.14 hang from 65,520 bytes on, and with many items as soon as
together they come to that. \`JoinableQueue\` does the same, and with \`SimpleQueue\`, which has no thread, the process
is stuck in \`put()\` itself. Small data never shows it, so it is most often met when a program that has always worked
is given more to do.

A queue of \`Manager()\` is not bounded by a pipe: its items are kept by the manager's process. \`join(timeout)\` comes
back, but the process is still there.

Reported are processes whose code is in the file, where it may put more than a few bytes into a queue that nothing reads
before the \`join()\`. What is put while an exception is handled does not count, nor do numbers, constants and the like
that are put once.`,
  startMethods: START_METHODS,
  fixable: 'safe',
  fixSafety: `The \`join()\` moves behind the last statement that reads the queue. The fix is safe where each process puts one
item and nothing happens in between but that items are read and kept: all of them are there then, as before, and the
processes have ended. Elsewhere it is unsafe: what the parent prints may come before what the processes print last; a
file, a pipe or memory that the code in between looks at may not hold yet what they leave there last; and if they put more
than is read, the rest must be read too.

\`while not queue.empty():\` only works behind the \`join()\`. Where each process puts exactly one item it becomes a loop
over the processes; that is unsafe, for a process that fails before it puts its item would be waited for. Elsewhere there
is no fix but a reason: how many items there are, or which is the last, only the author knows. There is none either where
the code in between needs the processes to have ended.`,
  references: [
    'https://docs.python.org/3/library/multiprocessing.html#programming-guidelines',
    'https://docs.python.org/3/library/multiprocessing.html#pipes-and-queues',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Process.join',
  ],

  *find(model) {
    for (const early of findEarlyJoins(model)) {
      const { from, to } = early.join.node;
      yield { from, to, message: messageOf(early, model), subject: early };
    }
  },

  fix({ subject }, model) {
    return moveJoins(subject, model);
  },
});

function messageOf({ join, queue, gets }: EarlyJoin, { semantics, tree }: ProcessModel): string {
  const call = semantics.textOf(join.node);
  const line = tree.lines.lineName((gets[0] ?? join).node.from);
  const holder =
    queue.type === 'SimpleQueue' ? 'the process is stuck in `put()`' : 'the process does not end';
  return `\`${call}\` comes before \`${queue.name}\` is read in ${line}: as soon as a pipe can't hold what is in \`${queue.name}\` (64 KiB on Linux), ${holder} and \`join()\` waits for ever.`;
}
