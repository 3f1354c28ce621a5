/** Why a local function can't become one of the module's, in words for the user. */
import type { ProcessModel } from '../../src/processes/model.ts';
import { isNested } from '../../src/processes/pickling.ts';
import type { LocalFunction } from '../../src/semantics/closures.ts';
import type { Binding, Reference, Scope } from '../../src/semantics/scopes.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';

/** A local function about to be moved, with what the checks need. */
export interface Move {
  readonly model: ProcessModel;
  readonly fn: LocalFunction;
  /** The scope that its code is in. */
  readonly scope: Scope;
  /** The statement of the module that it is to stand before. */
  readonly before: Node;
}

type Check = (move: Move) => string | null;

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

function isInCodeOf(semantics: Semantics, scope: Scope | undefined, node: Node): boolean {
  return semantics.scopeOf(node).frame === scope;
}

/** The name of the function around a local one, for messages. */
export function parentName(semantics: Semantics, fn: LocalFunction): string {
  const parent = semantics.functionShape(fn.binding.scope.node);
  return parent?.nameNode ? semantics.textOf(parent.nameNode) : 'a function';
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

/** The names that are read where a part of the header is evaluated. */
function referencesIn(semantics: Semantics, part: Node): Reference[] {
  return semantics.scopes.references.filter((r) => part.contains(r.node));
}

/** Whether a name can be read where the function would be defined. */
function isKnownAt(before: Node, binding: Binding | null): boolean {
  if (!binding) return true;
  if (binding.scope.kind !== 'module') return false;
  return binding.definitions.some((d) => d.scope.kind === 'module' && d.nameNode.to <= before.from);
}

/** A local, or a name that the module only binds further down, in a part that is evaluated with the definition. */
function unknownIn({ model, before }: Move, part: Node): string | null {
  const unknown = referencesIn(model.semantics, part).find((r) => {
    const inside = r.binding && part.contains(r.binding.scope.node);
    return !inside && !isKnownAt(before, r.binding);
  });
  return unknown?.name ?? null;
}

const decorators: Check = (move) => {
  const { model, fn } = move;
  const { semantics } = model;
  for (const decorator of fn.shape.decorators) {
    const text = semantics
      .textOf(decorator)
      .trim()
      .split(/[\r\n(]/, 1)[0] as string;
    const unknown = unknownIn(move, decorator);
    if (unknown) {
      return `its decorator \`${text}\` needs \`${unknown}\`, which is not there at module level; move that first`;
    }
    const name = decorator.child('VariableName');
    const definition =
      name && decorator.childrenOf('VariableName').length === 1
        ? definitionOf(semantics, name)
        : null;
    if (definition?.kind === 'ClassDefinition') {
      return `its decorator \`${text}\` makes an object of it that may not be picklable; call it from a plain function instead`;
    }
    if (definition && !keepsIdentity(semantics, definition)) {
      return `its decorator \`${text}\` returns an inner function without \`functools.wraps\`, which can't be pickled either`;
    }
    if (definition && fn.captured.length > 0 && !takesAnything(semantics, definition)) {
      return `its decorator \`${text}\` fixes how many arguments it takes, so \`${fn.captured[0]?.name}\` can't be passed through it`;
    }
    if (/\b(lru_cache|cache)$/.test(text)) {
      return `its decorator \`${text}\` keeps results for as long as the function lives, which would be for ever at module level`;
    }
  }
  return null;
};

function definitionOf(semantics: Semantics, name: Node): Node | null {
  return semantics.values.definitions(name)[0] ?? null;
}

/** Whether a decorator of this file gives the function back, or one that goes by its name. */
function keepsIdentity(semantics: Semantics, decorator: Node): boolean {
  if (mentions(semantics, decorator, /^functools\.(wraps|update_wrapper)$/)) return true;
  const scope = semantics.scopes.opened.get(decorator);
  const returns = [...decorator.walk()].filter(
    (node) => node.kind === 'ReturnStatement' && isInCodeOf(semantics, scope, node),
  );
  const [param] = semantics.functionShape(decorator)?.params ?? [];
  return returns.every((node) => param && semantics.textOf(node.lastChild ?? node) === param.name);
}

function mentions(semantics: Semantics, inside: Node, pattern: RegExp): boolean {
  return [...inside.walk()].some((node) => {
    if (node.kind === 'Decorator') return pattern.test(decoratorName(semantics, node));
    const isName = node.kind === 'VariableName' || node.kind === 'MemberExpression';
    return isName && semantics.values.qualifiedNames(node).some((name) => pattern.test(name));
  });
}

/** The dotted name of a decorator, whose names the published grammar leaves flat. */
export function decoratorName(semantics: Semantics, decorator: Node): string {
  const [first, ...more] = decorator.children.filter((c) => /Name$/.test(c.kind));
  if (!first) return '';
  const root = semantics.values.qualifiedName(first) ?? semantics.textOf(first);
  return [root, ...more.map((part) => semantics.textOf(part))].join('.');
}

/** Decorators that are known to hand on all arguments and to keep the function's name. */
const KNOWN_DECORATORS =
  /^(functools\.|contextlib\.|numba\.|torch\.(no_grad|inference_mode)|typing\.)/;

/** Whether a function's decorators certainly let it be pickled and take more arguments. */
export function decoratorsAreKnown(semantics: Semantics, fn: LocalFunction): boolean {
  return fn.shape.decorators.every((decorator) => {
    const name = decorator.child('VariableName');
    const isOwn = name !== null && definitionOf(semantics, name) !== null;
    return isOwn || KNOWN_DECORATORS.test(decoratorName(semantics, decorator));
  });
}

function takesAnything(semantics: Semantics, decorator: Node): boolean {
  const inner = [...decorator.walk()].flatMap((node) => semantics.functionShape(node) ?? []);
  const returnsParam = inner.length === 1;
  return returnsParam || inner.some((shape) => shape.params.some((p) => p.star === '*'));
}

/** Defaults are evaluated once at module level, but each time that the enclosing function runs where they stand. */
const defaults: Check = (move) => {
  const { model, fn } = move;
  for (const param of fn.shape.params) {
    const value = param.defaultValue;
    if (!value || fn.defaults.some((d) => d.param === param)) continue;
    const unknown = unknownIn(move, value);
    if (unknown) {
      return `the default of \`${param.name}\` needs \`${unknown}\`, which is not there at module level; pass it as an argument`;
    }
    if (!isConstant(model.semantics, value)) {
      return `the default of \`${param.name}\` is made anew each time \`${parentName(model.semantics, fn)}\` runs, and would be made once at module level; use \`None\` and make it inside`;
    }
  }
  return null;
};

const CONSTANTS: ReadonlySet<string> = new Set([
  'Number',
  'String',
  'Boolean',
  'None',
  'Ellipsis',
  'ContinuedString',
]);

function isConstant(semantics: Semantics, value: Node): boolean {
  if (CONSTANTS.has(value.kind)) return true;
  if (
    value.kind === 'TupleExpression' ||
    value.kind === 'ParenthesizedExpression' ||
    value.kind === 'UnaryExpression' ||
    value.kind === 'BinaryExpression'
  ) {
    return value.children.every(
      (child) =>
        (child.children.length === 0 && !/Name$/.test(child.kind)) || isConstant(semantics, child),
    );
  }
  if (value.kind === 'VariableName') {
    const definitions = semantics.bindingOf(value)?.definitions;
    return definitions === undefined || definitions.length === 1;
  }
  const attribute = semantics.attribute(value);
  const root = attribute && semantics.bindingOf(attribute.object);
  return root?.definitions.every((d) => d.kind === 'import' || d.kind === 'class') ?? false;
}

/** A parameter that loses its default must not stand behind one that keeps its own. */
const orderOfDefaults: Check = ({ fn }) => {
  const drops = (param: (typeof fn.shape.params)[number]) =>
    fn.defaults.some((d) => d.param === param);
  const positional = fn.shape.params.filter((p) => p.passing !== 'keyword-only' && p.star === '');
  const firstKept = positional.findIndex((p) => p.defaultValue && !drops(p));
  const dropped = firstKept < 0 ? undefined : positional.slice(firstKept).find(drops);
  return dropped
    ? `the default of \`${dropped.name}\` is a local variable, and it stands behind other defaults; pass it as an argument`
    : null;
};

const annotations: Check = (move) => {
  const { model, fn } = move;
  if (/^from\s+__future__\s+import\b.*\bannotations\b/m.test(model.tree.text)) return null;
  const parts = [
    ...fn.shape.params.flatMap((p) => p.annotation ?? []),
    ...fn.shape.node.childrenOf('TypeDef'),
  ];
  for (const part of parts) {
    const unknown = unknownIn(move, part);
    if (unknown) {
      return `its annotations use \`${unknown}\`, which is not there at module level; move that there first`;
    }
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
  changesParentsData,
];
