/** What a function or lambda takes along when it moves out of the code that it stands in. */

import type { Binding, Definition, Reference } from '../../semantics/scopes.ts';
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import type { Creation, ProcessModel, Start, Submission } from '../model.ts';
import type { StartMethod } from '../start-method.ts';
import { type Channel, heldBy, isNested, unpicklableName } from './pickling.ts';

/** A name that a function uses and that a child would not find, or find with another value, at module level. */
export interface Capture {
  readonly binding: Binding;
  /** The name as the text has it. */
  readonly name: string;
  /** Where the function reads it, in the order of the text. */
  readonly references: readonly Reference[];
  /** The import statement that binds it, which can move along; null for a value, which becomes a parameter. */
  readonly importStatement: Node | null;
  /** Why it can't be handed over as an argument, as a clause: "`lock` is a `threading.Lock`, …"; null if it can. */
  readonly obstacle: string | null;
  /** What changes when it is handed over at the place where the function is made; null if nothing does. */
  readonly risk: string | null;
}

/**
 * What a function or lambda captures, by first use: the locals of enclosing functions, and the names of the module
 * that only the parent sets. `submissions` are the calls that hand the function to children.
 */
export function capturesOf(
  fn: Node,
  submissions: readonly Submission[],
  model: ProcessModel,
): Capture[] {
  const { semantics } = model;
  const captured = new Map(semantics.captures(fn));
  for (const reference of semantics.moduleReads(fn)) {
    const { binding } = reference;
    if (!binding) continue;
    if (!isSetByParent(binding, fn, model) && !isScriptVariable(binding, fn, submissions, model)) {
      continue;
    }
    captured.set(binding, [...(captured.get(binding) ?? []), reference]);
  }
  return [...captured]
    .map(([binding, references]) => ({
      binding,
      name: semantics.textOf((references[0] as Reference).node),
      references: [...references].sort((a, b) => a.node.from - b.node.from),
      importStatement: importOf(binding),
      obstacle: obstacleTo(binding, references, fn, submissions, model),
      risk: riskOf(binding, fn, submissions, model),
    }))
    .sort((a, b) => firstUse(a) - firstUse(b));
}

function firstUse({ references }: Capture): number {
  return references[0]?.node.from ?? 0;
}

/** Through which channel a function's captures travel when these calls hand it over. */
export function channelOf(submissions: readonly Submission[]): Channel {
  return submissions.every(({ delivery }) => delivery === 'constructor') ? 'start' : 'task';
}

/** The start methods under which a submission pickles its callable, as far as the program does not rule them out. */
export function failsUnder(submission: Submission, model: ProcessModel): readonly StartMethod[] {
  const { delivery, creations, pickledUnder } = submission;
  const isDefault = delivery === 'constructor' && creations.every(({ method }) => method === null);
  return isDefault && model.chosenMethod === 'fork' ? [] : pickledUnder;
}

function importOf(binding: Binding): Node | null {
  const [only] = binding.definitions;
  return only?.imported && binding.definitions.length === 1 ? only.node : null;
}

/** Whether a local import may not have run where a function is made or used: repeated in it, it might fail there. */
export function mayLackImport(binding: Binding, place: Node, semantics: Semantics): boolean {
  return binding.scope.isFunction && !semantics.isBoundAt(binding, place);
}

/** Whether a name of the module has its value in the parent only, so that a spawned child misses or mistakes it. */
function isSetByParent(binding: Binding, fn: Node, model: ProcessModel): boolean {
  const places = [
    ...binding.definitions.filter((d) => d.kind !== 'annotation').map((d) => d.nameNode),
    ...(holdsContainer(binding, model.semantics) ? mutationsOf(binding, model.semantics) : []),
  ].filter((place) => !fn.contains(place));
  if (places.some((place) => runsInChild(place, model))) return false;
  return places.some(
    (place) => model.isGuarded(place) || model.semantics.enclosingFunction(place) !== null,
  );
}

