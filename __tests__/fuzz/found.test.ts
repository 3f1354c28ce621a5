import { describe, expect, test } from '@jest/globals';
import { analyse } from './analyse.ts';

/** Texts on which mpfix once failed, found by `npm run fuzz` and cut down. */

describe('valid, and no longer refused', () => {
  test.each([
    'if x:\n    a\n\\\n  \nb\n',
    'def f():\n    a\n\\\n  \n',
    '\\\n  \nx = 1\n',
    'class A:\n\\\n    # note\n    x = 1\n',
    'def f():\n    a\n\\\n  # note\n',
    'class A:\n    def f(self):\n        """\n        """\n  \\\n        # note\n        a\n',
    'try:\n    a\nexcept A, B:\n    b\n',
  ])('%j', (text) => {
    expect(analyse(Buffer.from(text))).toEqual({ kind: 'accepted', fixed: null });
  });
});

describe('nested too deeply, and no longer a crash', () => {
  test.each([
    ['operators over lines', `x = ["tea"${'@d\n'.repeat(3_000)}]\n`],
    ['prefixes', `x = ${'not '.repeat(3_000)}y\n`],
    ['brackets', `x = ${'('.repeat(3_000)}${')'.repeat(3_000)}\n`],
  ])('%s', (_, text) => {
    // The first times, the code is slow and its stack frames are large.
    for (let times = 0; times < 5; times++) {
      expect(analyse(Buffer.from(text))).toMatchObject({
        kind: 'refused',
        reason: expect.stringContaining('nest'),
      });
    }
  });
});
