import type { ProcessModel } from '../src/processes/model.ts';
import { START_METHODS } from '../src/processes/start-method.ts';
import { type EndlessWait, findEndlessWaits } from './blocking-get/find.ts';
import { putSentinels } from './blocking-get/mend.ts';
import { defineTransform } from './transform.ts';

export default defineTransform<EndlessWait>({
  code: 'MP401',
  name: 'blocking-get',
  summary: 'a worker waits for an item that nobody puts, and the parent waits for the worker',
  why: `\`get()\` of a queue waits until there is an item: for ever, if none comes. A worker that takes one item after the other
therefore needs to be told when it got the last one. Where nothing tells it, it waits in \`get()\`, the parent waits in
\`join()\`, and the program hangs when all its work is done, without a word. A queue does not notice that nobody is left
who could put: unlike a pipe it has no end.

The usual way is a *sentinel*, an item that means the end: \`None\` for each worker, behind the last task. One for all is
too little, for the worker that gets it takes it away from the others. Where no sentinel can be put, \`get(timeout=…)\`
raises \`queue.Empty\`, which the worker has to catch; \`SimpleQueue.get\` has no timeout.

Reported are workers whose loop reads a queue that is filled before the \`join()\` only, by the code that joins them,
where that loop has no end, or ends with an item that is not put, or not for all of them. A \`get()\` that waits for
another process is left alone: whether that one fails before it puts its item, the code does not tell. So are processes
that someone stops, watches or joins with a timeout.`,
  startMethods: START_METHODS,
  fixable: 'unsafe',
  fixSafety: `The sentinel that ends the loop is put once for each process, right before they are joined; a loop without an end
gets \`if item is None: break\`. The fix is unsafe: \`None\` may be among the tasks.

There is no fix where the number of processes is not that of a list which is joined, where the queue counts its tasks
(\`task_done()\`, \`join()\`), and where the loop does not give the item a name.`,
  references: [
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Queue.get',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.SimpleQueue',
    'https://docs.python.org/3/library/multiprocessing.html#examples',
  ],

  *find(model) {
    for (const wait of findEndlessWaits(model)) {
      const { from, to } = wait.consumer.get.call?.node ?? wait.consumer.get.node;
      yield { from, to, message: messageOf(wait, model), subject: wait };
    }
  },

  fix({ subject }, model) {
    return putSentinels(subject, model);
  },
});

function messageOf(
  { consumer, queue, lives, join, sentinels }: EndlessWait,
  { semantics, tree }: ProcessModel,
): string {
  const [worker] = lives[0]?.workers ?? [];
  const shape = worker ? semantics.functionShape(worker) : null;
  const name = shape?.nameNode ? `\`${semantics.textOf(shape.nameNode)}\`` : 'the worker';
  const { row } = tree.lines.positionOf(join.node.from);
  const call = semantics.textOf(join.node);
  const ending =
    consumer.sentinel === null
      ? `Nothing ends the loop of ${name}`
      : sentinels.length === 0
        ? `${name} ends when it gets \`${consumer.sentinel}\`, which nothing puts into \`${queue.name}\``
        : `${name} ends when it gets \`${consumer.sentinel}\`, which is put into \`${queue.name}\` ${sentinels.length === 1 ? 'once' : `${sentinels.length} times`}, for more processes than that`;
  return `${ending}: it waits here for ever, and \`${call}\` in line ${row} waits for it.`;
}
