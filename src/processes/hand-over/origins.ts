/** Where a value comes from, only where that is certain: whatever way the program takes. */
import { argumentsFor } from '../../semantics/arguments.ts';
import type { Binding, Definition } from '../../semantics/scopes.ts';
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { conditionalBranches, subscriptOf, unparenthesized } from '../../syntax/shapes.ts';

/**
 * The expressions that give an expression its value, in every case one of them: calls, displays, the definition of a
 * function or class, the name of an import. Null where one is not seen: the argument of a caller elsewhere, say.
 */
export function originsOf(
  expression: Node,
  semantics: Semantics,
  seen: ReadonlySet<Node> = new Set(),
): readonly Node[] | null {
  const node = unparenthesized(expression);
  // What leads back to itself adds nothing.
  if (seen.has(node)) return [];
  const path = new Set([...seen, node]);
  const all = (nodes: readonly Node[]) =>
    joined(nodes.map((each) => originsOf(each, semantics, path)));
  switch (node.kind) {
    case 'ConditionalExpression':
      return all(conditionalBranches(node));
    case 'NamedExpression':
      return node.lastChild && all([node.lastChild]);
    case 'VariableName':
      return ofName(node, semantics, all);
    case 'MemberExpression': {
      const values = partsOf(node, semantics);
      return values.length > 0 ? all(values) : [node];
    }
    default:
      return [node];
  }
}

type All = (nodes: readonly Node[]) => readonly Node[] | null;

function joined(found: readonly (readonly Node[] | null)[]): readonly Node[] | null {
  return found.every((nodes) => nodes !== null) ? found.flat() : null;
}

/** What is known to be in an attribute of an instance, or in a list. */
function partsOf(member: Node, { values }: Semantics): readonly Node[] {
  const list = subscriptOf(member)?.object;
  return list ? values.elementsOf(list) : values.attributeValues(member);
}

function ofName(name: Node, semantics: Semantics, all: All): readonly Node[] | null {
  const binding = semantics.bindingOf(name);
  if (!binding) return [name];
  const definitions = definitionsAt(name, binding, semantics);
  if (definitions.length === 0) return null;
  return joined(definitions.map((definition) => ofDefinition(definition, name, semantics, all)));
}

function definitionsAt(
  name: Node,
  { definitions }: Binding,
  semantics: Semantics,
): readonly Definition[] {
  const reaching = semantics.reaching(name);
  const isKnown = reaching.isComplete && reaching.definitions.length > 0;
  const found = isKnown
    ? reaching.definitions
    : definitions.filter(({ kind }) => kind !== 'annotation');
  // `LOCK = None` at the top says that it gets its value before others read it.
  return reaching.timing === 'later' ? found.filter(({ value }) => value?.kind !== 'None') : found;
}

function ofDefinition(
  definition: Definition,
  name: Node,
  semantics: Semantics,
  all: All,
): readonly Node[] | null {
  const { kind, value, node } = definition;
  switch (kind) {
    case 'import':
      return [name];
    case 'function':
    case 'class':
      return [node];
    case 'assignment':
    case 'walrus':
    case 'with':
      return value && all([value]);
    case 'for': {
      const elements = value ? semantics.values.elementsOf(value) : [];
      return elements.length > 0 ? all(elements) : null;
    }
    case 'parameter':
      return givenTo(definition, semantics, all);
    default:
      return null;
  }
}

/** What the callers of a function give for a parameter, where all of them are seen. */
function givenTo(parameter: Definition, semantics: Semantics, all: All): readonly Node[] | null {
  const shape = semantics.functionShape(parameter.node);
  const binding = shape?.nameNode ? semantics.bindingOf(shape.nameNode) : null;
  const given = argumentsFor(semantics, parameter).map(({ value }) => value);
  const isOnlyCalled =
    binding?.scope.kind !== 'class' &&
    binding?.definitions.length === 1 &&
    shape?.decorators.length === 0 &&
    binding.references.length === given.length &&
    binding.references.every(({ node }) => semantics.call(node.parent ?? node)?.callee === node);
  return isOnlyCalled && given.length > 0 ? all(given) : null;
}
