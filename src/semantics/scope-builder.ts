import type { Node } from '../syntax/node.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import { functionOf, type ImportedName, importsOf } from '../syntax/shapes.ts';
import {
  type Binding,
  type Definition,
  type DefinitionKind,
  type Reference,
  Scope,
  type ScopeKind,
  type Scopes,
} from './scopes.ts';

/** Finds the scopes of a text, and what each name in them is bound to, in one pass over the tree. */
export function buildScopes(tree: SyntaxTree): Scopes {
  return new ScopeBuilder(tree).build();
}

interface PendingDefinition extends Omit<Definition, 'imported' | 'value'> {
  readonly name: string;
  readonly value: Node | null;
  readonly imported: ImportedName | null;
}

class ScopeBuilder {
  private readonly all: Scope[] = [];
  private readonly opened = new Map<Node, Scope>();
  private readonly pending: PendingDefinition[] = [];
  private readonly references: Reference[] = [];
  private readonly bindingAt = new Map<Node, Binding>();
  private hasStarImport = false;

  constructor(private readonly tree: SyntaxTree) {}

  build(): Scopes {
    const module = this.open('module', this.tree.root, null);
    this.visitAll(this.tree.root.children, module);
    // Declarations hold for a whole scope, also above the line they stand in: resolve when all is known.
    for (const definition of this.pending) {
      const binding = this.owner(definition.name, definition.scope).binding(definition.name);
      binding.definitions.push(definition);
      this.bindingAt.set(definition.nameNode, binding);
    }
    for (const reference of this.references) {
      reference.binding = this.resolve(reference.name, reference.scope);
      reference.binding?.references.push(reference);
      if (reference.binding) this.bindingAt.set(reference.node, reference.binding);
    }
    return {
      module,
      all: this.all,
      references: this.references,
      opened: this.opened,
      bindingAt: this.bindingAt,
      hasStarImport: this.hasStarImport,
    };
  }

  private open(kind: ScopeKind, node: Node, parent: Scope | null): Scope {
    const scope = new Scope(kind, node, parent);
    this.all.push(scope);
    this.opened.set(node, scope);
    return scope;
  }

  private get module(): Scope {
    return this.all[0] as Scope;
  }

  /** The scope that a name bound in `scope` belongs to. */
  private owner(name: string, scope: Scope): Scope {
    const declared = scope.declared.get(name);
    if (declared === 'global') return this.module;
    if (declared === 'nonlocal') {
      for (let outer = scope.parent; outer; outer = outer.parent) {
        if (outer.isFunction && outer.bindings.has(name)) return outer;
        if (outer.isFunction && this.pending.some((d) => d.name === name && d.scope === outer)) {
          return this.owner(name, outer);
        }
      }
    }
    return scope;
  }

  private resolve(name: string, from: Scope): Binding | null {
    if (from.declared.get(name) === 'global') return this.module.bindings.get(name) ?? null;
    for (let scope: Scope | null = from; scope; scope = scope.parent) {
      if (scope !== from && scope.kind === 'class') continue;
      if (scope !== from && scope.declared.get(name) === 'global') {
        return this.module.bindings.get(name) ?? null;
      }
      const binding = scope.bindings.get(name);
      if (binding) return binding;
    }
    return null;
  }

  private text(node: Node): string {
    return this.tree.text.slice(node.from, node.to);
  }

  /** The name that CPython uses: a private name in a class gets the class's in front. */
  private nameOf(node: Node, scope: Scope): string {
    const name = this.text(node).normalize('NFKC');
    if (!name.startsWith('__') || name.endsWith('__')) return name;
    for (let outer: Scope | null = scope; outer; outer = outer.parent) {
      if (outer.kind !== 'class') continue;
      const className = outer.node.child('VariableName');
      const stripped = className ? this.text(className).replace(/^_+/, '') : '';
      return stripped ? `_${stripped}${name}` : name;
    }
    return name;
  }

  private define(
    kind: DefinitionKind,
    nameNode: Node,
    node: Node,
    scope: Scope,
    value: Node | null = null,
    imported: ImportedName | null = null,
  ): void {
    const name = this.nameOf(nameNode, scope);
    this.pending.push({ kind, name, nameNode, node, scope, value, imported });
  }

  private refer(node: Node, scope: Scope): void {
    this.references.push({ name: this.nameOf(node, scope), node, scope, binding: null });
  }

  private visitAll(nodes: readonly Node[], scope: Scope): void {
    for (const node of nodes) this.visit(node, scope);
  }

  private visit(node: Node, scope: Scope): void {
    const visitor = VISITORS[node.kind];
    if (visitor) this[visitor](node, scope);
    else this.visitAll(node.children, scope);
  }

  visitName(node: Node, scope: Scope): void {
    this.refer(node, scope);
  }

