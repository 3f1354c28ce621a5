/** Which values can't be handed to a child, as far as the file says where they come from. */
import { argumentsFor } from '../../semantics/arguments.ts';
import type { Binding, Definition } from '../../semantics/scopes.ts';
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { unparenthesized } from '../../syntax/shapes.ts';
import { apiOf } from '../libraries.ts';
import { unpicklableKind } from './unpicklable-kinds.ts';

/**
 * How a value reaches a child: `task` with each task of a pool or executor, `start` when the child is started, as
 * an argument of a Process or of an initializer; multiprocessing's own locks and queues can only take the second.
 */
export type Channel = 'task' | 'start';

/** What can't be pickled, in words that fit behind "is": "a `threading.Lock`". */
export type Unpicklable = string;

/** What multiprocessing shares with children through inheritance only. */
export const AT_START_ONLY =
  /^(Lock|RLock|Queue|SimpleQueue|JoinableQueue|Event|Condition|Semaphore|BoundedSemaphore|Barrier|Value|Array|RawValue|RawArray)$/;

/** What goes to children that begin with it, and what a manager gives, which goes to all. */
export function isShared(result: string, channel: Channel): boolean {
  const name = result.replace(/\(\)$/, '');
  if (MANAGED.test(name)) return true;
  const api = apiOf(name);
  return (
    channel === 'start' &&
    api?.kind === 'function' &&
    (AT_START_ONLY.test(api.name) || api.name === 'Pipe')
  );
}

const MANAGED =
  /^(torch\.)?multiprocessing\.((get_context\(\)\.)?Manager\(\)\.(__enter__\(\)\.)?\w+|shared_memory\.\w+)$/;

const EXPRESSIONS: Readonly<Record<string, string>> = {
  LambdaExpression: 'a lambda',
  ComprehensionExpression: 'a generator',
};

/** Why the value of a name can't be handed to a child; null where nothing in the file says so. */
export function unpicklableName(
  semantics: Semantics,
  binding: Binding,
  channel: Channel,
): Unpicklable | null {
  for (const definition of binding.definitions) {
    const found = unpicklableDefinition(semantics, definition, channel);
    if (found) return found;
  }
  const [first] = binding.references;
  return first ? ofElements(semantics, first.node, channel, new Set()) : null;
}

function unpicklableDefinition(
  semantics: Semantics,
  definition: Definition,
  channel: Channel,
): Unpicklable | null {
  const { kind, imported, nameNode, value } = definition;
  const isLocal = definition.scope.kind !== 'module';
  if (imported) return imported.imported === null ? 'a module' : null;
  if (kind === 'function') return isLocal ? 'a nested function' : null;
  if (kind === 'class') return isLocal ? 'a local class' : null;
  if (kind === 'parameter') {
    return (
      ofNames(semantics.values.qualifiedNames(nameNode), channel) ??
      firstOf(argumentsFor(semantics, definition), (given) =>
        unpicklable(semantics, given.value, channel),
      )
    );
  }
  if (kind === 'for') {
    return value
      ? firstOf(semantics.values.elementsOf(value), (v) => unpicklable(semantics, v, channel))
      : null;
  }
  return value ? unpicklable(semantics, value, channel) : null;
}

/** Why the value of an expression can't be handed to a child; null where nothing in the file says so. */
export function unpicklable(
  semantics: Semantics,
  expression: Node,
  channel: Channel,
  seen: Set<Node> = new Set(),
): Unpicklable | null {
  if (seen.has(expression)) return null;
  seen.add(expression);
  const { values } = semantics;
  const own = ofNames(values.qualifiedNames(expression), channel);
  if (own) return own;
  return firstOf(values.sources(expression), (source) => {
    const inner = unparenthesized(source);
    if (inner.kind === 'FunctionDefinition' || inner.kind === 'ClassDefinition') {
      const what = inner.kind === 'ClassDefinition' ? 'a local class' : 'a nested function';
      return isNested(semantics, inner) ? what : null;
    }
    return (
      EXPRESSIONS[inner.kind] ??
      ofNames(values.qualifiedNames(inner), channel) ??
      ofInstance(semantics, inner, channel, seen) ??
      resultOfFunction(inner, semantics) ??
      ofDict(semantics, inner, channel, seen) ??
      ofElements(semantics, inner, channel, seen)
    );
  });
}

/** Whether a definition can't be found by its name from outside: it stands in a function. */
export function isNested(semantics: Semantics, definition: Node): boolean {
  for (let scope = semantics.scopes.opened.get(definition)?.parent; scope; scope = scope.parent) {
    if (scope.isFunction) return true;
  }
  return false;
}

function ofElements(
  semantics: Semantics,
  expression: Node,
  channel: Channel,
  seen: Set<Node>,
): Unpicklable | null {
  const found = firstOf(semantics.values.elementsOf(expression), (element) =>
    unpicklable(semantics, element, channel, seen),
  );
  return listWith(found);
}

/** A dict that is written out, with a value that can't be pickled, or what its `keys()` and the like give. */
function ofDict(
  semantics: Semantics,
  expression: Node,
  channel: Channel,
  seen: Set<Node>,
): Unpicklable | null {
  if (expression.kind === 'DictionaryExpression') {
    const values = expression.children.filter((_, i, all) => all[i - 1]?.kind === ':');
    const what = firstOf(values, (value) => unpicklable(semantics, value, channel, seen));
    return what && `a dict with ${what} in it`;
  }
  const call = semantics.call(expression);
  const view = call && semantics.attribute(call.callee);
  if (!view || !/^(keys|values|items)$/.test(view.name)) return null;
  const made = semantics.values.sources(view.object).map(unparenthesized);
  return made.some(({ kind }) => /^Dictionary(Comprehension)?Expression$/.test(kind))
    ? `what \`${view.name}()\` of a dict gives`
    : null;
}

