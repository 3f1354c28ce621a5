/** Which calls have run for certain when control gets to a place. */
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { commonAncestor, isConditional, isLeftBetween, isTried } from '../pool-life/ways.ts';

/** Something that has happened, and the node in the code at hand that it happened at: itself, or a call that led to it. */
export interface Earlier<T> {
  readonly event: T;
  readonly at: Node;
}

/** Answers what has happened before a place, through the functions of the file, for events that are tied to nodes. */
export class Order<T extends { readonly call: { readonly node: Node } }> {
  private readonly certain = new Map<Node, readonly T[]>();

  constructor(
    private readonly events: readonly T[],
    private readonly semantics: Semantics,
    /** Whether what happened at a node does not keep control away from a later one in the same function. */
    private readonly leadsTo: (at: Node, place: Node) => boolean,
  ) {}

  /** The events that have happened when control gets to a place, on one way at least that leads to its function. */
  before(place: Node, seen: ReadonlySet<Node> = new Set()): Earlier<T>[] {
    const local = this.inFunctionBefore(place);
    const fn = this.semantics.enclosingFunction(place);
    if (local.length > 0 || !fn || seen.has(fn) || !isRunFor(place, fn)) return local;
    for (const { node } of this.semantics.callGraph.callsOf(fn)) {
      const earlier = this.before(node, new Set([...seen, fn]));
      if (earlier.length > 0) return earlier;
    }
    return [];
  }

  private inFunctionBefore(place: Node): Earlier<T>[] {
    const fn = this.semantics.enclosingFunction(place);
    const own = this.events
      .filter(({ call }) => this.semantics.enclosingFunction(call.node) === fn)
      .map((event) => ({ event, at: event.call.node }));
    const called = this.semantics.callGraph
      .callsIn(fn)
      .flatMap(({ node }) => this.causedBy(node).map((event) => ({ event, at: node })));
    return [...own, ...called].filter(
      ({ at }) => comesBefore(at, place) && this.leadsTo(at, place),
    );
  }

  /** What happens whenever a call of this file's functions comes back. */
  private causedBy(call: Node): readonly T[] {
    const callee = this.semantics.call(call)?.callee;
    const [fn, ...others] = callee ? this.semantics.callGraph.functionsOf(callee) : [];
    return fn && others.length === 0 ? this.alwaysIn(fn) : [];
  }

  private alwaysIn(fn: Node): readonly T[] {
    const known = this.certain.get(fn);
    if (known) return known;
    this.certain.set(fn, []);
    const shape = this.semantics.functionShape(fn);
    const isPlain = shape && !shape.isAsync && !hasYield(shape.body);
    const always = isPlain
      ? [
          ...this.events.filter(
            ({ call }) =>
              this.semantics.enclosingFunction(call.node) === fn && isRunFor(call.node, fn),
          ),
          ...this.semantics.callGraph
            .callsIn(fn)
            .filter(({ node }) => isRunFor(node, fn))
            .flatMap(({ node }) => this.causedBy(node)),
        ]
      : [];
    this.certain.set(fn, always);
    return always;
  }
}

function hasYield(body: Node): boolean {
  return [...body.walk()].some(({ kind }) => /^Yield/.test(kind));
}

/** Whether each run of a function gets to a node, errors left aside. */
export function isRunFor(node: Node, fn: Node): boolean {
  const body = fn.lastChild;
  const first = body?.children.find((child) => child.kind !== ':');
  return (
    !!body &&
    !!first &&
    !isConditional(node, body) &&
    !isTried(node, body) &&
    !isLeftBetween(first, node, body)
  );
}

/** Whether an earlier node of the same function has run whenever control gets to a later one. */
export function comesBefore(earlier: Node, later: Node): boolean {
  const common = commonAncestor(earlier, later);
  if (!common || earlier.contains(later) || later.contains(earlier)) return false;
  if (earlier.to > later.from || isConditional(earlier, common)) return false;
  if (isTried(earlier, common) || isLeftBetween(earlier, later, common)) return false;
  const part = common.children.find((child) => child.contains(earlier)) as Node;
  // Of one compound statement, only its head is run before all of its blocks.
  return !/Statement$/.test(common.kind) || (part.kind !== 'Body' && part.kind !== 'MatchBody');
}
