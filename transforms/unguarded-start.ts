import type { Fix, Refusal } from '../src/edits/fix.ts';
import { guardEdits } from '../src/edits/guard.ts';
import { callText, type MainSplit, splitMain } from '../src/processes/main-split.ts';
import type { ImportTimeStart, ProcessModel } from '../src/processes/model.ts';
import { unguardedStarts } from '../src/processes/unguarded.ts';
import { defineTransform, type Finding } from './transform.ts';

export default defineTransform<ImportTimeStart>({
  code: 'MP101',
  name: 'unguarded-start',
  summary: 'Processes are started while the main module is imported',
  why: `TODO`,
  startMethods: ['spawn', 'forkserver'],
  fixable: 'safe',
  fixSafety: `TODO`,
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
    message: [whatHappens(first, model), ...alsoAt(others.map((s) => rowOf(s.from, model)))].join(
      ' ',
    ),
    ...(pinned ? { startMethods: [pinned] } : {}),
    subject: first,
  };
}

function whatHappens({ node, start, chain }: ImportTimeStart, model: ProcessModel): string {
  const call = callText(node, model);
  const way = [...chain.map((name) => `${name}()`), callText(start.node, model)].join(' → ');
  return (
    `${call} starts processes while this file is imported${chain.length > 0 ? ` (${way})` : ''}, and each ` +
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
  return TEST_FILE.test(path)
    ? 'a test runner imports this file, and under a main guard nothing of this would run. ' +
        'Put it into a test function or a fixture.'
    : null;
}

const TEST_FILE = /(^|[\\/])(test_[^\\/]*|[^\\/]*_test|conftest)\.py$/;

function orderOf({ groups }: MainSplit): string {
  const isMoved = groups.some((group) => group.moved.length > 0);
  const what = isMoved ? 'bring the run part together' : 'put the run part';
  const where = groups.some((group) => group.guard) ? 'the main guard' : 'a main guard';
  return `${what} under ${where}`;
}

function doubtsOf({ repeated, unseen }: MainSplit, model: ProcessModel): string[] {
  return [
    ...repeated.map(
      ({ statement, effect }) =>
        `each child will run line ${rowOf(statement.from, model)} again (${callText(effect.node, model)})`,
    ),
    ...unseen.map(
      (effect) =>
        `the children will no longer run line ${rowOf(effect.node.from, model)} (${callText(effect.node, model)})`,
    ),
    ...(model.role.isImported
      ? [
          `what imports this file will no longer run the guarded part (${model.facts.importedBy[0]})`,
        ]
      : []),
  ];
}

function rowOf(offset: number, model: ProcessModel): number {
  return model.tree.lines.positionOf(offset).row;
}
