import type { Edit, Fix, Refusal } from '../src/edits/fix.ts';
import { importEdit } from '../src/edits/imports.ts';
import { insertModuleFunction } from '../src/edits/insert.ts';
import { removeStatements } from '../src/edits/statements.ts';
import { picklingDoubts, serverDoubts } from '../src/processes/hand-over/doubts.ts';
import {
  type Capture,
  capturesOf,
  channelOf,
  placeOfHoisted,
} from '../src/processes/hand-over/hoist.ts';
import { instanceObstacle } from '../src/processes/hand-over/instances.ts';
import { unpicklableName } from '../src/processes/hand-over/pickling.ts';
import { staleThroughCalls } from '../src/processes/hand-over/stale.ts';
import type { ProcessModel, Submission } from '../src/processes/model.ts';
import { START_METHODS } from '../src/processes/start-method.ts';
import { closureOf, type LocalFunction } from '../src/semantics/closures.ts';
import type { Binding, Scope } from '../src/semantics/scopes.ts';
import type { Node } from '../src/syntax/node.ts';
import { type NestedWorker, nestedWorkers } from './nested-worker/find.ts';
import { decoratorsAreKnown } from './nested-worker/header.ts';
import { hoistedCode } from './nested-worker/hoist.ts';
import { clashOf, keywordObstacle } from './nested-worker/keywords.ts';
import { messageOf } from './nested-worker/messages.ts';
import { namesFor } from './nested-worker/naming.ts';
import { obstacleTo, resultObstacle } from './nested-worker/obstacles.ts';
import {
  isHarmless,
  mayRace,
  rewire,
  type Use,
  useObstacle,
  usesOf,
} from './nested-worker/uses.ts';
import { defineTransform } from './transform.ts';

export default defineTransform<NestedWorker>({
  code: 'MP202',
  name: 'nested-worker',
  summary:
    'a function defined inside another one is handed to worker processes, which cannot receive it',
  why: `A function travels to a worker process by its name: the child imports the module and looks the name up there. A
function that another one defines has no such name, as it exists only while the other runs, so it can't be pickled:
\`AttributeError: Can't pickle local object 'run.<locals>.work'\` up to Python 3.12, \`AttributeError: Can't get local
object 'run.<locals>.work'\` in 3.13, \`PicklingError: Can't pickle local object <function run.<locals>.work at 0x…>\`
from 3.14.

The tasks of a \`Pool\` and of a \`ProcessPoolExecutor\` are pickled under every start method, so there it fails
everywhere. The \`target\` of a \`Process\` and an \`initializer\` are pickled under \`spawn\` and \`forkserver\` only: such a
program works on Linux up to Python 3.13 and fails on macOS, on Windows, and on Linux from 3.14.

The same holds for a function that returns a function it has defined: \`pool.map(make_multiplier(3), numbers)\`. Threads
need no pickling, and \`multiprocess\`, \`pathos\` and \`joblib\` pickle functions by value, so they are left alone.`,
  startMethods: START_METHODS,
  fixable: 'safe',
  fixSafety: `The function moves to module level with its decorators and comments, above the code that it stood in. The
local variables that it uses become its first parameters. They are passed where it is called, added to \`args\`, or bound
with \`functools.partial\`; a factory keeps its parameters and returns the partial. Local functions that it calls move
along, and the imports that it uses are repeated in it.

A partial gets its values when it is made, a nested function reads them when it is called. So there is no fix where a
variable may be bound again in between, or is bound with \`nonlocal\`; only for the tasks of a pool, which could not be
sent at all before, there is an unsafe one. There is none either where a value is known not to be picklable, such as a
lock, an open file, a pool, an SSL context, or a \`self\` that holds one, and where the worker fills a list that only the
parent could read.

What a function captures has to be pickled now: with each task, and for a \`Process\` or an initializer unless the child
is forked. The fix is safe where all of that is known to work: numbers, text, paths, what they are put into, parameters
that are annotated so or that this file gives such values, queues and locks of multiprocessing for a \`Process\`, instances
of classes of the file that hold nothing else. Where mpfix can't tell, the fix is unsafe and says of what. Under \`fork\` a
\`Process\` gets the very objects as before.

The fix is also unsafe where a function with captured values is passed to code that mpfix does not know, which might
expect more of it than that it can be called, where a decorator is not known to pass all arguments on, and where keyword
arguments that mpfix can't see might have the name of a captured variable. So it is where a function that the worker calls
reads a global that only the parent sets: children that are not forked find the value that it has after an import; and
where a manager's server is to call the function, for it starts later than it is told of it.`,
  references: [
    'https://docs.python.org/3/library/pickle.html#what-can-be-pickled-and-unpickled',
    'https://docs.python.org/3/library/multiprocessing.html#the-spawn-and-forkserver-start-methods',
    'https://docs.python.org/3/library/functools.html#functools.partial',
  ],

  *find(model) {
    for (const worker of nestedWorkers(model)) {
      const { from, to } = worker.expression;
      yield {
        from,
        to,
        message: messageOf(worker, model),
        startMethods: worker.startMethods,
        subject: worker,
      };
    }
  },
  fix({ subject }, model) {
    const plan = planFor(model, subject);
    const refusal = refusalOf(plan);
    return refusal ? { refusal } : fixOf(plan);
  },

  picklesByName({ subject }) {
    return [subject.submission];
  },
});

