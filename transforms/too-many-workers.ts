import type { Fix, Refusal } from '../src/edits/fix.ts';
import { quoteOf } from '../src/edits/guard.ts';
import { importEdit } from '../src/edits/imports.ts';
import { type DaemonicStart, daemonicStarts } from '../src/processes/daemonic.ts';
import type { Creation, ProcessModel } from '../src/processes/model.ts';
import { countsHost, sizeArgument } from '../src/processes/pool-size.ts';
import { START_METHODS } from '../src/processes/start-method.ts';
import { isForkCertain } from '../src/processes/start-methods/platform-tests.ts';
import type { Node } from '../src/syntax/node.ts';
import type { Argument } from '../src/syntax/shapes.ts';
import { defineTransform, type Finding } from './transform.ts';

/** What Windows can wait for at a time, less what a pool waits for beside its workers. */
const WINDOWS_LIMIT = 61;

/** The first Python 3 whose Pool waits for any number of workers there. */
const FIRST_WITH_LARGE_POOLS = 13;

type Subject = TooLarge | (DaemonicStart & { readonly kind: 'nested' });

/** A size that Windows does not take. */
interface TooLarge {
  readonly kind: 'number' | 'multiple';
  readonly creation: Creation;
  readonly argument: Argument;
}

export default defineTransform<Subject>({
  code: 'MP704',
  name: 'too-many-workers',
  summary: "more workers than the system allows: over 61 on Windows, or any in a pool's worker",
  why: `**On Windows a pool has 61 workers at most.** The system waits for 63 handles at a time, and pools need two of
them for themselves. \`ProcessPoolExecutor(max_workers=64)\` fails at once there, on every Python: \`ValueError: max_workers
must be <= 61\`. \`Pool(64)\` is worse: its results still come, but the thread that looks after the workers ends with
\`ValueError: need at most 63 handles, got a sequence of length 66\`, and so \`join()\`, and the end of the program, wait
for ever (seen on Linux, with the limit put into CPython's code). From Python 3.13 \`Pool\` has no limit; the executor
still has. Without a size the executor keeps to 61 by itself; \`Pool()\` does not.

A multiple of \`cpu_count()\` reaches the limit on machines that are not rare: 32 threads are enough for
\`cpu_count() * 2\`.

**A worker of a \`Pool\` may not start processes**, neither a \`Process\` nor a pool, an executor or a manager of its own:
its process is daemonic, and \`AssertionError: daemonic processes are not allowed to have children\` comes back from every
task. The same holds for \`Process(…, daemon=True)\`. The workers of a \`ProcessPoolExecutor\` are not daemonic on any
Python from 3.8 on: from them it works.

Reported are numbers that are written out, multiples of the CPU count, and starts that a worker comes to whatever it is
given. Programs that test their platform, or that can't run on Windows, are left alone.`,
  startMethods: START_METHODS,
  fixable: 'safe',
  pinHelps: false,
  fixSafety: `A number becomes \`61 if sys.platform == "win32" else …\`: nothing changes on other systems. For an executor that
is safe, as it can't be made with more on Windows; for a \`Pool\` it is unsafe, as the results came.

A multiple of the CPU count becomes \`min(61, …)\`, which is unsafe: on large machines it holds on other systems too.

Pools within pools have no fix. What can be done: have the inner work done by the outer pool, with more and smaller
tasks (\`starmap\` over the product of both); make the outer pool a \`ProcessPoolExecutor\`; or use threads in the workers.`,
  references: [
    'https://docs.python.org/3/library/concurrent.futures.html#concurrent.futures.ProcessPoolExecutor',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Process.daemon',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool',
  ],

  *find(model) {
    if (model.creations.length === 0) return;
    for (const creation of model.creations) {
      const subject = tooLarge(creation, model);
      if (subject) yield ofSize(subject, model);
    }
    for (const found of daemonicStarts(model)) yield ofNested(found, model);
  },

  fix({ subject }, model): Fix | Refusal {
    return subject.kind === 'nested' ? NO_NESTED : limited(subject, model);
  },
});

const NO_NESTED: Refusal = {
  refusal:
    'give the inner work to the outer pool as tasks of its own, or make the outer pool a ProcessPoolExecutor, whose workers may start processes',
};

