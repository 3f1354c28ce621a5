import type { Edit, Fix, Refusal } from '../../src/edits/fix.ts';
import { reindentText } from '../../src/edits/indent.ts';
import { insertAfter } from '../../src/edits/insert.ts';
import { freshLocal } from '../../src/edits/names.ts';
import { removeStatements, statementRange } from '../../src/edits/statements.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import { isConditional } from '../../src/processes/pool-life/ways.ts';
import { sharedKind } from '../../src/processes/process-life/shared-state.ts';
import {
  iteratedBy,
  listIn,
  type Waiting,
  waitingOf,
} from '../../src/processes/process-life/waiting.ts';
import { waitsForItem } from '../../src/processes/queue-life/queue-life.ts';
import type { QueueUse } from '../../src/processes/queue-life/queue-uses.ts';
import { codeOf } from '../../src/semantics/code.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import { SIMPLE_STATEMENTS, statementsOf } from '../../src/syntax/shapes.ts';
import { type EarlyJoin, putsOnce } from './find.ts';

/** Moves the joins behind what reads the queue. */
export function moveJoins(early: EarlyJoin, model: ProcessModel): Fix | Refusal {
  const { semantics, tree } = model;
  const queue = `\`${early.queue.name}\``;
  const waiting = waitingOf(early.join.node);
  const block = waiting?.statement.parent;
  if (!waiting || !block || !/^(Script|Body)$/.test(block.kind)) {
    return { refusal: `The \`join()\` is not a statement of its own; read ${queue} before it.` };
  }
  const run = runFrom(waiting.statement, block, model);
  const joins = run[run.length - 1] as Node;
  const last = statementsOf(block).findLast((s) => early.gets.some(({ node }) => s.contains(node)));
  if (!last || !early.gets.every(({ node }) => block.contains(node))) {
    return {
      refusal: `${queue} is read in another block than the \`join()\`; join the processes behind that.`,
    };
  }
  const passed = statementsOf(block).filter((s) => s.index > joins.index && s.index <= last.index);
  const counted = countedLoop(early, passed, waiting, semantics);
  const reason =
    readingReason(early, passed, counted !== null, semantics) ??
    passingReason(early, passed, waiting, model) ??
    rebindingReason(run, passed, model);
  if (reason !== null) return { refusal: reason };
  const ranges = run.map((statement) => statementRange(tree, statement));
  if (ranges.includes(null)) {
    return {
      refusal: `The \`join()\` shares its line with other code; move it behind what reads ${queue}.`,
    };
  }
  const code = ranges
    .map((range) => range && reindentText(tree, range.from, range.to, ''))
    .join('');
  const edits = [
    ...removeStatements(tree, run),
    ...(counted ?? []),
    ...(last.kind === 'ReturnStatement'
      ? returnLast(last, code, model)
      : insertAfter(tree, last, code)),
  ];
  const isSafe =
    !counted &&
    early.lives.every((life) => putsOnce(life, early.puts)) &&
    passed.every((s) => isQuiet(s, semantics) && !mayLookAt(s, early, model));
  return {
    applicability: isSafe ? 'safe' : 'unsafe',
    message: counted
      ? `get one item for each process from ${queue}, and join the processes behind that`
      : `join the processes when ${queue} has been read`,
    edits,
  };
}

/** Keeps what a `return` reads until the code in between has run. */
function returnLast(statement: Node, code: string, { tree, semantics }: ProcessModel): Edit[] {
  const [keyword, value] = statement.children;
  const scope = semantics.scopeOf(statement).frame.node;
  const taken = new Set(semantics.referencesIn(scope).map(({ name }) => name));
  for (const inner of semantics.scopes.all)
    for (const name of inner.bindings.keys()) taken.add(name);
  const name = freshLocal(taken, 'result');
  if (!keyword || !value) return [];
  return [
    { from: keyword.from, to: value.from, text: `${name} = ` },
    ...insertAfter(tree, statement, `${code.replace(/[\r\n]*$/, '\n')}return ${name}\n`),
  ];
}

/** The waiting statement, and those right behind it that wait too. */
function runFrom(first: Node, block: Node, { semantics }: ProcessModel): Node[] {
  const run = [first];
  for (const next of statementsOf(block).filter((s) => s.index > first.index)) {
    const joins = next.descendants('CallExpression').filter((node) => {
      const call = semantics.call(node);
      return call?.args.length === 0 && semantics.attribute(call.callee)?.name === 'join';
    });
    const [join, ...others] = joins;
    if (!join || others.length > 0 || waitingOf(join)?.statement !== next) break;
    run.push(next);
  }
  return run;
}

