/** What stands at the top of a main guard: imports, `set_start_method()`, `freeze_support()`, and then the program. */
import type { Node } from '../syntax/node.ts';
import { statementsOf, unparenthesized } from '../syntax/shapes.ts';
import type { MainGuard, ProcessModel } from './model.ts';

/** The statements of a block one by one, those of a `;` group too. */
export function flatStatements(block: Node): Node[] {
  return statementsOf(block).flatMap((statement) =>
    statement.kind === 'StatementGroup' ? statementsOf(statement) : [statement],
  );
}

/** Whether a guard tests `__name__` and nothing else. */
export function isPlainGuard({ test }: MainGuard): boolean {
  return unparenthesized(test).child('and', 'or') === null;
}

/** The quotation mark that the guard's `"__main__"` has. */
export function quoteOf({ test }: MainGuard, model: ProcessModel): string {
  return model.semantics.textOf(test).includes("'") ? "'" : '"';
}

const QUIET_FUNCTIONS: ReadonlySet<string> = new Set([
  'set_start_method',
  'set_forkserver_preload',
]);

/** Whether a statement, simple or compound, does nothing but set the start method. */
export function onlySetsStartMethod(statement: Node, model: ProcessModel): boolean {
  const calls = new Set(model.startMethodCalls.map(({ call }) => call.node));
  const leaves = leavesOf(statement);
  return (
    leaves.some((leaf) => calls.has(leaf.firstChild as Node)) &&
    leaves.every((leaf) => leaf.kind === 'PassStatement' || isQuietCall(leaf, model))
  );
}

function isQuietCall(statement: Node, { semantics }: ProcessModel): boolean {
  const call = statement.kind === 'ExpressionStatement' && statement.children.length === 1;
  const callee = call ? semantics.call(statement.firstChild as Node)?.callee : undefined;
  const name = callee && semantics.values.qualifiedName(callee);
  return QUIET_FUNCTIONS.has(name?.split('.').at(-1) ?? '');
}

const BRANCHING: ReadonlySet<string> = new Set(['IfStatement', 'TryStatement']);

/** The simple statements of `if` and `try` at any depth; any other statement as it is. */
function leavesOf(statement: Node): Node[] {
  return BRANCHING.has(statement.kind)
    ? statement.childrenOf('Body').flatMap(flatStatements).flatMap(leavesOf)
    : [statement];
}

/** How many of a body's first statements only import, set the start method, or are strings that explain. */
export function preludeLength(body: Node, model: ProcessModel): number {
  const statements = flatStatements(body);
  const end = statements.findIndex(
    (statement) =>
      statement.kind !== 'ImportStatement' &&
      !isBareString(statement) &&
      !onlySetsStartMethod(statement, model),
  );
  return end < 0 ? statements.length : end;
}

function isBareString({ kind, children }: Node): boolean {
  return kind === 'ExpressionStatement' && children.length === 1 && children[0]?.kind === 'String';
}
