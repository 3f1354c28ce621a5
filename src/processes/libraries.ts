import type { StartMethod } from './start-method.ts';

/** How a library hands callables to its children. */
export type Pickling =
  /** By name, as the standard library: lambdas and nested functions can't be. */
  | 'by-reference'
  /** By value, with dill or cloudpickle: lambdas and closures work. */
  | 'by-value';

export interface Library {
  readonly name: string;
  readonly pickling: Pickling;
  /** Whether a spawned child imports the main module again. */
  readonly importsMain: boolean;
}

const STANDARD = (name: string): Library => ({ name, pickling: 'by-reference', importsMain: true });
const BY_VALUE = (name: string, importsMain: boolean): Library => ({
  name,
  pickling: 'by-value',
  importsMain,
});

export const MULTIPROCESSING = STANDARD('multiprocessing');

/** Packages with the interface of `multiprocessing`: `Pool`, `Process`, `get_context` … */
const MULTIPROCESSING_LIKE: readonly Library[] = [
  MULTIPROCESSING,
  STANDARD('torch.multiprocessing'),
  STANDARD('billiard'),
  BY_VALUE('multiprocess', true),
  BY_VALUE('pathos.multiprocessing', true),
  BY_VALUE('pathos.helpers.mp', true),
];

/** Words of which a file that starts processes must hold at least one: the prefilter's. */
export const PREFILTER_WORDS: readonly string[] = [
  'multiprocess',
  'concurrent',
  'billiard',
  'pathos',
  'joblib',
  'loky',
  'pebble',
];

export type CreationKind = 'pool' | 'process' | 'executor' | 'manager';

/** What a dotted name is, where it is something that this field knows. */
export type Api =
  | MakingApi
  | { readonly kind: 'context'; readonly library: Library; readonly method: StartMethod | null }
  | { readonly kind: 'function'; readonly library: Library; readonly name: string };

export interface MakingApi {
  readonly kind: CreationKind;
  readonly library: Library;
  /** The start method of the context that its name goes through: `context.ForkContext().Pool`. */
  readonly method: StartMethod | null;
}

/** What the names of the classes of contexts and processes begin with. */
const METHODS: Readonly<Record<string, StartMethod>> = {
  Fork: 'fork',
  Spawn: 'spawn',
  ForkServer: 'forkserver',
};

/** Calls that make a context, or whose result stands for the package. */
const CONTEXTS = /^(get_context|context\.\w+Context)\(\)$/;

const CONSTRUCTORS: ReadonlyMap<string, CreationKind> = new Map<string, CreationKind>(
  Object.entries({
    Pool: 'pool',
    'pool.Pool': 'pool',
    Process: 'process',
    'context.Process': 'process',
    'process.Process': 'process',
    'context.ForkProcess': 'process',
    'context.SpawnProcess': 'process',
    'context.ForkServerProcess': 'process',
    Manager: 'manager',
  }),
);

export const PEBBLE = STANDARD('pebble');

const PEBBLE_POOL: Api = { kind: 'executor', library: PEBBLE, method: null };

const OTHERS: ReadonlyMap<string, Api> = new Map<string, Api>(
  Object.entries({
    'concurrent.futures.ProcessPoolExecutor': {
      kind: 'executor',
      library: STANDARD('concurrent.futures'),
      method: null,
    },
    'concurrent.futures.process.ProcessPoolExecutor': {
      kind: 'executor',
      library: STANDARD('concurrent.futures'),
      method: null,
    },
    'pebble.ProcessPool': PEBBLE_POOL,
    'pebble.pool.ProcessPool': PEBBLE_POOL,
    'pebble.pool.process.ProcessPool': PEBBLE_POOL,
    'loky.get_reusable_executor': {
      kind: 'executor',
      library: BY_VALUE('loky', false),
      method: null,
    },
    'loky.ProcessPoolExecutor': {
      kind: 'executor',
      library: BY_VALUE('loky', false),
      method: null,
    },
    'joblib.externals.loky.get_reusable_executor': {
      kind: 'executor',
      library: BY_VALUE('joblib', false),
      method: null,
    },
    'pathos.pools.ProcessPool': { kind: 'pool', library: BY_VALUE('pathos', true), method: null },
    'pathos.pools.ParallelPool': { kind: 'pool', library: BY_VALUE('pathos', true), method: null },
    'pathos.pools._ProcessPool': { kind: 'pool', library: BY_VALUE('pathos', true), method: null },
    'pathos.multiprocessing.ProcessPool': {
      kind: 'pool',
      library: BY_VALUE('pathos', true),
      method: null,
    },
    'pathos.multiprocessing.ProcessingPool': {
      kind: 'pool',
      library: BY_VALUE('pathos', true),
      method: null,
    },
  }),
);