const LASTING: ReadonlySet<string> = new Set(['import', 'function', 'class', 'annotation']);

/** Whether a name is a variable of the code that runs while the module is imported: it changes as that goes on. */
function isScriptVariable(
  binding: Binding,
  fn: Node,
  submissions: readonly Submission[],
  model: ProcessModel,
): boolean {
  const set = binding.definitions.filter(({ kind }) => !LASTING.has(kind));
  if (set.length < binding.definitions.length || set.length === 0) return false;
  const start = importTimeStart(submissions, model);
  if (start && set.some((d) => d.nameNode.from >= start.from)) return true;
  const varies = set.length > 1 || set.some((d) => d.kind !== 'assignment' || isInLoop(d.nameNode));
  return varies && model.semantics.enclosingFunction(fn) === null;
}

function isInLoop(node: Node): boolean {
  return node.ancestor('ForStatement', 'WhileStatement') !== null;
}

function runsInChild(place: Node, model: ProcessModel): boolean {
  const fn = model.semantics.enclosingFunction(place);
  return fn !== null && model.runsInWorkers.has(fn);
}

const CONTAINERS = /^(Array|Dictionary|Set)(Comprehension)?Expression$/;

const CONTAINER_CALLS =
  /^(builtins\.(list|dict|set)|collections\.(defaultdict|OrderedDict|Counter|deque))\(\)$/;

/** Whether a name holds a list, dict or set that this file makes. */
export function holdsContainer(binding: Binding, semantics: Semantics): boolean {
  const values = binding.definitions.flatMap((d) => d.value ?? []);
  return (
    values.length > 0 &&
    values.every(
      (value) =>
        CONTAINERS.test(value.kind) ||
        semantics.values.qualifiedNames(value).some((name) => CONTAINER_CALLS.test(name)),
    )
  );
}

const MUTATORS =
  /^(append|appendleft|extend|insert|add|update|setdefault|pop|popitem|popleft|remove|discard|clear|sort|reverse|__setitem__|__delitem__)$/;

/** The references through which a container is changed in place. */
function mutationsOf(binding: Binding, semantics: Semantics): Node[] {
  return binding.references.flatMap(({ node }) => (isMutation(node, semantics) ? [node] : []));
}

/** Whether a name is read only to change the container that it holds. */
export function isMutation(name: Node, semantics: Semantics): boolean {
  const member = name.parent;
  if (member?.kind !== 'MemberExpression' || member.firstChild !== name) return false;
  const method = semantics.attribute(member)?.name;
  const user = member.parent;
  if (method !== undefined) return user?.kind === 'CallExpression' && MUTATORS.test(method);
  if (user?.kind === 'AssignStatement') return user.lastChild !== member;
  return (
    user?.kind === 'DeleteStatement' || (user?.kind === 'UpdateStatement' && member.index === 0)
  );
}

function obstacleTo(
  binding: Binding,
  references: readonly Reference[],
  fn: Node,
  submissions: readonly Submission[],
  model: ProcessModel,
): string | null {
  const { semantics } = model;
  const name = `\`${semantics.textOf((references[0] as Reference).node)}\``;
  if (importOf(binding)) {
    return mayLackImport(binding, fn, semantics)
      ? `${name} is imported under a condition only; import it where it is used`
      : null;
  }
  if (binding.scope.kind === 'type-parameters') return `${name} is a type parameter`;
  if (binding.definitions.some((d) => fn.contains(d.node) && fn !== d.node)) {
    return `it sets ${name}, which the parent would not see; return the value instead`;
  }
  const definition = binding.definitions.find((d) => d.kind === 'function' || d.kind === 'class');
  if (definition && binding.scope.kind === 'module') {
    return `${name} is defined under the main guard, so a child that imports the module does not have it; move it above`;
  }
  const again = rebindingOf(binding, fn, submissions, model);
  if (again) {
    return `${name} is bound ${again}, so it is not certain which value a child should see; pass it as an argument`;
  }
  const what = unpicklableCapture(binding, references, submissions, semantics);
  return what && `${name} ${what}`;
}

