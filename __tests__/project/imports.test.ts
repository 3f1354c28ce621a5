import { describe, expect, test } from '@jest/globals';
import { attributesUsed, importsIn } from '../../src/project/imports.ts';

function modules(text: string): string[] {
  return importsIn(text).map(({ module }) => module);
}

describe('import statements', () => {
  test.each([
    ['import a', ['a']],
    ['import a.b.c as x, d', ['a.b.c', 'd']],
    ['    import a  # why\n', ['a']],
    ['try: import a\nexcept: import b', ['a', 'b']],
    ['x = 1; import a; import b\n', ['a', 'b']],
    ['import \\\n  a', ['a']],
    ['import a\r\nimport b\rimport c', ['a', 'b', 'c']],
    ['from a import b', ['a', 'a.b']],
    ['from a.b import (c,\n  d as e,  # f\n)', ['a.b', 'a.b.c', 'a.b.d']],
    ['from a import b, \\\n  c\n', ['a', 'a.b', 'a.c']],
    ['from a import *', ['a']],
    ['from . import b', ['.', '.b']],
    ['from ..a import b', ['..a', '..a.b']],
    ['from .. a import b', ['..a', '..a.b']],
    ['lazy from a import b', ['a', 'a.b']],
    ['from größe import b', ['größe', 'größe.b']],
    ['importlib.import_module("a.b")', ['a', 'a.b']],
    ["__import__('a')", ['a']],
    ["@mock.patch('a.b')", ['a', 'a.b']],
    ['important = 1\nfrom_a = 2\nx.import_(3)', []],
    ['yield from a\n', []],
    ['raise A from b', []],
  ])('%j', (text, expected) => {
    expect(modules(text)).toEqual(expected);
  });

  test('tell the names that they take, and the name of the module itself', () => {
    expect(importsIn('from a import b as c\n')).toEqual([
      { module: 'a', names: ['b'], handle: null },
      { module: 'a.b', names: [], handle: 'c' },
    ]);
    expect(importsIn('from a import *\n')).toEqual([{ module: 'a', names: 'all', handle: null }]);
    expect(importsIn('import a.b as c\n')).toEqual([{ module: 'a.b', names: [], handle: 'c' }]);
    expect(importsIn('import a.b\n')).toEqual([{ module: 'a.b', names: [], handle: 'a.b' }]);
  });
});

describe('what is used of a module', () => {
  test.each([
    ['import a\na.f()\nprint(a.X, ba.y, x.a.z)', 'a', ['f', 'X']],
    ['import a\na \\\n  .f()', 'a', ['f']],
    ['import a.b\na.b.f()\na.c.g()', 'a.b', ['f']],
    ['import a', 'a', []],
    ['import a.b as x\nx.f()', 'x', ['f']],
  ])('%j', (text, handle, names) => {
    expect(attributesUsed(text, handle)).toEqual(new Set(names));
  });

  test.each([
    ['import a\nf(a)', 'a'],
    ['import a\ngetattr(a, "x")', 'a'],
    ['import a\nx = a', 'a'],
    ['import a.b\nx = a.b', 'a.b'],
    ['import a.b\nx = a', 'a.b'],
    ['import größe\nx = größe', 'größe'],
  ])('%j is all of it', (text, handle) => {
    expect(attributesUsed(text, handle)).toBe('all');
  });
});
