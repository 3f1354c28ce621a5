import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { type Call, statementsOf, withItemsOf } from '../../syntax/shapes.ts';
import type { PoolLife } from './pool-life.ts';
import type { PoolUse } from './pool-uses.ts';
import { tryOfHandler } from './ways.ts';

type EndCall = PoolUse & { readonly kind: 'close' | 'terminate' | 'join'; readonly call: Call };

/** The calls of `close()`, `terminate()` and `join()` on a pool. */
export function endCallsOf({ uses }: PoolLife): readonly EndCall[] {
  return uses.filter(
    (use): use is EndCall =>
      use.kind === 'close' || use.kind === 'terminate' || use.kind === 'join',
  );
}

/** The `join()` calls that no `close()` or `terminate()` comes before, on whatever way. */
export function joinsWhileOpen(life: PoolLife): readonly Call[] {
  const { uses, sharing, creation } = life;
  if (sharing !== null || uses.some(({ kind }) => kind === 'managed')) return [];
  const ends = endCallsOf(life);
  const { holder } = creation;
  return ends
    .filter(({ kind }) => kind === 'join')
    .filter(({ node }) => holder.kind !== 'with' || holder.statement.contains(node))
    .filter(({ node }) => !uses.some((use) => mayEndBefore(use, node, life)))
    .map(({ call }) => call);
}

/** Whether a use ends the pool, or may have it ended by other code, before control gets to a place. */
function mayEndBefore(use: PoolUse, place: Node, { uses, statement: made }: PoolLife): boolean {
  const isElsewhere = use.kind === 'escape' && (use.how === 'captured' || use.how === 'global');
  const mayEnd = use.kind === 'close' || use.kind === 'terminate' || use.kind === 'escape';
  if (!mayEnd || isElsewhere || isPassedBy(use, place, uses)) return false;
  return use.node.from < place.from || isInSameLoop(use.node, place, made);
}

/**
 * Whether only an exception leads through a use, and control gets to a place behind it without one: the `try` ends with
 * the pool's work, and is no loop that only an exception ends.
 */
function isPassedBy({ node }: PoolUse, place: Node, uses: readonly PoolUse[]): boolean {
  const statement = tryOfHandler(node);
  const work = statement?.child('Body');
  if (!statement || !work || statement.contains(place)) return false;
  for (let outer = statement.parent; outer && !outer.contains(place); outer = outer.parent) {
    if (/^(For|While)Statement$/.test(outer.kind)) return false;
  }
  const last = statementsOf(work).at(-1);
  const endsWithWork = uses.some((use) => use.kind === 'submit' && last?.contains(use.node));
  return endsWithWork && last?.kind !== 'ReturnStatement' && !hasLoop(work);
}

function hasLoop(code: Node): boolean {
  return code.descendants('WhileStatement').length > 0;
}

/** A task that is submitted when control has passed a place, so that the pool must stay open there; or null. */
export function submissionBehind({ uses, statement }: PoolLife, place: Node): Call | null {
  const behind = uses.find(
    (use) =>
      use.kind === 'submit' &&
      (use.node.from > place.to || isInSameLoop(use.node, place, statement)),
  );
  return behind?.kind === 'submit' ? behind.call : null;
}

/** Whether two places are in a loop that goes on with the same pool. */
function isInSameLoop(a: Node, b: Node, made: Node): boolean {
  for (let outer = a.parent; outer && !outer.contains(made); outer = outer.parent) {
    if (/^(For|While)Statement$/.test(outer.kind) && outer.contains(b)) return true;
  }
  return false;
}

/** The `close()` calls of a pool that nothing waits for: neither a `join()` nor whoever has its results. */
export function closesWithoutJoin(life: PoolLife): readonly Call[] {
  const { leaks, uses, tasks, creation, sharing } = life;
  const ends = endCallsOf(life);
  const isEndedOtherwise =
    creation.holder.kind !== 'name' ||
    uses.some(({ kind }) => kind === 'managed') ||
    ends.some(({ kind }) => kind !== 'close') ||
    tasks.some(({ fate }) => fate.kind === 'escapes');
  return leaks.length > 0 || sharing !== null || isEndedOtherwise
    ? []
    : ends.map(({ call }) => call);
}

/** Whether a test wants `join()` to raise: `with pytest.raises(ValueError):`, `with self.assertRaises(ValueError):`. */
export function isJoinExpectedToRaise(life: PoolLife, semantics: Semantics): boolean {
  return endCallsOf(life).some(
    ({ kind, node }) => kind === 'join' && isExpectedToRaise(node, semantics),
  );
}

function isExpectedToRaise(node: Node, semantics: Semantics): boolean {
  for (let outer = node.ancestor('WithStatement'); outer; outer = outer.ancestor('WithStatement')) {
    const calls = withItemsOf(outer).flatMap(({ context }) => semantics.call(context) ?? []);
    if (
      calls.some(({ callee }) =>
        /(^|[._])(assert_?)?raises(_?regexp?)?$/i.test(semantics.textOf(callee)),
      )
    )
      return true;
  }
  return false;
}
