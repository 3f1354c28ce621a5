/** Statements that do nothing but wait for processes: `p.join()`, and loops of it. */
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { clausesOf, statementOf, statementsOf } from '../../syntax/shapes.ts';

/** A statement that joins one process, or each of several. */
export interface Waiting {
  readonly statement: Node;
  /** What a loop goes over; null for a single `join()`. */
  readonly iterated: Node | null;
}

/** The statement that a `join()` makes up, with the loop that has nothing else in it; null where it does more. */
export function waitingOf(join: Node): Waiting | null {
  const statement = statementOf(join);
  if (statement.kind !== 'ExpressionStatement' || statement.children.length !== 1) return null;
  const value = statement.firstChild;
  if (value !== join) {
    const isPlain =
      value?.kind === 'ArrayComprehensionExpression' &&
      value.parts[1] === join &&
      value.parts.length === 7;
    return isPlain ? { statement, iterated: value.parts[5] ?? null } : null;
  }
  const loop = statement.parent?.parent;
  return loop?.kind === 'ForStatement' && isOnly(statement, loop)
    ? { statement: loop, iterated: iteratedBy(loop) }
    : { statement, iterated: null };
}

/** Whether a statement is all that a loop does. */
function isOnly(statement: Node, loop: Node): boolean {
  const clauses = clausesOf(loop);
  const [body] = clauses;
  return (
    clauses.length === 1 &&
    body !== undefined &&
    statementsOf(body.body).length === 1 &&
    body.body.contains(statement)
  );
}

/** What a `for` goes over; null where that is several expressions. */
export function iteratedBy(loop: Node): Node | null {
  const header = clausesOf(loop)[0]?.header ?? [];
  const at = header.findIndex(({ kind }) => kind === 'in');
  const values = header.slice(at + 1).filter(({ kind }) => kind !== ':');
  return at >= 0 && values.length === 1 ? (values[0] ?? null) : null;
}

/** The list, by its name, that an expression goes over: `ps` of `ps`, `enumerate(ps)`, `range(len(ps))`; else null. */
export function listIn(expression: Node, semantics: Semantics): string | null {
  if (expression.kind === 'VariableName') return semantics.textOf(expression);
  const call = semantics.call(expression);
  const name = call ? semantics.values.qualifiedName(call.callee) : null;
  const [argument, ...others] = call?.args ?? [];
  return argument &&
    others.length === 0 &&
    /^builtins\.(enumerate|range|len|list)$/.test(name ?? '')
    ? listIn(argument.value, semantics)
    : null;
}
