import type { Node } from '../syntax/node.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import { functionOf, type ImportedName, importsOf, unparenthesized } from '../syntax/shapes.ts';
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

interface PendingDefinition extends Definition {
  readonly name: string;
  /** The scope whose declarations say where the name belongs. */
  readonly home: Scope;
}

class ScopeBuilder {
  private readonly all: Scope[] = [];
  private readonly opened = new Map<Node, Scope>();
  private readonly pending: PendingDefinition[] = [];
  private readonly references: Reference[] = [];
  private readonly bindingAt = new Map<Node, Binding>();
  private readonly starImports: ImportedName[] = [];

  constructor(private readonly tree: SyntaxTree) {}

  build(): Scopes {
    const module = this.open('module', this.tree.root, null);
    this.visitAll(this.tree.root.children, module);
    this.bindNames();
    return {
      module,
      all: this.all,
      references: this.references,
      opened: this.opened,
      bindingAt: this.bindingAt,
      starImports: this.starImports,
    };
  }

  private open(kind: ScopeKind, node: Node, parent: Scope | null): Scope {
    const scope = new Scope(kind, node, parent);
    this.all.push(scope);
    this.opened.set(node, scope);
    return scope;
  }

  /** Declarations hold for a whole scope, also above the line they stand in: names are bound when all is known. */
  private bindNames(): void {
    for (const definition of this.pending) {
      const { name, home } = definition;
      const declared = home.declared.get(name);
      if (declared !== 'nonlocal') (declared ? home.module : home).binding(name);
    }
    for (const definition of this.pending) {
      const { name, home, nameNode } = definition;
      const binding = home.lookUp(name) ?? home.binding(name);
      binding.definitions.push(definition);
      this.bindingAt.set(nameNode, binding);
    }
    for (const reference of this.references) {
      const binding = reference.scope.lookUp(reference.name);
      if (!binding) continue;
      reference.binding = binding;
      binding.references.push(reference);
      this.bindingAt.set(reference.node, binding);
    }
  }

  private text(node: Node): string {
    return this.tree.text.slice(node.from, node.to);
  }

  /** The name that CPython uses: a private name in a class gets the class's in front. */
  private nameOf(node: Node, scope: Scope): string {
    const name = this.normalized(node);
    if (!name.startsWith('__') || name.endsWith('__')) return name;
    const owner = this.classOfPrivate(name, scope)?.child('VariableName');
    const stripped = owner ? this.normalized(owner).replace(/^_+/, '') : '';
    return stripped ? `_${stripped}${name}` : name;
  }

  private normalized(node: Node): string {
    const text = this.text(node);
    return ASCII.test(text) ? text : text.normalize('NFKC');
  }

