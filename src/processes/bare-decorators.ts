/** Decorators of a file under which a function can't be found by its name any more. */
import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import type { FunctionShape, Parameter } from '../syntax/shapes.ts';
import type { BareSummary, FileFacts, LinkedDecorator } from './facts.ts';
import { resultsOf } from './hand-over/known-values.ts';
import type { ProcessModel } from './model.ts';

/** A decorator that gives an object which goes by another name than the function that it decorates. */
export interface BareDecorator {
  /** What stands behind the `@`. */
  readonly expression: Node;
  /** What it is called there. */
  readonly name: string;
  /** The function or class of the file that it names; null where that is in another file. */
  readonly definition: Node | null;
  /** The function that takes the place of the decorated one; null for a class, and in another file. */
  readonly wrapper: Wrapper | null;
  readonly elsewhere: LinkedDecorator | null;
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
export function effectsOn(
  { decorators }: FunctionShape,
  { semantics, facts }: Pick<ProcessModel, 'semantics' | 'facts'>,
): Effect[] {
  return decorators.map((decorator) => {
    const expression = decorator.parts[1];
    return expression ? effectOf(expression, semantics, facts.bareDecorators) : null;
  });
}

function effectOf(
  expression: Node,
  semantics: Semantics,
  linked: FileFacts['bareDecorators'],
): Effect {
  const call = semantics.call(expression);
  const callee = call?.callee ?? expression;
  const name = semantics.textOf(callee);
  const names = semantics.values.qualifiedNames(callee);
  if (names.length > 0) {
    if (names.every((each) => KEEPING.test(each))) return 'keeps';
    const elsewhere = names.length === 1 ? linked.get(`${names[0]}${call ? '()' : ''}`) : null;
    return elsewhere ? { expression, name, definition: null, wrapper: null, elsewhere } : null;
  }
  const [definition, ...others] = semantics.values.definitions(callee);
  if (!definition || others.length > 0) return null;
  const bare = { expression, name, definition, elsewhere: null };
  if (definition.kind === 'ClassDefinition') {
    return !call && holdsFunction(definition, semantics) ? { ...bare, wrapper: null } : null;
  }
  const made = madeBy(definition, call !== null, semantics);
  return made && made !== 'keeps' ? { ...bare, wrapper: made } : made;
}

/** What a function of the file makes of what it decorates; called, where it `isFactory`, to give the decorator. */
function madeBy(
  definition: Node,
  isFactory: boolean,
  semantics: Semantics,
): Wrapper | 'keeps' | null {
  const decorator = isFactory ? returnedFunction(definition, semantics)?.node : definition;
  const shape = decorator && semantics.functionShape(decorator);
  if (!shape || shape.decorators.length > 0 || isRenamed(definition, semantics)) return null;
  if (returnsItsParameter(shape, semantics)) return 'keeps';
  const inner = returnedFunction(shape.node, semantics);
  if (!inner || isHandedOn(inner, semantics)) return null;
  if (inner.decorators.length > 0) return keptBy(inner, semantics);
  const [first] = shape.params;
  const parameter = first && first.star === '' ? first : null;
  const hasName = NAMED.test(semantics.textOf(definition));
  return { inner, parameter, hasName };
}

/** What other files need to know of a function that they decorate workers with; null for all but bare decorators. */
export function bareSummary(fn: Node, semantics: Semantics): BareSummary | null {
  for (const isFactory of [false, true]) {
    const made = fn.kind === 'FunctionDefinition' ? madeBy(fn, isFactory, semantics) : null;
    const nameNode = made && made !== 'keeps' ? made.inner.nameNode : null;
    if (!made || made === 'keeps' || !nameNode) continue;
    const { row } = semantics.tree.lines.positionOf(nameNode.from);
    return { isFactory, inner: semantics.textOf(nameNode), row, hasName: made.hasName };
  }
  return null;
}

/** Whether code elsewhere gets the inner function, and may give it the name. */
function isHandedOn({ nameNode }: FunctionShape, semantics: Semantics): boolean {
  const references = (nameNode && semantics.bindingOf(nameNode)?.references) ?? [];
  return references.some(({ node }) => node.parent?.kind === 'ArgList');
}

const NAMED = /\.__name__\s*=[^=]/;

/** Whether code gives a function another `__qualname__`, or may do so. */
function isRenamed(decorator: Node, semantics: Semantics): boolean {
  return /\b(update_wrapper|__qualname__|__reduce__|wrapt)\b/.test(semantics.textOf(decorator));
}

function keptBy({ decorators }: FunctionShape, semantics: Semantics): 'keeps' | null {
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
