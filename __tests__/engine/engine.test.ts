import { describe, expect, test } from '@jest/globals';
import type { Edit, Fix, Refusal } from '../../src/edits/fix.ts';
import { analyseFile, type EngineOptions } from '../../src/engine/engine.ts';
import { SINGLE_FILE } from '../../src/processes/facts.ts';
import { DEFAULT_SETTINGS } from '../../src/processes/settings.ts';
import { defineTransform, type Transform } from '../../transforms/transform.ts';

/** A transform that finds a word and answers with edits at each place where it stands. */
function onWord(
  name: string,
  word: string,
  answer: (from: number) => readonly Edit[] | Fix | Refusal,
): Transform {
  return defineTransform<null>({
    code: 'MP999',
    name,
    summary: '',
    why: '',
    startMethods: ['spawn'],
    fixable: 'safe',
    fixSafety: '',
    references: [],
    *find({ tree }) {
      for (const { index } of tree.text.matchAll(new RegExp(`\\b${word}\\b`, 'g'))) {
        yield { from: index, to: index + word.length, message: word, subject: null };
      }
    },
    fix({ from }) {
      const given = answer(from);
      return Array.isArray(given)
        ? { applicability: 'safe', message: 'change it', edits: given }
        : (given as Fix | Refusal);
    },
  });
}

const replace = (from: number, length: number, text: string) => [{ from, to: from + length, text }];

function run(text: string, transforms: Transform[], options: Partial<EngineOptions> = {}) {
  const source = { path: 'a.py', text, encoding: 'utf-8', hasBom: false };
  return analyseFile(source, SINGLE_FILE, {
    transforms,
    mode: 'fix',
    unsafeFixes: false,
    settings: DEFAULT_SETTINGS,
    ...options,
  });
}

describe('the fixpoint', () => {
  const rename = onWord('rename', 'one', (from) => replace(from, 3, 'two'));
  const renameOn = onWord('rename-on', 'two', (from) => replace(from, 3, 'three'));
  const unbinds = { refusal: 'not now' };

  test('is reached over several passes', () => {
    const result = run('one = 1\n', [rename, renameOn]);
    expect(result.fixedText).toBe('three = 1\n');
    expect(result.applied.map((f) => f.rule.name)).toEqual(['rename', 'rename-on']);
    expect(result.remaining).toEqual([]);
  });

  test('ends with a reason, and no change, where transforms undo each other', () => {
    const back = onWord('back', 'two', (from) => replace(from, 3, 'one'));
    const result = run('one = 1\n', [rename, back]);
    expect(result.fixedText).toBeNull();
    expect(result.remaining[0]?.outcome).toEqual({
      kind: 'withheld',
      reason: 'the fixes of rename and back undo each other, so none was applied',
    });
  });

  test('ends where a transform never has enough', () => {
    const grow = onWord('grow', 'one', (from) => replace(from, 0, 'x;'));
    const result = run('one\nx = 1\n', [grow]);
    expect(result.fixedText).toBeNull();
    expect(result.remaining[0]?.outcome.kind).toBe('withheld');
  });

  test('holds back unsafe fixes unless they are asked for', () => {
    const unsafe = onWord('unsafe', 'one', (from) => ({
      applicability: 'unsafe',
      message: 'change it',
      edits: replace(from, 3, 'two'),
    }));
    expect(run('one = 1\n', [unsafe]).fixedText).toBeNull();
    expect(run('one = 1\n', [unsafe], { unsafeFixes: true }).fixedText).toBe('two = 1\n');
  });

  test('never applies advice', () => {
    const advice = onWord('advice', 'one', (from) => ({
      applicability: 'display',
      message: 'change it',
      edits: replace(from, 3, 'two'),
    }));
    expect(run('one = 1\n', [advice], { unsafeFixes: true }).fixedText).toBeNull();
  });

  test('changes nothing when it only reports', () => {
    const result = run('one = 1\n', [rename], { mode: 'report' });
    expect(result.fixedText).toBeNull();
    expect(result.findings[0]?.outcome.kind).toBe('fix');
  });

  test('keeps a refusal in words', () => {
    const result = run('one = 1\n', [onWord('no', 'one', () => unbinds)]);
    expect(result.remaining[0]?.outcome).toEqual({ kind: 'refused', reason: 'not now.' });
  });
});

