import type { Edit, Fix, Refusal } from '../src/edits/fix.ts';
import { isCaught } from '../src/processes/hand-over/expected-errors.ts';
import { INSTEAD } from '../src/processes/hand-over/instead.ts';
import {
  type SentUnpicklable,
  sentUnpicklables,
} from '../src/processes/hand-over/sent-unpicklables.ts';
import { parameterIndex } from '../src/processes/hand-over/sent-values.ts';
import type { ProcessModel, Submission } from '../src/processes/model.ts';
import { START_METHODS } from '../src/processes/start-method.ts';
import type { Node } from '../src/syntax/node.ts';
import { unparenthesized } from '../src/syntax/shapes.ts';
import { defineTransform } from './transform.ts';

export default defineTransform<SentUnpicklable>({
  code: 'MP204',
  name: 'unpicklable-argument',
  summary: "a worker is given something that can't be pickled: a file, a connection, a generator",
  why: `What a pool or executor sends with a task is pickled under every start method, \`fork\` too. What a \`Process\`
is given as \`args\`, and workers as \`initargs\`, is pickled under \`spawn\` and \`forkserver\`: a program that does so
works on Linux up to Python 3.13 and stops with 3.14, on macOS and Windows.

What stands for something outside the interpreter or belongs to one process can't be pickled: open files, database
connections, locks and queues of threads, generators, modules, what \`keys()\` gives, \`hashlib\` objects and more. Each
kind that is reported was seen to fail in Python 3.8 to 3.15, or in the versions that the finding names. The words
differ:

    TypeError: cannot pickle '_io.TextIOWrapper' object        Python 3.8 to 3.11
    TypeError: cannot pickle 'TextIOWrapper' instances         from Python 3.12
    TypeError: cannot pickle 'generator' object
    TypeError: cannot pickle 'sqlite3.Connection' object
    TypeError: cannot pickle '_thread.lock' object             locks, queues and events of threads, Popen, redis, pymongo
    AttributeError: Can't pickle local object 'ArgumentParser.__init__.<locals>.identity'

\`apply_async\` and \`submit\` raise it only where the result is asked for; where nobody asks, no task is done, without a
word. \`Process.start()\` raises it in the parent.

Some things can be pickled although guides say otherwise, and are left alone: sockets, which are handed over as open
descriptors, loggers, compiled patterns, \`BytesIO\`, \`random.Random\`, \`map\` objects, the ends of a \`Pipe\`, proxies of a
manager, and an \`ArgumentParser\` from Python 3.14 on. From 3.14 on, the iterators of \`itertools\` can't.`,
  startMethods: START_METHODS,
  fixable: 'safe',
  fixSafety: `A generator becomes a list, where it is written in the call. The fix is safe where it goes with a task,
which fails as it is, and to a builtin that takes any iterable, such as \`sum\`, or to a function of the file that does
not ask for \`next()\` of it. It is unsafe elsewhere: the parent runs the generator to its end, and a list has no
\`send()\`. An iterable that \`map\` goes through is no argument: the parent takes its items, and it is left alone.

All else has no fix, for only its author knows where the worker gets it from; the finding says what to do instead.`,
  references: [
    'https://docs.python.org/3/library/pickle.html#what-can-be-pickled-and-unpickled',
    'https://docs.python.org/3/library/multiprocessing.html#all-start-methods',
    'https://docs.python.org/3/library/multiprocessing.html#the-spawn-and-forkserver-start-methods',
  ],

  *find(model) {
    for (const value of sentUnpicklables(model)) {
      const { from, to } = value.sent.node;
      const message = messageOf(value, model.semantics.textOf(value.sent.node));
      yield { from, to, message, startMethods: value.startMethods, subject: value };
    }
  },

  fix({ subject }, model): Fix | Refusal {
    const generator = unparenthesized(subject.sent.node);
    if (generator.kind !== 'ComprehensionExpression') {
      return { refusal: 'how the worker gets at it otherwise is for its author to say' };
    }
    if (isEndless(generator, model)) return { refusal: 'a list of it would have no end' };
    return {
      applicability: isOnlyIterated(subject, model) ? 'safe' : 'unsafe',
      message: 'make it a list',
      edits: asList(generator),
    };
  },
});

const SILENT = /^(submit|run_in_executor|schedule|\w+_async)$/;

/** Whether an error waits for somebody to ask for the result. */
function isSilent({ method, call }: Submission): boolean {
  return SILENT.test(method) && call.args.every(({ name }) => name !== 'error_callback');
}

function messageOf(value: SentUnpicklable, text: string): string {
  const shown = /\n|.{41}/.test(text) ? 'this' : `\`${text}\``;
  const { what, isInside, versions, channel, submission } = value;
  const fact = isInside ? `has ${what} in it` : `is ${what}`;
  const can = `which can't be pickled${versions ? ` ${versions}` : ''}`;
  const effect =
    channel === 'start'
      ? "a child that is not forked can't be started with it"
      : isSilent(submission)
        ? 'the task fails, which shows only where its result is asked for'
        : 'the task fails';
  return `${shown} ${fact}, ${can}: ${effect}; ${INSTEAD[value.instead]}`;
}

/** Whether what a generator goes through may have no end. */
function isEndless(generator: Node, { semantics }: ProcessModel): boolean {
  return semantics
    .allCalls()
    .some(
      ({ node, callee, args }) =>
        generator.contains(node) &&
        (/^itertools\.(count|cycle|repeat)$/.test(semantics.values.qualifiedName(callee) ?? '') ||
          (semantics.textOf(callee) === 'iter' && args.length === 2)),
    );
}

function asList({ from, to }: Node): Edit[] {
  return [
    { from, to: from + 1, text: '[' },
    { from: to - 1, to, text: ']' },
  ];
}

const CONSUMERS =
  /^builtins\.(sum|min|max|list|tuple|set|frozenset|sorted|any|all|dict)$|^math\.(fsum|prod)$|^statistics\.\w+$|^collections\.(Counter|deque)$/;

/** Whether a generator that fails with its task goes to code that does nothing with it but go through it. */
function isOnlyIterated(
  { submission, sent, channel }: SentUnpicklable,
  model: ProcessModel,
): boolean {
  const { semantics } = model;
  const [worker, ...others] = submission.workers;
  if (!worker || others.length > 0 || channel !== 'task') return false;
  if (isCaught(submission.call.node, 'TypeError', semantics)) return false;
  const name = semantics.values.qualifiedName(worker.node);
  if (name && CONSUMERS.test(name)) return true;
  const shape = worker.definition ? semantics.functionShape(worker.definition) : null;
  const param = shape?.params[parameterIndex(shape, sent)];
  const binding = param && param.star === '' ? semantics.bindingOf(param.nameNode) : null;
  return (
    sent.part === null &&
    binding?.definitions.length === 1 &&
    binding.references.every(({ node }) => isPassedThrough(node, model))
  );
}

/** `for x in name`, `sum(name)` */
function isPassedThrough(name: Node, { semantics }: ProcessModel): boolean {
  if (name.previous?.kind === 'in') return name.parent?.kind !== 'BinaryExpression';
  const call = name.parent?.parent ? semantics.call(name.parent.parent) : null;
  const callee = call?.args.some(({ value }) => value === name)
    ? semantics.values.qualifiedName(call.callee)
    : null;
  return callee !== null && CONSUMERS.test(callee);
}
