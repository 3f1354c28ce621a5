import type { Node } from '../syntax/node.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import { functionOf, simpleAssignment, statementsOf } from '../syntax/shapes.ts';
import type { Edit } from './fix.ts';
import { insertAfter, insertAtBodyStart, startOfCode } from './insert.ts';
import { partsOf } from './statements.ts';

/** Lets a function begin with statements that bind names of the module. Null for a body without a statement. */
export function setGlobals(
  tree: SyntaxTree,
  body: Node,
  names: readonly string[],
  statements: readonly string[],
): Edit[] | null {
  const declaration = openingGlobal(tree, body);
  const last = lastOfOpening(tree, body, declaration);
  const declared = (declaration?.childrenOf('VariableName') ?? []).map(({ from, to }) =>
    tree.text.slice(from, to),
  );
  const missing = names.filter((name) => !declared.includes(name));
  const at = declaration?.lastChild?.to;
  const isExtended = at !== undefined;
  const code = [...(isExtended ? [] : globalLine(names)), ...statements].join('\n');
  const inserted = last ? insertAfter(tree, last, code) : insertAtBodyStart(tree, body, code);
  if (!inserted || !isExtended) return inserted;
  return [...missing.map((name) => ({ from: at, to: at, text: `, ${name}` })), ...inserted];
}

/** `global a, b`, for those that there are. */
export function globalLine(names: readonly string[]): string[] {
  return names.length > 0 ? [`global ${names.join(', ')}`] : [];
}

/** The `global` statement that a body begins with, on a line of its own. */
function openingGlobal(tree: SyntaxTree, body: Node): Node | null {
  const first = statementsOf(body).flatMap(partsOf)[startOfCode(tree, body)];
  return first?.firstChild?.kind === 'global' && first.parent === body ? first : null;
}

/** The last of the statements at the start of a function that give names the values of its parameters. */
function lastOfOpening(tree: SyntaxTree, body: Node, declaration: Node | null): Node | null {
  const textOf = ({ from, to }: Node) => tree.text.slice(from, to);
  const params = functionOf(body.parent as Node, tree.text)?.params.map(({ name }) => name) ?? [];
  const statements = statementsOf(body).flatMap(partsOf).slice(startOfCode(tree, body));
  let last = declaration;
  for (const statement of declaration ? statements.slice(1) : statements) {
    const value = simpleAssignment(statement)?.value;
    if (statement.parent !== body || !value || !params.includes(textOf(value))) break;
    last = statement;
  }
  return last;
}
