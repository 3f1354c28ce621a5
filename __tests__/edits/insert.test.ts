import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits } from '../../src/edits/apply.ts';
import {
  insertAfter,
  insertAtBodyStart,
  insertBefore,
  insertModuleFunction,
} from '../../src/edits/insert.ts';
import type { Node } from '../../src/syntax/node.ts';
import { parse, type SyntaxTree } from '../../src/syntax/parse.ts';
import { isStatement, statementOf } from '../../src/syntax/shapes.ts';
import { python, textsOf } from './python.ts';

const LINE = 'new()';
const DEF = 'def new():\n    return 1\n';

/** The statement that `S` names. */
function marked(tree: SyntaxTree): Node {
  const { text, root } = tree;
  const name = [...root.walk()].find(
    (n) => n.kind === 'VariableName' && text.slice(n.from, n.to) === 'S',
  );
  return statementOf(name ?? root);
}

function run(insert: typeof insertBefore, text: string, code: string): string {
  const tree = parse(text);
  return applyEdits(text, insert(tree, marked(tree), code));
}

describe('insertBefore', () => {
  test.each([
    ['a line', LINE, 'a\nS\n', 'a\nnew()\nS\n'],
    ['at the top', LINE, 'S\n', 'new()\nS\n'],
    ['before its comments', LINE, 'a\n\n# 1\nS\n', 'a\n\nnew()\n# 1\nS\n'],
    ['in a block', LINE, 'if x:\n\tS\n', 'if x:\n\tnew()\n\tS\n'],
    [
      'several lines',
      'a = [\n  1,\n]\nb\n',
      'if x:\n  S\n',
      'if x:\n  a = [\n    1,\n  ]\n  b\n  S\n',
    ],
    ['a string', 'a = """\nx"""', 'if x:\n  S\n', 'if x:\n  a = """\nx"""\n  S\n'],
    ['CRLF', 'a\nb', 'if x:\r\n  S\r\n', 'if x:\r\n  a\r\n  b\r\n  S\r\n'],
    ['lone CR', 'a\nb', 'if x:\r  S\r', 'if x:\r  a\r  b\r  S\r'],
    ['no final break', LINE, 'S', 'new()\nS'],
    [
      'a decorated function',
      LINE,
      'a\n\n\n@d\ndef S(): pass\n',
      'a\n\n\nnew()\n\n\n@d\ndef S(): pass\n',
    ],
    ['in a body on the header’s line', LINE, 'if x: S\nb\n', 'if x:\n    new()\n    S\nb\n'],
    ['… with CRLF', LINE, 'if x: S # 1\r\n', 'if x:\r\n    new()\r\n    S # 1\r\n'],
    ['… in a nested one', LINE, 'if y:\n  if x: S\n', 'if y:\n  if x:\n    new()\n    S\n'],
    ['… behind a backslash', LINE, 'if x: \\\n  S\n', 'if x:\n  new()\n  S\n'],
    ['… a later part', LINE, 'if x: a; S; b\n', 'if x:\n    a\n    new()\n    S; b\n'],
    ['the first part', LINE, 'S; b\n', 'new()\nS; b\n'],
    ['a later part', LINE, 'if x:\n  a; S; b\n', 'if x:\n  a\n  new()\n  S; b\n'],
    ['a function at the top', DEF, 'S\n', 'def new():\n    return 1\n\n\nS\n'],
    ['a function', DEF, 'a\n\nS\n', 'a\n\n\ndef new():\n    return 1\n\n\nS\n'],
    ['a function without a gap', DEF, 'a\nS\n', 'a\n\n\ndef new():\n    return 1\n\n\nS\n'],
    [
      'a function below two blank lines',
      DEF,
      'a\n\n\nS\n',
      'a\n\n\ndef new():\n    return 1\n\n\nS\n',
    ],
    [
      'a function below a comment',
      DEF,
      '#!py\n\n# 1\nS\n',
      '#!py\n\n\ndef new():\n    return 1\n\n\n# 1\nS\n',
    ],
    [
      'a function, the file has one',
      DEF,
      'def a(): pass\n\ndef b(): pass\n\nS\n',
      'def a(): pass\n\ndef b(): pass\n\ndef new():\n    return 1\n\nS\n',
    ],
    [
      'a function, the file has both',
      DEF,
      'a\n\ndef b(): pass\n\n\ndef S(): pass\n',
      'a\n\ndef b(): pass\n\n\ndef new():\n    return 1\n\n\ndef S(): pass\n',
    ],
    [
      'a nested function',
      DEF,
      'if x:\n  a\n  S\n',
      'if x:\n  a\n\n  def new():\n    return 1\n\n  S\n',
    ],
    ['a function between tabs', DEF, 'if x:\n\tS\n', 'if x:\n\tdef new():\n\t\treturn 1\n\n\tS\n'],
    [
      'a function with tabs of its own',
      'def n():\n\tx',
      'if x:\n  S\n',
      'if x:\n  def n():\n  \tx\n\n  S\n',
    ],
    ['lines in brackets', 'a = [\n    1]', 'if x:\n\tS\n', 'if x:\n\ta = [\n\t    1]\n\tS\n'],
    [
      'moved code with the file’s unit',
      'if n:\n  if o:\n    p',
      'if x:\n  S\n',
      'if x:\n  if n:\n    if o:\n      p\n  S\n',
    ],
    ['a nested function first', DEF, 'if x:\n  S\n', 'if x:\n  def new():\n    return 1\n\n  S\n'],
  ])('%s', (_, code, text, expected) => {
    expect(run(insertBefore, text, code)).toBe(expected);
  });
});

