/** A place, by its offset in the text, where a variable is bound; `ANY` where any may be. */
export interface Site {
  readonly offset: number;
  readonly variable: number;
}

export const ANY = -1;

/** Where in a unit's code something is bound. */
export class Sites {
  private readonly sites: readonly Site[];
  private readonly offsets: readonly number[];

  constructor(
    sites: Iterable<Site>,
    /** The variables that are meant by `ANY`. */
    private readonly any: readonly number[],
  ) {
    this.sites = [...sites].sort((a, b) => a.offset - b.offset);
    this.offsets = this.sites.map(({ offset }) => offset);
  }

  /** Whether there is one in a stretch of the text. */
  isAnyIn(from: number, to: number): boolean {
    return (this.offsets[firstNotBelow(this.offsets, from)] ?? to) < to;
  }

  /** The variables that are bound in a stretch of the text. */
  variablesIn(from: number, to: number): number[] {
    const found = new Set<number>();
    for (let i = firstNotBelow(this.offsets, from); i < this.sites.length; i++) {
      const { offset, variable } = this.sites[i] as Site;
      if (offset >= to) break;
      if (variable === ANY) for (const each of this.any) found.add(each);
      else found.add(variable);
    }
    return [...found];
  }
}

/** The index of the first number that is not below a bound, in ascending ones. */
export function firstNotBelow(numbers: readonly number[], bound: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