  visitFunction(node: Node, scope: Scope): void {
    const shape = functionOf(node, this.tree.text);
    if (!shape) return;
    if (shape.nameNode) this.define('function', shape.nameNode, node, scope);
    const typeParams = node.child('TypeParamList');
    const outer = typeParams ? this.visitTypeParameters(typeParams, scope) : scope;
    const inner = this.open(shape.nameNode ? 'function' : 'lambda', node, outer);
    for (const param of shape.params) {
      if (param.annotation) this.visit(param.annotation, outer);
      if (param.defaultValue) this.visit(param.defaultValue, scope);
      this.define('parameter', param.nameNode, node, inner, param.defaultValue);
    }
    for (const returned of node.childrenOf('TypeDef')) this.visit(returned, outer);
    this.visit(shape.body, inner);
  }

  visitClass(node: Node, scope: Scope): void {
    const nameNode = node.child('VariableName');
    if (nameNode) this.define('class', nameNode, node, scope);
    const typeParams = node.child('TypeParamList');
    const outer = typeParams ? this.visitTypeParameters(typeParams, scope) : scope;
    const bases = node.child('ArgList');
    if (bases) this.visit(bases, outer);
    const body = node.child('Body');
    if (body) this.visitAll(body.children, this.open('class', node, outer));
  }

  private visitTypeParameters(list: Node, scope: Scope): Scope {
    const inner = this.open('type-parameters', list, scope);
    for (const param of list.childrenOf('TypeParam')) {
      const name = param.child('VariableName');
      if (name) this.define('type', name, param, inner);
      for (const child of param.children) if (child !== name) this.visit(child, inner);
    }
    return inner;
  }

  visitTypeAlias(node: Node, scope: Scope): void {
    const name = node.child('VariableName');
    if (name) this.define('type', name, node, scope);
    const typeParams = node.child('TypeParamList');
    const inner = typeParams ? this.visitTypeParameters(typeParams, scope) : scope;
    for (const child of node.children) {
      if (child !== name && child !== typeParams) this.visit(child, inner);
    }
  }

  visitAssign(node: Node, scope: Scope): void {
    const sides: Node[][] = [[]];
    for (const child of node.children) {
      if (child.kind === 'AssignOp') sides.push([]);
      else sides[sides.length - 1]?.push(child);
    }
    const values = sides.length > 1 ? (sides.pop() as Node[]) : [];
    this.visitAll(values, scope);
    for (const side of sides) {
      const plain = side.filter((child) => child.kind !== 'TypeDef' && child.kind !== ',');
      const value = plain.length === 1 && values.length === 1 ? (values[0] ?? null) : null;
      for (const child of side) {
        if (child.kind === 'TypeDef') this.visit(child, scope);
        else
          this.target(child, values.length > 0 ? 'assignment' : 'annotation', node, scope, value);
      }
    }
  }

  /** Defines the names in an assignment target; what is not a name in it is read. */
  private target(
    node: Node,
    kind: DefinitionKind,
    owner: Node,
    scope: Scope,
    value: Node | null,
  ): void {
    if (node.kind === 'VariableName') this.define(kind, node, owner, scope, value);
    else if (TARGET_GROUPS.has(node.kind)) {
      const single = node.kind === 'ParenthesizedExpression' ? value : null;
      for (const child of node.children) this.target(child, kind, owner, scope, single);
    } else this.visit(node, scope);
  }

  visitUpdate(node: Node, scope: Scope): void {
    const [target, ...rest] = node.children;
    this.visitAll(rest, scope);
    if (!target) return;
    this.visit(target, scope);
    if (target.kind === 'VariableName') this.define('augmented', target, node, scope);
  }

  visitDelete(node: Node, scope: Scope): void {
    for (const child of node.children.slice(1)) this.target(child, 'delete', node, scope, null);
  }

  visitFor(node: Node, scope: Scope): void {
    const at = node.children.findIndex((child) => child.kind === 'in');
    const body = node.children.findIndex((child) => child.kind === 'Body');
    const iterable = node.children.slice(at + 1, body);
    this.visitAll(iterable, scope);
    const targets = node.children
      .slice(0, at)
      .filter((c) => c.kind !== 'for' && c.kind !== 'async');
    const value = targets.length === 1 && iterable.length === 1 ? (iterable[0] ?? null) : null;
    for (const child of targets) this.target(child, 'for', node, scope, value);
    this.visitAll(node.children.slice(body), scope);
  }

  visitWith(node: Node, scope: Scope): void {
    let context: Node | null = null;
    let expectsTarget = false;
    for (const child of node.children) {
      if (child.kind === 'as') expectsTarget = true;
      else if (expectsTarget) {
        this.target(child, 'with', node, scope, context);
        expectsTarget = false;
      } else {
        if (child.kind !== 'Body' && !/^[,()]$/.test(child.kind)) context = child;
        this.visit(child, scope);
      }
    }
  }

