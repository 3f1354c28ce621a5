/** Code that runs in daemonic processes, which may not start others. */
import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import { clausesOf } from '../syntax/shapes.ts';
import type { ProcessModel, Start, Submission } from './model.ts';
import { isCaught } from './start-methods/caught.ts';
import { argumentAt } from './submissions.ts';

/** A start of processes that is certain to be reached in a daemonic process. */
export interface DaemonicStart {
  readonly start: Start;
  /** The submission that has the code run there. */
  readonly submission: Submission;
  /** The functions on the way, from the worker to the one that starts. */
  readonly chain: readonly Node[];
}

/** The libraries whose pools have daemonic workers. */
const LIBRARIES: ReadonlySet<string> = new Set([
  'multiprocessing',
  'torch.multiprocessing',
  'multiprocess',
]);

/** Programs that know of it have ways round it. */
const KNOWS = /daemon(?!\s*=\s*True\b)/i;

/** The starts that code of daemonic processes comes to on every way that it can take. */
export function daemonicStarts(model: ProcessModel): DaemonicStart[] {
  if (model.submissions.length === 0 || KNOWS.test(model.tree.text)) return [];
  const found = new Map<Start, DaemonicStart>();
  for (const submission of model.submissions) {
    const worker = isDaemonic(submission, model.semantics) && onlyWorker(submission);
    if (!worker) continue;
    for (const { start, chain } of startsIn(worker, [], model)) {
      if (!found.has(start)) found.set(start, { start, submission, chain });
    }
  }
  return [...found.values()];
}

/** Whether a submission's callable runs in a pool's worker, or in a process that is made daemonic. */
function isDaemonic({ creations, method, call }: Submission, semantics: Semantics): boolean {
  if (creations.length === 0) return false;
  if (method === 'target') {
    const daemon = call.args.find(({ name }) => name === 'daemon');
    return daemon !== undefined && semantics.textOf(daemon.value) === 'True';
  }
  return creations.every(
    ({ kind, library, call: made }) =>
      kind === 'pool' && LIBRARIES.has(library.name) && argumentAt(made, 4, 'context') === null,
  );
}

function onlyWorker({ workers }: Submission): Node | null {
  const [worker, ...others] = workers;
  return others.length === 0 ? (worker?.definition ?? null) : null;
}

function startsIn(
  fn: Node,
  way: readonly Node[],
  model: ProcessModel,
): Pick<DaemonicStart, 'start' | 'chain'>[] {
  const { semantics } = model;
  if (way.includes(fn) || !isPlain(fn, semantics)) return [];
  const chain = [...way, fn];
  const isReached = (node: Node) => isAlwaysReached(node, fn, semantics);
  const own = model.starts.filter(
    ({ node, behind, library }) =>
      behind === null &&
      (LIBRARIES.has(library.name) || library.name === 'concurrent.futures') &&
      semantics.enclosingFunction(node) === fn &&
      isReached(node),
  );
  const called = semantics.callGraph.callsIn(fn).flatMap(({ node, callee }) => {
    const [next, ...others] = semantics.callGraph.functionsOf(callee);
    return next && others.length === 0 && isReached(node) ? startsIn(next, chain, model) : [];
  });
  return [...own.map((start) => ({ start, chain })), ...called];
}

/** A function that runs when it is called, and not what decorators make of it. */
function isPlain(fn: Node, semantics: Semantics): boolean {
  const shape = semantics.functionShape(fn);
  return (
    shape?.nameNode != null &&
    !shape.isAsync &&
    shape.decorators.length === 0 &&
    !ownNodes(fn, semantics, 'YieldStatement', 'YieldExpression').length
  );
}

function ownNodes(fn: Node, semantics: Semantics, ...kinds: string[]): Node[] {
  return kinds
    .flatMap((kind) => fn.descendants(kind))
    .filter((node) => semantics.enclosingFunction(node) === fn);
}

const CHOICE = /^(If|While|Match)Statement$|^(Conditional|Binary|Lambda)Expression$|Comprehension/;

/** Whether a call of a function comes to a node on every way, and what is raised there leaves it. */
function isAlwaysReached(node: Node, fn: Node, semantics: Semantics): boolean {
  if (isCaught(node, /\b(AssertionError|Exception|BaseException)\b/, semantics)) return false;
  const leaves = ownNodes(fn, semantics, 'ReturnStatement', 'RaiseStatement');
  if (leaves.some(({ to }) => to <= node.from)) return false;
  for (let inner = node, outer = node.parent; outer && outer !== fn; outer = outer.parent) {
    if (CHOICE.test(outer.kind) || isHandler(outer, inner)) return false;
    inner = outer;
  }
  return true;
}

/** Whether code is the body of an `except` or an `else`. */
function isHandler(statement: Node, body: Node): boolean {
  return clausesOf(statement).some(
    (clause) => clause.body === body && /^(except|else)$/.test(clause.keyword.kind),
  );
}
