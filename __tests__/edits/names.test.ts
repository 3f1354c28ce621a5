import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { freshLocal, freshName, namesIn, snakeCase, wishFrom } from '../../src/edits/names.ts';
import { parse } from '../../src/syntax/parse.ts';
import { python } from './python.ts';

describe('freshName', () => {
  test.each([
    ['free', 'a\n', 'double', '_double'],
    ['private already', 'a\n', '_double', '_double'],
    ['no mangled name', 'a\n', '__double', '_double'],
    ['taken', '_double = 1\n', 'double', '_double_2'],
    ['taken twice', '_double(_double_2)\n', 'double', '_double_3'],
    ['taken by a parameter', 'def f(_double): pass\n', 'double', '_double_2'],
    ['taken by an import', 'from a import _double\n', 'double', '_double_2'],
    ['taken by an argument’s name', 'f(_double=1)\n', 'double', '_double_2'],
    ['taken in a field', 'f"{_double}"\n', 'double', '_double_2'],
    ['taken by a global', 'def f():\n  global _double\n', 'double', '_double_2'],
    ['an attribute takes nothing', 'a._double\n', 'double', '_double'],
    ['a class’s case', 'a\n', 'HTTPServer.runAll', '_http_server_run_all'],
    ['not in ASCII', 'a\n', 'Größe', '_größe'],
    ['a keyword', 'a\n', 'lambda', '_lambda'],
    ['a number', 'a\n', '2', '_2'],
    ['no letters', 'a\n', '<>', '_worker'],
  ])('%s', (_, text, wish, expected) => {
    expect(freshName(parse(text), wish)).toBe(expected);
  });

  test('takes a set of names too', () => {
    const names = new Set(['_a']);
    names.add(freshName(names, 'a'));
    expect(freshName(names, 'a')).toBe('_a_3');
  });

  test('is never a name of the file', () => {
    fc.assert(
      fc.property(python, fc.constantFrom('x', 'call', 'T', '', 'w'), (text, wish) => {
        const tree = parse(text.replaceAll('x', '_x'));
        for (const name of [freshName(tree, wish), freshLocal(tree, wish)]) {
          expect(namesIn(tree).has(name)).toBe(false);
          expect(name).toMatch(/^[a-z_]\w*$/);
        }
      }),
    );
  });
});

test.each([
  ['pool', 'a\n', 'pool'],
  ['pool', 'pool\n', 'pool_2'],
  ['Pool', 'Pool()\n', 'pool'],
  ['list', 'a\n', 'list_2'],
  ['import', 'a\n', 'import_2'],
  ['2nd', 'a\n', 'value_2nd'],
  ['', 'a\n', 'value'],
])('freshLocal: %j in %j', (wish, text, expected) => {
  expect(freshLocal(parse(text), wish)).toBe(expected);
});

test.each([
  [['Trainer', 'run', 'worker'], 'trainer_run_worker'],
  [[null, 'main', undefined, '<lambda>'], 'main'],
  [[], ''],
])('wishFrom %j', (parts, expected) => {
  expect(wishFrom(...parts)).toBe(expected);
});

test.each([
  ['runAll', 'run_all'],
  ['HTTPServer', 'http_server'],
  ['X', 'x'],
  ['already_there', 'already_there'],
  ['a2B', 'a2_b'],
  ['__init__', 'init'],
])('snakeCase %s', (text, expected) => {
  expect(snakeCase(text)).toBe(expected);
});