  /** The class that a private name belongs to: the one around it, or the one whose type parameter it is. */
  private classOfPrivate(name: string, scope: Scope): Node | null {
    for (let outer: Scope | null = scope; outer; outer = outer.parent) {
      if (outer.kind === 'class') return outer.node;
      const owner = outer.kind === 'type-parameters' ? outer.node.parent : null;
      if (owner?.kind !== 'ClassDefinition') continue;
      const params = outer.node.childrenOf('TypeParam').map((p) => p.child('VariableName'));
      if (params.some((param) => param && this.normalized(param) === name)) return owner;
    }
    return null;
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
    // A walrus in a comprehension binds in the function around it.
    const home = kind === 'walrus' ? scope.frame : scope;
    this.pending.push({ kind, name, nameNode, node, scope, home, value, imported });
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
      const [name, ...details] = param.parts.filter((child) => !/^\*/.test(child.kind));
      if (name) this.define('type', name, param, inner);
      const assign = details.findIndex((child) => child.kind === 'AssignOp');
      const end = assign < 0 ? details.length : assign;
      this.visitAll(details.slice(0, end), inner);
      if (assign >= 0) this.visitAll(details.slice(end), this.open('annotation', param, inner));
    }
    return inner;
  }

  visitAnnotation(node: Node, scope: Scope): void {
    this.visitAll(node.children, this.open('annotation', node, scope));
  }

  visitTypeAlias(node: Node, scope: Scope): void {
    const name = node.child('VariableName');
    if (name) this.define('type', name, node, scope);
    const typeParams = node.child('TypeParamList');
    const outer = typeParams ? this.visitTypeParameters(typeParams, scope) : scope;
    if (node.lastChild) this.visit(node.lastChild, this.open('annotation', node, outer));
  }

  visitAssign(node: Node, scope: Scope): void {
    const sides: Node[][] = [[]];
    for (const child of node.parts) {
      if (child.kind === 'AssignOp') sides.push([]);
      else sides[sides.length - 1]?.push(child);
    }
    const values = sides.length > 1 ? (sides.pop() as Node[]) : [];
    this.visitAll(values, scope);
    for (const side of sides) {
      const plain = side.filter((child) => child.kind !== 'TypeDef' && child.kind !== ',');
      // `a, = x` unpacks.
      const isSingle = plain.length === 1 && side.every(({ kind }) => kind !== ',');
      const value = isSingle && values.length === 1 ? (values[0] ?? null) : null;
      for (const child of side) {
        if (child.kind === 'TypeDef') this.visit(child, scope);
        else if (values.length > 0) this.target(child, 'assignment', node, scope, value);
        // `(x): int` says nothing of x, not even whose it is.
        else if (child.kind === 'VariableName') this.define('annotation', child, node, scope);
        else if (unparenthesized(child).kind !== 'VariableName') this.visit(child, scope);
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
      for (const child of node.parts) this.target(child, kind, owner, scope, single);
    } else this.visit(node, scope);
  }

  visitUpdate(node: Node, scope: Scope): void {
    const [target, ...rest] = node.parts;
    this.visitAll(rest, scope);
    if (!target) return;
    this.visit(target, scope);
    const name = unparenthesized(target);
    if (name.kind === 'VariableName') this.define('augmented', name, node, scope);
  }

  visitDelete(node: Node, scope: Scope): void {
    for (const child of node.parts.slice(1)) this.target(child, 'delete', node, scope, null);
  }

  visitFor(node: Node, scope: Scope): void {
    const at = node.parts.findIndex((child) => child.kind === 'in');
    const body = node.parts.findIndex((child) => child.kind === 'Body');
    const iterable = node.parts.slice(at + 1, body);
    this.visitAll(iterable, scope);
    const targets = node.parts.slice(0, at).filter((c) => c.kind !== 'for' && c.kind !== 'async');
    const value = targets.length === 1 && iterable.length === 1 ? (iterable[0] ?? null) : null;
    for (const child of targets) this.target(child, 'for', node, scope, value);
    this.visitAll(node.parts.slice(body), scope);
  }

  visitWith(node: Node, scope: Scope): void {
    let context: Node | null = null;
    let expectsTarget = false;
    for (const child of node.parts) {
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
    for (const child of node.parts) {
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
    const [target, , value] = node.parts;
    if (value) this.visit(value, scope);
    if (target) this.target(target, 'walrus', node, scope, value ?? null);
  }

  visitImport(node: Node, scope: Scope): void {
    for (const imported of importsOf(node, this.tree.text)) {
      if (imported.bound === '*') this.starImports.push(imported);
      else this.define('import', imported.boundNode, node, scope, null, imported);
    }
  }

  visitArgList(node: Node, scope: Scope): void {
    if (node.child('for')) {
      this.visitComprehension(node, scope);
      return;
    }
    const { parts } = node;
    parts.forEach((child, i) => {
      const isKeyword = child.kind === 'VariableName' && parts[i + 1]?.kind === 'AssignOp';
      if (!isKeyword) this.visit(child, scope);
    });
  }

  visitComprehension(node: Node, scope: Scope): void {
    const inner = this.open('comprehension', node, scope);
    const { parts } = node;
    const first = parts.findIndex((child) => child.kind === 'for');
    let firstIterable = true;
    let part: 'element' | 'target' | 'iterable' = 'element';
    const targets: Node[] = [];
    parts.forEach((child, i) => {
      if (child.kind === 'for' || child.kind === 'async') {
        part = 'target';
      } else if (child.kind === 'in' && part === 'target') {
        part = 'iterable';
        const iterable = parts[i + 1] ?? null;
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
    const [first] = node.parts;
    for (const child of node.parts) {
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

const ASCII = /^[ -~]*$/;

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
  TypeDef: 'visitAnnotation',
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
