import { describe, expect, test } from '@jest/globals';
import { transforms } from '../transforms/index.ts';
import { type Case, casesOf, reportText, run } from './cases.ts';

/** The ways in which the same program can be written: what goes in and what comes out change alike. */
const VARIANTS: Readonly<Record<string, (text: string) => string>> = {
  'with CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'without a final newline': (text) => text.replace(/\n+$/, ''),
  'with tabs': (text) => text.replace(/^( {4})+/gm, (blanks) => '\t'.repeat(blanks.length / 4)),
  'inside a larger file': (text) => `${'# one of many lines\n'.repeat(400)}\n${text}`,
};

describe.each(transforms.map((transform) => [transform.name, transform] as const))(
  '%s',
  (_, transform) => {
    const cases = casesOf(transform);
    const pairs = cases.filter((c) => c.output !== null);
    const others = cases.filter((c) => c.output === null);

    test('has more cases to leave alone than cases to change', () => {
      expect(others.length).toBeGreaterThanOrEqual(pairs.length);
    });

    describe.each(pairs.map((c) => [c.name, c] as const))('%s', (_, fixture) => {
      test('is fixed', () => {
        const result = run(fixture, [transform]);
        expect(result.fixedText ?? describeUnfixed(fixture, result.remaining)).toBe(fixture.output);
        if (fixture.report !== null) expect(reportText(result.findings)).toBe(fixture.report);
      });

      test('is fixed once and for all', () => {
        const again = run(fixture, [transform], fixture.output ?? '');
        expect(again.fixedText).toBeNull();
        expect(again.findings.filter((f) => f.outcome.kind === 'withheld')).toEqual([]);
      });

      test.each(Object.entries(VARIANTS).filter(([, vary]) => keepsMeaning(fixture, vary)))(
        'is fixed %s',
        (_, vary) => {
          const result = run(fixture, [transform], vary(fixture.input));
          expect(result.fixedText).toBe(vary(fixture.output ?? ''));
        },
      );

      test('comes to an end with all transforms together', () => {
        const result = run(fixture, transforms);
        expect(result.remaining.filter((f) => f.outcome.kind === 'withheld')).toEqual([]);
        const again = run(fixture, transforms, result.fixedText ?? fixture.input);
        expect(again.fixedText).toBeNull();
      });
    });

    test.each(others.map((c) => [c.name, c] as const))('%s is left alone', (_, fixture) => {
      const result = run(fixture, [transform]);
      expect(fixture.report).not.toBeNull();
      expect(reportText(result.findings)).toBe(fixture.report);
      expect(result.fixedText).toBeNull();
    });
  },
);

/** Tabs in strings and tables are no indentation; a file that has both kinds is its own variant. */
function keepsMeaning(fixture: Case, vary: (text: string) => string): boolean {
  const { input, output } = fixture;
  const isTabs = vary === VARIANTS['with tabs'];
  const mixed = /\t|^ {1,3}\S|"""|'''|\\\n/m.test(input + output);
  const hasShebang = input.startsWith('#!') && vary === VARIANTS['inside a larger file'];
  return !(isTabs && mixed) && !hasShebang && !/\r/.test(input);
}

function describeUnfixed(fixture: Case, remaining: Parameters<typeof reportText>[0]): string {
  return `${fixture.name} was not changed\n${reportText(remaining)}`;
}
