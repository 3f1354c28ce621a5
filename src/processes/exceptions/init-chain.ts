/** How the `__init__` methods of an exception class hand arguments on, down to `BaseException.args`. */
import { codeOf } from '../../semantics/code.ts';
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import type { Argument, Call, FunctionShape, Parameter } from '../../syntax/shapes.ts';
import { hasInit, type Lineage, ownInit } from './lineage.ts';

/** An `__init__`, and what it hands to the next one. */
export interface Link {
  readonly owner: Node;
  readonly shape: FunctionShape;
  /** Its parameters without `self`. */
  readonly parameters: readonly Parameter[];
  /** What it gives the next `__init__`, or Python's own, without `self`; null where it calls none. */
  readonly handed: readonly Argument[] | null;
}

/** The `__init__` methods that run when an instance is made, its own first; null where that is not certain. */
export function initChain({ classes }: Lineage, semantics: Semantics): Link[] | null {
  const chain: Link[] = [];
  let index = classes.findIndex((each) => hasInit(each, semantics));
  while (index >= 0) {
    const owner = classes[index] as Node;
    const shape = ownInit(owner, semantics);
    const calls = shape && initCalls(shape, semantics);
    if (!shape || !calls || calls.length > 1 || shape.params[0]?.star !== '') return null;
    const [call] = calls;
    const next = call ? nextOf(call, index, classes, semantics) : null;
    if (call && next === null) return null;
    const parameters = shape.params.slice(1);
    const handed = next?.args ?? null;
    if (handed?.some(({ star }) => star !== '')) return null;
    chain.push({ owner, shape, parameters, handed });
    index = next?.index ?? -1;
  }
  return chain;
}

/** The calls of an `__init__` in another; null where one may be left out, or run more often. */
function initCalls({ body }: FunctionShape, semantics: Semantics): Call[] | null {
  const code = [...codeOf(body)];
  if (code.some(({ kind }) => kind === 'ReturnStatement')) return null;
  const calls = code.flatMap((node) => {
    const call = semantics.call(node);
    return call && semantics.attribute(call.callee)?.name === '__init__' ? [call] : [];
  });
  const areSure = calls.every(
    ({ node }) => node.parent?.kind === 'ExpressionStatement' && node.parent.parent === body,
  );
  return areSure ? calls : null;
}

function nextOf(
  call: Call,
  index: number,
  classes: readonly Node[],
  semantics: Semantics,
): { index: number; args: readonly Argument[] } | null {
  const object = semantics.attribute(call.callee)?.object;
  if (!object) return null;
  const withInit = (from: number) => {
    const at = classes.slice(from).findIndex((each) => hasInit(each, semantics));
    return at < 0 ? -1 : from + at;
  };
  const callee = semantics.call(object)?.callee;
  if (callee && semantics.textOf(callee) === 'super') {
    return { index: withInit(index + 1), args: call.args };
  }
  const [named] = semantics.values.definitions(object);
  const isPython = semantics.values.qualifiedName(object)?.startsWith('builtins.') === true;
  const at = named ? classes.indexOf(named) : -1;
  if (!isPython && at <= index) return null;
  return { index: isPython ? -1 : withInit(at), args: call.args.slice(1) };
}

/** How many arguments pickle will hand to `__init__`: those of `args`. Null where that is unknown. */
export function argsCount(chain: readonly Link[], made: Call | null): number | null {
  const handed = chain.at(-1)?.handed ?? null;
  if (handed) return handed.some(({ name }) => name !== null) ? null : handed.length;
  // Without a call of Python's __init__, `args` are what the class was called with, by position.
  if (made?.args.some(({ star }) => star !== '')) return null;
  return made?.args.filter(({ name }) => name === null).length ?? 0;
}

/** How many arguments an `__init__` takes by position, and whether it needs more by name. */
export function takes(parameters: readonly Parameter[]): {
  readonly least: number;
  readonly most: number;
  readonly named: Parameter | null;
} {
  const positional = parameters.filter(
    ({ star, passing }) => star === '' && passing !== 'keyword-only',
  );
  const isOpen = parameters.some(({ star }) => star === '*');
  return {
    least: positional.filter(({ defaultValue }) => !defaultValue).length,
    most: isOpen ? Number.POSITIVE_INFINITY : positional.length,
    named:
      parameters.find(
        ({ star, passing, defaultValue }) =>
          star === '' && passing === 'keyword-only' && !defaultValue,
      ) ?? null,
  };
}
