/**
 * The map between two grammars: from our tree, which is Lezer's flat one, to the nodes of CPython's `ast`.
 * `tables.ts` has what is the same in both; the rules beside it have what is not.
 */
import type { SyntaxTree } from '../../../src/syntax/parse.ts';
import { EXPRESSION_RULES } from './expressions.ts';
import { PATTERN_RULES } from './patterns.ts';
import { STATEMENT_RULES, visitParts } from './statements.ts';
import { STRING_RULES } from './strings.ts';
import { SAME } from './tables.ts';
import { type Rule, Translation } from './translation.ts';

const RULES = { ...STATEMENT_RULES, ...EXPRESSION_RULES, ...STRING_RULES, ...PATTERN_RULES };

const sameNode: Rule = (translation, node) => {
  const kind = SAME[node.kind];
  if (kind) translation.emit(kind, node.from, node.to);
  visitParts(translation, node);
};

/** The facts that tree_facts.py gives for the same file under a CPython of this version ("3.12"). */
export function treeFacts(tree: SyntaxTree, version: string): string[] {
  const translation = new Translation(tree, version, RULES, sameNode);
  translation.visit(tree.root);
  return translation.facts;
}
