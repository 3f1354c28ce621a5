import { describe, expect, test } from '@jest/globals';
import { selectRules } from '../../src/config/selection.ts';
import { FILE_RULES } from '../../src/engine/file-rules.ts';
import { RULE } from '../report/findings.ts';

const rules = [
  { ...RULE, code: 'MP101', name: 'unguarded-start' },
  { ...RULE, code: 'MP201', name: 'lambda-worker' },
  { ...RULE, code: 'MP202', name: 'nested-worker' },
];

function chosen(select: string[] | null, ignore: string[] = []): string[] {
  const from = (values: string[], origin: string) => ({ values, origin });
  return [
    ...selectRules(
      rules,
      FILE_RULES,
      select && from(select, '--select'),
      from(ignore, 'pyproject.toml: "ignore"'),
    ),
  ].filter((code) => !code.startsWith('MP0'));
}

test.each<[string[] | null, string[], string[]]>([
  [null, [], ['MP101', 'MP201', 'MP202']],
  [['ALL'], [], ['MP101', 'MP201', 'MP202']],
  [['MP'], [], ['MP101', 'MP201', 'MP202']],
  [['MP2'], [], ['MP201', 'MP202']],
  [['mp201', 'Unguarded-Start'], [], ['MP101', 'MP201']],
  [null, ['MP2'], ['MP101']],
  [null, ['lambda-worker'], ['MP101', 'MP202']],
  [['MP2'], ['MP201'], ['MP202']],
  [['MP201'], ['MP2'], ['MP201']],
  [['MP201'], ['lambda-worker'], []],
  [['ALL'], ['MP'], []],
  [null, ['ALL'], []],
])('select %j, ignore %j', (select, ignore, codes) => {
  expect(chosen(select, ignore)).toEqual(codes);
});

test.each<[string[] | null, boolean]>([
  [null, false],
  [['ALL'], false],
  [['MP2'], false],
  [['MP203'], true],
  [['asked-for'], true],
  [['ALL', 'MP203'], true],
])('a rule on request holds where it is selected itself: %j', (values, holds) => {
  const asked = { ...RULE, code: 'MP203', name: 'asked-for', onRequest: true } as const;
  const select = values && { values, origin: '--select' };
  expect(selectRules([...rules, asked], [], select, null).has('MP203')).toBe(holds);
});

describe('rules about whole files', () => {
  test('hold whatever is selected, unless they are ignored', () => {
    const select = { values: ['MP201'], origin: '' };
    const ignore = { values: ['MP002'], origin: '' };
    expect([...selectRules(rules, FILE_RULES, select, null)]).toEqual(['MP001', 'MP002', 'MP201']);
    expect([...selectRules(rules, FILE_RULES, select, ignore)]).toEqual(['MP001', 'MP201']);
  });
});

test.each([
  ['MP210', '--select: there is no rule "MP210"; did you mean "MP201"?'],
  ['lamda-worker', '--select: there is no rule "lamda-worker"; did you mean "lambda-worker"?'],
  ['E501', '--select: there is no rule "E501"'],
  ['', '--select: there is no rule ""'],
])('%j does not exist', (selector, message) => {
  expect(() => chosen([selector])).toThrow(message);
});

test('the message says where the selector stands', () => {
  expect(() => chosen(null, ['MP9'])).toThrow('pyproject.toml: "ignore": there is no rule "MP9"');
});
