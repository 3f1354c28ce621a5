import type { Node } from '../syntax/node.ts';
import type { ImportedName } from '../syntax/shapes.ts';

export type ScopeKind =
  | 'module'
  | 'class'
  | 'function'
  | 'lambda'
  | 'comprehension'
  | 'type-parameters';

export type DefinitionKind =
  | 'import'
  | 'function'
  | 'class'
  | 'parameter'
  | 'assignment'
  | 'annotation'
  | 'augmented'
  | 'for'
  | 'with'
  | 'except'
  | 'walrus'
  | 'match'
  | 'delete'
  | 'type';

/** One place that binds (or unbinds) a name. */
export interface Definition {
  readonly kind: DefinitionKind;
  /** The name as it is written there. */
  readonly nameNode: Node;
  /** The statement, function, class, lambda or comprehension that binds it. */
  readonly node: Node;
  /** The innermost scope that the place lies in; with `global` another than the binding's. */
  readonly scope: Scope;
  /**
   * What is bound, where one expression says so: the value of `x = value`, the context expression of `with`,
   * the iterable of `for`, a parameter's default, a walrus' value.
   */
  readonly value: Node | null;
  readonly imported: ImportedName | null;
}

export interface Reference {
  readonly name: string;
  readonly node: Node;
  /** The innermost scope in which it is evaluated. */
  readonly scope: Scope;
  /** Null for a builtin, or a name that nothing in the file binds. */
  binding: Binding | null;
}

/** A name in the scope that owns it, with every place that binds or reads it. */
export class Binding {
  readonly definitions: Definition[] = [];
  readonly references: Reference[] = [];

  constructor(
    readonly name: string,
    readonly scope: Scope,
  ) {}
}

export class Scope {
  readonly bindings = new Map<string, Binding>();
  readonly children: Scope[] = [];
  /** Names that this scope declares `global` or `nonlocal`. */
  readonly declared = new Map<string, 'global' | 'nonlocal'>();

  constructor(
    readonly kind: ScopeKind,
    /** The Script, definition, lambda or comprehension that opens it. */
    readonly node: Node,
    readonly parent: Scope | null,
  ) {
    parent?.children.push(this);
  }

  /** The scope of the function, lambda or module whose code evaluates this one. */
  get frame(): Scope {
    let scope: Scope = this;
    while (scope.parent && (scope.kind === 'comprehension' || scope.kind === 'type-parameters')) {
      scope = scope.parent;
    }
    return scope;
  }

  get isFunction(): boolean {
    return this.kind === 'function' || this.kind === 'lambda';
  }

  /** Whether `other` is this scope or lies inside it. */
  encloses(other: Scope): boolean {
    for (let scope: Scope | null = other; scope; scope = scope.parent) {
      if (scope === this) return true;
    }
    return false;
  }

  binding(name: string): Binding {
    let binding = this.bindings.get(name);
    if (!binding) {
      binding = new Binding(name, this);
      this.bindings.set(name, binding);
    }
    return binding;
  }
}

export interface Scopes {
  readonly module: Scope;
  readonly all: readonly Scope[];
  readonly references: readonly Reference[];
  /** The scope that a definition, lambda, comprehension or the Script opens. */
  readonly opened: ReadonlyMap<Node, Scope>;
  /** What a name node stands for, whether it binds or reads. */
  readonly bindingAt: ReadonlyMap<Node, Binding>;
  readonly hasStarImport: boolean;
}
