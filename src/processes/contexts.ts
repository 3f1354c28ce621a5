/** What contexts a file makes, and which start method they have. */
import { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import { parse } from '../syntax/parse.ts';
import { clausesOf } from '../syntax/shapes.ts';
import { agreed, apiOf } from './libraries.ts';
import { START_METHODS, type StartMethod } from './start-method.ts';
import type { Target } from './targets.ts';

/** A comment that says of a function that its result is a context with `fork` wherever that exists and is safe. */
export const PIN_MARKER = '# mpfix: gives fork';

const MARKER = /#\s*mpfix:\s*gives fork\b/;

/** Words of a test that asks for the platform, or for what it has. */
const PLATFORM =
  /platform|\bos\.name\b|\bsystem\(|fork|windows|win32|\bnt\b|posix|linux|darwin|mac_?os|start_methods/i;

/** The dotted names of CPython's contexts, as this field understands them. */
const CONTEXT_NAMES: Readonly<Record<StartMethod, string>> = {
  fork: 'multiprocessing.context.ForkContext()',
  spawn: 'multiprocessing.context.SpawnContext()',
  forkserver: 'multiprocessing.context.ForkServerContext()',
};

/** Whether a text may make contexts of its own. */
export const MAKES_CONTEXTS = /get_context|Context\b/;

/** What contexts are called, with the dotted names under which they are understood everywhere. */
export function contextNames(
  contexts: ReadonlyMap<Target, StartMethod>,
): ReadonlyMap<string, string> {
  return new Map([...contexts].map(([name, method]) => [name, CONTEXT_NAMES[method]]));
}

/**
 * The start method of a context: `get_context("spawn")`, `SpawnContext()`. One that is `fork` wherever the platform has
 * it counts as `fork`. Null for the default, for a method that is not known, and for anything else.
 */
export function contextMethod(expression: Node, semantics: Semantics): StartMethod | null {
  const sources = semantics.values.sources(expression);
  const methods = sources.map((source) => methodOfContext(source, semantics));
  return methods.includes(undefined)
    ? null
    : settled(methods as (StartMethod | null)[], sources, semantics);
}

/** The functions and names of a module that give contexts of a known start method: `:context()`, `:CONTEXT`. */
export function contextsOf(semantics: Semantics): Map<Target, StartMethod> {
  const contexts = new Map<Target, StartMethod>();
  for (const [name, { definitions }] of semantics.scopes.module.bindings) {
    const methods = definitions.map(({ kind, node, value }) => {
      if (kind === 'function') return methodGivenBy(node, semantics);
      return kind === 'assignment' && value ? contextMethod(value, semantics) : null;
    });
    const isFunction = definitions.some(({ kind }) => kind === 'function');
    const [method] = methods;
    if (method && methods.every((each) => each === method)) {
      contexts.set(`:${name}${isFunction ? '()' : ''}`, method);
    }
  }
  return contexts;
}

const NONE: ReadonlyMap<Target, StartMethod> = new Map();

/** The same of a module's text; none where it has errors. */
export function contextsIn(text: string): ReadonlyMap<Target, StartMethod> {
  const tree = MAKES_CONTEXTS.test(text) ? parse(text) : null;
  return !tree || tree.firstError ? NONE : contextsOf(new Semantics(tree));
}

/** The start method that a string literal names. */
export function methodLiteral(node: Node | null, semantics: Semantics): StartMethod | null {
  if (node?.kind !== 'String') return null;
  const text = semantics.textOf(node);
  return START_METHODS.find((method) => text === `'${method}'` || text === `"${method}"`) ?? null;
}

/** Of a context; undefined for anything else. */
function methodOfContext(source: Node, semantics: Semantics): StartMethod | null | undefined {
  const api = agreed(semantics.values.qualifiedNames(source).map(apiOf));
  if (api?.kind !== 'context') return undefined;
  const call = semantics.call(source);
  const given = call?.args.find(({ name }) => name === 'method') ?? call?.args[0];
  return api.method ?? (given ? argumentMethod(given.value, semantics) : null);
}

function argumentMethod(value: Node, semantics: Semantics): StartMethod | null {
  const sources = semantics.values.sources(value);
  const methods = sources.map((source) => methodLiteral(source, semantics));
  return settled(methods, sources, semantics);
}

/** The one method that several sources give; `fork` too where others only stand in where it is missing. */
function settled(
  methods: readonly (StartMethod | null)[],
  sources: readonly Node[],
  semantics: Semantics,
): StartMethod | null {
  const [first] = methods;
  if (first && methods.every((method) => method === first)) return first;
  const isWhereItExists =
    methods.includes('fork') && sources.some((source) => dependsOnPlatform(source, semantics));
  return isWhereItExists ? 'fork' : null;
}

/** Whether an expression has its place in a test of the platform. */
function dependsOnPlatform(node: Node, semantics: Semantics): boolean {
  for (let outer = node.parent; outer; outer = outer.parent) {
    if (/^(Function|Class)Definition$/.test(outer.kind)) return false;
    const headers =
      outer.kind === 'ConditionalExpression'
        ? outer.parts.slice(1, -1)
        : outer.kind === 'IfStatement'
          ? clausesOf(outer).flatMap(({ header }) => header)
          : [];
    if (headers.some((header) => PLATFORM.test(semantics.textOf(header)))) return true;
    if (outer.kind === 'TryStatement') return true;
  }
  return false;
}

/** The method of the contexts that a function returns: what its comment says, or what all its returns agree on. */
function methodGivenBy(fn: Node, semantics: Semantics): StartMethod | null {
  if (hasMarker(fn, semantics)) return 'fork';
  const shape = semantics.functionShape(fn);
  const scope = semantics.scopes.opened.get(fn);
  if (!shape || shape.isAsync || shape.body.descendants('YieldExpression').length > 0) return null;
  const returned = [...shape.body.walk()]
    .filter((node) => node.kind === 'ReturnStatement' && semantics.scopeOf(node) === scope)
    .map((node) => node.children[1]);
  const sources = returned.flatMap((value) => (value ? semantics.values.sources(value) : []));
  const methods = sources.map((source) => methodOfContext(source, semantics));
  return returned.includes(undefined) || methods.includes(undefined)
    ? null
    : settled(methods as (StartMethod | null)[], sources, semantics);
}

function hasMarker(fn: Node, { tree }: Semantics): boolean {
  const { lines } = tree;
  return MARKER.test(lines.textOf(lines.lineAt(fn.from)));
}
