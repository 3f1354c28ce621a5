import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { SHARED_PRIMITIVES } from '../import-time/effect-tables.ts';
import { apiOf } from '../libraries.ts';
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
    const shared = SHARED.find(([pattern]) => pattern.test(name));
    if (shared) return { name: shared[1] ?? name, value };
  }
  return null;
}

const SHARED: readonly (readonly [RegExp, string | null])[] = [
  [/^multiprocessing\.shared_memory\.(SharedMemory|ShareableList)$/, null],
  [/^multiprocessing\.sharedctypes\.\w*(Value|Array)$/, null],
  [/^multiprocessing\.(synchronize|queues)\.\w+$/, null],
  [/^multiprocessing\.(\w+\(\)\.)?Manager\(\)\.\w+$/, "a manager's object"],
];

function unpackedValue(name: Node): Node | null {
  const statement = name.ancestor('AssignStatement');
  return statement &&
    statement.lastChild?.kind === 'CallExpression' &&
    !statement.lastChild.contains(name)
    ? statement.lastChild
    : null;
}