/** Where a name gets another value while the function waits, in words; null where it keeps its value. */
function rebindingOf(
  binding: Binding,
  fn: Node,
  submissions: readonly Submission[],
  model: ProcessModel,
): string | null {
  const { scope, definitions } = binding;
  if (definitions.some((d) => d.kind === 'delete')) return 'and deleted again';
  const isSetByFunctions = definitions.some((d) => d.scope.frame !== scope.frame);
  if (isSetByFunctions && (scope.kind !== 'module' || mayCallBefore(fn, submissions, model))) {
    return 'by another function too';
  }
  // A comprehension's own names change with each round, as its loops say.
  if (scope.kind === 'comprehension') return null;
  const again = waits(fn, submissions, model).flatMap(({ end }) =>
    definitions.filter((d) => d.kind !== 'annotation' && isBetween(d, fn.to, end)),
  )[0];
  return again ? `again in ${model.tree.lines.lineName(again.nameNode.from)}` : null;
}

/** Whether functions of the file are called between a function's place and the moment when children get it. */
function mayCallBefore(fn: Node, submissions: readonly Submission[], model: ProcessModel): boolean {
  const { callGraph } = model.semantics;
  return waits(fn, submissions, model).some(({ end }) =>
    model.semantics
      .allCalls()
      .some(
        ({ node, callee }) =>
          node.from >= fn.to && node.to <= end && callGraph.functionsOf(callee).length > 0,
      ),
  );
}

function unpicklableCapture(
  binding: Binding,
  references: readonly Reference[],
  submissions: readonly Submission[],
  semantics: Semantics,
): string | null {
  const channel = channelOf(submissions);
  const [first] = references;
  const owner = first && semantics.values.classOfSelf(first.node);
  if (!owner) {
    const what = unpicklableName(semantics, binding, channel);
    if (!what) return null;
    return unpicklableName(semantics, binding, 'start')
      ? `is ${what}, which can't be pickled; ${isDefinition(binding) ? 'move it to module level first' : 'make it inside the function'}`
      : `is ${what}, which reaches workers only when they are started; hand it over with \`initializer\` and \`initargs\``;
  }
  const className = `\`${semantics.textOf(owner.child('VariableName') ?? owner)}\``;
  if (isNested(semantics, owner)) {
    return `is an instance of the local class ${className}, which can't be pickled; move the class to module level first`;
  }
  // `self.p = Process(target=…)` is not started yet when it is pickled, which works.
  const own = new Set(submissions.map(({ call }) => call.node));
  const held = heldBy(semantics, owner, channel, own);
  return held && `can't be pickled, because its ${held}; pass only what is needed of it`;
}

/** Whether a name stands for a function, lambda or class of the file. */
function isDefinition({ definitions }: Binding): boolean {
  return definitions.some(
    (d) => d.kind === 'function' || d.kind === 'class' || d.value?.kind === 'LambdaExpression',
  );
}

function riskOf(
  binding: Binding,
  fn: Node,
  submissions: readonly Submission[],
  model: ProcessModel,
): string | null {
  const isRebound = waits(fn, submissions, model).some(({ loops }) =>
    binding.definitions.some((d) => loops.some((loop) => loop.contains(d.nameNode))),
  );
  return isRebound
    ? `the child then sees \`${binding.name}\` as it is here, not as it is when the child is started`
    : null;
}

/** Whether an initializer runs in workers that are started when there is work, or anew after some tasks. */
export function startsWorkersLater({ call, method, creations }: Submission): boolean {
  return (
    method === 'initializer' &&
    (creations.some(({ kind }) => kind === 'executor') ||
      call.args.some(({ name }) => name === 'maxtasksperchild'))
  );
}