describe('a fix is withheld', () => {
  const reasons: [string, string, number, string, string][] = [
    [
      'that breaks the syntax',
      'one = 1\n',
      3,
      '(',
      'the result would not be valid at line 1: expected `)` behind `(`.',
    ],
    [
      'that loses a comment',
      'one = 1  # why\n',
      14,
      'two = 1',
      'the comment # why would be lost or changed.',
    ],
    [
      'that changes a string',
      'one = "a"\n',
      9,
      'two = "b"',
      'the string "a" would be lost or changed.',
    ],
    [
      'that unbinds a name',
      'one = 1\n',
      7,
      'one = unknown',
      'nothing would bind the name `unknown`.',
    ],
    [
      'that binds a name twice',
      'one = 1\nx = 2\nx\n',
      7,
      'x = 1',
      'the name `x` would be bound differently.',
    ],
    [
      'that hides a name',
      'def f():\n    one = 1\n    len(y)\n',
      7,
      'len = 1',
      'the name `len` would be bound differently.',
    ],
    [
      'that takes a binding away',
      'one = 1\nprint(one)\n',
      7,
      'two = 1',
      'nothing would bind the name `one`.',
    ],
  ];
  test.each(reasons)('%s', (_, text, length, replacement, reason) => {
    let done = false;
    const transform = onWord('wrong', 'one', (from) => {
      if (done) return { refusal: '' };
      done = true;
      return replace(from, length, replacement);
    });
    const result = run(text, [transform]);
    expect(result.fixedText).toBeNull();
    expect(result.findings[0]?.outcome).toEqual({ kind: 'withheld', reason });
  });

  test('while the others stay', () => {
    const wrong = onWord('wrong', 'one', (from) => replace(from, 3, '('));
    const right = onWord('right', 'two', (from) => replace(from, 3, 'deux'));
    const result = run('one = 1\ntwo = 2\n', [wrong, right]);
    expect(result.fixedText).toBe('one = 1\ndeux = 2\n');
    expect(result.remaining.map((f) => f.outcome.kind)).toEqual(['withheld']);
  });

  test('unless it means to drop the string, that one alone', () => {
    const drops = onWord('drops', 'one', (from) => ({
      applicability: 'safe',
      message: 'drop it',
      edits: replace(from, 9, 'two = 2'),
      drops: ['"a"'],
    }));
    expect(run('one = "a"\n', [drops]).fixedText).toBe('two = 2\n');
    expect(run('one = "b"\n', [drops]).fixedText).toBeNull();
  });

  test('unless it means to move the name', () => {
    const moves = onWord('moves', 'one', (from) => ({
      applicability: 'safe',
      message: 'move it',
      edits: replace(from, 7, 'x = 1'),
      rebinds: ['x'],
    }));
    expect(run('one = 1\nx = 2\nx\n', [moves]).fixedText).toBe('x = 1\nx = 2\nx\n');
  });
});

describe('a finding is silenced', () => {
  const find = onWord('some-rule', 'one', () => ({ refusal: '' }));
  test.each([
    ['one = 1\n', 1],
    ['one = 1  # mpfix: ignore\n', 0],
    ['one = 1  # mpfix: ignore[MP999]\n', 0],
    ['one = 1  # mpfix: ignore[MP101, some-rule]\n', 0],
    ['one = 1  # mpfix: ignore[MP101]\n', 1],
  ])('%j', (text, count) => {
    expect(run(text, [find]).findings).toHaveLength(count);
  });
});

test('a file that is not Python 3 is one finding', () => {
  const result = run('print "a"\n', []);
  expect(result.findings.map((f) => f.rule.code)).toEqual(['MP002']);
  expect(result.problem?.message).toContain('Python 2');
});
