/**
 * What a name may hold, as numbers in static single assignment form: `UNBOUND`, `UNKNOWN`, one for each definition,
 * and above those the phis, each of which may be any of its operands. A loop's phi has itself among what its operands
 * lead to, so reading the code of a loop once is enough: what a further round adds is there already.
 */
export const UNBOUND = 0;
export const UNKNOWN = 1;
const FIRST_DEFINITION = 2;

/** No person writes a name with so many possible values; without a bound, long generated files would take hours. */
export const MOST_VALUES = 500;

export class PhiGraph {
  private readonly operands: number[][] = [];
  private readonly firstPhi: number;

  constructor(definitionCount: number) {
    this.firstPhi = FIRST_DEFINITION + definitionCount;
  }

  valueOf(definitionIndex: number): number {
    return FIRST_DEFINITION + definitionIndex;
  }

  /** What one of several values may be. */
  join(values: readonly number[]): number {
    const distinct = [...new Set(values)];
    if (distinct.length === 1) return distinct[0] as number;
    return this.firstPhi + this.operands.push(distinct) - 1;
  }

  /** A phi that gets more operands later. */
  open(value: number): number {
    return this.firstPhi + this.operands.push([value]) - 1;
  }

  add(phi: number, value: number): void {
    if (phi !== value) this.operands[phi - this.firstPhi]?.push(value);
  }

  /**
   * Which definitions, by index, some values may be, in order; and whether they may be unbound or unknown.
   * Too many values are unknown.
   */
  resolve(values: readonly number[]): Resolved {
    const [only] = values;
    if (only !== undefined && values.length === 1 && only < this.firstPhi) return leaf(only);
    const seen = new Set(values.slice(0, MOST_VALUES + 1));
    // A set may grow while it is gone through: each value is met once.
    for (const value of seen) {
      for (const operand of this.operands[value - this.firstPhi] ?? []) {
        if (seen.size > MOST_VALUES) break;
        seen.add(operand);
      }
    }
    if (seen.size > MOST_VALUES) return TOO_MANY;
    return {
      definitions: [...seen]
        .filter((value) => value >= FIRST_DEFINITION && value < this.firstPhi)
        .map((value) => value - FIRST_DEFINITION)
        .sort((a, b) => a - b),
      mayBeUnbound: seen.has(UNBOUND),
      mayBeUnknown: seen.has(UNKNOWN),
    };
  }
}

const TOO_MANY: Resolved = { definitions: [], mayBeUnbound: true, mayBeUnknown: true };

export interface Resolved {
  readonly definitions: readonly number[];
  readonly mayBeUnbound: boolean;
  readonly mayBeUnknown: boolean;
}

function leaf(value: number): Resolved {
  return {
    definitions: value < FIRST_DEFINITION ? [] : [value - FIRST_DEFINITION],
    mayBeUnbound: value === UNBOUND,
    mayBeUnknown: value === UNKNOWN,
  };
}