  visitTry(node: Node, scope: Scope): void {
    let after = '';
    for (const child of node.children) {
      if (after === 'as' && child.kind === 'VariableName')
        this.define('except', child, node, scope);
      else this.visit(child, scope);
      after = child.kind;
    }
  }

  visitScope(node: Node, scope: Scope): void {
    const kind = node.firstChild?.kind === 'nonlocal' ? 'nonlocal' : 'global';
    for (const child of node.childrenOf('VariableName')) {
      scope.frame.declared.set(this.nameOf(child, scope), kind);
    }
  }

  visitWalrus(node: Node, scope: Scope): void {
    const [target, , value] = node.children;
    if (value) this.visit(value, scope);
    if (target) this.target(target, 'walrus', node, scope.frame, value ?? null);
  }

  visitImport(node: Node, scope: Scope): void {
    for (const imported of importsOf(node, this.tree.text)) {
      if (imported.bound === '*') this.hasStarImport = true;
      else this.define('import', imported.boundNode, node, scope, null, imported);
    }
  }

  visitArgList(node: Node, scope: Scope): void {
    if (node.child('for')) {
      this.visitComprehension(node, scope);
      return;
    }
    node.children.forEach((child, i) => {
      const isKeyword = child.kind === 'VariableName' && node.children[i + 1]?.kind === 'AssignOp';
      if (!isKeyword) this.visit(child, scope);
    });
  }

  visitComprehension(node: Node, scope: Scope): void {
    const inner = this.open('comprehension', node, scope);
    const first = node.children.findIndex((child) => child.kind === 'for');
    let firstIterable = true;
    let part: 'element' | 'target' | 'iterable' = 'element';
    const targets: Node[] = [];
    node.children.forEach((child, i) => {
      if (child.kind === 'for' || child.kind === 'async') {
        part = 'target';
      } else if (child.kind === 'in' && part === 'target') {
        part = 'iterable';
        const iterable = node.children[i + 1] ?? null;
        const value = targets.length === 1 ? iterable : null;
        for (const target of targets.splice(0)) this.target(target, 'for', node, inner, value);
      } else if (child.kind === 'if' && i > first) part = 'element';
      else if (part === 'target') targets.push(child);
      else if (part === 'iterable' && firstIterable) {
        // The first iterable is evaluated outside, before the comprehension's scope is entered.
        firstIterable = false;
        this.visit(child, scope);
      } else this.visit(child, inner);
    });
  }

  visitPattern(node: Node, scope: Scope): void {
    const [first] = node.children;
    for (const child of node.children) {
      const isName = child.kind === 'VariableName';
      const isCapture =
        node.kind === 'CapturePattern' || (node.kind === 'AsPattern' && child !== first);
      if (!isName) this.visit(child, scope);
      else if (isCapture && this.text(child) !== '_') this.define('match', child, node, scope);
      else if (node.kind !== 'KeywordPattern' && !isCapture && child === first)
        this.refer(child, scope);
    }
  }
}

const TARGET_GROUPS: ReadonlySet<string> = new Set([
  'TupleExpression',
  'ArrayExpression',
  'ParenthesizedExpression',
]);

type Visitor = {
  [K in keyof ScopeBuilder]: ScopeBuilder[K] extends (node: Node, scope: Scope) => void ? K : never;
}[keyof ScopeBuilder];

/** Which kinds of node bind names or open scopes; all others only have their children visited. */
const VISITORS: Readonly<Record<string, Visitor | undefined>> = {
  VariableName: 'visitName',
  FunctionDefinition: 'visitFunction',
  LambdaExpression: 'visitFunction',
  ClassDefinition: 'visitClass',
  TypeDefinition: 'visitTypeAlias',
  AssignStatement: 'visitAssign',
  UpdateStatement: 'visitUpdate',
  DeleteStatement: 'visitDelete',
  ForStatement: 'visitFor',
  WithStatement: 'visitWith',
  TryStatement: 'visitTry',
  ScopeStatement: 'visitScope',
  NamedExpression: 'visitWalrus',
  ImportStatement: 'visitImport',
  ArgList: 'visitArgList',
  ComprehensionExpression: 'visitComprehension',
  ArrayComprehensionExpression: 'visitComprehension',
  SetComprehensionExpression: 'visitComprehension',
  DictionaryComprehensionExpression: 'visitComprehension',
  CapturePattern: 'visitPattern',
  AsPattern: 'visitPattern',
  AttributePattern: 'visitPattern',
  ClassPattern: 'visitPattern',
  KeywordPattern: 'visitPattern',
};
