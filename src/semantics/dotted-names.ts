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
import { remembered } from './remembered.ts';
import type { Definition, Scopes } from './scopes.ts';
import type { Values } from './values.ts';

/** The dotted names that expressions may stand for. */
export class DottedNames {
  private readonly found = new Map<Node, readonly string[]>();

  constructor(
    private readonly tree: SyntaxTree,
    private readonly scopes: Scopes,
    private readonly values: Values,
    /** What dotted names stand for, and the results `:f()` of this module's functions. */
    private readonly known: ReadonlyMap<string, string>,
  ) {}

  of(expression: Node): readonly string[] {
    return remembered(this.found, expression, () => this.find(expression));
  }

  private find(expression: Node): readonly string[] {
    const found = new Set<string>();
    const node = unparenthesized(expression);
    if (node.kind === 'VariableName') this.namesOfName(node, found);
    else if (node.kind === 'MemberExpression') this.namesOfMember(node, found);
    else if (node.kind === 'CallExpression') {
      for (const name of this.namesOfResult(node)) found.add(name);
    } else if (node.kind === 'ConditionalExpression') {
      for (const branch of conditionalBranches(node)) {
        for (const name of this.of(branch)) found.add(name);
      }
    } else if (node.kind === 'NamedExpression' && node.lastChild) {
      for (const name of this.of(node.lastChild)) found.add(name);
    }
    return [...found];
  }

  /** `closing(x)` gives what it is given; any other call's result goes by the call. */
  private namesOfResult(node: Node): readonly string[] {
    const call = callOf(node, this.tree.text);
    const names = call ? this.of(call.callee) : [];
    const given = call?.args[0]?.value;
    return given && names.includes('contextlib.closing')
      ? this.of(given)
      : [...names, ...this.ownFunctions(call)].map((name) => this.standsFor(`${name}()`));
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
      for (const module of this.modulesOfUnbound(this.text(node))) {
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
      } else {
        for (const value of this.values.definedValues(definition)) {
          for (const name of this.of(value)) found.add(name);
        }
      }
    }
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
    return annotation && param.star === '' ? this.of(annotation) : [];
  }

  private namesOfMember(node: Node, found: Set<string>): void {
    const attribute = attributeOf(node, this.tree.text);
    if (attribute) {
      const values = this.values.attributeValues(node);
      for (const value of values) for (const name of this.of(value)) found.add(name);
      if (values.length > 0) return;
      for (const name of this.of(attribute.object)) {
        if (!name.startsWith('builtins.')) found.add(this.standsFor(`${name}.${attribute.name}`));
      }
      return;
    }
    const subscript = subscriptOf(node);
    if (!subscript) return;
    for (const element of this.values.elementsOf(subscript.object)) {
      for (const name of this.of(element)) found.add(name);
    }
  }

  private text(node: Node): string {
    return this.tree.text.slice(node.from, node.to);
  }
}
