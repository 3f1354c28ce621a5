import type { ProcessModel } from '../src/processes/model.ts';
import { START_METHODS } from '../src/processes/start-method.ts';
import { findUnjoined, type Unjoined } from './process-not-joined/find.ts';
import { addJoin } from './process-not-joined/mend.ts';
import { defineTransform } from './transform.ts';

export default defineTransform<Unjoined>({
  code: 'MP304',
  name: 'process-not-joined',
  summary: 'nothing waits for a process, and its work is read too early, or lost',
  why: `A program that starts a process and never joins it is not wrong for that: at its end Python joins all children that
are not daemons. It goes wrong in three cases, and these are reported:

- **The parent reads at once what the process is to write**: a \`Value\`, an \`Array\`, a manager's list. It finds what was
  there before, or half of it, and no error says so.
- **The process is a daemon and the program ends.** Daemons are not joined but killed, in the middle of what they do, in
  silence. \`daemon=True\` is for helpers that may die at any moment, not for work.
- **The process uses a manager's object and the manager ends first.** A \`with Manager()\` ends it at the end of the block;
  and at the end of a program CPython ends managers before it waits for the children, on every version from 3.8 to 3.15.
  The child fails then, with \`FileNotFoundError\`, \`ConnectionRefusedError\`, \`ConnectionResetError\`, \`EOFError\` or
  \`BrokenPipeError\`, as it happens, and the program exits 0.`,
  advice: `Guides say that processes which are not joined pile up as zombies, and recommend a \`join()\`, or a handler of
\`SIGCHLD\`, in every server loop. A child that has ended does stay a zombie until the parent asks for it, but \`start()\`
and \`active_children()\` ask for all of them. Measured on 3.8, 3.13 and 3.14: a loop that starts a process in each turn
never has more than those zombies that ended since its last \`start()\`. A \`join()\` in that loop would make the server wait
for each request. So a loop or server that starts processes and forgets them is not reported.`,
  startMethods: START_METHODS,
  fixable: 'unsafe',
  fixSafety: `A \`join()\` comes behind the last \`start()\` in a row; for processes that a loop starts, a second loop. The fix is
unsafe: the parent waits there, for as long as the processes take.

Processes are left alone that are handed on, stored, or that anything in the file may wait for, by whatever means; so are
those whose code is not in the file, and those that run for ever or wait for something. There is no fix where nothing
keeps the process, as in \`Process(target=work).start()\`.`,
  references: [
    'https://docs.python.org/3/library/multiprocessing.html#programming-guidelines',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Process.daemon',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.active_children',
  ],

  *find(model) {
    for (const unjoined of findUnjoined(model)) {
      const { from, to } = unjoined.start.node;
      yield { from, to, message: messageOf(unjoined, model), subject: unjoined };
    }
  },

  fix({ subject }, model) {
    return addJoin(subject, model);
  },
});

function messageOf({ life, start, harm }: Unjoined, { semantics, tree }: ProcessModel): string {
  const [worker] = life.workers;
  const name = worker && semantics.functionShape(worker)?.nameNode;
  const work = name ? `\`${semantics.textOf(name)}\`` : 'the process';
  const call = semantics.textOf(start.call?.callee ?? start.node).replace(/\s+/g, ' ');
  const started = call.length < 40 ? `\`${call}()\`` : 'this start';
  switch (harm.kind) {
    case 'read': {
      const line = tree.lines.lineName(harm.node.from);
      return `Nothing waits behind ${started}, and ${line} reads \`${harm.name}\` before ${work} has changed it.`;
    }
    case 'manager':
      return `Nothing waits behind ${started}, and the manager of \`${harm.name}\` ends while ${work} is at work, which then fails.`;
    case 'killed':
      return `Nothing waits behind ${started}: the program ends, and kills its daemon before ${work} is done.`;
  }
}
