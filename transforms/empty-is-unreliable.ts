import type { Refusal } from '../src/edits/fix.ts';
import type { ProcessModel } from '../src/processes/model.ts';
import { START_METHODS } from '../src/processes/start-method.ts';
import { findUnreliableLoops, type UnreliableLoop } from './empty-is-unreliable/find.ts';
import { defineTransform } from './transform.ts';

export default defineTransform<UnreliableLoop>({
  code: 'MP404',
  name: 'empty-is-unreliable',
  summary: 'an empty queue is taken for the end of the work',
  why: `A queue is empty when all is done, and also before anything has arrived: a process must begin, compute and put, and
then a thread of it writes the item into a pipe. A parent that starts processes and reads \`while not queue.empty()\`
finds the queue empty and goes on without any result. Measured: in 60 of 60 runs under each of CPython 3.8, 3.13 and
3.14. \`qsize()\` says the same, and raises \`NotImplementedError\` on macOS.

In the processes that share the work it is a race. Two see that one item is there, one gets it, and the other waits in
\`get()\` for ever. With four processes and a hundred items one run of fifteen hung: rarely enough to be shipped.

Behind the \`join()\` of all that put, \`empty()\` tells the truth, for a process does not end before all its items are in
the pipe: in none of 60 runs was an item missed. That is not reported here; but such a \`join()\` waits for ever when the
items are more than a pipe holds, see [join-before-drain](join-before-drain.md).`,
  advice: `Many examples of a worker go \`while not tasks.empty(): task = tasks.get()\`. It works with one worker that begins
when all tasks are there. What works always is an item that means the end: put one for each worker behind the last task,
and read \`for task in iter(tasks.get, None)\`.`,
  startMethods: START_METHODS,
  fixable: 'no',
  fixSafety: `There is no fix: how many items will come, or which of them is the last, the code does not say. The finding
says what to write where it is known.`,
  references: [
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Queue.empty',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Queue.qsize',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Queue.get',
  ],

  *find(model) {
    for (const loop of findUnreliableLoops(model)) {
      const { node } = loop.empty.look.call ?? loop.empty.look;
      yield { from: node.from, to: node.to, message: messageOf(loop, model), subject: loop };
    }
  },

  fix({ subject }): Refusal {
    const name = `\`${subject.queue.name}\``;
    return {
      refusal:
        subject.kind === 'early'
          ? `how many items come is not said here; get as many from ${name} as are put, or put a last one that means the end, and read up to that.`
          : `put one item that means the end into ${name} for each process, behind the last task, and read up to that.`,
    };
  },
});

function messageOf({ kind, empty, queue }: UnreliableLoop, { semantics }: ProcessModel): string {
  const asked = semantics.textOf(empty.look.call?.node ?? empty.look.node);
  const get = semantics.textOf(empty.gets[0]?.call?.node ?? empty.look.node);
  return kind === 'early'
    ? `\`${asked}\` is asked while the processes that fill \`${queue.name}\` have only just been started: nothing has arrived yet, and the loop ends at once.`
    : `Between \`${asked}\` and \`${get}\` another process may take the last item of \`${queue.name}\`: this one then waits for ever.`;
}
