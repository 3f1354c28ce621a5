/** Calls behind which `set_start_method` raises "context has already been set": measured on CPython 3.8 to 3.15. */
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import type { Call } from '../../syntax/shapes.ts';
import { type Api, apiOf, type CreationKind, type Library } from '../libraries.ts';
import type { Creation, ProcessModel } from '../model.ts';
import { packageOf } from '../packages.ts';
import { argumentAt } from '../submissions.ts';

export interface FixingCall {
  readonly call: Call;
  /**
   * `setter`: sets it. `query`, `context`: ask for it, and have Python's default from then on. `primitive`: what
   * belongs to a context. `start`: starts processes, or a pool of threads.
   */
  readonly kind: 'setter' | 'query' | 'context' | 'primitive' | 'start';
  /** The package whose method it fixes: `multiprocessing` and `billiard` each have their own. */
  readonly of: string;
}

/** `Pipe`, `RawValue`, `RawArray`, and a Process that is not started, leave the method open. */
const PRIMITIVES =
  /^(Queue|SimpleQueue|JoinableQueue|Lock|RLock|Event|Semaphore|BoundedSemaphore|Condition|Barrier|Value|Array)$/;

/** Pools of threads make a lock or a queue of the default context too. */
const THREAD_POOL = /^multiprocessing\.(pool\.ThreadPool|dummy\.Pool)$/;

/** The calls of a file that fix the start method of the default context, in order. */
export function fixingCalls(model: ProcessModel): FixingCall[] {
  const setters = new Map(model.startMethodCalls.map((setter) => [setter.call.node, setter]));
  const processes = new Map(
    model.starts.flatMap(({ node, kind, creations, library }) =>
      kind === 'process' && creations.length > 0 && creations.every((c) => isOfDefault(c, model))
        ? [[node, library] as const]
        : [],
    ),
  );
  return model.semantics.allCalls().flatMap((call): FixingCall[] => {
    const setter = setters.get(call.node);
    if (setter) return [{ call, kind: 'setter', of: stateOf(setter.library) }];
    const started = processes.get(call.node);
    if (started) return [{ call, kind: 'start', of: stateOf(started) }];
    return askingOrMaking(call, model);
  });
}

/** Packages with one start method between them have one name here. */
export function stateOf(library: Library): string {
  return packageOf(library)?.module ?? library.name;
}

function askingOrMaking(call: Call, { semantics }: ProcessModel): FixingCall[] {
  const name = semantics.values.qualifiedName(call.callee);
  if (!name || name.includes('()') || call.args.some(({ star }) => star !== '')) return [];
  if (THREAD_POOL.test(name)) return [{ call, kind: 'start', of: 'multiprocessing' }];
  const api = apiOf(name);
  if (!api || !packageOf(api.library)) return [];
  const kind =
    api.kind === 'function' ? kindOfFunction(api.name, call, semantics) : kindOfMaker(api, call);
  return kind ? [{ call, kind, of: stateOf(api.library) }] : [];
}

function kindOfFunction(
  name: string,
  { args }: Call,
  semantics: Semantics,
): FixingCall['kind'] | null {
  const given = args[0]?.value;
  if (PRIMITIVES.test(name)) return 'primitive';
  if (name === 'get_context') return isNone(given) ? 'context' : null;
  const isPlain = !given || semantics.textOf(given) === 'False';
  return name === 'get_start_method' && isPlain ? 'query' : null;
}

/** A pool, executor or manager is started when it is made; a process is not. */
function kindOfMaker({ kind }: Api, call: Call): FixingCall['kind'] | null {
  const isMaker = kind === 'pool' || kind === 'executor' || kind === 'manager';
  return isMaker && !hasContext(kind, call) ? 'start' : null;
}

function hasContext(kind: CreationKind, call: Call): boolean {
  const context =
    kind === 'executor'
      ? argumentAt(call, 1, 'mp_context')
      : kind === 'pool'
        ? argumentAt(call, 4, 'context')
        : null;
  return !isNone(context?.value);
}

function isNone(value: Node | undefined): boolean {
  return value === undefined || value.kind === 'None';
}

/** Whether what is made is of the default context for certain. */
export function isOfDefault(creation: Creation, { semantics }: ProcessModel): boolean {
  const { call, kind, method, processClass } = creation;
  const makers = processClass ? semantics.values.bases(processClass) : [call.callee];
  const names = makers.flatMap((maker) => semantics.values.qualifiedNames(maker));
  return (
    method === null &&
    !hasContext(kind, call) &&
    names.length > 0 &&
    names.every((name) => !name.includes('()') && !/\bcontext\./.test(name))
  );
}
