import type { Edit, Fix, Refusal } from '../src/edits/fix.ts';
import { importEdit } from '../src/edits/imports.ts';
import { prepend } from '../src/edits/prepend.ts';
import { type BlockingCall, blockingCalls } from '../src/processes/blocking-calls.ts';
import type { ProcessModel } from '../src/processes/model.ts';
import { isTest } from '../src/processes/role.ts';
import { START_METHODS } from '../src/processes/start-method.ts';
import type { Node } from '../src/syntax/node.ts';
import { type Call, withItemsOf } from '../src/syntax/shapes.ts';
import { defineTransform } from './transform.ts';

export default defineTransform<BlockingCall>({
  code: 'MP703',
  name: 'blocked-event-loop',
  summary: 'a coroutine waits for another process, and the event loop stands still meanwhile',
  why: `\`pool.map(…)\`, \`future.result()\`, \`process.join()\` and \`queue.get()\` wait where they stand. In an \`async def\`
that is the thread of the event loop: until the other process is done no other coroutine runs, no connection is served,
no timeout expires, no cancellation arrives. There is no error, and with one client it works; with two the second one
waits for the first.

\`loop.run_in_executor(executor, f, x)\` hands the work to a \`ProcessPoolExecutor\` and gives a future that can be awaited;
\`asyncio.wrap_future(future)\` does that for a future that is there already.

Reported are calls in a coroutine's own code. What a coroutine hands to \`asyncio.to_thread\` is left alone, and so are
tests, calls with a timeout, and functions that ask first (\`is_alive()\`, \`done()\`, \`empty()\`).`,
  advice: `Guides hand a \`multiprocessing.Pool\` to \`run_in_executor\`, as in the program below: it takes executors only. And
guides use \`run_in_executor(None, f, x)\` or \`asyncio.to_thread(f, x)\` for computations. The event loop runs on then, but
\`f\` runs in a thread of the same process, and takes turns with the loop for the interpreter's lock: nothing is computed
in parallel. For waiting, as in \`await asyncio.to_thread(process.join)\`, a thread is right.`,
  startMethods: START_METHODS,
  fixable: 'unsafe',
  pinHelps: false,
  fixSafety: `\`executor.submit(f, x).result()\` becomes \`await asyncio.get_running_loop().run_in_executor(executor, f, x)\`,
and \`future.result()\` becomes \`await asyncio.wrap_future(future)\`. The results are the same,
and so are the exceptions but for two: up to Python 3.10 a \`concurrent.futures.TimeoutError\` that a worker raises comes
as \`asyncio.TimeoutError\`, and a \`StopIteration\` can't come through an awaited future at all. The fix is unsafe, as other
coroutines run meanwhile: what they share with this one they can change between the two lines, and the
coroutine can be cancelled there.

There is no fix where a lock would be held meanwhile (any \`with\` but the executor's own, or \`acquire()\`), with keyword
arguments, which \`run_in_executor\` does not take, in comprehensions, and in programs that have another event loop (trio,
curio, anyio).
Pools, processes and queues have no awaitable form: their calls go to a thread, \`await asyncio.to_thread(pool.map, f, xs)\`
(Python 3.9), or the pool becomes a \`ProcessPoolExecutor\`.`,
  references: [
    'https://docs.python.org/3/library/asyncio-eventloop.html#asyncio.loop.run_in_executor',
    'https://docs.python.org/3/library/asyncio-dev.html#running-blocking-code',
    'https://docs.python.org/3/library/asyncio-future.html#asyncio.wrap_future',
    'https://docs.python.org/3/library/asyncio-task.html#asyncio.to_thread',
  ],

  *find(model) {
    if (!/\basync\b/.test(model.tree.text) || model.creations.length === 0) return;
    if (isTest(model.path)) return;
    for (const subject of blockingCalls(model)) {
      const { from, to } = subject.call.node;
      yield { from, to, message: messageOf(subject, model), subject };
    }
  },

  fix({ subject }, model): Fix | Refusal {
    const edits = awaited(subject, model);
    return 'refusal' in edits
      ? edits
      : { applicability: 'unsafe', message: 'await the result instead of waiting for it', edits };
  },
});

const WAITS_FOR: Readonly<Record<BlockingCall['kind'], string>> = {
  result: 'until the worker is done',
  task: 'until the workers are done',
  iteration: 'until the workers are done',
  join: 'until the process has ended',
  queue: 'until another process puts something',
};

function messageOf({ call, kind }: BlockingCall, model: ProcessModel): string {
  return `\`${nameOf(call, model)}()\` waits here, in a coroutine: the event loop stands still ${WAITS_FOR[kind]}`;
}

/** `executor.submit(…).result` */
function nameOf({ callee }: Call, { semantics }: ProcessModel): string {
  const attribute = semantics.attribute(callee);
  const handle = attribute && semantics.call(attribute.object);
  return handle
    ? `${semantics.textOf(handle.callee)}(…).${attribute.name}`
    : semantics.textOf(callee);
}

