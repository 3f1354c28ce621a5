import { describe, expect, test } from '@jest/globals';
import { classify, describeOutcome, type Expectation } from './outcome.ts';
import type { Run } from './run.ts';

const expected: Expectation = { prints: ['a', 'b'], unordered: false, allowLeak: false };
const good: Run = { end: 'exit', code: 0, stdout: 'a\nb\n', stderr: '' };

describe('classify', () => {
  test('ok', () => expect(classify(good, expected)).toEqual({ outcome: 'ok' }));

  test('other output is wrong, and so is a lost line', () => {
    expect(classify({ ...good, stdout: 'a\n' }, expected)).toEqual({
      outcome: 'wrong',
      prints: ['a'],
    });
    expect(classify({ ...good, stdout: '' }, expected)).toEqual({ outcome: 'wrong', prints: [] });
  });

  test('another order is wrong unless the order is free', () => {
    const run = { ...good, stdout: 'b\na\n' };
    expect(classify(run, expected).outcome).toBe('wrong');
    expect(classify(run, { ...expected, unordered: true }).outcome).toBe('ok');
  });

  test('a line printed twice is wrong in any order', () => {
    const run = { ...good, stdout: 'b\na\nb\n' };
    expect(classify(run, { ...expected, unordered: true }).outcome).toBe('wrong');
  });

  test('another exit code is an error, whatever it printed', () => {
    const run = { ...good, code: 1, message: 'ValueError' };
    expect(classify(run, expected)).toEqual({ outcome: 'error', message: 'ValueError' });
    expect(classify({ ...good, code: null }, expected).outcome).toBe('error');
  });

  test('a hang is one though all was printed', () => {
    expect(classify({ ...good, end: 'hang', code: null }, expected)).toEqual({ outcome: 'hang' });
  });

  test('a leak counts unless it is allowed', () => {
    const run = { ...good, leak: 'a pool was never closed' };
    expect(classify(run, expected)).toEqual({
      outcome: 'leak',
      message: 'a pool was never closed',
    });
    expect(classify(run, { ...expected, allowLeak: true })).toEqual({ outcome: 'ok' });
  });

  test('wrong output outweighs a leak', () => {
    expect(classify({ ...good, stdout: 'x\n', leak: 'left' }, expected).outcome).toBe('wrong');
  });
});

test('describeOutcome shows the message or the output', () => {
  expect(describeOutcome({ outcome: 'ok' })).toBe('ok');
  expect(describeOutcome({ outcome: 'error', message: 'E' })).toBe('error (E)');
  expect(describeOutcome({ outcome: 'wrong', prints: ['1', '2'] })).toBe('wrong, printing "1\\n2"');
});
