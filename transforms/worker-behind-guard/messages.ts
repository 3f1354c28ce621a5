import { rowOf } from '../../src/processes/import-time/call-words.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import type { Node } from '../../src/syntax/node.ts';
import type { Misplaced } from './find.ts';

/** What is wrong with a misplaced name, and what comes of it. */
export function messageOf(misplaced: Misplaced, model: ProcessModel): string {
  const { binding, definition, isGuarded, definedBy, startedBefore } = misplaced;
  const is = definition.kind === 'import' ? 'imported' : 'defined';
  const behind = startedBefore
    ? `behind line ${rowOf(startedBefore, model)}, which forks the workers without it`
    : '';
  const place = definedBy
    ? `by ${nameOf(definedBy, model)} alone, which a child that imports this file does not call`
    : isGuarded
      ? `under the main guard, which a child skips when it imports this file${behind && `, and ${behind}`}`
      : behind;
  return `\`${binding.name}\` ${useOf(misplaced, model)}, but it is ${is} ${place}: ${consequenceOf(misplaced)}`;
}

function useOf({ handOver, definition, reader }: Misplaced, model: ProcessModel): string {
  if (reader) return `is used by ${nameOf(reader, model)}, which runs in worker processes`;
  return handOver.runs.includes(definition.node) || definition.kind === 'function'
    ? 'runs in worker processes'
    : 'travels to worker processes';
}

function nameOf(fn: Node, { semantics }: ProcessModel): string {
  const name = semantics.functionShape(fn)?.nameNode;
  return name ? `\`${semantics.textOf(name)}\`` : 'a lambda';
}

function consequenceOf({ handOver, reader }: Misplaced): string {
  if (reader) return 'there it is a NameError';
  switch (handOver.kind) {
    case 'executor':
      return 'the workers die of an AttributeError, and the program stops with BrokenProcessPool';
    case 'process':
      return 'the child ends with an AttributeError before it does its work, and the program goes on without it';
    default:
      return 'the workers die of an AttributeError, what they were given is never done, and the program hangs';
  }
}
