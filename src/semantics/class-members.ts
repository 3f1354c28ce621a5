import type { Node } from '../syntax/node.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import { argumentsOf, assignedPairs, attributeOf, functionOf } from '../syntax/shapes.ts';
import { codeOf } from './code.ts';
import type { Scopes } from './scopes.ts';

/** What is asked of the values of bases and decorators. */
interface NamedValues {
  definitions(expression: Node): Node[];
  qualifiedName(expression: Node): string | null;
}

/** What the classes of this file have: bases, methods, attributes. */
export class ClassMembers {
  private readonly attributes = new Map<Node, Map<string, Node[]>>();
  private derived: Map<Node, Node[]> | null = null;

  constructor(
    private readonly tree: SyntaxTree,
    private readonly scopes: Scopes,
    private readonly values: NamedValues,
  ) {}

  /** The classes of this file that a class names as its bases. */
  baseClasses(classNode: Node): Node[] {
    return this.bases(classNode).flatMap((base) =>
      this.values.definitions(base).filter((d) => d.kind === 'ClassDefinition'),
    );
  }

  /** The classes of this file that `super()` may look in first: a subclass with several bases puts others behind a class. */
  nextClasses(classNode: Node): Node[] {
    const line = new Set([classNode, ...this.subclasses(classNode)]);
    const next = [...line].flatMap((each) => this.baseClasses(each));
    return [...new Set(next)].filter((each) => !line.has(each));
  }

  /** The expressions in a class's list of bases, keywords left out. */
  bases(classNode: Node): Node[] {
    const list = classNode.child('ArgList');
    return list
      ? argumentsOf(list, this.tree.text).flatMap((a) => (a.name === null ? [a.value] : []))
      : [];
  }

  /** A class's method of this name, its own or a base's in this file. */
  method(classNode: Node, name: string, seen: Set<Node> = new Set()): Node[] {
    if (seen.has(classNode)) return [];
    seen.add(classNode);
    const own = this.scopes.opened.get(classNode)?.bindings.get(name);
    const functions =
      own?.definitions.filter((d) => d.kind === 'function').map((d) => d.node) ?? [];
    return functions.length > 0
      ? functions
      : this.baseClasses(classNode).flatMap((base) => this.method(base, name, seen));
  }

  /** The classes of this file that derive from a class, at any remove. */
  subclasses(classNode: Node): Node[] {
    const derived = this.derivedClasses();
    // A Set's iteration goes on over what is added to it on the way.
    const found = new Set([classNode]);
    for (const base of found) for (const each of derived.get(base) ?? []) found.add(each);
    return [...found].slice(1);
  }

  private derivedClasses(): ReadonlyMap<Node, readonly Node[]> {
    if (this.derived) return this.derived;
    const derived = new Map<Node, Node[]>();
    // A base that is itself an attribute of `self` adds nothing.
    this.derived = derived;
    for (const { kind, node } of this.scopes.all) {
      if (kind !== 'class') continue;
      for (const base of this.baseClasses(node)) {
        derived.set(base, [...(derived.get(base) ?? []), node]);
      }
    }
    return derived;
  }

  /** Whether reading an attribute gives what this method returns. */
  isProperty(method: Node): boolean {
    const decorators = functionOf(method, this.tree.text)?.decorators ?? [];
    return decorators.some(({ lastChild }) => {
      const name = lastChild && this.values.qualifiedName(lastChild);
      const accessor = lastChild && attributeOf(lastChild, this.tree.text);
      return PROPERTIES.test(name ?? '') || ACCESSORS.test(accessor?.name ?? '');
    });
  }

  /** Whether a method returns the object that it belongs to, and nothing else. */
  returnsSelf(method: Node): boolean {
    const self = functionOf(method, this.tree.text)?.params[0]?.name;
    const returned = [...codeOf(method.lastChild ?? method)].flatMap((node) =>
      node.kind === 'ReturnStatement' ? [node.parts.slice(1)] : [],
    );
    return (
      returned.length > 0 &&
      returned.every(([value, ...more]) => value && more.length === 0 && this.text(value) === self)
    );
  }

  /** The class whose instance a method's first parameter is; null for any other expression. */
  classOfSelf(node: Node): Node | null {
    if (node.kind !== 'VariableName') return null;
    const definition = this.scopes.bindingAt.get(node)?.definitions[0];
    if (definition?.kind !== 'parameter' || definition.node.kind !== 'FunctionDefinition')
      return null;
    const scope = definition.scope.parent;
    const shape = functionOf(definition.node, this.tree.text);
    const isMethod = scope?.kind === 'class' && shape?.params[0]?.nameNode === definition.nameNode;
    const isStatic = shape?.decorators.some((d) => /^@\s*staticmethod\b/.test(this.text(d)));
    return isMethod && !isStatic ? scope.node : null;
  }

  /** Every `self.name = value` in a class's methods, and `name = value` in its body, by name. */
  attributesOf(classNode: Node): ReadonlyMap<string, readonly Node[]> {
    let table = this.attributes.get(classNode);
    if (table) return table;
    table = new Map<string, Node[]>();
    this.attributes.set(classNode, table);
    const add = (name: string, value: Node) => {
      const list = table.get(name);
      if (list) list.push(value);
      else table.set(name, [value]);
    };
    for (const [name, binding] of this.scopes.opened.get(classNode)?.bindings ?? []) {
      for (const definition of binding.definitions)
        if (definition.value) add(name, definition.value);
    }
    for (const node of classNode.descendants('AssignStatement')) {
      for (const { target, value } of assignedPairs(node)) {
        const attribute = attributeOf(target, this.tree.text);
        if (attribute && this.classOfSelf(attribute.object) === classNode)
          add(attribute.name, value);
      }
    }
    return table;
  }

  private text(node: Node): string {
    return this.tree.text.slice(node.from, node.to);
  }
}

const PROPERTIES = /^(builtins\.property|functools\.cached_property|abc\.abstractproperty)$/;
const ACCESSORS = /^(getter|setter|deleter)$/;
