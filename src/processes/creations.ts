import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import { type Argument, type Call, simpleAssignment, withItemsOf } from '../syntax/shapes.ts';
import { contextMethod } from './contexts.ts';
import { agreed, apiOf, type Library, type MakingApi } from './libraries.ts';
import type { Creation, Holder } from './model.ts';
import type { StartMethod } from './start-method.ts';
import { ForkTests } from './start-methods/fork-tests.ts';

/** The calls that make pools, processes, executors and managers. */
export function findCreations(semantics: Semantics): Creation[] {
  const forkTests = new ForkTests(semantics);
  return semantics.allCalls().flatMap((call) => {
    const made = madeBy(call, semantics);
    if (!made) return [];
    const method = made.method ?? (forkTests.holdAt(call.node) ? 'fork' : null);
    return [{ ...made, method, call, holder: holderOf(call.node, semantics) }];
  });
}

type Made = Pick<Creation, 'kind' | 'library' | 'processClass' | 'method'>;

function madeBy(call: Call, semantics: Semantics): Made | null {
  const { callee } = call;
  const api = agreed(semantics.values.qualifiedNames(callee).map(apiOf));
  if (api && api.kind !== 'context' && api.kind !== 'function') {
    const { kind, library } = api;
    return { kind, library, processClass: null, method: pinnedMethod(call, api, semantics) };
  }
  for (const definition of semantics.values.definitions(callee)) {
    const base = definition.kind === 'ClassDefinition' ? processBase(definition, semantics) : null;
    if (base) {
      const { library, method } = base;
      return { kind: 'process', library, processClass: definition, method };
    }
  }
  return null;
}

/** The `Process` of a library that a class derives from. */
export interface ProcessBase {
  /** The class of this file that names it, and how it does. */
  readonly owner: Node;
  readonly expression: Node;
  readonly library: Library;
  readonly method: StartMethod | null;
}

/** What makes instances of a class processes, through classes of this file too; null for other classes. */
export function processBase(
  classNode: Node,
  semantics: Semantics,
  seen: ReadonlySet<Node> = new Set(),
): ProcessBase | null {
  if (seen.has(classNode)) return null;
  for (const expression of semantics.values.bases(classNode)) {
    const api = agreed(semantics.values.qualifiedNames(expression).map(apiOf));
    if (api?.kind !== 'process') continue;
    const method = memberMethod(expression, semantics) ?? api.method;
    return { owner: classNode, expression, library: api.library, method };
  }
  for (const base of semantics.values.baseClasses(classNode)) {
    const found = processBase(base, semantics, new Set([...seen, classNode]));
    if (found) return found;
  }
  return null;
}

/** The start method that a call is pinned to: by its context, or by `mp_context=`. */
function pinnedMethod(call: Call, api: MakingApi, semantics: Semantics): StartMethod | null {
  const given = contextArgument(call, api);
  if (given) return contextMethod(given.value, semantics);
  return memberMethod(call.callee, semantics) ?? api.method;
}

/** The argument that holds a pool's or executor's context. */
export function contextArgument(
  { args }: Call,
  { kind }: Pick<MakingApi, 'kind'>,
): Argument | null {
  const named = args.find(({ name }) => name === 'mp_context' || name === 'context');
  const second = kind === 'executor' ? args[1] : undefined;
  return named ?? (second?.name === null && second.star === '' ? second : null);
}

/** The method of the context whose member is called or derived from: `ctx.Pool`. */
function memberMethod(expression: Node, semantics: Semantics): StartMethod | null {
  for (const source of semantics.values.sources(expression)) {
    const object = semantics.attribute(source)?.object;
    const method = object ? contextMethod(object, semantics) : null;
    if (method) return method;
  }
  return null;
}

/** Where what a call makes goes first. */
export function holderOf(node: Node, semantics: Semantics): Holder {
  const parent = node.parent as Node;
  if (parent.kind === 'MemberExpression' && parent.firstChild === node) {
    return { kind: 'chained', member: parent };
  }
  if (parent.kind === 'WithStatement') {
    const target = withItemsOf(parent).find((item) => item.context === node)?.target;
    const binding = target ? semantics.bindingOf(target) : null;
    if (binding || !target) return { kind: 'with', binding, statement: parent };
  }
  const assigned = simpleAssignment(parent);
  if (assigned?.value === node) {
    const binding = semantics.bindingOf(assigned.target);
    if (assigned.target.kind === 'VariableName' && binding) {
      return { kind: 'name', binding, nameNode: assigned.target, statement: parent };
    }
    if (assigned.target.kind === 'MemberExpression') {
      return { kind: 'attribute', target: assigned.target, statement: parent };
    }
  }
  return { kind: 'other', parent };
}
