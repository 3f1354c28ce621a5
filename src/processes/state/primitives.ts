import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import type { Call } from '../../syntax/shapes.ts';
import { SHARED_PRIMITIVES } from '../import-time/effect-tables.ts';
import { apiOf } from '../libraries.ts';
import { argumentAt } from '../submissions.ts';
import type { StateChange } from './changes.ts';

/** What processes share because they inherit it: a lock, queue, event, value, pipe, shared memory, a manager's object. */
export interface Primitive {
  /** `multiprocessing.Queue`, as messages say it. */
  readonly name: string;
  readonly value: Node;
}

/** The primitive that a variable holds, where all that ever gives it a value does so; null for other state. */
export function primitiveIn(
  changes: readonly StateChange[],
  semantics: Semantics,
): Primitive | null {
  const made = changes
    .filter(({ how, value }) => how === 'bound' && value?.kind !== 'None')
    .map((change) => primitiveMade(change, semantics));
  return made.every((primitive) => primitive !== null) ? (made[0] ?? null) : null;
}

/** Whether a change gives a variable a new primitive. */
export function makesPrimitive(change: StateChange, semantics: Semantics): boolean {
  return primitiveMade(change, semantics) !== null;
}

/** The primitive that a change puts into a variable. */
function primitiveMade(change: StateChange, semantics: Semantics): Primitive | null {
  // `a, b = Pipe()` has its value behind the last `=`.
  const value = change.value ?? unpackedValue(change.node);
  const call = value && semantics.call(value);
  if (!call) return null;
  for (const name of semantics.values.qualifiedNames(call.callee)) {
    const api = apiOf(name);
    if (api?.kind === 'function' && SHARED_PRIMITIVES.has(api.name)) {
      return { name: `${api.library.name}.${api.name}`, value };
    }
    const shared = SHARED.find(({ names }) => names.test(name));
    if (shared && makesNew(call, shared, semantics)) return { name: shared.shown ?? name, value };
  }
  return null;
}

interface Shared {
  /** The calls that make it, by qualified name. */
  readonly names: RegExp;
  /** What messages call it, where not by that name. */
  readonly shown?: string;
  /** The argument without which the call opens what is there already, the same in all processes. */
  readonly maker?: { readonly index: number; readonly keyword: string };
}

const SHARED: readonly Shared[] = [
  {
    names: /^multiprocessing\.shared_memory\.SharedMemory$/,
    maker: { index: 1, keyword: 'create' },
  },
  {
    names: /^multiprocessing\.shared_memory\.ShareableList$/,
    maker: { index: 0, keyword: 'sequence' },
  },
  { names: /^multiprocessing\.sharedctypes\.\w*(Value|Array)$/ },
  { names: /^multiprocessing\.(synchronize|queues)\.\w+$/ },
  { names: /^multiprocessing\.(\w+\(\)\.)?Manager\(\)\.\w+$/, shown: "a manager's object" },
];

function makesNew(call: Call, { maker }: Shared, semantics: Semantics): boolean {
  if (!maker) return true;
  const argument = argumentAt(call, maker.index, maker.keyword);
  return argument !== null && !/^(None|False)$/.test(semantics.textOf(argument.value));
}

function unpackedValue(name: Node): Node | null {
  const statement = name.ancestor('AssignStatement');
  return statement &&
    statement.lastChild?.kind === 'CallExpression' &&
    !statement.lastChild.contains(name)
    ? statement.lastChild
    : null;
}
