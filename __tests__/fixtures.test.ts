import { describe, expect, test } from '@jest/globals';
import { defaultTransforms, transforms } from '../transforms/index.ts';
import type { Transform } from '../transforms/transform.ts';
import { type Case, casesOf, type Files, newTo, reportText, run } from './cases.ts';

/** The ways in which the same program can be written: what goes in and what comes out change alike. */
const VARIANTS: Readonly<Record<string, (text: string) => string>> = {
  'with CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'without a final newline': (text) => text.replace(/\n+$/, ''),
  'with tabs': (text) => text.replace(/^( {4})+/gm, (blanks) => '\t'.repeat(blanks.length / 4)),
  'inside a larger file': (text) => `${'# one of many lines\n'.repeat(400)}\n${text}`,
};

/** A folder of fixtures, and the rules that they are for. */
interface Suite {
  readonly name: string;
  readonly rules: readonly Transform[];
}

const SUITES: readonly Suite[] = [
  ...transforms.map((transform) => ({ name: transform.name, rules: [transform] })),
  { name: 'strategies', rules: defaultTransforms },
  { name: 'picklers', rules: defaultTransforms },
];

for (const suite of SUITES) {
  const cases = casesOf(suite);
  const pairs = cases.filter((c) => c.output !== null);
  const others = cases.filter((c) => c.output === null);

  describe(suite.name, () => {
    test('has more cases to leave alone than cases to change', () => {
      expect(others.length).toBeGreaterThan(pairs.length);
    });
    for (const pair of pairs) describe(pair.name, () => testPair(pair, suite.rules));
    for (const other of others) {
      test(`${other.name} is left alone`, () => testLeftAlone(other, suite.rules));
    }
  });
}

function testPair(fixture: Case, rules: readonly Transform[]): void {
  const { input, report } = fixture;
  const output = fixture.output ?? {};

  test('is fixed', async () => {
    const result = await run(fixture, rules);
    expect(describeFiles(result.files, fixture, result.remaining)).toEqual(output);
    if (report !== null) expect(reportText(fixture, result.findings)).toBe(report);
  });

  test('is fixed once and for all', async () => {
    const again = await run(fixture, rules, output);
    expect(again.files).toEqual(output);
    expect(again.findings.filter((f) => f.outcome.kind === 'withheld')).toEqual([]);
  });

  for (const [name, vary] of Object.entries(VARIANTS)) {
    if (!keepsMeaning(fixture, vary)) continue;
    test(`is fixed ${name}`, async () => {
      const result = await run(fixture, rules, varied(input, vary));
      expect(result.files).toEqual({ ...output, ...varied(kept(output, input), vary) });
    });
  }

  test('comes to an end with all transforms together', async () => {
    const result = await run(fixture, defaultTransforms);
    expect(result.remaining.filter((f) => f.outcome.kind === 'withheld')).toEqual([]);
    const again = await run(fixture, defaultTransforms, result.files);
    expect(again.files).toEqual(result.files);
    expect(newTo(fixture, result.remaining, again.findings)).toEqual([]);
  });
}

async function testLeftAlone(fixture: Case, rules: readonly Transform[]): Promise<void> {
  const result = await run(fixture, rules);
  expect(fixture.report).not.toBeNull();
  expect(reportText(fixture, result.findings)).toBe(fixture.report);
  expect(result.files).toEqual(fixture.input);
}

/** The same change to each file of Python. */
function varied(files: Files, vary: (text: string) => string): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, isPython(path) ? vary(text) : text]),
  );
}

/** The files that were there before: what a fix creates is written in one way. */
function kept(output: Files, input: Files): Files {
  return Object.fromEntries(Object.entries(output).filter(([path]) => path in input));
}

/** Scripts may have no suffix. */
function isPython(path: string): boolean {
  return /(^|\/)[^.]+(\.pyw?)?$/.test(path);
}

function keepsMeaning({ input, ...fixture }: Case, vary: (text: string) => string): boolean {
  const output = kept(fixture.output ?? {}, input);
  const texts = [input, output].flatMap(Object.values<string>);
  if (texts.some((text) => text.includes('\r'))) return false;
  if (vary === VARIANTS['with tabs']) return showsIndent(input, output) && !texts.some(isMixed);
  return vary !== VARIANTS['inside a larger file'] || !texts.some((text) => text.startsWith('#!'));
}

/** Tabs in strings and tables are no indentation; a file that has both kinds is its own variant. */
function isMixed(text: string): boolean {
  return /\t|^ {1,3}\S|"""|'''|\\\n/m.test(text);
}

/** A file that has no indentation can't say that it wants tabs. */
function showsIndent(input: Files, output: Files): boolean {
  return Object.keys(output).every(
    (path) => !/^ /m.test(output[path] ?? '') || /^ /m.test(input[path] ?? ''),
  );
}

/** The files; where a fix was expected and nothing changed, what mpfix said instead. */
function describeFiles(
  files: Files,
  fixture: Case,
  remaining: Parameters<typeof reportText>[1],
): Files {
  const isChanged = Object.entries(files).some(([path, text]) => fixture.input[path] !== text);
  return isChanged
    ? files
    : { [`${fixture.name} was not changed`]: reportText(fixture, remaining) };
}
