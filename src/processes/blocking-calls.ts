/** Calls in coroutines that wait for other processes: the event loop stands still meanwhile. */
import type { Binding } from '../semantics/scopes.ts';
import type { Node } from '../syntax/node.ts';
import type { Call } from '../syntax/shapes.ts';
import { isReadToItsEnd } from './consumers.ts';
import { apiOf } from './libraries.ts';
import type { ProcessModel, Submission } from './model.ts';

export interface BlockingCall {
  /** The call that waits, in the own code of an `async def`. */
  readonly call: Call;
  /**
   * `result`: of `executor.submit(…)`, in one breath or by a name; `task`: a pool's method, or the result of one;
   * `iteration`: of an executor's or pool's lazy results; `join`: of a process; `queue`: of a queue of processes.
   */
  readonly kind: 'result' | 'task' | 'iteration' | 'join' | 'queue';
  /** The submission that is waited for. */
  readonly submission: Submission | null;
}

/** Whoever asks these first need not wait. */
const ASKS = /\b(is_alive|exitcode|sentinel|terminate|kill|empty|qsize|poll|ready|done|full)\b/;

/** The calls, in order, that certainly wait where a coroutine of this file runs. */
export function blockingCalls(model: ProcessModel): BlockingCall[] {
  const { semantics } = model;
  const submissions = new Map(model.submissions.map((one) => [one.call.node, one]));
  return semantics.allCalls().flatMap((call) => {
    const coroutine = coroutineOf(call.node, model);
    if (!coroutine || call.node.parent?.kind === 'AwaitExpression') return [];
    const found = waitsFor(call, submissions, model);
    const isAsked = found?.kind !== 'task' || found.submission?.call !== call;
    return found && !(isAsked && ASKS.test(semantics.textOf(coroutine))) ? [found] : [];
  });
}

/** The `async def` whose own code a node is; null in functions and lambdas within it. */
function coroutineOf(node: Node, { semantics }: ProcessModel): Node | null {
  const fn = semantics.enclosingFunction(node);
  return fn && semantics.functionShape(fn)?.isAsync ? fn : null;
}

function waitsFor(
  call: Call,
  submissions: ReadonlyMap<Node, Submission>,
  model: ProcessModel,
): BlockingCall | null {
  const own = submissions.get(call.node);
  if (own?.delivery === 'call' && own.creations.some(({ kind }) => kind === 'pool')) {
    return { call, kind: 'task', submission: own };
  }
  if (own?.delivery === 'lazy') {
    return isReadToItsEnd(call.node, model.semantics)
      ? { call, kind: 'iteration', submission: own }
      : null;
  }
  const method = call.args.length === 0 ? model.semantics.attribute(call.callee) : null;
  if (!method) return null;
  switch (method.name) {
    case 'result':
    case 'get':
    case 'wait':
      return ofHandle(call, method.object, method.name, submissions, model);
    case 'join':
      return isProcess(method.object, model) && !isAwaited(call, model)
        ? { call, kind: 'join', submission: null }
        : null;
    default:
      return null;
  }
}

/** `submit(…).result()`, `apply_async(…).get()`, by a name too, and `queue.get()`. */
function ofHandle(
  call: Call,
  object: Node,
  method: string,
  submissions: ReadonlyMap<Node, Submission>,
  model: ProcessModel,
): BlockingCall | null {
  const submission = submissions.get(handleOf(object, model) ?? object);
  if (submission?.delivery === 'async') {
    const isFuture = submission.method === 'submit';
    return isFuture === (method === 'result')
      ? { call, kind: isFuture ? 'result' : 'task', submission }
      : null;
  }
  return method === 'get' && isQueue(object, model)
    ? { call, kind: 'queue', submission: null }
    : null;
}

/** The call that gave a local name its handle, where the name is used for nothing but to ask for the result. */
function handleOf(object: Node, { semantics }: ProcessModel): Node | null {
  const binding: Binding | null = semantics.bindingOf(object);
  const [definition, ...others] = binding?.definitions ?? [];
  if (!binding || definition?.kind !== 'assignment' || others.length > 0) return null;
  const isOnlyAsked = binding.references.every(({ node }) => {
    const attribute = node.parent && semantics.attribute(node.parent);
    return attribute?.object === node && /^(result|get)$/.test(attribute.name);
  });
  return isOnlyAsked && binding.scope.kind === 'function' ? definition.value : null;
}

function isProcess(object: Node, { semantics, creations }: ProcessModel): boolean {
  const sources = new Set(semantics.values.sources(object));
  return creations.some(({ kind, call }) => kind === 'process' && sources.has(call.node));
}

/** Whether the coroutine hands the same `join` to a thread, to wait for that: this one then comes back at once. */
function isAwaited({ node, callee }: Call, model: ProcessModel): boolean {
  const { semantics } = model;
  const members = coroutineOf(node, model)?.descendants('MemberExpression') ?? [];
  return members.some(
    (member) =>
      semantics.textOf(member) === semantics.textOf(callee) && member.parent?.firstChild !== member,
  );
}

const QUEUES: ReadonlySet<string> = new Set(['Queue', 'JoinableQueue', 'SimpleQueue']);

function isQueue(object: Node, { semantics }: ProcessModel): boolean {
  const names = semantics.values.qualifiedNames(object);
  return (
    names.length > 0 &&
    names.every((name) => {
      const made = /^(.*)\(\)$/.exec(name)?.[1];
      if (made === undefined) return false;
      const api = apiOf(made.replace(/\.Manager\(\)(\.__enter__\(\))?\.Queue$/, '.Queue'));
      return api?.kind === 'function' && QUEUES.has(api.name);
    })
  );
}
