import { codeOf } from '../../semantics/code.ts';
import type { Node } from '../../syntax/node.ts';
import { unparenthesized } from '../../syntax/shapes.ts';
import type { ProcessModel, Submission } from '../model.ts';
import { argumentsOf } from '../state/unseen/arguments.ts';
import { argumentAt } from '../submissions.ts';
import { type LargeValue, largeValue } from './large-values.ts';
import { pickledItsOwnWay } from './pickling.ts';

/** A large value that goes to the workers again and again. */
export interface LargeArgument {
  readonly submission: Submission;
  /** Where it is handed over. */
  readonly node: Node;
  readonly value: LargeValue;
  /** The attribute of the worker's object that holds it; null where it is handed over itself. */
  readonly attribute: string | null;
  /** How often it is pickled. */
  readonly each: 'task' | 'chunk';
}

const MAPS = /^(starmap|i?map)(_async|_unordered)?$/;
const SINGLE = /^(apply|apply_async|submit|run_in_executor|schedule)$/;

/** The large values that a file hands to pools and executors more than once, in the order of the text. */
export function largeArguments(model: ProcessModel): LargeArgument[] {
  const found = model.submissions.flatMap((submission) => [
    ...inPlace(submission, model),
    ...withInstance(submission, model),
  ]);
  const first = new Map(found.toReversed().map((each) => [each.node, each]));
  return [...first.values()].sort((a, b) => a.node.from - b.node.from);
}

/** What stands among the arguments of the call, or of the `partial` that is its worker. */
function inPlace(submission: Submission, model: ProcessModel): LargeArgument[] {
  const { method, workers } = submission;
  const bound = workers.flatMap(({ partials }) =>
    partials.flatMap(({ args }) =>
      args.slice(1).flatMap(({ star, value }) => (star === '' ? [value] : [])),
    ),
  );
  const nodes = MAPS.test(method)
    ? [...bound, ...repeatedItems(submission, model)]
    : SINGLE.test(method)
      ? [...bound, ...argumentsOf(submission)].filter((node) => isSame(node, submission, model))
      : [];
  return nodes.flatMap((node): LargeArgument[] => {
    const value = largeValue(node, model.semantics);
    return value
      ? [{ submission, node, value, attribute: null, each: eachOf(submission, model) }]
      : [];
  });
}

/** `pool.map(self.work, …)`: the object goes with its method. */
function withInstance(submission: Submission, model: ProcessModel): LargeArgument[] {
  const { semantics } = model;
  const { method, workers } = submission;
  if (!MAPS.test(method) && !(SINGLE.test(method) && loopAround(submission.call.node))) return [];
  return workers.flatMap(({ node, definition }): LargeArgument[] => {
    const object = semantics.attribute(node)?.object;
    const isPlain =
      definition && (semantics.functionShape(definition)?.decorators.length ?? 1) === 0;
    const isClass =
      object && semantics.values.sources(object).some(({ kind }) => kind === 'ClassDefinition');
    const [owner, ...others] =
      object && isPlain && !isClass ? semantics.values.classesOf(object) : [];
    if (!owner || others.length > 0 || pickledItsOwnWay(semantics, owner)) return [];
    return [...semantics.values.attributesOf(owner)].flatMap(([attribute, assigned]) => {
      const values = assigned.filter(({ kind }) => kind !== 'None');
      const found = values.map((value) =>
        isOfInstance(value, owner) ? largeValue(value, semantics) : null,
      );
      const [value] = found;
      return value && found.every((each) => each !== null)
        ? [{ submission, node, value, attribute, each: eachOf(submission, model) }]
        : [];
    });
  });
}

/** What a class itself has does not travel with its instances. */
function isOfInstance(value: Node, owner: Node): boolean {
  return value.ancestor('FunctionDefinition', 'ClassDefinition') !== owner;
}

/** The expressions among the iterables of a `map` that are the same in each item. */
function repeatedItems({ call, argument }: Submission, { semantics }: ProcessModel): Node[] {
  const iterables = call.args.filter(
    ({ name, star, value }) =>
      star === '' && value !== argument.value && (name === null || name === 'iterable'),
  );
  return iterables.flatMap(({ value }) =>
    semantics.values.sources(value).flatMap((source) => sameIn(source)),
  );

  function sameIn(source: Node): Node[] {
    const node = unparenthesized(source);
    const [first, operator] = node.parts;
    const isRepeated =
      node.kind === 'BinaryExpression' &&
      first?.kind === 'ArrayExpression' &&
      operator !== undefined;
    if (isRepeated && semantics.textOf(operator) === '*') return itemsOf(first);
    const inner = semantics.call(node);
    const name = inner ? semantics.values.qualifiedName(inner.callee) : null;
    if (inner && name === 'itertools.repeat')
      return inner.args.slice(0, 1).map(({ value }) => value);
    if (inner && name === 'builtins.zip') return inner.args.flatMap(({ value }) => sameIn(value));
    if (inner && name === 'builtins.list') return inner.args.flatMap(({ value }) => sameIn(value));
    const element = node.child('for') ? node.parts[1] : undefined;
    return (element ? itemsOf(element) : []).filter(
      (item) => item.kind === 'MemberExpression' || semantics.bindingOf(item)?.scope.node !== node,
    );
  }
}

/** The names and attributes that a task's tuple is made of. */
function itemsOf(element: Node): Node[] {
  const node = unparenthesized(element);
  const items = /^(Tuple|Array)Expression$/.test(node.kind) ? node.parts : [node];
  return items.filter(({ kind }) => /^(VariableName|MemberExpression)$/.test(kind));
}

/** Whether a loop hands the same value over in each turn. */
function isSame(node: Node, { call }: Submission, { semantics }: ProcessModel): boolean {
  const loop = loopAround(call.node);
  if (!loop || !/^(VariableName|MemberExpression)$/.test(node.kind)) return false;
  const outside = [...loopsAround(call.node)];
  const binding = semantics.bindingOf(node);
  const isMadeIn = (each: Node) =>
    binding
      ? binding.definitions.some(({ nameNode }) => each.contains(nameNode))
      : [...codeOf(each)].some(
          (other) =>
            other.kind === 'AssignStatement' &&
            other.children.some(
              (target) =>
                target !== other.lastChild && semantics.textOf(target) === semantics.textOf(node),
            ),
        );
  return outside.some((each) => !isMadeIn(each));
}

const LOOPS = /^(For|While)Statement$|Comprehension/;

function* loopsAround(node: Node): Generator<Node> {
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (/^(FunctionDefinition|LambdaExpression|ClassDefinition)$/.test(outer.kind)) return;
    const isRepeated =
      LOOPS.test(outer.kind) || (outer.kind === 'ArgList' && outer.child('for') !== null);
    if (isRepeated && inner.previous?.kind !== 'in' && inner.previous?.kind !== 'else') yield outer;
  }
}

function loopAround(node: Node): Node | null {
  return loopsAround(node).next().value ?? null;
}

/** `map` of a pool makes chunks of tasks, each of which is pickled as one; the others pickle each task. */
function eachOf(
  { call, method, creations }: Submission,
  { semantics }: ProcessModel,
): 'task' | 'chunk' {
  if (SINGLE.test(method)) return 'task';
  const isOfPool = creations.every(({ kind }) => kind === 'pool');
  const size = isOfPool
    ? argumentAt(call, 2, 'chunksize')
    : (call.args.find(({ name }) => name === 'chunksize') ?? null);
  if (size) return semantics.textOf(size.value) === '1' ? 'task' : 'chunk';
  return isOfPool && /^(star)?map(_async)?$/.test(method) ? 'chunk' : 'task';
}
