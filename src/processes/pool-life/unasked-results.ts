import type { Node } from '../../syntax/node.ts';
import { clausesOf, statementOf, statementsOf, wholeStatement } from '../../syntax/shapes.ts';
import type { ProcessModel, Submission, Worker } from '../model.ts';
import { lostResults } from './lost-results.ts';
import { type PoolLife, poolLives } from './pool-life.ts';
import { resultUses } from './result-uses.ts';
import { exitBehind } from './ways.ts';

/** A submission whose result nobody asks for, so that nobody learns of an exception in the worker. */
export interface UnaskedResult {
  readonly submission: Submission;
  readonly delivery: 'async' | 'lazy';
  /** What waits for the task without learning of an exception: `result.wait()`. */
  readonly waits: readonly Node[];
}

/** Submissions that say nothing of an error by themselves. `run_in_executor` does: asyncio logs what is not asked for. */
const SILENT = /^(apply_async|map_async|starmap_async|imap|imap_unordered|submit|map)$/;

/**
 * The submissions whose result is dropped, or kept and only waited for. What a `with` loses is left out: its tasks are
 * not done in the first place.
 */
export function unaskedResults(model: ProcessModel): UnaskedResult[] {
  const lost = new Set(lostResults(model).map(({ call }) => call.node));
  return model.submissions.flatMap((submission) => {
    const { call, delivery, method, library } = submission;
    const isAsked =
      (delivery !== 'async' && delivery !== 'lazy') ||
      !SILENT.test(method) ||
      library.name === 'pathos' ||
      library.name === 'pebble' ||
      call.args.some(({ name, star }) => name === 'error_callback' || star === '**') ||
      lost.has(call.node) ||
      isGivenUp(submission, model) ||
      submission.workers.some((worker) => catchesAll(worker, model));
    if (isAsked) return [];
    const uses = resultUses(call.node, delivery, model);
    const isOpen = uses.every(({ kind }) => kind === 'waits');
    return isOpen ? [{ submission, delivery, waits: uses.map(({ node }) => node) }] : [];
  });
}

/** Whether the pool is terminated without being closed, so that its tasks are stopped on purpose. */
function isGivenUp({ call }: Submission, model: ProcessModel): boolean {
  const kinds = new Set(lifeOfTask(call.node, model)?.uses.map(({ kind }) => kind));
  return kinds.has('terminate') && !kinds.has('close');
}

function lifeOfTask(call: Node, model: ProcessModel): PoolLife | undefined {
  return poolLives(model).find(({ tasks }) => tasks.some((task) => task.call.node === call));
}

/** Whether a worker of this file sees to its errors itself: all that it does stands in a `try` that catches any. */
function catchesAll({ definition }: Worker, model: ProcessModel): boolean {
  const body = definition?.kind === 'FunctionDefinition' ? definition.child('Body') : null;
  const work = body ? statementsOf(body).filter((s) => !isPlain(s)) : [];
  const [first, ...others] = work;
  return (
    body !== null &&
    others.every(({ kind }) => kind === 'ReturnStatement') &&
    (first === undefined || (first.kind === 'TryStatement' && hasBroadExcept(first, model)))
  );
}

/** A docstring, a declaration, a constant: what raises nothing. */
function isPlain(statement: Node): boolean {
  if (/^(Pass|Import|Scope)Statement$/.test(statement.kind)) return true;
  const value = statement.lastChild;
  const isSimple = /^(Expression|Assign)Statement$/.test(statement.kind);
  return isSimple && /^(String|Number|Boolean|None|ArrayExpression)$/.test(value?.kind ?? '');
}

function hasBroadExcept(statement: Node, { semantics }: ProcessModel): boolean {
  return clausesOf(statement).some(({ keyword, header, body }) => {
    const [type] = header;
    if (keyword.kind !== 'except' || body.descendants('RaiseStatement').length > 0) return false;
    const name = type ? semantics.values.qualifiedName(type) : 'builtins.BaseException';
    return name === 'builtins.BaseException' || name === 'builtins.Exception';
  });
}

/** Where the tasks of a submission are done. */
export interface SubmissionsEnd {
  /** The `join()` of the pool, or the `with` of the executor: behind it they are. */
  readonly statement: Node;
  /** The block of which control passes the end, with the submission in it. */
  readonly block: Node;
  /** The outermost statement round the submission in that block. */
  readonly outermost: Node;
  /** Whether control passes the submission once on its way there. */
  readonly isSure: boolean;
}

/** Where all tasks of a submission are done, on the way that control takes in its own code; null where that is not plain. */
export function submissionsEnd(
  { call, creations }: Submission,
  model: ProcessModel,
): SubmissionsEnd | null {
  const [creation, ...others] = creations;
  if (!creation || others.length > 0) return null;
  const { holder } = creation;
  const frame = model.semantics.enclosingFunction(call.node);
  const isHere = (node: Node) => model.semantics.enclosingFunction(node) === frame;
  if (creation.kind === 'executor') {
    const body = holder.kind === 'with' ? holder.statement.child('Body') : null;
    return holder.kind === 'with' && body?.contains(call.node) && isHere(holder.statement)
      ? endAt(holder.statement, body, call.node)
      : null;
  }
  const life = lifeOfTask(call.node, model);
  const join = life?.uses.find((use) => use.kind === 'join' && use.node.from > call.node.to);
  const statement = join ? statementOf(join.node) : null;
  const block = statement?.parent;
  const isPlain = statement?.kind === 'ExpressionStatement' && block?.kind !== 'StatementGroup';
  return statement && block?.contains(call.node) && isPlain && isHere(statement)
    ? endAt(statement, block, call.node)
    : null;
}

function endAt(statement: Node, block: Node, call: Node): SubmissionsEnd | null {
  const exit = exitBehind(call, block);
  if (exit && exit.from < statement.to) return null;
  const outermost = statementsOf(block).find((s) => s.contains(call)) as Node;
  const own = statementOf(call);
  return { statement, block, outermost, isSure: wholeStatement(own) === outermost };
}
