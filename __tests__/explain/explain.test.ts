import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { type Answer, explain } from '../../src/explain/explain.ts';
import { MESSAGES } from '../../src/explain/messages/index.ts';
import { expectedAnswers, type Recorded, recordings } from './recordings.ts';
import { UNRELATED } from './unrelated.ts';

const all = recordings();
const expected = expectedAnswers();
const answers = new Map(all.map((one) => [one, explain(one.text)]));

describe('the recordings', () => {
  test('are many', () => expect(all.length).toBeGreaterThanOrEqual(60));

  test('each have an expected answer, and the answers a recording', () => {
    expect([...new Set(all.map((one) => one.case))].sort()).toEqual(Object.keys(expected).sort());
  });

  test.each(all)('$name is answered', (one) => {
    const { rule = null, isAmong, also = [] } = expected[one.case] ?? {};
    const [first] = answers.get(one)?.explanations ?? [];
    const rules = first?.candidates.map((candidate) => candidate.rule);
    expect(first).toBeDefined();
    if (!isAmong) expect(rules?.[0] ?? null).toBe(rule);
    else if (rule) expect(rules).toContain(rule);
    expect(rules).toEqual(expect.arrayContaining([...also]));
  });

  test.each(all)('$name has nothing left that would be the program’s own', (one) => {
    // The one program whose own exception is the point.
    const own = one.case === 'initializer-fails' ? 1 : 0;
    expect(answers.get(one)?.unknown).toHaveLength(own);
  });

  test.each(MESSAGES)('$id is in a recording', ({ id }) => {
    const said = [...answers.values()].flatMap(({ explanations, consequences }) =>
      [...explanations, ...consequences].map((one) => one.id),
    );
    expect(said).toContain(id);
  });
});

/** What stands round the lines of a log where it comes from. */
const WRAPPINGS: Readonly<Record<string, (text: string) => string>> = {
  'Windows line ends': (text) => text.replaceAll('\n', '\r\n'),
  timestamps: eachLine((line, n) => `2024-05-01T12:00:0${n % 10}.123456Z ${line}`),
  'a logger': (text) => `2024-05-01 12:00:00,123 ERROR [app] failed\n${text}`,
  'a worker’s name': eachLine((line) => `[worker 3] ${line}`),
  'docker compose': eachLine((line) => `app-1  | ${line}`),
  kubernetes: eachLine((line) => `2024-05-01T12:00:00.123456789Z stderr F ${line}`),
  systemd: eachLine((line) => `May 01 12:00:00 host app[123]: ${line}`),
  pytest: eachLine((line) => `E   ${line}`),
  citation: eachLine((line) => `> ${line}`),
  'colours of Python 3.13': (text) =>
    text
      .replace(
        /^( *)File "(.*?)", line (\d+)/gm,
        '$1File \x1b[35m"$2"\x1b[0m, line \x1b[35m$3\x1b[0m',
      )
      .replace(/^(\w[\w.]*Error)(: )?(.*)$/gm, '\x1b[1;35m$1\x1b[0m$2\x1b[35m$3\x1b[0m'),
  'a code block': (text) => `I get this:\n\n\`\`\`\n${text}\n\`\`\`\n\nWhat is wrong?`,
  indentation: eachLine((line) => `    ${line}`),
};

function eachLine(wrap: (line: string, index: number) => string) {
  return (text: string) => text.trimEnd().split('\n').map(wrap).join('\n');
}

/** What matters of an answer: which entries, and of which kind. */
function gist({ explanations, consequences }: Answer): object {
  const ids = (list: Answer['explanations']) => [...new Set(list.map(({ id }) => id))].sort();
  return { explanations: ids(explanations), consequences: ids(consequences) };
}

test.each(Object.entries(WRAPPINGS))('%s change no answer', (_, wrap) => {
  const changed = all.filter(
    (one) => !isDeepStrictEqual(gist(explain(wrap(one.text))), gist(answers.get(one) as Answer)),
  );
  expect(changed.map(({ name }) => name)).toEqual([]);
});

