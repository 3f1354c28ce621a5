import { describe, expect, test } from '@jest/globals';
import { parse } from '../../src/syntax/parse.ts';

function stringsOf(text: string): string[] {
  return [...parse(text).root.walk()]
    .filter((node) => node.kind === 'String' || node.kind === 'FormatString')
    .map((node) => text.slice(node.from, node.to));
}

describe('a backslash before a line end', () => {
  test.each(['\n', '\r\n', '\r'])('joins the lines of a string: %j', (newline) => {
    for (const prefix of ['', 'f', 'b']) {
      const string = `${prefix}"a \\${newline}b"`;
      expect(parse(`x = ${string}${newline}y${newline}`).firstError).toBeNull();
      expect(stringsOf(`x = ${string}${newline}`)).toEqual([string]);
    }
  });

  test('joins nothing in a comment', () => {
    const { root, firstError } = parse('x # \\\r\ny\r\nif z: # \\\r\n  a\r\n  b\r\n');
    expect(firstError).toBeNull();
    expect(root.children.map((node) => node.kind)).toEqual([
      'ExpressionStatement',
      'Comment',
      'ExpressionStatement',
      'IfStatement',
    ]);
  });
});

describe('a backslash before an empty line', () => {
  test.each(['\n', '\r\n', '\r'])('ends the statement, where it can end: %j', (newline) => {
    const isRead = (...lines: string[]) => parse(lines.join(newline)).firstError === null;
    expect(isRead('x = 1 \\', '', 'y = 2', '')).toBe(true);
    expect(isRead('if x: \\', '', '  y', '')).toBe(true);
    expect(isRead('x', '\\', '', 'y', '')).toBe(true);
    expect(isRead('x = (1, \\', '', ' 2)', '')).toBe(true);
    expect(isRead('x # \\', '', 'y', '')).toBe(true);
    expect(isRead('# x \\', '', 'y', '')).toBe(true);
    expect(isRead('x = \\', '', '1', '')).toBe(false);
    expect(isRead('x = not \\', '', 'y', '')).toBe(false);
  });
});

describe('a form feed', () => {
  test.each([
    'if x:\n    a\n\f    b\n',
    'if x:\n    a\n\f\n    b\n',
    'if x:\n    a\n  \f    b\n',
    'if x:\r\n    a\r\n\f\f    b\r\n',
    '\fif x:\n    a\n \f \f    b\n',
    'if x:\n    a = [\n\f1]\n    b\n',
    'if x:\n    a = 1 + \\\n\f  2\n    b\n',
    'if x:\n    a = """\n\f"""\n    b\n',
  ])('sets the column back to 0: %j', (text) => {
    const { root, firstError } = parse(text);
    expect(firstError).toBeNull();
    expect(root.children).toHaveLength(1);
    expect(root.children[0]?.lastChild?.children).toHaveLength(3);
  });
});

test.each(['   ', '\t', '\f  ', '        '])(
  'blanks behind the last line break say nothing: %j',
  (end) => {
    const text = `if x:\n  a\n${end}`;
    const { root, firstError } = parse(text);
    expect(firstError).toBeNull();
    expect(root.children.map((node) => node.kind)).toEqual(['IfStatement']);
  },
);

describe('what stands ahead is read as Python does', () => {
  test.each([
    `with (f"{x:'>9}" as a, b): pass\n`,
    `with (f'{x:">9}' as a, b): pass\n`,
    `with (f"{f"{'"'}"}" as a, b): pass\n`,
    `with (f'{"""'""":{y:">3}}' as a, b): pass\n`,
    'with (f"{x # "\n}" as a, b): pass\n',
    'with (f"{x!r:\\N{QUOTATION MARK}}" as a, b): pass\n',
    `with (f"{x:{y}{{'}" as a, b): pass\n`,
    'with (rf"\\{x}" as a, b): pass\n',
    'with ("a\\\r\n\'" as a, b): pass\n',
    'with (x if"{"else y, b): pass\n',
    'with (x or"\'"if y else z, b): pass\n',
    'with (lambda x, *y: 0, b): pass\n',
    'with (a, lambda x=lambda *z: 0, *y: 0): pass\n',
  ])('two items: %j', (text) => {
    const { root, firstError } = parse(text);
    expect(firstError).toBeNull();
    const [, open, ...items] = root.children[0]?.children ?? [];
    expect(open?.kind).toBe('(');
    expect(items.filter((node) => node.kind === ',')).toHaveLength(1);
  });

  test.each([
    'with (1for x, y in z): pass\n',
    'with (x, 0xfor y): pass\n',
    'with (a, 1.if b else c): pass\n',
  ])('a keyword behind a number: %j', (text) => {
    expect(parse(text).firstError).toBeNull();
  });

  test.each([
    `match (f"{x:'>9}"):\n  case _: pass\n`,
    `match (f'{x[':']}', "(" in f"{a:({b}}"):\n  case _: pass\n`,
  ])('a match statement: %j', (text) => {
    const { root, firstError } = parse(text);
    expect(firstError).toBeNull();
    expect(root.children[0]?.kind).toBe('MatchStatement');
  });
});
