import type { Node } from '../syntax/node.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import type { Edit } from './fix.ts';
import { reindentText } from './indent.ts';
import { removeStatement, statementRange } from './statements.ts';

/** A statement taken out of its place: the edits that remove it, and its text with its comments, not indented. */
export interface TakenStatement {
  readonly removal: readonly Edit[];
  readonly code: string;
}

/** Takes a statement and the comments that describe it out of its place, for `insertAtBodyStart` and the like. */
export function takeStatement(tree: SyntaxTree, statement: Node): TakenStatement {
  const range = statementRange(tree, statement);
  const code = range
    ? reindentText(tree, range.from, range.to, '')
    : tree.text.slice(statement.from, statement.to);
  return { removal: removeStatement(tree, statement), code };
}
