import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { MESSAGES } from '../../src/explain/messages/index.ts';
import { SYMPTOMS } from '../../src/explain/symptoms/index.ts';
import { transforms } from '../../transforms/index.ts';
import { expectedAnswers, recordings } from '../explain/recordings.ts';
import { scratch } from '../scratch.ts';
import { mpfix } from './command.ts';

const FIXTURES = join(import.meta.dirname, '..', '..', '__testfixtures__', 'explain');

function explain(folder: string, argv: readonly string[], stdin = '') {
  return mpfix(folder, ['explain', '--isolated', ...argv], { stdin, rules: transforms });
}

async function answerOf(folder: string, argv: readonly string[], stdin = '') {
  return JSON.parse((await explain(folder, ['--output-format', 'json', ...argv], stdin)).stdout);
}

function recorded(name: string): string {
  return readFileSync(join(FIXTURES, `${name}.txt`), 'utf8');
}

function program(name: string): string {
  return readFileSync(join(FIXTURES, 'programs', `${name}.py`), 'utf8');
}

const LAMBDA = "AttributeError: Can't pickle local object 'main.<locals>.<lambda>'";

describe('what is to be explained', () => {
  test('comes from standard input', async () => {
    const { code, stdout } = await explain(scratch(), [], recorded('lambda-local.3.8-fork'));
    expect(code).toBe(0);
    expect(stdout).toContain(`${LAMBDA}\n  (in the parent, Python 3.8)\n`);
    expect(stdout).toContain('Rule: MP201 lambda-worker: a lambda');
    expect(stdout).toContain('mpfix rule MP201');
  });

  test('comes from a file', async () => {
    const folder = scratch({ 'error.log': recorded('lambda-local.3.8-fork') });
    expect((await explain(folder, ['error.log'])).stdout).toContain('MP201');
  });

  test('comes from a file as PowerShell writes it', async () => {
    const bytes = Buffer.from(`\ufeff${LAMBDA}\r\n`, 'utf16le');
    expect((await explain(scratch({ 'error.log': bytes }), ['error.log'])).stdout).toContain(
      'MP201',
    );
  });

  test.each([[[LAMBDA]], [['hangs', 'with', 'no', 'output']], [['-']]])('is %j', async (argv) => {
    expect((await explain(scratch(), argv, LAMBDA)).code).toBe(0);
  });

  test('is several files', async () => {
    const folder = scratch({
      'a.log': recorded('lambda-local.3.8-fork'),
      'b.log': recorded('nested-process.3.8-fork'),
    });
    const { explanations } = await answerOf(folder, ['a.log', 'b.log']);
    expect(explanations.map(({ id }: { id: string }) => id)).toEqual(['lambda', 'daemonic']);
  });

  test.each([
    ['missing.log', 'there is no file "missing.log"'],
    ['./logs/today', 'there is no file "./logs/today"'],
    ['folder', '"folder" is a folder'],
    ['main.py', '"main.py" is a program'],
    ['--flag', 'there is no flag --flag'],
  ])('%s is wrong usage', async (argument, words) => {
    const folder = scratch({ 'main.py': '', 'folder/a.txt': '' });
    const { code, stderr } = await explain(folder, [argument]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(words) });
  });

  test('nothing at all is wrong usage', async () => {
    expect(await explain(scratch(), [], ' \n')).toMatchObject({
      code: 2,
      stderr: 'mpfix: there is no text to explain\n',
    });
  });
});