/** The local functions that one fix moves, and all places that name them. */
interface Plan {
  readonly model: ProcessModel;
  readonly worker: NestedWorker;
  readonly functions: readonly LocalFunction[];
  readonly uses: readonly Use[];
  /** The submissions that the functions reach children through. */
  readonly submissions: readonly Submission[];
  /** What of the module the functions are to stand before. */
  readonly before: Node;
}

function planFor(model: ProcessModel, worker: NestedWorker): Plan {
  const functions = closureOf(model.semantics, worker.definition, (definition) =>
    setByParent(definition, worker, model).flatMap((capture) => capture.references),
  );
  const uses = functions.flatMap((fn) => usesOf(model, fn));
  const direct = uses.flatMap((use) => use.submission ?? []);
  const submissions = [...new Set([worker.submission, ...direct])];
  const before = placeOfHoisted(worker.definition, submissions, model);
  return { model, worker, functions, uses, submissions, before };
}

/** The names of the module that a function reads and that only the parent sets. */
function setByParent(definition: Node, worker: NestedWorker, model: ProcessModel): Capture[] {
  return capturesOf(definition, [worker.submission], model).filter(
    ({ binding, references }) =>
      binding.scope.kind === 'module' &&
      references.every(({ scope }) => !declaresGlobal(scope, binding.name, definition)),
  );
}

/** Whether a name is declared `global` in a function, or in one inside it. */
function declaresGlobal(scope: Scope, name: string, definition: Node): boolean {
  for (let outer: Scope | null = scope; outer; outer = outer.parent) {
    if (outer.declared.get(name) === 'global') return true;
    if (outer.node === definition) return false;
  }
  return false;
}

function refusalOf(plan: Plan): string | null {
  const { model, worker, functions } = plan;
  const target = functions.find((fn) => fn.shape.node === worker.definition);
  if (!target)
    return `\`${model.semantics.textOf(worker.expression)}\` can't be followed to its definition`;
  const around = functions.find((fn) => fn !== target && fn.shape.node.contains(target.shape.node));
  if (around)
    return `\`${target.name}\` calls \`${around.name}\`, which it is defined in; move \`${around.name}\` to module level first`;
  return (
    resultObstacle(model.semantics, target) ??
    firstReason(functions, (fn) => obstacleTo(model, fn, plan.before)) ??
    firstReason(setByParent(worker.definition, worker, model), ({ obstacle }) => obstacle) ??
    staleGlobal(worker, model) ??
    firstReason(handedOver(target), (binding) => valueObstacle(plan, target, binding)) ??
    firstReason(outerUses(plan), (use) => useObstacle(model, use)) ??
    firstReason(plan.uses, (use) => shadowObstacle(plan, use)) ??
    firstReason(plan.uses, (use) => keywordObstacle(model, use))
  );
}

/** A global that the parent sets and that the function reads, or adds to, before it sets it itself. */
function staleGlobal({ definition, submission }: NestedWorker, model: ProcessModel): string | null {
  const found = capturesOf(definition, [submission], model).find(({ binding, references }) => {
    const own = binding.definitions.filter((d) => definition.contains(d.nameNode));
    const [first] = own;
    const read = references[0]?.node.from ?? Number.POSITIVE_INFINITY;
    return (
      first !== undefined &&
      binding.scope.kind === 'module' &&
      (first.kind === 'augmented' || read < first.nameNode.from)
    );
  });
  const name =
    found && `\`${model.semantics.textOf(definition.child('VariableName') ?? definition)}\``;
  return found
    ? `${name} reads the global \`${found.name}\`, whose value only the parent has; pass it as an argument`
    : null;
}

function firstReason<T>(items: readonly T[], reason: (item: T) => string | null): string | null {
  for (const item of items) {
    const found = reason(item);
    if (found) return found;
  }
  return null;
}

/** Why a captured value can't be handed to the children that the function runs in. */
function valueObstacle(
  { model, submissions }: Plan,
  fn: LocalFunction,
  binding: Binding,
): string | null {
  const { semantics } = model;
  const channel = channelOf(submissions);
  const what = unpicklableName(semantics, binding, channel);
  if (what) {
    const isForStart = channel === 'task' && !unpicklableName(semantics, binding, 'start');
    const advice = isForStart
      ? 'which reaches workers only when they are started; hand it over with `initializer` and `initargs`'
      : `which can't be pickled; ${what === 'a lambda' ? 'make it a function at module level' : 'let each worker make its own'}`;
    return `\`${fn.name}\` uses \`${binding.name}\`, ${what}, ${advice}`;
  }
  return instanceObstacle(semantics, `\`${fn.name}\``, binding, submissions, channel);
}

