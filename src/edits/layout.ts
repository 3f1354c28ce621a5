import type { Node } from '../syntax/node.ts';
import type { SyntaxTree } from '../syntax/parse.ts';

/** What a line begins with; `string` where it begins inside a string literal, so that its blanks are content. */
export type LineKind = 'code' | 'comment' | 'blank' | 'string';

const STRINGS: ReadonlySet<string> = new Set(['String', 'FormatString']);

/** The kinds of a text's lines, by index from 0. */
export class Layout {
  private readonly inString = new Set<number>();

  constructor(private readonly tree: SyntaxTree) {
    for (const node of tree.root.walk((child) => !STRINGS.has(child.parent?.kind ?? ''))) {
      if (!STRINGS.has(node.kind)) continue;
      const last = tree.lines.lineAt(node.to);
      for (let line = tree.lines.lineAt(node.from) + 1; line <= last; line++) {
        this.inString.add(line);
      }
    }
  }

  kindOf(line: number): LineKind {
    if (this.inString.has(line)) return 'string';
    const first = /[^ \t\f]/.exec(this.tree.lines.textOf(line))?.[0];
    return first === undefined ? 'blank' : first === '#' ? 'comment' : 'code';
  }

  /** How many blank lines end right above a line. */
  blanksAbove(line: number): number {
    let above = line;
    while (above > 0 && this.kindOf(above - 1) === 'blank') above--;
    return line - above;
  }

  /** How many blank lines begin with this line; the nothing behind a final line break is none. */
  blanksFrom(line: number): number {
    const { lines, text } = this.tree;
    let below = line;
    while (lines.startOf(below) < text.length && this.kindOf(below) === 'blank') below++;
    return below - line;
  }
}

const layouts = new WeakMap<SyntaxTree, Layout>();

/** The tree's layout, made once. */
export function layoutOf(tree: SyntaxTree): Layout {
  let layout = layouts.get(tree);
  if (!layout) {
    layout = new Layout(tree);
    layouts.set(tree, layout);
  }
  return layout;
}

/** The line end to use for a line added at an offset: that of its line or the one above, else the text's. */
export function newlineAt(tree: SyntaxTree, offset: number): string {
  const { lines, text } = tree;
  const line = lines.lineAt(offset);
  for (const near of [line, line - 1]) {
    const newline = near < 0 ? '' : text.slice(lines.endOf(near), lines.startOf(near + 1));
    if (newline !== '') return newline;
  }
  return lines.newline;
}

/** Generated code with the line ends of a file; what was `\r\n` or `\r` already stays. */
export function withNewlines(code: string, newline: string): string {
  return newline === '\n' ? code : code.replace(/(?<!\r)\n/g, newline);
}

/** The offset behind a node's last token, without the comments and line break that compound statements include. */
export function codeEnd(node: Node): number {
  if (STRINGS.has(node.kind)) return node.to;
  for (let i = node.children.length - 1; i >= 0; i--) {
    const child = node.children[i] as Node;
    if (child.kind !== 'Comment' && child.to > child.from) return codeEnd(child);
  }
  return node.to;
}
