import { type Examination, general } from './examine.ts';

interface LetThrough {
  readonly count: number;
  /** The shortest text, to look at. */
  readonly example: Buffer;
}

/** What CPython has against a text that mpfix accepts; null where there is no such thing. */
export function letThroughWords({ verdict, outcome }: Examination): string | null {
  if (verdict === 'unknown' || verdict.error === null || outcome.kind !== 'accepted') return null;
  return general(verdict.error);
}

/** What a run saw, in numbers. */
export class Tally {
  private mutants = 0;
  private bytes = 0;
  private valid = 0;
  private fixed = 0;
  private unknown = 0;
  private rightlyRefused = 0;
  private slowestMs = 0;
  private milliseconds = 0;
  readonly letThrough = new Map<string, LetThrough>();

  add(bytes: Buffer, examination: Examination): void {
    const { verdict, outcome } = examination;
    this.mutants++;
    this.bytes += bytes.length;
    this.milliseconds += outcome.milliseconds;
    this.slowestMs = Math.max(this.slowestMs, outcome.milliseconds);
    if (outcome.kind === 'accepted' && outcome.fixed) this.fixed++;
    if (verdict === 'unknown') this.unknown++;
    else if (verdict.error === null) this.valid++;
    else this.addInvalid(letThroughWords(examination), bytes);
  }

  private addInvalid(words: string | null, bytes: Buffer): void {
    if (words === null) {
      this.rightlyRefused++;
      return;
    }
    const { count, example } = this.letThrough.get(words) ?? { count: 0, example: bytes };
    const shorter = bytes.length < example.length ? bytes : example;
    this.letThrough.set(words, { count: count + 1, example: shorter });
  }

  toString(): string {
    const through = [...this.letThrough].sort(([, a], [, b]) => b.count - a.count);
    const throughCount = through.reduce((sum, [, { count }]) => sum + count, 0);
    return [
      `${this.mutants} mutants, ${(this.bytes / 1e6).toFixed(1)} MB`,
      `  CPython compiles ${this.valid}; ${this.fixed} texts were changed by fixes`,
      `  CPython refuses ${this.rightlyRefused + throughCount}; mpfix lets ${throughCount} of them through`,
      ...through.map(([words, { count }]) => `    ${count} × ${words}`),
      ...(this.unknown > 0 ? [`  CPython itself failed on ${this.unknown}`] : []),
      `  ${(this.milliseconds / this.mutants).toFixed(1)} ms a mutant, the slowest ${this.slowestMs.toFixed(0)} ms`,
    ].join('\n');
  }
}
