/** Which code runs in one go, and what one such unit of code shares with others. */
import type { Node } from '../../syntax/node.ts';
import type { SyntaxTree } from '../../syntax/parse.ts';
import type { Binding, Reference, Scope, Scopes } from '../scopes.ts';
import { Unseen } from './unseen.ts';

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
  readonly unseen: Unseen;
  readonly references = new Map<Node, Reference>();

  constructor(
    tree: SyntaxTree,
    readonly scopes: Scopes,
  ) {
    this.unseen = new Unseen(tree, scopes);
    for (const scope of scopes.all) {
      const unit = unitOf(scope);
      const bindings = this.bindings.get(unit) ?? [];
      for (const binding of scope.bindings.values()) bindings.push(binding);
      this.bindings.set(unit, bindings);
    }
    for (const reference of scopes.references) {
      this.references.set(reference.node, reference);
      this.capture(reference);
    }
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
}