/** What a dotted name such as `multiprocessing.get_context().Pool` is; null for all that starts no processes. */
export function apiOf(name: string): Api | null {
  const other = OTHERS.get(name);
  if (other) return other;
  for (const library of MULTIPROCESSING_LIKE) {
    if (!name.startsWith(`${library.name}.`)) continue;
    // `get_context().get_context()` and `context.SpawnContext().Pool` say what `multiprocessing.Pool` says.
    const own = name.slice(library.name.length + 1);
    const rest = own.replace(/^(get_context\(\)\.|context\.\w+Context\(\)\.)+/, '');
    const method =
      METHODS[/\b(Fork|Spawn|ForkServer)(Context|Process)\b/.exec(own)?.[1] ?? ''] ?? null;
    if (CONTEXTS.test(rest)) return { kind: 'context', library, method };
    const kind = CONSTRUCTORS.get(rest);
    if (kind) return { kind, library, method };
    if (/^\w+$/.test(rest)) return { kind: 'function', library, name: rest };
  }
  return null;
}

/**
 * What several possible meanings of an expression have in common. `try: import multiprocess as mp` with
 * `multiprocessing` as the way out is of one kind; the more lenient pickling counts. A meaning that is not known
 * to be of the kind makes the whole unknown.
 */
export function agreed(apis: readonly (Api | null)[]): Api | null {
  const [first] = apis;
  if (!first || apis.some((api) => api?.kind !== first.kind)) return null;
  return apis.find((api) => api?.library.pickling === 'by-value') ?? first;
}

/** A method that hands a callable to children, and where in its arguments the callable stands. */
export interface SubmissionApi {
  readonly index: number;
  readonly keyword: string;
  /** `call`: returns the results; `async`: a handle to ask later; `lazy`: an iterator. */
  readonly delivery: 'call' | 'async' | 'lazy';
}

export const POOL_METHODS: ReadonlyMap<string, SubmissionApi> = new Map<string, SubmissionApi>(
  Object.entries({
    map: { index: 0, keyword: 'func', delivery: 'call' },
    starmap: { index: 0, keyword: 'func', delivery: 'call' },
    apply: { index: 0, keyword: 'func', delivery: 'call' },
    map_async: { index: 0, keyword: 'func', delivery: 'async' },
    starmap_async: { index: 0, keyword: 'func', delivery: 'async' },
    apply_async: { index: 0, keyword: 'func', delivery: 'async' },
    imap: { index: 0, keyword: 'func', delivery: 'lazy' },
    imap_unordered: { index: 0, keyword: 'func', delivery: 'lazy' },
  }),
);

const EXECUTOR_METHODS: ReadonlyMap<string, SubmissionApi> = new Map<string, SubmissionApi>(
  Object.entries({
    submit: { index: 0, keyword: 'fn', delivery: 'async' },
    map: { index: 0, keyword: 'fn', delivery: 'lazy' },
  }),
);

const PEBBLE_METHODS: ReadonlyMap<string, SubmissionApi> = new Map<string, SubmissionApi>(
  Object.entries({
    schedule: { index: 0, keyword: 'function', delivery: 'async' },
    map: { index: 0, keyword: 'function', delivery: 'lazy' },
  }),
);

/** Whether pools or executors have a method of this name that hands on a callable. */
export function isSubmissionMethod(name: string): boolean {
  return [POOL_METHODS, EXECUTOR_METHODS, PEBBLE_METHODS].some((methods) => methods.has(name));
}

/** The methods of a library's executor that hand on a callable. */
export function executorMethods({ name }: Library): ReadonlyMap<string, SubmissionApi> {
  return name === PEBBLE.name ? PEBBLE_METHODS : EXECUTOR_METHODS;
}

/** Where the constructors take a callable that runs in the children. */
export const CONSTRUCTOR_CALLABLES: Readonly<
  Record<CreationKind, { readonly index: number; readonly keyword: string } | null>
> = {
  pool: { index: 1, keyword: 'initializer' },
  executor: { index: 2, keyword: 'initializer' },
  process: { index: 1, keyword: 'target' },
  manager: null,
};
