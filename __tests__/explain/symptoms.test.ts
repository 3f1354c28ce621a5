import { describe, expect, test } from '@jest/globals';
import { explain } from '../../src/explain/explain.ts';
import { SYMPTOMS } from '../../src/explain/symptoms/index.ts';

/** Descriptions as people write them, and the rules that must be among the causes. */
const DESCRIPTIONS: readonly (readonly [string, string, ...string[]])[] = [
  ['hangs with no output', 'MP504', 'MP101', 'MP403'],
  ['my program hangs without any error', 'MP504'],
  ['pool.map hangs forever', 'MP504'],
  ['script freezes when I call process.join()', 'MP403'],
  ['queue.get() blocks forever', 'MP401'],
  ['multiprocessing hangs in jupyter notebook', 'MP208'],
  ['pool hangs when worker raises a custom exception', 'MP209'],
  ['deadlock sometimes, program uses threads', 'MP604'],
  ['zombie processes', 'MP304'],
  ['defunct python processes pile up', 'MP304'],
  ['script does not exit at the end', 'MP403', 'MP301'],
  ['list is empty in the parent', 'MP505'],
  ['list is empty', 'MP505'],
  ['global counter stays zero after the processes finish', 'MP505'],
  ['dict not updated by the workers', 'MP505'],
  ['global is None in worker', 'MP501'],
  ['global variable has the old value in the child process', 'MP501'],
  ['global queue is empty although the workers put items into it', 'MP502'],
  ['Lock does not work between processes', 'MP502'],
  ['uses one core only', 'MP305'],
  ['only one CPU is busy', 'MP305'],
  ['processes run one after another instead of in parallel', 'MP305', 'MP211'],
  ['multiprocessing is slower than a simple loop', 'MP506'],
  ['prints nothing', 'MP402'],
  ['worker function is never called', 'MP402', 'MP211'],
  ['apply_async silently does nothing', 'MP402'],
  ['exceptions in workers are swallowed', 'MP402'],
  ['log messages of the workers are missing', 'MP503'],
  ['some results are missing', 'MP302'],
  ['code runs twice, header is printed again by each process', 'MP507'],
  ['pyinstaller exe opens itself again and again', 'MP102'],
  ['fork bomb', 'MP102', 'MP101'],
  ['memory leak with multiprocessing pool', 'MP301'],
  ['works on linux but not on windows', 'MP101', 'MP501'],
  ['stopped working with python 3.14', 'MP501', 'MP504'],
  ['event loop is blocked while the pool works', 'MP703'],
  ['too many workers in docker container', 'MP701'],
  ['multiprocessing pool in aws lambda', 'MP702'],
  ['isinstance is false in worker for the same class', 'MP105'],
  ['socket object is not pickleable', 'MP204'],
  ['crashes on Windows with 64+ cores', 'MP704'],
];

test.each(DESCRIPTIONS)('"%s" is understood', (text, ...rules) => {
  const [first] = explain(text).explanations;
  expect(first?.candidates.map(({ rule }) => rule)).toEqual(expect.arrayContaining(rules));
  expect(first?.candidates[0]?.because).toBeTruthy();
});

describe('the table', () => {
  test.each(SYMPTOMS)('$id is met by its own title', (symptom) => {
    expect(explain(symptom.title).explanations.map(({ id }) => id)).toContain(symptom.id);
  });

  test.each(SYMPTOMS)('$id is met by a description', (symptom) => {
    const met = DESCRIPTIONS.map(([text]) => explain(text).explanations[0]?.id);
    expect(met).toContain(symptom.id);
  });
});

test('a story is no description', () => {
  const story = 'We went on, and the worker hangs about with no output to speak of. '.repeat(10);
  expect(explain(story).explanations).toEqual([]);
});

test('a message counts more than what is told round it', () => {
  const text = "my pool hangs: AttributeError: Can't pickle local object 'main.<locals>.work'";
  expect(explain(text).explanations.map(({ id }) => id)).toEqual(['nested']);
});
