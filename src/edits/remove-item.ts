import type { Node } from '../syntax/node.ts';
import type { Edit } from './fix.ts';

/**
 * Takes an item with its comma out of a list: of arguments, parameters, a tuple, a dict, the names of an assignment.
 * A tuple in parentheses stays one.
 */
export function removeItem(list: Node, { from, to }: { from: number; to: number }): Edit[] {
  const { parts } = list;
  const after = parts.find((part) => part.from >= to) ?? null;
  const before = parts.findLast((part) => part.to <= from) ?? null;
  const isFollowed = after?.kind === ',' && after.next && after.next !== closingOf(list);
  const commas = parts.filter(({ kind }) => kind === ',').length;
  const isLastPair = list.kind === 'TupleExpression' && commas === 1;
  if (isFollowed && after.next) {
    const end = parts.at(-1)?.from ?? list.to;
    const comma = isLastPair ? [{ from: end, to: end, text: ',' }] : [];
    return [{ from, to: after.next.from, text: '' }, ...comma];
  }
  if (before?.kind === ',' && before.previous) {
    return [{ from: before.previous.to, to, text: isLastPair ? ',' : '' }];
  }
  return [{ from, to: after?.kind === ',' ? after.to : to, text: '' }];
}

function closingOf(list: Node): Node | null {
  const { lastChild } = list;
  return lastChild && /^[)\]}]$/.test(lastChild.kind) ? lastChild : null;
}
