/** What a program does when a test holds, and what when it does not. */
import { isJump } from '../../semantics/code.ts';
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import {
  clausesOf,
  conditionalBranches,
  simpleAssignment,
  statementOf,
  statementsOf,
} from '../../syntax/shapes.ts';

export interface Branches {
  /** The statement that the test decides. */
  readonly statement: Node;
  readonly whenTrue: readonly Node[];
  readonly whenFalse: readonly Node[];
}

/** The branches that an expression decides, alone or as a part of `and`, `or`, `not`, or through a name that keeps it. */
export function branchesOf(
  test: Node,
  semantics: Semantics,
  seen: ReadonlySet<Node> = new Set(),
): Branches[] {
  let whole = test;
  let isNegated = false;
  for (let outer = test.parent; outer && OPERATORS.test(outer.kind); outer = outer.parent) {
    if (outer.kind === 'BinaryExpression' && !outer.child('and', 'or')) return [];
    if (outer.kind === 'UnaryExpression') isNegated = !isNegated;
    whole = outer;
  }
  // `ok = ok and …` leads back to itself.
  if (seen.has(whole)) return [];
  const inside = new Set([...seen, whole]);
  const assigned = whole.parent && simpleAssignment(whole.parent);
  const found =
    assigned?.value === whole
      ? usesOf(assigned.target, semantics).flatMap((use) => branchesOf(use, semantics, inside))
      : decidedBy(whole);
  return isNegated ? found.map(swapped) : found;
}

const OPERATORS = /^(BinaryExpression|UnaryExpression|ParenthesizedExpression)$/;

function swapped({ statement, whenTrue, whenFalse }: Branches): Branches {
  return { statement, whenTrue: whenFalse, whenFalse: whenTrue };
}

/** Where a name is read that has one value only. */
function usesOf(target: Node, semantics: Semantics): Node[] {
  const binding = target.kind === 'VariableName' ? semantics.bindingOf(target) : null;
  return binding?.definitions.length === 1 ? binding.references.map(({ node }) => node) : [];
}

function decidedBy(test: Node): Branches[] {
  const { parent } = test;
  if (parent?.kind === 'ConditionalExpression' && parent.parts[2] === test) {
    const [whenTrue, whenFalse] = conditionalBranches(parent) as [Node, Node];
    return [{ statement: statementOf(test), whenTrue: [whenTrue], whenFalse: [whenFalse] }];
  }
  if (parent?.kind !== 'IfStatement') return [];
  const clauses = clausesOf(parent);
  const own = clauses.findIndex(({ header }) => header[0] === test);
  const clause = clauses[own];
  if (!clause) return [];
  const others = clauses.slice(own + 1).map(({ body }) => body);
  return [
    {
      statement: parent,
      whenTrue: [clause.body],
      whenFalse: [...others, ...after(parent, clause.body)],
    },
  ];
}

/** What comes behind a block that does not go on there. */
function after(statement: Node, body: Node): Node[] {
  const last = statementsOf(body).at(-1);
  const block = statement.parent;
  return last && block && isJump(last)
    ? statementsOf(block).filter(({ from }) => from >= statement.to)
    : [];
}
