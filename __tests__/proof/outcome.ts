import type { Run } from './run.ts';

/**
 * ok: exit 0 and the right output. leak: that too, but a pool or children stayed behind. wrong: exit 0 and another
 * output. error: another exit. hang: no exit.
 */
export type OutcomeKind = 'ok' | 'leak' | 'wrong' | 'error' | 'hang';

export interface Outcome {
  readonly outcome: OutcomeKind;
  /** Of an error or a hang: the exception. Of a leak: how it showed. */
  readonly message?: string;
  /** Of a wrong run: the lines that it printed. */
  readonly prints?: readonly string[];
}

export interface Expectation {
  readonly prints: readonly string[];
  /** Lines come from several processes in any order. */
  readonly unordered: boolean;
  /** Pools that stay behind are not what the fixture is about. */
  readonly allowLeak: boolean;
}

/** Says what a run is worth, given what the right program prints. */
export function classify(run: Run, expected: Expectation): Outcome {
  const message = run.message === undefined ? {} : { message: run.message };
  if (run.end === 'hang') return { outcome: 'hang', ...message };
  if (run.code !== 0) return { outcome: 'error', ...message };
  const prints = linesOf(run.stdout, expected.unordered);
  if (!sameLines(prints, linesOf(expected.prints.join('\n'), expected.unordered))) {
    return { outcome: 'wrong', prints };
  }
  if (run.leak !== undefined && !expected.allowLeak) return { outcome: 'leak', message: run.leak };
  return { outcome: 'ok' };
}

/** Standard output as lines, sorted where their order is nobody's promise. */
export function linesOf(stdout: string, unordered: boolean): readonly string[] {
  const text = stdout.replace(/\n$/, '');
  const lines = text === '' ? [] : text.split('\n');
  return unordered ? lines.sort() : lines;
}

export function sameLines(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((line, index) => line === right[index]);
}

export function sameOutcome(left: Outcome, right: Outcome): boolean {
  return (
    left.outcome === right.outcome &&
    left.message === right.message &&
    sameLines(left.prints ?? [], right.prints ?? [])
  );
}

/** An outcome in a few words, for a person. */
export function describeOutcome({ outcome, message, prints }: Outcome): string {
  if (prints) return `${outcome}, printing ${JSON.stringify(prints.join('\n'))}`;
  return message === undefined ? outcome : `${outcome} (${message})`;
}
