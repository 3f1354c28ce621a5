/** What a function of AWS Lambda reaches that Lambda has no place for. */
import type { Definition } from '../semantics/scopes.ts';
import type { Node } from '../syntax/node.ts';
import { apiOf } from './libraries.ts';
import type { ProcessModel } from './model.ts';
import { isCaught } from './start-methods/caught.ts';

/** A call that needs semaphores or shared memory, and the handler that leads to it. */
export interface ServerlessCall {
  readonly node: Node;
  /** `Pool`, `Queue`, `get_reusable_executor`. */
  readonly made: string;
  /** The handler's name; null where the module makes it as soon as it is imported. */
  readonly handler: string;
  readonly isAtImport: boolean;
}

const HANDLER = /\bdef\s+(lambda_handler|handler)\s*\(\s*event\b[^)]*\bcontext\b/;

/** What says that a plain `handler` is one of Lambda. */
const AMAZON = /\b(boto3|botocore|aioboto3|chalice|aws\w*)\b/i;

/** Programs that ask where they run have a way round it. */
const ASKS_WHERE = /AWS_LAMBDA_|AWS_EXECUTION_ENV|LAMBDA_TASK_ROOT|\/dev\/shm/;

/** What of `multiprocessing` works without `/dev/shm`: all else that it makes needs it. */
const PRIMITIVES =
  /^(Queue|JoinableQueue|SimpleQueue|Lock|RLock|Semaphore|BoundedSemaphore|Condition|Event|Barrier|Value|Array|RawValue|RawArray)$/;

const OTHERS: ReadonlyMap<string, string> = new Map([
  ['multiprocessing.pool.ThreadPool', 'ThreadPool'],
  ['multiprocessing.dummy.Pool', 'ThreadPool'],
  ['multiprocessing.shared_memory.SharedMemory', 'SharedMemory'],
]);

const ERRORS = /\b(OSError|IOError|EnvironmentError|NotImplementedError|Exception|BaseException)\b/;

/** The calls that fail when Lambda imports the module or calls its handler. */
export function serverlessCalls(model: ProcessModel): ServerlessCall[] {
  const { text } = model.tree;
  const isCandidate = model.facts.lambdaHandlers.size > 0 || HANDLER.test(text);
  if (!isCandidate || ASKS_WHERE.test(text)) return [];
  const found = new Map<Node, ServerlessCall>();
  for (const handler of handlersOf(model)) {
    for (const call of callsFrom(handler, model)) {
      if (!found.has(call.node)) found.set(call.node, call);
    }
  }
  return [...found.values()].sort((a, b) => a.node.from - b.node.from);
}

interface Handler {
  readonly name: string;
  readonly node: Node;
}

function callsFrom({ name, node: fn }: Handler, model: ProcessModel): ServerlessCall[] {
  const reached = reachedFrom(fn, model);
  const atImport = reachedFrom(null, model);
  return [...needy(model)].flatMap(([node, made]) => {
    const owner = model.semantics.enclosingFunction(node);
    const isAtImport = atImport.has(owner) && !model.isGuarded(node);
    if (!isAtImport && !(owner && reached.has(owner))) return [];
    if (isCaught(node, ERRORS, model.semantics)) return [];
    return [{ node, made, handler: name, isAtImport }];
  });
}

/** The module's functions that Lambda calls, as far as set-up files, names and parameters tell. */
function handlersOf(model: ProcessModel): Handler[] {
  const { semantics, facts } = model;
  const names = new Set([...facts.lambdaHandlers, 'lambda_handler', 'handler']);
  return [...names].flatMap((name) => {
    const [definition, ...others] = semantics.scopes.module.bindings.get(name)?.definitions ?? [];
    const shape = definition && semantics.functionShape(definition.node);
    if (!shape || others.length > 0) return [];
    const isDeployed = facts.lambdaHandlers.has(name) && shape.params.length === 2;
    const isNamedSo = shape.params.map((param) => param.name).join() === 'event,context';
    const isLambdas = name === 'lambda_handler' || isAmazons(definition, model);
    return isDeployed || (isNamedSo && isLambdas) ? [{ name, node: definition.node }] : [];
  });
}

/** Whether a plain `handler` is nobody else's: the file speaks of AWS, and no code of the project uses it. */
function isAmazons({ nameNode }: Definition, model: ProcessModel): boolean {
  const { semantics, facts, isGuarded } = model;
  const binding = semantics.bindingOf(nameNode);
  if (!binding || !AMAZON.test(semantics.tree.text)) return false;
  return (
    binding.references.every(({ node }) => node === nameNode || isGuarded(node)) &&
    facts.importedNames !== 'all' &&
    !facts.importedNames.has(binding.name)
  );
}

/** The functions of this file that may run when one does; null stands for the module's own code. */
function reachedFrom(start: Node | null, { semantics, isGuarded }: ProcessModel): Set<Node | null> {
  const reached = new Set<Node | null>([start]);
  for (const owner of reached) {
    for (const { node, callee } of semantics.callGraph.callsIn(owner)) {
      if (owner === null && isGuarded(node)) continue;
      for (const fn of semantics.callGraph.functionsOf(callee)) reached.add(fn);
    }
  }
  return reached;
}

/** The calls that need semaphores or shared memory, with the name of what they make. */
function needy({ semantics, starts }: ProcessModel): Map<Node, string> {
  const found = new Map<Node, string>();
  for (const { node, kind, behind, creations } of starts) {
    if (kind !== 'pool' && kind !== 'executor') continue;
    const callee = creations[0]?.call.callee ?? semantics.call(node)?.callee ?? node;
    found.set(node, behind ? `${semantics.textOf(callee)}()` : semantics.textOf(callee));
  }
  for (const { node, callee } of semantics.allCalls()) {
    const names = semantics.values.qualifiedNames(callee);
    const made = names.length === 1 && names[0] !== undefined ? primitiveIn(names[0]) : null;
    if (made) found.set(node, made);
  }
  return found;
}

function primitiveIn(name: string): string | null {
  const api = apiOf(name);
  if (api?.kind === 'function' && PRIMITIVES.test(api.name)) return api.name;
  return OTHERS.get(name) ?? null;
}
