import type { Node } from '../syntax/node.ts';
import { BUILTINS } from './builtins.ts';
import { codeOf } from './code.ts';
import { ImplicitCalls, isNamed } from './implicit-calls.ts';
import { Mutations } from './mutations.ts';
import type { Binding, Definition } from './scopes.ts';
import type { Semantics } from './semantics.ts';

/** What running a piece of code does to names: those of the scopes around it. `exec` and the like are left out. */
export interface Footprint {
  readonly reads: ReadonlySet<Binding>;
  readonly binds: ReadonlySet<Binding>;
  /** The names whose objects it may change. */
  readonly mutates: ReadonlySet<Binding>;
}

/** The footprint of one piece of code alone, and the bodies of this file's functions that it may run. */
export interface OwnFootprint extends Footprint {
  readonly runs: readonly Node[];
}

/** What is asked of calls that another layer knows more of. */
export interface CallKnowledge {
  /** Whether a call runs an argument elsewhere, or never. */
  readonly keeps: (argument: Node, callee: Node) => boolean;
  /** Whether a call does not change what it is given, nor what it is a method of. */
  readonly leavesAlone: ConstructorParameters<typeof Mutations>[1];
}

/** Reads what statements and bodies do to names. */
export class Footprints {
  private readonly known = new Map<Node, OwnFootprint>();
  private readonly implicit: ImplicitCalls;
  private readonly mutations: Mutations;
  private escaped: readonly Node[] | null = null;
  private readonly definitions = new Map<Node, Definition>();

  constructor(
    private readonly semantics: Semantics,
    private readonly calls: CallKnowledge,
  ) {
    this.implicit = new ImplicitCalls(semantics);
    this.mutations = new Mutations(semantics, calls.leavesAlone, this.implicit);
    for (const scope of semantics.scopes.all) {
      for (const { definitions } of scope.bindings.values()) {
        for (const definition of definitions) this.definitions.set(definition.nameNode, definition);
      }
    }
  }

  /** A statement, and the body of every function of this file that it may run, through calls of calls. */
  codeRunBy(statement: Node): Node[] {
    // A Set's iteration goes on over what is added to it on the way.
    const seen = new Set<Node>([statement]);
    for (const code of seen) for (const body of this.of(code).runs) seen.add(body);
    return [...seen];
  }

  /** What a statement or body does itself, without the functions that it runs. */
  of(code: Node): OwnFootprint {
    let footprint = this.known.get(code);
    if (!footprint) {
      footprint = this.read(code);
      this.known.set(code, footprint);
    }
    return footprint;
  }

  private read(code: Node): OwnFootprint {
    const reads = new Set<Binding>();
    const binds = new Set<Binding>();
    const runs = new Set<Node>();
    for (const node of codeOf(code)) {
      const binding = node.kind === 'VariableName' ? this.semantics.bindingOf(node) : null;
      if (binding && !code.contains(binding.scope.node)) {
        const kind = this.definitions.get(node)?.kind;
        if (kind) binds.add(binding);
        if (!kind || kind === 'augmented' || kind === 'delete') reads.add(binding);
      }
      for (const { lastChild } of this.runAt(node)) if (lastChild) runs.add(lastChild);
    }
    return { reads, binds, mutates: this.mutations.in(code), runs: [...runs] };
  }

  /** The functions of this file that a node runs: by a call, as an operator, or as what it hands to a call. */
  private runAt(node: Node): readonly Node[] {
    const { callGraph } = this.semantics;
    const implicit = this.implicit.methodsAt(node);
    const call = this.semantics.call(node);
    if (!call) return this.isRun(node) ? [...implicit, ...callGraph.functionsOf(node)] : implicit;
    const called = callGraph.functionsOf(call.callee);
    if (called.length > 0) return [...implicit, ...called];
    const attribute = this.semantics.attribute(call.callee);
    if (attribute) return [...implicit, ...this.methodsNamed(attribute.name)];
    return isNamed(call.callee, this.semantics) ? implicit : [...implicit, ...this.escaping];
  }

  /** The methods of this file that a call of an unknown object's method may run. */
  private methodsNamed(name: string): Node[] {
    return this.semantics.scopes.all.flatMap(({ kind, bindings }) =>
      kind === 'class' ? functionsIn(bindings.get(name)) : [],
    );
  }

  /** The functions that are used for more than to be called: whatever has got hold of one may call it. */
  private get escaping(): readonly Node[] {
    this.escaped ??= this.findEscaping();
    return this.escaped;
  }

  private findEscaping(): Node[] {
    const { scopes, tree } = this.semantics;
    const used = scopes.references.filter(
      ({ node }) => !(node.parent?.kind === 'CallExpression' && node.parent.firstChild === node),
    );
    const decorated = scopes.all.filter(({ node }) => node.parent?.kind === 'DecoratedStatement');
    return [
      ...new Set([
        ...used.flatMap(({ binding }) => functionsIn(binding)),
        ...decorated.flatMap(({ kind, node }) => (kind === 'function' ? [node] : [])),
        ...tree.root.descendants('LambdaExpression'),
        ...this.methodsNamed('__call__'),
      ]),
    ];
  }

  /** Whether a name, attribute or lambda is handed to a call that may call it, or decorates. */
  private isRun(node: Node): boolean {
    if (!CALLABLE.has(node.kind)) return false;
    const { parent } = node;
    if (parent?.kind === 'Decorator') return true;
    const call = parent?.kind === 'ArgList' ? parent.parent : null;
    return call?.kind === 'CallExpression' && call.firstChild
      ? !this.calls.keeps(node, call.firstChild)
      : false;
  }
}

function functionsIn(binding: Binding | null | undefined): Node[] {
  const definitions = binding?.definitions ?? [];
  return definitions.flatMap(({ kind, node }) => (kind === 'function' ? [node] : []));
}

const CALLABLE: ReadonlySet<string> = new Set([
  'VariableName',
  'MemberExpression',
  'LambdaExpression',
]);

/**
 * Whether code that runs before other code may as well run after it, as far as names go: neither binds or changes
 * what the other uses.
 */
export function sharesNoNames(moving: Footprint, passed: Footprint): boolean {
  return (
    !meets(moving.binds, passed.binds, passed.reads, passed.mutates) &&
    !meets(moving.mutates, passed.binds, passed.reads, passed.mutates) &&
    !meets(moving.reads, passed.mutates) &&
    [...moving.reads].every((name) => !passed.binds.has(name) || isBoundOnce(name))
  );
}

/** Whether code that ran before the only definition of a name can't have read it. */
function isBoundOnce({ name, definitions: [first, ...others] }: Binding): boolean {
  return first?.scope.frame.kind === 'module' && others.length === 0 && !BUILTINS.has(name);
}

function meets(names: ReadonlySet<Binding>, ...others: ReadonlySet<Binding>[]): boolean {
  return others.some((other) => [...names].some((name) => other.has(name)));
}
