import { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import { contextNames, contextsOf, MAKES_CONTEXTS, methodLiteral } from './contexts.ts';
import { findCreations } from './creations.ts';
import type { FileFacts } from './facts.ts';
import { withForkedStarts } from './forked-starts.ts';
import { findGuards, isUnderMainTest } from './guards.ts';
import { agreed, apiOf } from './libraries.ts';
import type { Creation, ProcessModel, StartMethodCall } from './model.ts';
import { reachOfWorkers } from './reach.ts';
import { roleOf } from './role.ts';
import type { Settings } from './settings.ts';
import type { StartMethod } from './start-method.ts';
import { chosenOnLinux } from './start-methods/chosen.ts';
import { findImportTimeStarts, findStarts } from './starts.ts';
import { findSubmissions } from './submissions.ts';

/** Builds the process model of one file. The tree must have no error. */
export function buildModel(
  path: string,
  tree: SyntaxTree,
  facts: FileFacts,
  settings: Settings,
): ProcessModel {
  const semantics = withContexts(tree, facts);
  const guards = findGuards(semantics);
  return assembled({ path, tree, semantics, facts, settings, guards }, findCreations(semantics));
}

/** What would be pinned to fork: creations of a file, and what other files start for it, by `startKey`. */
export interface Forked {
  readonly creations: ReadonlySet<Creation>;
  readonly starts: ReadonlySet<string>;
}

/** The model as it would be if some of the processes were pinned to fork. */
export function withForked(model: ProcessModel, forked: Forked): ProcessModel {
  const creations = model.creations.map((creation) =>
    forked.creations.has(creation) ? { ...creation, method: 'fork' as const } : creation,
  );
  return assembled({ ...model, facts: withForkedStarts(model.facts, forked.starts) }, creations);
}

type Text = Pick<ProcessModel, 'path' | 'tree' | 'semantics' | 'facts' | 'settings' | 'guards'>;

function assembled(
  { path, tree, semantics, facts, settings, guards }: Text,
  creations: readonly Creation[],
): ProcessModel {
  const starts = findStarts(semantics, creations, facts);
  const submissions = findSubmissions(semantics, creations);
  const reach = reachOfWorkers(semantics, creations, submissions, facts);
  const functions = functionCalls(semantics);
  const startMethodCalls = functions.flatMap(({ call, api }) =>
    api.name === 'set_start_method' ? [startMethodCall(call, api.library, semantics)] : [],
  );
  return {
    path,
    tree,
    semantics,
    facts,
    settings,
    role: roleOf(path, tree, guards, facts),
    guards,
    creations,
    starts,
    importTimeStarts: findImportTimeStarts(semantics, starts),
    submissions,
    startMethodCalls,
    chosenMethod: chosenOnLinux(startMethodCalls, semantics),
    freezeSupportCalls: functions.flatMap(({ call, api }) =>
      api.name === 'freeze_support' ? [call] : [],
    ),
    runsInWorkers: reach.code,
    readInWorkers: reach.names,
    isGuarded: (node: Node) => isUnderMainTest(node, semantics),
  };
}

/** What the file says, with the contexts that it and others make under the names that the libraries have for them. */
function withContexts(tree: SyntaxTree, facts: FileFacts): Semantics {
  const contexts = foreignContexts(facts);
  const semantics = new Semantics(tree, contextNames(contexts));
  if (!MAKES_CONTEXTS.test(tree.text)) return semantics;
  const own = [...contextsOf(semantics)].filter(([name]) => name.endsWith('()'));
  return own.length > 0
    ? new Semantics(tree, contextNames(new Map([...contexts, ...own])))
    : semantics;
}

/** Those that the file uses, and the one that it may come to use. */
function foreignContexts({ contexts, pin }: FileFacts): ReadonlyMap<string, StartMethod> {
  return pin && 'module' in pin
    ? new Map([...contexts, [`${pin.module}.${pin.function}()`, 'fork']])
    : contexts;
}

/** The calls of a package's own functions: `set_start_method`, `freeze_support`, … */
function functionCalls(semantics: Semantics) {
  return semantics.allCalls().flatMap((call) => {
    const api = agreed(semantics.values.qualifiedNames(call.callee).map(apiOf));
    return api?.kind === 'function' ? [{ call, api }] : [];
  });
}

function startMethodCall(
  call: StartMethodCall['call'],
  library: StartMethodCall['library'],
  semantics: Semantics,
): StartMethodCall {
  const argument = call.args.find((a) => a.name === 'method') ?? call.args[0];
  return { call, library, method: methodLiteral(argument?.value ?? null, semantics) };
}
