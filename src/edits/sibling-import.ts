import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import type { ImportOutcome } from './imports.ts';
import { namedImport } from './named-import.ts';

/**
 * Makes another function of the package available of which a call's callee is one: through what stands before the
 * callee's dot, where that is the package, else as `namedImport` does.
 */
export function siblingImport(
  semantics: Semantics,
  callee: Node,
  wanted: Parameters<typeof namedImport>[2],
  isPackage: (module: string) => boolean,
): ImportOutcome {
  const object = semantics.attribute(callee)?.object;
  const modules = object ? semantics.values.qualifiedNames(object) : [];
  if (object && modules.length > 0 && modules.every(isPackage)) {
    return { edits: [], expression: `${semantics.textOf(object)}.${wanted.name}` };
  }
  return namedImport(semantics.tree, semantics.scopes, wanted, [callee]);
}
