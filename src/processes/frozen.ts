import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import type { ProcessModel } from './model.ts';

const ATTRIBUTES: ReadonlySet<string> = new Set(['frozen', '_MEIPASS']);

/** How it is known that a program is made into an executable of its own, in words that follow "it is frozen:"; or null. */
export function frozenEvidence({ semantics, facts, role }: ProcessModel): string | null {
  if (facts.frozenBy) return `${facts.frozenBy} makes an executable of it`;
  // What others import may be part of a frozen program, but does not start it.
  if (role.isImported) return null;
  for (const node of semantics.tree.root.walk()) {
    const name = frozenAttribute(node, semantics);
    if (name) return `line ${rowOf(node, semantics)} reads sys.${name}`;
  }
  return null;
}

/** `sys.frozen`, `getattr(sys, "frozen", False)`, `hasattr(sys, "_MEIPASS")`: the attribute's name. */
function frozenAttribute(node: Node, semantics: Semantics): string | null {
  const { values } = semantics;
  const attribute = semantics.attribute(node);
  if (attribute && ATTRIBUTES.has(attribute.name)) {
    return values.qualifiedName(attribute.object) === 'sys' ? attribute.name : null;
  }
  const call = semantics.call(node);
  if (!call || !/^builtins\.(get|has)attr$/.test(values.qualifiedName(call.callee) ?? '')) {
    return null;
  }
  const [object, name] = call.args;
  const text = name ? semantics.textOf(name.value).slice(1, -1) : '';
  return object && values.qualifiedName(object.value) === 'sys' && ATTRIBUTES.has(text)
    ? text
    : null;
}

function rowOf(node: Node, semantics: Semantics): number {
  return semantics.tree.lines.positionOf(node.from).row;
}
