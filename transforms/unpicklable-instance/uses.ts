/** Whether the code that runs in the children can do without some attributes of its instance. */
import { isDerivedFrom, type SentInstance } from '../../src/processes/hand-over/sent-instances.ts';
import { lineOf } from '../../src/processes/import-time/call-words.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import type { Node } from '../../src/syntax/node.ts';

/** Why it can't, as a clause; null where it can. */
export function usesAttribute(
  { method, classNode }: SentInstance,
  attributes: readonly string[],
  model: ProcessModel,
): string | null {
  const { semantics } = model;
  if (!method) return 'which of its methods run in the children is not known';
  if (semantics.values.method(classNode, '__del__').length > 0) {
    return 'its `__del__` would run in the children too';
  }
  if (hasSubclass(classNode, model)) return 'other classes may be derived from it';
  // What else carries such an instance would lack the attribute too, where it has it now.
  const others = model.submissions
    .flatMap(({ workers }) => workers.flatMap(({ definition }) => definition ?? []))
    .filter((fn) => semantics.scopeOf(fn).node === classNode);
  const waiting = [...new Set([method, ...others])];
  const seen = new Set(waiting);
  for (let fn = waiting.pop(); fn; fn = waiting.pop()) {
    const self = semantics.functionShape(fn)?.params[0]?.nameNode;
    const binding = self ? semantics.bindingOf(self) : null;
    if (!binding || binding.definitions.length > 1)
      return 'what the worker does with it is not known';
    for (const { node } of binding.references) {
      const member = node.parent && semantics.attribute(node.parent);
      if (member?.object !== node) return `${lineOf(node, model)} hands on the whole of it`;
      if (attributes.includes(member.name)) {
        return `the worker uses \`${member.name}\` (${lineOf(node, model)})`;
      }
      if (/^__\w+__$/.test(member.name)) return `${lineOf(node, model)} asks for all of it`;
      for (const called of semantics.values.method(classNode, member.name)) {
        if (!seen.has(called)) waiting.push(called);
        seen.add(called);
      }
    }
  }
  return null;
}

function hasSubclass(classNode: Node, { semantics, facts }: ProcessModel): boolean {
  const name = semantics.textOf(classNode.child('VariableName') ?? classNode);
  const isImported = facts.importedNames === 'all' || facts.importedNames.has(name);
  return isImported || isDerivedFrom(classNode, semantics);
}
