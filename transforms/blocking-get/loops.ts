/** Which loops places are in, and whether control gets from one to the other. */
import { commonAncestor, isConditional } from '../../src/processes/pool-life/ways.ts';
import { iteratedBy, listIn } from '../../src/processes/process-life/waiting.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';

/** Whether two places are in branches of which one is taken. */
export function isEither(a: Node, b: Node): boolean {
  return /^(If|Try)Statement$/.test(commonAncestor(a, b)?.kind ?? '');
}

/** Whether whoever gets to one place gets to another behind it, exceptions and early ends left aside. */
export function isStraight(first: Node, second: Node): boolean {
  const common = commonAncestor(first, second);
  return common !== null && !isConditional(second, common);
}

const GENERATED = /^(Array|Set)?ComprehensionExpression$/;

/** The innermost loop round a node in its function; comprehensions are loops. */
export function loopOf(node: Node, frame: Node | null): Node | null {
  for (let outer = node.parent; outer && outer !== frame; outer = outer.parent) {
    const isGenerator = outer.kind === 'ArgList' && outer.child('for');
    if (/^(For|While)Statement$|Comprehension/.test(outer.kind) || isGenerator) return outer;
  }
  return null;
}

/** What a loop goes over, each time to its end: a list by its name, all else as it is written. */
export function iteratedIn(loop: Node, semantics: Semantics): string | null {
  const isWhole = loop.childrenOf('for').length === 1 && !loop.child('if', 'async');
  const isGenerated = (GENERATED.test(loop.kind) || loop.kind === 'ArgList') && isWhole;
  const iterated =
    loop.kind === 'ForStatement'
      ? iteratedBy(loop)
      : isGenerated
        ? (loop.children.find((child) => child.previous?.kind === 'in') ?? null)
        : null;
  const isLeft =
    loop.kind === 'ForStatement' &&
    [...loop.walk()].some(({ kind }) => /^(Break|Continue|Return)Statement$/.test(kind));
  return iterated && !isLeft
    ? (listIn(iterated, semantics) ?? semantics.textOf(iterated).replace(/\s+/g, ' '))
    : null;
}
