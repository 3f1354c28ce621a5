import { describe, expect, test } from '@jest/globals';
import { defaultTransforms } from '../transforms/index.ts';
import { casesOf, newTo, run } from './cases.ts';

// What the default strategy writes is tried in fixtures.test.ts.
describe.each(['pin-fork', 'per-site'] as const)('a program migrated by %s', (strategy) => {
  for (const name of [...defaultTransforms.map((rule) => rule.name), 'strategies']) {
    for (const fixture of casesOf({ name }).filter(({ output }) => output !== null)) {
      const settings = { ...fixture.settings, strategy };
      const program = { ...fixture, settings, facts: null };
      test(`${name}/${fixture.name} has nothing new in the next run`, async () => {
        const first = await run(program, defaultTransforms);
        const next = await run(program, defaultTransforms, first.files);
        expect(next.files).toEqual(first.files);
        expect(newTo(program, first.remaining, next.findings)).toEqual([]);
      });
    }
  }
});