/** The uses in code that stays where it is. */
function outerUses({ functions, uses }: Plan): Use[] {
  return uses.filter(({ node }) => !functions.some((fn) => fn.shape.outer.contains(node)));
}

/** In the moved code itself, what was captured is a parameter: nothing in between may hide it. */
function shadowObstacle({ model }: Plan, { fn, node }: Use): string | null {
  const hidden = fn.captured.find(
    (binding) => model.semantics.scopeOf(node).lookUp(binding.name) !== binding,
  );
  return hidden
    ? `\`${hidden.name}\` means something else where \`${fn.name}\` is used; rename one of the two`
    : null;
}

function fixOf(plan: Plan): Fix | Refusal {
  const { model, functions, uses, before } = plan;
  const { tree, semantics } = model;
  const names = namesFor(model, functions, uses);
  const partial = partialFor(plan);
  const hoisted = functions.map((fn) => {
    const name = names.get(fn) as string;
    const inner = uses
      .filter(({ node }) => fn.shape.outer.contains(node))
      .flatMap((use) => rewire(model, use, names.get(use.fn) as string, partial.expression));
    return { fn, name, inner };
  });
  const rewired = outerUses(plan).flatMap((use) =>
    rewire(model, use, names.get(use.fn) as string, partial.expression),
  );
  const edits: Edit[] = [
    ...partial.edits(),
    ...insertModuleFunction(tree, before, hoistedCode(semantics, hoisted, before)),
    ...removeStatements(
      tree,
      functions.map((fn) => fn.shape.outer),
    ),
    ...rewired,
  ];
  return {
    applicability: isCertain(plan) ? 'safe' : 'unsafe',
    message: [fixMessage(plan, names), ...risksOf(plan)].join('; '),
    edits,
    rebinds: [...functions.map((fn) => fn.name), ...capturedNames(plan)],
  };
}

function capturedNames({ functions }: Plan): string[] {
  return functions.flatMap((fn) => fn.captured.map((binding) => binding.name));
}

function isCertain(plan: Plan): boolean {
  const { model, functions } = plan;
  const capturing = outerUses(plan).filter(
    (use) => use.fn.captured.length + use.fn.defaults.length > 0,
  );
  return (
    capturing.every(
      (use) => isHarmless(model, use) && !mayRace(model, use) && clashOf(model, use) === null,
    ) &&
    functions.every((fn) => decoratorsAreKnown(model.semantics, fn)) &&
    risksOf(plan).length === 0
  );
}

/** What is not certain to be right for all children. */
function risksOf({ functions, worker, submissions, model }: Plan): string[] {
  const target = functions.filter((fn) => fn.shape.node === worker.definition);
  const stale = functions.flatMap((fn) => staleThroughCalls(fn.shape.node, model) ?? [])[0];
  return [
    ...(stale
      ? [
          `children that are not forked find \`${stale.binding.name}\`, which \`${stale.reader}\` reads, as it is when the module is imported`,
        ]
      : []),
    ...picklingDoubts(target.flatMap(handedOver), submissions, model),
    ...serverDoubts(submissions),
  ];
}

/** The values that go along with a function: those that it captured, and those of its defaults. */
function handedOver({ captured, defaults }: LocalFunction): Binding[] {
  return [...new Set([...captured, ...defaults.map(({ binding }) => binding)])];
}

/** `functools.partial` as the file can write it; asking for the text makes the import part of the fix. */
function partialFor({ model, uses, before }: Plan) {
  const { tree, semantics } = model;
  const nodes = [before, ...uses.map((use) => use.node)];
  let edits: readonly Edit[] = [];
  return {
    edits: () => edits,
    expression: () => {
      const name = importEdit(
        tree,
        semantics.scopes,
        { module: 'functools', name: 'partial' },
        nodes,
      );
      if (name.edits.length === 0) return name.expression;
      const module = importEdit(tree, semantics.scopes, { module: 'functools' }, nodes);
      edits = module.edits;
      return `${module.expression}.partial`;
    },
  };
}

function fixMessage(
  { functions, worker }: Plan,
  names: ReadonlyMap<LocalFunction, string>,
): string {
  const target = functions.find((fn) => fn.shape.node === worker.definition) as LocalFunction;
  const others = functions.filter((fn) => fn !== target).map((fn) => `\`${fn.name}\``);
  const moved = [`\`${target.name}\``, ...others].join(' and ');
  const name = names.get(target) as string;
  const as = name === target.name ? '' : ` as \`${name}\``;
  const passed = handedOver(target).map((b) => `\`${b.name}\``);
  const values = passed.length > 0 ? ` and pass it ${listed(passed)}` : '';
  return `move ${moved} to module level${as}${values}`;
}

function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}
