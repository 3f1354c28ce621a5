import type { Fix, Refusal } from '../src/edits/fix.ts';
import { guardEdits } from '../src/edits/guard.ts';
import { callText, rowOf } from '../src/processes/import-time/call-words.ts';
import type { Effect } from '../src/processes/import-time/effects.ts';
import { type MainSplit, splitMain } from '../src/processes/import-time/main-split.ts';
import { startMessage } from '../src/processes/import-time/start-words.ts';
import { unguardedStarts } from '../src/processes/import-time/unguarded.ts';
import type { ImportTimeStart, ProcessModel } from '../src/processes/model.ts';
import { isTest } from '../src/processes/role.ts';
import type { Node } from '../src/syntax/node.ts';
import { defineTransform, type Finding } from './transform.ts';

export default defineTransform<ImportTimeStart>({
  code: 'MP101',
  name: 'unguarded-start',
  summary: 'processes are started while the main module is imported',
  why: `A child of \`spawn\` or \`forkserver\` is a new interpreter. To find the workers it imports the program's main file again, under the name \`__mp_main__\`, and everything at module level runs once more. When that starts processes, the child stops with \`RuntimeError: An attempt has been made to start a new process before the current process has finished its bootstrapping phase.\`

What the parent makes of it differs. A \`Pool\` starts new workers in place of the dead ones without end: the program hangs. A \`Manager\` stops with \`EOFError\`, an executor with \`concurrent.futures.process.BrokenProcessPool: A process in the process pool was terminated abruptly while the future was running or pending.\` A \`Process\` ends with exit code 1, and the parent goes on as if nothing had happened: the work is silently not done. In Python 3.14 the fork server itself stops at that, so there every one of these ends in \`ConnectionResetError: [Errno 104] Connection reset by peer\`.

\`spawn\` is the default on Windows and macOS, \`forkserver\` on other systems from Python 3.14. Under \`fork\`, the default on Linux up to 3.13, the program works. A main guard makes it work everywhere: what stands under \`if __name__ == "__main__":\` is skipped when a child imports the file.`,
  advice: `The error message itself speaks of \`freeze_support()\`, so guides call it at the top of the file. It is for programs that were frozen into an executable and does nothing for others: only the main guard helps. Guides also say that it takes a guard on Windows alone, or that Linux goes over to \`spawn\`: macOS has had \`spawn\` since Python 3.8, and Linux gets \`forkserver\` with 3.14. And a guard round nothing but the pool is not enough where what stands above it should happen once: each child that is not forked repeats it.`,
  startMethods: ['spawn', 'forkserver'],
  fixable: 'safe',
  inNotebooks: false,
  fixSafety: `Under a main guard comes what starts processes, what uses the results, and what should happen once: output, downloads, loading what only the parent needs. Everything that code in the workers uses stays outside, with all that this needs in turn: functions, classes, imports, constants, configuration. The order of what has effects is kept; statements move past definitions only where neither can tell the difference.

The fix is unsafe where each child will run a statement again of which nothing is known, where a call comes under the guard that may set something up for the workers, or where other files import the program. There is no fix where a name is torn, because the workers use it and it can't be made again in each child: the results of a pool, a random number, the time, a file opened for writing, a module-level \`Queue\` or \`Lock\`, a name that changes between two starts.`,
  references: [
    'https://docs.python.org/3/library/multiprocessing.html#the-spawn-and-forkserver-start-methods',
    'https://docs.python.org/3/library/__main__.html#idiomatic-usage',
  ],

  *find(model) {
    if (!model.role.isMain) return;
    const starts = unguardedStarts(model);
    const [first] = starts;
    if (first) yield findingAt(first, starts, model);
  },

  fix(_finding, model): Fix | Refusal {
    const elsewhere = refusalByRole(model);
    if (elsewhere) return { refusal: elsewhere };
    const split = splitMain(model);
    if ('torn' in split) return { refusal: split.torn };
    const doubts = doubtsOf(split, model);
    return {
      applicability: doubts.length > 0 ? 'unsafe' : 'safe',
      message: [orderOf(split), ...doubts].join('; '),
      edits: split.groups.flatMap((group) =>
        guardEdits(model.tree, { ...group, moved: group.moved.flat() }),
      ),
    };
  },
});

/** One finding a module: all its starts have one mend. */
function findingAt(
  first: ImportTimeStart,
  starts: readonly ImportTimeStart[],
  model: ProcessModel,
): Finding<ImportTimeStart> {
  const { from, to } = first.node;
  const pinned = first.start.method;
  return {
    from,
    to,
    message: startMessage(first, starts, model),
    ...(pinned ? { startMethods: [pinned] } : {}),
    subject: first,
  };
}

/** Where a guard would not mend but break. */
function refusalByRole({ path }: ProcessModel): string | null {
  return isTest(path)
    ? 'a test runner imports this file, and under a main guard nothing of this would run. ' +
        'Put it into a test function or a fixture.'
    : null;
}

function orderOf({ groups }: MainSplit): string {
  const isMoved = groups.some((group) => group.moved.length > 0);
  const what = isMoved ? 'bring the run part together' : 'put the run part';
  const where = groups.some((group) => group.guard) ? 'the main guard' : 'a main guard';
  return `${what} under ${where}`;
}

function doubtsOf({ repeated, unseen }: MainSplit, model: ProcessModel): string[] {
  const { importedBy } = model.facts;
  return [
    ...(repeated.length > 0
      ? [
          `each child will run ${linesOf(
            repeated.map((r) => [r.statement, r.effect]),
            model,
          )} again`,
        ]
      : []),
    ...(unseen.length > 0
      ? [
          `the children will no longer run ${linesOf(
            unseen.map((e) => [e.node, e]),
            model,
          )}`,
        ]
      : []),
    ...(model.role.isImported
      ? [`${importedBy[0]} imports this file, and will no longer run the guarded part by that`]
      : []),
  ];
}

/** `line 5 (prepare())`, or several. */
function linesOf(places: readonly (readonly [Node, Effect])[], model: ProcessModel): string {
  return places
    .map(([node, effect]) => `line ${rowOf(node, model)} (${callText(effect.node, model)})`)
    .join(', ');
}
