import type { Node } from '../syntax/node.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import {
  argumentsOf,
  attributeOf,
  type Call,
  callOf,
  conditionalBranches,
  functionOf,
  importedName,
  subscriptOf,
  unparenthesized,
  wholeStatement,
} from '../syntax/shapes.ts';
import { BUILTINS } from './builtins.ts';
import type { Reaching } from './flow/reaching.ts';
import type { Binding, Definition, Scopes } from './scopes.ts';

/**
 * What expressions stand for, as far as the assignments tell that reach them: every answer is "may be". An empty
 * answer means unknown.
 */
export class Values {
  private readonly attributes = new Map<Node, Map<string, Node[]>>();
  private readonly attributesAdded = new Map<Node, Map<string, Node[]>>();
  private readonly elementsAdded = new Map<Binding, Node[]>();
  private readonly names = new Map<Node, readonly string[]>();
  private readonly assigned = new Map<Node, readonly Node[]>();
  private readonly classes = new Map<Node, readonly Node[]>();

  constructor(
    private readonly tree: SyntaxTree,
    private readonly scopes: Scopes,
    private readonly reaching: (name: Node) => Reaching,
    /** What dotted names stand for, and the results `:f()` of this module's functions. */
    private readonly known: ReadonlyMap<string, string>,
  ) {}

  /**
   * The dotted names that an expression may stand for: `multiprocessing.Pool` for `mp.Pool`; a call's result has
   * `()` behind, `multiprocessing.get_context().Pool()`. Names of this module's own are not among them.
   */
  qualifiedNames(expression: Node): readonly string[] {
    return remembered(this.names, expression, () => this.findNames(expression));
  }

  private findNames(expression: Node): readonly string[] {
    const found = new Set<string>();
    const node = unparenthesized(expression);
    if (node.kind === 'VariableName') this.namesOfName(node, found);
    else if (node.kind === 'MemberExpression') this.namesOfMember(node, found);
    else if (node.kind === 'CallExpression') {
      for (const name of this.namesOfResult(node)) found.add(name);
    } else if (node.kind === 'ConditionalExpression') {
      for (const branch of conditionalBranches(node)) {
        for (const name of this.qualifiedNames(branch)) found.add(name);
      }
    } else if (node.kind === 'NamedExpression' && node.lastChild) {
      for (const name of this.qualifiedNames(node.lastChild)) found.add(name);
    }
    return [...found];
  }

  /** The one dotted name that an expression stands for, or null. */
  qualifiedName(expression: Node): string | null {
    const names = this.qualifiedNames(expression);
    return names.length === 1 ? (names[0] ?? null) : null;
  }

  /** `closing(x)` gives what it is given; any other call's result goes by the call. */
  private namesOfResult(node: Node): readonly string[] {
    const call = callOf(node, this.tree.text);
    const names = call ? this.qualifiedNames(call.callee) : [];
    const given = call?.args[0]?.value;
    return given && names.includes('contextlib.closing')
      ? this.qualifiedNames(given)
      : [...names, ...this.ownFunctions(call)].map((name) => this.standsFor(`${name}()`));
  }

  /** The functions of this module that a call may run and whose results are known: `:f`. */
  private ownFunctions(call: Call | null): string[] {
    if (this.known.size === 0 || call?.callee.kind !== 'VariableName') return [];
    const name = `:${this.text(call.callee)}`;
    const isOwn =
      this.known.has(`${name}()`) &&
      this.definitions(call.callee).some(({ kind }) => kind === 'FunctionDefinition');
    return isOwn ? [name] : [];
  }

  private standsFor(name: string): string {
    return this.known.get(name) ?? name;
  }

  private namesOfName(node: Node, found: Set<string>): void {
    const binding = this.scopes.bindingAt.get(node);
    if (!binding) {
      for (const module of this.modulesOfUnbound(this.text(node))) {
        found.add(`${module}.${this.text(node)}`);
      }
      return;
    }
    for (const definition of this.definitionsAt(node, binding)) {
      const { imported } = definition;
      if (imported) {
        found.add(this.standsFor(importedName(imported)));
      } else if (definition.kind === 'parameter') {
        for (const name of this.annotatedNames(definition)) found.add(`${name}()`);
      } else {
        for (const value of this.definedValues(definition)) {
          for (const name of this.qualifiedNames(value)) found.add(name);
        }
      }
    }
  }

