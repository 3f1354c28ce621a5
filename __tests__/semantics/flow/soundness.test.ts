import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findInterpreters, selectInterpreters } from '../../proof/interpreters.ts';
import { compare, observe, type Precision } from './observe.ts';
import { program } from './programs.ts';

const { interpreters } = await findInterpreters();
const chosen = selectInterpreters('ends', interpreters).map((one) => [one.minor, one] as const);

describe.each(chosen)('under CPython %s', (_, { command }) => {
  test('a name only ever has the value of a definition that is said to reach it', () => {
    const precision: Precision = { claimed: 0, seen: 0 };
    fc.assert(
      fc.property(fc.array(program, { minLength: 1, maxLength: 60, size: 'max' }), (programs) => {
        const observations = observe(command, programs);
        for (const [i, one] of programs.entries()) compare(one, observations[i] ?? null, precision);
      }),
      { numRuns: 8 },
    );
    expect(precision.claimed).toBeGreaterThan(0);
    expect(precision.seen / precision.claimed).toBeGreaterThan(0.5);
  }, 300_000);
});