/** Why what reads the queue can't come first; null where it can. */
function readingReason(
  { queue, gets }: EarlyJoin,
  passed: readonly Node[],
  isCounted: boolean,
  semantics: Semantics,
): string | null {
  const name = `\`${queue.name}\``;
  const unsteady = gets.find((get) => get.call !== null && !waitsForItem(get, semantics));
  if (unsteady) {
    return `\`${semantics.textOf(unsteady.call?.node ?? unsteady.node)}\` gives up where nothing has arrived yet, which before the \`join()\` is no sign that nothing will; get as many items as are put, or up to a sentinel, and join behind that.`;
  }
  if (isCounted) return null;
  const readers = passed.filter((s) => gets.some(({ node }) => s.contains(node)));
  const asks = queue.uses.some(
    ({ kind, node }) => kind === 'look' && passed.some((s) => s.contains(node)),
  );
  if (asks) {
    return `\`empty()\` and \`qsize()\` tell nothing before the processes are done; get as many items from ${name} as are put, or up to a sentinel, and join behind that.`;
  }
  return readers.some(({ kind }) => kind !== 'ForStatement' && !SIMPLE_STATEMENTS.has(kind))
    ? `It is not certain that reading ${name} ends while the processes are at work; read it up to a sentinel, and join behind that.`
    : null;
}

/** Why statements can't run before the processes have ended; null where they can. */
function passingReason(
  { gets, join, lives }: EarlyJoin,
  passed: readonly Node[],
  waiting: Waiting,
  { semantics }: ProcessModel,
): string | null {
  const names = new Set(
    [join.process, ...(waiting.iterated ? [waiting.iterated] : [])].map((n) =>
      semantics.bindingOf(n),
    ),
  );
  for (const statement of passed) {
    const line = semantics.tree.lines.lineName(statement.from);
    if (mayLeave(statement)) {
      return `${capital(line)} may leave before the processes are joined; read the queue first, and decide behind the \`join()\`.`;
    }
    const isRead = gets.some(({ node }) => statement.contains(node));
    const isHarmless =
      isRead || (SIMPLE_STATEMENTS.has(statement.kind) && isTalk(statement, semantics));
    const isAsked = semantics
      .referencesIn(statement)
      .some(
        ({ binding, node }) =>
          binding && names.has(binding) && !isCountOnly(node, statement, semantics),
      );
    const isWatched =
      lives.some(({ uses }) => uses.some(({ node }) => statement.contains(node))) ||
      semantics.referencesIn(statement).some(({ node }) => sharedKind(node, semantics) !== null);
    if (!isHarmless || isAsked || isWatched) {
      return `${capital(line)} runs when the processes have ended; read the queue before the \`join()\`, and leave that line behind it.`;
    }
  }
  return null;
}

/** Why the joins would mean something else behind what reads the queue; null where they don't. */
function rebindingReason(
  run: readonly Node[],
  passed: readonly Node[],
  { semantics }: ProcessModel,
): string | null {
  const isIn = (nodes: readonly Node[], name: Node) => nodes.some((s) => s.contains(name));
  for (const { binding } of run.flatMap((s) => semantics.referencesIn(s))) {
    const names = binding?.definitions.map(({ nameNode }) => nameNode) ?? [];
    const other = names.find((name) => isIn(passed, name));
    if (!other || names.some((name) => isIn(run, name))) continue;
    const line = capital(semantics.tree.lines.lineName(other.from));
    return `${line} gives \`${semantics.textOf(other)}\` to something else; use another name there, and join behind it.`;
  }
  return null;
}

/** Whether a statement may see what the processes do beside filling the queue: in attributes, elements, what they have. */
function mayLookAt(statement: Node, { lives, queue }: EarlyJoin, model: ProcessModel): boolean {
  const { semantics, readInWorkers } = model;
  const given = new Set(
    lives
      .flatMap(({ creation }) => creation.call.args.flatMap(({ value }) => [...value.walk()]))
      .map((node) => (node.kind === 'VariableName' ? semantics.bindingOf(node) : null)),
  );
  const isQueue = (node: Node) => queue.uses.some((use) => use.node === node);
  const looksAtName = semantics.referencesIn(statement).some(({ binding, node }) => {
    const call = node.parent?.parent ? semantics.call(node.parent.parent) : null;
    const isSize = call !== null && /^(range|len)$/.test(semantics.textOf(call.callee));
    const isKnown = binding !== null && (given.has(binding) || readInWorkers.has(binding));
    const isGet =
      call !== null &&
      call.callee === node.parent &&
      semantics.attribute(call.callee)?.name === 'get';
    return isKnown && !isSize && !isGet && !isQueue(node);
  });
  const looksInside = statement
    .descendants('MemberExpression')
    .some(({ parent, firstChild, index }) => {
      const isCalled = parent?.kind === 'CallExpression' && index === 0;
      const isTarget = /^(Assign|Update)Statement$/.test(parent?.kind ?? '') && index === 0;
      const isOfItem = firstChild?.kind === 'CallExpression';
      return !isCalled && !isTarget && !isOfItem;
    });
  return looksAtName || looksInside;
}

