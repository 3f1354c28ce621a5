import { describe, expect, test } from '@jest/globals';
import { buildModel } from '../../src/processes/build.ts';
import { SINGLE_FILE } from '../../src/processes/facts.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import { processLives } from '../../src/processes/process-life/process-life.ts';
import { turnsOver } from '../../src/processes/process-life/turns.ts';
import { consumerLoop } from '../../src/processes/queue-life/consumer-loops.ts';
import { queueLives } from '../../src/processes/queue-life/queue-life.ts';
import { isSmall } from '../../src/processes/queue-life/sizes.ts';
import { DEFAULT_SETTINGS } from '../../src/processes/settings.ts';
import { parse } from '../../src/syntax/parse.ts';

const IMPORTS = 'from multiprocessing import Process, Queue, SimpleQueue\n';

function modelOf(text: string): ProcessModel {
  return buildModel('a.py', parse(IMPORTS + text), SINGLE_FILE, DEFAULT_SETTINGS);
}

/** What is done with the first queue, and whether all of that is seen. */
function usesOf(text: string): string {
  const [life] = queueLives(modelOf(text));
  const uses = (life?.uses ?? []).map(({ kind }) => kind).join(' ');
  return life?.escapes.length === 0 ? uses : `${uses} ?`;
}

describe('what is done with a queue', () => {
  test.each([
    ['q = Queue()\nq.put(1)\nq.get()', 'put get'],
    ['q = Queue()\nr = q\nr.put(1)', 'put'],
    ['def f(a, b): b.put(a)\nq = Queue()\nProcess(target=f, args=(1, q))', 'put'],
    ['def f(a, b): b.put(a)\nq = Queue()\nProcess(target=f, kwargs={"b": q})', 'put'],
    ['def f(b): b.get_nowait()\nq = Queue()\nf(q)', 'get'],
    ['def f(b):\n  for x in iter(b.get, None): pass\nq = Queue()\nf(b=q)', 'get'],
    [
      'class P(Process):\n  def __init__(self, q): self.q = q\n  def run(self): self.q.put(1)\nq = Queue()\nP(q)',
      'put',
    ],
    ['class A:\n  def __init__(self): self.q = Queue()\n  def f(self): self.q.empty()', 'look'],
    ['q = Queue()\nother(q)', ' ?'],
    ['q = Queue()\nput = q.put', ' ?'],
    ['q = Queue()\nqs = [q]', ' ?'],
    ['q = Queue()\nq = other()\nq.get()', 'get ?'],
    ['q = Queue()\nProcess(target=other, args=(q,))', ' ?'],
    ['def f(*b): pass\nq = Queue()\nProcess(target=f, args=(q,))', ' ?'],
    ['def f():\n  q = Queue()\n  return q', ' ?'],
  ])('%j', (text, uses) => expect(usesOf(text)).toBe(uses));
});

describe('whether the end of the program ends a process', () => {
  test.each([
    ['p = Process()', false],
    ['p = Process(daemon=True)', true],
    ['p = Process()\np.daemon = True', true],
    ['p = Process()\np.daemon = flag', null],
    ['p = Process()\no = Process()\no.daemon = True', false],
    ['p = Process(daemon=False)\nunknown.daemon = True', null],
  ])('%j', (text, isDaemon) => expect(processLives(modelOf(text))[0]?.isDaemon).toBe(isDaemon));
});

describe('what ends a loop that reads a queue', () => {
  test.each([
    ['while True:\n  x = q.get()', 'nothing'],
    ['while True:\n  x = q.get()\n  if x is None: break', 'None'],
    ['while 1:\n  x = q.get()\n  if x == "stop":\n    return', '"stop"'],
    ['for x in iter(q.get, 0): print(x)', '0'],
    ['while True:\n  x = q.get()\n  for y in x: break', 'nothing'],
    ['while True:\n  x = q.get()\n  if x < 0: break', 'unknown'],
    ['while True:\n  x = q.get()\n  if x is None: break\n  if x: return', 'unknown'],
    ['while True:\n  x = q.get(timeout=1)', 'unknown'],
    ['import a\nwhile True:\n  a.act(q.get())', 'unknown'],
    ['while running:\n  x = q.get()', 'unknown'],
    ['x = q.get()', 'unknown'],
  ])('%j', (body, sentinel) => {
    const lines = body.split('\n').map((line) => `  ${line}\n`);
    const model = modelOf(`def f(q):\n${lines.join('')}f(Queue())`);
    const get = queueLives(model)[0]?.uses.find(({ kind }) => kind === 'get');
    const loop = get ? consumerLoop(get, model.semantics) : null;
    expect(loop ? (loop.sentinel ?? 'nothing') : 'unknown').toBe(sentinel);
  });
});

/** The expression behind the last `=` of a text. */
function valueIn(text: string) {
  const model = modelOf(text);
  const [value] = model.tree.root.descendants('AssignStatement').slice(-1);
  if (!value?.lastChild) throw new Error(`no value in ${text}`);
  return { value: value.lastChild, semantics: model.semantics };
}

test.each([
  ['x = (1, "a", None, a < b, not a)', true],
  ['import os\nx = os.getpid() + 1', true],
  ['y = 3\nx = y', true],
  ['x = ValueError("a")', true],
  ['x = a', false],
  ['x = "a" * 100_000', false],
  ['y = []\nx = y', false],
  ['y = ""\ny += z\nx = y', false],
  ['x = [a for a in b]', false],
])('whether %j is small', (text, small) => {
  const { value, semantics } = valueIn(text);
  expect(isSmall(value, semantics)).toBe(small);
});

test.each([
  ['x = range(4)', 4],
  ['x = range(2, 4)', 2],
  ['x = [a, b, c]', 3],
  ['y = [f(i) for i in range(5)]\nx = y', 5],
  ['y = []\nfor i in range(6): y.append(i)\nx = y', 6],
  ['x = range(num_workers)', 'chosen'],
  ['x = range(n)', null],
  ['x = [*a, b]', null],
  ['x = files', null],
])('how often a loop over %j goes round', (text, turns) => {
  const { value, semantics } = valueIn(text);
  expect(turnsOver(value, semantics)).toBe(turns);
});
