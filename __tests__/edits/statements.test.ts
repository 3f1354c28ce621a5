import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits } from '../../src/edits/apply.ts';
import {
  leadingComments,
  removeStatement,
  removeStatements,
  statementRange,
} from '../../src/edits/statements.ts';
import type { Node } from '../../src/syntax/node.ts';
import { parse } from '../../src/syntax/parse.ts';
import { isStatement, statementOf } from '../../src/syntax/shapes.ts';
import { find, kindsOf, python, textsOf } from './python.ts';

/** The statement that `S` names, or that holds it. */
function statementIn(text: string, name = 'S') {
  const tree = parse(text);
  const node = [...tree.root.walk()].find(
    (each) => each.kind === 'VariableName' && text.slice(each.from, each.to) === name,
  );
  return { tree, statement: statementOf(node ?? find(tree, name)) };
}

describe('statementRange', () => {
  test.each<[string, string, string | null]>([
    ['a line', 'a\nS\nb\n', 'S\n'],
    ['the last line without a break', 'a\nS', 'S'],
    ['several lines', 'S = [\n  1,\n]\nb\n', 'S = [\n  1,\n]\n'],
    ['its comments', 'a\n# 1\n# 2\nS  # 3\n# 4\nb\n', '# 1\n# 2\nS  # 3\n'],
    ['not those behind a blank line', '# 1\n\n# 2\nS\n', '# 2\nS\n'],
    ['not those with another indentation', 'if x:\n  a\n# 1\n  # 2\n  S\n', '  # 2\n  S\n'],
    ['not the end of a string', 'a = """\n# no"""\nS\n', 'S\n'],
    ['not a comment behind other code', 'a  # no\nS\n', 'S\n'],
    ['decorators', '# 1\n@d\n# 2\ndef S():\n  pass\n\nb\n', '# 1\n@d\n# 2\ndef S():\n  pass\n'],
    ['a block with a comment at its end', 'def S():\n  a  # 1\n# 2\nb\n', 'def S():\n  a  # 1\n'],
    ['a string at the end', 'S = """\n  x\n"""  # 1\nb\n', 'S = """\n  x\n"""  # 1\n'],
    ['a final semicolon', 'a\nS;  # 1\nb\n', 'S;  # 1\n'],
    ['CRLF', 'a\r\n# 1\r\nS\r\nb\r\n', '# 1\r\nS\r\n'],
    ['lone CR', 'a\r# 1\rS\rb\r', '# 1\rS\r'],
    ['a body behind a backslash is one line', 'if x: \\\n  S\nb\n', null],
    ['a body on its header’s line', 'if x: S\nb\n', null],
    ['a part of a group', 'a; S\nb\n', null],
    ['a body with a comment behind the header', 'if x:  # \\\n  S\nb\n', '  S\n'],
  ])('%s', (_, text, expected) => {
    const { tree, statement } = statementIn(text);
    const range = statementRange(tree, statement);
    expect(range && text.slice(range.from, range.to)).toBe(expected);
  });
});

test('leadingComments are whole lines, none where there are none', () => {
  const { tree, statement } = statementIn('if x:\n  a\n\n  # 1\n  # 2\n  S\n');
  expect(leadingComments(tree, statement)).toEqual({ from: 11, to: 23 });
  const other = statementIn('a\nS\n');
  expect(leadingComments(other.tree, other.statement)).toEqual({ from: 2, to: 2 });
});