/** Whether a statement may leave its block, other than by returning what it reads. */
function mayLeave(statement: Node): boolean {
  return (
    statement.kind !== 'ReturnStatement' &&
    [...codeOf(statement)].some(({ kind }) =>
      /^(Return|Raise|Assert|Yield|Await|Break|Continue)/.test(kind),
    )
  );
}

/** Whether a list of processes is only gone over, for the number of its elements. */
function isCountOnly(name: Node, statement: Node, semantics: Semantics): boolean {
  for (let node = name.parent; node && statement.contains(node); node = node.parent) {
    const iterated =
      node.kind === 'ForStatement'
        ? iteratedBy(node)
        : /Comprehension/.test(node.kind)
          ? (node.parts[5] ?? null)
          : null;
    if (!iterated?.contains(name)) continue;
    const target = node.kind === 'ForStatement' ? node.parts[1] : node.parts[3];
    const binding = target ? semantics.bindingOf(target) : null;
    return (
      listIn(iterated, semantics) !== null &&
      (binding?.references ?? []).every(({ node: use }) => !statement.contains(use))
    );
  }
  return false;
}

const STORES = /^(append|extend|update|add|insert|get)$/;
const COUNTS =
  /^builtins\.(range|len|enumerate|list|dict|set|tuple|sorted|sum|min|max|int|float|str)$/;
const TALKS = /^(builtins\.print|logging\.\w+)$/;

/** Whether all that a statement does is to read the queue and keep what it gets. */
function isQuiet(statement: Node, semantics: Semantics): boolean {
  return callsIn(statement, semantics).every(
    ({ name, method }) => COUNTS.test(name) || STORES.test(method),
  );
}

/** Whether a statement only keeps values or prints. */
function isTalk(statement: Node, semantics: Semantics): boolean {
  return callsIn(statement, semantics).every(
    ({ name, method }) =>
      COUNTS.test(name) || TALKS.test(name) || STORES.test(method) || method === 'join',
  );
}

function callsIn(statement: Node, semantics: Semantics): { name: string; method: string }[] {
  return statement.descendants('CallExpression').flatMap((node) => {
    const call = semantics.call(node);
    if (!call) return [];
    const name = semantics.values.qualifiedName(call.callee) ?? '';
    return [{ name, method: semantics.attribute(call.callee)?.name ?? '' }];
  });
}

/**
 * `while not q.empty():` as a loop over the processes, where each of them puts one item and each turn gets one; null
 * where that is not certain.
 */
function countedLoop(
  { gets, puts, lives, join, queue }: EarlyJoin,
  passed: readonly Node[],
  { iterated }: Waiting,
  semantics: Semantics,
): Edit[] | null {
  const [get, ...others] = gets;
  const loop = passed.find((s) => s.kind === 'WhileStatement' && get && s.contains(get.node));
  if (!get || !loop || others.length > 0 || !iterated || listIn(iterated, semantics) === null)
    return null;
  const [, test, body, ...rest] = loop.parts;
  const looks = queue.uses.filter(({ kind, node }) => kind === 'look' && loop.contains(node));
  const asked = looks[0];
  const isAsking =
    test !== undefined &&
    looks.length === 1 &&
    asked?.call &&
    semantics.textOf(test) === `not ${semantics.textOf(asked.call.node)}` &&
    asked.method === 'empty';
  const isOnePerProcess =
    lives.length === join.creations.length &&
    lives.every((life) => putsOnce(life, puts)) &&
    isOneEach(get, loop);
  const isFree = semantics.referencesIn(loop).every(({ name }) => name !== '_');
  if (
    !isAsking ||
    !isOnePerProcess ||
    !isFree ||
    rest.length > 0 ||
    body?.kind !== 'Body' ||
    iterated.kind !== 'VariableName'
  )
    return null;
  return [{ from: loop.from, to: test.to, text: `for _ in ${semantics.textOf(iterated)}` }];
}

function isOneEach(get: QueueUse, loop: Node): boolean {
  const body = loop.child('Body');
  return (
    body !== null &&
    get.call !== null &&
    !isConditional(get.call.node, body) &&
    !loop.descendants('BreakStatement').length &&
    !loop.descendants('ContinueStatement').length &&
    get.node.ancestor('WhileStatement', 'ForStatement') === loop
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
