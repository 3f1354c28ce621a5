import type { Node } from '../syntax/node.ts';

/** Answers once for each node; a question that leads back to itself, as in `x = x.y`, adds nothing. */
export function remembered<T>(
  answers: Map<Node, readonly T[]>,
  node: Node,
  find: () => readonly T[],
): readonly T[] {
  const known = answers.get(node);
  if (known) return known;
  answers.set(node, []);
  const found = find();
  answers.set(node, found);
  return found;
}