describe('removeStatement', () => {
  test.each([
    ['a line', 'a\nS\nb\n', 'a\nb\n'],
    ['with its comments', 'a\n# 1\nS  # 2\nb\n', 'a\nb\n'],
    ['the only one', 'S\n', ''],
    ['the last without a break', 'a\nS', 'a'],
    ['the last without a break, behind blank lines', 'a\n\n\nS', 'a'],
    ['the last', 'a\n\n\nS\n', 'a\n'],
    ['the first', 'S\n\n\na\n', 'a\n'],
    ['the first behind a comment', '# c\n\nS\n\n\na\n', '# c\n\n\na\n'],
    ['the larger gap stays, below', 'a\n\nS\n\n\nb\n', 'a\n\n\nb\n'],
    ['the larger gap stays, above', 'a\n\n\nS\n\nb\n', 'a\n\n\nb\n'],
    ['the first of a body', 'if x:\n  S\n\n  a\n', 'if x:\n  a\n'],
    ['the last of a body', 'if x:\n  a\n\n  S\n\n\nb\n', 'if x:\n  a\n\n\nb\n'],
    ['the only one of a body', 'if x:\n  # 1\n  S  # 2\n\nb\n', 'if x:\n  pass\n\nb\n'],
    ['the only one, many lines', 'if x:\n  S = [\n1]\nb\n', 'if x:\n  pass\nb\n'],
    ['the only one, no break', 'if x:\n\tS', 'if x:\n\tpass'],
    ['the only one, CR', 'if x:\r  S\rb\r', 'if x:\r  pass\rb\r'],
    ['on the header’s line', 'if x: S  # 1\nb\n', 'if x: pass  # 1\nb\n'],
    ['the first part', 'S; a; b\n', 'a; b\n'],
    ['a middle part', 'a; S; b\n', 'a; b\n'],
    ['the last part', 'a; b; S\n', 'a; b\n'],
    ['the last part before a semicolon', 'a; S;  # 1\n', 'a;  # 1\n'],
    ['the only part', 'a\nS;\nb\n', 'a\nb\n'],
    ['the only part in a body', 'if x:\n  S;\nb\n', 'if x:\n  pass\nb\n'],
    ['a part on the header’s line', 'if x: S; a\n', 'if x: a\n'],
    ['a decorated function', 'a\n\n\n@d\ndef S():\n  pass\n\n\nb\n', 'a\n\n\nb\n'],
    ['CRLF', 'a\r\n\r\nS\r\n\r\nb\r\n', 'a\r\n\r\nb\r\n'],
    ['a clause’s body', 'try:\n  S\nfinally:\n  a\n', 'try:\n  pass\nfinally:\n  a\n'],
  ])('%s', (_, text, expected) => {
    const { tree, statement } = statementIn(text);
    expect(applyEdits(text, removeStatement(tree, statement))).toBe(expected);
  });

  test.each([
    ['without comments', 'a\n\nS\n\nb\n', 'a\n\nb\n'],
    ['above', 'a\n# 1\nS\nb\n', 'a\n# 1\nb\n'],
    ['behind', 'a\nS  # 1\nb\n', 'a\n# 1\nb\n'],
    ['inside', 'if x:\n  S(1,  # 1\n    2)  # 2\n  b\n', 'if x:\n  # 1\n  # 2\n  b\n'],
    ['inside only', 'if x:\n  S(1,  # 1\n    2)\n  b\n', 'if x:\n  # 1\n  b\n'],
    [
      'the only one of a body',
      'if x:\n  # 0\n  S(  # 1\n  )  # 2\nb\n',
      'if x:\n  # 0\n  # 1\n  pass  # 2\nb\n',
    ],
    ['a group in a body', 'if x:\n  S;  # 1\nb\n', 'if x:\n  pass  # 1\nb\n'],
    ['a group', 'a\nS;  # 1\nb\n', 'a\n# 1\nb\n'],
    ['no break', 'a\r\n# 1\r\nS', 'a\r\n# 1'],
  ])('keeps comments: %s', (_, text, expected) => {
    const { tree, statement } = statementIn(text);
    const edits = removeStatement(tree, statement, { keepComments: true });
    expect(applyEdits(text, edits)).toBe(expected);
  });

  test('leaves the rest as it is', () => {
    fc.assert(
      fc.property(python, fc.nat(), fc.boolean(), (text, pick, keepComments) => {
        const tree = parse(text);
        const statements = [...tree.root.walk()].filter(
          (node) =>
            isStatement(node) &&
            node.kind !== 'StatementGroup' &&
            node.parent?.kind !== 'DecoratedStatement',
        );
        const statement = statements[pick % statements.length] as Node;
        const result = applyEdits(text, removeStatement(tree, statement, { keepComments }));
        const after = parse(result);
        expect(after.firstError).toBeNull();
        const inside = new Set([...statement.walk()]);
        const names = (node: Node) => !inside.has(node) && node.kind === 'VariableName';
        const left = [...tree.root.walk()].filter(names).map((n) => text.slice(n.from, n.to));
        expect(textsOf(after, 'VariableName')).toEqual(left);
        if (keepComments) expect(textsOf(after, 'Comment')).toEqual(textsOf(tree, 'Comment'));
      }),
    );
  });
});

describe('removeStatements', () => {
  const remove = (text: string, ...names: string[]) => {
    const { tree } = statementIn(text, names[0]);
    const statements = names.map((name) =>
      statementOf(
        [...tree.root.walk()].find(
          (n) => n.kind === 'VariableName' && text.slice(n.from, n.to) === name,
        ) as Node,
      ),
    );
    return applyEdits(text, removeStatements(tree, statements));
  };

  test.each([
    ['neighbours', 'a\n\nS\n\nT\n\nb\n', 'a\n\nb\n'],
    ['neighbours with a comment of their own between', 'a\nS\n# c\n\nT\nb\n', 'a\n# c\n\nb\n'],
    ['apart', 'S\n\na\n\nT\n', 'a\n'],
    ['all of a body', 'if x:\n  S\n\n  T\nb\n', 'if x:\n\n  pass\nb\n'],
    ['two parts', 'S; T; a\n', 'a\n'],
    ['parts around another', 'S; a; T\n', 'a\n'],
    ['parts behind another', 'a; S; T\n', 'a\n'],
    ['all parts', 'a\nS; T\nb\n', 'a\nb\n'],
    ['in two blocks', 'if x:\n  S\nelse:\n  a\n  T\n', 'if x:\n  pass\nelse:\n  a\n'],
  ])('%s', (_, text, expected) => {
    expect(remove(text, 'S', 'T')).toBe(expected);
    expect(remove(text, 'T', 'S')).toBe(expected);
  });

  test('removing every other statement leaves Python', () => {
    fc.assert(
      fc.property(python, fc.infiniteStream(fc.boolean()), (text, choose) => {
        const tree = parse(text);
        const chosen: Node[] = [];
        for (const node of tree.root.walk()) {
          const isPart = isStatement(node) && node.parent?.kind !== 'DecoratedStatement';
          if (isPart && node.kind !== 'StatementGroup' && choose.next().value) chosen.push(node);
        }
        const after = parse(applyEdits(text, removeStatements(tree, chosen)));
        expect(after.firstError).toBeNull();
        if (chosen.length === 0) expect(kindsOf(after.root)).toEqual(kindsOf(tree.root));
      }),
    );
  });
});
