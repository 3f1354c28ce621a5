import { describe, expect, test } from '@jest/globals';
import { ErrorLog, firstSentence, normalise } from './stderr.ts';

function logOf(...chunks: string[]): ErrorLog {
  const log = new ErrorLog();
  for (const chunk of chunks) log.write(chunk);
  log.end();
  return log;
}

const traceback = (last: string): string =>
  `Traceback (most recent call last):\n  File "a.py", line 1\n    f()\n${last}\n`;

describe('ErrorLog', () => {
  test('has no message without a traceback', () => {
    const log = logOf('Warning: this is only said\n');
    expect(log.message).toBeUndefined();
    expect(log.repeats).toBe(0);
    expect(log.lastLine).toBe('Warning: this is only said');
  });

  test('joins lines that arrive in pieces', () => {
    const text = traceback('ValueError: 1');
    expect(logOf(text.slice(0, 20), text.slice(20, 65), text.slice(65)).message).toBe(
      'ValueError: 1',
    );
  });

  test('takes the exception that was seen most often', () => {
    const log = logOf(traceback('KeyError: 1').repeat(3), traceback('OSError: gone'));
    expect(log.message).toBe('KeyError: 1');
    expect(log.repeats).toBe(3);
  });

  test('of equally frequent exceptions takes the last', () => {
    expect(logOf(traceback('KeyError: 1'), traceback('a.b.OSError')).message).toBe('a.b.OSError');
  });

  test('takes the sentence below an exception whose own line is empty', () => {
    const text = 'RuntimeError: \n        An attempt\n        has been made.\n\n        More.';
    expect(logOf(traceback(text)).message).toBe('RuntimeError: An attempt has been made.');
  });

  test('of exceptions that came of each other counts the last', () => {
    const chain =
      traceback('KeyError: 1') +
      '\nDuring handling of the above exception, another exception occurred:\n\n' +
      traceback('NameError: 2');
    const log = logOf(chain, chain, traceback('KeyError: 1'));
    expect(log.message).toBe('NameError: 2');
    expect(log.repeats).toBe(2);
  });

  test('does not take a process that announces its traceback for an exception', () => {
    expect(logOf('Process SpawnProcess-1:\n', traceback('OSError: x')).message).toBe('OSError: x');
  });
});

test('firstSentence stops at the first line that says something', () => {
  expect(firstSentence('ValueError: a\nb')).toBe('ValueError: a');
  expect(firstSentence('KeyboardInterrupt\n')).toBe('KeyboardInterrupt');
});

test('normalise takes out what differs from run to run', () => {
  expect(
    normalise(
      '<f at 0x7f12> in /tmp/p-1/a.py, SpawnPoolWorker-12, Process-1:2, pid=99',
      '/tmp/p-1',
    ),
  ).toBe('<f at 0x…> in …/a.py, SpawnPoolWorker-…, Process-…, pid=…');
});
