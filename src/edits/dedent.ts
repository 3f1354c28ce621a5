import type { SyntaxTree } from '../syntax/parse.ts';
import { parse } from '../syntax/parse.ts';
import { applyEdits } from './apply.ts';
import type { Edit } from './fix.ts';
import { reindentText } from './indent.ts';

/** Whole lines of a file without their common indentation and the line break at the end, with edits to them applied. */
export function dedented(
  tree: SyntaxTree,
  range: { readonly from: number; readonly to: number },
  edits: readonly Edit[] = [],
): string {
  const text = applyEdits(
    tree.text.slice(range.from, range.to),
    edits.map((edit) => ({ ...edit, from: edit.from - range.from, to: edit.to - range.from })),
  );
  // The header gives the indented lines a block to stand in.
  const header = 'if 1:\n';
  const block = parse(header + text);
  return reindentText(block, header.length, block.text.length, '').trimEnd();
}
