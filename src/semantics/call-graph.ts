import type { Node } from '../syntax/node.ts';
import type { Call } from '../syntax/shapes.ts';
import type { Values } from './values.ts';

/** What Python runs to make an instance of a class. */
export const MAKERS = ['__new__', '__init__', '__post_init__'];
const FUNCTIONS = ['FunctionDefinition', 'LambdaExpression'];

/** Which functions of a file its calls may run. A call for which none is found is unknown: it may run anything. */
export class CallGraph {
  private owned: ReadonlyMap<Node | null, readonly Call[]> | null = null;
  private running: ReadonlyMap<Node, readonly Call[]> | null = null;

  constructor(
    private readonly values: Values,
    private readonly all: () => readonly Call[],
    /** The function or lambda whose code a node belongs to; null for the module's. */
    private readonly ownerOf: (node: Node) => Node | null,
  ) {}

  /** The functions and lambdas of this file that calling an expression may run; a class stands for what makes it. */
  functionsOf(callee: Node): Node[] {
    const { values } = this;
    return values
      .definitions(callee)
      .flatMap((definition) =>
        definition.kind === 'ClassDefinition'
          ? MAKERS.flatMap((name) => values.method(definition, name))
          : [definition, ...this.wrappersOf(definition)],
      );
  }

  /** What decorators of this file may have put in a function's place. */
  private wrappersOf(fn: Node): Node[] {
    const { values } = this;
    const decorators =
      fn.parent?.kind === 'DecoratedStatement' ? fn.parent.childrenOf('Decorator') : [];
    return decorators.flatMap(({ lastChild }) => {
      const decorator = lastChild?.kind === 'CallExpression' ? lastChild.firstChild : lastChild;
      const makers = decorator ? values.definitions(decorator) : [];
      return makers.flatMap((maker) =>
        maker.kind === 'ClassDefinition'
          ? values.method(maker, '__call__')
          : FUNCTIONS.flatMap((kind) => maker.descendants(kind)),
      );
    });
  }

  /** The calls in a function's own code, in order; null asks for the module's. */
  callsIn(owner: Node | null): readonly Call[] {
    this.owned ??= grouped(this.all(), ({ node }) => [this.ownerOf(node)]);
    return this.owned.get(owner) ?? [];
  }

  /** The calls in this file that may run a function, in order. */
  callsOf(fn: Node): readonly Call[] {
    this.running ??= grouped(this.all(), ({ callee }) => this.functionsOf(callee));
    return this.running.get(fn) ?? [];
  }
}

function grouped<Key>(
  calls: readonly Call[],
  keysOf: (call: Call) => readonly Key[],
): Map<Key, Call[]> {
  const groups = new Map<Key, Call[]>();
  for (const call of calls) {
    for (const key of new Set(keysOf(call))) {
      const group = groups.get(key);
      if (group) group.push(call);
      else groups.set(key, [call]);
    }
  }
  return groups;
}
