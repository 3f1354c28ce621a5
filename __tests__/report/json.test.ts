import { expect, test } from '@jest/globals';
import { jsonReporter } from '../../src/report/json.ts';
import { findingIn, resultOf } from './findings.ts';

function report(...findings: ReturnType<typeof findingIn>[]): unknown {
  const reporter = jsonReporter();
  for (const finding of findings) {
    expect(reporter.file(resultOf([finding]), [finding])).toBe('');
  }
  return JSON.parse(reporter.end());
}

test('no findings are an empty array', () => {
  expect(report()).toEqual([]);
});

test('a finding with a fix', () => {
  const edit = {
    from: 0,
    to: 6,
    text: 'work',
    start: { row: 1, column: 1 },
    end: { row: 1, column: 7 },
  };
  const outcome = {
    kind: 'fix',
    fix: { applicability: 'unsafe', message: 'name it', edits: [edit] },
    edits: [edit],
  } as const;
  expect(report(findingIn('x = 1\n"😀"; lambda\n', 'lambda', outcome))).toEqual([
    {
      code: 'MP201',
      name: 'lambda-worker',
      message: 'a lambda can not be sent to a child',
      filename: 'a.py',
      location: { row: 2, column: 6 },
      end_location: { row: 2, column: 12 },
      start_methods: ['spawn', 'forkserver'],
      fix: {
        applicability: 'unsafe',
        message: 'name it',
        edits: [
          {
            content: 'work',
            location: { row: 1, column: 1 },
            end_location: { row: 1, column: 7 },
          },
        ],
      },
    },
  ]);
});

test('findings without a fix say why', () => {
  const withheld = { kind: 'withheld', reason: 'a comment would be lost' } as const;
  expect(report(findingIn('x', 'x'), findingIn('x', 'x', withheld))).toMatchObject([
    { fix: null, refusal: 'it captures self' },
    { fix: null, withheld: 'a comment would be lost' },
  ]);
});
