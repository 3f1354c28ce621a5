import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { analyseFile } from '../../src/engine/engine.ts';
import { SINGLE_FILE } from '../../src/processes/facts.ts';
import { DEFAULT_SETTINGS } from '../../src/processes/settings.ts';
import { defineTransform, type Transform } from '../../transforms/transform.ts';

const NAMES = ['a', 'b', 'c', 'd'];

/** A transform that turns one statement into others: together, some sets of them end and some never do. */
function rewriting(from: string, to: readonly string[], unsafe: boolean): Transform {
  return defineTransform<null>({
    code: 'MP999',
    name: `${from}-to-${to.join('-')}`,
    summary: '',
    why: '',
    startMethods: ['spawn'],
    fixable: 'safe',
    fixSafety: '',
    references: [],
    *find({ tree }) {
      for (const { index } of tree.text.matchAll(new RegExp(`^x\\.${from}$`, 'gm'))) {
        yield { from: index, to: index + 3, message: '', subject: null };
      }
    },
    fix: ({ from: at }) => ({
      applicability: unsafe ? 'unsafe' : 'safe',
      message: '',
      edits: [{ from: at, to: at + 3, text: to.map((name) => `x.${name}`).join('\n') }],
    }),
  });
}

const name = fc.constantFrom(...NAMES);

const transform = fc
  .record({
    from: name,
    // Two for one grows the text with each pass: worth a try, not every time.
    to: fc.oneof(
      { weight: 12, arbitrary: fc.tuple(name) },
      { weight: 1, arbitrary: fc.tuple(name, name) },
    ),
    unsafe: fc.boolean(),
  })
  .map(({ from, to, unsafe }) => rewriting(from, to, unsafe));

test('any set of transforms comes to an end: at a fixpoint, or with nothing changed', () => {
  fc.assert(
    fc.property(
      fc.array(transform, { minLength: 1, maxLength: 4 }),
      fc.array(name, { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      (transforms, words, unsafeFixes) => {
        const text = words.map((word) => `x.${word}\n`).join('');
        const options = {
          transforms,
          mode: 'fix' as const,
          unsafeFixes,
          settings: DEFAULT_SETTINGS,
        };
        const source = { path: 'a.py', text, encoding: 'utf-8', hasBom: false };
        const result = analyseFile(source, SINGLE_FILE, options);
        if (result.fixedText === null) {
          expect(result.applied).toEqual([]);
          return;
        }
        const again = analyseFile({ ...source, text: result.fixedText }, SINGLE_FILE, options);
        expect(again.fixedText).toBeNull();
      },
    ),
    { numRuns: 60 },
  );
});
