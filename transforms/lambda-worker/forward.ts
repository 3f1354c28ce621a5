/** Lambdas that only call another function, which can then be handed over itself. */
import { type Capture, channelOf, startsOf } from '../../src/processes/hand-over/hoist.ts';
import { isNested, unpicklable } from '../../src/processes/hand-over/pickling.ts';
import type { ProcessModel, Submission } from '../../src/processes/model.ts';
import type { Binding } from '../../src/semantics/scopes.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import {
  type Argument,
  type Call,
  functionOf,
  statementOf,
  statementsOf,
  unparenthesized,
  wholeStatement,
} from '../../src/syntax/shapes.ts';
import type { Callable } from './delivery.ts';
import type { LambdaWorker } from './find.ts';

/** A callable that does what a lambda does, and the captures that are read earlier than the lambda would. */
export interface Forward {
  readonly callable: Callable;
  readonly early: readonly Capture[];
  /** What may not be the same there. */
  readonly risks: readonly string[];
}

/** The function that a lambda only calls with its own arguments behind fixed ones; null for any other lambda. */
export function forwardOf(
  worker: LambdaWorker,
  captures: readonly Capture[],
  model: ProcessModel,
): Forward | null {
  const { semantics, tree } = model;
  const shape = functionOf(worker.lambda, tree.text);
  const call = shape && semantics.call(unparenthesized(shape.body));
  const hasComment = [...worker.lambda.walk()].some((node) => node.kind === 'Comment');
  if (!call || hasComment || shape.params.some((p) => p.defaultValue)) return null;
  // A name for the lambda may be used elsewhere, and with keywords.
  if (worker.handovers.some((h) => h.worker.aliases.length > 0 || passesKeywords(h.submission))) {
    return null;
  }
  const fixed = fixedArguments(
    call,
    shape.params.map(({ name, star }) => star + name),
    semantics,
  );
  if (!fixed) return null;
  const scene: Scene = { worker, captures, model, early: new Set(), risks: [] };
  if (!isCallee(call.callee, scene)) return null;
  if (!fixed.every((argument) => isMovable(argument.value, scene))) return null;
  const text = (node: Node) => semantics.textOf(node);
  return {
    callable: {
      text: text(call.callee),
      leading: fixed.filter((a) => a.name === null).map((a) => text(a.value)),
      keywords: fixed
        .filter((a) => a.name !== null)
        .map((a) => ({ name: a.name as string, value: text(a.value) })),
    },
    early: [...scene.early],
    risks: scene.risks,
  };
}

/** A lambda that is looked at, with the captures that its replacement would read when it is made. */
interface Scene {
  readonly worker: LambdaWorker;
  readonly captures: readonly Capture[];
  readonly model: ProcessModel;
  readonly early: Set<Capture>;
  readonly risks: string[];
}

/** Whether a call gives the worker keyword arguments, whose names are the lambda's own. */
function passesKeywords({ call, method }: Submission): boolean {
  if (method === 'submit') return call.args.some((a) => a.name !== null);
  return call.args.some((a) => a.name === 'kwds' || a.name === 'kwargs');
}

/** The arguments of a call besides a lambda's own, which must come last, in order and as they are. */
function fixedArguments(
  { args }: Call,
  params: readonly string[],
  semantics: Semantics,
): Argument[] | null {
  const isOwn = (argument: Argument, i: number) =>
    argument.name === null && argument.star + semantics.textOf(argument.value) === params[i];
  const keywords = args.filter((a) => a.name !== null);
  const positional = args.filter((a) => a.name === null);
  const leading = positional.slice(0, Math.max(0, positional.length - params.length));
  const own = positional.slice(leading.length);
  if (own.length !== params.length || !own.every(isOwn)) return null;
  return leading.some((a) => a.star !== '') ? null : [...leading, ...keywords];
}

