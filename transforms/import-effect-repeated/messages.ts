import { callText, rowOf } from '../../src/processes/import-time/call-words.ts';
import type { CreationKind } from '../../src/processes/libraries.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import type { Repetition } from './find.ts';

/** What children do again, and what comes of it. */
export function messageOf(repetition: Repetition, model: ProcessModel): string {
  const { repeat, others } = repetition;
  const { node, effect } = repeat;
  const way =
    node === effect.call.node
      ? callText(node, model)
      : `${callText(node, model)} (${callText(effect.call.node, model)} on line ${rowOf(effect.call.node, model)})`;
  return [
    `${way} runs again when a child imports this file: each child ${effect.each}${resultOf(repetition, model)}.`,
    ...alsoAt([...new Set(others.map((other) => rowOf(other.node, model)))]),
  ].join(' ');
}

function resultOf({ repeat, needed, reader }: Repetition, model: ProcessModel): string {
  switch (repeat.effect.harm) {
    case 'destroys':
      return ', and what was written since is lost without an error';
    case 'fails':
      return `. ${CONSEQUENCES[kindOfStart(model)]}`;
    case 'costs':
      return ', though no worker needs it';
    case 'differs':
      return `, so that \`${needed?.binding?.name}\` is not the same in the parent and in ${nameOf(reader, model)}, which runs in the workers`;
    default:
      return '';
  }
}

const CONSEQUENCES: Readonly<Record<CreationKind, string>> = {
  pool: 'The workers die of it before they can work, and the program hangs',
  executor:
    'The workers die of it before they can work, and the program stops with BrokenProcessPool',
  process: 'It never gets to its work, and the program goes on without that',
  manager: "The manager's process dies of it, and the program stops with an error",
};

function kindOfStart({ importTimeStarts }: ProcessModel): CreationKind {
  const kinds = importTimeStarts
    .filter(({ isGuarded }) => isGuarded)
    .map(({ start }) => start.kind);
  return kinds.find((kind) => kind === 'pool') ?? kinds[0] ?? 'process';
}

function nameOf(fn: Repetition['reader'], { semantics }: ProcessModel): string {
  const name = fn && semantics.functionShape(fn)?.nameNode;
  return name ? `\`${semantics.textOf(name)}\`` : 'a lambda';
}

function alsoAt(rows: readonly number[]): string[] {
  if (rows.length === 0) return [];
  const last = rows[rows.length - 1];
  return rows.length === 1
    ? [`So does line ${last}.`]
    : [`So do lines ${rows.slice(0, -1).join(', ')} and ${last}.`];
}

/** Why something that children repeat can't come under the guard, and what to do instead. */
export function refusalFor({ repeat, needed }: Repetition, model: ProcessModel): string {
  const { effect, unit } = repeat;
  const row = rowOf(unit.node, model);
  const stays = `${needed?.by}, so line ${row} can't come under the main guard. `;
  if (effect.harm === 'destroys' && needed?.isByWorkers) return stays + FILES;
  const name = needed?.binding ? `\`${needed.binding.name}\`` : 'what it gives';
  if (effect.harm === 'differs' || needed?.isByWorkers) {
    return `${stays}Do it under the main guard, and hand ${name} to the workers as an argument, or with initializer= and initargs=`;
  }
  return `${stays}Split the file into a module of definitions and a program`;
}

const FILES =
  'Hand the results back and write them in the parent; or hand the path and a lock to the workers, and open the file ' +
  'there for appending, for as long as the lock is held. Append mode alone does not do: each child would still have a ' +
  'file and a buffer of its own, and forked children lose what they do not flush';
