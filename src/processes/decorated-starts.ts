import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import { contextMethod } from './contexts.ts';
import type { StartMethod } from './start-method.ts';

/** A call of a function whose decorator has it run in a process of its own: `@concurrent.process`. */
export interface DecoratedStart {
  readonly node: Node;
  /** The function. */
  readonly runs: Node;
  readonly method: StartMethod | null;
}

const DECORATORS = /^pebble\.(concurrent|asynchronous)(\.process)?\.process$/;

/** The calls that start a process because of how the function is decorated, in the order of the text. */
export function decoratedStarts(semantics: Semantics): DecoratedStart[] {
  if (!semantics.tree.text.includes('pebble')) return [];
  return semantics.allCalls().flatMap(({ node, callee }) =>
    semantics.values.definitions(callee).flatMap((runs) => {
      const decorator = decoratorOf(runs, semantics);
      return decorator ? [{ node, runs, method: methodOf(decorator, semantics) }] : [];
    }),
  );
}

/** The expression behind the `@` that has a function run in a process; null for other functions. */
function decoratorOf(fn: Node, semantics: Semantics): Node | null {
  const decorators = semantics.functionShape(fn)?.decorators ?? [];
  const expressions = decorators.flatMap(({ parts }) => parts[1] ?? []);
  return (
    expressions.find((expression) => {
      const made = semantics.call(expression)?.callee ?? expression;
      return DECORATORS.test(semantics.values.qualifiedName(made) ?? '');
    }) ?? null
  );
}

function methodOf(decorator: Node, semantics: Semantics): StartMethod | null {
  const context = semantics.call(decorator)?.args.find(({ name }) => name === 'context');
  return context ? contextMethod(context.value, semantics) : null;
}
