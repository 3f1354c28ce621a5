import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '..', '..', '__testfixtures__', 'explain');

/** What a program printed under one CPython and start method. */
export interface Recorded {
  /** `lambda-local.3.8-fork` */
  readonly name: string;
  /** The program's: `lambda-local`. */
  readonly case: string;
  readonly text: string;
}

/** The answer that all recordings of a program must get. */
export interface Expected {
  /** The rule that finds the mistake; null where there is none. */
  readonly rule: string | null;
  /** What else must be named as possible. */
  readonly also?: readonly string[];
  /** Where the text alone does not tell it from others, the right rule may be further down, or none be right. */
  readonly isAmong?: true;
}

/** All that `scripts/record-tracebacks.mjs` kept. */
export function recordings(): Recorded[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => ({
      name: file.replace(/\.txt$/, ''),
      case: file.replace(/\..*/, ''),
      text: readFileSync(join(FOLDER, file), 'utf8'),
    }));
}

export function expectedAnswers(): Record<string, Expected> {
  return JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8'));
}
