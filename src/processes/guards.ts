import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import { clausesOf, statementsOf, unparenthesized } from '../syntax/shapes.ts';
import type { MainGuard } from './model.ts';

/** The main guards among the statements of the module. */
export function findGuards(semantics: Semantics): MainGuard[] {
  return statementsOf(semantics.tree.root).flatMap((statement) => {
    if (statement.kind !== 'IfStatement') return [];
    const [first, ...others] = clausesOf(statement);
    const test = first?.header[0];
    return first && test && isMainTest(test, semantics)
      ? [{ statement, test, body: first.body, hasElse: others.length > 0 }]
      : [];
  });
}

/** Whether a test holds only in the main module: `__name__ == "__main__"`, also as a part of an `and`. */
export function isMainTest(test: Node, semantics: Semantics): boolean {
  const node = unparenthesized(test);
  const text = semantics.textOf(node);
  if (node.kind !== 'BinaryExpression') return false;
  const [left, operator, right] = node.children;
  if (!left || !operator || !right) return false;
  if (operator.kind === 'and') return isMainTest(left, semantics) || isMainTest(right, semantics);
  if (/^current_process\(\)|\bcurrent_process\(\)\.name/.test(text))
    return /MainProcess/.test(text);
  if (operator.kind !== 'is' && semantics.textOf(operator) !== '==') return false;
  const [a, b] = [semantics.textOf(left), semantics.textOf(right)];
  return (a === '__name__' && isMainName(b)) || (b === '__name__' && isMainName(a));
}

function isMainName(text: string): boolean {
  return /^[uU]?(['"])__main__\1$/.test(text);
}

/** Whether a node lies in code that a child which imports the main module skips. */
export function isUnderMainTest(node: Node, semantics: Semantics): boolean {
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (outer.kind !== 'IfStatement' || inner.kind !== 'Body') continue;
    const test = clausesOf(outer).find((clause) => clause.body === inner)?.header[0];
    if (test && isMainTest(test, semantics)) return true;
  }
  return false;
}
