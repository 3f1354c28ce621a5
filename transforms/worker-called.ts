import type { Edit, Fix, Refusal } from '../src/edits/fix.ts';
import { tupleOf } from '../src/edits/parameters.ts';
import { channelOf, failsUnder } from '../src/processes/hand-over/hoist.ts';
import { resultsOf } from '../src/processes/hand-over/known-values.ts';
import { unpicklable } from '../src/processes/hand-over/pickling.ts';
import { argumentsPlace, positionalCount } from '../src/processes/hand-over/worker-arguments.ts';
import type { ProcessModel, Submission } from '../src/processes/model.ts';
import { START_METHODS, type StartMethod } from '../src/processes/start-method.ts';
import { argumentAt } from '../src/processes/submissions.ts';
import type { SyntaxTree } from '../src/syntax/parse.ts';
import type { Argument, Call, FunctionShape } from '../src/syntax/shapes.ts';
import { defineTransform } from './transform.ts';

/** A submission that is given the result of a function in place of the function. */
interface CalledWorker {
  readonly submission: Submission;
  readonly called: Call;
  readonly worker: FunctionShape;
}

export default defineTransform<CalledWorker>({
  code: 'MP211',
  name: 'worker-called',
  summary: 'a worker is called where it should be handed over, and runs in the parent',
  why: `\`Process(target=work())\` calls \`work\` at once, in the parent, and hands over what it returns. A function that
returns nothing returns \`None\`, and a process with \`target=None\` starts, does nothing and ends well: all the work is
done, but by one process, before the others begin. That is no error under any start method.

\`initializer=setup()\` is as quiet. The parent is set up, the workers are not. Forked ones have what the parent had, so
it seems to work; under \`spawn\` and \`forkserver\` they do without. A task that is called is an error at least:
\`TypeError: 'NoneType' object is not callable\`, for \`apply_async\` and \`submit\` only where the result is asked for.

Reported are functions of the file that can't return anything to call. A function that makes a worker and returns it is
left alone.`,
  startMethods: START_METHODS,
  fixable: 'unsafe',
  fixSafety: `The function is handed over without being called, and its arguments beside it: as \`args\` and \`kwargs\`, as
\`initargs\`, or behind the function. The fix is unsafe, as the code runs in another process then: what it changes in the
parent, the parent no longer sees, and what it prints may come in another order.

There is no fix where the arguments have stars or can't be pickled, where the call is given other arguments for the
worker already, where it has no place for them, and where the children would call it with others.`,
  references: [
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Process',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool',
  ],

  *find(model) {
    for (const submission of model.submissions) {
      const called = model.semantics.call(submission.argument.value);
      const worker = called && workerOf(called, model);
      if (!worker || submission.argument.star !== '') continue;
      const startMethods = missedUnder(submission, model);
      if (startMethods.length === 0) continue;
      const { from, to } = called.node;
      const message = messageOf(submission, called, model);
      yield { from, to, message, startMethods, subject: { submission, called, worker } };
    }
  },

  fix({ subject }, model): Fix | Refusal {
    const edits = handedOver(subject, model);
    if ('refusal' in edits) return edits;
    const name = model.semantics.textOf(subject.called.callee);
    return {
      applicability: 'unsafe',
      message: `hand over \`${name}\` itself; it runs in the children then`,
      edits,
    };
  },
});

/** The function that a call is of, where it gives nothing back, whatever happens. */
function workerOf({ callee }: Call, { semantics }: ProcessModel): FunctionShape | null {
  const [definition, ...others] = semantics.bindingOf(callee)?.definitions ?? [];
  const shape = definition?.kind === 'function' ? semantics.functionShape(definition.node) : null;
  if (!shape || others.length > 0 || shape.decorators.length > 0) return null;
  return resultsOf(shape.node)?.every(({ kind }) => kind === 'None') ? shape : null;
}

/** Where it is missed: what the parent has set up, forked workers have too. */
function missedUnder(submission: Submission, model: ProcessModel): readonly StartMethod[] {
  return submission.method === 'initializer' ? failsUnder(submission, model) : START_METHODS;
}

const EFFECTS: ReadonlyMap<string, string> = new Map([
  ['target', 'the process is given what it returns, None: it starts and does nothing'],
  [
    'initializer',
    'the workers are given what it returns, None, as their initializer: those that are not forked begin without it',
  ],
]);