function awaited(subject: BlockingCall, model: ProcessModel): readonly Edit[] | Refusal {
  const obstacle = obstacleTo(subject, model);
  if (obstacle !== null) return { refusal: obstacle };
  const { call, submission } = subject;
  const { tree, semantics } = model;
  const object = semantics.attribute(call.callee)?.object as Node;
  const asyncio = importEdit(tree, semantics.scopes, { module: 'asyncio' }, [call.node]);
  const [open, close] = isWhole(call.node) ? ['', ''] : ['(', ')'];
  const { from, to } = call.node;
  if (submission?.call.node === object) {
    const { callee, argList } = submission.call;
    const executor = semantics.attribute(callee)?.object as Node;
    return [
      ...asyncio.edits,
      {
        from,
        to: callee.to,
        text: `${open}await ${asyncio.expression}.get_running_loop().run_in_executor`,
      },
      ...prepend(tree, argList, [semantics.textOf(executor)]),
      { from: argList.to, to, text: close },
    ];
  }
  return [
    ...asyncio.edits,
    { from, to: from, text: `${open}await ${asyncio.expression}.wrap_future(` },
    { from: object.to, to, text: `)${close}` },
  ];
}

const IN_A_THREAD: Readonly<Record<Exclude<BlockingCall['kind'], 'result'>, string>> = {
  task: "a Pool can't be awaited: use `await asyncio.to_thread(…)` for this call, or a ProcessPoolExecutor and `loop.run_in_executor`",
  iteration:
    "the results of `map` can't be awaited: submit each task with `loop.run_in_executor` and await `asyncio.gather` of them",
  join: "a process can't be awaited: use `await asyncio.to_thread(process.join)`, or a ProcessPoolExecutor and `loop.run_in_executor`",
  queue: "a queue of processes can't be awaited: use `await asyncio.to_thread(queue.get)`",
};

/** Why a call is not to be awaited where it stands; null where it can be. */
function obstacleTo(subject: BlockingCall, model: ProcessModel): string | null {
  const { call, kind, submission } = subject;
  const { semantics, tree } = model;
  if (kind !== 'result' || !submission) return IN_A_THREAD[kind as keyof typeof IN_A_THREAD];
  if (/\b(trio|curio|anyio)\b/.test(tree.text)) return 'the event loop may not be that of asyncio';
  if (call.node.ancestor('FormatString') || semantics.scopeOf(call.node).kind !== 'function') {
    return 'it stands where an `await` changes what is around it';
  }
  if (holdsSomething(call.node, model)) {
    return 'what the `with` round it holds would be held while other coroutines run';
  }
  if (acquires(call.node, model)) {
    return 'a lock that the coroutine acquires may be held while other coroutines run';
  }
  if (call.node.descendants('Comment').length > 0 && submission.call.node.parent !== call.callee) {
    return 'there is a comment in the call, which would be lost';
  }
  return submission.call.node === semantics.attribute(call.callee)?.object
    ? argumentsObstacle(submission.call, call, model)
    : null;
}

function argumentsObstacle(
  { callee, args, argList }: Call,
  { node }: Call,
  { semantics }: ProcessModel,
): string | null {
  if (args.some(({ name, star }) => name !== null || star === '**')) {
    return '`run_in_executor` takes no keyword arguments: use `functools.partial`';
  }
  const executor = semantics.attribute(callee)?.object;
  if (!executor || !/^(VariableName|MemberExpression)$/.test(executor.kind)) {
    return 'the executor has no name';
  }
  const isOutside = ({ from }: Node) => from < argList.from || from > argList.to;
  return node.descendants('Comment').some(isOutside)
    ? 'there is a comment in the call, which would be lost'
    : null;
}

/** Whether a `with` of the coroutine, and not its executor's or an `async with`, is open there. */
function holdsSomething(node: Node, { creations }: ProcessModel): boolean {
  const made = new Set(creations.map(({ call }) => call.node));
  for (let outer = node.parent; outer; outer = outer.parent) {
    if (outer.kind === 'FunctionDefinition') return false;
    if (outer.kind !== 'WithStatement' || outer.child('async')) continue;
    const isHeader = outer.lastChild?.kind === 'Body' && !outer.lastChild.contains(node);
    if (!isHeader && withItemsOf(outer).some(({ context }) => !made.has(context))) return true;
  }
  return false;
}

/** Whether the coroutine asks for a lock that is none of asyncio's. */
function acquires(node: Node, { semantics }: ProcessModel): boolean {
  const coroutine = semantics.enclosingFunction(node);
  return semantics
    .allCalls()
    .some(
      (call) =>
        semantics.attribute(call.callee)?.name === 'acquire' &&
        call.node.parent?.kind !== 'AwaitExpression' &&
        semantics.enclosingFunction(call.node) === coroutine,
    );
}

/** Whether an expression stands where an `await` needs no parentheses. */
function isWhole({ parent }: Node): boolean {
  return /^(ArgList|AssignStatement|UpdateStatement|ReturnStatement|ExpressionStatement|ParenthesizedExpression)$/.test(
    parent?.kind ?? '',
  );
}
