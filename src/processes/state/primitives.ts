import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { SHARED_PRIMITIVES } from '../import-time/effect-tables.ts';
import { apiOf } from '../libraries.ts';
import type { StateChange } from './changes.ts';
import type { LostState } from './lost-state.ts';

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

/** Whether a primitive of its own would not do for a child: all but a lock that no other process takes. */
export function isShared({ variable, readers, changes, repeated, primitive }: LostState): boolean {
  if (!repeated.includes(changes[0]) || !isLock(primitive)) return true;
  const [only, ...others] = readers;
  const { kind, call } = only.children.creation;
  if (others.length > 0 || kind !== 'process' || isRepeatedCall(call.node)) return true;
  const inChild = only.children.code.map(({ fn }) => fn);
  return variable.binding.references.some(
    ({ node }) => !inChild.some((fn) => fn.contains(node)) && !call.node.contains(node),
  );
}

function isLock(primitive: Primitive | null): boolean {
  return /(Lock|Semaphore)$/.test(primitive?.name ?? '');
}

function isRepeatedCall(node: Node): boolean {
  for (let outer = node.parent; outer; outer = outer.parent) {
    if (/^(For|While)Statement$|Comprehension/.test(outer.kind)) return true;
  }
  return false;
}