/** The last place of the code that a pool lives in; null where that is unknown. */
export function lastUseOfPool({ creations }: Submission): Node | null {
  const holder = creations[0]?.holder;
  let last = holder?.kind === 'with' ? holder.statement : null;
  while (last?.lastChild) last = last.lastChild;
  return last;
}

/** When a child takes over what its worker sees: at the call, for a Process where it is started; null if unknown. */
function momentsOf(submission: Submission, model: ProcessModel): (Node | null)[] {
  const { call, method } = submission;
  if (startsWorkersLater(submission)) return [lastUseOfPool(submission)];
  if (method !== 'target') return [call.node];
  const starts = startsOf(submission, model);
  return starts.length > 0 ? starts : [null];
}

/** The calls that may start the process that a submission makes, as far as they are seen. */
export function startsOf({ creations }: Submission, { starts, semantics }: ProcessModel): Node[] {
  return creations.flatMap((creation) =>
    starts
      .filter((start) => start.creations.includes(creation) && mayStart(creation, start, semantics))
      .map((start) => start.node),
  );
}

/** Whether a name can still stand for the process where it is used to start one. */
function mayStart({ holder }: Creation, start: Start, semantics: Semantics): boolean {
  const started = semantics.call(start.node)?.callee.firstChild;
  if (holder.kind !== 'name' || started?.kind !== 'VariableName') return true;
  if (semantics.bindingOf(started) !== holder.binding) return true;
  const made = holder.binding.definitions.find((d) => d.nameNode === holder.nameNode);
  return !made || semantics.mayReach(made, started);
}

/** What may run after a function is made and before a child takes over what it sees. */
interface Wait {
  /** The offset up to which code runs in the order of the text. */
  readonly end: number;
  /** The loops that one of the two places is in and the other is not, which may run on. */
  readonly loops: readonly Node[];
}

function waits(fn: Node, submissions: readonly Submission[], model: ProcessModel): Wait[] {
  const { semantics } = model;
  const made = loopsAround(fn, semantics);
  const around = semantics.enclosingFunction(fn);
  return submissions
    .flatMap((submission) => momentsOf(submission, model))
    .map((moment) => {
      if (!moment || semantics.enclosingFunction(moment) !== around) {
        return { end: around?.to ?? semantics.tree.text.length, loops: made };
      }
      const met = loopsAround(moment, semantics);
      const loops = [...made, ...met].filter((l) => !(made.includes(l) && met.includes(l)));
      return { end: moment.from, loops };
    });
}

function isBetween({ nameNode }: Definition, from: number, to: number): boolean {
  return nameNode.from >= from && nameNode.from < to;
}

/** The loops and comprehensions of its own function that a node lies in. */
function loopsAround(node: Node, semantics: Semantics): Node[] {
  const loops: Node[] = [];
  for (let outer = node.parent; outer; outer = outer.parent) {
    const scope = semantics.scopes.opened.get(outer);
    if (scope && scope.kind !== 'comprehension') break;
    if (scope || outer.kind === 'ForStatement' || outer.kind === 'WhileStatement')
      loops.push(outer);
  }
  return loops;
}

/**
 * The statement of the module above which a hoisted function must stand: the one it is in, or, where that is
 * earlier, the one that makes the pool, whose children are forked there.
 */
export function placeOfHoisted(
  fn: Node,
  submissions: readonly Submission[],
  model: ProcessModel,
): Node {
  const own = model.semantics.topLevelStatement(fn);
  const start = importTimeStart(submissions, model);
  return start && start.from < own.from ? start : own;
}

/** The statement of the module with which children that a submission may reach are started; null for none. */
function importTimeStart(submissions: readonly Submission[], model: ProcessModel): Node | null {
  const creations = new Set(submissions.flatMap((submission) => submission.creations));
  return model.importTimeStarts
    .filter(({ start }) => start.creations.some((creation) => creations.has(creation)))
    .map(({ statement }) => statement)
    .reduce<Node | null>((a, b) => (a && a.from <= b.from ? a : b), null);
}
