import { expect, test } from '@jest/globals';
import { findCases, findStrayProofs, type ProofCase } from './fixtures.ts';
import { findInterpreters, type InterpreterSet, selectInterpreters } from './interpreters.ts';
import { proveFixtures } from './prove.ts';

const HALF_AN_HOUR_MS = 30 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

const record = Boolean(process.env['MPFIX_RECORD']);
const wanted = process.env['MPFIX_PYTHON_SET'];
const set: InterpreterSet = record
  ? 'all'
  : wanted === 'all' || wanted === 'turns'
    ? wanted
    : 'ends';
const root = process.env['MPFIX_FIXTURES_FOLDER'];

const { interpreters: found, leftOut } = await findInterpreters();
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
  const some = set === 'turns' ? found : selectInterpreters(set, found);
  say(some.map(({ version, command }) => `proving under CPython ${version} (${command})`));
  say(leftOut.map(({ command, why }) => `left out ${command}: ${why}`));
  const today = Math.floor(Date.now() / DAY_MS);
  const turns = new Map(cases.map(({ name }, index) => [name, today + index]));
  const interpretersFor = ({ name }: ProofCase) => selectInterpreters(set, found, turns.get(name));
  const proofs = proveFixtures({ interpretersFor, cases, record });

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
