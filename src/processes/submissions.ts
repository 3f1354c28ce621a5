import { argumentsFor } from '../semantics/arguments.ts';
import type { Definition } from '../semantics/scopes.ts';
import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import {
  type Argument,
  type Call,
  conditionalBranches,
  unparenthesized,
} from '../syntax/shapes.ts';
import {
  type Api,
  agreed,
  apiOf,
  CONSTRUCTOR_CALLABLES,
  executorMethods,
  isSubmissionMethod,
  type Library,
  MULTIPROCESSING,
  POOL_METHODS,
  type SubmissionApi,
} from './libraries.ts';
import { registrations } from './manager-starts.ts';
import type { Creation, Submission, Worker } from './model.ts';
import { START_METHODS, type StartMethod } from './start-method.ts';

/** The calls that hand callables to children, in the order of the text. */
export function findSubmissions(
  semantics: Semantics,
  creations: readonly Creation[],
): Submission[] {
  const made = new Map(creations.map((creation) => [creation.call.node, creation]));
  return [
    ...creations.flatMap((creation) => constructorSubmission(creation, semantics)),
    ...semantics.allCalls().flatMap((call) => methodSubmission(call, semantics, made)),
    ...registrations(semantics).flatMap((call) => registered(call, semantics)),
  ].sort((a, b) => a.call.node.from - b.call.node.from);
}

/** `target=` and `initializer=`: pickled where the child does not inherit the parent's memory. */
function constructorSubmission(creation: Creation, semantics: Semantics): Submission[] {
  const place = CONSTRUCTOR_CALLABLES[creation.kind];
  if (!place || creation.processClass || isNeverStarted(creation, semantics)) return [];
  const argument = argumentAt(creation.call, place.index, place.keyword);
  if (!argument || argument.value.kind === 'None') return [];
  const methods = creation.method ? [creation.method] : START_METHODS;
  return [
    {
      call: creation.call,
      method: place.keyword,
      delivery: 'constructor',
      library: creation.library,
      pickledUnder: methods.filter((method) => method !== 'fork'),
      creations: [creation],
      argument,
      workers: workersOf(argument.value, semantics),
    },
  ];
}

/** Whether a process stays in a name of its function and is asked for other things only than to start. */
function isNeverStarted({ kind, holder }: Creation, semantics: Semantics): boolean {
  return (
    kind === 'process' &&
    holder.kind === 'name' &&
    holder.binding.scope.kind === 'function' &&
    holder.binding.references.every(({ node }) => {
      const attribute = node.parent && semantics.attribute(node.parent);
      return attribute?.object === node && !/^(start|run)$/.test(attribute.name);
    })
  );
}

/** `Manager.register("name", callable)`: pickled when the manager's server is started. */
function registered(call: Call, semantics: Semantics): Submission[] {
  const argument = argumentAt(call, 1, 'callable');
  return argument && argument.value.kind !== 'None'
    ? [
        {
          call,
          method: 'callable',
          delivery: 'constructor',
          library: MULTIPROCESSING,
          pickledUnder: START_METHODS.filter((method) => method !== 'fork'),
          creations: [],
          argument,
          workers: workersOf(argument.value, semantics),
        },
      ]
    : [];
}

function methodSubmission(call: Call, semantics: Semantics, made: CreationsByCall): Submission[] {
  const attribute = semantics.attribute(call.callee);
  if (!attribute) return torchSpawn(call, semantics);
  if (attribute.name === 'run_in_executor') return runInExecutor(call, semantics, made);
  if (!isSubmissionMethod(attribute.name)) return torchSpawn(call, semantics);
  const receiver = receiverOf(attribute.object, semantics);
  const api =
    receiver?.kind === 'pool'
      ? POOL_METHODS.get(attribute.name)
      : receiver?.kind === 'executor'
        ? executorMethods(receiver.library).get(attribute.name)
        : undefined;
  if (!receiver || !api) return torchSpawn(call, semantics);
  const creations = creationsOf(attribute.object, semantics, made);
  return submission(
    call,
    attribute.name,
    api,
    receiver.library,
    creations,
    START_METHODS,
    semantics,
  );
}

/** `loop.run_in_executor(executor, worker, …)` with an executor of processes. */
function runInExecutor(call: Call, semantics: Semantics, made: CreationsByCall): Submission[] {
  const executor = call.args[0]?.value;
  const receiver = executor && receiverOf(executor, semantics);
  if (!executor || receiver?.kind !== 'executor') return [];
  const api: SubmissionApi = { index: 1, keyword: 'func', delivery: 'async' };
  const creations = creationsOf(executor, semantics, made);
  return submission(
    call,
    'run_in_executor',
    api,
    receiver.library,
    creations,
    START_METHODS,
    semantics,
  );
}

/** `torch.multiprocessing.spawn(worker, …)`, which always spawns. */
function torchSpawn(call: Call, semantics: Semantics): Submission[] {
  if (semantics.values.qualifiedName(call.callee) !== 'torch.multiprocessing.spawn') return [];
  const api = apiOf('torch.multiprocessing.spawn');
  return api
    ? submission(
        call,
        'spawn',
        { index: 0, keyword: 'fn', delivery: 'call' },
        api.library,
        [],
        ['spawn'],
        semantics,
      )
    : [];
}

