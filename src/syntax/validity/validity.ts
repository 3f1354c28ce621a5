/** What the grammar lets through although no CPython from 3.8 to 3.15 compiles it. */

import type { Check, Fault } from '../fault.ts';
import type { SyntaxTree } from '../parse.ts';
import { ARGUMENT_CHECKS } from './arguments.ts';
import { wrongCharacter } from './characters.ts';
import { LITERAL_CHECKS } from './literals.ts';
import { PATTERN_CHECKS } from './patterns.ts';
import { NOTEBOOK_PLACE_CHECKS, PLACE_CHECKS } from './places.ts';
import { STATEMENT_CHECKS } from './statements.ts';
import { TARGET_CHECKS } from './targets.ts';

const COMMON = [TARGET_CHECKS, STATEMENT_CHECKS, ARGUMENT_CHECKS, LITERAL_CHECKS, PATTERN_CHECKS];
const CHECKS = byKind([...COMMON, PLACE_CHECKS]);
const NOTEBOOK_CHECKS = byKind([...COMMON, NOTEBOOK_PLACE_CHECKS]);

function byKind(tables: readonly Readonly<Record<string, Check>>[]): ReadonlyMap<string, Check[]> {
  const checks = new Map<string, Check[]>();
  for (const [kind, check] of tables.flatMap((table) => Object.entries(table))) {
    checks.set(kind, [...(checks.get(kind) ?? []), check]);
  }
  return checks;
}

/**
 * The first thing that keeps a tree without error from being compiled; null where there is none. What only the
 * compiler's last stages refuse is not looked for: too many nested blocks, names of characters, numbers too long.
 */
export function firstInvalid(tree: SyntaxTree): Fault | null {
  const checks = tree.notebook ? NOTEBOOK_CHECKS : CHECKS;
  for (const node of tree.root.walk()) {
    for (const check of checks.get(node.kind) ?? []) {
      const found = check(node, tree.text);
      if (found) return found;
    }
  }
  return wrongCharacter(tree);
}
