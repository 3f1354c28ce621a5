import type { Fix, Refusal } from '../../src/edits/fix.ts';
import { insertAfter, insertBefore } from '../../src/edits/insert.ts';
import { isInlineBody } from '../../src/edits/statements.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import { endCallsOf, submissionBehind } from '../../src/processes/pool-life/endings.ts';
import type { PoolLife } from '../../src/processes/pool-life/pool-life.ts';
import { endsProgram } from '../../src/processes/pool-life/program-end.ts';
import { exitBehind, isTried } from '../../src/processes/pool-life/ways.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import {
  type Call,
  statementOf,
  statementsOf,
  wholeStatement,
  withItemsOf,
} from '../../src/syntax/shapes.ts';
import {
  areSureToEnd,
  endlessReason,
  foreverReason,
  queueReason,
} from '../pool-not-closed/refusals.ts';

/** Adds the `join()` behind the `close()`, or behind the last statement that still reads results. */
export function addJoin(life: PoolLife, call: Call, model: ProcessModel): Fix | Refusal {
  const { tree } = model;
  const name = life.binding?.name ?? '';
  const close = statementOf(call.node);
  if (close.kind !== 'ExpressionStatement' || close.firstChild !== call.node) {
    return {
      refusal: `\`${name}.close()\` is part of an expression; put it on a line of its own.`,
    };
  }
  const reason =
    endlessReason(life, model.semantics) ?? foreverReason(life, model) ?? queueReason(life, model);
  if (reason !== null) return { refusal: reason };
  const place = lastReader(life, close) ?? close;
  const isShared =
    wholeStatement(place).kind === 'StatementGroup' || isInlineBody(tree, place.parent);
  const isKnown = life.uses.every((use) => use.kind !== 'escape');
  const isRead = isKnown && life.tasks.every(({ fate }) => fate.kind === 'consumed');
  const isLeft = life.tasks.some(({ fate }) => fate.kind === 'partial' || fate.isPolled);
  return {
    applicability:
      isRead || (!isLeft && areSureToEnd(life, model) && endsProgram(place, model))
        ? 'safe'
        : 'unsafe',
    message: `add \`${name}.join()\`, which waits for the workers`,
    edits: isShared
      ? [{ from: place.to, to: place.to, text: `; ${name}.join()` }]
      : insertAfter(tree, place, `${name}.join()\n`),
  };
}

/**
 * The last statement behind a `close()`, in its block, in which results are still read; null where the block may be left
 * before its end, or the pool's name be given to something else.
 */
function lastReader(life: PoolLife, close: Node): Node | null {
  const block = wholeStatement(close).parent;
  if (!block || wholeStatement(close) !== close) return null;
  const following = statementsOf(block).filter((s) => s.index > close.index);
  const readers = life.tasks.flatMap(({ fate }) => fate.until ?? []);
  const last = following.findLast((s) => readers.some((reader) => s.contains(reader))) ?? null;
  const exit = exitBehind(close, block);
  const isBehind = (node: Node | undefined) =>
    node !== undefined && last !== null && node.from > close.to && node.to <= last.to;
  const isRebound = life.binding?.definitions.some(({ nameNode }) => isBehind(nameNode));
  return isRebound || isBehind(exit ?? undefined) ? null : last;
}

/** Puts a `close()` before a `join()`; where it stands right behind it, the two change places. */
export function addClose(life: PoolLife, call: Call, model: ProcessModel): Fix | Refusal {
  const { tree } = model;
  const name = life.binding?.name ?? '';
  const join = statementOf(call.node);
  if (!life.binding || join.kind !== 'ExpressionStatement' || join.firstChild !== call.node) {
    return { refusal: '`join()` is part of an expression; close the pool on the line before.' };
  }
  const again = submissionBehind(life, join);
  if (again) {
    const line = tree.lines.lineName(again.node.from);
    return {
      refusal: `\`${name}\` has to stay open for ${line}; wait for results with \`get()\`, and close and join the pool when the last task is submitted.`,
    };
  }
  const applicability = isCaught(join, model.semantics) ? 'unsafe' : 'safe';
  const close = closeBehind(life, join);
  if (close) {
    return {
      applicability,
      message: `call \`${name}.close()\` before \`${name}.join()\``,
      edits: [
        { from: join.from, to: join.to, text: tree.text.slice(close.from, close.to) },
        { from: close.from, to: close.to, text: tree.text.slice(join.from, join.to) },
      ],
    };
  }
  const isShared =
    wholeStatement(join).kind === 'StatementGroup' || isInlineBody(tree, join.parent);
  return {
    applicability,
    message: `add \`${name}.close()\` before \`${name}.join()\``,
    edits: isShared
      ? [{ from: join.from, to: join.from, text: `${name}.close(); ` }]
      : insertBefore(tree, join, `${name}.close()\n`),
  };
}

/** Whether something may catch the error, here or in a caller, so that the program goes on without the results. */
function isCaught(place: Node, semantics: Semantics, seen: Set<Node> = new Set()): boolean {
  if (isTried(place, null) || isSuppressed(place, semantics)) return true;
  const fn = semantics.enclosingFunction(place);
  if (!fn || seen.has(fn)) return false;
  seen.add(fn);
  return semantics
    .allCalls()
    .filter(({ callee }) => semantics.values.definitions(callee).includes(fn))
    .some(({ node }) => isCaught(node, semantics, seen));
}

/** `with suppress(ValueError):` */
function isSuppressed(place: Node, semantics: Semantics): boolean {
  for (
    let outer = place.ancestor('WithStatement');
    outer;
    outer = outer.ancestor('WithStatement')
  ) {
    const calls = withItemsOf(outer).flatMap(({ context }) => semantics.call(context) ?? []);
    if (calls.some(({ callee }) => /suppress|ignor/.test(semantics.textOf(callee)))) return true;
  }
  return false;
}

/** The statement right behind a `join()` that closes the pool. */
function closeBehind(life: PoolLife, join: Node): Node | null {
  const next = join.parent && statementsOf(join.parent).find(({ index }) => index > join.index);
  const close = endCallsOf(life).find(
    ({ kind, call }) => kind === 'close' && call.node.parent === next,
  );
  return next && close && next.firstChild === close.call.node ? next : null;
}
