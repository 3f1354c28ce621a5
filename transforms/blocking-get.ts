import { START_METHODS } from '../src/processes/start-method.ts';
import { type EndlessWait, findEndlessWaits } from './blocking-get/find.ts';
import { findLostTasks, type LostTask } from './blocking-get/lost-task.ts';
import { putSentinels } from './blocking-get/mend.ts';
import {
  answerAlways,
  messageOfEndless,
  messageOfLost,
  messageOfRecv,
  messageOfUnanswered,
} from './blocking-get/messages.ts';
import { findUnansweredGets, type UnansweredGet } from './blocking-get/unanswered.ts';
import {
  closeOwnCopy,
  findUnansweredRecvs,
  type UnansweredRecv,
} from './blocking-get/unanswered-recv.ts';
import { defineTransform } from './transform.ts';

export default defineTransform<EndlessWait | UnansweredGet | UnansweredRecv | LostTask>({
  code: 'MP401',
  name: 'blocking-get',
  summary: 'a worker or its parent waits for an item that nobody puts, for ever',
  why: `\`get()\` of a queue waits until there is an item: for ever, if none comes. A worker that takes one item after the other
therefore needs to be told when it got the last one. Where nothing tells it, it waits in \`get()\`, the parent waits in
\`join()\`, and the program hangs when all its work is done, without a word. A queue does not notice that nobody is left
who could put: unlike a pipe it has no end.

The usual way is a *sentinel*, an item that means the end: \`None\` for each worker, behind the last task. One for all is
too little, for the worker that gets it takes it away from the others. Where no sentinel can be put, \`get(timeout=…)\`
raises \`queue.Empty\`, which the worker has to catch; \`SimpleQueue.get\` has no timeout.

The other way round a parent waits for what a process puts. A process that fails prints its traceback and ends with
exit code 1; the queue does not tell, and \`get()\` waits on. So a worker has to put something on every way to its end,
of an exception too (\`except Exception as error: results.put(error)\`), or the parent asks with a timeout, catches
\`queue.Empty\` and sees whether the process is alive.

A pipe has an end: \`recv()\` raises \`EOFError\` when nobody has the other side open any more. But the parent itself has
it open, for it made both, until it closes the one that it gave away. Under every start method it can do so as soon as
\`start()\` has come back. For a worker in \`recv()\` it is not enough that the parent closes its own side: a forked
process has a copy of that too. Such a worker goes on waiting under fork, and gets its \`EOFError\` under spawn and
forkserver only, unless it is given that side and closes it.

The task of a \`Pool\` that calls \`sys.exit()\` or \`os._exit()\`, or kills its process, is lost: the pool catches
\`Exception\`, not \`SystemExit\`, starts another process, and does not notice that a result is missing. \`map()\`,
\`apply()\`, \`get()\`, \`wait()\`, a loop over \`imap()\` and even \`close()\` with \`join()\` then wait for ever: so it
is in CPython 3.8 to 3.15, and nothing says so. A \`ProcessPoolExecutor\` notices: it raises \`BrokenProcessPool\` when
a process dies, and hands a \`SystemExit\` to the parent.

Reported are three kinds of waits:

- Workers whose loop reads a queue or a pipe that is filled before the \`join()\` only, by the code that joins them, where
  that loop has no end, or ends with an item that is not put, or not for all of them.
- A parent that reads one item of each process, or receives from a process whose side of the pipe it has left open,
  where the worker's own code has a \`raise\`, a \`return\` or an exit before its first \`put()\` or \`send()\` that nothing
  catches there. That any call may raise does not count, nor do ends that depend on what the parent has given or said.
- A parent that waits without a timeout for a task of a \`Pool\` whose own code ends its process.

Processes that someone stops, watches or joins with a timeout are left alone.`,
  advice: `Examples of a worker that ends with \`None\` have one worker. Where there are several and one \`None\`, the first
that gets it takes it away from the others. One for each is needed.`,
  startMethods: START_METHODS,
  fixable: 'unsafe',
  fixSafety: `The sentinel that ends the loop is put once for each process, right before they are joined; a loop without an end
gets \`if item is None: break\`. Through a pipe it is sent, where the parent has not closed it before. The fix is unsafe:
\`None\` may be among the tasks.

The parent's copy of the process's side of a pipe is closed right behind \`start()\`. \`recv()\` then raises \`EOFError\`
when the process has ended, also where nothing catches it; that is unsafe, but it waited for ever before.

There is no fix for a parent that waits for what a worker may not put, or for a task that ends its process: what it does
without, the code does not say. There is none either where the number of processes is not that of a list which is joined,
where the queue counts its tasks (\`task_done()\`, \`join()\`), and where the loop does not give the item a name.`,
  references: [
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Queue.get',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.SimpleQueue',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Process.exitcode',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.connection.Connection.recv',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.AsyncResult.get',
    'https://docs.python.org/3/library/concurrent.futures.html#concurrent.futures.process.BrokenProcessPool',
    'https://docs.python.org/3/library/multiprocessing.html#examples',
  ],

  *find(model) {
    for (const wait of findEndlessWaits(model)) {
      const { from, to } = wait.consumer.get.call?.node ?? wait.consumer.get.node;
      const message = messageOfEndless(wait, model);
      yield wait.close
        ? { from, to, message, startMethods: ['fork'], subject: wait }
        : { from, to, message, subject: wait };
    }
    for (const wait of findUnansweredGets(model)) {
      const { from, to } = wait.get.call?.node ?? wait.get.node;
      yield { from, to, message: messageOfUnanswered(wait, model), subject: wait };
    }
    for (const wait of findUnansweredRecvs(model)) {
      const { from, to } = wait.recv.call?.node ?? wait.recv.node;
      yield { from, to, message: messageOfRecv(wait, model), subject: wait };
    }
    for (const lost of findLostTasks(model)) {
      const { from, to } = lost.wait;
      yield { from, to, message: messageOfLost(lost, model), subject: lost };
    }
  },

  fix({ subject }, model) {
    switch (subject.kind) {
      case 'endless':
        return putSentinels(subject, model);
      case 'unanswered':
        return answerAlways(subject);
      case 'unanswered-recv':
        return closeOwnCopy(subject, model);
      case 'lost-task':
        return {
          refusal:
            'what the task means by it, the code does not say; raise an exception, which the pool hands to the parent, or use `ProcessPoolExecutor`, which raises `BrokenProcessPool` when a process dies.',
        };
    }
  },
});
