import { afterAll, expect, test } from '@jest/globals';
import { findInterpreters } from '../proof/interpreters.ts';
import { ASPECTS, type Aspect } from './aspects.ts';
import { compareFiles } from './compare.ts';
import { Oracle } from './oracle.ts';

/** The short form of `npm run conformance` takes about so many files from all over each standard library. */
const FILES = 40;
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
      const all = await oracle.files();
      const step = Math.ceil(all.length / FILES);
      const files = all.filter((_, i) => i % step === 0);
      const result = await compareFiles(oracle, version, files, Object.keys(ASPECTS) as Aspect[]);
      expect(result.mismatches).toEqual([]);
      expect(result.uncomparedKinds).toEqual([]);
      expect(result.compared).toBeGreaterThan(FILES / 2);
    },
    LIMIT_MS,
  );
}
