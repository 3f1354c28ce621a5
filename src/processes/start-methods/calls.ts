/** Calls that choose a start method or ask for it. */
import type { Semantics } from '../../semantics/semantics.ts';
import type { Call } from '../../syntax/shapes.ts';
import { methodLiteral } from '../contexts.ts';
import { type Api, agreed, apiOf, type Library } from '../libraries.ts';
import type { StartMethod } from '../start-method.ts';

export interface ContextCall {
  readonly call: Call;
  readonly library: Library;
  /** The method, where it is a literal. */
  readonly method: StartMethod | null;
}

/** The `get_context(…)` calls, in order, of a package or of a context. */
export function contextCalls(semantics: Semantics): ContextCall[] {
  return semantics.allCalls().flatMap((call) => {
    const names = semantics.values.qualifiedNames(call.callee);
    if (names.length === 0 || names.some((name) => !name.endsWith('.get_context'))) return [];
    const api: Api | null = agreed(names.map((name) => apiOf(`${name}()`)));
    if (api?.kind !== 'context') return [];
    const given = methodArgument(call);
    return [{ call, library: api.library, method: methodLiteral(given, semantics) }];
  });
}

/** What `get_context` or `set_start_method` is given as the method. */
export function methodArgument({ args }: Call) {
  return (args.find(({ name }) => name === 'method') ?? args[0])?.value ?? null;
}
