import { expect, test } from '@jest/globals';
import { findCases, findStrayProofs } from './fixtures.ts';
import { findInterpreters, type InterpreterSet, selectInterpreters } from './interpreters.ts';
import { proveFixtures } from './prove.ts';

const HALF_AN_HOUR_MS = 30 * 60 * 1000;

const record = Boolean(process.env['MPFIX_RECORD']);
const everyone = record || process.env['MPFIX_PYTHON_SET'] === 'all';
const set: InterpreterSet = everyone ? 'all' : 'ends';
const root = process.env['MPFIX_FIXTURES_FOLDER'];

const { interpreters: found, leftOut } = await findInterpreters();
const interpreters = selectInterpreters(set, found);
const cases = findCases(process.env['MPFIX_FIXTURES'], root);

test('every proof file stands beside an input', () => {
  expect(findStrayProofs(root)).toEqual([]);
});

if (found.length === 0) {
  console.warn(
    'No CPython 3.8 or newer on this machine: the fixtures are NOT proved by running them.',
  );
  test.skip('fixtures run under CPython', () => {});
} else if (cases.length === 0) {
  test.todo('fixtures run under CPython: there are none of this name');
} else {
  say(interpreters.map(({ version, command }) => `proving under CPython ${version} (${command})`));
  say(leftOut.map(({ command, why }) => `left out ${command}: ${why}`));
  const proofs = proveFixtures({ interpreters, cases, record });

  test.each(cases.map(({ name }) => name))(
    '%s',
    async (name) => {
      const problems = (await proofs.get(name)) ?? [];
      expect(problems.join('\n')).toBe('');
    },
    HALF_AN_HOUR_MS,
  );
}

function say(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${line}\n`);
}
