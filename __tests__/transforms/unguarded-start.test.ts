import { describe, expect, test } from '@jest/globals';
import transform from '../../transforms/unguarded-start.ts';
import { casesOf, run } from '../cases.ts';

const GUARD = /^if __name__ == (["'])__main__\1:/;

/** The lines as `git diff -w` compares them, guards left out. */
function linesWithoutGuards(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim().replace(GUARD, '').trim())
    .filter((line) => line !== '' && line !== 'pass');
}

function guards(text: string): number {
  return text.split('\n').filter((line) => GUARD.test(line)).length;
}

describe('what a guard changes', () => {
  const pairs = casesOf(transform).filter((fixture) => fixture.output !== null);
  const inPlace = pairs.filter((fixture) => {
    const [finding] = run(fixture, [transform], fixture.input, 'report').findings;
    return finding?.outcome.kind === 'fix' && /^put /.test(finding.outcome.fix.message);
  });

  test('most fixtures stay in place', () => {
    expect(inPlace.length).toBeGreaterThan(pairs.length / 2);
  });

  test.each(inPlace.map((c) => [c.name, c] as const))('%s: nothing but the guard line', (_, c) => {
    expect(linesWithoutGuards(c.output ?? '')).toEqual(linesWithoutGuards(c.input));
    expect(guards(c.output ?? '')).toBeGreaterThan(0);
  });

  test.each(pairs.map((c) => [c.name, c] as const))(
    '%s: no line is lost or written anew',
    (_, c) => {
      expect(linesWithoutGuards(c.output ?? '').sort()).toEqual(linesWithoutGuards(c.input).sort());
    },
  );
});
