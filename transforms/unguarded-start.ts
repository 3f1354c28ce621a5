import type { Fix, Refusal } from '../src/edits/fix.ts';
import { guardEdits } from '../src/edits/guard.ts';
import { callText, rowOf, wayOf } from '../src/processes/import-time/call-words.ts';
import type { Effect } from '../src/processes/import-time/effects.ts';
import { type MainSplit, splitMain } from '../src/processes/import-time/main-split.ts';
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

What the parent makes of it differs. A \`Pool\` starts new workers in place of the dead ones without end: the program hangs. A \`Manager\` stops with \`EOFError\`, an executor with \`concurrent.futures.process.BrokenProcessPool: A process in the process pool was terminated abruptly while the future was running or pending.\` A \`Process\` ends with exit code 1, and the parent goes on as if nothing had happened: the work is silently not done. From Python 3.14 the fork server itself imports the main file, so there every one of these ends in \`ConnectionResetError: [Errno 104] Connection reset by peer\`.

\`spawn\` is the default on Windows and macOS, \`forkserver\` on other systems from Python 3.14. Under \`fork\`, the default on Linux up to 3.13, the program works. A main guard makes it work everywhere: what stands under \`if __name__ == "__main__":\` is skipped when a child imports the file.`,
  startMethods: ['spawn', 'forkserver'],
  fixable: 'safe',
  fixSafety: `Under a main guard comes what starts processes, what uses the results, and what should happen once: output, downloads, loading what only the parent needs. Everything that code in the workers uses stays outside, with all that this needs in turn: functions, classes, imports, constants, configuration. The order of what has effects is kept; statements move past definitions only where neither can tell the difference.

The fix is unsafe where each child will run a statement again of which nothing is known, where a call comes under the guard that may set something up for the workers, or where other files import the program. There is no fix where a name is torn, because the workers use it and it can't be made again in each child: the results of a pool, a random number, the time, a file opened for writing, a module-level \`Queue\` or \`Lock\`, a name that changes between two starts.`,
  references: [
    'https://docs.python.org/3/library/multiprocessing.html#the-spawn-and-forkserver-start-methods',
    'https://docs.python.org/3/library/__main__.html#idiomatic-usage',
  ],

  *find(model) {
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
  const others = [...new Set(starts.map((s) => s.statement))].filter((s) => s !== first.statement);
  const pinned = first.start.method;
  return {
    from,
    to,
    message: [whatHappens(first, model), ...alsoAt(others.map((s) => rowOf(s, model)))].join(' '),
    ...(pinned ? { startMethods: [pinned] } : {}),
    subject: first,
  };
}

function whatHappens(found: ImportTimeStart, model: ProcessModel): string {
  const { node, start } = found;
  const way = wayOf(found, model);
  return (
    `${callText(node, model)} starts processes while this file is imported${way ? ` (${way})` : ''}, and each ` +
    `child imports it again: ${CONSEQUENCES[start.kind]}.`
  );
}

const CONSEQUENCES = {
  pool: 'the workers fail before they can work, and the program hangs or stops with an error',
  executor: 'the workers fail before they can work, and the program stops with an error',
  process: 'the child ends with an error before it does its work',
  manager: "the manager's process fails before it can serve, and the program stops with an error",
};

function alsoAt(rows: readonly number[]): string[] {
  if (rows.length === 0) return [];
  const last = rows[rows.length - 1];
  return rows.length === 1
    ? [`The same goes for line ${last}.`]
    : [`The same goes for lines ${rows.slice(0, -1).join(', ')} and ${last}.`];
}

/** Where a guard would not mend but break: the file is not, or not only, run as a program. */
function refusalByRole({ role, path }: ProcessModel): string | null {
  if (!role.isMain) {
    return (
      `a main guard would make this vanish, as the file is no program: ${role.evidence}. ` +
      'Put it into a function, and call that under the main guard of the program.'
    );
  }
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
