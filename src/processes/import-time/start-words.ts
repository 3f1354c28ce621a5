import type { ImportTimeStart, ProcessModel } from '../model.ts';
import { callText, rowOf, wayOf } from './call-words.ts';

/** What starts processes on import, for messages: the first of several, and the lines of the others. */
export function startMessage(
  first: ImportTimeStart,
  all: readonly ImportTimeStart[],
  model: ProcessModel,
): string {
  const way = wayOf(first, model);
  const others = [...new Set(all.map((s) => s.statement))].filter((s) => s !== first.statement);
  const what =
    `${callText(first.node, model)} starts processes while this file is imported${way && ` (${way})`}, and ` +
    `each child imports it again: ${CONSEQUENCES[first.start.kind]}.`;
  return [what, ...alsoAt(others.map((s) => rowOf(s, model)))].join(' ');
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
