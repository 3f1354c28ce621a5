import { expect, test } from '@jest/globals';
import { exportsOf } from '../../src/semantics/exports.ts';
import { Semantics } from '../../src/semantics/semantics.ts';
import { parse } from '../../src/syntax/parse.ts';

test.each([
  ['public names', 'import os\n_a = 1\ndef b(): c = 1\n', 'os b'],
  ['public names, and those of another module', 'from os import *\na = 1\n', 'a …'],
  ['a list', '__all__ = ["a", \'_b\']\nc = 1\n', 'a _b'],
  ['a tuple', '__all__ = ("a", "b")\n', 'a b'],
  ['lists put together', '__all__ = ["a"] + ["b"]\n__all__ += ["c"]\n', 'a b c'],
  ['by methods', '__all__ = []\n__all__.append("a")\n__all__.extend(["b", "c"])\n', 'a b c'],
  ['other modules', 'import m\n__all__ = ["a"] + m.__all__\n', 'a …'],
  ['computed', '__all__ = [n for n in dir()]\n', '…'],
  ['computed elements', '__all__ = ["a", *more, name]\n', 'a …'],
  ['computed elements alone', '__all__ = ["a", *more]\n', 'a …'],
  ['names set unseen', 'a = 1\nglobals().update(x)\n', 'a …'],
  ['taken away', '__all__ = ["a", "b"]\n__all__.remove("b")\n', 'a b …'],
  ['in a star import too', 'from os import *\n__all__ = ["a"]\n', 'a'],
  ['only read', '__all__ = ["a"]\nprint(__all__)\n', 'a'],
])('%s', (_, text, expected) => {
  const { names, isComplete } = exportsOf(new Semantics(parse(text)));
  expect([...names, ...(isComplete ? [] : ['…'])].join(' ')).toBe(expected);
});
