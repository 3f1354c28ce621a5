import type { Node } from '../syntax/node.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import {
  assignedPairs,
  attributeOf,
  callOf,
  splitByComma,
  subscriptOf,
  unparenthesized,
} from '../syntax/shapes.ts';
import type { ClassMembers } from './class-members.ts';
import type { Binding, Scopes } from './scopes.ts';

/** What is asked of the values of other expressions. */
interface AttributeValues {
  attributeValues(member: Node): readonly Node[];
}

/** What lists, tuples and sets may hold. */
export class Elements {
  private readonly added = new Map<Binding, Node[]>();
  private readonly addedToMembers = new Map<Node, Map<string, Node[]>>();

  constructor(
    private readonly tree: SyntaxTree,
    private readonly scopes: Scopes,
    private readonly values: AttributeValues,
    private readonly members: ClassMembers,
  ) {}

  /** The expressions that may be elements of a list, tuple, set, comprehension, or of a name bound to one. */
  of(expression: Node, seen: Set<Node> = new Set()): Node[] {
    const node = unparenthesized(expression);
    if (seen.has(node)) return [];
    seen.add(node);
    if (SEQUENCES.has(node.kind)) {
      return splitByComma(node.parts.slice(1, -1)).flatMap(([first, starred]) => {
        if (first?.kind !== '*') return first ?? [];
        const unpacked = starred ? this.of(starred, seen) : [];
        // The star itself stands for elements that are not known.
        return unpacked.length > 0 ? unpacked : [first];
      });
    }
    if (COMPREHENSIONS.has(node.kind)) {
      const element = node.parts[1];
      return element ? [element] : [];
    }
    if (node.kind === 'VariableName') {
      const binding = this.scopes.bindingAt.get(node);
      if (!binding) return [];
      const assigned = binding.definitions.flatMap((d) =>
        d.value && d.kind === 'assignment' ? this.of(d.value, seen) : [],
      );
      return [...assigned, ...this.addedElements(binding)];
    }
    return this.values
      .attributeValues(node)
      .flatMap((value) => this.of(value, seen))
      .concat(this.appendedToAttribute(node));
  }

  /** What `name.append(x)`, `name[i] = x` and `name += [x]` put into the list that a name holds. */
  private addedElements(binding: Binding): Node[] {
    let added = this.added.get(binding);
    if (added) return added;
    added = [];
    this.added.set(binding, added);
    for (const { node } of binding.references) added.push(...this.addedThrough(node));
    return added;
  }

  private appendedToAttribute(member: Node): readonly Node[] {
    const attribute = attributeOf(member, this.tree.text);
    const owner = attribute && this.members.classOfSelf(attribute.object);
    return (owner && this.addedToAttributes(owner).get(attribute.name)) ?? [];
  }

  /** What a class's methods put into the lists that its instances hold, by the attribute's name. */
  private addedToAttributes(classNode: Node): ReadonlyMap<string, readonly Node[]> {
    let table = this.addedToMembers.get(classNode);
    if (table) return table;
    table = new Map<string, Node[]>();
    this.addedToMembers.set(classNode, table);
    for (const list of classNode.descendants('MemberExpression')) {
      const added = this.addedThrough(list);
      const attribute = added.length > 0 && attributeOf(list, this.tree.text);
      if (!attribute || this.members.classOfSelf(attribute.object) !== classNode) continue;
      table.set(attribute.name, [...(table.get(attribute.name) ?? []), ...added]);
    }
    return table;
  }

  private addedThrough(list: Node): Node[] {
    const member = list.parent;
    if (member?.kind !== 'MemberExpression' || member.firstChild !== list) return [];
    const method = attributeOf(member, this.tree.text)?.name;
    const call = member.parent && callOf(member.parent, this.tree.text);
    if (call?.callee === member && (method === 'append' || method === 'add')) {
      return call.args.slice(0, 1).map((argument) => argument.value);
    }
    const statement = member.parent;
    return subscriptOf(member) && statement
      ? assignedPairs(statement).flatMap((pair) => (pair.target === member ? pair.value : []))
      : [];
  }
}

const SEQUENCES: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'TupleExpression',
  'SetExpression',
]);

const COMPREHENSIONS: ReadonlySet<string> = new Set([
  'ArrayComprehensionExpression',
  'SetComprehensionExpression',
  'ComprehensionExpression',
]);