const SIMPLE: ReadonlySet<string> = new Set([
  'Number',
  'String',
  'Boolean',
  'None',
  'Ellipsis',
  'UnaryExpression',
  'TupleExpression',
  'ParenthesizedExpression',
]);

/** Whether an expression means the same when the parent evaluates it at the lambda's place. */
function isMovable(expression: Node, scene: Scene): boolean {
  const { model, worker } = scene;
  const { semantics } = model;
  if (expression.kind === 'VariableName') return isMovableName(expression, scene);
  if (expression.kind === 'MemberExpression') {
    const attribute = semantics.attribute(expression);
    const channel = channelOf(worker.handovers.map((h) => h.submission));
    return (
      attribute !== null &&
      !isPrivate(attribute.name) &&
      unpicklable(semantics, expression, channel) === null &&
      isStoredIn(expression, scene) &&
      isReadSoon(scene) &&
      isRootMovable(attribute.object, scene)
    );
  }
  if (!SIMPLE.has(expression.kind) || expression.child('*')) return false;
  return expression.children.every(
    (child) =>
      (child.children.length === 0 && !/Name$/.test(child.kind)) ||
      /Op$/.test(child.kind) ||
      isMovable(child, scene),
  );
}

/** Whether reading an attribute runs no code of its class; null where its class is not known. */
function isStored(member: Node, semantics: Semantics): boolean | null {
  const { values } = semantics;
  const { object, name } = semantics.attribute(member) ?? {};
  const owners = object ? values.classesOf(object) : [];
  if (owners.length === 0) return values.qualifiedNames(member).length > 0 ? true : null;
  return owners.every(
    (owner) =>
      values.attributesOf(owner).has(name ?? '') && values.method(owner, name ?? '').length === 0,
  );
}

function isStoredIn(member: Node, { model, risks }: Scene): boolean {
  const stored = isStored(member, model.semantics);
  if (stored === null) {
    risks.push(`\`${model.semantics.textOf(member)}\` is then read by the parent`);
  }
  return stored !== false;
}

/** The object of an attribute stays where it is, so it need not be picklable itself. */
function isRootMovable(object: Node, scene: Scene): boolean {
  const { semantics } = scene.model;
  const attribute = semantics.attribute(object);
  if (attribute) return isRootMovable(attribute.object, scene);
  if (object.kind !== 'VariableName') return false;
  const binding = semantics.bindingOf(object);
  return binding === null || !scene.worker.lambda.contains(binding.scope.node);
}

function isMovableName(name: Node, scene: Scene): boolean {
  const { model, worker, captures, early } = scene;
  const binding = model.semantics.bindingOf(name);
  if (!binding) return true;
  if (worker.lambda.contains(binding.scope.node)) return false;
  const capture = captures.find((c) => c.binding === binding);
  if (capture) {
    if (capture.importStatement || capture.obstacle) return false;
    early.add(capture);
    return true;
  }
  return binding.definitions.length === 1 || (binding.scope.kind === 'module' && isReadSoon(scene));
}

/** Whether nothing but the new process is touched between the lambda and the place where its child is made. */
function isReadSoon({ worker, model }: Scene): boolean {
  return worker.handovers.every(({ submission }) => {
    if (submission.method !== 'target') return true;
    const starts = startsOf(submission, model);
    return (
      starts.length === 1 &&
      starts.every((start) => followsAtOnce(submission.call.node, start, model))
    );
  });
}

function followsAtOnce(made: Node, start: Node, { semantics }: ProcessModel): boolean {
  const first = wholeStatement(statementOf(made));
  const last = wholeStatement(statementOf(start));
  if (first === last) return true;
  const target = first.firstChild;
  const siblings = first.parent ? statementsOf(first.parent) : [];
  const from = siblings.indexOf(first);
  const to = siblings.indexOf(last);
  if (!target || to < 0) return false;
  return siblings
    .slice(from + 1, to)
    .every((s) => semantics.textOf(s).startsWith(`${semantics.textOf(target)}.`));
}

