/** What is wrong with single characters: letters that are none, a backslash at the end. */

import type { Fault } from '../fault.ts';
import type { Node } from '../node.ts';
import type { SyntaxTree } from '../parse.ts';
import { characterInWords } from '../words.ts';

/** Letters of a newer Unicode than Node's count as right: a newer Python may know them. */
const NO_START = /^[^\p{XID_Start}_\p{Cn}]/u;
const NO_PART = /[^\p{XID_Continue}\p{Cn}]/u;

/** The first character that neither a name nor a string nor a comment makes right. */
export function wrongCharacter(tree: SyntaxTree): Fault | null {
  return wrongLetter(tree) ?? lastBackslash(tree);
}

function wrongLetter({ text, root }: SyntaxTree): Fault | null {
  if (!/[^\0-\x7f]/.test(text)) return null;
  for (const node of root.walk()) {
    if (node.kind !== 'VariableName' && node.kind !== 'PropertyName') continue;
    const name = text.slice(node.from, node.to);
    const wrong = NO_START.exec(name) ?? NO_PART.exec(name);
    if (wrong)
      return {
        message: `a name can't hold ${characterInWords(wrong[0])}`,
        at: node.from + wrong.index,
      };
  }
  return null;
}

/** A backslash joins a line to the next one, which there is none of. */
function lastBackslash({ text, root }: SyntaxTree): Fault | null {
  const end = /\\(?:\r\n?|\n)?$/.exec(text);
  return end && !isLiteral(root, end.index)
    ? { message: 'no line follows the backslash', at: end.index }
    : null;
}

function isLiteral(root: Node, at: number): boolean {
  let node: Node | undefined = root;
  while (node && !/^(?:Comment|String|FormatString)$/.test(node.kind)) {
    node = node.children.find((child) => child.from <= at && at < child.to);
  }
  return node !== undefined;
}