/** The size of a pool or executor, where Windows does not take it and may be where the program runs. */
function tooLarge(creation: Creation, model: ProcessModel): TooLarge | null {
  const argument = isLimited(creation, model) ? sizeArgument(creation) : null;
  const kind = argument && sizeKind(argument.value, creation, model);
  return kind && !isForkCertain(creation.call.node, model) ? { kind, creation, argument } : null;
}

function isLimited({ kind, library, method }: Creation, { settings }: ProcessModel): boolean {
  if (method !== null && method !== 'spawn') return false;
  if (kind === 'executor') return library.name === 'concurrent.futures';
  return (
    kind === 'pool' &&
    /^(torch\.)?multiprocessing$/.test(library.name) &&
    (settings.targetVersion ?? 0) < FIRST_WITH_LARGE_POOLS
  );
}

function sizeKind(
  size: Node,
  { kind }: Creation,
  { semantics }: ProcessModel,
): TooLarge['kind'] | null {
  const [value, ...others] = semantics.values.sources(size);
  if (!value || others.length > 0) return null;
  if (value.kind === 'Number') {
    return numberIn(semantics.textOf(value)) > WINDOWS_LIMIT ? 'number' : null;
  }
  if (kind === 'pool' || value.kind !== 'BinaryExpression') return null;
  const [left, operator, right] = value.parts;
  if (!left || !right || !operator || semantics.textOf(operator) !== '*') return null;
  const counts = (node: Node) => {
    const call = semantics.call(node);
    return call !== null && countsHost(call, semantics);
  };
  const isTwoOrMore = (node: Node) => numberIn(semantics.textOf(node)) >= 2;
  return (counts(left) && isTwoOrMore(right)) || (isTwoOrMore(left) && counts(right))
    ? 'multiple'
    : null;
}

/** NaN for what is no plain number. */
function numberIn(text: string): number {
  return Number(text.replaceAll('_', ''));
}

function ofSize(subject: TooLarge, { semantics }: ProcessModel): Finding<Subject> {
  const { creation, argument, kind } = subject;
  const { from, to } = argument.value;
  const name = semantics.textOf(creation.call.callee);
  const effect =
    creation.kind === 'executor'
      ? `\`${name}\` takes at most 61 workers: ValueError: max_workers must be <= 61`
      : `\`${name}\` can wait for at most 61 workers up to Python 3.12: its join() then waits for ever`;
  const when = kind === 'multiple' ? ', which this may exceed' : '';
  return { from, to, message: `on Windows ${effect}${when}`, subject };
}

function ofNested(found: DaemonicStart, { semantics }: ProcessModel): Finding<Subject> {
  const { from, to } = found.start.node;
  const nameOf = (fn: Node | undefined) => {
    const name = fn && semantics.functionShape(fn)?.nameNode;
    return name ? `\`${semantics.textOf(name)}\`` : 'this';
  };
  const [worker] = found.chain;
  const own = nameOf(found.chain.at(-1));
  const through = found.chain.length > 1 ? `, called by ${nameOf(worker)},` : '';
  const where =
    found.submission.method === 'target' ? 'a process with daemon=True' : "a Pool's worker";
  const message = `${own}${through} runs in ${where}, which may not start processes: AssertionError: daemonic processes are not allowed to have children`;
  return { from, to, message, subject: { ...found, kind: 'nested' } };
}

function limited({ kind, creation, argument }: TooLarge, { tree, semantics }: ProcessModel): Fix {
  const { from, to } = argument.value;
  if (kind === 'multiple') {
    return {
      applicability: 'unsafe',
      message: 'make no more workers than Windows allows',
      edits: [
        { from, to: from, text: `min(${WINDOWS_LIMIT}, ` },
        { from: to, to, text: ')' },
      ],
    };
  }
  const sys = importEdit(tree, semantics.scopes, { module: 'sys' }, [argument.value]);
  const quote = quoteOf(tree);
  const text = `${WINDOWS_LIMIT} if ${sys.expression}.platform == ${quote}win32${quote} else `;
  return {
    applicability: creation.kind === 'executor' ? 'safe' : 'unsafe',
    message: 'make no more workers than Windows allows, on Windows',
    edits: [...sys.edits, { from, to: from, text }],
  };
}