/** Builtins that look at the code around their call. */
const BOUND_TO_PLACE = /^(super|locals|globals|vars|dir|eval|exec|breakpoint|input)$/;

/** Whether a called expression can be pickled itself, and means the same in the parent. */
function isCallee(callee: Node, scene: Scene): boolean {
  const { model, captures } = scene;
  const { semantics } = model;
  if (callee.kind === 'VariableName') {
    const binding = semantics.bindingOf(callee);
    if (!binding) return !BOUND_TO_PLACE.test(semantics.textOf(callee));
    const capture = captures.find((c) => c.binding === binding);
    if (capture && !capture.importStatement) return false;
    return binding.definitions.every((d) =>
      d.kind === 'import'
        ? isSteadyImport(callee, semantics)
        : binding.definitions.length === 1 && isFoundByName(d.node, binding, model),
    );
  }
  const attribute = semantics.attribute(callee);
  if (attribute?.object.kind !== 'VariableName' || isPrivate(attribute.name)) return false;
  return isModuleMember(callee, attribute.object, semantics) || isMethod(attribute, scene);
}

/** Modules whose functions are bound methods of an object with a state, which would be pickled along. */
const STATEFUL = /^(random|secrets|numpy\.random)\./;

function isSteadyImport(expression: Node, semantics: Semantics): boolean {
  const names = semantics.values.qualifiedNames(expression);
  return names.length > 0 && !names.some((name) => STATEFUL.test(name));
}

const KEEPS_NAME = /^@\s*(functools\.)?(lru_cache|cache|wraps)\b|^@\s*(staticmethod|classmethod)\b/;

/** Whether a definition of this file is what its name leads to in a child. */
function isFoundByName(definition: Node, { scope }: Binding, model: ProcessModel): boolean {
  if (scope.kind !== 'module' || isNested(model.semantics, definition)) return false;
  if (definition.kind === 'ClassDefinition')
    return definition.parent?.kind !== 'DecoratedStatement';
  return isPlainFunction(definition, model.semantics);
}

/** `math.sqrt`, `os.path.basename` through `from os import path`, `Point.of` */
function isModuleMember(callee: Node, object: Node, semantics: Semantics): boolean {
  const binding = semantics.bindingOf(object);
  const [definition, ...others] = binding?.definitions ?? [];
  if (!binding || !definition || others.length > 0) return false;
  if (definition.imported) {
    const { imported, module } = definition.imported;
    const isModule = imported === null || `${module}.${imported}` === 'os.path';
    return isModule && isSteadyImport(callee, semantics);
  }
  if (definition.kind !== 'class' || binding.scope.kind !== 'module') return false;
  const [method] = semantics.values.definitions(callee);
  return method !== undefined && isPlainFunction(method, semantics);
}

/** `self.step`, `model.predict`: a bound method takes its instance along. */
function isMethod({ object, name }: { object: Node; name: string }, scene: Scene): boolean {
  const { model, captures, early } = scene;
  const { semantics } = model;
  const capture = captures.find((c) => c.binding === semantics.bindingOf(object));
  if (!capture || capture.importStatement || capture.obstacle) return false;
  const owner = semantics.values.classOfSelf(object);
  const [method] = owner ? semantics.values.method(owner, name) : [];
  if (owner && !(method && isPlainFunction(method, semantics))) return false;
  early.add(capture);
  return true;
}

/** Whether a function's name gives the function: no decorator makes something else of it. */
function isPlainFunction(definition: Node, semantics: Semantics): boolean {
  const shape = semantics.functionShape(definition);
  return (
    shape !== null &&
    !shape.isAsync &&
    shape.decorators.every((d) => KEEPS_NAME.test(semantics.textOf(d)))
  );
}

function isPrivate(name: string): boolean {
  return /^__.*(?<!__)$/.test(name);
}
