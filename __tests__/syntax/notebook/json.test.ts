import { describe, expect, test } from '@jest/globals';
import { JsonError, parseJson, stringValue } from '../../../src/syntax/notebook/json.ts';

/** Where a text is wrong, and how. */
function errorIn(text: string): string {
  try {
    parseJson(text);
  } catch (error) {
    if (error instanceof JsonError) return `${error.offset}: ${error.message}`;
    throw error;
  }
  return 'none';
}

describe('parseJson', () => {
  test('tells where everything stands', () => {
    const text = ' {"a": [1, "x\\u00e9"], "b": null}\n';
    const root = parseJson(text);
    if (root.kind !== 'object') throw new Error(root.kind);
    const list = root.members.get('a');
    if (list?.kind !== 'array') throw new Error(list?.kind);
    expect(list.items.map(({ from, to }) => text.slice(from, to))).toEqual(['1', '"x\\u00e9"']);
    expect(stringValue(text, list.items[1] as { kind: 'string'; from: number; to: number })).toBe(
      'xé',
    );
    expect(text.slice(root.from, root.to)).toBe(text.trim());
  });

  test.each(['{}', '[]', '[[], {}]', '-1.5e+3', 'NaN', '[-Infinity]', '"\\ud83d"', ' null '])(
    'takes %s',
    (text) => expect(errorIn(text)).toBe('none'),
  );

  test.each([
    ['', '0: a value is expected here'],
    ['{"a": 1,}', '8: a name in double quotes is expected here'],
    ['{"a" 1}', '5: `:` is expected here'],
    ['[1 2]', '3: `,` or `]` is expected here'],
    ['[1, "ab', '4: a string begins that nothing ends here'],
    ['["a\nb"]', '3: a string may not hold a control character here'],
    ['["\\x"]', '2: this is no escape that JSON has here'],
    ['[] []', '3: the end of the file is expected here'],
    ["['a']", '1: a value is expected here'],
    ['{\n<<<<<<< HEAD\n"a": 1}', '2: a merge left its conflict here'],
    ['['.repeat(100_000), '501: it is nested too deeply here'],
  ])('refuses %j', (text, error) => expect(errorIn(text)).toBe(error));
});
