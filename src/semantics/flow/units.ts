/** Which code runs in one go, and what one such unit of code shares with others. */
import type { Node } from '../../syntax/node.ts';
import type { SyntaxTree } from '../../syntax/parse.ts';
import { callOf, subscriptOf } from '../../syntax/shapes.ts';
import type { Binding, Reference, Scope, Scopes } from '../scopes.ts';

/** The module, function or lambda as part of which a scope's code runs: class bodies run where they stand. */
export function unitOf(scope: Scope): Scope {
  let unit = scope;
  while (unit.parent && !unit.isFunction) unit = unit.parent;
  return unit;
}

/** The function or lambda, directly in a unit, through which control gets from there to another one inside it. */
export function doorTo(inner: Scope, unit: Scope): Scope | null {
  for (let door = unitOf(inner); door.parent; door = unitOf(door.parent)) {
    if (unitOf(door.parent) === unit) return door;
  }
  return null;
}

export class Units {
  /** The names of a unit's own scopes. */
  readonly bindings = new Map<Scope, Binding[]>();
  /** For a function or lambda, the names of the unit round it that it or a function inside it reads. */
  readonly captured = new Map<Scope, Set<Binding>>();
  /** For each unit, the star imports, `exec` calls and the like, which may bind any name of modules and classes. */
  readonly disturbances = new Map<Scope, Set<Node>>();
  readonly references = new Map<Node, Reference>();
  /** Whether functions may bind names of the module in ways that can't be seen. */
  readonly isModuleDisturbed: boolean;

  constructor(
    private readonly tree: SyntaxTree,
    readonly scopes: Scopes,
  ) {
    for (const scope of scopes.all) {
      const unit = unitOf(scope);
      const bindings = this.bindings.get(unit) ?? [];
      for (const binding of scope.bindings.values()) bindings.push(binding);
      this.bindings.set(unit, bindings);
    }
    for (const { boundNode } of scopes.starImports) this.disturb(scopes.module, boundNode);
    let isModuleDisturbed = false;
    for (const reference of scopes.references) {
      this.references.set(reference.node, reference);
      this.capture(reference);
      const place = reference.binding ? null : this.disturbance(reference);
      if (!place) continue;
      const unit = unitOf(reference.scope);
      this.disturb(unit, place);
      isModuleDisturbed ||= unit !== scopes.module && !LOCAL_NAMESPACES.has(reference.name);
    }
    this.isModuleDisturbed = isModuleDisturbed;
  }

  private disturb(unit: Scope, node: Node): void {
    const nodes = this.disturbances.get(unit);
    if (nodes) nodes.add(node);
    else this.disturbances.set(unit, new Set([node]));
  }

  private capture(reference: Reference): void {
    const reader = unitOf(reference.scope);
    for (const binding of [reference.binding, ...this.fallbacks(reference)]) {
      if (!binding) continue;
      const owner = unitOf(binding.scope);
      const door = reader === owner ? null : doorTo(reader, owner);
      if (!door) continue;
      const captured = this.captured.get(door);
      if (captured) captured.add(binding);
      else this.captured.set(door, new Set([binding]));
    }
  }

  /**
   * What a name of a class may mean while the class has not bound it, null for what nothing in the file binds: in the
   * class's own code the module's, in an annotation that of the function round it too, from Python 3.14 on.
   */
  fallbacks({ name, scope, binding }: Reference): readonly (Binding | null)[] {
    if (binding?.scope.kind !== 'class') return [];
    const ofModule = this.scopes.module.bindings.get(name) ?? null;
    const around = scope === binding.scope ? ofModule : binding.scope.parent?.lookUp(name);
    return around === ofModule ? [ofModule] : [ofModule, around ?? null];
  }

  /** The call through which an unbound name may bind any name of a module or class. */
  private disturbance({ name, node }: Reference): Node | null {
    const call = node.parent ? callOf(node.parent, this.tree.text) : null;
    if (!call || call.callee !== node) return null;
    if (name === 'exec')
      return call.args.length === 1 || this.givesNamespace(call.argList) ? call.node : null;
    if (name !== 'globals' && !LOCAL_NAMESPACES.has(name)) return null;
    return call.args.length > 0 || this.isOnlyRead(call.node) ? null : call.node;
  }

  private givesNamespace(argList: Node): boolean {
    return /\b(globals|locals|vars)\s*\(|\*/.test(this.text(argList));
  }

  private isOnlyRead(namespace: Node): boolean {
    const user = namespace.parent;
    if (user?.kind === 'ArgList') {
      const callee = user.parent?.firstChild ?? user;
      return namespace.previous?.kind === '**' || READERS.test(this.text(callee));
    }
    if (user?.kind !== 'MemberExpression') return user?.kind === 'BinaryExpression';
    if (!subscriptOf(user)) return READING_METHODS.test(this.text(user.lastChild ?? user));
    return !TARGET_PLACES.test(user.parent?.kind ?? '') || user.parent?.lastChild === user;
  }

  private text(node: Node): string {
    return this.tree.text.slice(node.from, node.to);
  }
}

const LOCAL_NAMESPACES: ReadonlySet<string> = new Set(['locals', 'vars']);

const READERS = /^(dict|eval|iter|len|list|print|repr|set|sorted|str|tuple)$/;

const READING_METHODS = /^(copy|get|items|keys|values|__contains__|__getitem__)$/;

const TARGET_PLACES = /^(Assign|Update|Delete|For|With)Statement$|^(Tuple|Array)Expression$/;