describe('insertAfter', () => {
  test.each([
    ['a line', LINE, 'S\nb\n', 'S\nnew()\nb\n'],
    ['behind its comment', LINE, 'S  # 1\n# 2\nb\n', 'S  # 1\nnew()\n# 2\nb\n'],
    ['at the end', LINE, 'S\n', 'S\nnew()\n'],
    ['at the end without a break', LINE, 'if x:\r\n  S', 'if x:\r\n  S\r\n  new()'],
    ['at the end, blank lines below', LINE, 'S\n\n\n', 'S\nnew()\n\n\n'],
    ['a block', LINE, 'def S():\n    a\n\nb\n', 'def S():\n    a\n\n\nnew()\n\nb\n'],
    ['in a block', LINE, 'if x:\n  S\n\nb\n', 'if x:\n  S\n  new()\n\nb\n'],
    [
      'in a body on the header’s line',
      LINE,
      'if x: S # 1\nb\n',
      'if x:\n    S # 1\n    new()\nb\n',
    ],
    ['… the last part', LINE, 'if x: a; S', 'if x:\n    a; S\n    new()'],
    ['a part', LINE, 'S; b\n', 'S\nnew()\nb\n'],
    ['the last part', LINE, 'a; S;\nb\n', 'a; S;\nnew()\nb\n'],
    ['a function', DEF, 'S\nb\n', 'S\n\n\ndef new():\n    return 1\n\n\nb\n'],
    ['a function, gap there', DEF, 'S\n\n\nb\n', 'S\n\n\ndef new():\n    return 1\n\n\nb\n'],
    ['a function at the end', DEF, 'S\n', 'S\n\n\ndef new():\n    return 1\n'],
    [
      'a nested function',
      DEF,
      'if x:\n  S\n  b\n',
      'if x:\n  S\n\n  def new():\n    return 1\n\n  b\n',
    ],
  ])('%s', (_, code, text, expected) => {
    expect(run(insertAfter, text, code)).toBe(expected);
  });
});

