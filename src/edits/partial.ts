import type { Scopes } from '../semantics/scopes.ts';
import type { Node } from '../syntax/node.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import type { Edit } from './fix.ts';
import { importEdit } from './imports.ts';

/** An expression, and the edits of the import that it needs. */
export interface Expression {
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** `functools.partial(fn, a, b, k=v)` as it is to be written at `use`; just `fn` where there is nothing to bind. */
export function partialCall(
  tree: SyntaxTree,
  scopes: Scopes,
  fn: string,
  bound: readonly string[],
  use: Node,
): Expression {
  if (bound.length === 0) return { text: fn, edits: [] };
  const { edits, text } = partialName(tree, scopes, use);
  return { text: `${text}(${[fn, ...bound].join(', ')})`, edits };
}

/** `partial` where it is imported, else `functools.partial`. */
function partialName(tree: SyntaxTree, scopes: Scopes, use: Node): Expression {
  const name = importEdit(tree, scopes, { module: 'functools', name: 'partial' }, [use]);
  if (name.edits.length === 0) return { text: name.expression, edits: [] };
  const module = importEdit(tree, scopes, { module: 'functools' }, [use]);
  return { text: `${module.expression}.partial`, edits: module.edits };
}
