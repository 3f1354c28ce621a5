/** What a function or lambda takes along when it moves out of the code that it stands in. */
import type { Binding, Definition, Reference } from '../semantics/scopes.ts';
import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import type { ProcessModel, Submission } from './model.ts';
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
    if (!binding || !isSetByParent(binding, fn, model)) continue;
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

function importOf(binding: Binding): Node | null {
  const [only] = binding.definitions;
  return only?.imported && binding.definitions.length === 1 ? only.node : null;
}

/** Whether a name of the module has its value in the parent only, so that a spawned child misses or mistakes it. */
function isSetByParent(binding: Binding, fn: Node, model: ProcessModel): boolean {
  const places = [
    ...binding.definitions.filter((d) => d.kind !== 'annotation').map((d) => d.nameNode),
    ...(holdsContainer(binding) ? mutationsOf(binding, model.semantics) : []),
  ].filter((place) => !fn.contains(place));
  if (places.some((place) => runsInChild(place, model))) return false;
  return places.some(
    (place) => model.isGuarded(place) || model.semantics.enclosingFunction(place) !== null,
  );
}

function runsInChild(place: Node, model: ProcessModel): boolean {
  const fn = model.semantics.enclosingFunction(place);
  return fn !== null && model.runsInWorkers.has(fn);
}

const CONTAINERS = /^(ArrayExpression|DictionaryExpression|SetExpression)$/;

/** Whether a name is first bound to a list, dict or set that is written out. */
export function holdsContainer(binding: Binding): boolean {
  const values = binding.definitions.flatMap((d) => d.value ?? []);
  return values.length > 0 && values.every((value) => CONTAINERS.test(value.kind));
}

const MUTATORS =
  /^(append|appendleft|extend|insert|add|update|setdefault|pop|popitem|popleft|remove|discard|clear|sort|reverse)$/;

/** The references through which a container is changed in place. */
export function mutationsOf(binding: Binding, semantics: Semantics): Node[] {
  return binding.references.flatMap(({ node }) => (isMutation(node, semantics) ? [node] : []));
}

function isMutation(name: Node, semantics: Semantics): boolean {
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
  if (importOf(binding)) return null;
  if (binding.scope.kind === 'type-parameters') return `${name} is a type parameter`;
  if (binding.scope.kind === 'class') return `${name} belongs to the body of a class`;
  const setInside = binding.definitions.some((d) => fn.contains(d.node) && fn !== d.node);
  if (setInside) return `it sets ${name}, which the enclosing function would not see`;
  const definition = binding.definitions.find((d) => d.kind === 'function' || d.kind === 'class');
  if (definition && binding.scope.kind === 'module') {
    return `${name} is defined under the main guard, so a child that imports the module does not have it`;
  }
  if (binding.definitions.some((d) => d.kind === 'delete')) return `${name} is deleted`;
  if (isSetElsewhere(binding)) return `another function sets ${name} with \`nonlocal\``;
  const what = unpicklableCapture(binding, references, submissions, semantics);
  return what ? `${name} ${what}` : null;
}

function isSetElsewhere({ scope, definitions }: Binding): boolean {
  return scope.kind !== 'module' && definitions.some((d) => d.scope.frame !== scope.frame);
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
    return what && `is ${what}, which can't be pickled`;
  }
  const className = `\`${semantics.textOf(owner.child('VariableName') ?? owner)}\``;
  if (isNested(semantics, owner)) {
    return `is an instance of the local class ${className}, which can't be pickled`;
  }
  // `self.p = Process(target=…)` is not started yet when it is pickled, which works.
  const own = new Set(submissions.map(({ call }) => call.node));
  const held = heldBy(semantics, owner, channel, own);
  return held && `can't be pickled: its attribute \`${held.attribute}\` is ${held.what}`;
}

function riskOf(
  binding: Binding,
  fn: Node,
  submissions: readonly Submission[],
  model: ProcessModel,
): string | null {
  const changes = submissions.some((submission) =>
    momentsOf(submission, model).some((moment) => changesBetween(binding, fn, moment, model)),
  );
  return changes
    ? `\`${binding.name}\` gets another value before it is used, and is handed over as it is where the function is made`
    : null;
}

/** When a child takes over what its worker sees: at the call, for a Process where it is started; null if unknown. */
function momentsOf({ call, method, creations }: Submission, model: ProcessModel): (Node | null)[] {
  const [creation] = creations;
  if (method !== 'target' || !creation) return [call.node];
  const starts = model.starts.filter((start) => start.creations.includes(creation));
  return starts.length > 0 ? starts.map((start) => start.node) : [null];
}

/** Whether a name may be bound anew after the function is made and before the moment. */
function changesBetween(
  binding: Binding,
  fn: Node,
  moment: Node | null,
  model: ProcessModel,
): boolean {
  const { semantics } = model;
  const isLocal = moment && semantics.enclosingFunction(moment) === semantics.enclosingFunction(fn);
  const end = isLocal ? moment.from : binding.scope.node.to;
  const made = loopsAround(fn, semantics);
  const met = isLocal ? loopsAround(moment, semantics) : [];
  const loops = [
    ...made.filter((loop) => !met.includes(loop)),
    ...met.filter((loop) => !made.includes(loop)),
  ];
  return binding.definitions.some(
    (definition) =>
      definition.kind !== 'annotation' &&
      (isBetween(definition, fn.to, end) || loops.some((l) => l.contains(definition.nameNode))),
  );
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
  const creations = new Set(submissions.flatMap((submission) => submission.creations));
  return model.importTimeStarts
    .filter(({ start }) => start.creations.some((creation) => creations.has(creation)))
    .map(({ statement }) => statement)
    .reduce((a, b) => (b.from < a.from ? b : a), model.semantics.topLevelStatement(fn));
}
