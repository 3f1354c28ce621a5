import type { Definition, Scope, Scopes } from '../semantics/scopes.ts';
import type { Node } from '../syntax/node.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import { type ImportedName, importsOf, statementsOf } from '../syntax/shapes.ts';
import type { Edit } from './fix.ts';
import { newImportEdit } from './import-place.ts';
import { freshName } from './names.ts';
import { partsOf } from './statements.ts';

/** What code needs: a module, or one name of it. */
export interface WantedImport {
  /** `functools`, `concurrent.futures`. */
  readonly module: string;
  readonly name?: string;
  /** The name to bind where nothing can be reused; an existing import is used under the name that it has. */
  readonly alias?: string;
}

export interface ImportOutcome {
  /** Empty where an existing import serves. */
  readonly edits: readonly Edit[];
  /** What to write for the wanted thing: `partial`, `functools.partial`, `ft.partial`. */
  readonly expression: string;
}

/**
 * Makes a module or one of its names available at module level: through an existing import that stands before the
 * uses and whose name means the same wherever it is used, else through a new import line at the head of the module.
 * `uses` are nodes at the places where the expression will stand; the module's own scope is always meant too.
 */
export function importEdit(
  tree: SyntaxTree,
  scopes: Scopes,
  wanted: WantedImport,
  uses: readonly Node[],
): ImportOutcome {
  const existing = reusableExpression(tree, scopes, wanted, uses);
  if (existing !== null) return { edits: [], expression: existing };
  const { line, expression } = newImport(tree, scopes, wanted, uses);
  return { edits: [newImportEdit(tree, line, scopes.starImports.length > 0)], expression };
}

function reusableExpression(
  tree: SyntaxTree,
  scopes: Scopes,
  wanted: WantedImport,
  uses: readonly Node[],
): string | null {
  const first = Math.min(...uses.map((use) => topLevelStart(use)));
  for (const statement of statementsOf(tree.root).flatMap(partsOf)) {
    if (statement.to > first) break;
    for (const imported of importsOf(statement, tree.text)) {
      const expression = expressionThrough(imported, wanted);
      if (expression !== null && isSteady(scopes, imported, uses)) return expression;
    }
  }
  return null;
}

function topLevelStart(node: Node): number {
  let top = node;
  while (top.parent?.parent) top = top.parent;
  return top.from;
}

/** What to write for the wanted thing where an import binds a name that leads to it. */
function expressionThrough(imported: ImportedName, { module, name }: WantedImport): string | null {
  const dot = name === undefined ? '' : `.${name}`;
  const { bound, hasAlias } = imported;
  if (bound === '*') return null;
  if (imported.imported === null) {
    if (hasAlias) return imported.module === module ? bound + dot : null;
    return `${imported.module}.`.startsWith(`${module}.`) ? module + dot : null;
  }
  if (imported.module === module && imported.imported === name) return bound;
  return `${imported.module}.${imported.imported}` === module ? bound + dot : null;
}

/** Whether nothing but this import gives the name its meaning, in the module and where it will be used. */
function isSteady(scopes: Scopes, imported: ImportedName, uses: readonly Node[]): boolean {
  const binding = scopes.bindingAt.get(imported.boundNode);
  return (
    binding?.scope === scopes.module &&
    binding.definitions.every((definition) => bindsSame(definition, imported)) &&
    uses.every((use) => scopeOf(scopes, use).lookUp(binding.name) === binding)
  );
}

function bindsSame({ imported: other }: Definition, imported: ImportedName): boolean {
  if (!other || other.imported !== imported.imported) return false;
  const isRoot = imported.imported === null && !imported.hasAlias && !other.hasAlias;
  return isRoot || (other.module === imported.module && other.hasAlias === imported.hasAlias);
}

function newImport(
  tree: SyntaxTree,
  scopes: Scopes,
  { module, name, alias }: WantedImport,
  uses: readonly Node[],
): { line: string; expression: string } {
  const isFree = (candidate: string) => isFreeFor(scopes, candidate, uses);
  const root = module.split('.')[0] as string;
  const plain = `import ${module}`;
  const single = name === undefined ? plain : `from ${module} import ${name}`;
  const aliased = (as: string) => ({ line: `${single} as ${as}`, expression: as });
  if (alias !== undefined && isFree(alias)) return aliased(alias);
  if (name !== undefined && isFree(name)) return { line: single, expression: name };
  if (isFree(root) || isRootModule(scopes, root, uses)) {
    return { line: plain, expression: name === undefined ? module : `${module}.${name}` };
  }
  return aliased(freshName(tree, name ?? module));
}

/** Whether a new module-level name would be seen at the uses, and change the meaning of nothing that is there. */
export function isFreeFor(scopes: Scopes, name: string, uses: readonly Node[]): boolean {
  return (
    !scopes.module.bindings.has(name) &&
    !scopes.references.some((reference) => reference.name === name && !reference.binding) &&
    uses.every((use) => scopeOf(scopes, use).lookUp(name) === null)
  );
}

/** Whether a name is bound by nothing but `import root` and `import root.…`. */
function isRootModule(scopes: Scopes, root: string, uses: readonly Node[]): boolean {
  const binding = scopes.module.bindings.get(root);
  const isModule = ({ imported }: Definition) => imported?.imported === null && !imported.hasAlias;
  return (
    binding?.definitions.every(isModule) === true &&
    uses.every((use) => scopeOf(scopes, use).lookUp(root) === binding)
  );
}

/** The scope that a node lies in; a default or decorator counts to the function, which hides no less. */
function scopeOf(scopes: Scopes, node: Node): Scope {
  for (let outer: Node | null = node; outer; outer = outer.parent) {
    const scope = scopes.opened.get(outer);
    if (scope) return scope;
  }
  return scopes.module;
}
