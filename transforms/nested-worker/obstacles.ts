/** Why a local function can't become one of the module's, in words for the user. */

import { isNested } from '../../src/processes/hand-over/pickling.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import type { LocalFunction } from '../../src/semantics/closures.ts';
import type { Scope } from '../../src/semantics/scopes.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import { returnedFunctions } from './find.ts';
import {
  annotations,
  type Check,
  decoratorName,
  decorators,
  defaults,
  isInCodeOf,
  nameOf,
  orderOfDefaults,
  parentName,
} from './header.ts';

/** The first thing that keeps a function where it is; null where it can move. */
export function obstacleTo(model: ProcessModel, fn: LocalFunction, before: Node): string | null {
  const scope = model.semantics.scopes.opened.get(fn.shape.node);
  if (!scope) return `\`${fn.name}\` can't be read`;
  for (const check of CHECKS) {
    const reason = check({ model, fn, scope, before });
    if (reason) return reason;
  }
  return null;
}

/** Why a function's result can't come back from a child; null for ordinary functions. */
export function resultObstacle(semantics: Semantics, fn: LocalFunction): string | null {
  if (fn.shape.isAsync) {
    return `\`${fn.name}\` is a coroutine function, and a coroutine can't be pickled; run it with \`asyncio.run\` inside a plain function`;
  }
  const scope = semantics.scopes.opened.get(fn.shape.node);
  const yields = [...fn.shape.body.walk()].some(
    (node) => /^Yield/.test(node.kind) && isInCodeOf(semantics, scope, node),
  );
  return yields
    ? `\`${fn.name}\` is a generator function, and a generator can't be pickled; return a list instead`
    : null;
}

const definedTwice: Check = ({ model, fn }) =>
  fn.binding.definitions.length > 1
    ? `\`${fn.name}\` is bound more than once in \`${parentName(model.semantics, fn)}\`; give each function a name of its own`
    : null;

/** `nonlocal` in the function, for a variable of an enclosing one. */
const declaresNonlocal: Check = ({ fn, scope }) => {
  for (const inner of scopesIn(scope)) {
    for (const [name, kind] of inner.declared) {
      if (kind === 'nonlocal' && !bindsBetween(inner, scope, name)) {
        return `\`${fn.name}\` rebinds \`${name}\` with \`nonlocal\`, which can't reach the parent from a child; return the value instead`;
      }
    }
  }
  return null;
};

function scopesIn(scope: Scope): Scope[] {
  return [scope, ...scope.children.flatMap(scopesIn)];
}

/** Whether a scope between two, the outer one included, binds a name. */
function bindsBetween(inner: Scope, outer: Scope, name: string): boolean {
  if (inner === outer) return false;
  for (let scope = inner.parent; scope; scope = scope.parent) {
    if (scope.bindings.has(name)) return true;
    if (scope === outer) return false;
  }
  return false;
}

const NAMESPACE_READERS = /^(locals|vars|dir|eval|exec)$/;

/** `locals()`, `eval` and the like see which names a function has. */
const readsNamespace: Check = ({ model, fn }) => {
  const { semantics } = model;
  const outer = semantics.scopes.opened.get(outermostFunction(fn.binding.scope).node);
  const call = semantics.allCalls().find(({ callee, args, node }) => {
    if (callee.kind !== 'VariableName' || semantics.bindingOf(callee)) return false;
    const name = semantics.textOf(callee);
    if (!NAMESPACE_READERS.test(name) || !outer?.encloses(semantics.scopeOf(node))) return false;
    return name === 'eval' || name === 'exec' || args.length === 0;
  });
  return call
    ? `\`${semantics.textOf(call.callee)}\` is called around or in \`${fn.name}\`, and it may use names that would move`
    : null;
};

function outermostFunction(scope: Scope): Scope {
  let outermost = scope;
  for (let outer: Scope | null = scope; outer; outer = outer.parent) {
    if (outer.isFunction) outermost = outer;
  }
  return outermost;
}

/** Zero-argument `super`, `__class__` and private names mean the class that the code stands in. */
const needsItsClass: Check = ({ model, fn, scope }) => {
  const { semantics } = model;
  const isInClass = fn.shape.node.ancestor('ClassDefinition') !== null;
  for (const node of fn.shape.node.walk()) {
    if (node.kind !== 'VariableName' && node.kind !== 'PropertyName') continue;
    const name = semantics.textOf(node);
    const own = node.ancestor('ClassDefinition');
    if (own && fn.shape.node.contains(own)) continue;
    if (node.kind === 'VariableName' && !scope.bindings.has(name)) {
      const call = node.parent ? semantics.call(node.parent) : null;
      const isBareSuper = name === 'super' && call?.callee === node && call.args.length === 0;
      if (isBareSuper || name === '__class__') {
        return `\`${fn.name}\` uses \`${isBareSuper ? 'super()' : name}\`, which only works inside the class; pass it what it needs`;
      }
    }
    if (isInClass && /^__.*(?<!__)$/.test(name)) {
      return `\`${fn.name}\` uses the private name \`${name}\`, which means something else outside the class; give it one leading underscore`;
    }
  }
  return null;
};

const hasTypeParameters: Check = ({ fn }) =>
  fn.captured.some((binding) => binding.scope.kind === 'type-parameters')
    ? `\`${fn.name}\` uses a type parameter of the function around it`
    : null;

