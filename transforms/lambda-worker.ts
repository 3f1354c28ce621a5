import type { Edit, Fix, Refusal } from '../src/edits/fix.ts';
import { picklingDoubts, serverDoubts } from '../src/processes/hand-over/doubts.ts';
import { type Capture, capturesOf } from '../src/processes/hand-over/hoist.ts';
import { staleThroughCalls } from '../src/processes/hand-over/stale.ts';
import type { ProcessModel } from '../src/processes/model.ts';
import { START_METHODS } from '../src/processes/start-method.ts';
import type { Binding } from '../src/semantics/scopes.ts';
import { deliver } from './lambda-worker/delivery.ts';
import { type LambdaWorker, lambdaWorkers, methodsOf } from './lambda-worker/find.ts';
import { forwardOf } from './lambda-worker/forward.ts';
import { defineInPlace, hoist, namingOf, runsAtImport } from './lambda-worker/hoist.ts';
import { obstacleTo } from './lambda-worker/obstacles.ts';
import { attributeReadOf, unknownReaderOf } from './nested-worker/receivers.ts';
import { defineTransform } from './transform.ts';

export default defineTransform<LambdaWorker>({
  code: 'MP201',
  name: 'lambda-worker',
  summary: 'a lambda is handed to worker processes, which cannot receive it',
  why: `A worker gets to another process by pickling, and a function is pickled as nothing but its module and its name:
the child imports the module and looks the name up. A lambda has no name to look up. That holds for one that is bound to
a name of the module too, because the function itself goes on calling itself \`<lambda>\`, and for one inside
\`functools.partial\`.

The methods of \`Pool\` and of \`ProcessPoolExecutor\` pickle their callable under every start method, \`fork\` included.
\`Process(target=…)\` and the \`initializer\` of a pool are pickled under \`spawn\` and \`forkserver\` only: such a program
works on Linux up to Python 3.13, and fails on macOS, on Windows, and everywhere from Python 3.14.

The message depends on the version. For a lambda in a function it is \`AttributeError: Can't pickle local object
'main.<locals>.<lambda>'\` up to 3.12, \`AttributeError: Can't get local object 'main.<locals>.<lambda>'\` in 3.13, and
\`PicklingError: Can't pickle local object <function main.<locals>.<lambda> at 0x…>\` from 3.14. For one at module level
it is \`PicklingError: Can't pickle <function <lambda> at 0x…>: attribute lookup <lambda> on __main__ failed\`, from 3.14
\`… it's not found as __main__.<lambda>\`.`,
  advice: `Guides give the lambda a name. A function is pickled by the name that it was made with, and that stays
\`<lambda>\`.`,
  startMethods: START_METHODS,
  fixable: 'safe',
  fixSafety: `A lambda that only calls another function becomes that function, with fixed arguments handed over beside it
or by \`functools.partial\`. Any other becomes a function of the module, above the statement that uses it; what it took
from the functions around it, or from under the main guard, becomes its first parameters. Its code stays as it was
written. Names of the module stay names of the module.

Values are then read where the lambda stands, not when it runs. Where a loop changes such a value before the process is
started, the fix is unsafe; where other code changes it, there is none. It is unsafe too where a function that the
lambda calls reads a global that only the parent sets, where code that mpfix does not know gets the lambda as well,
where a manager's server is to call it, which starts later, where the parent would read an attribute of an object of
unknown make, and where mpfix can't tell whether a value that the lambda took from around it can be pickled: the note
names it.
There is none either where a value can't be pickled, as a lock, an open file or a pool, where the lambda returns
a lambda or a generator, where it changes a list or dict of the parent, and where it needs the class around it.
\`callback\` and \`error_callback\` run in the parent and are
left alone, as are thread pools, libraries that pickle by value, and processes that are pinned to \`fork\`.`,
  references: [
    'https://docs.python.org/3/library/pickle.html#what-can-be-pickled-and-unpickled',
    'https://docs.python.org/3/library/multiprocessing.html#the-spawn-and-forkserver-start-methods',
    'https://docs.python.org/3/library/functools.html#functools.partial',
  ],

  *find(model) {
    for (const worker of lambdaWorkers(model)) {
      const { from, to } = worker.lambda;
      yield {
        from,
        to,
        message: messageOf(worker, model),
        startMethods: methodsOf(worker, model),
        subject: worker,
      };
    }
  },

  fix({ subject }, model) {
    const reason = obstacleTo(subject, model);
    if (reason) return { refusal: reason };
    const outcome = fixOf(subject, model);
    return 'refusal' in outcome || fitsItsString(subject, outcome.edits)
      ? outcome
      : { refusal: 'the lambda stands in an f-string; give the result a name above it first' };
  },

  picklesByName({ subject }) {
    return subject.handovers.map(({ submission }) => submission);
  },
});

