import type { Node } from '../../syntax/node.ts';
import type { LostState } from './lost-state.ts';
import type { Primitive } from './primitives.ts';

/** Whether a primitive of its own would not do for a child: all but a lock that no other process takes. */
export function isShared({ variable, readers, changes, repeated, primitive }: LostState): boolean {
  if (!repeated.includes(changes[0]) || !isLock(primitive)) return true;
  const [only, ...others] = readers;
  const { kind, call } = only.children.creation;
  if (others.length > 0 || kind !== 'process' || isRepeatedCall(call.node)) return true;
  const inChild = only.children.code.map(({ fn }) => fn);
  return variable.binding.references.some(
    ({ node }) => !inChild.some((fn) => fn.contains(node)) && !call.node.contains(node),
  );
}

function isLock(primitive: Primitive | null): boolean {
  return /(Lock|Semaphore)$/.test(primitive?.name ?? '');
}

function isRepeatedCall(node: Node): boolean {
  for (let outer = node.parent; outer; outer = outer.parent) {
    if (/^(For|While)Statement$|Comprehension/.test(outer.kind)) return true;
  }
  return false;
}
