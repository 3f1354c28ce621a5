import type { Node } from '../syntax/node.ts';

/** The nodes that run when a statement or a body runs: of a `def` or lambda only what defines it. */
export function codeOf(root: Node): Generator<Node> {
  return root.walk(runsAtOnce);
}

function runsAtOnce(node: Node): boolean {
  const owner = node.parent;
  return !(
    (owner?.kind === 'FunctionDefinition' && node.kind === 'Body') ||
    (owner?.kind === 'LambdaExpression' && node === owner.lastChild)
  );
}

/** Whether control never goes on behind a statement, since it says where to go on. */
export function isJump(statement: Node): boolean {
  return JUMPS.test(statement.kind);
}

const JUMPS = /^(Return|Raise|Continue|Break)Statement$/;

/** The name that an expression's attributes, elements and method results are taken from: `a` of `a.b[0].c()`. */
export function rootName(expression: Node): Node | null {
  let node: Node | null = expression;
  while (node && (node.kind === 'MemberExpression' || node.kind === 'CallExpression')) {
    node = node.firstChild;
  }
  return node?.kind === 'VariableName' ? node : null;
}