function fixOf(worker: LambdaWorker, model: ProcessModel): Fix | Refusal {
  const submissions = worker.handovers.map(({ submission }) => submission);
  const captures = capturesOf(worker.lambda, submissions, model);
  const stale = staleRisks(worker, model);
  const forward = forwardOf(worker, captures, model);
  if (forward) {
    const risks = [
      ...forward.early.flatMap((capture) => capture.risk ?? []),
      ...forward.risks,
      ...stale,
      ...doubtsAbout(worker, forward.early, model),
    ];
    const { text, leading, keywords } = forward.callable;
    const how = leading.length + keywords.length > 0 ? 'with its arguments' : 'itself';
    const order = `hand over \`${text}\` ${how}`;
    return {
      applicability: risks.length > 0 ? 'unsafe' : 'safe',
      message: [order, ...risks].join('; '),
      edits: deliver(worker, forward.callable, model),
    };
  }
  const naming = namingOf(worker, model);
  if (naming && runsAtImport(naming, worker, model)) return defineInPlace(naming, worker, model);
  const outcome = hoist(worker, captures, naming, model);
  if ('refusal' in outcome) return outcome;
  const names = captures.some((capture) => !capture.importStatement) ? namesOf(worker, model) : [];
  const attribute = names.find((binding) => attributeReadOf(model, binding));
  if (attribute) {
    return {
      refusal: `\`${attribute.name}.${attributeReadOf(model, attribute)}\` is read, and a partial has no such attribute`,
    };
  }
  const readers = names.flatMap((binding) => unknownReaderOf(model, binding) ?? []);
  const risks = [
    ...stale,
    ...doubtsAbout(worker, captures, model),
    ...readers.map(
      ({ callee }) =>
        `\`${model.semantics.textOf(callee)}\` is then given a partial, which is no function`,
    ),
  ];
  return risks.length === 0
    ? outcome
    : { ...outcome, applicability: 'unsafe', message: [outcome.message, ...risks].join('; ') };
}

/** The names that a lambda goes by. */
function namesOf({ lambda, handovers }: LambdaWorker, { semantics }: ProcessModel): Binding[] {
  const bindings = handovers
    .flatMap(({ worker }) => worker.aliases)
    .flatMap((alias) => semantics.bindingOf(alias) ?? [])
    .filter((binding) => binding.definitions.some((d) => d.value === lambda));
  return [...new Set(bindings)];
}

/** What is not known of the values that would be handed over. */
function doubtsAbout(
  { handovers, lambda }: LambdaWorker,
  captures: readonly Capture[],
  model: ProcessModel,
): string[] {
  const values = captures.filter((capture) => !capture.importStatement);
  const bindings = values.map(({ binding }) => binding);
  return picklingDoubts(
    bindings.filter(({ definitions }) => definitions.every(({ value }) => value !== lambda)),
    handovers.map(({ submission }) => submission),
    model,
  );
}

/** What children that are not forked would find other than the parent has it. */
function staleRisks({ lambda, handovers }: LambdaWorker, model: ProcessModel): string[] {
  const stale = staleThroughCalls(lambda, model);
  return [
    ...(stale
      ? [
          `children that are not forked find \`${stale.binding.name}\`, which \`${stale.reader}\` reads, as it is when the module is imported`,
        ]
      : []),
    ...serverDoubts(handovers.map(({ submission }) => submission)),
  ];
}

function messageOf({ handovers }: LambdaWorker, { semantics }: ProcessModel): string {
  const [first] = handovers;
  if (!first) return '';
  const { submission, worker } = first;
  const alias = worker.aliases[0];
  const what = alias ? `\`${semantics.textOf(alias)}\`` : 'this lambda';
  const why = alias
    ? 'it is a lambda, which has no name that a child could find it by'
    : 'a lambda has no name that a child could find it by';
  return submission.delivery === 'constructor'
    ? `as \`${submission.method}\`, ${what} is pickled unless the process is forked, and that fails: ${why}`
    : `\`${submission.method}\` pickles ${what} for the worker processes, and that fails: ${why}`;
}

/** A replacement inside an f-string must not bring quotes or lines into it. */
function fitsItsString({ lambda }: LambdaWorker, edits: readonly Edit[]): boolean {
  const string = lambda.ancestor('FormatString');
  return (
    !string ||
    edits.every((e) => e.to <= string.from || e.from >= string.to || !/["'\\\r\n]/.test(e.text))
  );
}