test.each([
  ['a\n\n\nif x:\n  S\n', 'a\n\n\ndef new():\n  return 1\n\n\nif x:\n  S\n'],
  ['a\n# 1\n@d\ndef f():\n  S\n', 'a\n\n\ndef new():\n  return 1\n\n\n# 1\n@d\ndef f():\n  S\n'],
  ['a\nb; S\n', 'a\n\n\ndef new():\n    return 1\n\n\nb; S\n'],
])('insertModuleFunction goes before the top-level statement: %j', (text, expected) => {
  expect(run(insertModuleFunction, text, DEF)).toBe(expected);
});

describe('insertAtBodyStart', () => {
  const atStart = (text: string) => {
    const tree = parse(text);
    const body = [...tree.root.walk()].find((node) => node.kind === 'Body') ?? tree.root;
    const edits = insertAtBodyStart(tree, body, LINE);
    return edits && applyEdits(text, edits);
  };

  test.each([
    ['a function', 'def f():\n  a\n', 'def f():\n  new()\n  a\n'],
    ['behind a docstring', 'def f():\n  """d"""\n\n  a\n', 'def f():\n  """d"""\n\n  new()\n  a\n'],
    ['only a docstring', 'def f():\n  """d\n  """', 'def f():\n  """d\n  """\n  new()'],
    ['an f-string is none', 'def f():\n  f"d"\n', 'def f():\n  new()\n  f"d"\n'],
    ['an if has none', 'if x:\n  "d"\n', 'if x:\n  new()\n  "d"\n'],
    [
      'a comment behind the header',
      'if x:  # 1\n  # 2\n  a\n',
      'if x:  # 1\n  new()\n  # 2\n  a\n',
    ],
    ['on the header’s line', 'def f(): "d"; a\n', 'def f():\n    "d"\n    new()\n    a\n'],
    ['only a docstring on the header’s line', 'def f(): "d"\n', 'def f():\n    "d"\n    new()\n'],
    ['a header over lines', 'def f(\n  a,\n): pass\n', 'def f(\n  a,\n):\n    new()\n    pass\n'],
    ['a module', '#!py\n"""d"""\n\na\n', '#!py\n"""d"""\n\nnew()\na\n'],
    [
      'a module with __future__ imports',
      '"d"\nfrom __future__ import annotations\nfrom __future__ import division; a\n',
      '"d"\nfrom __future__ import annotations\nfrom __future__ import division\nnew()\na\n',
    ],
    ['an empty module', '# nothing\n', null],
  ])('%s', (_, text, expected) => {
    expect(atStart(text)).toBe(expected);
  });
});

test('what is inserted stands where it should, and the rest stays', () => {
  const code = fc.constantFrom(
    'new = """\n x"""',
    '@d\ndef new():\n    return 1\n',
    'new()  # note\n',
  );
  fc.assert(
    fc.property(python, code, fc.nat(), fc.boolean(), (text, code, pick, before) => {
      const tree = parse(text);
      const statements = [...tree.root.walk()].filter(
        (node) =>
          isStatement(node) &&
          node.kind !== 'StatementGroup' &&
          node.parent?.kind !== 'DecoratedStatement',
      );
      const statement = statements[pick % statements.length] as Node;
      const insert = before ? insertBefore : insertAfter;
      const after = parse(applyEdits(text, insert(tree, statement, code)));
      expect(after.firstError).toBeNull();
      const names = textsOf(after, 'VariableName');
      const old = [...tree.root.walk()].filter((n) => n.kind === 'VariableName');
      const edge = before ? statement.from : statement.to;
      const place = old.filter((n) => n.from < edge).length + (code.startsWith('@') ? 1 : 0);
      expect(names[place]).toBe('new');
      const added = code.startsWith('@') ? ['d', 'new'] : ['new'];
      names.splice(names.indexOf('new') - added.length + 1, added.length);
      expect(names).toEqual(old.map((n) => text.slice(n.from, n.to)));
      const strings = (of: SyntaxTree) => textsOf(of, 'String', 'FormatString');
      expect(
        strings(after).filter(
          (s) => s !== '"""\n x"""' && s.replace(/\r\n?/, '\n') !== '"""\n x"""',
        ),
      ).toEqual(strings(tree));
    }),
  );
});
