/** Objects through which a parent sees what its processes have done. */
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { apiOf } from '../libraries.ts';

export type SharedKind = 'memory' | 'manager';

const MEMORY = /^(Raw)?(Value|Array)$/;

/** What a manager makes that holds no data. */
const NO_DATA =
  /^(Queue|JoinableQueue|Lock|RLock|Semaphore|BoundedSemaphore|Event|Condition|Barrier|Pool)$/;

/** What an expression shares with processes: a `Value` or `Array`, or a manager's object; null for all else. */
export function sharedKind(expression: Node, semantics: Semantics): SharedKind | null {
  const kinds = semantics.values.sources(expression).map((source) => kindOf(source, semantics));
  const [first] = kinds;
  return first && kinds.every((kind) => kind === first) ? first : null;
}

function kindOf(source: Node, semantics: Semantics): SharedKind | null {
  const call = semantics.call(source);
  for (const name of call ? semantics.values.qualifiedNames(call.callee) : []) {
    const made = /\.Manager\(\)(?:\.__enter__\(\))?\.(\w+)$/.exec(name)?.[1];
    if (made && !NO_DATA.test(made)) return 'manager';
    const api = apiOf(name);
    if (api?.kind === 'function' && MEMORY.test(api.name)) return 'memory';
  }
  return null;
}
