import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits } from '../../src/edits/apply.ts';
import { dedentEdits, indentEdits, indentUnit, reindentText } from '../../src/edits/indent.ts';
import { parse } from '../../src/syntax/parse.ts';
import { find, kindsOf, python, textsOf } from './python.ts';

function indented(text: string, unit = '    '): string {
  return applyEdits(text, indentEdits(parse(text), 0, text.length, unit));
}

const HEADER = 'if x:';

/** The text with one level less, as the body of a header: on its own it would be no Python. */
function dedented(text: string, unit = '    '): string {
  const newline = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const whole = HEADER + newline + text;
  const from = HEADER.length + newline.length;
  return applyEdits(whole, dedentEdits(parse(whole), from, whole.length, unit)).slice(from);
}

describe('indentEdits', () => {
  test.each([
    ['statements', 'a\nb\n', '    a\n    b\n'],
    ['without a final newline', 'a\nb', '    a\n    b'],
    ['CRLF', 'a\r\n\r\nb\r\n', '    a\r\n\r\n    b\r\n'],
    ['lone CR', 'a\rb\r', '    a\r    b\r'],
    ['blank lines stay', 'a\n\n  \n\t\nb\n', '    a\n\n  \n\t\n    b\n'],
    [
      'comments at column 0',
      'if x:\n    a\n# c\n    b\n',
      '    if x:\n        a\n    # c\n        b\n',
    ],
    ['brackets', 'a = [\n1,\n\n  2]\n', '    a = [\n    1,\n\n      2]\n'],
    ['a backslash', 'a = 1 + \\\n2\n', '    a = 1 + \\\n    2\n'],
    ['a string over lines', 'a = """x\n  y\n"""\nb\n', '    a = """x\n  y\n"""\n    b\n'],
    ['a string with a backslash', 'a = "x\\\ny"\nb\n', '    a = "x\\\ny"\n    b\n'],
    ['strings side by side', 'a = ("x"\n"y"\n)\n', '    a = ("x"\n    "y"\n    )\n'],
    ['an f-string', 'a = f"""x\n{b}\n  y"""\n', '    a = f"""x\n{b}\n  y"""\n'],
    ['a field over lines', 'a = f"""{\nb\n}"""\nc\n', '    a = f"""{\nb\n}"""\n    c\n'],
    ['a docstring', 'def f():\n  """a\n\n  b\n  """\n', '    def f():\n      """a\n\n  b\n  """\n'],
    ['a comment that looks like a string', '# """\na\n# """\n', '    # """\n    a\n    # """\n'],
    ['a form feed', 'a\n\fb\n', '    a\n\f    b\n'],
    ['a form feed in the indentation', 'a\n  \fb\n', '    a\n  \f    b\n'],
    ['a form feed alone', 'a\n\f\nb\n', '    a\n\f\n    b\n'],
    ['non-ASCII text', 'é = "😀\\\n😀"\nü\n', '    é = "😀\\\n😀"\n    ü\n'],
  ])('%s', (_, text, expected) => {
    expect(indented(text)).toBe(expected);
  });

  test('only whole lines of the range', () => {
    const text = 'a\nb\nc\nd\n';
    expect(applyEdits(text, indentEdits(parse(text), 2, 6, '  '))).toBe('a\n  b\n  c\nd\n');
    expect(applyEdits(text, indentEdits(parse(text), 2, 3, '  '))).toBe('a\n  b\nc\nd\n');
  });

  test('spaces in a block that tabs indent go behind the tabs, where Python allows them', () => {
    const text = 'if x:\n\ta\n\tif y:\n\t\tb\n';
    const edits = indentEdits(parse(text), 6, text.length, '    ');
    expect(applyEdits(text, edits)).toBe('if x:\n\t    a\n\t    if y:\n\t    \tb\n');
  });

  test('keeps the tree and the strings', () => {
    fc.assert(
      fc.property(python, fc.constantFrom('    ', '\t', '  '), (text, unit) => {
        const newline = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
        const before = parse(text);
        expect(before.firstError).toBeNull();
        const after = parse(`if True:${newline}${indented(text, unit)}`);
        expect(after.firstError).toBeNull();
        const statement = after.root.children[0];
        const body = statement?.lastChild;
        expect(kindsOf(body ?? after.root).slice(2)).toEqual(kindsOf(before.root).slice(1));
        for (const kind of ['String', 'FormatString', 'Comment']) {
          expect(textsOf(after, kind)).toEqual(textsOf(before, kind));
        }
      }),
    );
  });

  test('dedentEdits undoes it', () => {
    fc.assert(
      fc.property(python, fc.constantFrom('    ', '\t', '  '), (text, unit) => {
        expect(dedented(indented(text, unit), unit)).toBe(text);
      }),
    );
  });
});

