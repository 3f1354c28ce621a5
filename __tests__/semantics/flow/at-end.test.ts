import { expect, test } from '@jest/globals';
import { Semantics } from '../../../src/semantics/semantics.ts';
import { parse } from '../../../src/syntax/parse.ts';

/** What the first name `a` that is bound in the innermost scope may hold when that scope's code has run. */
function atEnd(source: string): string {
  const semantics = new Semantics(parse(source));
  const owner = semantics.scopes.all.filter((scope) => scope.bindings.has('a')).at(-1);
  const binding = owner?.bindings.get('a');
  if (!binding) throw new Error(`no name a in ${source}`);
  const { definitions, mayBeUnbound, isComplete } = semantics.atEnd(binding);
  const numbers = definitions.map((definition) => binding.definitions.indexOf(definition) + 1);
  return [...numbers, ...(mayBeUnbound ? ['?'] : []), ...(isComplete ? [] : ['…'])].join(' ');
}

test.each([
  ['a = 1\na = 2', '2'],
  ['a = 1\nif x: a = 2', '1 2'],
  ['a = 1\nimport sys\nsys.exit()', '1'],
  ['def f():\n  if x:\n    a = 1\n    return\n  a = 2', '1 2'],
  ['def f():\n  if x: return\n  a = 2', '1 ?'],
  ['def f():\n  if x:\n    a = 1\n    return\n  raise y', '1'],
  ['def f():\n  while x:\n    try:\n      a = 1\n      return\n    finally: a = 2\n  a = 3', '2 3'],
  ['def f():\n  if x:\n    class C:\n      a = 1\n    return C\n  return None', '1'],
  ['for x in y:\n  class C:\n    if x: a = 1', '1 ?'],
  ['def f():\n  def g():\n    nonlocal a\n    a = 1\n  a = 2\n  return g\n', '1 2'],
  ['class C:\n  a = 1\n  exec(x)', '1 …'],
])('at the end of %j: %s', (source, expected) => {
  expect(atEnd(source)).toBe(expected);
});
