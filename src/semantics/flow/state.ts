import type { PhiGraph } from './phi.ts';
import { UNBOUND } from './phi.ts';

/** What a stretch of code changes: variable, value, variable, value, … */
export type Changes = readonly number[];

/** What every variable holds at one place. A log of what was overwritten takes it back to an earlier place. */
export class State {
  private readonly current: Int32Array;
  private readonly log: number[] = [];
  private readonly seen: Int32Array;
  private round = 0;

  constructor(variableCount: number) {
    this.current = new Int32Array(variableCount).fill(UNBOUND);
    this.seen = new Int32Array(variableCount);
  }

  get(variable: number): number {
    return this.current[variable] as number;
  }

  set(variable: number, value: number): void {
    this.log.push(variable, this.get(variable));
    this.current[variable] = value;
  }

  apply(changes: Changes): void {
    for (let i = 0; i < changes.length; i += 2) {
      this.set(changes[i] as number, changes[i + 1] as number);
    }
  }

  /** The present place, to go back to with `undo`. */
  mark(): number {
    return this.log.length;
  }

  undo(mark: number): void {
    for (let i = this.log.length - 2; i >= mark; i -= 2) {
      this.current[this.log[i] as number] = this.log[i + 1] as number;
    }
    this.log.length = mark;
  }

  changesSince(mark: number): Changes {
    const changes: number[] = [];
    this.round++;
    for (let i = mark; i < this.log.length; i += 2) {
      const variable = this.log[i] as number;
      if (this.seen[variable] === this.round) continue;
      this.seen[variable] = this.round;
      changes.push(variable, this.get(variable));
    }
    return changes;
  }
}

/** A place to which several ways lead from one state. */
export class Join {
  readonly start: number;
  private ways = 0;
  private readonly values = new Map<number, number[]>();

  constructor(
    private readonly state: State,
    private readonly graph: PhiGraph,
    /** In how many stretches of dead code it lies. */
    readonly depth: number,
  ) {
    this.start = state.mark();
  }

  get isReached(): boolean {
    return this.ways > 0;
  }

  /** Adds the way to the present state. */
  add(): void {
    this.ways++;
    const changes = this.state.changesSince(this.start);
    for (let i = 0; i < changes.length; i += 2) {
      const variable = changes[i] as number;
      const values = this.values.get(variable);
      if (values) values.push(changes[i + 1] as number);
      else this.values.set(variable, [changes[i + 1] as number]);
    }
  }

  /** Makes the state that of the place itself. Gives false where no way leads to it. */
  enter(): boolean {
    this.state.undo(this.start);
    for (const [variable, values] of this.values) {
      if (values.length < this.ways) values.push(this.state.get(variable));
      this.state.set(variable, this.graph.join(values));
    }
    return this.isReached;
  }
}
