/** How often a loop goes round, as far as the file tells. */
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { iteratedBy } from './waiting.ts';

/** Names of numbers that are chosen with the machine in mind. */
const CHOSEN = /(proc|worker|job|cpu|core|thread|parallel|gpu)/i;
const SAME_NUMBER = /^builtins\.(enumerate|list|reversed|sorted|tuple)$/;
const COLLECTION = /^(Tuple|Array|Set)Expression$/;
const GENERATED = /^(Array|Set)?ComprehensionExpression$/;

/**
 * The most turns that a loop over an expression takes; `chosen` where it is a number of processes by its name; null
 * where that is not known.
 */
export function turnsOver(
  expression: Node,
  semantics: Semantics,
  seen: ReadonlySet<Node> = new Set(),
): number | 'chosen' | null {
  if (seen.has(expression)) return null;
  const known = new Set([...seen, expression]);
  const all = semantics.values.sources(expression).map((source) => {
    const own = turnsOfSource(source, semantics, known);
    const filled = own === 0 ? turnsOfFilling(expression, semantics, known) : null;
    return filled ?? own;
  });
  return mostOf(all);
}

function turnsOfSource(
  node: Node,
  semantics: Semantics,
  seen: ReadonlySet<Node>,
): number | 'chosen' | null {
  if (COLLECTION.test(node.kind)) {
    const parts = node.parts.slice(1, -1).filter(({ kind }) => kind !== ',');
    return parts.some(({ kind }) => kind === '*') ? null : parts.length;
  }
  if (node.kind === 'String') return semantics.textOf(node).length;
  if (GENERATED.test(node.kind)) {
    const iterated = node.children.filter((child) => child.previous?.kind === 'in');
    return iterated.length === 1 && iterated[0] ? turnsOver(iterated[0], semantics, seen) : null;
  }
  const call = semantics.call(node);
  const name = call ? semantics.values.qualifiedName(call.callee) : null;
  const [first, ...others] = call?.args ?? [];
  if (!first || !name) return null;
  if (SAME_NUMBER.test(name)) return turnsOver(first.value, semantics, seen);
  if (name === 'builtins.zip') {
    const all = [first, ...others].map(({ value }) => turnsOver(value, semantics, seen));
    return all.find((turns) => turns !== null) ?? null;
  }
  if (name !== 'builtins.range') return null;
  const [start, end] =
    others.length > 0 ? [first.value, others[0]?.value ?? first.value] : [null, first.value];
  const [from, to] = [start ? numberOf(start, semantics) : 0, numberOf(end, semantics)];
  return typeof from === 'number' && typeof to === 'number'
    ? Math.max(0, to - from)
    : from === null
      ? null
      : to;
}

/** The turns of the loop that fills an empty list. */
function turnsOfFilling(
  list: Node,
  semantics: Semantics,
  seen: ReadonlySet<Node>,
): number | 'chosen' | null {
  const appends = (semantics.bindingOf(list)?.references ?? []).filter(
    ({ node }) => node.parent && semantics.attribute(node.parent)?.name === 'append',
  );
  const loops = appends.map(({ node }) => node.ancestor('ForStatement', 'WhileStatement'));
  const [loop] = loops;
  if (loops.length !== 1)
    return loops.length > 0 && loops.every((l) => l === null) ? loops.length : null;
  const iterated = loop?.kind === 'ForStatement' ? iteratedBy(loop) : null;
  return loop === null ? 1 : iterated ? turnsOver(iterated, semantics, seen) : null;
}

function numberOf(expression: Node, semantics: Semantics): number | 'chosen' | null {
  const call = semantics.call(expression);
  if (call && semantics.textOf(call.callee) === 'len' && call.args[0]) {
    return turnsOver(call.args[0].value, semantics);
  }
  if (CHOSEN.test(semantics.textOf(expression))) {
    const literal = semantics.values.sources(expression).find(({ kind }) => kind === 'Number');
    return literal ? Number(semantics.textOf(literal)) : 'chosen';
  }
  return mostOf(
    semantics.values
      .sources(expression)
      .map((source) =>
        source.kind === 'Number' ? Number(semantics.textOf(source).replaceAll('_', '')) : null,
      ),
  );
}

function mostOf(all: readonly (number | 'chosen' | null)[]): number | 'chosen' | null {
  if (all.length === 0 || all.includes(null)) return null;
  if (all.includes('chosen')) return 'chosen';
  return Math.max(...all.map(Number));
}
