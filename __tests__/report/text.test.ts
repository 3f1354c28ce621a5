import { describe, expect, test } from '@jest/globals';
import stringWidth from 'string-width';
import { excerpt } from '../../src/report/excerpt.ts';
import { textReporter } from '../../src/report/text.ts';
import { findingIn, resultOf } from './findings.ts';

const fix = {
  kind: 'fix',
  fix: { applicability: 'safe', message: 'name the function', edits: [] },
  edits: [],
} as const;

function report(finding: ReturnType<typeof findingIn>, color = false): string {
  return textReporter(color)
    .file(resultOf([finding]), [finding])
    .toString();
}

describe('a finding', () => {
  test('says where, what, why, under which start methods, and what the fix does', () => {
    expect(report(findingIn('x = 1\np.map(lambda x: x, xs)\n', 'lambda x: x', fix))).toBe(
      [
        'a.py:2:7: MP201 lambda-worker [safe fix]',
        '    2 | p.map(lambda x: x, xs)',
        '      |       ^^^^^^^^^^^',
        '  a lambda can not be sent to a child',
        '  Start methods: spawn, forkserver',
        '  Fix: name the function',
        '',
        '',
      ].join('\n'),
    );
  });

  test('says why there is no fix', () => {
    const text = 'p.map(lambda x: x, xs)\n';
    expect(report(findingIn(text, 'lambda x: x'))).toContain('\n  No fix: it captures self\n');
    const withheld = { kind: 'withheld', reason: 'a comment would be lost' } as const;
    expect(report(findingIn(text, 'lambda', withheld))).toContain(
      '\n  Fix withheld: a comment would be lost\n',
    );
    const advice = { ...fix, fix: { ...fix.fix, applicability: 'display' } } as const;
    expect(report(findingIn(text, 'lambda', advice))).toContain('\n  Advice: name the function\n');
    expect(report(findingIn(text, 'lambda', advice))).toContain('MP201 lambda-worker\n');
  });

  test('that has nothing to do with start methods names none', () => {
    const finding = { ...findingIn('lambda', 'lambda'), startMethods: [] };
    expect(report(finding)).not.toContain('Start methods');
  });

  test('without a source line shows none', () => {
    expect(report({ ...findingIn('x', 'x'), line: null })).not.toContain('^');
  });

  test('over several lines is marked to the end of the first', () => {
    expect(report(findingIn('p.map(lambda x:\n  x, xs)\n', 'lambda x:\n  x'))).toContain(
      '    1 | p.map(lambda x:\n      |       ^^^^^^^^^\n',
    );
  });

  test('has colour only where it is asked for', () => {
    const finding = findingIn('lambda', 'lambda', fix);
    expect(report(finding)).not.toContain('\u001b');
    expect(report(finding, true)).toContain('\u001b[');
  });

  test('can not send control characters to the terminal', () => {
    const text = '\u001b[31mx\u202e = "\u0007"; lambda';
    const shown = report({ ...findingIn(text, 'lambda'), path: 'a\u001b[2J\n.py' });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(shown).not.toMatch(/[\u001b\u0007\u202e]/);
    expect(shown).toContain('a␛[2J␊.py:1:');
    expect(shown).toContain('␛[31mx');
  });
});

/** What a terminal shows above the carets. */
function aboveCarets(line: string, marked: string): string {
  const from = line.indexOf(marked);
  const shown = excerpt(line, from, from + marked.length);
  const start = stringWidth(shown.indent);
  const columns = [...new Intl.Segmenter().segment(shown.text)].flatMap(({ segment }) => [
    segment,
    ...Array(Math.max(0, stringWidth(segment) - 1)).fill(''),
  ]);
  return columns.slice(start, start + shown.carets.length).join('');
}

describe('carets stand under', () => {
  test.each([
    ['plain text', 'p.map(lambda: 1)', 'lambda: 1'],
    ['text behind tabs', '\t\tp.map(\tlambda: 1)', 'lambda: 1'],
    ['text behind wide characters', 'x = "漢字 😀 한"; lambda: 1', 'lambda: 1'],
    ['text behind combining marks', 'x = "a\u0308o\u0308"; lambda: 1', 'lambda: 1'],
    ['text behind an emoji of several parts', 'x = "👨‍👩‍👧"; lambda: 1', 'lambda: 1'],
    ['text behind a form feed', '\fx = lambda: 1', 'lambda: 1'],
    ['wide text', 'p.map(größe漢)', 'größe漢'],
  ])('%s', (_, line, marked) => {
    expect(aboveCarets(line, marked)).toBe(marked);
  });

  test('text far out in a long line', () => {
    const line = `x = [${'1, '.repeat(400)}lambda: 1, ${'2, '.repeat(400)}]`;
    const from = line.indexOf('lambda');
    const shown = excerpt(line, from, from + 9);
    expect(shown.text).toMatch(/^….*lambda: 1, .*…$/);
    expect(stringWidth(shown.text)).toBeLessThanOrEqual(104);
    expect(aboveCarets(line, 'lambda: 1')).toBe('lambda: 1');
  });

  test('the beginning of a text too long to show', () => {
    const shown = excerpt(`p.map(${'x'.repeat(5000)}) # end`, 6, 5006);
    expect(shown.text).toMatch(/^p\.map\(x+…$/);
    expect(shown.indent).toHaveLength(6);
    expect(shown.carets.length).toBeLessThan(100);
  });

  test('a line of megabytes shows what a short one shows', () => {
    const shown = excerpt('ab '.repeat(500_000), 600_000, 600_002);
    expect(shown).toEqual(excerpt('ab '.repeat(5_000), 6_000, 6_002));
    expect(shown.carets).toBe('^^');
  });

  test('an empty place', () => {
    expect(excerpt('x = ', 4, 4)).toEqual({ text: 'x = ', indent: '    ', carets: '^' });
  });
});
