/** Loops that read a queue for as long as it says that it has something. */
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { clausesOf, statementsOf } from '../../syntax/shapes.ts';
import type { QueueLife, QueueUse } from './queue-uses.ts';

export interface EmptyLoop {
  readonly loop: Node;
  /** `q.empty()`, `q.qsize()` */
  readonly look: QueueUse;
  /** What is read in the loop. */
  readonly gets: readonly QueueUse[];
}

/** The loops in which a queue is read until it is empty, or as often as it has items. */
export function emptyLoops({ uses }: QueueLife, semantics: Semantics): EmptyLoop[] {
  return uses.flatMap((look) => {
    if (look.kind !== 'look' || !look.call) return [];
    const loop = loopOf(look.call.node, semantics);
    const gets = loop
      ? uses.filter(({ kind, node, fn }) => kind === 'get' && fn === look.fn && loop.contains(node))
      : [];
    return loop && gets.length > 0 ? [{ loop, look, gets }] : [];
  });
}

/** The loop that ends when an expression says that a queue is empty; null where it has other ends too. */
function loopOf(asked: Node, semantics: Semantics): Node | null {
  const method = semantics.attribute(asked.firstChild ?? asked)?.name;
  const outer = asked.parent;
  if (!outer || method === 'full') return null;
  const text = semantics.textOf(outer).replace(/\s+/g, ' ');
  const own = semantics.textOf(asked);
  if (method === 'qsize') {
    if (outer.kind === 'WhileStatement') return outer;
    const isCompared = text === `${own} > 0` || text === `${own} != 0`;
    if (isCompared && outer.parent?.kind === 'WhileStatement') return outer.parent;
    return rangeLoop(asked, semantics);
  }
  if (text === `not ${own}` && outer.parent?.kind === 'WhileStatement') return outer.parent;
  return outer.kind === 'IfStatement' ? brokenLoop(outer, asked) : null;
}

/** `for _ in range(q.qsize()):` */
function rangeLoop(asked: Node, semantics: Semantics): Node | null {
  const range = asked.parent?.parent;
  const call = range ? semantics.call(range) : null;
  const isRange =
    call?.args.length === 1 && semantics.values.qualifiedName(call.callee) === 'builtins.range';
  const loop = isRange && range?.previous?.kind === 'in' ? range.parent : null;
  return loop && /^ForStatement$|Comprehension/.test(loop.kind) ? loop : null;
}

/** `while True:` with `if q.empty(): break` as one of its statements. */
function brokenLoop(statement: Node, asked: Node): Node | null {
  const [clause, ...others] = clausesOf(statement);
  const loop = statement.parent?.parent;
  const isBroken =
    others.length === 0 &&
    clause?.header[0] === asked &&
    statementsOf(clause.body).every(({ kind }) => kind === 'BreakStatement');
  const test = loop?.kind === 'WhileStatement' ? loop.parts[1] : null;
  return isBroken && loop && /^(Boolean|Number)$/.test(test?.kind ?? '') ? loop : null;
}
