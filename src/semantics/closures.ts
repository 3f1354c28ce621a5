/** Local functions with all that they take from the functions around them. */
import type { Node } from '../syntax/node.ts';
import type { FunctionShape, Parameter } from '../syntax/shapes.ts';
import type { Binding, Definition, Reference } from './scopes.ts';
import type { Semantics } from './semantics.ts';

/** A function defined in a function, and what it would lack at module level. */
export interface LocalFunction {
  readonly shape: FunctionShape;
  readonly name: string;
  readonly binding: Binding;
  /** Locals of enclosing functions that it reads, or that local functions read that it refers to; by first use. */
  readonly captured: readonly Binding[];
  /** Imports of enclosing functions whose names it uses. */
  readonly imports: readonly Definition[];
  /** Parameters whose default is the value of a local: `def work(x, factor=factor)`. */
  readonly defaults: readonly CapturedDefault[];
}

export interface CapturedDefault {
  readonly param: Parameter;
  readonly binding: Binding;
}

/** The binding of a function that is a local of another; null for methods, module-level functions, `global` ones. */
export function localBinding(semantics: Semantics, definition: Node): Binding | null {
  const nameNode = semantics.functionShape(definition)?.nameNode;
  const binding = nameNode ? semantics.bindingOf(nameNode) : null;
  return binding?.scope.isFunction ? binding : null;
}

/**
 * A local function and those that it refers to, directly or through others, in the order of the text. `alsoCaptured`
 * gives references that it can't keep although the module answers them.
 */
export function closureOf(
  semantics: Semantics,
  definition: Node,
  alsoCaptured: (definition: Node) => readonly Reference[] = () => [],
): LocalFunction[] {
  return new ClosureBuilder(semantics, alsoCaptured).build(definition);
}

class ClosureBuilder {
  private readonly references = new Map<Node, readonly Reference[]>();

  constructor(
    private readonly semantics: Semantics,
    private readonly alsoCaptured: (definition: Node) => readonly Reference[],
  ) {}

  build(definition: Node): LocalFunction[] {
    this.collect(definition);
    return [...this.references.keys()]
      .sort((a, b) => a.from - b.from)
      .flatMap((node) => this.localFunction(node) ?? []);
  }

  private collect(definition: Node): void {
    if (this.references.has(definition)) return;
    const references = [...this.semantics.captures(definition).values()]
      .flat()
      .concat(this.alsoCaptured(definition))
      .sort((a, b) => a.node.from - b.node.from);
    this.references.set(definition, references);
    for (const { binding } of references) {
      const other = binding && functionOf(binding);
      if (other) this.collect(other);
    }
  }

  private localFunction(node: Node): LocalFunction | null {
    const shape = this.semantics.functionShape(node);
    const binding = localBinding(this.semantics, node);
    if (!shape || !binding) return null;
    const captured = new Set<Binding>();
    this.addCaptured(node, captured, new Set());
    return {
      shape,
      name: binding.name,
      binding,
      captured: [...captured],
      imports: this.importsOf(node),
      defaults: this.defaultsOf(shape),
    };
  }

  private addCaptured(node: Node, captured: Set<Binding>, seen: Set<Node>): void {
    if (seen.has(node)) return;
    seen.add(node);
    for (const { binding } of this.references.get(node) ?? []) {
      if (!binding || importOf(binding)) continue;
      const other = functionOf(binding);
      if (other) this.addCaptured(other, captured, seen);
      else captured.add(binding);
    }
  }

  private importsOf(node: Node): Definition[] {
    const found = (this.references.get(node) ?? []).flatMap(
      ({ binding }) => (binding && importOf(binding)) ?? [],
    );
    return [...new Set(found)];
  }

  private defaultsOf(shape: FunctionShape): CapturedDefault[] {
    return shape.params.flatMap((param) => {
      const binding = param.defaultValue && this.semantics.bindingOf(param.defaultValue);
      const isLocal = binding?.scope.isFunction && !functionOf(binding) && !importOf(binding);
      return binding && isLocal ? [{ param, binding }] : [];
    });
  }
}

/** The function that a name always means, as far as its scope says; null where it is anything else too. */
function functionOf(binding: Binding): Node | null {
  const [first] = binding.definitions;
  return first?.kind === 'function' ? first.node : null;
}

/** The one import that binds a name. */
function importOf(binding: Binding): Definition | null {
  const [first, ...more] = binding.definitions;
  return first?.kind === 'import' && more.length === 0 ? first : null;
}
