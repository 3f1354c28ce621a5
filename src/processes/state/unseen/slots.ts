import type { Binding } from '../../../semantics/scopes.ts';
import type { Node } from '../../../syntax/node.ts';
import type { ProcessModel } from '../../model.ts';
import { mayBelongTo, membersNamed } from './tasks.ts';

/** Something that each process has for itself: a name, or an attribute of a class and its instances. */
export interface Slot {
  readonly key: string;
  /** As the child's code says it. */
  readonly text: string;
  /** Null for an attribute. */
  readonly binding: Binding | null;
  /** Every expression that may mean it, in the order of the text. */
  readonly places: readonly Node[];
  /** Whether one of them certainly does. */
  isMeant(place: Node): boolean;
}

/** The slot that an expression in a child's code means; null for a local name of that code, and for all else. */
export function slotAt(
  expression: Node,
  isOwn: (binding: Binding) => boolean,
  model: ProcessModel,
): Slot | null {
  const { semantics } = model;
  if (expression.kind === 'MemberExpression') return attributeSlot(expression, model);
  const binding = expression.kind === 'VariableName' ? semantics.bindingOf(expression) : null;
  return binding && !isOwn(binding) ? nameSlot(binding) : null;
}

export function nameSlot(binding: Binding): Slot {
  const places = new Set([
    ...binding.definitions.filter(({ kind }) => kind !== 'annotation').map((d) => d.nameNode),
    ...binding.references.map(({ node }) => node),
  ]);
  return {
    key: `${binding.scope.node.from} ${binding.name}`,
    text: binding.name,
    binding,
    places: [...places].sort((a, b) => a.from - b.from),
    isMeant: () => true,
  };
}

function attributeSlot(member: Node, model: ProcessModel): Slot | null {
  const { semantics } = model;
  const attribute = semantics.attribute(member);
  const [owner, ...others] = attribute ? semantics.values.classesOf(attribute.object) : [];
  if (!attribute || !owner || others.length > 0) return null;
  const { name } = attribute;
  const inBody = semantics.scopes.opened.get(owner)?.bindings.get(name);
  const members = membersNamed(semantics, name).filter((m) => mayBelongTo(m, owner, semantics));
  const own = inBody ? nameSlot(inBody).places : [];
  return {
    key: `${owner.from}.${name}`,
    text: semantics.textOf(member),
    binding: null,
    places: [...own, ...members].sort((a, b) => a.from - b.from),
    isMeant: (place) =>
      place.kind === 'VariableName' ||
      (place.firstChild !== null && semantics.values.classesOf(place.firstChild).length > 0),
  };
}
