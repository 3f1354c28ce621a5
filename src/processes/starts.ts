import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import type { Call } from '../syntax/shapes.ts';
import { contextMethod, methodLiteral } from './contexts.ts';
import { decoratedStarts } from './decorated-starts.ts';
import type { FileFacts } from './facts.ts';
import { isUnderMainTest } from './guards.ts';
import { apiOf, MULTIPROCESSING, PEBBLE } from './libraries.ts';
import { managerStarts } from './manager-starts.ts';
import type { Creation, ImportTimeStart, Start } from './model.ts';
import type { StartMethod } from './start-method.ts';
import { targetsOf } from './targets.ts';

/**
 * The calls that start processes. A Process starts with `.start()`, all others when they are made; a call into another
 * file counts where the project knows that it leads to one.
 */
export function findStarts(
  semantics: Semantics,
  creations: readonly Creation[],
  facts: FileFacts,
): Start[] {
  const own = startsHere(semantics, creations);
  if (facts.starts.size === 0) return own;
  const here = new Set(own.map(({ node }) => node));
  const linked = semantics.allCalls().flatMap(({ node, callee }) => {
    if (here.has(node)) return [];
    const [found] = targetsOf(callee, semantics).flatMap((t) => facts.starts.get(t) ?? []);
    if (!found) return [];
    const { kind, library, method, way } = found;
    return [{ node, kind, library, method, creations: [], behind: way }];
  });
  return [...own, ...linked];
}

function startsHere(semantics: Semantics, creations: readonly Creation[]): Start[] {
  const byCall = new Map(creations.map((creation) => [creation.call.node, creation]));
  const starts: Start[] = [];
  for (const call of semantics.allCalls()) {
    const own = byCall.get(call.node);
    if (own && own.kind !== 'process') {
      starts.push({
        node: call.node,
        kind: own.kind,
        library: own.library,
        method: own.method,
        creations: [own],
        behind: null,
      });
    }
    const spawned = torchSpawn(call, semantics);
    if (spawned) starts.push(spawned);
    const attribute = semantics.attribute(call.callee);
    if (attribute?.name !== 'start') continue;
    const started = semantics.values
      .sources(attribute.object)
      .flatMap((source) => byCall.get(source) ?? [])
      .filter((creation) => creation.kind === 'process');
    const [first] = started;
    if (first) {
      starts.push({
        node: call.node,
        kind: 'process',
        library: first.library,
        method: started.every((creation) => creation.method === first.method) ? first.method : null,
        creations: started,
        behind: null,
      });
    } else {
      const classNode = startsSelf(attribute.object, creations, semantics);
      if (classNode) {
        starts.push({
          node: call.node,
          kind: 'process',
          library: classNode.library,
          method: classNode.method,
          creations: [],
          behind: null,
        });
      }
    }
  }
  const others = [...serverStarts(semantics), ...startsByDecorator(semantics)];
  return [...starts, ...others].sort((a, b) => a.node.from - b.node.from);
}

/** The servers of managers that are started after they are made. */
function serverStarts(semantics: Semantics): Start[] {
  return managerStarts(semantics).map(({ node, made }) => ({
    node,
    kind: 'manager',
    library: MULTIPROCESSING,
    method: methodGiven(made, semantics),
    creations: [],
    behind: null,
  }));
}

function startsByDecorator(semantics: Semantics): Start[] {
  return decoratedStarts(semantics).map(({ node, method }) => ({
    node,
    kind: 'process',
    library: PEBBLE,
    method,
    creations: [],
    behind: null,
  }));
}

/** The start method of the `ctx=` that all of several calls give. */
function methodGiven(calls: readonly Call[], semantics: Semantics): StartMethod | null {
  const methods = calls.map(({ args }) => {
    const context = args.find(({ name }) => name === 'ctx');
    return context ? contextMethod(context.value, semantics) : null;
  });
  return methods.every((method) => method === methods[0]) ? (methods[0] ?? null) : null;
}

/** `torch.multiprocessing.spawn(worker, …)`, whose default is what its name says. */
function torchSpawn(call: Call, semantics: Semantics): Start | null {
  const name = semantics.values.qualifiedName(call.callee);
  const api = name === 'torch.multiprocessing.spawn' ? apiOf(name) : null;
  if (!api) return null;
  const argument = call.args.find((a) => a.name === 'start_method') ?? call.args[5];
  const method = argument ? methodLiteral(argument.value, semantics) : 'spawn';
  return {
    node: call.node,
    kind: 'process',
    library: api.library,
    method,
    creations: [],
    behind: null,
  };
}

/** `self.start()` in a method of a class that derives from Process. */
function startsSelf(
  object: Node,
  creations: readonly Creation[],
  semantics: Semantics,
): Creation | null {
  const own = semantics.values.classOfSelf(object);
  return (own && creations.find((creation) => creation.processClass === own)) ?? null;
}

interface Route {
  readonly start: Start;
  readonly chain: readonly string[];
}

/** What starts processes while the module is imported, in the order of the text. */
export function findImportTimeStarts(
  semantics: Semantics,
  starts: readonly Start[],
): ImportTimeStart[] {
  const routes = routesThroughFunctions(semantics, starts);
  const found: ImportTimeStart[] = [];
  const add = (node: Node, route: Route) =>
    found.push({
      statement: semantics.topLevelStatement(node),
      node,
      ...route,
      isGuarded: isUnderMainTest(node, semantics),
    });
  for (const start of starts) {
    if (!semantics.enclosingFunction(start.node)) add(start.node, { start, chain: [] });
  }
  for (const call of semantics.callGraph.callsIn(null)) {
    const [route] = semantics.callGraph
      .functionsOf(call.callee)
      .flatMap((fn) => routes.get(fn) ?? []);
    if (route) add(call.node, route);
  }
  return found.sort((a, b) => a.node.from - b.node.from);
}

/** For each function that starts processes when it is called: the start, and the names on the way to it. */
function routesThroughFunctions(semantics: Semantics, starts: readonly Start[]): Map<Node, Route> {
  const routes = new Map<Node, Route>();
  const queue: Node[] = [];
  const arrive = (fn: Node, route: Route) => {
    if (routes.has(fn)) return;
    routes.set(fn, { start: route.start, chain: [nameOf(fn, semantics), ...route.chain] });
    queue.push(fn);
  };
  for (const start of starts) {
    const fn = semantics.enclosingFunction(start.node);
    if (fn && !isUnderMainTest(start.node, semantics)) arrive(fn, { start, chain: [] });
  }
  for (let fn = queue.shift(); fn; fn = queue.shift()) {
    const route = routes.get(fn) as Route;
    for (const { node } of semantics.callGraph.callsOf(fn)) {
      const caller = semantics.enclosingFunction(node);
      if (caller && !isUnderMainTest(node, semantics)) arrive(caller, route);
    }
  }
  return routes;
}

function nameOf(fn: Node, semantics: Semantics): string {
  const name = semantics.functionShape(fn)?.nameNode;
  return name ? semantics.textOf(name) : 'lambda';
}
