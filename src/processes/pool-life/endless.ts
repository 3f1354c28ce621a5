import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { type Call, statementsOf } from '../../syntax/shapes.ts';
import type { Worker } from '../model.ts';

/** Functions whose result ends when their argument does. */
const PASSING = new Set(
  ['builtins.enumerate', 'builtins.filter', 'builtins.iter', 'builtins.map', 'tqdm.tqdm'].concat([
    'itertools.chain',
    'itertools.starmap',
  ]),
);

/** Whether an expression may be an iterable without an end, as far as the file tells. */
export function isEndless(
  expression: Node,
  semantics: Semantics,
  seen: ReadonlySet<Node> = new Set(),
): boolean {
  if (seen.has(expression)) return false;
  const known = new Set([...seen, expression]);
  return semantics.values.sources(expression).some((source) => {
    const call = semantics.call(source);
    if (call) return isEndlessCall(call, semantics, known);
    const iterated = /Comprehension/.test(source.kind)
      ? source.children.filter((child) => child.previous?.kind === 'in')
      : [];
    return iterated.some((each) => isEndless(each, semantics, known));
  });
}

function isEndlessCall({ callee, args }: Call, semantics: Semantics, seen: ReadonlySet<Node>) {
  const name = semantics.values.qualifiedName(callee) ?? '';
  if (name === 'itertools.count' || name === 'itertools.cycle') return true;
  if (name === 'itertools.repeat') return args.length === 1;
  if (name === 'builtins.iter' && args.length > 1) return true;
  if (PASSING.has(name)) return args.some(({ value }) => isEndless(value, semantics, seen));
  return semantics.values.definitions(callee).some(isEndlessGenerator);
}

/** A function that gives values in a `while True:` which nothing but its caller ends. */
function isEndlessGenerator(definition: Node): boolean {
  const body = definition.kind === 'FunctionDefinition' ? definition.child('Body') : null;
  return body !== null && statementsOf(body).some(isEndlessLoop);
}

function isEndlessLoop(statement: Node): boolean {
  return goesOnForever(statement) && [...statement.walk()].some(({ kind }) => /^Yield/.test(kind));
}

/** Whether a statement is a `while True:` without a way out. */
function goesOnForever(statement: Node): boolean {
  const test = statement.kind === 'WhileStatement' ? statement.children[1] : null;
  const isForever = test?.kind === 'Boolean' || test?.kind === 'Number';
  return isForever && ![...statement.walk()].some(({ kind }) => LEAVES.test(kind));
}

/** Whether a worker of this file ends, as far as its own loops tell; one that is not known may not. */
export function comesToEnd({ definition }: Worker): boolean {
  return definition !== null && ![...definition.walk()].some(goesOnForever);
}

/** Methods and functions that wait until other code does something. */
const WAITS =
  /^(accept|communicate|handle_request|input|listen|loop_forever|pause|poll|recv\w*|result|run_forever|select|serve\w*|sigwait|start_consuming|wait\w*)$/;
/** These wait where they are given nothing: `queue.get()`, `thread.join()`, `server.run()`. */
const WAITS_BARE = /^(get|join|run)$/;

/**
 * Whether a worker ends whatever other code does, as far as the file tells: neither it nor a function of this file that
 * it calls waits, or goes on until something happens.
 */
export function isSureToEnd(
  { definition }: Pick<Worker, 'definition'>,
  semantics: Semantics,
  seen: Set<Node> = new Set(),
): boolean {
  if (definition === null) return false;
  if (seen.has(definition)) return true;
  seen.add(definition);
  return [...definition.walk()].every((node) => {
    if (node.kind === 'WhileStatement') return isCounting(node, definition, semantics);
    if (node.kind === 'ForStatement') {
      return !node.children.some((c) => c.previous?.kind === 'in' && isEndless(c, semantics));
    }
    const call = semantics.call(node);
    if (!call) return true;
    const own = semantics.values.definitions(call.callee);
    if (own.length > 0)
      return own.every((each) => isSureToEnd({ definition: each }, semantics, seen));
    return !mayWait(call, semantics);
  });
}

function mayWait({ callee, args, node }: Call, semantics: Semantics): boolean {
  const name = semantics.attribute(callee)?.name ?? semantics.textOf(callee);
  if (name === 'acquire') {
    const fn = semantics.enclosingFunction(node);
    return fn === null || !semantics.textOf(fn).includes('.release(');
  }
  return WAITS.test(name) || (WAITS_BARE.test(name) && args.every((arg) => arg.name !== null));
}

/** `while n > 1:`, which nothing but the function itself can end or prolong. */
function isCounting(loop: Node, definition: Node, semantics: Semantics): boolean {
  const nodes = [...(loop.parts[1]?.walk() ?? [])];
  const names = nodes.filter(({ kind }) => kind === 'VariableName');
  return (
    names.length > 0 &&
    names.every((name) => semantics.bindingOf(name)?.scope.node === definition) &&
    !nodes.some(({ kind }) => /^(Call|Member|Await)Expression$/.test(kind))
  );
}

const LEAVES = /^(BreakStatement|ReturnStatement|RaiseStatement)$/;