const OF_TASKS =
  "the workers are given what it returns, None: they fail with TypeError: 'NoneType' object is not callable";

function messageOf({ method }: Submission, { callee }: Call, { semantics }: ProcessModel): string {
  const effect = EFFECTS.get(method) ?? OF_TASKS;
  return `\`${semantics.textOf(callee)}()\` runs here, in the parent, and ${effect}`;
}

/** The function without its call, and the arguments where the submission takes them. */
function handedOver(subject: CalledWorker, model: ProcessModel): readonly Edit[] | Refusal {
  const { submission, called, worker } = subject;
  const { tree } = model;
  const { node, callee, args } = called;
  const { call, argument, method } = submission;
  const edit = (items: readonly string[]): Edit[] => [
    {
      from: callee.to,
      to: node.to,
      text: items.map((item) => separator(argument, tree) + item).join(''),
    },
  ];
  if (args.length === 0) {
    const count = positionalCount(submission);
    return count === null || takes(worker, count) ? edit([]) : OTHERS_GIVEN;
  }
  const obstacle = argumentsObstacle(subject, model);
  if (obstacle) return { refusal: obstacle };
  const named = args.filter(({ name }) => name !== null);
  const behind = call.args.slice(call.args.indexOf(argument) + 1);
  const place = argumentsPlace(submission);
  if (place === 'following') {
    if (behind.length > 0) return ALREADY_GIVEN;
    const takesNames = method === 'submit' || named.length === 0;
    return argument.name === null && takesNames
      ? edit(args.map((each) => textOf(each, tree)))
      : NO_PLACE;
  }
  if (place === null || (named.length > 0 && !place.keywords)) return NO_PLACE;
  const places = [place, ...(place.keywords ? [place.keywords] : [])];
  if (
    behind.some(({ name }) => name === null) ||
    places.some(({ index, keyword }) => argumentAt(call, index, keyword))
  ) {
    return ALREADY_GIVEN;
  }
  const values = args.filter(({ name }) => name === null).map((each) => textOf(each, tree));
  const items = named.map(({ name, value }) => `"${name}": ${textOf(value, tree)}`);
  return edit([
    ...(values.length > 0 ? [`${place.keyword}=${tupleOf(values)}`] : []),
    ...(items.length > 0 ? [`${place.keywords?.keyword}={${items.join(', ')}}`] : []),
  ]);
}

/** Why the arguments of the call can't be handed over instead; null where they can. */
function argumentsObstacle(
  { submission, called: { args, argList } }: CalledWorker,
  { tree, semantics }: ProcessModel,
): string | null {
  if ([...args, ...submission.call.args].some(({ star }) => star !== '') || argList.child('for')) {
    return 'which arguments it is given can only be told when it is called';
  }
  if (argList.children.some(({ kind }) => kind === 'Comment')) {
    return 'there is a comment among its arguments, which would be lost';
  }
  for (const { value } of args) {
    const what = unpicklable(semantics, value, channelOf([submission]));
    if (what) return `\`${textOf(value, tree)}\` is ${what}, which can't be pickled`;
  }
  return null;
}

const OTHERS_GIVEN: Refusal = {
  refusal: 'it takes other arguments than the children would call it with',
};
const ALREADY_GIVEN: Refusal = {
  refusal: 'the call has other arguments behind the worker already',
};
const NO_PLACE: Refusal = {
  refusal: 'there is no place for its arguments; hand over a functools.partial(…) of it',
};

/** Whether a function can be called with so many arguments by position. */
function takes({ params }: FunctionShape, count: number): boolean {
  const plain = params.filter(({ star, passing }) => star === '' && passing !== 'keyword-only');
  const needed = plain.filter(({ defaultValue }) => !defaultValue);
  return needed.length <= count && (count <= plain.length || params.some((p) => p.star === '*'));
}

/** What stands between an argument and the next: a line break where it has a line of its own. */
function separator({ from }: Argument, { lines, text }: SyntaxTree): string {
  const line = lines.lineAt(from);
  const indent = text.slice(lines.startOf(line), from);
  return line > 0 && indent.trim() === ''
    ? `,${text.slice(lines.endOf(line - 1), lines.startOf(line))}${indent}`
    : ', ';
}

function textOf({ from, to }: { from: number; to: number }, { text }: SyntaxTree): string {
  return text.slice(from, to);
}
