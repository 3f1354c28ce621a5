import type { PhiGraph } from './phi.ts';
import { firstNotBelow } from './sites.ts';
import { type Changes, Join, State } from './state.ts';

type Jump = 'break' | 'continue' | 'return';

/** A loop that code stands in, or a `finally`, which runs before a jump gets any further. */
type Enclosing = Loop | Cleanup;

interface Loop {
  readonly kind: 'loop';
  readonly depth: number;
  /** How many bindings came before it. */
  readonly begin: number;
  readonly exit: Join;
  readonly variables: readonly number[];
  readonly phis: readonly number[];
}

interface Cleanup {
  readonly kind: 'cleanup';
  readonly depth: number;
  readonly start: number;
  readonly interrupted: { readonly jump: Jump; readonly changes: Changes }[];
}

/** Code whose exceptions are caught, or run through a `finally`: what its variables held at any place in it. */
interface Guarded {
  readonly depth: number;
  readonly values: Map<number, number[]>;
}

/** What a variable was bound to, or unbound with, and when: times count bindings in the order of execution. */
interface History {
  readonly times: number[];
  readonly values: number[];
}

/**
 * Leads one walk over code along all ways that control may take: where they part, join, are repeated or cut off.
 * `isLive` says whether control gets to the present place.
 */
export class Control {
  isLive = true;
  readonly state: State;
  private readonly histories: History[];
  private time = 0;
  /** In how many stretches of dead code the present place lies: nothing in them shows outside. */
  private depth = 0;
  private readonly enclosing: Enclosing[] = [];
  private readonly guards: Guarded[] = [];
  /** Where the ways that a `return` ends lead. */
  private readonly returned: Join;

  constructor(
    variableCount: number,
    private readonly graph: PhiGraph,
  ) {
    this.state = new State(variableCount);
    this.returned = this.join();
    this.histories = Array.from({ length: variableCount }, () => ({ times: [], values: [] }));
  }

  /** Binds a variable. An exception can come right after it, or anywhere later in the code that is guarded. */
  bind(variable: number, value: number): void {
    for (let i = this.guards.length - 1; i >= 0; i--) {
      const { depth, values } = this.guards[i] as Guarded;
      if (depth < this.depth) break;
      const held = values.get(variable);
      if (held) held.push(value);
      else values.set(variable, [this.state.get(variable), value]);
    }
    this.state.set(variable, value);
    if (this.depth > 0) return;
    this.histories[variable]?.times.push(this.time++);
    this.histories[variable]?.values.push(value);
  }

  /** What is bound from this time on may be seen by code that runs whenever it likes from here on. */
  get now(): number {
    const loop = this.enclosing.find((outer) => outer.kind === 'loop');
    return loop?.begin ?? this.time;
  }

  /** What a variable was bound to from a time on. */
  valuesSince(variable: number, time: number): number[] {
    const { times, values } = this.histories[variable] as History;
    return values.slice(firstNotBelow(times, time));
  }

  join(): Join {
    return new Join(this.state, this.graph, this.depth);
  }

  /** The present way leads to a join too. */
  reach(join: Join): void {
    if (this.isLive && join.depth === this.depth) join.add();
  }

  enter(join: Join): void {
    this.isLive = join.enter();
  }

  /** Runs code, as if control got to it even if it does not. */
  run(code: () => void): void {
    if (this.isLive) {
      code();
      return;
    }
    const start = this.state.mark();
    this.depth++;
    this.isLive = true;
    code();
    this.state.undo(start);
    this.depth--;
    this.isLive = false;
  }

  /** Runs one of several pieces of code. */
  oneOf(choices: readonly (() => void)[]): void {
    const end = this.join();
    for (const choice of choices) {
      this.resume(end.start);
      choice();
      this.reach(end);
    }
    this.enter(end);
  }

  /** Runs code, and gives what it may have changed when an exception ends it at any of its places. */
  guarded(code: () => void): Changes {
    const values = new Map<number, number[]>();
    this.guards.push({ depth: this.depth, values });
    code();
    this.guards.pop();
    return [...values].flatMap(([variable, held]) => [variable, this.graph.join(held)]);
  }

  /** Goes on at an earlier place, with some changes: where an exception out of guarded code is caught, for one. */
  resume(start: number, changes: Changes = []): void {
    this.state.undo(start);
    this.state.apply(changes);
    this.isLive = true;
  }

  /** `variables` are those that the loop may bind. `round` is given the place behind its last one. */
  loop(variables: readonly number[], round: (done: Join) => void, otherwise: () => void): void {
    const exit = this.join();
    const phis = variables.map((variable) => this.graph.open(this.state.get(variable)));
    const begin = this.time;
    variables.forEach((variable, i) => {
      this.state.set(variable, phis[i] as number);
    });
    const done = this.join();
    const loop: Loop = { kind: 'loop', depth: this.depth, begin, exit, variables, phis };
    this.enclosing.push(loop);
    round(done);
    if (this.isLive) this.repeat(loop);
    this.enclosing.pop();
    this.enter(done);
    this.run(otherwise);
    this.reach(exit);
    this.enter(exit);
  }

  private repeat({ variables, phis }: Loop): void {
    variables.forEach((variable, i) => {
      this.graph.add(phis[i] as number, this.state.get(variable));
    });
  }

  jump(jump: Jump): void {
    const target = this.isLive ? this.targetOf(jump) : null;
    if (target?.kind === 'cleanup') {
      target.interrupted.push({ jump, changes: this.state.changesSince(target.start) });
    } else if (target) {
      if (jump === 'break') this.reach(target.exit);
      else this.repeat(target);
    } else if (jump === 'return') this.reach(this.returned);
    this.isLive = false;
  }

  /** Takes together all ways that lead out of the code. */
  finish(): void {
    if (!this.returned.isReached) return;
    this.reach(this.returned);
    this.enter(this.returned);
  }

  private targetOf(jump: Jump): Enclosing | null {
    for (let i = this.enclosing.length - 1; i >= 0; i--) {
      const outer = this.enclosing[i] as Enclosing;
      if (outer.depth < this.depth) return null;
      if (outer.kind === 'cleanup' || jump !== 'return') return outer;
    }
    return null;
  }

  /** Code with a `finally`: it is gone through once, for all ways together, and what it changes is changed on each. */
  cleanup(code: () => void, last: () => void): void {
    const start = this.state.mark();
    const cleanup: Cleanup = { kind: 'cleanup', depth: this.depth, start, interrupted: [] };
    this.enclosing.push(cleanup);
    const raised = this.guarded(code);
    this.enclosing.pop();
    const { interrupted } = cleanup;
    const ended = this.isLive ? this.state.changesSince(start) : null;
    this.state.undo(start);
    const before = this.join();
    for (const changes of [raised, ended, ...interrupted.map((way) => way.changes)]) {
      if (!changes) continue;
      this.resume(start, changes);
      this.reach(before);
    }
    this.enter(before);
    const entered = this.state.mark();
    last();
    const changed = this.isLive ? this.state.changesSince(entered) : null;
    for (const { jump, changes } of changed ? interrupted : []) {
      this.resume(start, [...changes, ...(changed ?? [])]);
      this.jump(jump);
    }
    this.resume(start, [...(ended ?? []), ...(changed ?? [])]);
    this.isLive = ended !== null && changed !== null;
  }
}
