import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Outcome } from './outcome.ts';
import { expandRuns, group, renderProof, ungroup } from './record.ts';

describe('expandRuns', () => {
  test('a range of versions and several start methods', () => {
    expect(expandRuns('3.9-3.10 spawn fork')).toEqual([
      '3.9 spawn',
      '3.9 fork',
      '3.10 spawn',
      '3.10 fork',
    ]);
  });

  test('one version', () => expect(expandRuns('3.14 fork')).toEqual(['3.14 fork']));

  test('without a version it means every version', () => {
    expect(expandRuns('forkserver')).toEqual(
      expect.arrayContaining(['3.8 forkserver', '3.20 forkserver']),
    );
  });

  test.each(['', '3.8', '3.8 thread', '3.8-spawn', 'spawn,fork', '2.7 fork'])(
    'refuses "%s"',
    (text) => {
      expect(() => expandRuns(text)).toThrow(/names no runs/);
    },
  );
});

describe('group', () => {
  const ok: Outcome = { outcome: 'ok' };
  const error: Outcome = { outcome: 'error', message: 'ValueError' };

  test('makes ranges of neighbouring versions with the same start methods', () => {
    const outcomes = new Map([
      ['3.14 spawn', error],
      ['3.8 fork', ok],
      ['3.9 fork', ok],
      ['3.10 fork', ok],
      ['3.12 fork', ok],
      ['3.8 spawn', error],
      ['3.9 spawn', error],
      ['3.9 forkserver', error],
    ]);
    expect(group(outcomes)).toEqual([
      { ...ok, runs: ['3.8-3.10 fork', '3.12 fork'] },
      { ...error, runs: ['3.8 spawn', '3.9 spawn forkserver', '3.14 spawn'] },
    ]);
  });

  test('keeps outcomes apart that differ in their message or output only', () => {
    const outcomes = new Map<string, Outcome>([
      ['3.8 fork', error],
      ['3.9 fork', { outcome: 'error', message: 'OSError' }],
      ['3.10 fork', { outcome: 'wrong', prints: ['1'] }],
      ['3.11 fork', { outcome: 'wrong', prints: ['2'] }],
    ]);
    expect(group(outcomes)).toHaveLength(4);
  });

  test('says in which way a program was started where not all did the same', () => {
    const outcomes = new Map([
      ['3.14 fork as main.py', ok],
      ['3.14 fork as -m main', ok],
      ['3.14 fork as tool', ok],
      ['3.14 spawn as main.py', error],
      ['3.14 spawn as -m main', ok],
      ['3.14 spawn as tool', error],
    ]);
    const run = ['main.py', '-m main', 'tool'];
    const groups = group(outcomes, run);
    expect(groups).toEqual([
      { ...ok, as: ['main.py', 'tool'], runs: ['3.14 fork'] },
      { ...error, as: ['main.py', 'tool'], runs: ['3.14 spawn'] },
      { ...ok, as: ['-m main'], runs: ['3.14 fork spawn'] },
    ]);
    expect(ungroup(groups, run)).toEqual(outcomes);
  });

  test('leaves out the ways where all did the same', () => {
    const outcomes = new Map([
      ['3.8 fork as main.py', ok],
      ['3.8 fork as -m main', ok],
    ]);
    const run = ['main.py', '-m main'];
    expect(group(outcomes, run)).toEqual([{ ...ok, runs: ['3.8 fork'] }]);
    expect(ungroup(group(outcomes, run), run)).toEqual(outcomes);
  });

  test('loses no run and invents none', () => {
    const outcome = fc.constantFrom<Outcome>(ok, error, { outcome: 'hang' });
    const key = fc
      .tuple(fc.integer({ min: 8, max: 20 }), fc.constantFrom('fork', 'spawn', 'forkserver'))
      .map(([minor, method]) => `3.${minor} ${method}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(key, outcome)), (entries) => {
        const outcomes = new Map(entries);
        expect(ungroup(group(outcomes))).toEqual(outcomes);
      }),
    );
  });
});

test('a proof file reads top down: what people wrote, then what was recorded', () => {
  const text = renderProof({
    prints: ['1'],
    input: [{ outcome: 'ok', runs: ['3.8 fork', '3.9 spawn'] }],
    needs: ['torch'],
  });
  expect(text).toBe(
    `{
  "needs": [
    "torch"
  ],
  "input": [
    {
      "outcome": "ok",
      "runs": ["3.8 fork", "3.9 spawn"]
    }
  ],
  "prints": [
    "1"
  ]
}
`,
  );
});
