import type { Node } from '../../syntax/node.ts';
import { type Call, statementsOf, withItemsOf } from '../../syntax/shapes.ts';
import type { ProcessModel } from '../model.ts';
import { type PoolLife, poolLives, type Task, threadPoolLives } from './pool-life.ts';
import { isQuick } from './quick.ts';
import { type ResultUse, resultUses } from './result-uses.ts';

/** A submission whose result is not there when the end of a `with` terminates the pool. */
export interface LostResult {
  readonly life: PoolLife;
  readonly call: Call;
  /** The `with` statement that terminates the pool. */
  readonly block: Node;
  /**
   * `late`: what waits for it stands behind the block, and waits for ever; `returned`: it is handed out, and so does
   * whoever waits for it; `never`: nothing waits for it, and its task is ended or never begun.
   */
  readonly kind: 'late' | 'returned' | 'never';
  /** What waits for it, or hands it out. */
  readonly sites: readonly Node[];
}

/**
 * The results that are lost for certain, but for luck: nothing in the block waits for them, and nothing there takes
 * any time behind the submission.
 */
export function lostResults(model: ProcessModel): LostResult[] {
  return [...poolLives(model), ...threadPoolLives(model)].flatMap((life) => {
    const block = terminatingBlock(life);
    const body = block?.child('Body');
    if (!block || !body || life.sharing !== null || mayBeAwaited(life, block)) return [];
    return life.tasks
      .filter(({ call }) => body.contains(call.node) && goesOnAtOnce(call.node, body, model))
      .flatMap((task) => {
        const lost = lossOf(task, block, model);
        return lost ? [{ life, call: task.call, block, ...lost }] : [];
      });
  });
}

/** `with Pool() as pool:`, or `with pool:` further down; `closing(pool)` does not terminate. */
function terminatingBlock({ creation: { holder }, uses }: PoolLife): Node | null {
  if (holder.kind === 'with') return holder.statement;
  if (holder.kind !== 'name') return null;
  const managed = uses.filter(({ kind }) => kind === 'managed');
  const block = managed[0]?.node.parent;
  const isWith = block && withItemsOf(block).some(({ context }) => context === managed[0]?.node);
  return managed.length === 1 && isWith ? block : null;
}

/** Whether the pool is joined in the block, ended there on purpose, or given to other code that may do so. */
function mayBeAwaited({ uses }: PoolLife, block: Node): boolean {
  return uses.some(
    ({ kind, node }) =>
      kind === 'escape' || (block.contains(node) && (kind === 'join' || kind === 'terminate')),
  );
}

/** Whether the code from a submission to the end of the block that it is in is run through at once. */
function goesOnAtOnce(call: Node, body: Node, { semantics }: ProcessModel): boolean {
  for (let inner: Node = call, outer = inner.parent; outer; inner = outer, outer = outer.parent) {
    const following = outer.children.filter(({ index }) => index > inner.index);
    // The header of a loop is evaluated again, and its whole body runs again.
    const again = /^(For|While)Statement$/.test(outer.kind) ? [outer] : following;
    if (!again.every((code) => isQuick(code, semantics))) return false;
    if (/^(With|Try|FunctionDefinition|LambdaExpression)/.test(outer.kind)) return false;
    if (outer === body) return true;
  }
  return false;
}

function lossOf(
  { call, delivery }: Task,
  block: Node,
  model: ProcessModel,
): Pick<LostResult, 'kind' | 'sites'> | null {
  const uses = resultUses(call.node, delivery, model);
  const isLate = ({ node }: ResultUse) => node.from >= block.to;
  const late = uses.filter((use) => /^(reads|waits)$/.test(use.kind) && isLate(use));
  const returned = uses.filter(({ kind }) => kind === 'returned');
  // Who asks first whether it is there does not wait for ever.
  const isAsked = uses.some(
    (use) => use.kind === 'asks' && isLate(use) && !isBehindFirst(use, late),
  );
  if (isAsked) return null;
  const others = uses.filter((use) => use.kind !== 'returned' && !isLate(use));
  if (others.length > 0 || uses.some(({ kind }) => kind === 'unknown')) return null;
  if (late.length > 0) return { kind: 'late', sites: late.map(({ node }) => node) };
  if (returned.length > 0) return { kind: 'returned', sites: returned.map(({ node }) => node) };
  return uses.length === 0 ? { kind: 'never', sites: [] } : null;
}

function isBehindFirst({ node }: ResultUse, late: readonly ResultUse[]): boolean {
  return late.some((use) => use.node.to <= node.from);
}

/** The statements right behind a block, up to the last that waits, where each of them waits; else null. */
export function readersBehind(block: Node, sites: readonly Node[]): readonly Node[] | null {
  const parent = block.parent;
  if (!parent) return null;
  const following = statementsOf(parent).filter(({ from }) => from >= block.to);
  const last = following.findLastIndex((s) => sites.some((site) => s.contains(site)));
  const readers = following.slice(0, last + 1);
  const isReader = (s: Node) => sites.some((site) => s.contains(site));
  return last >= 0 &&
    readers.every(isReader) &&
    sites.every((site) => readers.some((s) => s.contains(site)))
    ? readers
    : null;
}
