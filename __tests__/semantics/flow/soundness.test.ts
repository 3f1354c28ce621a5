import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findInterpreters, selectInterpreters } from '../../proof/interpreters.ts';
import { compare, observe, type Precision } from './observe.ts';
import { program } from './programs.ts';

const { interpreters } = await findInterpreters();
const chosen = selectInterpreters('ends', interpreters);

if (chosen.length === 0) {
  test.skip('skipped: no CPython was found to run the programs', () => {});
}

for (const { command, version } of chosen) {
  test(`under CPython ${version}, names only get values from definitions that reach them`, () => {
    const precision: Precision = { claimed: 0, seen: 0 };
    fc.assert(
      fc.property(fc.array(program, { minLength: 1, maxLength: 60, size: 'max' }), (programs) => {
        const observations = observe(command, programs);
        for (const [i, one] of programs.entries()) compare(one, observations[i] ?? null, precision);
      }),
      { numRuns: 5 },
    );
    expect(precision.claimed).toBeGreaterThan(0);
    expect(precision.seen / precision.claimed).toBeGreaterThan(0.5);
  }, 300_000);
}
