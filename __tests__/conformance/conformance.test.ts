import { afterAll, expect, test } from '@jest/globals';
import { findInterpreters } from '../proof/interpreters.ts';
import { ASPECTS, type Aspect } from './aspects.ts';
import { compareFiles } from './compare.ts';
import { Oracle } from './oracle.ts';

/** The short form of `npm run conformance`: every how manieth file of each standard library. */
const STEP = 60;
const LIMIT_MS = 120_000;

const { interpreters } = await findInterpreters();
const oracles: Oracle[] = [];
afterAll(() => {
  for (const oracle of oracles) oracle.end();
});

if (interpreters.length === 0) {
  test.skip('skipped: no CPython was found to compare with', () => {});
}

for (const { command, version } of interpreters) {
  test(
    `a file is read as CPython ${version} reads it`,
    async () => {
      const oracle = new Oracle(command);
      oracles.push(oracle);
      const files = (await oracle.files()).filter((_, i) => i % STEP === 0);
      const result = await compareFiles(oracle, version, files, Object.keys(ASPECTS) as Aspect[]);
      expect(result.mismatches).toEqual([]);
      expect(result.compared).toBeGreaterThan(20);
    },
    LIMIT_MS,
  );
}
