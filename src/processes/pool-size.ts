/** How many workers a pool or executor is made with. */
import { argumentsFor } from '../semantics/arguments.ts';
import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import type { Argument, Call } from '../syntax/shapes.ts';
import { resultsOf } from './hand-over/known-values.ts';
import { agreed, apiOf } from './libraries.ts';
import type { Creation } from './model.ts';
import { argumentAt } from './submissions.ts';

/** The argument that says how many workers a pool or executor is to have; null where none does. */
export function sizeArgument({ kind, call, library }: Creation): Argument | null {
  if (kind === 'executor') return argumentAt(call, 0, 'max_workers');
  if (kind !== 'pool') return null;
  const keyword = library.name === 'pathos' ? 'nodes' : 'processes';
  return argumentAt(call, 0, keyword);
}

/** Functions that give one of their arguments, or what is worked out of them. */
const GIVES_ARGUMENTS: ReadonlySet<string> = new Set([
  'builtins.max',
  'builtins.min',
  'builtins.int',
  'builtins.round',
  'builtins.abs',
  'math.ceil',
  'math.floor',
]);

/** Functions whose second argument counts where a variable of the environment is missing. */
const GIVES_SECOND: ReadonlySet<string> = new Set(['os.environ.get', 'os.getenv']);

/**
 * The numbers and calls that a size is worked out of, through arithmetic, `or`, `max`, names, parameters and functions
 * of this file: `os.cpu_count()` and `1` of `max(1, os.cpu_count() - 1)`.
 */
export function sizeParts(
  size: Node,
  semantics: Semantics,
  seen: Set<Node> = new Set(),
): readonly Node[] {
  return semantics.values.sources(size).flatMap((source) => {
    if (seen.has(source)) return [];
    seen.add(source);
    const inner = partsOf(source, semantics);
    return inner ? inner.flatMap((node) => sizeParts(node, semantics, seen)) : [source];
  });
}

/** What an expression is worked out of; null where it stands for itself. */
function partsOf(node: Node, semantics: Semantics): readonly Node[] | null {
  switch (node.kind) {
    case 'BinaryExpression':
      return operands(node, semantics);
    case 'VariableName':
      return given(node, semantics);
    case 'CallExpression': {
      const call = semantics.call(node);
      return call ? resultParts(call, semantics) : null;
    }
    default:
      return null;
  }
}

/** Of `a - b` and `a // b` only what is taken from: a difference of tasks is no size. */
function operands(node: Node, semantics: Semantics): readonly Node[] {
  const [left, operator, right] = node.parts;
  if (!left || !operator || !right) return [];
  const sign = semantics.textOf(operator);
  if (/^(\+|\*|or|and)$/.test(sign)) return [left, right];
  return /^(-|\/|\/\/)$/.test(sign) ? [left] : [];
}

/** What the calls in this file give for a parameter, and its default. */
function given(name: Node, semantics: Semantics): readonly Node[] | null {
  const [parameter] = semantics.bindingOf(name)?.definitions ?? [];
  if (parameter?.kind !== 'parameter') return null;
  const values = argumentsFor(semantics, parameter).map(({ value }) => value);
  return parameter.value ? [...values, parameter.value] : values;
}

function resultParts({ callee, args }: Call, semantics: Semantics): readonly Node[] | null {
  const values = args.filter(({ name, star }) => name === null && star === '');
  const names = semantics.values.qualifiedNames(callee);
  if (names.some((name) => GIVES_ARGUMENTS.has(name))) return values.map(({ value }) => value);
  if (names.some((name) => GIVES_SECOND.has(name))) return values.slice(1, 2).map((a) => a.value);
  const results = semantics.values
    .definitions(callee)
    .flatMap((fn) => (fn.kind === 'ClassDefinition' ? [] : (resultsOf(fn) ?? [])));
  return results.length > 0 ? results : null;
}

/** Whether a call counts the CPUs of the machine, whichever of them this process may use. */
export function countsHost({ callee }: Call, semantics: Semantics): boolean {
  const names = semantics.values.qualifiedNames(callee);
  if (names.length === 0) return false;
  if (names.every((name) => name === 'os.cpu_count')) return true;
  const api = agreed(
    names.map((name) => apiOf(name === 'os.cpu_count' ? 'multiprocessing.cpu_count' : name)),
  );
  return api?.kind === 'function' && api.name === 'cpu_count';
}