function listWith(what: Unpicklable | null): Unpicklable | null {
  return what && (what.startsWith('a list with') ? what : `a list with ${what} in it`);
}

function ofInstance(
  semantics: Semantics,
  expression: Node,
  channel: Channel,
  seen: Set<Node>,
): Unpicklable | null {
  const call = semantics.call(expression);
  const made = call
    ? semantics.values.definitions(call.callee).find((d) => d.kind === 'ClassDefinition')
    : undefined;
  if (!made) return null;
  const name = semantics.textOf(made.child('VariableName') ?? made);
  if (isNested(semantics, made)) return `an instance of the local class \`${name}\``;
  const held = heldBy(semantics, made, channel, seen);
  return held && `a \`${name}\`, whose ${held}`;
}

/** What a call gives because a function of this file yields or waits; null for other results. */
export function resultOfFunction(expression: Node, semantics: Semantics): Unpicklable | null {
  const call = semantics.call(expression);
  const [called] = call ? semantics.values.definitions(call.callee) : [];
  const shape = called && semantics.functionShape(called);
  if (!called || !shape || shape.decorators.length > 0) return null;
  const scope = semantics.scopes.opened.get(called);
  const yields = [...shape.body.walk()].some(
    (node) => /^Yield/.test(node.kind) && semantics.scopeOf(node).frame === scope,
  );
  return yields ? 'a generator' : shape.isAsync ? 'a coroutine' : null;
}

/**
 * What of a class's instances can't be pickled, in words that fit behind "its": "attribute `lock` is a `threading.Lock`".
 * Null where nothing is seen to be so.
 */
export function heldBy(
  semantics: Semantics,
  classNode: Node,
  channel: Channel,
  seen: Set<Node> = new Set(),
): string | null {
  if (pickledItsOwnWay(semantics, classNode)) return null;
  for (const owner of [classNode, ...semantics.values.baseClasses(classNode)]) {
    const base = semantics.values
      .bases(owner)
      .find((each) => semantics.values.qualifiedNames(each).some((name) => isNever(name)));
    if (base) return `base class \`${semantics.textOf(base)}\` can't be`;
    for (const [attribute, assigned] of semantics.values.attributesOf(owner)) {
      const isOwn = assigned.some((value) => !isClassLevel(value, owner));
      if (!isOwn) continue;
      const added = addedTo(semantics, owner, attribute, assigned);
      const what =
        firstOf(assigned, (v) => unpicklable(semantics, v, channel, seen)) ??
        firstOf(added, (v) => listWith(unpicklable(semantics, v, channel)));
      if (what) return `attribute \`${attribute}\` is ${what}`;
    }
  }
  return null;
}

/** What `self.attribute.append(…)` and the like put into a list that was assigned. */
function addedTo(
  semantics: Semantics,
  owner: Node,
  attribute: string,
  assigned: readonly Node[],
): Node[] {
  const { values } = semantics;
  const member = [...owner.walk()].find((node) => {
    const found = semantics.attribute(node);
    return found?.name === attribute && values.classOfSelf(found.object) === owner;
  });
  const first = new Set(assigned.flatMap((value) => values.elementsOf(value)));
  return member ? values.elementsOf(member).filter((element) => !first.has(element)) : [];
}

/** Class attributes are not part of an instance's pickle. */
function isClassLevel(value: Node, classNode: Node): boolean {
  return value.ancestor('FunctionDefinition', 'ClassDefinition') === classNode;
}

/** Whether a class says itself what of it is pickled. */
export function pickledItsOwnWay(semantics: Semantics, classNode: Node): boolean {
  const hooks = ['__getstate__', '__reduce__', '__reduce_ex__', '__getnewargs__'];
  return hooks.some((hook) => semantics.values.method(classNode, hook).length > 0);
}

function ofNames(names: readonly string[], channel: Channel): Unpicklable | null {
  return firstOf(names, (name) => ofName(name, channel));
}

function ofName(name: string, channel: Channel): Unpicklable | null {
  if (/^sys\.(stdin|stdout|stderr)$/.test(name)) return 'an open file';
  if (name === 'os.environ') return 'an `os._Environ`';
  if (/^pathlib\.\w*Path\(\)\.([\w.()]+\.)?open\(\)$/.test(name)) return 'an open file';
  if (/^(sqlite3|psycopg2|pymysql)\.connect\(\)\.(cursor|execute)\(\)$/.test(name)) {
    return 'a database cursor';
  }
  if (!name.endsWith('()')) return null;
  const callee = name.slice(0, -2);
  const plain = callee.replace(/^builtins\./, '');
  if (isNever(callee)) {
    return /\bopen$/.test(plain) ? 'an open file' : `a \`${plain}\``;
  }
  const api = apiOf(callee);
  if (!api || api.kind === 'context') return null;
  if (api.kind !== 'function') return `a \`${plain.replace(/^.*\)\./, '')}\``;
  return channel === 'task' && AT_START_ONLY.test(api.name)
    ? `a \`${api.library.name}.${api.name}\``
    : null;
}

/** Whether instances of a class, or results of a function, never can be pickled. */
function isNever(callee: string): boolean {
  return unpicklableKind(callee) !== null || RUNNING_TEST.test(callee);
}

/** A test that runs holds the stream that its result is written to. */
const RUNNING_TEST = /^unittest\.(IsolatedAsyncio)?TestCase$/;

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = find(item);
    if (found) return found;
  }
  return null;
}
