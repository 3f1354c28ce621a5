/** Which submissions hand a local function to children. */
import { returnedWorkers } from '../../src/processes/factories.ts';
import { isForkedHere } from '../../src/processes/hand-over/forked-here.ts';
import { failsUnder } from '../../src/processes/hand-over/hoist.ts';
import type { ProcessModel, Submission, Worker } from '../../src/processes/model.ts';
import type { StartMethod } from '../../src/processes/start-method.ts';
import { workersOf } from '../../src/processes/submissions.ts';
import { argumentsFor } from '../../src/semantics/arguments.ts';
import { localBinding } from '../../src/semantics/closures.ts';
import type { Definition } from '../../src/semantics/scopes.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import type { Call } from '../../src/syntax/shapes.ts';

/** A local function that reaches children through a submission. */
export interface NestedWorker {
  readonly definition: Node;
  readonly submission: Submission;
  /** The exact expression that stands for it: in the submission where that names it, else its argument. */
  readonly expression: Node;
  /** The function whose call gives it, where it comes from a factory. */
  readonly factory: Node | null;
  /** The call that takes it along, where the submission is in a function that gets it as an argument. */
  readonly through: Call | null;
  readonly startMethods: readonly StartMethod[];
}

const found = new WeakMap<ProcessModel, readonly NestedWorker[]>();

/** Every submission of a local function, in the order of the text. */
export function nestedWorkers(model: ProcessModel): readonly NestedWorker[] {
  let workers = found.get(model);
  if (!workers) {
    workers = findWorkers(model);
    found.set(model, workers);
  }
  return workers;
}

function findWorkers(model: ProcessModel): NestedWorker[] {
  return model.submissions.flatMap((submission) => {
    if (submission.library.pickling !== 'by-reference') return [];
    const startMethods = failsUnder(submission, model);
    if (startMethods.length === 0 || isForkedHere(submission, model)) return [];
    const seen = new Set<string>();
    return submission.workers
      .flatMap((worker) => reachedBy(worker, submission.argument.value, model.semantics))
      .filter(({ definition, expression }) => {
        const key = `${localBinding(model.semantics, definition)?.definitions[0]?.node.from} ${expression.from}`;
        return !seen.has(key) && seen.add(key);
      })
      .map((reached) => ({ ...reached, submission, startMethods }));
  });
}

type Reached = Pick<NestedWorker, 'definition' | 'expression' | 'factory' | 'through'>;

/** The local functions that a worker is, or that calls in this file give for it where it is a parameter. */
function reachedBy(
  worker: Worker,
  value: Node,
  semantics: Semantics,
  through: Call | null = null,
  seen: Set<Definition> = new Set(),
): Reached[] {
  const direct = localFunctions(worker, semantics).map(({ definition, node, factory }) => ({
    definition,
    expression: value.contains(node) ? node : value,
    factory,
    through,
  }));
  const parameter = parameterOf(worker, semantics);
  if (!parameter || seen.has(parameter)) return direct;
  seen.add(parameter);
  const given = argumentsFor(semantics, parameter).flatMap((argument) =>
    workersOf(argument.value, semantics).flatMap((w) =>
      reachedBy(w, argument.value, semantics, argument.call, seen),
    ),
  );
  return [...direct, ...given];
}

/** The parameter that a worker is named by, as long as nothing else binds the name. */
function parameterOf({ node, definition }: Worker, semantics: Semantics): Definition | null {
  if (definition || node.kind !== 'VariableName') return null;
  const [only, ...more] = semantics.bindingOf(node)?.definitions ?? [];
  return only?.kind === 'parameter' && more.length === 0 ? only : null;
}

interface Found {
  readonly definition: Node;
  readonly node: Node;
  readonly factory: Node | null;
}

function localFunctions({ node, definition }: Worker, semantics: Semantics): Found[] {
  if (definition)
    return isLocalFunction(definition, semantics) ? [{ definition, node, factory: null }] : [];
  const call = semantics.call(node);
  if (!call) return [];
  return semantics.values
    .definitions(call.callee)
    .flatMap((factory) =>
      returnedFunctions(factory, semantics).map((made) => ({ definition: made, node, factory })),
    );
}

function isLocalFunction(definition: Node, semantics: Semantics): boolean {
  return definition.kind === 'FunctionDefinition' && localBinding(semantics, definition) !== null;
}

/** The functions that a function defines and returns. */
export function returnedFunctions(factory: Node, semantics: Semantics): Node[] {
  return returnedWorkers(factory, semantics)
    .flatMap(({ definition }) => definition ?? [])
    .filter((definition) => isLocalFunction(definition, semantics));
}
