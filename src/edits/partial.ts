import type { Scopes } from '../semantics/scopes.ts';
import type { Node } from '../syntax/node.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import type { Edit } from './fix.ts';
import { namedImport } from './named-import.ts';

/** An expression, and the edits of the import that it needs. */
export interface Expression {
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** `functools.partial(fn, a, k=v)` as it is to be written at `use`; just `fn` where there is nothing to bind. */
export function partialCall(
  tree: SyntaxTree,
  scopes: Scopes,
  fn: string,
  bound: readonly string[],
  use: Node,
): Expression {
  if (bound.length === 0) return { text: fn, edits: [] };
  const wanted = { module: 'functools', name: 'partial' };
  const { edits, expression } = namedImport(tree, scopes, wanted, [use]);
  return { text: `${expression}(${[fn, ...bound].join(', ')})`, edits };
}