describe('the answer', () => {
  test('begins with the whole sentence of a message that has several lines', async () => {
    const { stdout } = await explain(scratch(), [], recorded('unguarded-executor.3.8-spawn'));
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      'RuntimeError: An attempt has been made to start a new process before the current process has finished its bootstrapping phase.',
      '  (in a child, Python 3.8, start method spawn)',
    ]);
    expect(stdout).toContain('What came of it: concurrent.futures.process.BrokenProcessPool: ');
  });

  test('lists what can cause what is seen, and how to look for it', async () => {
    const { stdout } = await explain(scratch(), ['zombie processes']);
    expect(stdout).toContain('Likeliest first:\n  MP304 process-not-joined: ');
    expect(stdout).toMatch(/mpfix --select [MP\d,]*MP301 PATH/);
  });

  test('shows no control characters of the text', async () => {
    const { stdout } = await explain(scratch(), [], `${LAMBDA}\u0007\u202e`);
    for (const control of ['\u0007', '\u202e']) expect(stdout).not.toContain(control);
  });
});

describe('an unknown text', () => {
  test('is said to be unknown', async () => {
    const { code, stdout } = await explain(scratch(), ['ValueError: bad']);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^Not recognised: .*\n {2}ValueError: bad is an error of the program itself/,
    );
  });

  test('names what a worker raised itself', async () => {
    const text = `Process Process-1:
Traceback (most recent call last):
  File "/usr/lib/python3.12/multiprocessing/process.py", line 108, in run
    self._target(*self._args, **self._kwargs)
  File "main.py", line 3, in work
    1 / 0
ZeroDivisionError: division by zero`;
    const { code, stdout } = await explain(scratch(), [], text);
    expect(code).toBe(1);
    expect(stdout).toContain("was raised by the program's own code in a child");
  });
});

describe('the program', () => {
  const text = recorded('lambda-local.3.14-fork').replaceAll('/home/user/project', '/srv/app');

  test('is found below the current folder, and shown with its patch', async () => {
    const folder = scratch({ 'main.py': program('lambda-local') });
    const { stdout } = await explain(folder, [], text);
    expect(stdout).toContain('main.py:7:24: MP201 lambda-worker [safe fix]');
    expect(stdout).toContain('\n--- a/main.py\n+++ b/main.py\n');
    expect(stdout).toContain(
      '+        print(pool.map(functools.partial(_worker, factor), [1, 2]))',
    );
    expect(stdout).toContain('To apply it: mpfix --write --select MP201 main.py');
  });

  test.each(['src', 'src/main.py'])('is found at --source %s', async (source) => {
    const folder = scratch({ 'src/main.py': program('lambda-local') });
    const answer = await answerOf(folder, ['--source', source], text);
    expect(answer.explanations[0].finding).toMatchObject({
      code: 'MP201',
      filename: 'src/main.py',
      location: { row: 7, column: 24 },
      patch: expect.stringContaining('+++ b/src/main.py'),
    });
  });

  test('is searched whole where only what is seen is told', async () => {
    const folder = scratch({ 'src/a.py': program('worker-in-guard'), 'src/b.py': 'x = 1\n' });
    const answer = await answerOf(folder, ['hangs with no output', '--source', 'src']);
    expect(answer.explanations[0].finding).toMatchObject({ code: 'MP504', filename: 'src/a.py' });
  });

  test('is another one where it has other lines', async () => {
    const folder = scratch({ 'main.py': `from multiprocessing import Pool\n${'\n'.repeat(20)}` });
    const answer = await answerOf(folder, [], text);
    expect(answer.explanations[0]).toMatchObject({ files_searched: [], finding: null });
  });

  test('is another one where it is too short for a traceback without source', async () => {
    const folder = scratch({ 'main.py': program('lambda-local') });
    const trace = (row: number) => `Traceback (most recent call last):
  File "/srv/app/main.py", line ${row}, in main
${LAMBDA}`;
    const searched = async (row: number) =>
      (await answerOf(folder, [], trace(row))).explanations[0].files_searched;
    expect(await searched(7)).toEqual(['main.py']);
    expect(await searched(70)).toEqual([]);
  });

  test('may have grown since', async () => {
    const grown = `# a comment\n${program('lambda-local')}`;
    const { explanations } = await answerOf(scratch({ 'main.py': grown }), [], text);
    expect(explanations[0].finding).toMatchObject({ code: 'MP201', location: { row: 8 } });
  });

  test('may have nothing that the rules find', async () => {
    const repaired = program('lambda-local').replace('lambda x: x * factor', 'abs');
    const folder = scratch({ 'main.py': repaired });
    const { code, stdout } = await explain(folder, [], text);
    expect(code).toBe(0);
    expect(stdout).toContain('These rules find nothing in main.py.');
  });

  test('decides between rules', async () => {
    const name = 'helper-in-guard';
    const { explanations } = await answerOf(
      scratch({ 'main.py': program(name) }),
      [],
      recorded(`${name}.3.8-spawn`),
    );
    const [{ rules, finding }] = explanations;
    expect(rules.map(({ code }: { code: string }) => code)).toEqual(['MP504', 'MP501']);
    expect(finding.code).toBe('MP504');
  });

  test('shows the finding that is nearest to the traceback', async () => {
    const twice = `from multiprocessing import Pool


def first(pool):
    return pool.map(lambda x: x + 1, [1])


def second(pool):
    return pool.map(lambda x: x + 2, [1])


if __name__ == "__main__":
    with Pool(1) as pool:
        first(pool)
        second(pool)
`;
    const trace = (row: number) => `Traceback (most recent call last):
  File "/app/main.py", line ${row}, in f
    return pool.map(lambda x: x + ${row === 5 ? 1 : 2}, [1])
_pickle.PicklingError: Can't pickle <function <lambda> at 0x7f>: attribute lookup <lambda> on __main__ failed`;
    const folder = scratch({ 'main.py': twice });
    for (const row of [5, 9]) {
      const answer = await answerOf(folder, [], trace(row));
      expect(answer.explanations[0].finding.location.row).toBe(row);
    }
  });
});

