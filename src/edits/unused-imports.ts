import { exportsOf } from '../semantics/exports.ts';
import type { Binding } from '../semantics/scopes.ts';
import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import { type ImportedName, importsOf, statementsOf } from '../syntax/shapes.ts';
import type { Edit } from './fix.ts';
import { layoutOf } from './layout.ts';

/**
 * Adds the edits that take out the imports of a module's names that nothing uses once some expressions are gone. An
 * import stays where others may use it, where a comment stands by it, and where it has no line for itself. `added` are
 * the edits of a new import; `keptNames` are the names that other files use, or all.
 */
export function withoutUnused(
  added: readonly Edit[],
  semantics: Semantics,
  module: string,
  gone: readonly Node[],
  keptNames: ReadonlySet<string> | 'all',
): Edit[] {
  const exported = exportsOf(semantics);
  const unused = new Map<Node, Set<string>>();
  for (const binding of bindingsIn(gone, semantics)) {
    const [definition, ...others] = binding.definitions;
    const imported = definition?.imported;
    const isKept =
      binding.scope.kind === 'module' &&
      (keptNames === 'all' ||
        keptNames.has(binding.name) ||
        (exported.isDeclared && exported.names.has(binding.name)));
    if (!imported || others.length > 0 || isKept || imported.module.split('.')[0] !== module)
      continue;
    if (!binding.references.every(({ node }) => gone.some((outer) => outer.contains(node))))
      continue;
    if (isNamedInStrings(binding, semantics)) continue;
    const names = unused.get(definition.node) ?? new Set();
    unused.set(definition.node, names.add(imported.bound));
  }
  return [...unused].reduce(
    (edits, [statement, names]) => withoutNames(statement, names, edits, semantics),
    [...added],
  );
}

function bindingsIn(nodes: readonly Node[], semantics: Semantics): Set<Binding> {
  return new Set(
    nodes.flatMap((node) => semantics.referencesIn(node).flatMap(({ binding }) => binding ?? [])),
  );
}

/** Annotations may be strings. */
function isNamedInStrings({ name }: Binding, { tree }: Semantics): boolean {
  const word = new RegExp(`(?<!\\w)${name}(?!\\w)`, 'u');
  return tree.root
    .descendants('String')
    .some(({ from, to }) => word.test(tree.text.slice(from, to)));
}

function withoutNames(
  statement: Node,
  gone: ReadonlySet<string>,
  edits: Edit[],
  { tree }: Semantics,
): Edit[] {
  const names = importsOf(statement, tree.text);
  const hasComment = statement.children.some(({ kind }) => kind === 'Comment');
  if (hasComment) return edits;
  if (names.every(({ bound }) => gone.has(bound))) return withoutStatement(statement, edits, tree);
  const removed = names.flatMap((name, i) =>
    gone.has(name.bound) ? withoutName(names, i, gone) : [],
  );
  return [...edits, ...removed];
}

function withoutName(names: readonly ImportedName[], i: number, gone: ReadonlySet<string>): Edit[] {
  const name = names[i] as ImportedName;
  const [before, next] = [names[i - 1], names[i + 1]];
  const isFollowed = names.slice(i + 1).some(({ bound }) => !gone.has(bound));
  if (isFollowed && next) return [{ from: name.from, to: next.from, text: '' }];
  return before ? [{ from: before.to, to: name.to, text: '' }] : [];
}

/** Only a statement that is neither alone in its block nor shares its lines. */
function withoutStatement(statement: Node, edits: Edit[], tree: SyntaxTree): Edit[] {
  const { lines, text } = tree;
  const block = statement.parent;
  const from = lines.lineStart(statement.from);
  const end = lines.endOf(lines.lineAt(statement.to));
  const beside = text.slice(from, statement.from) + text.slice(statement.to, end);
  if (!block || !/^(Script|Body)$/.test(block.kind) || beside.trim() !== '') return edits;
  if (block.kind === 'Body' && statementsOf(block).length === 1) return edits;
  const layout = layoutOf(tree);
  const next = lines.lineAt(end) + 1;
  const isLoose = layout.blanksAbove(lines.lineAt(from)) > 0 || from === 0;
  const line = { from, to: lines.startOf(next), text: '' };
  const whole = { ...line, to: lines.startOf(next + layout.blanksFrom(next)) };
  if (!isLoose) return [...edits, line];
  // What comes in its place has the blank lines that are there.
  const isReplaced = edits.some(
    (edit) => edit.from === line.to || (edit.from >= from && edit.from < whole.to),
  );
  const others = edits.map((edit) =>
    edit.from === line.to ? { ...edit, text: edit.text.replace(/^[\r\n]+/, '') } : edit,
  );
  return [...others, isReplaced ? line : whole];
}
