/** Decorators of a file under which a function can't be found by its name any more. */
import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import type { FunctionShape, Parameter } from '../syntax/shapes.ts';
import { resultsOf } from './hand-over/known-values.ts';

/** A decorator of this file that gives an object which goes by another name than the function that it decorates. */
export interface BareDecorator {
  /** What stands behind the `@`. */
  readonly expression: Node;
  /** The function or class of the file that it names. */
  readonly definition: Node;
  /** The function that takes the place of the decorated one, and the parameter that gets that; null for a class. */
  readonly wrapper: Wrapper | null;
}

export interface Wrapper {
  readonly inner: FunctionShape;
  /** Null where the decorated function is one of `*args`. */
  readonly parameter: Parameter | null;
  /** Whether it is given the `__name__`, though not the `__qualname__`, by which pickle goes for methods. */
  readonly hasName: boolean;
}

/** What a decorator does to the name of a function: `keeps` it, as far as is known; null where that is unknown. */
export type Effect = 'keeps' | BareDecorator | null;

const KEEPING =
  /^(functools\.(lru_cache|cache|wraps)|builtins\.(staticmethod|classmethod))(\(\))?$/;

/** What each of a function's decorators does to its name, outermost first. */
export function effectsOn({ decorators }: FunctionShape, semantics: Semantics): Effect[] {
  return decorators.map((decorator) => {
    const expression = decorator.parts[1];
    return expression ? effectOf(expression, semantics) : null;
  });
}

function effectOf(expression: Node, semantics: Semantics): Effect {
  const call = semantics.call(expression);
  const callee = call?.callee ?? expression;
  const names = semantics.values.qualifiedNames(callee);
  if (names.length > 0) return names.every((name) => KEEPING.test(name)) ? 'keeps' : null;
  const [definition, ...others] = semantics.values.definitions(callee);
  if (!definition || others.length > 0) return null;
  if (definition.kind === 'ClassDefinition') {
    return !call && holdsFunction(definition, semantics)
      ? { expression, definition, wrapper: null }
      : null;
  }
  const decorator = call ? returnedFunction(definition, semantics)?.node : definition;
  const shape = decorator && semantics.functionShape(decorator);
  if (!shape || shape.decorators.length > 0 || isRenamed(definition, semantics)) return null;
  if (returnsItsParameter(shape, semantics)) return 'keeps';
  const inner = returnedFunction(shape.node, semantics);
  if (!inner || inner.decorators.length > 0) return inner && keptBy(inner, semantics);
  const [first] = shape.params;
  const parameter = first && first.star === '' ? first : null;
  const hasName = NAMED.test(semantics.textOf(definition));
  return { expression, definition, wrapper: { inner, parameter, hasName } };
}

const NAMED = /\.__name__\s*=[^=]/;

/** Whether code gives a function another `__qualname__`, or may do so. */
function isRenamed(decorator: Node, semantics: Semantics): boolean {
  return /\b(update_wrapper|__qualname__|__reduce__|wrapt)\b/.test(semantics.textOf(decorator));
}

function keptBy({ decorators }: FunctionShape, semantics: Semantics): Effect {
  const [name, ...others] = decorators.map((decorator) => {
    const call = decorator.parts[1] && semantics.call(decorator.parts[1]);
    return call ? semantics.values.qualifiedName(call.callee) : null;
  });
  return name === 'functools.wraps' && others.length === 0 ? 'keeps' : null;
}

/** The one function that a function defines and returns, whatever happens. */
function returnedFunction(fn: Node, semantics: Semantics): FunctionShape | null {
  const results = fn.kind === 'FunctionDefinition' ? (resultsOf(fn) ?? []) : [];
  const bindings = new Set(results.map((result) => semantics.bindingOf(result)));
  const [binding] = bindings;
  const [definition, ...others] = binding?.definitions ?? [];
  const isOwn = bindings.size === 1 && binding?.scope.node === fn && others.length === 0;
  return isOwn && definition?.kind === 'function' ? semantics.functionShape(definition.node) : null;
}

function returnsItsParameter({ node, params }: FunctionShape, semantics: Semantics): boolean {
  const results = resultsOf(node) ?? [];
  return (
    results.length > 0 &&
    results.every(
      (result) => result.kind === 'VariableName' && semantics.textOf(result) === params[0]?.name,
    )
  );
}

const PICKLING =
  /\b(__reduce__|__reduce_ex__|__getstate__|__getnewargs__|__getnewargs_ex__|__slots__|copyreg)\b/;

/** Whether instances of a class hold the function that they are made of, under a name that is theirs. */
function holdsFunction(classNode: Node, semantics: Semantics): boolean {
  const { values } = semantics;
  if (values.bases(classNode).length > 0 || PICKLING.test(semantics.textOf(classNode)))
    return false;
  const [init, ...others] = values.method(classNode, '__init__');
  const parameter = init && semantics.functionShape(init)?.params[1];
  const binding = parameter && semantics.bindingOf(parameter.nameNode);
  const held = [...values.attributesOf(classNode).values()].flat();
  return (
    others.length === 0 &&
    binding?.definitions.length === 1 &&
    held.some((value) => semantics.bindingOf(value) === binding)
  );
}
