import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { clausesOf, withItemsOf } from '../../syntax/shapes.ts';

/**
 * Whether an exception that is raised at a node is caught in the same function: by an `except`, by `suppress` or
 * `raises` in a `with`. `error` is a pattern for the classes' names; `except:` catches all.
 */
export function isCaught(node: Node, error: RegExp, semantics: Semantics): boolean {
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (/^(FunctionDefinition|LambdaExpression)$/.test(outer.kind)) return false;
    if (catches(outer, inner, error, semantics)) return true;
  }
  return false;
}

function catches(outer: Node, inner: Node, error: RegExp, semantics: Semantics): boolean {
  if (outer.kind === 'WithStatement') {
    return withItemsOf(outer).some(
      ({ context }) => context !== inner && error.test(semantics.textOf(context)),
    );
  }
  if (outer.kind !== 'TryStatement') return false;
  const clauses = clausesOf(outer);
  const own = clauses.find(({ body }) => body === inner);
  return (
    own?.keyword.kind === 'try' &&
    clauses.some(
      ({ keyword, header }) =>
        keyword.kind === 'except' && (!header[0] || error.test(semantics.textOf(header[0]))),
    )
  );
}
