import { describe, expect, test } from '@jest/globals';
import { Semantics } from '../../src/semantics/semantics.ts';
import { parse } from '../../src/syntax/parse.ts';

/** The body of a function in which `a` is the name in question and `here`, `then` are places. */
function inFunction(body: string, params = '') {
  const lines = body.split('\n').map((line) => `    ${line}`);
  const tree = parse(`def f(${params}):\n${lines.join('\n')}\n`);
  expect(tree.firstError).toBeNull();
  const semantics = new Semantics(tree);
  const scope = semantics.scopes.all.find((s) => s.isFunction);
  const place = (name: string) => {
    const found = semantics.scopes.references.find((r) => r.name === name);
    if (!found) throw new Error(`no ${name} in ${body}`);
    return found.node;
  };
  const binding = scope?.bindings.get('a');
  if (!binding) throw new Error(`no a in ${body}`);
  return { semantics, binding, place };
}

describe('a name is bound where it is used', () => {
  test.each([
    'a = 1\nhere',
    'a: int = 1\nhere',
    'b = a = 1\nhere',
    'a, b = 1, 2\nhere',
    'import a\nhere',
    'from x import y as a\nhere',
    'def a(): pass\nhere',
    '@wrap\ndef a(): pass\nhere',
    'class a: pass\nhere',
    'a = 1; here',
    'a = 1\nif x:\n    here',
    'if x:\n    a = 1\n    here',
    'if x:\n    a = 1\nelse:\n    a = 2\nhere',
    'if x:\n    a = 1\nelif y:\n    raise y\nelse:\n    return\nhere',
    'for a in x:\n    here',
    'for a, b in x:\n    if b:\n        here',
    'with x as a:\n    here',
    'with x as a:\n    pass\nhere',
    'with open(x):\n    a = 1\nhere',
    'try:\n    a = 1\nexcept E:\n    return\nhere',
    'try:\n    a = 1\nfinally:\n    b = 2\nhere',
    'try:\n    b = 1\nfinally:\n    a = 2\nhere',
    'try:\n    a = 1\nexcept E:\n    pass\nelse:\n    here',
    'try:\n    b = 1\nexcept E as a:\n    here',
    'a = 1\ng = lambda: here',
    'a = 1\ndef g():\n    here',
    'a = 1\n[here for x in y]',
  ])('%j', (body) => {
    const { semantics, binding, place } = inFunction(body);
    expect(semantics.isBoundAt(binding, place('here'))).toBe(true);
  });

  test('as a parameter', () => {
    const { semantics, binding, place } = inFunction('here', 'a');
    expect(semantics.isBoundAt(binding, place('here'))).toBe(true);
  });
});

describe('a name may be unbound where it is used', () => {
  test.each([
    'here\na = 1',
    'a: int\nhere',
    'a = 1\ndel a\nhere',
    'if x:\n    a = 1\nhere',
    'if x:\n    a = 1\nelse:\n    here',
    'if x:\n    a = 1\nelif y:\n    a = 2\nhere',
    'for a in x:\n    pass\nhere',
    'for a in x:\n    pass\nelse:\n    here',
    'while x:\n    a = 1\nhere',
    'try:\n    a = 1\nexcept E:\n    pass\nhere',
    'try:\n    a = 1\nexcept E:\n    here',
    'try:\n    a = 1\nfinally:\n    here',
    'try:\n    b = 1\nexcept E as a:\n    pass\nhere',
    'with x:\n    a = 1\nhere',
    'def g():\n    here\na = 1',
  ])('%j', (body) => {
    const { semantics, binding, place } = inFunction(body);
    expect(semantics.isBoundAt(binding, place('here'))).toBe(false);
  });
});

describe('a name may get another value after its use', () => {
  test.each([
    ['a = 1\nhere', false],
    ['a = 1\na = 2\nhere', false],
    ['a = 1\nhere\na = 2', true],
    ['a = 1\nhere\na += 2', true],
    ['a = 1\nhere\ndel a', false],
    ['for a in x:\n    here', true],
    ['for b in x:\n    a = b\n    here', true],
    ['for b in x:\n    a = b\nhere', false],
    ['a = 1\nfor b in x:\n    here', false],
    ['a = 1\nwhile x:\n    here\n    a = 2', true],
    ['a = 1\nhere\ndef g():\n    nonlocal a\n    a = 2', true],
    ['a = 1\nhere\ndef g():\n    a = 2', false],
    ['a = 1\ndef g():\n    here\na = 2', true],
    ['a = 1\nif x:\n    here\n    return\na = 2', false],
    ['a = 1\nif x:\n    here\nelse:\n    a = 2', false],
    ['a = 1\nfor b in x:\n    if b:\n        here\n        break\n    a = b', false],
    ['a = 1\na = here', true],
    ['a = 1\ntry:\n    here\nfinally:\n    a = 2', true],
    ['a = 1\ntry:\n    raise here\nexcept E as a:\n    pass', true],
  ])('%j: %s', (body, expected) => {
    const { semantics, binding, place } = inFunction(body);
    expect(semantics.rebindings(binding, place('here')).length > 0).toBe(expected);
  });
});

describe('a name may get another value between two places', () => {
  test.each([
    ['a = 1\nhere\nthen\na = 2', false],
    ['a = 1\nhere\na = 2\nthen', true],
    ['for a in x:\n    here\n    then', false],
    ['for a in x:\n    here\nthen', true],
    ['for a in x:\n    here\nfor b in x:\n    then', true],
    ['for a in x:\n    then\n    here', true],
    ['for b in x:\n    a = b\n    for c in x:\n        here\n        then', false],
    ['a = 1\nhere\ndef g():\n    nonlocal a\n    a = 2\nthen', true],
    ['a = 1\na = here\nthen', true],
    ['a = 1\nif x:\n    here\nelse:\n    a = 2\nthen', false],
    ['a = 1\nhere\nif x:\n    a = 2\n    return\nthen', false],
    ['a = 1\nhere\nif x:\n    a = 2\nthen', true],
    ['a = 1\nthen\nhere\na = 2', true],
  ])('%j: %s', (body, expected) => {
    const { semantics, binding, place } = inFunction(body);
    const found = semantics.rebindings(binding, place('here'), place('then'));
    expect(found.length > 0).toBe(expected);
  });
});
