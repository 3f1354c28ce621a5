import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { findCases } from './fixtures.ts';
import { findInterpreters, selectInterpreters } from './interpreters.ts';
import { proveFixtures } from './prove.ts';
import { group, type Proof, runKey } from './record.ts';

jest.setTimeout(90_000);
const root = mkdtempSync(path.join(tmpdir(), 'mpfix-fixtures-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const { interpreters: found } = await findInterpreters();
const interpreters = selectInterpreters('ends', found).slice(-1);
const [interpreter] = interpreters;
const interpretersFor = () => interpreters;

interface Case {
  readonly input: string;
  /** Absent where nothing is fixed. */
  readonly output?: string;
  readonly proof?: Proof;
}

let written = 0;

/** Writes a pair, proves or records it, and gives the problems with the proof file's content. */
async function prove(
  { input, output, proof }: Case,
  record = false,
): Promise<{ problems: readonly string[]; proof: Proof }> {
  written += 1;
  const folder = path.join(root, `rule-${written}`);
  const at = (suffix: string): string => path.join(folder, `case.${suffix}`);
  mkdirSync(folder);
  writeFileSync(at('input.py'), input);
  if (output !== undefined) writeFileSync(at('output.py'), output);
  if (proof) writeFileSync(at('proof.json'), JSON.stringify(proof));
  const cases = findCases(`rule-${written}/`, root);
  const problems = (await proveFixtures({ interpretersFor, cases, record }).get(
    `rule-${written}/case`,
  )) ?? ['the pair was not found'];
  const text = record || proof ? readFileSync(at('proof.json'), 'utf8') : '{}';
  return { problems, proof: JSON.parse(text) as Proof };
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

    test('writes what an input without output does, where its record is begun', async () => {
      const input = 'print(1)';
      const wrong = await prove({ input, proof: { prints: ['2'] } }, true);
      expect(wrong.problems).toEqual([]);
      expect(wrong.proof).toEqual({
        input: [{ outcome: 'wrong', prints: ['1'], runs: everywhere }],
        prints: ['2'],
      });
      const { problems } = await prove({ input, proof: { prints: ['1'] } }, true);
      expect(problems).toEqual([expect.stringContaining('the input fails nowhere')]);
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

  describe('a case that is a folder', () => {
    const PYPROJECT = '[project.scripts]\ntool = "pkg.cli:main"\n';
    const MAIN = 'from pkg.cli import main\nif __name__ == "__main__":\n    main()\n';

    /** Writes a pair of folders that differ in `pkg/cli.py`, and proves it twice: when it is recorded, and after. */
    async function proveFolders(
      input: string,
      output: string,
      before: Proof,
      others: Record<string, string> = {},
    ): Promise<{ recording: readonly string[]; checking: readonly string[]; proof: Proof }> {
      written += 1;
      const rule = path.join(root, `folders-${written}`);
      for (const [part, text] of [
        ['input', input],
        ['output', output],
      ] as const) {
        const files = { 'main.py': MAIN, 'pkg/cli.py': text, ...others };
        for (const [name, content] of Object.entries(files)) {
          const file = path.join(rule, `two.${part}`, name);
          mkdirSync(path.dirname(file), { recursive: true });
          writeFileSync(file, content);
        }
      }
      const proofFile = path.join(rule, 'two.proof.json');
      writeFileSync(proofFile, JSON.stringify(before));
      const cases = findCases(`folders-${written}/`, root);
      const run = async (record: boolean) =>
        (await proveFixtures({ interpretersFor, cases, record }).get(`folders-${written}/two`)) ??
        [];
      const recording = await run(true);
      const checking = await run(false);
      return { recording, checking, proof: JSON.parse(readFileSync(proofFile, 'utf8')) as Proof };
    }

    test('is run as main.py', async () => {
      const { recording, checking, proof } = await proveFolders(
        'def main(): 1 / 0',
        'def main(): print("hi")',
        {},
      );
      expect([recording, checking]).toEqual([[], []]);
      expect(proof.prints).toEqual(['hi']);
      expect(proof.input?.[0]?.message).toBe('ZeroDivisionError: division by zero');
    });

    test('is run in each way that it names, with one record', async () => {
      const ways = ['main.py', 'bin/start', '-m main', 'tool'];
      const { recording, checking, proof } = await proveFolders(
        'def main(): 1 / 0',
        'import sys\ndef main(): print("hi", sys.argv[1:])',
        { run: ways, args: ['-x'] },
        { 'pyproject.toml': PYPROJECT, 'bin/start': MAIN },
      );
      expect([recording, checking]).toEqual([[], []]);
      expect(proof.run).toEqual(ways);
      expect(proof.prints).toEqual(["hi ['-x']"]);
      expect(proof.input).toHaveLength(1);
    });

    test('has its packages in src where there is such a folder', async () => {
      const { recording } = await proveFolders(
        '',
        '',
        { run: ['-m app.cli', 'tool'], reason: 'it fails nowhere' },
        {
          'pyproject.toml': '[project.scripts]\ntool = "app.cli:main"\n',
          'src/app/cli.py': 'def main(): print(1)\nif __name__ == "__main__": main()\n',
        },
      );
      expect(recording).toEqual([]);
    });

    test('tells which way goes wrong', async () => {
      const output = 'import sys\ndef main(): print(sys.argv[0].endswith("main.py"))';
      const { recording, checking } = await proveFolders(
        'def main(): 1 / 0',
        output,
        { run: ['main.py', 'main.py', 'tool'] },
        { 'pyproject.toml': PYPROJECT },
      );
      expect(recording).toHaveLength(methods.length);
      expect(checking).toEqual(recording);
      expect(checking[0]).toMatch(/^3\.\d+ \w+ as tool: the output is wrong, printing "False"/);
    });

    test('records the ways apart in which the input does not do the same', async () => {
      const { recording, checking, proof } = await proveFolders(
        'import sys\ndef main():\n    if "tool" not in sys.argv[0]: 1 / 0\n    print(1)',
        'def main(): print(1)',
        { run: ['main.py', 'tool'] },
        { 'pyproject.toml': PYPROJECT },
      );
      expect([recording, checking]).toEqual([[], []]);
      const message = 'ZeroDivisionError: division by zero';
      expect(proof.input).toEqual([
        { outcome: 'error', message, as: ['main.py'], runs: everywhere },
        { outcome: 'ok', as: ['tool'], runs: everywhere },
      ]);
    });

    test('says what is no way to start it', async () => {
      const { checking } = await proveFolders('', '', { run: ['tool'], prints: [], input: [] });
      expect(checking).toEqual([expect.stringContaining(`it can't be run as "tool"`)]);
    });
  });
}
