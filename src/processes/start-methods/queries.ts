import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import type { Call } from '../../syntax/shapes.ts';
import { contextMethod } from '../contexts.ts';
import { apiOf } from '../libraries.ts';

/** A call that asks for the start method. */
export interface MethodQuery {
  readonly call: Call;
  /** Whether it asks for the program's, rather than a context's; it fixes that unless it allows None. */
  readonly isGlobal: boolean;
  readonly allowsNone: boolean;
}

/** The `get_start_method()` calls of a package or of a context that is not pinned to a method, in order. */
export function methodQueries(semantics: Semantics): MethodQuery[] {
  if (!semantics.tree.text.includes('get_start_method')) return [];
  return semantics.allCalls().flatMap((call) => {
    const object = semantics.attribute(call.callee);
    const names = semantics.values.qualifiedNames(call.callee);
    const isGlobal = names.length > 0 && names.every(isPackageFunction);
    const isOfContext =
      object?.name === 'get_start_method' &&
      (names.length > 0
        ? names.every(isContextMethod)
        : CONTEXT_WORDS.test(semantics.textOf(object.object)));
    if (!isGlobal && !isOfContext) return [];
    if (object && contextMethod(object.object, semantics)) return [];
    const [given] = call.args;
    const allowsNone = given !== undefined && semantics.textOf(given.value) !== 'False';
    return [{ call, isGlobal, allowsNone }];
  });
}

/** Names of what is not known, but is called after what it has to be. */
const CONTEXT_WORDS = /(context|ctx|pool|\bmp\b|multiprocess)\w*$/i;

function isPackageFunction(name: string): boolean {
  const api = apiOf(name);
  return !name.includes('()') && api?.kind === 'function' && api.name === 'get_start_method';
}

function isContextMethod(name: string): boolean {
  return isPackageFunction(name) || /(get_context\(\)|Context\(\))\.get_start_method$/.test(name);
}

/** Whether all that an expression may stand for are such calls. */
export function isQuery(
  expression: Node,
  queries: ReadonlyMap<Node, MethodQuery>,
  semantics: Semantics,
): boolean {
  const sources = semantics.values.sources(expression);
  return sources.length > 0 && sources.every((source) => queries.has(source));
}
