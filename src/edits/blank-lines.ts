import type { Node } from '../syntax/node.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import { statementsOf } from '../syntax/shapes.ts';
import { layoutOf } from './layout.ts';
import { leadingComments } from './statements.ts';

const DEFINITIONS: ReadonlySet<string> = new Set([
  'FunctionDefinition',
  'ClassDefinition',
  'DecoratedStatement',
]);

/** Whether a statement is one that PEP 8 sets off with blank lines. */
export function isDefinition(statement: Node): boolean {
  return DEFINITIONS.has(statement.kind);
}

/**
 * How many blank lines go between definitions where a statement stands: one inside a block; at module level two,
 * or one in a file that always has one.
 */
export function definitionGap(tree: SyntaxTree, statement: Node): number {
  if (statement.parent?.kind !== 'Script') return 1;
  const { lines } = tree;
  const gaps = statementsOf(tree.root)
    .slice(1)
    .filter(isDefinition)
    .map((s) => layoutOf(tree).blanksAbove(lines.lineAt(leadingComments(tree, s).from)));
  return gaps.length > 0 && gaps.every((gap) => gap === 1) ? 1 : 2;
}
