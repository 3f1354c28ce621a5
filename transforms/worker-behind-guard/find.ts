/** What children need and don't find, because only the parent gets to its definition, or gets there too late. */
import { isUnderMainTest } from '../../src/processes/guards.ts';
import { type HandOver, handOversOf } from '../../src/processes/hand-over/given-to-children.ts';
import { importTimeCalls } from '../../src/processes/import-calls.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import { START_METHODS, type StartMethod } from '../../src/processes/start-method.ts';
import { functionsReachedFrom } from '../../src/processes/state/reads.ts';
import type { Binding, Definition } from '../../src/semantics/scopes.ts';
import type { Node } from '../../src/syntax/node.ts';

/** A name of the module that code in children needs, and that children don't have. */
export interface Misplaced {
  readonly binding: Binding;
  /** The first of its definitions. */
  readonly definition: Definition;
  readonly handOver: HandOver;
  /** The function that reads the name in children; null where pickle looks it up. */
  readonly reader: Node | null;
  /** Whether it stands under a main guard, where children that import the file don't get. */
  readonly isGuarded: boolean;
  /** The function that defines the name as `global`, and that children which import the file don't call; or null. */
  readonly definedBy: Node | null;
  /** The call that forks workers before the definition is reached, or null. */
  readonly startedBefore: Node | null;
  readonly startMethods: readonly StartMethod[];
  /** All names that the same children need and don't have, this one among them. */
  readonly together: ReadonlySet<Binding>;
}

/** The names that are misplaced, in the order of their definitions. */
export function findMisplaced(model: ProcessModel): Misplaced[] {
  const found = new Map<Binding, Misplaced>();
  for (const handOver of handOversOf(model)) {
    const { library } = handOver;
    if (library.pickling !== 'by-reference' || !library.importsMain) continue;
    const missing = new Set<Binding>();
    for (const need of needsOf(handOver, model)) {
      const misplaced = misplacedBy(need, handOver, model);
      if (!misplaced) continue;
      missing.add(need.binding);
      const known = found.get(need.binding);
      const one = { ...misplaced, together: missing };
      found.set(need.binding, known ? merged(known, one) : one);
    }
  }
  return [...found.values()].sort(
    (a, b) => a.definition.nameNode.from - b.definition.nameNode.from,
  );
}

interface Need {
  readonly binding: Binding;
  readonly reader: Node | null;
}

function needsOf({ named, runs }: HandOver, model: ProcessModel): Need[] {
  const { semantics } = model;
  const byName = [...named, ...runs].flatMap((definition) => {
    const nameNode = definition.child('VariableName');
    const binding = nameNode && semantics.bindingOf(nameNode);
    return binding?.scope.kind === 'module' ? [{ binding, reader: null }] : [];
  });
  const read = functionsReachedFrom(runs, model).flatMap((fn) =>
    semantics
      .moduleReads(fn)
      .filter(({ node }) => !isUnderMainTest(node, semantics, fn))
      .flatMap(({ binding }) => (binding ? [{ binding, reader: fn }] : [])),
  );
  return [...byName, ...read];
}

function misplacedBy(
  { binding, reader }: Need,
  handOver: HandOver,
  model: ProcessModel,
): Omit<Misplaced, 'together'> | null {
  const definitions = binding.definitions.filter(({ kind }) => kind !== 'annotation');
  const [definition] = definitions;
  if (!definition) return null;
  const definedBy = definitions.length === 1 ? notCalledByImport(definition, model) : null;
  if (!definedBy && !definitions.every(isDefinedInModule)) return null;
  const isGuarded = definitions.every(({ nameNode }) => model.isGuarded(nameNode));
  const startedBefore = definedBy ? null : forkedBefore(definition, handOver, model);
  const startMethods = handOver.methods.filter((method) =>
    method === 'fork' ? startedBefore !== null : isGuarded || definedBy !== null,
  );
  return startMethods.length > 0
    ? { binding, definition, handOver, reader, isGuarded, definedBy, startedBefore, startMethods }
    : null;
}

/** The function that defines a `global` function, where nothing calls it while the module is imported. */
function notCalledByImport({ kind, scope }: Definition, { semantics }: ProcessModel): Node | null {
  if (kind !== 'function' || scope.node.kind !== 'FunctionDefinition') return null;
  const isCalled = importTimeCalls(semantics).some(({ call }) =>
    semantics.callGraph.functionsOf(call.callee).includes(scope.node),
  );
  return isCalled ? null : scope.node;
}

function isDefinedInModule({ kind, scope }: Definition): boolean {
  return MOVABLE.has(kind) && scope.kind === 'module';
}

/** What can stand in front of the guard as well. */
const MOVABLE: ReadonlySet<string> = new Set(['function', 'class', 'import']);

/** The call that makes the pool, where the module makes it above a definition and hands the work over below. */
function forkedBefore(
  { nameNode }: Definition,
  { creations, call }: HandOver,
  { importTimeStarts, semantics }: ProcessModel,
): Node | null {
  const starts = creations.map((creation) =>
    importTimeStarts.find(
      ({ node, chain, start }) =>
        creation.kind === 'pool' &&
        chain.length === 0 &&
        start.creations.includes(creation) &&
        node.to <= nameNode.from,
    ),
  );
  const isLater = semantics.enclosingFunction(call.node) !== null || call.node.from > nameNode.to;
  const [first] = starts;
  return first && isLater && starts.every((start) => start !== undefined) ? first.node : null;
}

/** The finding for a name is about what pickle looks up, if anything is, and about all start methods. */
function merged(a: Misplaced, b: Misplaced): Misplaced {
  const first = a.reader !== null && b.reader === null ? b : a;
  return {
    ...first,
    together: new Set([...a.together, ...b.together]),
    startedBefore: a.startedBefore ?? b.startedBefore,
    startMethods: START_METHODS.filter(
      (method) => a.startMethods.includes(method) || b.startMethods.includes(method),
    ),
  };
}
