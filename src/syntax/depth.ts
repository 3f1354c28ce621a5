/** How deep blanks indent a line: CPython compares the columns with tabs of eight and with tabs of one. */
export function depthOf(blanks: string, tab: 8 | 1 = 8): number {
  let column = 0;
  for (const blank of blanks) {
    if (blank === '\f') column = 0;
    else column += blank === '\t' ? tab - (column % tab) : 1;
  }
  return column;
}

export function isSameDepth(one: string, other: string): boolean {
  return depthOf(one) === depthOf(other) && depthOf(one, 1) === depthOf(other, 1);
}
