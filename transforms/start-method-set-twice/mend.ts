import type { Edit, Fix, Refusal } from '../../src/edits/fix.ts';
import { insertBefore } from '../../src/edits/insert.ts';
import { takeStatement } from '../../src/edits/move.ts';
import { statementRange } from '../../src/edits/statements.ts';
import { methodLiteral } from '../../src/processes/contexts.ts';
import type { ProcessModel, StartMethodCall } from '../../src/processes/model.ts';
import type { FixingCall } from '../../src/processes/start-methods/fixing.ts';
import type { Earlier } from '../../src/processes/start-methods/order.ts';
import type { Node } from '../../src/syntax/node.ts';
import {
  type Call,
  clausesOf,
  simpleAssignment,
  statementOf,
  unparenthesized,
  wholeStatement,
} from '../../src/syntax/shapes.ts';

type Outcome = Fix | Refusal | null;

/** `if get_start_method() != "spawn":` asks with `allow_none=True`: None is not "spawn" either. */
export function askWithoutFixing(
  setter: StartMethodCall,
  earlier: readonly Earlier<FixingCall>[],
  model: ProcessModel,
): Outcome {
  const [only, ...others] = earlier;
  if (only?.event.kind !== 'query' || others.length > 0 || !setter.method) return null;
  const { call } = only.event;
  const asked = usedOnceAs(call.node, model);
  const test = asked && testAround(asked, setter.call.node);
  if (!test || !isUnequal(asked, setter.method, model)) return null;
  const [given] = call.args;
  const edit: Edit = given
    ? { from: given.from, to: given.to, text: 'allow_none=True' }
    : { from: call.argList.from + 1, to: call.argList.from + 1, text: 'allow_none=True' };
  return {
    applicability: 'safe',
    message: 'ask with allow_none=True, which does not fix the start method',
    edits: [edit],
  };
}

/** Where the value of a call is used: there, or at the only use of the name that it is assigned to. */
function usedOnceAs(call: Node, { semantics }: ProcessModel): Node | null {
  const assigned = call.parent && simpleAssignment(call.parent);
  if (assigned?.value !== call) return call;
  const binding = semantics.bindingOf(assigned.target);
  const [use, ...others] = binding?.references ?? [];
  const isOnly = others.length === 0 && binding?.definitions.length === 1;
  return use && isOnly && assigned.target.kind === 'VariableName' ? use.node : null;
}

/** The test of the `if` whose first block holds a node, where nothing but `and` stands round an operand of it. */
function testAround(operand: Node, held: Node): Node | null {
  const comparison = operand.parent;
  let whole = comparison;
  while (whole && /^(BinaryExpression|ParenthesizedExpression)$/.test(whole.parent?.kind ?? '')) {
    whole = whole.parent;
    if (whole?.kind === 'BinaryExpression' && !whole.child('and')) return null;
  }
  const statement = whole?.parent;
  const first = statement?.kind === 'IfStatement' ? clausesOf(statement)[0] : undefined;
  return whole && first?.header[0] === whole && first.body.contains(held) ? whole : null;
}

function isUnequal(operand: Node, method: string, { semantics }: ProcessModel): boolean {
  const [left, operator, right, ...rest] = operand.parent?.parts ?? [];
  if (!left || !operator || !right || rest.length > 0) return false;
  const other = left === operand ? right : left;
  return semantics.textOf(operator) === '!=' && methodLiteral(other, semantics) === method;
}

/** What to do about a second call, which nothing but its author can remove. */
export function secondCall(
  setter: StartMethodCall,
  earlier: readonly Earlier<FixingCall>[],
  { startMethodCalls }: ProcessModel,
): Refusal | null {
  const first = earlier.find(({ event }) => event.kind === 'setter')?.event.call.node;
  if (!first) return null;
  if (first === setter.call.node) {
    return { refusal: 'set it where the program begins, under the main guard, and nowhere else' };
  }
  const method = startMethodCalls.find(({ call }) => call.node === first)?.method;
  return {
    refusal:
      method && method === setter.method
        ? 'both set the same method: remove one of the two calls'
        : 'a program has one start method: where a part needs another, make its pools, processes and queues from get_context(…)',
  };
}

/** The call goes before the statement that fixes the method, where both are of one block. */
export function moveUp(
  setter: StartMethodCall,
  earlier: readonly Earlier<FixingCall>[],
  model: ProcessModel,
): Fix | Refusal {
  const { tree, semantics } = model;
  const [first] = earlier as [Earlier<FixingCall>];
  const line = tree.lines.lineName(first.at.from);
  const isImported = (node: Node) => !semantics.enclosingFunction(node) && !model.isGuarded(node);
  if (isImported(setter.call.node)) {
    return { refusal: 'do both under a main guard, set_start_method() first' };
  }
  if (isImported(first.at)) {
    return {
      refusal: `${line} runs when the file is imported: do that under the main guard, after set_start_method()`,
    };
  }
  const byHand: Refusal = {
    refusal:
      first.event.kind === 'query'
        ? 'ask with get_start_method(allow_none=True), which does not fix it, and gives None while nothing is set'
        : `set the start method before ${line}`,
  };
  const statement = ownStatement(setter.call, model);
  const block = statement && wholeStatement(statement).parent;
  const places = earlier.map(({ at }) => block?.children.find((child) => child.contains(at)));
  const place = places[0];
  if (!statement || !place || !places.every((each) => each !== undefined)) return byHand;
  const isIndependent = setter.call.args.every(({ value }) =>
    /^(String|Boolean)$/.test(value.kind),
  );
  if (!isIndependent || !isCallableAt(setter.call, place, model)) return byHand;
  const { removal, code } = takeStatement(tree, statement);
  return {
    applicability: isQuietBetween(place, statement, earlier, model) ? 'safe' : 'unsafe',
    message: `set the start method before ${line}`,
    edits: [...removal, ...insertBefore(tree, place, code)],
  };
}

/** The statement that a call is all of, where it has lines of its own. */
function ownStatement({ node }: Call, { tree }: ProcessModel): Node | null {
  const statement = statementOf(node);
  const isWhole =
    statement.kind === 'ExpressionStatement' &&
    unparenthesized(statement.firstChild as Node) === node;
  return isWhole && statementRange(tree, statement) ? statement : null;
}

function isCallableAt({ callee }: Call, place: Node, { semantics }: ProcessModel): boolean {
  return [...callee.walk()].every((node) => {
    const binding = node.kind === 'VariableName' ? semantics.bindingOf(node) : null;
    return !binding || semantics.isBoundAt(binding, place);
  });
}

/** Whether nothing from one statement up to another starts a process, or has a use for the method by then. */
function isQuietBetween(
  place: Node,
  statement: Node,
  earlier: readonly Earlier<FixingCall>[],
  { semantics, starts }: ProcessModel,
): boolean {
  const isBetween = ({ from }: Node) => from >= place.from && from < statement.from;
  return (
    earlier.every(({ event }) => event.kind === 'primitive' || event.kind === 'context') &&
    !starts.some(({ node }) => isBetween(node)) &&
    semantics
      .allCalls()
      .every(
        ({ node, callee }) =>
          !isBetween(node) || semantics.callGraph.functionsOf(callee).length === 0,
      )
  );
}
