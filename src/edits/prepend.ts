import type { Node } from '../syntax/node.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import type { Edit } from './fix.ts';

/** Puts items in front of those of a bracketed list: arguments, parameters, a tuple, a list. */
export function prepend(tree: SyntaxTree, list: Node, items: readonly string[]): Edit[] {
  const inner = list.children.slice(1, -1);
  const first = inner.find((child) => child.kind !== 'Comment');
  if (!first) {
    const comma = list.kind === 'TupleExpression' && items.length === 1 ? ',' : '';
    const at = list.from + 1;
    return [{ from: at, to: at, text: items.join(', ') + comma }];
  }
  const separator = `,${lineBreakBefore(tree, first, list) ?? ' '}`;
  const edits = [{ from: first.from, to: first.from, text: [...items, ''].join(separator) }];
  const last = inner[inner.length - 1];
  const isTight = last?.kind === ',' && list.to - last.to === 1;
  const isSingle = inner.filter((child) => child.kind === ',').length === 1;
  // `(x,)` needs its comma, `(a, x)` does not.
  if (isTight && isSingle && list.kind === 'TupleExpression') {
    edits.push({ from: last.from, to: last.to, text: '' });
  }
  return edits;
}

/** What stands between lines of a list that has one item a line; null where several share a line. */
function lineBreakBefore(tree: SyntaxTree, first: Node, list: Node): string | null {
  const line = tree.lines.lineAt(first.from);
  const startsLine = tree.text.slice(tree.lines.startOf(line), first.from).trim() === '';
  const second = list.children.find((child) => child.kind === ',')?.next;
  const sharesLine = second && second !== list.lastChild && tree.lines.lineAt(second.from) === line;
  if (!startsLine || sharesLine) return null;
  const previousEnd = tree.lines.endOf(line - 1);
  return tree.text.slice(previousEnd, first.from);
}
