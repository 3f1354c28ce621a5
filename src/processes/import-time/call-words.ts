import type { Node } from '../../syntax/node.ts';
import type { ImportTimeStart, ProcessModel } from '../model.ts';
import type { Effect } from './effects.ts';

/** The dotted name of what is called at an effect's place; empty where that is unknown. */
export function calleeName(effect: Effect, { semantics }: ProcessModel): string {
  const call = semantics.call(effect.node);
  return (call && semantics.values.qualifiedName(call.callee)) ?? '';
}

/** Whether random numbers come out the same again behind this. */
export function isSeed(effect: Effect, model: ProcessModel): boolean {
  return SEEDS.test(calleeName(effect, model));
}

const SEEDS = /^((numpy\.)?random\.seed|torch\.manual_seed)$/;

/** `toolkit.prepare()` as a statement: it may set something up that nobody sees. */
export function isModuleCall(effect: Effect, model: ProcessModel): boolean {
  return effect.node.parent?.kind === 'ExpressionStatement' && callsModule(effect, model);
}

/** Whether a function of a package is called, of which nothing is known. */
export function callsModule(effect: Effect, { semantics }: ProcessModel): boolean {
  const call = semantics.call(effect.node);
  if (effect.behaviour !== 'unknown' || !call) return false;
  return semantics.values
    .qualifiedNames(call.callee)
    .some((name) => !name.includes('()') && !name.startsWith('builtins.'));
}

/** A call for messages: `open(…)`. */
export function callText(node: Node, { semantics }: ProcessModel): string {
  const call = semantics.call(node);
  if (!call) return semantics.textOf(node).split('\n', 1)[0] ?? '';
  const callee = semantics.textOf(call.callee).replace(/\s+/g, ' ');
  return `${callee}(${call.args.length > 0 ? '…' : ''})`;
}

/** The row that a node begins in, from 1. */
export function rowOf(node: Node, { tree }: ProcessModel): number {
  return tree.lines.positionOf(node.from).row;
}

/** The line that a node begins in, for messages: `line 7`, or in a notebook `line 7 of cell 2`. */
export function lineOf(node: Node, { tree }: ProcessModel): string {
  return tree.lines.lineName(node.from);
}

/** The way from a statement of the module to what starts processes: `main() → run() → Pool(…) in pools.py, line 3`. */
export function wayOf({ start, chain }: ImportTimeStart, model: ProcessModel): string {
  const behind = start.behind ?? [];
  if (chain.length === 0 && behind.length === 0) return '';
  const last = behind.at(-1);
  const steps = [
    ...chain.map((name) => `${name}()`),
    callText(start.node, model),
    ...behind.map(({ text }) => text),
  ];
  return `${steps.join(' → ')}${last ? ` in ${last.path}, line ${last.row}` : ''}`;
}