function submission(
  call: Call,
  method: string,
  api: SubmissionApi,
  library: Library,
  creations: readonly Creation[],
  pickledUnder: readonly StartMethod[],
  semantics: Semantics,
): Submission[] {
  const argument = argumentAt(call, api.index, api.keyword);
  return argument
    ? [
        {
          call,
          method,
          delivery: api.delivery,
          library,
          pickledUnder,
          creations,
          argument,
          workers: workersOf(argument.value, semantics),
        },
      ]
    : [];
}

/** Whether an expression is an instance of a pool or executor of processes, and of which library. */
function receiverOf(
  object: Node,
  semantics: Semantics,
): { kind: 'pool' | 'executor'; library: Library } | null {
  const apis = givenFor(object, semantics).flatMap((value) => {
    const names = semantics.values.qualifiedNames(value).map(withoutWrapper);
    return names.length === 0 ? [null] : names.map(apiOfResult);
  });
  const api = agreed(apis);
  return api?.kind === 'pool' || api?.kind === 'executor'
    ? { kind: api.kind, library: api.library }
    : null;
}

/** `with Pool() as p` may say what `__enter__` gives: the pool itself. */
function withoutWrapper(name: string): string {
  return name.replace(/\.__enter__\(\)$/, '');
}

function apiOfResult(name: string): Api | null {
  return name.endsWith('()') ? apiOf(name.slice(0, -2)) : null;
}

type CreationsByCall = ReadonlyMap<Node, Creation>;

/** The creations that an expression's value may come from, in the order of the text. */
function creationsOf(object: Node, semantics: Semantics, made: CreationsByCall): Creation[] {
  const given = givenFor(object, semantics);
  const sources = new Set(given.flatMap((value) => semantics.values.sources(value)));
  return [...sources]
    .flatMap((source) => made.get(source) ?? [])
    .sort((a, b) => a.call.node.from - b.call.node.from);
}

/** An expression; where it is a parameter that says nothing of its type, what the calls in this file give for it. */
function givenFor(
  expression: Node,
  semantics: Semantics,
  seen: ReadonlySet<Definition> = new Set(),
): Node[] {
  const [parameter, ...others] = semantics.bindingOf(expression)?.definitions ?? [];
  const isOpen =
    parameter?.kind === 'parameter' &&
    others.length === 0 &&
    semantics.values.qualifiedNames(expression).length === 0;
  if (!isOpen) return [expression];
  if (seen.has(parameter)) return [];
  const values = [
    ...argumentsFor(semantics, parameter).map(({ value }) => value),
    ...(parameter.value ? [parameter.value] : []),
  ].filter(({ kind }) => kind !== 'None');
  const given = values.flatMap((value) =>
    givenFor(value, semantics, new Set([...seen, parameter])),
  );
  return given.length > 0 ? given : [expression];
}

/** The argument for a parameter, by position or keyword; null where stars make that unknown. */
export function argumentAt(call: Call, index: number, keyword: string): Argument | null {
  const named = call.args.find((argument) => argument.name === keyword);
  if (named) return named;
  const before = call.args.slice(0, index + 1);
  const argument = before[index];
  return argument && before.every((a) => a.name === null && a.star === '') ? argument : null;
}

/** The callables that an expression may be. */
export function workersOf(expression: Node, semantics: Semantics): Worker[] {
  return resolve(expression, [], [], semantics, new Set());
}

function resolve(
  expression: Node,
  partials: readonly Call[],
  aliases: readonly Node[],
  semantics: Semantics,
  seen: Set<Node>,
): Worker[] {
  const node = unparenthesized(expression);
  if (seen.has(node)) return [];
  seen.add(node);
  if (node.kind === 'ConditionalExpression') {
    return conditionalBranches(node).flatMap((branch) =>
      resolve(branch, partials, aliases, semantics, seen),
    );
  }
  const call = semantics.call(node);
  if (call && semantics.values.qualifiedName(call.callee) === 'functools.partial') {
    const inner = call.args[0];
    return inner ? resolve(inner.value, [...partials, call], aliases, semantics, seen) : [];
  }
  if (node.kind === 'VariableName') {
    const assigned = (semantics.bindingOf(node)?.definitions ?? []).filter(
      (d) => (d.kind === 'assignment' || d.kind === 'walrus') && d.value && d.value.kind !== 'None',
    );
    if (assigned.length > 0) {
      const found = assigned.flatMap((d) =>
        resolve(d.value as Node, partials, [...aliases, node], semantics, seen),
      );
      if (found.length > 0) return found;
    }
  }
  const definitions =
    node.kind === 'LambdaExpression' ? [node] : call ? [] : semantics.values.definitions(node);
  return definitions.length > 0
    ? definitions.map((definition) => ({ node, definition, partials, aliases }))
    : [{ node, definition: null, partials, aliases }];
}