/** `work.calls = 0`: an attribute that each process would have for itself, and that a partial lacks. */
const hasAttributes: Check = ({ model, fn }) => {
  const { semantics } = model;
  for (const { node } of fn.binding.references) {
    const member = node.parent as Node;
    const attribute = semantics.attribute(member);
    if (attribute?.object !== node) continue;
    const text = `\`${fn.name}.${attribute.name}\``;
    const isSet = member.parent?.kind === 'AssignStatement' && member.next !== null;
    if (isSet || member.parent?.kind === 'UpdateStatement') {
      return `${text} is set, and a child would not see that; pass the value as an argument`;
    }
    if (fn.captured.length > 0) return `${text} is read, and a partial has no such attribute`;
  }
  return null;
};

/** Changes that a child would make to its own copy of a list, dict or set of the parent. */
const changesParentsData: Check = ({ model, fn, scope }) => {
  const { semantics } = model;
  for (const [binding, references] of semantics.captures(fn.shape.node)) {
    if (!binding.definitions.some((d) => d.value && isPlainContainer(semantics, d.value))) continue;
    const changed = references.some(
      (r) => isChanged(semantics, r.node) && semantics.scopeOf(r.node).frame === scope,
    );
    if (changed) {
      return `\`${fn.name}\` changes \`${binding.name}\`, and a child changes a copy of its own; return the value instead`;
    }
  }
  return null;
};

const MUTATORS =
  /^(append|extend|insert|add|update|pop|popitem|remove|discard|clear|setdefault|sort|reverse)$/;

function isChanged(semantics: Semantics, name: Node): boolean {
  const member = name.parent;
  if (member?.kind !== 'MemberExpression' || member.firstChild !== name) return false;
  const attribute = semantics.attribute(member);
  if (attribute) {
    return (
      MUTATORS.test(attribute.name) && semantics.call(member.parent as Node)?.callee === member
    );
  }
  const statement = member.parent;
  const stores = statement?.kind === 'AssignStatement' || statement?.kind === 'UpdateStatement';
  return (stores && statement.firstChild === member) || statement?.kind === 'DeleteStatement';
}

const CONTAINERS = /^(Array|Dictionary|Set)(Comprehension)?Expression$/;
const CONTAINER_CALLS =
  /^(builtins\.(list|dict|set)|collections\.(defaultdict|OrderedDict|Counter|deque))\(\)$/;

function isPlainContainer(semantics: Semantics, value: Node): boolean {
  return (
    CONTAINERS.test(value.kind) ||
    semantics.values.qualifiedNames(value).some((name) => CONTAINER_CALLS.test(name))
  );
}

/** Code that is taken out of its module to run on its own would miss what moves. */
const runsOnItsOwn: Check = ({ model, fn }) => {
  const { semantics } = model;
  for (let scope: Scope | null = fn.binding.scope; scope; scope = scope.parent) {
    const decorator = semantics
      .functionShape(scope.node)
      ?.decorators.find((d) => /subprocess|isolat/i.test(decoratorName(semantics, d)));
    if (!decorator) continue;
    const name = decoratorName(semantics, decorator);
    return `\`${name}\` may run \`${parentName(semantics, fn)}\` on its own, without the rest of the module`;
  }
  return null;
};

/** A decorated function goes by the name of what its decorator made of it, so it can't be pickled itself. */
const callsDecorated: Check = ({ model, fn }) => {
  const { semantics } = model;
  for (const binding of fn.captured) {
    const owner = binding.scope.node;
    const isParameter = binding.definitions.some((d) => d.kind === 'parameter');
    if (!isParameter || !isDecorator(semantics, owner, fn.shape.node)) continue;
    const isCalled = binding.references.some(
      ({ node }) => node.parent && semantics.call(node.parent)?.callee === node,
    );
    if (!isCalled) continue;
    return `\`${fn.name}\` calls \`${binding.name}\`, the function that \`${nameOf(semantics, owner)}\` decorates, which can't be pickled: its name stands for the decorated one`;
  }
  return null;
};

/** Whether a function is used as a decorator, or returns a function round the one in question, as decorators do. */
function isDecorator(semantics: Semantics, owner: Node, inner: Node): boolean {
  const name = semantics.functionShape(owner)?.nameNode;
  const references = (name && semantics.bindingOf(name)?.references) ?? [];
  return (
    references.some(({ node }) => node.parent?.kind === 'Decorator') ||
    returnedFunctions(owner, semantics).some((f) => f !== inner && f.contains(inner))
  );
}

/** A local class in the function's header or body would be out of reach. */
const usesLocalClass: Check = ({ model, fn }) => {
  const local = fn.captured.find((b) =>
    b.definitions.some((d) => d.kind === 'class' && isNested(model.semantics, d.node)),
  );
  return local
    ? `\`${fn.name}\` uses the local class \`${local.name}\`, which can't be pickled either; move the class to module level first`
    : null;
};

const CHECKS: readonly Check[] = [
  definedTwice,
  declaresNonlocal,
  readsNamespace,
  needsItsClass,
  hasTypeParameters,
  hasAttributes,
  usesLocalClass,
  decorators,
  defaults,
  orderOfDefaults,
  annotations,
  callsDecorated,
  runsOnItsOwn,
  changesParentsData,
];
