import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { clausesOf, statementsOf } from '../../syntax/shapes.ts';
import { isUnderMainTest } from '../guards.ts';

/**
 * Whether a program that got past this node did not run it: it lies in a branch that ends the program, or in the
 * `except` of a `try` that only imports.
 */
export function isPassedBy(node: Node, root: Node, semantics: Semantics): boolean {
  for (let inner = node; inner !== root && inner.parent; inner = inner.parent) {
    if (inner.kind !== 'Body') continue;
    const owner = inner.parent;
    if (BRANCHING.has(owner.kind) && endsProgram(inner, semantics)) return true;
    if (owner.kind === 'TryStatement' && isFallback(inner, owner)) return true;
  }
  return isUnderMainTest(node, semantics);
}

const BRANCHING: ReadonlySet<string> = new Set(['IfStatement', 'TryStatement']);

function isFallback(body: Node, tryStatement: Node): boolean {
  const [first, ...others] = clausesOf(tryStatement);
  const clause = others.find((other) => other.body === body);
  const tried = first ? statementsOf(first.body) : [];
  return clause?.keyword.kind === 'except' && tried.some((s) => s.kind === 'ImportStatement');
}

/** Whether a body's last statement raises or leaves the program. */
export function endsProgram(body: Node, semantics: Semantics): boolean {
  const last = statementsOf(body).at(-1);
  if (last?.kind === 'RaiseStatement') return true;
  const call = last?.kind === 'ExpressionStatement' && last.firstChild;
  const callee = call && semantics.call(call)?.callee;
  return callee
    ? EXITS.test(semantics.values.qualifiedName(callee) ?? '') ||
        semantics.attribute(callee)?.name === 'error'
    : false;
}

const EXITS = /^(sys\.exit|os\._exit|os\.abort|builtins\.(exit|quit))$/;
