import type { Node } from '../../syntax/node.ts';
import type { ProcessModel } from '../model.ts';

const INSTANT = /^builtins\.(print|list|dict|set|len|range|str|int)$|^logging\.\w+$/;
const QUICK_METHODS = /^(start|append|add|info|debug|format)$/;

/** Whether a statement is certainly done before a process that was just started has done anything. */
export function isInstant(statement: Node, { semantics, creations }: ProcessModel): boolean {
  if (/^(FunctionDefinition|ClassDefinition|PassStatement|ImportStatement)$/.test(statement.kind)) {
    return true;
  }
  if (/^(If|While|With|Try|Match)Statement$/.test(statement.kind)) return false;
  return statement.descendants('CallExpression').every((node) => {
    const call = semantics.call(node);
    const isMaking = creations.some((c) => c.kind === 'process' && c.call.node === node);
    const name = call ? (semantics.values.qualifiedName(call.callee) ?? '') : '';
    const method = call ? (semantics.attribute(call.callee)?.name ?? '') : '';
    return isMaking || INSTANT.test(name) || QUICK_METHODS.test(method);
  });
}