  /** What may give a name its value at a place; where the flow can't tell, or never gets there, all that bind it. */
  private definitionsAt(name: Node, binding: Binding): readonly Definition[] {
    const { definitions, isComplete, timing } = this.reaching(name);
    const last = definitions.at(-1);
    // What a function looks up when it is called is most often what the module has in the end.
    if (timing === 'later' && last && isModuleDefinition(last)) return [last];
    const isKnown = isComplete && definitions.length > 0;
    return isKnown && definitions.every(({ kind }) => kind !== 'augmented')
      ? definitions
      : binding.definitions;
  }

  /** Where a name comes from that nothing in the file binds: from a star import, if it is no builtin. */
  private modulesOfUnbound(name: string): readonly string[] {
    const { starImports } = this.scopes;
    return starImports.length === 0 || BUILTINS.has(name)
      ? ['builtins']
      : starImports.map(({ module }) => module);
  }

  private annotatedNames(definition: Definition): readonly string[] {
    const shape = functionOf(definition.node, this.tree.text);
    const param = shape?.params.find((p) => p.nameNode === definition.nameNode);
    const annotation = param?.annotation?.lastChild;
    return annotation && param.star === '' ? this.qualifiedNames(annotation) : [];
  }

  private namesOfMember(node: Node, found: Set<string>): void {
    const attribute = attributeOf(node, this.tree.text);
    if (attribute) {
      const values = this.attributeValues(node);
      for (const value of values) for (const name of this.qualifiedNames(value)) found.add(name);
      if (values.length > 0) return;
      for (const name of this.qualifiedNames(attribute.object)) {
        if (!name.startsWith('builtins.')) found.add(this.standsFor(`${name}.${attribute.name}`));
      }
      return;
    }
    const subscript = subscriptOf(node);
    if (!subscript) return;
    for (const element of this.elementsOf(subscript.object)) {
      for (const name of this.qualifiedNames(element)) found.add(name);
    }
  }

  /**
   * The expressions that an expression may take its value from: through names, attributes of `self`, elements of
   * lists, and conditional expressions, down to what is neither. A function's or class's node stands for itself.
   */
  sources(expression: Node, seen: Set<Node> = new Set()): Node[] {
    const node = unparenthesized(expression);
    if (seen.has(node)) return [];
    seen.add(node);
    if (node.kind === 'ConditionalExpression') {
      return conditionalBranches(node).flatMap((branch) => this.sources(branch, seen));
    }
    if (node.kind === 'NamedExpression' && node.lastChild)
      return this.sources(node.lastChild, seen);
    if (node.kind === 'VariableName') {
      const binding = this.scopes.bindingAt.get(node);
      const definitions = binding ? this.definitionsAt(node, binding) : [];
      const values = definitions.flatMap((d) =>
        d.kind === 'function' || d.kind === 'class' ? [d.node] : this.definedValues(d),
      );
      return values.length ? values.flatMap((value) => this.sources(value, seen)) : [node];
    }
    if (node.kind === 'MemberExpression') {
      const values = attributeOf(node, this.tree.text)
        ? this.attributeValues(node)
        : this.elementsOf(subscriptOf(node)?.object ?? node);
      return values.length ? values.flatMap((value) => this.sources(value, seen)) : [node];
    }
    return [node];
  }

  /** The functions, lambdas and classes that an expression may stand for, those of this file. */
  definitions(expression: Node): Node[] {
    return this.sources(expression).flatMap((source) => {
      if (DEFINITIONS.has(source.kind)) return [source];
      const attribute = attributeOf(source, this.tree.text);
      return attribute
        ? this.classesOf(attribute.object).flatMap((c) => this.method(c, attribute.name))
        : [];
    });
  }

  /** The classes of this file that an expression may be an instance of, or may itself be. */
  classesOf(expression: Node): readonly Node[] {
    const inner = unparenthesized(expression);
    return remembered(this.classes, inner, () => this.findClasses(inner));
  }

  private findClasses(inner: Node): readonly Node[] {
    const own = this.classOfSelf(inner);
    if (own) return [own];
    return this.sources(inner).flatMap((source) => {
      if (source.kind === 'ClassDefinition') return [source];
      const call = callOf(source, this.tree.text);
      if (!call) return [];
      if (call.callee.kind === 'VariableName' && this.text(call.callee) === 'super') {
        const enclosing = source.ancestor('ClassDefinition');
        return enclosing ? this.baseClasses(enclosing) : [];
      }
      return this.definitions(call.callee).filter((d) => d.kind === 'ClassDefinition');
    });
  }

