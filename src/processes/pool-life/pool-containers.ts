import type { Binding } from '../../semantics/scopes.ts';
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { statementOf } from '../../syntax/shapes.ts';
import { isEnd, useOf } from './pool-uses.ts';

/**
 * Whether a pool that an expression puts into a list, dictionary or tuple is ended through that: by a loop over it
 * which ends each element, or by `pools[0].close()`.
 */
export function isEndedInContainer(pool: Node, semantics: Semantics): boolean {
  const container = containerOf(pool, semantics);
  if (container === null) return false;
  for (const node of semantics.tree.root.walk()) {
    if (node.kind === 'MemberExpression' && isElementOf(container, node, semantics)) {
      if (isEnd(useOf(node, semantics))) return true;
    }
    const isLoop = node.kind === 'ForStatement' || /Comprehension/.test(node.kind);
    if (isLoop && endsEach(container, node, semantics)) return true;
  }
  return false;
}

/** What is looked for: what a name is bound to, an attribute's name, or the pool in the display that a loop goes over. */
type Container = Binding | string | Node;

function containerOf(pool: Node, semantics: Semantics): Container | null {
  const statement = statementOf(pool);
  for (let node = pool.parent; node && node !== statement.parent; node = node.parent) {
    if (node.kind === 'ForStatement') return pool;
    if (/Comprehension/.test(node.kind) && node.parent?.kind !== 'AssignStatement') return null;
    const call = semantics.call(node);
    const method = call ? semantics.attribute(call.callee) : null;
    if (method && /^(append|add|insert|setdefault)$/.test(method.name)) {
      return nameOf(method.object, semantics);
    }
    if (call) return null;
    if (node.kind === 'AssignStatement' && node.firstChild) {
      const target = node.firstChild;
      const isElement = target.kind === 'MemberExpression' && !semantics.attribute(target);
      return nameOf(isElement && target.firstChild ? target.firstChild : target, semantics);
    }
  }
  return null;
}

function nameOf(expression: Node, semantics: Semantics): Binding | string | null {
  if (expression.kind === 'VariableName') return semantics.bindingOf(expression);
  return semantics.attribute(expression)?.name ?? null;
}

/** `pools[0]`. */
function isElementOf(container: Container, node: Node, semantics: Semantics): boolean {
  const object = semantics.attribute(node) ? null : node.firstChild;
  return object !== null && nameOf(object, semantics) === container;
}

function endsEach(container: Container, loop: Node, semantics: Semantics): boolean {
  const at = loop.children.findIndex((child) => child.kind === 'in');
  const start = loop.children.findIndex((child) => child.kind === 'for');
  const iterated = loop.children[at + 1];
  if (!iterated || ![...iterated.walk()].some((node) => holds(container, node, semantics))) {
    return false;
  }
  const targets = loop.children
    .slice(start + 1, at)
    .flatMap((child) => [...child.walk()])
    .filter((node) => node.kind === 'VariableName');
  return targets.some((target) =>
    semantics
      .bindingOf(target)
      ?.references.some(({ node }) => loop.contains(node) && isEnd(useOf(node, semantics))),
  );
}

function holds(container: Container, node: Node, semantics: Semantics): boolean {
  return node === container || nameOf(node, semantics) === container;
}
