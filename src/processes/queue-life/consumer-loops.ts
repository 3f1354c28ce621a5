/** Loops in which a worker takes one item of a queue or pipe after the other, and what ends them. */
import { codeOf } from '../../semantics/code.ts';
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { clausesOf, simpleAssignment, statementOf } from '../../syntax/shapes.ts';
import { waitsForItem } from './queue-life.ts';
import type { QueueUse } from './queue-uses.ts';

export interface ConsumerLoop {
  readonly get: QueueUse;
  readonly loop: Node;
  /** The item that ends it, as it is written; null where nothing does. */
  readonly sentinel: string | null;
  /** The name that the loop gives the item; null where it has none. */
  readonly item: Node | null;
}

/** The loop that a `get` feeds; null where it has other ends than an item, or ends that are not seen. */
export function consumerLoop(get: QueueUse, semantics: Semantics): ConsumerLoop | null {
  if (get.call === null) return iteratedLoop(get, semantics);
  const loop = get.node.ancestor(
    'WhileStatement',
    'FunctionDefinition',
    'ForStatement',
    'LambdaExpression',
  );
  const test = loop?.kind === 'WhileStatement' ? loop.parts[1] : null;
  if (!loop || !test || !/^(True|1)$/.test(semantics.textOf(test))) return null;
  if (!waitsForItem(get, semantics) || loop.child('else')) return null;
  const assigned = simpleAssignment(statementOf(get.node));
  const isKept = assigned?.value === get.call.node && assigned.target.kind === 'VariableName';
  const item = isKept ? assigned.target : null;
  const ends = endsIn(loop, semantics).filter((end) => !isAtEndOfPipe(end, get, semantics));
  if (ends.length === 0) {
    return mayEndByItem(loop, get, semantics) ? null : { get, loop, sentinel: null, item };
  }
  const sentinels = new Set(ends.map((end) => sentinelOf(end, item, loop, semantics)));
  const [sentinel = null] = sentinels;
  return sentinels.size === 1 && sentinel !== null ? { get, loop, sentinel, item } : null;
}

/** `for item in iter(q.get, None):` */
function iteratedLoop(get: QueueUse, semantics: Semantics): ConsumerLoop | null {
  const node = get.node.ancestor('CallExpression');
  const call = node ? semantics.call(node) : null;
  const loop =
    node?.parent?.kind === 'ForStatement' && node.previous?.kind === 'in' ? node.parent : null;
  const sentinel = call?.args[1]?.value;
  if (!loop || !sentinel || endsIn(loop, semantics).length > 0) return null;
  return isPlain(sentinel) ? { get, loop, sentinel: semantics.textOf(sentinel), item: null } : null;
}

/** What may end a loop from inside, exceptions that are not raised in it left aside. */
function endsIn(loop: Node, semantics: Semantics): Node[] {
  return [...codeOf(loop)].filter((node) => {
    if (/^(Return|Raise)Statement$|^Yield/.test(node.kind)) return true;
    if (node.kind === 'BreakStatement')
      return node.ancestor('WhileStatement', 'ForStatement') === loop;
    const call = semantics.call(node);
    return (
      call !== null &&
      /(^|[._])(exit|_exit|quit|abort|kill|terminate)$/.test(semantics.textOf(call.callee))
    );
  });
}

/** Whether an end is for when nobody has the other side of a pipe open any more. */
function isAtEndOfPipe(end: Node, get: QueueUse, semantics: Semantics): boolean {
  const statement = get.method === 'get' ? null : end.ancestor('TryStatement');
  const [body, ...others] = statement ? clausesOf(statement) : [];
  const handler = others.find((clause) => clause.body.contains(end));
  return (
    body?.body.contains(get.node) === true &&
    handler?.keyword.kind === 'except' &&
    handler.header.map((each) => semantics.textOf(each)).join(' ') === 'EOFError'
  );
}

const ENDS_PROCESS = /\b(exit|_exit|quit|abort|SystemExit|kill|terminate|raise)\b/;
const PLAIN_CALLS = /^(builtins|time|logging|math|os\.path)\./;
const PLAIN_METHODS =
  /^(get|put|recv|send|append|add|extend|info|debug|write|format|task_done|join|split|strip|lower|upper|sleep)$/;

/** Whether code that the loop runs may end the process when it is given a certain item. */
function mayEndByItem(loop: Node, get: QueueUse, semantics: Semantics): boolean {
  return loop.descendants('CallExpression').some((node) => {
    const call = semantics.call(node);
    if (!call || node === get.call?.node) return false;
    const functions = semantics.callGraph.functionsOf(call.callee);
    if (functions.length > 0)
      return functions.some((fn) => ENDS_PROCESS.test(semantics.textOf(fn)));
    const name = semantics.values.qualifiedName(call.callee) ?? '';
    const method = semantics.attribute(call.callee)?.name ?? '';
    return !PLAIN_CALLS.test(name) && !PLAIN_METHODS.test(method);
  });
}

/** The item that leads to an end: `None` of `if item is None: break`; null for other ends. */
function sentinelOf(end: Node, item: Node | null, loop: Node, semantics: Semantics): string | null {
  const body = end.parent;
  const condition = body?.parent;
  const isDirect = condition?.kind === 'IfStatement' && condition.parent?.parent === loop;
  const isFirst = condition?.children.find(({ kind }) => kind === 'Body') === body;
  const test = isDirect && isFirst ? condition.parts[1] : null;
  if (!item || !/^(Break|Return)Statement$/.test(end.kind) || test?.kind !== 'BinaryExpression')
    return null;
  const [left, operator, right] = test.parts;
  if (!left || !operator || !right || test.parts.length !== 3) return null;
  const isSame = /^(==|is)$/.test(semantics.textOf(operator));
  const isItem = left.kind === 'VariableName' && semantics.textOf(left) === semantics.textOf(item);
  return isSame && isItem && isPlain(right) ? semantics.textOf(right) : null;
}

function isPlain({ kind }: Node): boolean {
  return /^(None|String|Number|Boolean)$/.test(kind);
}
