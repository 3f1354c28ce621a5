import type { Node } from '../syntax/node.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import type { Edit } from './fix.ts';

/** Puts items behind those of a bracketed list: arguments, parameters, a tuple, a list. */
export function append(tree: SyntaxTree, list: Node, items: readonly string[]): Edit[] {
  const parts = list.parts.slice(1, -1);
  const last = parts.findLast((part) => part.kind !== ',');
  if (!last) {
    const comma = list.kind === 'TupleExpression' && items.length === 1 ? ',' : '';
    return [insertion(list.from + 1, items.join(', ') + comma)];
  }
  const comma = parts.at(-1)?.kind === ',' ? (parts.at(-1) as Node) : null;
  const lineBreak = lineBreakBefore(tree, last, list);
  if (lineBreak === null) return onSameLine(tree, list, last, comma, items);
  const endOfLine = tree.lines.endOf(tree.lines.lineAt((comma ?? last).to));
  const at = Math.min(endOfLine, list.to - 1);
  const text = items.map((item) => lineBreak + item).join(',');
  return comma
    ? [insertion(at, `${text},`)]
    : at === last.to
      ? [insertion(at, `,${text}`)]
      : [insertion(last.to, ','), insertion(at, text)];
}

function onSameLine(
  tree: SyntaxTree,
  list: Node,
  last: Node,
  comma: Node | null,
  items: readonly string[],
): Edit[] {
  const text = items.map((item) => `, ${item}`).join('');
  const isTight = comma && !/[\r\n]/.test(tree.text.slice(comma.to, list.to));
  return [isTight ? { from: comma.from, to: list.to - 1, text } : insertion(last.to, text)];
}

function insertion(at: number, text: string): Edit {
  return { from: at, to: at, text };
}

/** The line break and indentation before the last item, where it begins a line; null where it does not. */
function lineBreakBefore(tree: SyntaxTree, last: Node, list: Node): string | null {
  const from = startOf(last, list);
  const line = tree.lines.lineAt(from);
  return tree.text.slice(tree.lines.startOf(line), from).trim() === '' && line > 0
    ? tree.text.slice(tree.lines.endOf(line - 1), from)
    : null;
}

/** Where the item begins that a part of the list ends: `name` of `name=value`. */
function startOf(last: Node, list: Node): number {
  let first = last;
  for (let node = last.previous; node && node !== list.firstChild && node.kind !== ','; ) {
    first = node;
    node = node.previous;
  }
  return first.from;
}
