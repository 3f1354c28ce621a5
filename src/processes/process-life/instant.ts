import type { Node } from '../../syntax/node.ts';
import { statementOf } from '../../syntax/shapes.ts';
import type { ProcessModel } from '../model.ts';

const INSTANT = /^builtins\.(print|list|dict|set|len|range|str|int)$|^logging\.\w+$/;
const QUICK_METHODS = /^(start|append|add|info|debug|format)$/;

/** Whether a statement is certainly done before a process that was just started has done anything. */
export function isInstant(statement: Node, { semantics, creations }: ProcessModel): boolean {
  if (/^(FunctionDefinition|ClassDefinition|PassStatement|ImportStatement)$/.test(statement.kind)) {
    return true;
  }
  if (/^(If|While|With|Try|Match)Statement$/.test(statement.kind)) return false;
  const makings = creations.filter(({ kind }) => kind === 'process').map(({ call }) => call.node);
  return statement.descendants('CallExpression').every((node) => {
    const call = semantics.call(node);
    const isMaking = makings.some((making) => making.contains(node));
    const name = call ? (semantics.values.qualifiedName(call.callee) ?? '') : '';
    const method = call ? (semantics.attribute(call.callee)?.name ?? '') : '';
    return isMaking || INSTANT.test(name) || QUICK_METHODS.test(method);
  });
}

/** The statement that a `start()` makes up, or the `for` round it that only starts processes; null where it does more. */
export function startUnit(start: Node, model: ProcessModel): Node | null {
  const statement = statementOf(start);
  if (statement.firstChild !== start) return null;
  const loop = statement.parent?.parent;
  if (loop?.kind !== 'ForStatement') return statement;
  return !loop.child('else', 'async') && isInstant(loop, model) ? loop : null;
}