  /** The classes of this file that a class names as its bases. */
  baseClasses(classNode: Node): Node[] {
    return this.bases(classNode).flatMap((base) =>
      this.definitions(base).filter((d) => d.kind === 'ClassDefinition'),
    );
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

  /** What is assigned to an attribute of `self` anywhere in its class; empty for any other attribute. */
  attributeValues(member: Node): readonly Node[] {
    return remembered(this.assigned, member, () => {
      const attribute = attributeOf(member, this.tree.text);
      if (!attribute) return [];
      return this.classesOf(attribute.object).flatMap(
        (c) =>
          this.attributesOf(c)
            .get(attribute.name)
            ?.filter((v) => v.kind !== 'None') ?? [],
      );
    });
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
      const value = node.lastChild;
      for (const target of node.children) {
        const attribute = attributeOf(target, this.tree.text);
        if (!attribute || !value || target === value) continue;
        if (this.classOfSelf(attribute.object) === classNode) add(attribute.name, value);
      }
    }
    return table;
  }

  /** The values that a definition may give its name; those of `for` are the iterable's elements. */
  private definedValues(definition: Definition): Node[] {
    if (!definition.value || definition.value.kind === 'None') return [];
    switch (definition.kind) {
      case 'for':
        return this.elementsOf(definition.value);
      case 'assignment':
      case 'walrus':
      case 'with':
        return [definition.value];
      default:
        return [];
    }
  }

  /** The expressions that may be elements of a list, tuple, set, comprehension, or of a name bound to one. */
  elementsOf(expression: Node, seen: Set<Node> = new Set()): Node[] {
    const node = unparenthesized(expression);
    if (seen.has(node)) return [];
    seen.add(node);
    if (SEQUENCES.has(node.kind)) {
      return node.parts.filter((c) => !/^[[({})\],*]$/.test(c.kind));
    }
    if (COMPREHENSIONS.has(node.kind)) {
      const element = node.parts[1];
      return element ? [element] : [];
    }
    if (node.kind === 'VariableName') {
      const binding = this.scopes.bindingAt.get(node);
      if (!binding) return [];
      const assigned = binding.definitions.flatMap((d) =>
        d.value && d.kind === 'assignment' ? this.elementsOf(d.value, seen) : [],
      );
      return [...assigned, ...this.addedElements(binding)];
    }
    return this.attributeValues(node)
      .flatMap((value) => this.elementsOf(value, seen))
      .concat(this.appendedToAttribute(node));
  }

  /** What `name.append(x)`, `name[i] = x` and `name += [x]` put into the list that a name holds. */
  private addedElements(binding: Binding): Node[] {
    let added = this.elementsAdded.get(binding);
    if (added) return added;
    added = [];
    this.elementsAdded.set(binding, added);
    for (const { node } of binding.references) added.push(...this.addedThrough(node));
    return added;
  }

  private appendedToAttribute(member: Node): readonly Node[] {
    const attribute = attributeOf(member, this.tree.text);
    const owner = attribute && this.classOfSelf(attribute.object);
    return (owner && this.addedToAttributes(owner).get(attribute.name)) ?? [];
  }

  /** What a class's methods put into the lists that its instances hold, by the attribute's name. */
  private addedToAttributes(classNode: Node): ReadonlyMap<string, readonly Node[]> {
    let table = this.attributesAdded.get(classNode);
    if (table) return table;
    table = new Map<string, Node[]>();
    this.attributesAdded.set(classNode, table);
    for (const list of classNode.descendants('MemberExpression')) {
      const added = this.addedThrough(list);
      const attribute = added.length > 0 && attributeOf(list, this.tree.text);
      if (!attribute || this.classOfSelf(attribute.object) !== classNode) continue;
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
    return subscriptOf(member) &&
      statement?.kind === 'AssignStatement' &&
      statement.firstChild === member
      ? statement.children.slice(-1)
      : [];
  }

  private text(node: Node): string {
    return this.tree.text.slice(node.from, node.to);
  }
}

/** Answers once for each node; a question that leads back to itself, as in `x = x.y`, adds nothing. */
function remembered<T>(
  answers: Map<Node, readonly T[]>,
  node: Node,
  find: () => readonly T[],
): readonly T[] {
  const known = answers.get(node);
  if (known) return known;
  answers.set(node, []);
  const found = find();
  answers.set(node, found);
  return found;
}

const DEFINITIONS: ReadonlySet<string> = new Set([
  'FunctionDefinition',
  'LambdaExpression',
  'ClassDefinition',
]);

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

/** Whether a definition is a `def` or `class` that the module runs in any case. */
function isModuleDefinition({ kind, node, scope }: Definition): boolean {
  const isDefined = kind === 'function' || kind === 'class';
  return isDefined && scope.kind === 'module' && wholeStatement(node).parent === scope.node;
}
