import type { Node } from './node.ts';

/** What is wrong, in words, and the offset at which it is. */
export interface Fault {
  readonly message: string;
  readonly at: number;
}

/** Looks at one node for what CPython would refuse, and gives the first thing. */
export type Check = (node: Node, text: string) => Fault | null;

export function fault(node: Node, message: string): Fault {
  return { message, at: node.from };
}

/** The first fault that a check finds among several nodes. */
export function firstFault<T>(
  items: readonly T[],
  check: (item: T, index: number) => Fault | null,
): Fault | null {
  for (const [index, item] of items.entries()) {
    const found = check(item, index);
    if (found) return found;
  }
  return null;
}

/** A name as Python compares it: letters that look alike to it are one letter. */
export function nameOf(node: Node, text: string): string {
  return text.slice(node.from, node.to).normalize('NFKC');
}

/** Finds a name that comes twice; `words` are put in front of it. */
export function repeated(names: readonly Node[], text: string, words: string): Fault | null {
  const seen = new Set<string>();
  for (const node of names) {
    const name = nameOf(node, text);
    if (seen.has(name)) return fault(node, `${words} \`${name}\``);
    seen.add(name);
  }
  return null;
}
