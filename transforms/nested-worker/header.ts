/** What of a local function's header can't be evaluated at module level: decorators, defaults, annotations. */

import { isStandardModule } from '../../src/processes/import-time/standard-modules.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import type { LocalFunction } from '../../src/semantics/closures.ts';
import type { Binding, Reference, Scope } from '../../src/semantics/scopes.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import { statementsOf } from '../../src/syntax/shapes.ts';

/** A local function about to be moved, with what the checks need. */
export interface Move {
  readonly model: ProcessModel;
  readonly fn: LocalFunction;
  /** The scope that its code is in. */
  readonly scope: Scope;
  /** The statement of the module that it is to stand before. */
  readonly before: Node;
}

export type Check = (move: Move) => string | null;

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

export const decorators: Check = (move) => {
  const { model, fn } = move;
  const { semantics } = model;
  for (const decorator of fn.shape.decorators) {
    const text = semantics
      .textOf(decorator)
      .trim()
      .split(/[\r\n(]/, 1)[0] as string;
    const unknown = unknownIn(move, decorator);
    if (unknown) {
      return `the decorator \`${text}\` of \`${fn.name}\` needs \`${unknown}\`, which is not there at module level; move that first`;
    }
    const name = decoratorCallee(semantics, decorator);
    const definition =
      name && decorator.childrenOf('VariableName').length === 1
        ? definitionOf(semantics, name)
        : null;
    if (definition?.kind === 'ClassDefinition') {
      return `the decorator \`${text}\` of \`${fn.name}\` makes an object of it that may not be picklable; call it from a plain function instead`;
    }
    if (definition && !keepsIdentity(semantics, definition)) {
      return `the decorator \`${text}\` of \`${fn.name}\` returns an inner function without \`functools.wraps\`, which can't be pickled either`;
    }
    if (definition && fn.captured.length > 0 && !takesAnything(semantics, definition)) {
      return `the decorator \`${text}\` of \`${fn.name}\` fixes how many arguments it takes, so \`${fn.captured[0]?.name}\` can't be passed through it`;
    }
    if (/\b(lru_cache|cache)$/.test(text)) {
      return `the decorator \`${text}\` of \`${fn.name}\` keeps results for as long as the function lives, which would be for ever at module level`;
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

/** The dotted name of a decorator, without its arguments; empty for one that is no name. */
export function decoratorName(semantics: Semantics, decorator: Node): string {
  const name = decoratorCallee(semantics, decorator);
  return name ? (semantics.values.qualifiedName(name) ?? semantics.textOf(name)) : '';
}

/** What a decorator names: `a.b` of `@a.b(c)`. */
function decoratorCallee(semantics: Semantics, decorator: Node): Node | null {
  const expression = decorator.children[1];
  return expression ? (semantics.call(expression)?.callee ?? expression) : null;
}

/** Decorators that are known to hand on all arguments and to keep the function's name. */
const KNOWN_DECORATORS =
  /^(functools\.|contextlib\.|numba\.|torch\.(no_grad|inference_mode)|typing\.)/;

/** Whether a function's decorators certainly let it be pickled and take more arguments. */
export function decoratorsAreKnown(semantics: Semantics, fn: LocalFunction): boolean {
  return fn.shape.decorators.every((decorator) => {
    const name = decoratorCallee(semantics, decorator);
    const own = name && definitionOf(semantics, name);
    return (
      (own !== null && onlyDefines(semantics, own)) ||
      KNOWN_DECORATORS.test(decoratorName(semantics, decorator))
    );
  });
}

/** Whether a decorator does nothing but define and return functions: one that keeps a list would fill it anew. */
function onlyDefines(semantics: Semantics, decorator: Node): boolean {
  const statements = statementsOf(semantics.functionShape(decorator)?.body ?? decorator);
  return statements.every(
    (s) =>
      /^(FunctionDefinition|DecoratedStatement|ReturnStatement|PassStatement)$/.test(s.kind) ||
      (s.kind === 'ExpressionStatement' && /String$/.test(s.firstChild?.kind ?? '')),
  );
}

function takesAnything(semantics: Semantics, decorator: Node): boolean {
  const inner = [...decorator.walk()].flatMap((node) => semantics.functionShape(node) ?? []);
  const returnsParam = inner.length === 1;
  return returnsParam || inner.some((shape) => shape.params.some((p) => p.star === '*'));
}

/** Defaults are evaluated once at module level, but each time that the enclosing function runs where they stand. */
export const defaults: Check = (move) => {
  const { model, fn } = move;
  for (const param of fn.shape.params) {
    const value = param.defaultValue;
    if (!value || fn.defaults.some((d) => d.param === param)) continue;
    const unknown = unknownIn(move, value);
    if (unknown) {
      return `the default of \`${param.name}\` in \`${fn.name}\` needs \`${unknown}\`, which is not there at module level; pass it as an argument`;
    }
    if (!isConstant(model.semantics, value)) {
      return `the default of \`${param.name}\` in \`${fn.name}\` is made anew each time \`${parentName(model.semantics, fn)}\` runs, and would be made once at module level; use \`None\` and make it inside`;
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
  return root ? isSteadyAttribute(semantics, root, attribute.name) : false;
}

/** Libraries whose own names nobody gives another value. */
const STEADY_LIBRARIES = /^(numpy|torch|pandas|scipy|tensorflow|jax)$/;

/** Whether an attribute has the same value while the module is imported as when a function of it runs. */
function isSteadyAttribute(semantics: Semantics, root: Binding, name: string): boolean {
  const isSet = root.references.some(({ node }) => {
    const member = node.parent;
    const isTarget = /^(Assign|Update)Statement$/.test(member?.parent?.kind ?? '');
    return member && isTarget && semantics.attribute(member)?.name === name;
  });
  return (
    !isSet &&
    root.definitions.every(({ kind, imported }) => {
      if (!imported) return kind === 'class';
      const library = imported.module.split('.', 1)[0] ?? '';
      return (
        STEADY_LIBRARIES.test(library) || (library !== 'sys' && isStandardModule(imported.module))
      );
    })
  );
}

/** A parameter that loses its default must not stand behind one that keeps its own. */
export const orderOfDefaults: Check = ({ fn }) => {
  const drops = (param: (typeof fn.shape.params)[number]) =>
    fn.defaults.some((d) => d.param === param);
  const positional = fn.shape.params.filter((p) => p.passing !== 'keyword-only' && p.star === '');
  const firstKept = positional.findIndex((p) => p.defaultValue && !drops(p));
  const dropped = firstKept < 0 ? undefined : positional.slice(firstKept).find(drops);
  return dropped
    ? `the default of \`${dropped.name}\` in \`${fn.name}\` is a local variable, and it stands behind other defaults; pass it as an argument`
    : null;
};

export const annotations: Check = (move) => {
  const { model, fn } = move;
  if (/^from\s+__future__\s+import\b.*\bannotations\b/m.test(model.tree.text)) return null;
  const parts = [
    ...fn.shape.params.flatMap((p) => p.annotation ?? []),
    ...fn.shape.node.childrenOf('TypeDef'),
  ];
  for (const part of parts) {
    const unknown = unknownIn(move, part);
    if (unknown) {
      return `the annotations of \`${fn.name}\` use \`${unknown}\`, which is not there at module level; move that there first`;
    }
  }
  return null;
};

/** Whether a node is code of a function itself, not of one inside it. */
export function isInCodeOf(semantics: Semantics, scope: Scope | undefined, node: Node): boolean {
  return semantics.scopeOf(node).frame === scope;
}

/** The name of the function around a local one, for messages. */
export function parentName(semantics: Semantics, fn: LocalFunction): string {
  return nameOf(semantics, fn.binding.scope.node);
}

export function nameOf(semantics: Semantics, definition: Node): string {
  const name = semantics.functionShape(definition)?.nameNode;
  return name ? semantics.textOf(name) : 'a function';
}
