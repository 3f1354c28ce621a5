import type { Node } from '../syntax/node.ts';
import type { ImportedName } from '../syntax/shapes.ts';

export type ScopeKind =
  | 'module'
  | 'class'
  | 'function'
  | 'lambda'
  | 'comprehension'
  | 'type-parameters'
  /** An annotation, a type alias' value, a type parameter's bound or default: Python may evaluate it later. */
  | 'annotation';

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
  /** The innermost scope that the place lies in; with `global`, and for a walrus, it can be another than the binding's. */
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

/** A name in the scope that owns it, with every place that binds or reads it, in the order of the text. */
export class Binding {
  readonly definitions: Definition[] = [];
  readonly references: Reference[] = [];

  constructor(
    readonly name: string,
    readonly scope: Scope,
  ) {}
}

/** The name of a class' cell. */
export const CLASS_CELL = '__class__';

export class Scope {
  readonly bindings = new Map<string, Binding>();
  readonly children: Scope[] = [];
  /** Names that this scope declares `global` or `nonlocal`. */
  readonly declared = new Map<string, 'global' | 'nonlocal'>();

  /** What `super()` in a method reads: a class has it without a definition, and its own code does not see it. */
  readonly classCell: Binding | null;

  constructor(
    readonly kind: ScopeKind,
    /** The Script, definition, lambda or comprehension that opens it. */
    readonly node: Node,
    readonly parent: Scope | null,
  ) {
    parent?.children.push(this);
    this.classCell = kind === 'class' ? new Binding(CLASS_CELL, this) : null;
  }

  /** The scope of the function, lambda or module whose code evaluates this one. */
  get frame(): Scope {
    let scope: Scope = this;
    while (scope.parent && (scope.kind === 'comprehension' || scope.isAnnotation)) {
      scope = scope.parent;
    }
    return scope;
  }

  get module(): Scope {
    return this.parent?.module ?? this;
  }

  get isFunction(): boolean {
    return this.kind === 'function' || this.kind === 'lambda';
  }

  /** What the language reference calls an annotation scope: unlike functions, it sees the names of a class around it. */
  get isAnnotation(): boolean {
    return this.kind === 'annotation' || this.kind === 'type-parameters';
  }

  /** What a name means where it is used in this scope; null for a builtin or an unknown name. */
  lookUp(name: string): Binding | null {
    let seesClass = true;
    for (let scope: Scope | null = this; scope; scope = scope.parent) {
      if (scope !== this && scope.classCell && name === CLASS_CELL) return scope.classCell;
      if (scope.kind === 'class' && !seesClass) continue;
      if (scope.declared.get(name) === 'global') return this.module.bindings.get(name) ?? null;
      const binding = scope.bindings.get(name);
      if (binding) return binding;
      seesClass &&= scope.isAnnotation;
    }
    return null;
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
  /** The scope that a definition, lambda, comprehension, annotation, type parameter list or the Script opens. */
  readonly opened: ReadonlyMap<Node, Scope>;
  /** What a name node stands for, whether it binds or reads. */
  readonly bindingAt: ReadonlyMap<Node, Binding>;
  /** The `from … import *` statements: what they bind is not known. */
  readonly starImports: readonly ImportedName[];
}
