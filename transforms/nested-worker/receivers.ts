/** What functions of the file do with a function that they are given: a partial has no name, and is no function. */
import type { ProcessModel } from '../../src/processes/model.ts';
import { argumentsFor } from '../../src/semantics/arguments.ts';
import type { Binding } from '../../src/semantics/scopes.ts';
import type { Node } from '../../src/syntax/node.ts';
import type { Call } from '../../src/syntax/shapes.ts';

/** The parameter of a function of this file that a call gives an argument for; null where that is unknown. */
export function receiverOf({ semantics }: ProcessModel, call: Call, given: Node): Binding | null {
  for (const definition of semantics.values.definitions(call.callee)) {
    for (const { nameNode } of semantics.functionShape(definition)?.params ?? []) {
      const binding = semantics.bindingOf(nameNode);
      const parameter = binding?.definitions.find((d) => d.nameNode === nameNode);
      if (!binding || !parameter) continue;
      const gets = argumentsFor(semantics, parameter).some(
        (argument) => argument.call.node === call.node && argument.value === given,
      );
      if (gets) return binding;
    }
  }
  return null;
}

/** Why the function of this file that an argument goes to can't be given a partial; null where it can. */
export function receiverObstacle(model: ProcessModel, argument: Node): string | null {
  const call = argument.parent?.parent && model.semantics.call(argument.parent.parent);
  const receiver = call ? receiverOf(model, call, argument) : null;
  const attribute = receiver && attributeReadOf(model, receiver);
  return call && receiver && attribute
    ? `\`${model.semantics.textOf(call.callee)}\` reads \`${receiver.name}.${attribute}\`, and a partial has no such attribute`
    : null;
}

/** An attribute that is read of a name: `__name__`; null for none. */
export function attributeReadOf(
  { semantics }: ProcessModel,
  { references }: Binding,
): string | null {
  for (const { node } of references) {
    const attribute = node.parent && semantics.attribute(node.parent);
    if (attribute?.object === node) return attribute.name;
  }
  return null;
}

/** Calls that do nothing with a function but call it. */
const HARMLESS_CALLS =
  /^(builtins\.(?!isinstance|getattr|hasattr|callable|type|id|hash|repr|str|print)|multiprocessing\.|concurrent\.|threading\.|functools\.|itertools\.|asyncio\.)/;

/** Whether a call by this qualified name is known to do nothing with a function but call it. */
export function onlyCallsWhatItGets(name: string): boolean {
  return HARMLESS_CALLS.test(name);
}

/** The call of unknown code that a name is an argument of; null where it is none. */
export function unknownReaderOf({ semantics, submissions }: ProcessModel, { references }: Binding) {
  for (const { node } of references) {
    const list = node.parent?.kind === 'ArgList' ? node.parent : null;
    const call = list?.parent ? semantics.call(list.parent) : null;
    if (!call || submissions.some((s) => s.call.node === call.node)) continue;
    if (!onlyCallsWhatItGets(semantics.values.qualifiedName(call.callee) ?? '')) return call;
  }
  return null;
}

/** Whether a name is only called, handed to workers, or compared with None. */
export function isOnlyCalled({ semantics, submissions }: ProcessModel, { references }: Binding) {
  return references.every(({ node }) => {
    const parent = node.parent;
    if (parent && semantics.call(parent)?.callee === node) return true;
    if (parent?.kind === 'BinaryExpression' && parent.child('None')) return true;
    return submissions.some(({ argument }) => argument.value.contains(node));
  });
}