/** The programs in which a rule finds what was recorded. */
const SHOWN: readonly string[] = [
  'called-submit',
  'called-task',
  'context-at-import',
  'context-twice',
  'exception-group',
  'executor-nested',
  'global-in-guard',
  'global-in-guard-process',
  'helper-in-guard',
  'imap-after-with',
  'import-effect',
  'import-input',
  'import-port',
  'import-time-pool',
  'join-open-pool',
  'lambda-global',
  'lambda-local',
  'lambda-target',
  'lock-as-task',
  'nested-map',
  'nested-pool',
  'nested-process',
  'nested-target',
  'no-executor-workers',
  'no-fork',
  'no-workers',
  'queue-as-task',
  'renamed-function',
  'result-after-with',
  'shadowed-target',
  'too-many-workers',
  'two-failures',
  'undecorated',
  'unguarded-executor',
  'unguarded-listener',
  'unguarded-manager',
  'unguarded-pool',
  'unguarded-process',
  'unpicklable-exception',
  'unpicklable-exception-executor',
  'value-as-task',
  'windows-order',
  'worker-after-pool',
  'worker-in-guard',
  'worker-in-guard-executor',
  'worker-in-guard-process',
];

describe('each recorded program', () => {
  const first = [...new Map(recordings().map((one) => [one.case, one])).values()];

  test.each(first.filter((one) => SHOWN.includes(one.case)))(
    '$case is shown with the finding of its rule',
    async (one) => {
      const file = join(FIXTURES, 'programs', `${one.case}.py`);
      const folder = existsSync(file)
        ? scratch({ 'main.py': readFileSync(file) })
        : join(FIXTURES, 'programs', one.case);
      const { explanations } = await answerOf(folder, [], one.text);
      expect(explanations[0].finding?.code).toBe(expectedAnswers()[one.case]?.rule);
    },
  );
});

test('every rule that answers name exists', () => {
  const named = new Set([
    ...MESSAGES.flatMap(({ rules }) => rules),
    ...SYMPTOMS.flatMap(({ causes }) => causes.map(({ rule }) => rule)),
  ]);
  const codes = new Set(transforms.map(({ code }) => code));
  expect([...named].filter((code) => !codes.has(code))).toEqual([]);
});
