import type { Node } from '../../syntax/node.ts';
import type { ProcessModel } from '../model.ts';
import { reachOfWorkers } from '../reach.ts';
import { type InitialValue, runAtImport, valueAfterImport } from './after-import.ts';
import { changesIn, constantOf, type StateChange } from './changes.ts';
import { type Children, childrenOf } from './children.ts';
import { orderOf } from './order.ts';
import { isPrepared } from './prepared.ts';
import { makesPrimitive, type Primitive, primitiveIn } from './primitives.ts';
import { onlyFills, readsIn, type StateRead } from './reads.ts';
import type { Variable } from './variables.ts';

/** A variable that children read and that has another value in the parent, so that only a fork hands it on. */
export interface LostState {
  readonly variable: Variable;
  /** What the parent alone does before it makes the children; the first is where it is told. */
  readonly changes: readonly [StateChange, ...StateChange[]];
  /** Every change that only the parent makes, also later. */
  readonly parentChanges: readonly StateChange[];
  /** What each import does to it. */
  readonly repeated: readonly StateChange[];
  readonly initial: InitialValue;
  /** What it is that processes would share, where the variable holds such a thing. */
  readonly primitive: Primitive | null;
  readonly readers: readonly [Readers, ...Readers[]];
}

/** The children of one call that read a variable, and where. */
export interface Readers {
  readonly children: Children;
  readonly reads: readonly [StateRead, ...StateRead[]];
}

const known = new WeakMap<ProcessModel, readonly LostState[]>();

/** The state that the children of a file's pools and processes lack, by where the parent first changes it. */
export function lostState(model: ProcessModel): readonly LostState[] {
  let found = known.get(model);
  if (!found) {
    found = model.creations.length > 0 ? new Analysis(model).lostState() : [];
    known.set(model, found);
  }
  return found;
}

class Analysis {
  private readonly children: readonly Children[];
  private readonly changes: ReadonlyMap<string, readonly StateChange[]>;
  private readonly atImport: ReadonlySet<Node>;
  private readonly reaches = new Map<Children, ReadonlySet<Node>>();

  constructor(private readonly model: ProcessModel) {
    this.children = childrenOf(model);
    this.changes = this.children.length > 0 ? byKey(changesIn(model)) : new Map();
    this.atImport = runAtImport(model);
  }

  lostState(): LostState[] {
    const found = new Map<string, LostState>();
    for (const children of this.children) {
      const reads = byKey([...readsIn(children.code, this.model), ...this.linkedReads(children)]);
      for (const [key, ofVariable] of reads) {
        const lost = this.lostTo(children, ofVariable, this.changes.get(key) ?? []);
        if (!lost) continue;
        const before = found.get(key);
        found.set(key, before ? merged(before, lost) : lost);
      }
    }
    return [...found.values()].sort((a, b) => a.changes[0].node.from - b.changes[0].node.from);
  }

  /** What workers of other files read of the variables that this file changes. */
  private linkedReads({ linked }: Children): StateRead[] {
    const { variables } = this.model.facts.state;
    return linked.flatMap(({ node, reads }) =>
      reads.flatMap((read) =>
        [...this.changes].flatMap(([key, [change]]) =>
          change && variables.get(key) === read.id
            ? [
                {
                  variable: change.variable,
                  node,
                  code: { fn: node, way: [this.model.semantics.textOf(node)] },
                  linked: read,
                },
              ]
            : [],
        ),
      ),
    );
  }

  private lostTo(
    children: Children,
    reads: readonly StateRead[],
    all: readonly StateChange[],
  ): LostState | null {
    const [read] = reads;
    const primitive = primitiveIn(all, this.model.semantics);
    // What is done to a lock or queue is done to what all share.
    const changes = primitive ? all.filter(({ how }) => how !== 'mutated') : all;
    if (!read || changes.some((change) => this.isMadeIn(children, change))) return null;
    if (!primitive && reads.some((each) => onlyFills(each, this.model))) return null;
    const repeated = changes.filter(({ node }) => this.isRepeated(node));
    const parentChanges = changes.filter((change) => !repeated.includes(change));
    const initial = valueAfterImport(read.variable, repeated, this.model);
    const inEffect = parentChanges.filter(
      (change) =>
        this.isNews(change, initial, read) &&
        children.moments.some((moment) => orderOf(this.model).mayPrecede(change, moment)),
    );
    const [first, ...others] = primitive
      ? [...repeated, ...inEffect].filter((change) => makesPrimitive(change, this.model.semantics))
      : inEffect;
    const [unprepared, ...more] = reads.filter(
      (r) => r.linked !== undefined || !isPrepared(r, initial, this.model),
    );
    if (!first || !unprepared) return null;
    return {
      variable: read.variable,
      changes: [first, ...others],
      parentChanges,
      repeated,
      initial,
      primitive,
      readers: [{ children, reads: [unprepared, ...more] }],
    };
  }

  /** Whether the children may make a change themselves: a cache of each worker, or what their initializer sets. */
  private isMadeIn(children: Children, { node }: StateChange): boolean {
    const fn = this.model.semantics.enclosingFunction(node);
    if (!fn) return false;
    return children.code.some((each) => each.fn === fn) || this.mayRunIn(children).has(fn);
  }

  private mayRunIn(children: Children): ReadonlySet<Node> {
    const before = this.reaches.get(children);
    if (before) return before;
    const { creation, submissions } = children;
    const processes = creation.processClass ? [creation] : [];
    const { code } = reachOfWorkers(this.model.semantics, processes, submissions);
    this.reaches.set(children, code);
    return code;
  }

  /** Whether each import makes a change again. */
  private isRepeated(node: Node): boolean {
    const fn = this.model.semantics.enclosingFunction(node);
    return fn ? this.atImport.has(fn) : !this.model.isGuarded(node);
  }

  /** Whether a change gives a variable another value than the import does. */
  private isNews(change: StateChange, initial: InitialValue, { linked }: StateRead): boolean {
    const { semantics } = this.model;
    const before = initial.kind === 'value' ? semantics.textOf(initial.node) : linked?.initial;
    const constant = constantOf(change, semantics);
    return constant === null || constant !== before;
  }
}

function merged(a: LostState, b: LostState): LostState {
  const changes = [...a.changes, ...b.changes.filter((change) => !a.changes.includes(change))];
  const [first, ...others] = changes.sort((x, y) => x.node.from - y.node.from);
  return {
    ...a,
    changes: [first as StateChange, ...others],
    readers: [...a.readers, ...b.readers],
  };
}

function byKey<T extends { readonly variable: Variable }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.variable.key);
    if (group) group.push(item);
    else groups.set(item.variable.key, [item]);
  }
  return groups;
}
