/** Whether the parent can hand a variable's value to children when it makes them, and what may go wrong then. */
import type { Node } from '../../syntax/node.ts';
import { contextMethod } from '../contexts.ts';
import { isKnownPicklable } from '../hand-over/known-values.ts';
import { type Unpicklable, unpicklable, unpicklableName } from '../hand-over/pickling.ts';
import { callText, rowOf } from '../import-time/call-words.ts';
import type { Creation, ProcessModel } from '../model.ts';
import { isConditional } from '../pool-life/ways.ts';
import { aliasOf } from './aliases.ts';
import type { StateChange } from './changes.ts';
import type { LostState, Readers } from './lost-state.ts';
import { orderOf } from './order.ts';

/** Why the value can't be handed over where some children are made; null where it can. */
export function handOverObstacle(
  state: LostState,
  readers: Readers,
  model: ProcessModel,
): string | null {
  const { creation } = readers.children;
  return (
    ownerObstacle(state) ??
    aliasObstacle(state, model) ??
    picklingObstacle(state, model) ??
    contextObstacle(state, creation, model) ??
    hiddenObstacle(state, creation, model) ??
    unboundObstacle(state, creation, model) ??
    reboundObstacle(state, readers, model)
  );
}

/** What a maintainer should look at before taking the fix; empty where all is known. */
export function handOverDoubts(state: LostState, { semantics }: ProcessModel): string[] {
  const { variable, primitive, parentChanges } = state;
  const isKnown = valuesOf(state)?.every((value) => isKnownPicklable(semantics, value));
  const isChanged = parentChanges.some(({ how }) => how === 'mutated');
  return [
    ...(primitive || isKnown
      ? []
      : [
          `mpfix can't tell whether \`${variable.text}\` can be pickled, which children that are not forked need`,
        ]),
    ...(variable.isForeign && isChanged
      ? [
          `modules that import \`${variable.attribute ?? variable.text}\` by its name keep the child's own`,
        ]
      : []),
  ];
}

/** Everything that may be in the variable; null where that is not seen. */
function valuesOf({ parentChanges, repeated }: LostState): Node[] | null {
  const values: Node[] = [];
  for (const { value, given } of [...repeated, ...parentChanges]) {
    const found = value ? [value] : given;
    if (!found) return null;
    values.push(...found);
  }
  return values;
}

function ownerObstacle({ variable, changes }: LostState): string | null {
  const { text, attribute, isForeign } = variable;
  if (changes.some(({ how }) => how === 'imported')) {
    return `an import can't be handed over: import \`${text}\` at the top of the module`;
  }
  return isForeign && attribute === null
    ? `\`${text}\` belongs to another module, where each child finds its own: let an initializer repeat what changes it`
    : null;
}

/** Other names for an object that the parent changes in place: they would still mean the child's own. */
function aliasObstacle({ variable, parentChanges }: LostState, model: ProcessModel): string | null {
  const { binding, attribute } = variable;
  if (attribute !== null || parentChanges.every(({ how }) => how !== 'mutated')) return null;
  const { importedNames } = model.facts;
  if (importedNames === 'all' || importedNames.has(binding.name)) {
    return `other files import \`${binding.name}\`: they would go on seeing each child's own`;
  }
  const alias = aliasOf(binding, model);
  return alias
    ? `line ${rowOf(alias, model)} hands \`${binding.name}\` on: what is kept there would still be each child's own`
    : null;
}

const VIEWS =
  /^(numpy\.(frombuffer|ndarray|memmap|ctypeslib\.as_array)|torch\.from_numpy|mmap\.mmap)\(\)$/;
const LOGGERS = /^logging\.getLogger\(\)|^(loguru\.logger|structlog\.)/;

function picklingObstacle(state: LostState, { semantics }: ProcessModel): string | null {
  const { variable, primitive, parentChanges, repeated } = state;
  const values = [...repeated, ...parentChanges].flatMap(({ value, given }) => [
    ...(value ? [value] : []),
    ...(given ?? []),
  ]);
  const names = values.flatMap((value) => semantics.values.qualifiedNames(value));
  if (names.some((name) => VIEWS.test(name))) {
    return `\`${variable.text}\` is a view of memory, of which a child would get a copy: hand over what it is a view of, and make the view in the child`;
  }
  if (names.some((name) => LOGGERS.test(name))) {
    return `\`${variable.text}\` is a logger, whose handlers don't travel with it: set up logging in an initializer`;
  }
  const what = primitive ? null : unpicklableValue(state, values, semantics);
  return (
    what &&
    `\`${variable.text}\` is ${what}, which can't be pickled: make it in each child, in an initializer, or keep to fork`
  );
}