describe('several at once', () => {
  const [first, second] = ['lambda-target.3.14-spawn', 'nested-pool.3.8-fork'].map((name) =>
    all.find((one) => one.name === name),
  ) as [Recorded, Recorded];

  test('one after another', () => {
    const { explanations } = explain(`${first.text}\n${second.text}`);
    expect(explanations.map(({ id }) => id)).toEqual(['lambda', 'daemonic']);
  });

  test('line by line in turns, each with its writer’s name', () => {
    const lines = [first, second].map(({ text }, index) =>
      text.split('\n').map((line) => `worker-${index + 1}  | ${line}`),
    );
    const mixed = (lines[0] ?? []).flatMap((line, index) => [line, lines[1]?.[index] ?? '']);
    const { explanations } = explain(
      [...mixed, ...(lines[1] ?? []).slice(lines[0]?.length)].join('\n'),
    );
    expect(explanations.map(({ id }) => id).sort()).toEqual(['daemonic', 'lambda']);
  });

  test('many workers that die of one thing are one explanation', () => {
    const died = (worker: number) => `Process SpawnPoolWorker-${worker}:
Traceback (most recent call last):
  File "/usr/lib/python3.12/multiprocessing/queues.py", line 367, in get
    return _ForkingPickler.loads(res)
AttributeError: Can't get attribute 'work' on <module '__mp_main__' from '/a/main.py'>
`;
    const { explanations, startMethod, python } = explain([1, 2, 3].map(died).join(''));
    expect(explanations).toHaveLength(1);
    expect(explanations[0]).toMatchObject({
      id: 'behind-guard',
      times: 3,
      process: 'SpawnPoolWorker-1',
      isInChild: true,
    });
    expect([startMethod, python]).toEqual(['spawn', '12']);
  });
});

describe('the sides of a failure', () => {
  const of = (name: string) =>
    explain(all.find((one) => one.name === name)?.text ?? '').explanations[0];

  test('a child’s is told by its name', () => {
    expect(of('global-in-guard-process.3.8-spawn')).toMatchObject({
      isInChild: true,
      process: 'Process-1',
    });
  });

  test('what the parent raises again is the child’s', () => {
    expect(of('global-in-guard.3.8-spawn')).toMatchObject({ isInChild: true, times: 1 });
  });

  test('what an executor could not send is the parent’s', () => {
    expect(of('connection-argument.3.8-fork')).toMatchObject({ isInChild: false });
  });
});

describe('what is no matter of processes', () => {
  test.each(UNRELATED.map((text) => [text]))('%s', (text) => {
    expect(explain(text).explanations).toEqual([]);
  });
});

describe('messages from elsewhere', () => {
  test.each([
    [
      'DeprecationWarning: This process (pid=7) is multi-threaded, use of fork() may lead to deadlocks in the child.',
      'MP604',
    ],
    ["got `Can't pickle local object 'main.<locals>.work'` here", 'MP202'],
    ["TypeError: can't pickle _thread.RLock objects", 'MP205'],
    [
      'timestep raised AssertionError: daemonic processes are not allowed to have children',
      'MP704',
    ],
    ['multiprocessing: OSError: [Errno 38] Function not implemented', 'MP702'],
    [
      '[ERROR] OSError: [Errno 38] Function not implemented\nTraceback (most recent call last):\n  File "/var/lang/lib/python3.12/multiprocessing/synchronize.py", line 57, in __init__\n    sl = self._semlock = _multiprocessing.SemLock(',
      'MP702',
    ],
    [
      'RuntimeError:\n    An attempt has been made to start a new process before the\n    current process has finished',
      'MP101',
    ],
    [
      "/usr/lib64/python3.14/multiprocessing/popen_forkserver.py:47: in _launch\n    reduction.dump(process_obj, buf)\nE       TypeError: cannot pickle 'module' object\nE       when serializing tuple item 0",
      'MP204',
    ],
    [
      'RemoteTraceback:\n"""\nTraceback (most recent call last):\n  File "C:\\Python\\lib\\multiprocessing\\pool.py", line 125, in worker\n    result = (True, func(*args, **kwds))\nNameError: name \'data\' is not defined\n"""',
      'MP501',
    ],
    [
      "Cell In[3], line 2\n----> 2 pool.map(f, [1])\n\nFile ~/lib/python3.12/multiprocessing/pool.py:774, in ApplyResult.get(self, timeout)\n--> 774     raise self._value\n\nAttributeError: Can't get attribute 'f' on <module '__main__' (built-in)>",
      'MP208',
    ],
  ])('%s', (text, rule) => {
    expect(explain(text).explanations[0]?.candidates[0]?.rule).toBe(rule);
  });
});
