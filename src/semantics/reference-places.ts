import type { Reference } from './scopes.ts';

/** Finds the references in a range of the text without a look at the others. */
export class ReferencePlaces {
  /** Places in the list of references, in the order of the text. */
  private readonly order: Uint32Array;

  constructor(private readonly references: readonly Reference[]) {
    this.order = Uint32Array.from(references.keys()).sort(
      (a, b) => this.startOf(a) - this.startOf(b),
    );
  }

  /** The references from an offset to another, in the order of the list. */
  within(from: number, to: number): Reference[] {
    const places = this.order.slice(this.firstFrom(from), this.firstFrom(to)).sort();
    return Array.from(places, (place) => this.references[place] as Reference);
  }

  /** How many references begin before an offset. */
  private firstFrom(offset: number): number {
    let low = 0;
    let high = this.order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.startOf(this.order[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private startOf(place: number): number {
    return (this.references[place] as Reference).node.from;
  }
}
