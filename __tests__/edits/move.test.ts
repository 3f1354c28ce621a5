import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits } from '../../src/edits/apply.ts';
import { insertBefore } from '../../src/edits/insert.ts';
import { takeStatement } from '../../src/edits/move.ts';
import type { Node } from '../../src/syntax/node.ts';
import { parse } from '../../src/syntax/parse.ts';
import { statementsOf } from '../../src/syntax/shapes.ts';
import { python, textsOf } from './python.ts';

/** The comments and strings of a text, in no order. */
const literals = (text: string) => textsOf(parse(text), 'Comment', 'String', 'FormatString').sort();

test('a statement that moves up takes its text along, and everything else stays', () => {
  fc.assert(
    fc.property(python, fc.nat(), fc.nat(), (text, pick, place) => {
      const tree = parse(text);
      const statements = statementsOf(tree.root);
      fc.pre(statements.length > 2);
      const from = 2 + (pick % (statements.length - 2));
      const moved = statements[from] as Node;
      const target = statements[place % (from - 1)] as Node;
      const { removal, code } = takeStatement(tree, moved);
      const result = applyEdits(text, [
        ...insertBefore(tree, target, `${code.trimEnd()}\n`),
        ...removal,
      ]);
      expect(parse(result).firstError).toBeNull();
      expect(literals(result)).toEqual(literals(text));
      expect(statementsOf(parse(result).root)).toHaveLength(statements.length);
    }),
  );
});
