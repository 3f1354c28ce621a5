import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import { freshLocal } from './names.ts';

/** A name for a new variable of the function that a node is in, or of the module: `wish`, or `wish_2` and so on. */
export function freshLocalAt(node: Node, wish: string, semantics: Semantics): string {
  const scope = semantics.scopeOf(node).frame;
  if (!scope.isFunction) return freshLocal(semantics.tree, wish);
  const names = semantics.scopes.references
    .filter((reference) => scope.encloses(reference.scope))
    .map((reference) => reference.name);
  const bound = semantics.scopes.all
    .filter((inner) => scope.encloses(inner))
    .flatMap((inner) => [...inner.bindings.keys(), ...inner.declared.keys()]);
  return freshLocal(new Set([...names, ...bound]), wish);
}
