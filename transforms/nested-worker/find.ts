/** Which submissions hand a local function to children. */
import { failsUnder } from '../../src/processes/hoist.ts';
import type { ProcessModel, Submission, Worker } from '../../src/processes/model.ts';
import type { StartMethod } from '../../src/processes/start-method.ts';
import { workersOf } from '../../src/processes/submissions.ts';
import { localBinding } from '../../src/semantics/closures.ts';
import type { Binding } from '../../src/semantics/scopes.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';

/** A local function that reaches children through a submission. */
export interface NestedWorker {
  readonly definition: Node;
  readonly submission: Submission;
  /** The exact expression that stands for it: in the submission where that names it, else its argument. */
  readonly expression: Node;
  /** The function whose call gives it, where it comes from a factory. */
  readonly factory: Node | null;
  readonly startMethods: readonly StartMethod[];
}

/** Every submission of a local function, in the order of the text. */
export function nestedWorkers(model: ProcessModel): NestedWorker[] {
  return model.submissions.flatMap((submission) => {
    if (submission.library.pickling !== 'by-reference') return [];
    const startMethods = failsUnder(submission, model);
    if (startMethods.length === 0 || isForkedHere(submission, model)) return [];
    const { value } = submission.argument;
    const seen = new Set<Binding | null>();
    return submission.workers
      .flatMap((worker) => localFunctions(worker, model.semantics))
      .filter(({ definition }) => {
        const binding = localBinding(model.semantics, definition);
        return !seen.has(binding) && seen.add(binding);
      })
      .map(({ definition, node, factory }) => ({
        definition,
        submission,
        expression: value.contains(node) ? node : value,
        factory,
        startMethods,
      }));
  });
}

/** Whether the function that makes a process has set `fork` on the way, whatever others set. */
function isForkedHere({ call, creations, delivery }: Submission, model: ProcessModel): boolean {
  const { semantics, startMethodCalls } = model;
  const own = semantics.enclosingFunction(call.node);
  const before = startMethodCalls.filter(
    (c) => c.call.node.from < call.node.from && semantics.enclosingFunction(c.call.node) === own,
  );
  return (
    delivery === 'constructor' &&
    creations.every((creation) => creation.method === null) &&
    before[before.length - 1]?.method === 'fork'
  );
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
  const shape = semantics.functionShape(factory);
  const scope = semantics.scopes.opened.get(factory);
  if (!shape?.nameNode || shape.isAsync || shape.decorators.length > 0) return [];
  return [...shape.body.walk()]
    .filter((node) => node.kind === 'ReturnStatement' && semantics.scopeOf(node) === scope)
    .flatMap((node) => (node.children[1] ? workersOf(node.children[1], semantics) : []))
    .flatMap(({ definition }) => definition ?? [])
    .filter((definition) => isLocalFunction(definition, semantics) && factory.contains(definition));
}
