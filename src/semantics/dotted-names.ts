import type { Node } from '../syntax/node.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import {
  attributeOf,
  type Call,
  callOf,
  conditionalBranches,
  functionOf,
  importedName,
  subscriptOf,
  unparenthesized,
} from '../syntax/shapes.ts';
import { BUILTINS } from './builtins.ts';
import type { Reaching } from './flow/reaching.ts';
import { remembered } from './remembered.ts';
import type { Binding, Definition, Scopes } from './scopes.ts';

/** What is asked of the values that names, attributes and elements have. */
interface AssignedValues {
  definitions(expression: Node): Node[];
  definitionsAt(name: Node, binding: Binding): readonly Definition[];
  definedValues(definition: Definition): readonly Node[];
  attributeValues(member: Node): readonly Node[];
  elementsOf(expression: Node): readonly Node[];
}

/** The dotted names that expressions may stand for. */
export class DottedNames {
  private readonly found = new Map<Node, readonly string[]>();
  /** The expressions that may also stand for what has no dotted name. */
  private readonly mixed = new Set<Node>();

  constructor(
    private readonly tree: SyntaxTree,
    private readonly scopes: Scopes,
    private readonly values: AssignedValues,
    private readonly reaching: (name: Node) => Reaching,
    /** What dotted names stand for, and the results `:f()` of this module's functions. */
    private readonly known: ReadonlyMap<string, string>,
  ) {}

  of(expression: Node): readonly string[] {
    return remembered(this.found, expression, () => this.find(expression));
  }

  /** The one dotted name that an expression stands for; null where it may be something else, unless that is `None`. */
  only(expression: Node): string | null {
    const [name, ...others] = this.of(expression);
    return name === undefined || others.length > 0 || this.mixed.has(expression) ? null : name;
  }

  private find(expression: Node): readonly string[] {
    const found = new Set<string>();
    this.collect(unparenthesized(expression), found);
    if (found.delete(OTHER)) this.mixed.add(expression);
    return [...found];
  }

  private collect(node: Node, found: Set<string>): void {
    switch (node.kind) {
      case 'VariableName':
        this.namesOfName(node, found);
        break;
      case 'MemberExpression':
        this.namesOfMember(node, found);
        break;
      case 'CallExpression':
        for (const name of this.namesOfResult(node)) found.add(name);
        break;
      case 'ConditionalExpression':
        for (const branch of conditionalBranches(node)) this.add(branch, found);
        break;
      case 'NamedExpression':
        if (node.lastChild) this.add(node.lastChild, found);
    }
  }

  private add(value: Node, found: Set<string>): void {
    const names = this.of(value);
    for (const name of names) found.add(name);
    const isOther = names.length === 0 && unparenthesized(value).kind !== 'None';
    if (isOther || this.mixed.has(value)) found.add(OTHER);
  }

  private namesOfResult(node: Node): readonly string[] {
    const call = callOf(node, this.tree.text);
    const names = call ? this.of(call.callee) : [];
    if (call && this.mixed.has(call.callee)) this.mixed.add(node);
    return [...names, ...this.ownFunctions(call)].map((name) => this.standsFor(`${name}()`));
  }

  /** The functions of this module that a call may run and whose results are known: `:f`. */
  private ownFunctions(call: Call | null): string[] {
    if (this.known.size === 0 || call?.callee.kind !== 'VariableName') return [];
    const name = `:${this.text(call.callee)}`;
    const isOwn =
      this.known.has(`${name}()`) &&
      this.values.definitions(call.callee).some(({ kind }) => kind === 'FunctionDefinition');
    return isOwn ? [name] : [];
  }

  private standsFor(name: string): string {
    return this.known.get(name) ?? name;
  }

  private namesOfName(node: Node, found: Set<string>): void {
    const binding = this.scopes.bindingAt.get(node);
    if (!binding) {
      for (const module of this.modulesOfUnbound(node)) {
        found.add(`${module}.${this.text(node)}`);
      }
      return;
    }
    for (const definition of this.values.definitionsAt(node, binding)) {
      const { imported } = definition;
      if (imported) {
        found.add(this.standsFor(importedName(imported)));
      } else if (definition.kind === 'parameter') {
        for (const name of this.annotatedNames(definition)) found.add(`${name}()`);
      } else if (binds(definition)) {
        const values = this.values.definedValues(definition);
        for (const value of values) this.add(value, found);
        if (values.length === 0) found.add(OTHER);
      }
    }
  }

  /** Where a name comes from that nothing in the file binds: from a star import, or somebody made it a builtin. */
  private modulesOfUnbound(node: Node): readonly string[] {
    const { starImports } = this.scopes;
    if (BUILTINS.has(this.text(node)) || this.reaching(node).isComplete) return ['builtins'];
    return starImports.map(({ module }) => module);
  }

  private annotatedNames(definition: Definition): readonly string[] {
    const shape = functionOf(definition.node, this.tree.text);
    const param = shape?.params.find((p) => p.nameNode === definition.nameNode);
    const annotation = param?.annotation?.lastChild;
    return annotation && param.star === '' ? this.of(annotation) : [];
  }

  private namesOfMember(node: Node, found: Set<string>): void {
    const attribute = attributeOf(node, this.tree.text);
    if (attribute) {
      const values = this.values.attributeValues(node);
      for (const value of values) this.add(value, found);
      if (values.length > 0) return;
      for (const name of this.of(attribute.object)) {
        const isBuiltin = name.startsWith('builtins.');
        found.add(isBuiltin ? OTHER : this.standsFor(`${name}.${attribute.name}`));
      }
      if (this.mixed.has(attribute.object)) found.add(OTHER);
      return;
    }
    const subscript = subscriptOf(node);
    if (!subscript) return;
    for (const element of this.values.elementsOf(subscript.object)) this.add(element, found);
  }

  private text(node: Node): string {
    return this.tree.text.slice(node.from, node.to);
  }
}

/** Stands for all that has no dotted name. */
const OTHER = '';

/** Whether a definition gives its name a value other than `None`. */
function binds({ kind, value }: Definition): boolean {
  return kind !== 'delete' && kind !== 'annotation' && value?.kind !== 'None';
}
