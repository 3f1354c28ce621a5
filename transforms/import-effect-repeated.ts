import type { Fix, Refusal } from '../src/edits/fix.ts';
import { guardEdits } from '../src/edits/guard.ts';
import { rowOf } from '../src/processes/import-time/call-words.ts';
import type { RunGroup } from '../src/processes/import-time/main-split.ts';
import type { ProcessModel } from '../src/processes/model.ts';
import { importingMethods } from '../src/processes/repeated/find-repeated.ts';
import { type Repetition, Repetitions } from './import-effect-repeated/find.ts';
import { messageOf, refusalFor } from './import-effect-repeated/messages.ts';
import { defineTransform } from './transform.ts';

interface Subject {
  readonly repetition: Repetition;
  readonly all: Repetitions;
}

export default defineTransform<Subject>({
  code: 'MP507',
  name: 'import-effect-repeated',
  summary:
    'something that is to happen once happens again in each child that imports the main file',
  why: `The child of \`spawn\` or \`forkserver\` imports the program's main file again, and what stands outside the main
guard runs once more, with all that it does. A guard round the pool alone is therefore not enough:

- \`open("log.txt", "w")\` empties the file in each child. What the parent or other workers wrote is lost, without an
  error. Where the workers write to the file themselves, a guard does not help either: they would miss its name.
- \`os.mkdir()\` finds the folder there, \`os.remove()\` finds nothing, a port is in use, and \`input()\` has nothing to
  read from. The child dies of the exception before it can work: a \`Pool\` starts new ones without end and hangs, an
  executor stops with \`BrokenProcessPool\`, and a \`Process\` ends with exit code 1, while the parent goes on. Python
  3.14's fork server imports the main file itself and dies of it: \`ConnectionResetError\` in the parent.
- \`shutil.rmtree()\` deletes what was made since. Downloads, requests and other programs run again, and a \`print()\` is
  seen once more for each child.
- What takes long to load is loaded by each child, needed or not.
- A random identifier, or a temporary folder, is another one in each child, so parent and workers don't mean the same.

Under \`fork\` the children have what the parent has made, and nothing of this happens. Only what happens for certain is
reported: nothing in a branch or behind \`if not os.path.exists(…)\`, and no \`print()\` that shows which process it is in.`,
  startMethods: ['spawn', 'forkserver'],
  fixable: 'safe',
  inNotebooks: false,
  fixSafety: `The statements move under the main guard, with what builds on them, in their order. Where they can't move past
what stands between, they get a guard of their own in their place.

There is no fix where the workers, or other files, need what a statement gives: a file that workers write to, an
answer that they read. The finding then says how they can get it. The fix is unsafe where other files import the
program, or a console script calls a function of it, which then no longer run that part.`,
  references: [
    'https://docs.python.org/3/library/multiprocessing.html#the-spawn-and-forkserver-start-methods',
    'https://docs.python.org/3/library/__main__.html#idiomatic-usage',
  ],

  *find(model) {
    const startMethods = importingMethods(model);
    if (startMethods.length === 0) return;
    const all = new Repetitions(model);
    for (const repetition of all.all) {
      const { from, to } = repetition.repeat.node;
      const message = messageOf(repetition, model);
      yield { from, to, message, startMethods, subject: { repetition, all } };
    }
  },

  fix({ subject: { repetition, all } }, model): Fix | Refusal {
    if (repetition.needed) return { refusal: refusalFor(repetition, model) };
    const groups = all.guard.groups(all.movable());
    const doubts = doubtsOf(model);
    return {
      applicability: doubts.length > 0 ? 'unsafe' : 'safe',
      message: [orderOf(groups, model), ...doubts].join('; '),
      edits: groups.flatMap((group) =>
        guardEdits(model.tree, { ...group, moved: group.moved.flat() }),
      ),
    };
  },
});

function orderOf(groups: readonly RunGroup[], model: ProcessModel): string {
  const statements = groups.flatMap(({ moved, place, guard }) => [
    ...moved.flat(),
    ...place.filter((statement) => statement !== guard?.statement),
  ]);
  const rows = [...new Set(statements.map((statement) => rowOf(statement, model)))].sort(
    (a, b) => a - b,
  );
  const where = groups.every(({ guard }) => guard) ? 'the main guard' : 'a main guard';
  return `put line${rows.length > 1 ? 's' : ''} ${rows.join(', ')} under ${where}`;
}

/** Who else would no longer see what is put under the guard. */
function doubtsOf({ facts }: ProcessModel): string[] {
  const [importer] = facts.importedBy;
  const [script] = facts.consoleScripts;
  return [
    ...(importer ? [`${importer} imports this file, and will no longer run that part by it`] : []),
    ...(script ? [`the console script ${script.name} will no longer run that part`] : []),
  ];
}
