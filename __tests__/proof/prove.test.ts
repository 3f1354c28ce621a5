import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { findPairs } from './fixtures.ts';
import { findInterpreters, selectInterpreters } from './interpreters.ts';
import { proveFixtures } from './prove.ts';
import { group, type Proof, runKey } from './record.ts';

jest.setTimeout(90_000);
const root = mkdtempSync(path.join(tmpdir(), 'mpfix-fixtures-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const { interpreters: found } = await findInterpreters();
const interpreters = selectInterpreters('ends', found).slice(-1);
const [interpreter] = interpreters;

interface Case {
  readonly input: string;
  readonly output: string;
  readonly proof?: Proof;
}

let cases = 0;

/** Writes a pair, proves or records it, and gives the problems with the proof file's content. */
async function prove(
  { input, output, proof }: Case,
  record = false,
): Promise<{ problems: readonly string[]; proof: Proof }> {
  cases += 1;
  const folder = path.join(root, `rule-${cases}`);
  const at = (suffix: string): string => path.join(folder, `case.${suffix}`);
  mkdirSync(folder);
  writeFileSync(at('input.py'), input);
  writeFileSync(at('output.py'), output);
  if (proof) writeFileSync(at('proof.json'), JSON.stringify(proof));
  const pairs = findPairs(`rule-${cases}/`, root);
  const problems = (await proveFixtures({ interpreters, pairs, record }).get(
    `rule-${cases}/case`,
  )) ?? ['the pair was not found'];
  const written = record || proof ? readFileSync(at('proof.json'), 'utf8') : '{}';
  return { problems, proof: JSON.parse(written) as Proof };
}

const methods = interpreter?.methods ?? [];
const minor = interpreter?.minor ?? '';
const everywhere = [
  `${minor} ${['fork', 'spawn', 'forkserver'].filter((one) => methods.includes(one)).join(' ')}`,
];

if (interpreter === undefined) {
  console.warn('No CPython 3.8 or newer on this machine: proving is NOT tested.');
  test.skip('pairs are proved', () => {});
} else {
  describe('recording', () => {
    test('writes what the input does and what the output prints', async () => {
      const { problems, proof } = await prove(
        { input: 'print(1 / 0)', output: 'print(1)\nprint(2)' },
        true,
      );
      expect(problems).toEqual([]);
      expect(proof).toEqual({
        input: [
          { outcome: 'error', message: 'ZeroDivisionError: division by zero', runs: everywhere },
        ],
        prints: ['1', '2'],
      });
    });

    test('keeps what people wrote and what other versions did', async () => {
      const before: Proof = {
        args: ['x'],
        input: [{ outcome: 'hang', runs: ['3.2-3.3 fork'] }],
        prints: [],
      };
      const { proof } = await prove(
        { input: 'raise SystemExit(3)', output: 'print(1)', proof: before },
        true,
      );
      expect(proof.args).toEqual(['x']);
      expect(proof.input).toContainEqual({ outcome: 'hang', runs: ['3.2-3.3 fork'] });
      expect(proof.input).toContainEqual({
        outcome: 'error',
        message: 'exit code 3',
        runs: everywhere,
      });
    });

    test('leaves out runs that depend on luck', async () => {
      const { proof } = await prove(
        { input: 'raise SystemExit(3)', output: 'print(1)', proof: { lucky: ['spawn'] } },
        true,
      );
      expect(proof.input?.flatMap(({ runs }) => runs).join()).not.toMatch(/spawn/);
    });

    test('refuses an input that fails nowhere', async () => {
      const { problems } = await prove({ input: 'print(1)', output: 'print( 1)' }, true);
      expect(problems).toEqual([expect.stringContaining('the input fails nowhere')]);
    });

    test('asks for a reason where the output changes what fork prints', async () => {
      const pair = { input: 'print(2)', output: 'print(1)' };
      expect((await prove(pair, true)).problems).toEqual([
        expect.stringContaining('ends well under fork'),
      ]);
      expect((await prove({ ...pair, proof: { reason: 'so' } }, true)).problems).toEqual([]);
    });

    test('tells an input that does now this, now that', async () => {
      const { problems } = await prove(
        { input: 'import time\nraise OSError(time.time())', output: '' },
        true,
      );
      expect(problems).toHaveLength(methods.length);
      expect(problems[0]).toContain('"lucky"');
    });

    test('says what the output does that ends badly', async () => {
      const { problems } = await prove(
        { input: '1 / 0', output: 'import sys\nsys.exit("oh no")' },
        true,
      );
      expect(problems).toHaveLength(methods.length);
      expect(problems[0]).toMatch(/the output is error \(oh no\)\n {4}\| oh no/);
    });
  });

  describe('checking', () => {
    const failing = (message: string): Proof['input'] =>
      group(
        new Map(methods.map((method) => [runKey(minor, method), { outcome: 'error', message }])),
      );
    const input = 'raise ValueError(1)';
    const right = failing('ValueError: 1') ?? [];

    test('accepts what was recorded', async () => {
      const { problems } = await prove({
        input,
        output: 'print(1)',
        proof: { input: right, prints: ['1'] },
      });
      expect(problems).toEqual([]);
    });

    test('wants a record', async () => {
      const { problems } = await prove({ input, output: 'print(1)' });
      expect(problems).toEqual([expect.stringContaining('nothing is recorded')]);
    });

    test('tells an input that does something else', async () => {
      const proof = { input: failing('ValueError: 2') ?? [], prints: ['1'] };
      const { problems } = await prove({ input, output: 'print(1)', proof });
      expect(problems).toHaveLength(methods.length);
      expect(problems[0]).toMatch(
        /the input is error \(ValueError: 1\), recorded is error \(ValueError: 2\)/,
      );
    });

    test('tells an output that prints something else', async () => {
      const { problems } = await prove({
        input,
        output: 'print(1)',
        proof: { input: right, prints: ['2'] },
      });
      expect(problems).toHaveLength(methods.length);
      expect(problems[0]).toContain('the output is wrong, printing "1"');
    });

    test('tells an output that leaks', async () => {
      const output = `
from multiprocessing import Pool
if __name__ == "__main__":
    pool = Pool(1)
    print(pool.map(abs, [-1]))`;
      const proof = { input: right, prints: ['[1]'] };
      const { problems } = await prove({ input, output, proof });
      expect(problems).toHaveLength(methods.length);
      expect(problems[0]).toContain('the output is leak (a pool was never closed)');
      expect(
        (await prove({ input, output, proof: { ...proof, allowLeak: true } })).problems,
      ).toEqual([]);
    });

    test('holds a version that nobody recorded to the rule alone', async () => {
      const recorded = { input: [{ outcome: 'hang', runs: ['3.2 fork'] }], prints: ['1'] } as const;
      const output = 'print(1)';
      expect((await prove({ input, output, proof: recorded })).problems).toEqual([]);
      expect((await prove({ input: output, output, proof: recorded })).problems).toEqual([
        `${minor}: the input fails under no start method`,
      ]);
    });

    test('does not look at runs of the input that depend on luck', async () => {
      const [first = '', ...others] = methods;
      const error = { outcome: 'error', message: 'ValueError: 1' } as const;
      const proof = { prints: ['1'], input: [{ ...error, runs: [runKey(minor, first)] }] };
      const pair = { input, output: 'print(1)' };
      expect((await prove({ ...pair, proof })).problems).toHaveLength(others.length);
      const lucky = others.length > 0 ? { lucky: [others.join(' ')] } : {};
      expect((await prove({ ...pair, proof: { ...proof, ...lucky } })).problems).toEqual([]);
    });

    test('asks no failure of a version that nobody recorded and that fails by luck', async () => {
      const proof: Proof = { prints: ['1'], input: [], lucky: [methods.join(' ')] };
      expect((await prove({ input: 'print(1)', output: 'print(1)', proof })).problems).toEqual([]);
    });

    test('runs nothing that the interpreter is too old for', async () => {
      const proof = { input: right, prints: ['2'], minPython: '3.99' };
      expect((await prove({ input, output: 'print(1)', proof })).problems).toEqual([]);
    });

    test('gives the program its files and stubs, and only those it needs', async () => {
      mkdirSync(path.join(root, 'stubs', 'torch'), { recursive: true });
      writeFileSync(path.join(root, 'stubs', 'torch', '__init__.py'), 'name = "stub"');
      writeFileSync(path.join(root, 'stubs', 'joblib.py'), '');
      const output = `
import importlib.util, torch
print(torch.name, open("data.txt", encoding="utf-8").read(), importlib.util.find_spec("joblib"))`;
      const proof = {
        needs: ['torch'],
        files: { 'data.txt': 'grün' },
        input: right,
        prints: ['stub grün None'],
      };
      expect((await prove({ input, output, proof })).problems).toEqual([]);
    });

    test.each([
      [{ needs: ['nothing'] }, 'it needs nothing: write stubs/nothing.py for it'],
      [{ neds: [] }, 'case.proof.json has an unknown field "neds"'],
    ])('says what is wrong with %j', async (proof, problem) => {
      expect((await prove({ input, output: '', proof: proof as Proof })).problems).toEqual([
        problem,
      ]);
    });
  });

  test('a case may be a folder', async () => {
    const folder = path.join(root, 'folders');
    for (const [part, text] of [
      ['input', '1 / 0'],
      ['output', 'print("hi")'],
    ] as const) {
      mkdirSync(path.join(folder, `two.${part}`, 'lib'), { recursive: true });
      writeFileSync(path.join(folder, `two.${part}`, 'main.py'), 'import lib.part');
      writeFileSync(path.join(folder, `two.${part}`, 'lib', 'part.py'), text);
    }
    const pairs = findPairs('folders/', root);
    expect(await proveFixtures({ interpreters, pairs, record: true }).get('folders/two')).toEqual(
      [],
    );
    expect(await proveFixtures({ interpreters, pairs, record: false }).get('folders/two')).toEqual(
      [],
    );
  });
}
