import type { Scopes } from '../semantics/scopes.ts';
import type { Node } from '../syntax/node.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import { type ImportedName, importsOf, statementsOf } from '../syntax/shapes.ts';
import { type ImportOutcome, importEdit, isFreeFor } from './imports.ts';
import { topLevelStatement } from './insert.ts';
import { partsOf } from './statements.ts';

/** Lines of imports are not made longer than this, in code units. */
const LINE_LIMIT = 88;

/**
 * Makes a function of a module available: through an import that is there, of the module itself or of one that
 * gives the same (`alike`), else as one more name of its `from` import, else by importing the module.
 */
export function namedImport(
  tree: SyntaxTree,
  scopes: Scopes,
  { module, name, alike = [] }: { module: string; name: string; alike?: readonly string[] },
  uses: readonly Node[],
): ImportOutcome {
  for (const candidate of [module, ...alike]) {
    const outcome = importEdit(tree, scopes, { module: candidate, name }, uses);
    if (outcome.edits.length === 0) return outcome;
  }
  const last = isFreeFor(scopes, name, uses) ? lastOfFromImport(tree, module, uses) : null;
  if (last) {
    return { edits: [{ from: last.to, to: last.to, text: `, ${name}` }], expression: name };
  }
  const { edits, expression } = importEdit(tree, scopes, { module }, uses);
  return { edits, expression: `${expression}.${name}` };
}

/** The last name of a `from module import …` above all uses that has room for another. */
function lastOfFromImport(
  tree: SyntaxTree,
  module: string,
  uses: readonly Node[],
): ImportedName | null {
  const end = Math.min(...uses.map((use) => topLevelStatement(use).from));
  for (const statement of statementsOf(tree.root).flatMap(partsOf)) {
    if (statement.to > end) break;
    const last = importsOf(statement, tree.text).at(-1);
    if (last?.module !== module || last.imported === null || last.imported === '*') continue;
    const line = tree.lines.textOf(tree.lines.lineAt(last.to));
    if (line.length + module.length < LINE_LIMIT) return last;
  }
  return null;
}
