import type { Node } from '../syntax/node.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import {
  attributeOf,
  type Call,
  callOf,
  type FunctionShape,
  functionOf,
} from '../syntax/shapes.ts';
import { CallGraph } from './call-graph.ts';
import { Flow, type Reaching } from './flow/reaching.ts';
import { ReferencePlaces } from './reference-places.ts';
import { buildScopes } from './scope-builder.ts';
import type { Binding, Definition, Reference, Scope, Scopes } from './scopes.ts';
import { Values } from './values.ts';

/** What Python makes of a text: scopes, names, and what expressions stand for. Knows nothing of processes. */
export class Semantics {
  readonly scopes: Scopes;
  readonly values: Values;
  readonly callGraph: CallGraph;
  private readonly flow: Flow;
  private calls: readonly Call[] | null = null;
  private places: ReferencePlaces | null = null;

  /** `known` says which dotted names of other files, and `:f()` of this one, stand for others. */
  constructor(
    readonly tree: SyntaxTree,
    known: ReadonlyMap<string, string> = new Map(),
  ) {
    this.scopes = buildScopes(tree);
    this.flow = new Flow(tree, this.scopes, (node) => this.scopeOf(node));
    this.values = new Values(tree, this.scopes, (name) => this.reaching(name), known);
    this.callGraph = new CallGraph(
      this.values,
      () => this.allCalls(),
      (node) => this.enclosingFunction(node),
    );
  }

  textOf(node: { readonly from: number; readonly to: number }): string {
    return this.tree.text.slice(node.from, node.to);
  }

  /** The innermost scope whose code a node belongs to. A definition belongs to the scope that it stands in. */
  scopeOf(node: Node): Scope {
    for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
      const scope = this.scopes.opened.get(outer);
      if (scope && isInside(scope, inner)) return scope;
      // The bases of a generic class see its type parameters.
      const typeParameters = inner.kind === 'ArgList' && outer.child('TypeParamList');
      if (typeParameters) return this.scopes.opened.get(typeParameters) as Scope;
    }
    return this.scopes.module;
  }

  /** What a name node binds or reads; null for a builtin or an unknown name. */
  bindingOf(nameNode: Node): Binding | null {
    return this.scopes.bindingAt.get(nameNode) ?? null;
  }

  /** Which definitions may have given a name its value where it is read. */
  reaching(nameNode: Node): Reaching {
    return this.flow.reaching(nameNode);
  }

  /** Which definitions may have given a name its value once its module or class has run, or its function has returned. */
  atEnd(binding: Binding): Reaching {
    return this.flow.atEnd(binding);
  }

  /** Whether the module may have names that nothing in the file binds: by star imports, `exec` and the like. */
  get mayBindOthers(): boolean {
    return this.flow.mayBindOthers;
  }

  /** Whether a name may have the value of one of its definitions where it is read. */
  mayReach(definition: Definition, nameNode: Node): boolean {
    const { definitions, isComplete } = this.reaching(nameNode);
    return !isComplete || definitions.includes(definition);
  }

  /** Whether a name has a value for certain when control reaches a node, and whenever it is read in it later. */
  isBoundAt(binding: Binding, node: Node): boolean {
    return !this.flow.at(binding, node).mayBeUnbound;
  }

  /**
   * The definitions that may give a name another value once control has passed a node: further down, in the next round
   * of a loop, in other functions. With an `end`, only up to there; of two in one loop, in the same round.
   */
  rebindings(binding: Binding, node: Node, end: Node | null = null): readonly Definition[] {
    return this.flow.rebindings(binding, node, end);
  }

  call(node: Node): Call | null {
    return callOf(node, this.tree.text);
  }

  /** All calls in the text, in its order. */
  allCalls(): readonly Call[] {
    this.calls ??= this.tree.root
      .descendants('CallExpression')
      .flatMap((node) => this.call(node) ?? []);
    return this.calls;
  }

  functionShape(node: Node): FunctionShape | null {
    return functionOf(node, this.tree.text);
  }

  attribute(node: Node): { object: Node; name: string; nameNode: Node } | null {
    return attributeOf(node, this.tree.text);
  }

  /** The nearest function, lambda or class that a node's code belongs to; null at module level. */
  enclosingFunction(node: Node): Node | null {
    for (let scope: Scope | null = this.scopeOf(node); scope; scope = scope.parent) {
      if (scope.isFunction) return scope.node;
    }
    return null;
  }

  /** The statement of the module that a node lies in. */
  topLevelStatement(node: Node): Node {
    let statement = node;
    while (statement.parent?.parent) statement = statement.parent;
    return statement;
  }

  /** The references that stand in a node's text, defaults and decorators in it among them. */
  referencesIn(node: Node): Reference[] {
    this.places ??= new ReferencePlaces(this.scopes.references);
    return this.places.within(node.from, node.to);
  }

  /** The references inside a function, lambda or class that enclosing functions' locals answer. */
  captures(node: Node): Map<Binding, Reference[]> {
    const inner = this.scopes.opened.get(node);
    const result = new Map<Binding, Reference[]>();
    if (!inner) return result;
    for (const reference of this.referencesIn(node)) {
      const owner = reference.binding?.scope;
      if (!reference.binding || !owner || owner.kind === 'module') continue;
      if (!inner.encloses(reference.scope) || inner.encloses(owner)) continue;
      const list = result.get(reference.binding);
      if (list) list.push(reference);
      else result.set(reference.binding, [reference]);
    }
    return result;
  }

  /** The references that the code of a function, lambda or class makes to names of the module. */
  moduleReads(node: Node): Reference[] {
    const inner = this.scopes.opened.get(node);
    if (!inner) return [];
    return this.referencesIn(node).filter(
      (r) => r.binding?.scope === this.scopes.module && inner.encloses(r.scope),
    );
  }

  /** Whether a name means nothing anywhere in the file: no scope binds it, nothing reads it. */
  isUnused(name: string): boolean {
    return (
      !this.scopes.references.some((r) => r.name === name) &&
      !this.scopes.all.some((scope) => scope.bindings.has(name) || scope.declared.has(name))
    );
  }
}

/** Whether a child of the node that opens a scope is evaluated in it: bases, defaults and decorators are not. */
function isInside(scope: Scope, child: Node): boolean {
  switch (scope.kind) {
    case 'function':
    case 'class':
      return child.kind === 'Body';
    case 'lambda':
      return child === scope.node.lastChild;
    case 'annotation':
      return scope.node.kind === 'TypeDef' || child === scope.node.lastChild;
    case 'comprehension': {
      const parts = scope.node.parts;
      return child !== parts[parts.findIndex((node) => node.kind === 'in') + 1];
    }
    default:
      return true;
  }
}
