import { describe, expect, test } from '@jest/globals';
import transform from '../../transforms/unguarded-start.ts';
import { type Case, casesOf, run } from '../cases.ts';

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

/** The texts before and after, laid end to end. */
function textsOf({ input, output }: Case): { input: string; output: string } {
  return { input: Object.values(input).join(''), output: Object.values(output ?? {}).join('') };
}

const pairs = casesOf(transform).filter((fixture) => fixture.output !== null);
const inPlace: Case[] = [];
for (const fixture of pairs) {
  const { findings } = await run(fixture, [transform], fixture.input, 'report');
  const outcome = findings[0]?.outcome;
  if (outcome?.kind === 'fix' && /^put /.test(outcome.fix.message)) inPlace.push(fixture);
}

describe('what a guard changes', () => {
  test('most fixtures stay in place', () => {
    expect(inPlace.length).toBeGreaterThan(pairs.length / 2);
  });

  test.each(inPlace.map((c) => [c.name, textsOf(c)] as const))(
    '%s: nothing but the guard line',
    (_, { input, output }) => {
      expect(linesWithoutGuards(output)).toEqual(linesWithoutGuards(input));
      expect(guards(output)).toBeGreaterThan(0);
    },
  );

  test.each(pairs.map((c) => [c.name, textsOf(c)] as const))(
    '%s: no line is lost or written anew',
    (_, { input, output }) => {
      expect(linesWithoutGuards(output).sort()).toEqual(linesWithoutGuards(input).sort());
    },
  );
});
