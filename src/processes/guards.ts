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
export function isMainTest(
  test: Node,
  semantics: Semantics,
  seen: ReadonlySet<Node> = new Set(),
): boolean {
  const node = unparenthesized(test);
  const text = semantics.textOf(node);
  if (node.kind === 'VariableName') return isMainAnswer(node, semantics, seen);
  if (node.kind !== 'BinaryExpression') return false;
  const [left, operator, right] = node.children;
  if (!left || !operator || !right) return false;
  if (operator.kind === 'and') {
    return [left, right].some((side) => isMainTest(side, semantics, seen));
  }
  if (/^current_process\(\)|\bcurrent_process\(\)\.name/.test(text))
    return /MainProcess/.test(text);
  if (/\bparent_process\(\)\s+is\s+None$/.test(text)) return true;
  if (operator.kind === 'in' && semantics.textOf(left) === '__name__') {
    return /['"]__main__['"]/.test(text) && ONE_OF_NAMES.test(semantics.textOf(right));
  }
  if (operator.kind !== 'is' && semantics.textOf(operator) !== '==') return false;
  const [a, b] = [semantics.textOf(left), semantics.textOf(right)];
  return (a === '__name__' && isMainName(b)) || (b === '__name__' && isMainName(a));
}

/** Whether a test holds only in children: `__name__ != "__main__"`. */
export function isChildTest(test: Node, semantics: Semantics): boolean {
  const node = unparenthesized(test);
  const [left, operator, right] = node.children;
  if (node.kind === 'UnaryExpression') {
    return left?.kind === 'not' && operator !== undefined && isMainTest(operator, semantics);
  }
  if (node.kind !== 'BinaryExpression' || !left || !operator || !right) return false;
  const names = [semantics.textOf(left), semantics.textOf(right)];
  return (
    semantics.textOf(operator) === '!=' && names.includes('__name__') && names.some(isMainName)
  );
}

/** A name that was given the answer: `IS_MAIN = __name__ == "__main__"`. */
function isMainAnswer(name: Node, semantics: Semantics, seen: ReadonlySet<Node>): boolean {
  const [only, ...others] = semantics.bindingOf(name)?.definitions ?? [];
  const value = only?.kind === 'assignment' && others.length === 0 ? only.value : null;
  // `ok = ok and …` leads back to itself.
  if (value?.kind !== 'BinaryExpression' || seen.has(value)) return false;
  return isMainTest(value, semantics, new Set([...seen, value]));
}

function isMainName(text: string): boolean {
  return /^[uU]?(['"])__main__\1$/.test(text);
}

const ONE_OF_NAMES = /^[([{]\s*(?:['"](?!__mp_main__)\w+['"]\s*,?\s*)+[)\]}]$/;

/** Whether a node lies in code that a child which imports the main module skips; or, `within` a node, when it runs that. */
export function isUnderMainTest(
  node: Node,
  semantics: Semantics,
  within: Node | null = null,
): boolean {
  for (
    let inner = node, outer = node.parent;
    outer && inner !== within;
    inner = outer, outer = outer.parent
  ) {
    if (isSkipped(inner, outer, semantics)) return true;
  }
  return false;
}

function isSkipped(inner: Node, outer: Node, semantics: Semantics): boolean {
  switch (outer.kind) {
    case 'IfStatement': {
      const clauses = clausesOf(outer);
      const index = clauses.findIndex((clause) => clause.body === inner);
      const test = clauses[index]?.header[0];
      return (
        (test !== undefined && isMainTest(test, semantics)) ||
        clauses
          .slice(0, Math.max(index, 0))
          .some((c) => isTest(c.header[0], isChildTest, semantics))
      );
    }
    case 'BinaryExpression': {
      const [left, operator, right] = outer.children;
      return operator?.kind === 'and' && inner === right && isTest(left, isMainTest, semantics);
    }
    case 'ConditionalExpression':
      return inner === outer.firstChild && isTest(outer.children[2], isMainTest, semantics);
    case 'Body':
      return statementsOf(outer).some(
        (earlier) => earlier.to <= inner.from && leavesChildren(earlier, semantics),
      );
    default:
      return false;
  }
}

function isTest(
  node: Node | undefined,
  test: (node: Node, semantics: Semantics) => boolean,
  semantics: Semantics,
): boolean {
  return node !== undefined && test(node, semantics);
}

/** `if __name__ != "__main__": return`: a child does not get past it. */
function leavesChildren(statement: Node, semantics: Semantics): boolean {
  if (statement.kind !== 'IfStatement') return false;
  const [first, ...others] = clausesOf(statement);
  const last = first && statementsOf(first.body).at(-1);
  return (
    others.length === 0 &&
    last?.kind === 'ReturnStatement' &&
    isTest(first?.header[0], isChildTest, semantics)
  );
}