describe('dedentEdits', () => {
  test.each([
    ['lines with less lose what they have', '    a = [\n  1,\n2]\n', 'a = [\n1,\n2]\n'],
    ['a comment at column 0 first', '# c\n    a\n    b\n', '# c\na\nb\n'],
    ['one level of two', '        a\n        b\n', '    a\n    b\n'],
    ['strings stay', '    a = """\n    b\n    """\n', 'a = """\n    b\n    """\n'],
    ['blank lines stay', '    a\n    \n    b\n', 'a\n    \nb\n'],
    ['tabs that are not the unit', '\ta\n', '\ta\n'],
    ['a form feed', '    a\n\f    b\n', 'a\n\fb\n'],
  ])('%s', (_, block, expected) => {
    expect(dedented(block)).toBe(expected);
  });
});

describe('reindentText', () => {
  test.each([
    [
      'to module level',
      '        ',
      '',
      'def g(a,\n      b):\n    """d\n        e"""\n    return a\n',
    ],
    ['deeper', '', '        ', 'x = [\n    1,\n]\n'],
    ['from tabs', '\t', '', 'def g():\n    return 1\n'],
    ['nowhere', '    ', '    ', 'x\n'],
  ])('%s', (_, from, to, code) => {
    const at = (indent: string) =>
      code
        .split('\n')
        .map((line) => (line && !line.startsWith('        e') ? indent + line : line))
        .join('\n');
    const head = from ? 'if x:\n' : '';
    const text = head + at(from);
    expect(reindentText(parse(text), head.length, text.length, to)).toBe(at(to));
  });

  test('starts with the whole first line and leaves out what follows the range', () => {
    const text = 'def f():\n    def g(): pass\n    # left of g\n    return g  # kept\n';
    const tree = parse(text);
    const node = find(tree, 'return', 'ReturnStatement');
    expect(reindentText(tree, node.from, node.to, '\t')).toBe('\treturn g');
  });

  test('comments that stand further left come along', () => {
    const text = 'if x:\n    def g():\n# c\n        a\n  # d\n        b\n';
    expect(reindentText(parse(text), 6, text.length, '')).toBe(
      'def g():\n# c\n    a\n# d\n    b\n',
    );
  });

  test('a moved block is the same code with the same strings', () => {
    fc.assert(
      fc.property(python, fc.constantFrom('', '  ', '\t\t'), (text, to) => {
        const newline = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
        const head = `if x:${newline}    if y:${newline}`;
        const nested = head + reindentText(parse(text), 0, text.length, '        ');
        const moved = reindentText(parse(nested), head.length, nested.length, to);
        const after = parse(to === '' ? moved : `if z:${newline}${moved}`);
        expect(after.firstError).toBeNull();
        expect(textsOf(after, 'String', 'FormatString')).toEqual(
          textsOf(parse(text), 'String', 'FormatString'),
        );
        if (to === '') expect(moved).toBe(text);
      }),
    );
  });
});

describe('indentUnit', () => {
  const twos = 'if a:\n  if b:\n    c\n';
  const tabs = 'if a:\n\tif b:\n\t\tc\n';
  test.each([
    ['nothing to go by', 'a\n', 0, '    '],
    ['one-line bodies say nothing', 'if a: b\n', 0, '    '],
    ['two spaces', twos, 0, '  '],
    ['tabs', tabs, 0, '\t'],
    ['a clause', 'try:\n   a\nfinally:\n   b\n', 0, '   '],
    ['match', 'match a:\n   case 1:\n      b\n', 0, '   '],
    ['continuation lines say nothing', 'if (a and\n      b):\n  c\n', 0, '  '],
    ['most of those near', 'if a:\n  b\nif c:\n   d\nif e:\n   f\n', 0, '   '],
    ['a class', 'class A:\n\tdef f(self):\n\t\tpass\n', 0, '\t'],
  ])('%s', (_, text, near, expected) => {
    expect(indentUnit(parse(text), near)).toBe(expected);
  });

  test('the nearest blocks decide', () => {
    const text = twos.repeat(8) + tabs.repeat(4);
    expect(indentUnit(parse(text), 0)).toBe('  ');
    expect(indentUnit(parse(text), text.length)).toBe('\t');
  });
});
