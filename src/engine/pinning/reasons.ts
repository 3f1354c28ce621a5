import type { Rule } from '../../../transforms/transform.ts';
import type { Edit } from '../../edits/fix.ts';
import { insertLines } from '../../edits/insert.ts';
import type { ProcessModel } from '../../processes/model.ts';
import type { PinSite } from '../../processes/pin-sites.ts';
import type { Node } from '../../syntax/node.ts';
import type { SyntaxTree } from '../../syntax/parse.ts';
import { statementOf, wholeStatement } from '../../syntax/shapes.ts';

/** Lines are not made longer than this, in code units. */
const LINE_LIMIT = 88;

/** Comments that say of each site that it still depends on fork, and why. */
export function reasonEdits(
  sites: readonly PinSite[],
  rulesFor: (site: PinSite) => readonly Rule[],
  { tree }: ProcessModel,
): Edit[] {
  const byLine = new Map<number, Set<string>>();
  for (const site of sites) {
    const line = tree.lines.lineAt(lineOwner(site.node, tree).from);
    const words = byLine.get(line) ?? new Set();
    byLine.set(line, words);
    for (const { summary, code } of rulesFor(site)) words.add(`${summary} (${code})`);
  }
  return [...byLine].map(([line, reasons]) => {
    const indent = tree.lines.indentAt(tree.lines.startOf(line));
    const text = `Depends on fork: ${[...reasons].join('; ')}.`;
    return insertLines(tree, line, commentOf(text, indent), indent, 0, 0);
  });
}

/** The innermost statement that a node lies in and that begins its line. */
function lineOwner(node: Node, tree: SyntaxTree): Node {
  let owner = wholeStatement(statementOf(node));
  while (owner.parent && !beginsLine(owner, tree)) {
    owner = wholeStatement(statementOf(owner.parent));
  }
  return owner;
}

function beginsLine({ from }: Node, { lines, text }: SyntaxTree): boolean {
  const start = lines.lineStart(from);
  return text.slice(start, from).trim() === '' && !/\\(\r\n|\r|\n)$/.test(text.slice(0, start));
}

/** Words as comment lines that are not too long behind an indentation. */
function commentOf(text: string, indent: string): string {
  const width = Math.max(40, LINE_LIMIT - indent.length);
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(`# ${word}`);
  }
  return lines.join('\n');
}
