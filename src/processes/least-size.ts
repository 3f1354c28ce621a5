/** What the size of a pool comes to where its process may use one CPU. */
import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import { countsHost } from './pool-size.ts';

const OPERATORS: ReadonlyMap<string, (left: number, right: number) => number> = new Map([
  ['+', (left, right) => left + right],
  ['-', (left, right) => left - right],
  ['*', (left, right) => left * right],
  ['/', (left, right) => left / right],
  ['//', (left, right) => Math.floor(left / right)],
  ['or', (left, right) => (Number.isNaN(left) ? left : left || right)],
]);

const FUNCTIONS: ReadonlyMap<string, (...values: number[]) => number> = new Map([
  ['builtins.max', Math.max],
  ['builtins.min', Math.min],
  ['builtins.int', Math.trunc],
  ['builtins.round', Math.round],
  ['math.ceil', Math.ceil],
  ['math.floor', Math.floor],
]);

/** The size if each count of CPUs gives 1; NaN where that can't be told. */
export function sizeWithOneCpu(size: Node, semantics: Semantics): number {
  const [source, ...others] = semantics.values.sources(size);
  if (!source || others.length > 0) return Number.NaN;
  if (source.kind === 'Number') return Number(semantics.textOf(source).replaceAll('_', ''));
  if (source.kind === 'BinaryExpression') {
    const [left, operator, right] = source.parts;
    const compute = operator && OPERATORS.get(semantics.textOf(operator));
    if (!compute || !left || !right) return Number.NaN;
    return compute(sizeWithOneCpu(left, semantics), sizeWithOneCpu(right, semantics));
  }
  const call = semantics.call(source);
  if (!call) return Number.NaN;
  if (countsHost(call, semantics)) return 1;
  const [name, ...names] = semantics.values.qualifiedNames(call.callee);
  const compute = names.length === 0 && name !== undefined ? FUNCTIONS.get(name) : undefined;
  const isPlain = call.args.every((arg) => arg.name === null && arg.star === '');
  return compute && isPlain && call.args.length > 0
    ? compute(...call.args.map(({ value }) => sizeWithOneCpu(value, semantics)))
    : Number.NaN;
}
