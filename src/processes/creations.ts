import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import { type Call, simpleAssignment, withItemsOf } from '../syntax/shapes.ts';
import { type Api, apiOf, type Library } from './libraries.ts';
import type { Creation, Holder } from './model.ts';
import { START_METHODS, type StartMethod } from './start-method.ts';

/** The calls that make pools, processes, executors and managers. */
export function findCreations(semantics: Semantics): Creation[] {
  return semantics.allCalls().flatMap((call) => {
    const made = constructorOf(call.callee, semantics);
    return made
      ? [
          {
            ...made,
            call,
            method: pinnedMethod(call, semantics),
            holder: holderOf(call.node, semantics),
          },
        ]
      : [];
  });
}

function constructorOf(
  callee: Node,
  semantics: Semantics,
): Pick<Creation, 'kind' | 'library' | 'processClass'> | null {
  const api = agreed(semantics.values.qualifiedNames(callee).map(apiOf));
  if (api && api.kind !== 'context' && api.kind !== 'function') {
    return { kind: api.kind, library: api.library, processClass: null };
  }
  for (const definition of semantics.values.definitions(callee)) {
    const library =
      definition.kind === 'ClassDefinition' ? processLibrary(definition, semantics) : null;
    if (library) return { kind: 'process', library, processClass: definition };
  }
  return null;
}

/** The library whose Process a class derives from, through classes of this file too; null for other classes. */
export function processLibrary(
  classNode: Node,
  semantics: Semantics,
  seen: ReadonlySet<Node> = new Set(),
): Library | null {
  if (seen.has(classNode)) return null;
  for (const base of semantics.values.bases(classNode)) {
    const api = agreed(semantics.values.qualifiedNames(base).map(apiOf));
    if (api?.kind === 'process') return api.library;
  }
  for (const base of semantics.values.baseClasses(classNode)) {
    const library = processLibrary(base, semantics, new Set([...seen, classNode]));
    if (library) return library;
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

/** The start method that a call is pinned to: by its context, or by `mp_context=`. */
function pinnedMethod(call: Call, semantics: Semantics): StartMethod | null {
  const byKeyword = call.args.find((a) => a.name === 'mp_context' || a.name === 'context');
  if (byKeyword) return contextMethod(byKeyword.value, semantics);
  for (const callee of semantics.values.sources(call.callee)) {
    const object = semantics.attribute(callee)?.object;
    const method = object ? contextMethod(object, semantics) : null;
    if (method) return method;
  }
  return null;
}

/** The method of a context: `get_context("spawn")`, `SpawnContext()`; null for anything else. */
export function contextMethod(expression: Node, semantics: Semantics): StartMethod | null {
  const methods = semantics.values.sources(expression).map((source) => {
    const call = semantics.call(source);
    if (!call) return null;
    const api = agreed(semantics.values.qualifiedNames(source).map(apiOf));
    if (api?.kind !== 'context') return null;
    return api.method ?? methodLiteral(call.args[0]?.value ?? null, semantics);
  });
  const [first] = methods;
  return first && methods.every((method) => method === first) ? first : null;
}

/** The start method that a string literal names. */
export function methodLiteral(node: Node | null, semantics: Semantics): StartMethod | null {
  if (node?.kind !== 'String') return null;
  const text = semantics.textOf(node);
  return START_METHODS.find((method) => text === `'${method}'` || text === `"${method}"`) ?? null;
}

function holderOf(node: Node, semantics: Semantics): Holder {
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
