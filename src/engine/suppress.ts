import type { Rule } from '../../transforms/transform.ts';
import type { SyntaxTree } from '../syntax/parse.ts';

/** `# mpfix: ignore` for all rules, `# mpfix: ignore[MP201, nested-worker]` for some. */
const DIRECTIVE = /#\s*mpfix:\s*ignore(?:\[([^\]]*)\])?/;

/** Whether the comment on the line of an offset asks that a rule be silent there. */
export function isSuppressed(offset: number, rule: Rule, tree: SyntaxTree): boolean {
  const line = tree.lines.lineAt(offset);
  const match = DIRECTIVE.exec(tree.lines.textOf(line));
  if (!match) return false;
  const listed = match[1]?.split(',').map((item) => item.trim());
  return !listed || listed.includes(rule.code) || listed.includes(rule.name);
}