function unpicklableValue(
  { variable }: LostState,
  values: readonly Node[],
  semantics: ProcessModel['semantics'],
): Unpicklable | null {
  if (variable.attribute === null) {
    const what = unpicklableName(semantics, variable.binding, 'start');
    if (what) return what;
  }
  for (const value of values) {
    const what = unpicklable(semantics, value, 'start');
    if (what) return what;
  }
  return values.some((value) => /\bFileType\b/.test(semantics.textOf(value)))
    ? 'an open file'
    : null;
}

/** Locks and queues can only go to processes of the context that they are made by. */
function contextObstacle(
  { primitive, variable }: LostState,
  creation: Creation,
  { semantics, startMethodCalls }: ProcessModel,
): string | null {
  if (!primitive || /manager/.test(primitive.name)) return null;
  const callee = semantics.call(primitive.value)?.callee;
  const object = callee && semantics.attribute(callee)?.object;
  const made = object ? contextMethod(object, semantics) : null;
  if (made !== creation.method) {
    return `\`${variable.text}\` belongs to another context than the processes: make both from one context`;
  }
  const late = startMethodCalls.some(({ call }) => call.node.from > primitive.value.from);
  return late && made === null
    ? `\`${variable.text}\` is made before the start method is set, and does not fit the processes then: make it after that`
    : null;
}

function hiddenObstacle(
  { variable }: LostState,
  { call }: Creation,
  model: ProcessModel,
): string | null {
  const { binding } = variable;
  return model.semantics.scopeOf(call.node).lookUp(binding.name) !== binding
    ? `\`${binding.name}\` means something else where ${callText(call.node, model)} is called`
    : null;
}

function unboundObstacle(state: LostState, { call }: Creation, model: ProcessModel): string | null {
  const { variable, initial, parentChanges, repeated } = state;
  const { semantics } = model;
  const isBound =
    variable.attribute === null
      ? repeated.some((change) => isLasting(change, call.node, model)) ||
        semantics.isBoundAt(variable.binding, call.node)
      : initial.kind !== 'missing';
  if (isBound) return null;
  const bound = parentChanges.filter(
    (change) => change.how === 'bound' && !isLoopTarget(change.node),
  );
  return orderOf(model).surelyPrecedes(bound, call.node)
    ? null
    : `\`${variable.text}\` may not have a value yet where ${callText(call.node, model)} is called: give it one at module level`;
}

/** Whether the import gives a name a value whatever happens, before a place in the code is reached. */
function isLasting(
  { node, how }: StateChange,
  place: Node,
  { semantics, tree }: ProcessModel,
): boolean {
  const isOfModule = semantics.enclosingFunction(node) === null;
  const isEarlier = semantics.enclosingFunction(place) !== null || node.to <= place.from;
  return (
    how === 'bound' &&
    isOfModule &&
    isEarlier &&
    !isConditional(node, tree.root) &&
    !isLoopTarget(node)
  );
}

/** `for X in …`: without an item there is no value. */
function isLoopTarget(name: Node): boolean {
  let outer = name.parent;
  while (outer && /^(Tuple|Array|Parenthesized)Expression$/.test(outer.kind)) outer = outer.parent;
  return outer?.kind === 'ForStatement';
}

/** What is handed over is what the name means where the children are made, not where they start. */
function reboundObstacle(
  { variable, parentChanges }: LostState,
  { children }: Readers,
  model: ProcessModel,
): string | null {
  const { creation, moments } = children;
  const { node, args } = creation.call;
  const order = orderOf(model);
  const startsAnew =
    creation.kind === 'pool' && args.some(({ name }) => name === 'maxtasksperchild');
  const change = parentChanges
    .filter(({ how }) => how === 'bound')
    .find((each) =>
      creation.kind === 'pool'
        ? startsAnew && order.mayPrecede({ node, end: node.to }, each.node)
        : moments.some((moment) => order.mayRunBetween(node, each, moment)),
    );
  return change
    ? `line ${rowOf(change.node, model)} may set \`${variable.text}\` again before the children are started`
    : null;
}
