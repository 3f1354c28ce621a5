import type { Tree, TreeCursor } from '@lezer/common';

/**
 * A node of a Python syntax tree.
 *
 * Kinds are the names of @lezer/python's grammar; keywords and punctuation are nodes too, `'def'` or `'('`.
 * A node is one object for as long as its tree lives, so it can be the key of a Map.
 * `from` and `to` are offsets into the source text, in UTF-16 code units.
 */
export class Node {
  readonly children: Node[] = [];

  constructor(
    readonly kind: string,
    readonly from: number,
    readonly to: number,
    readonly parent: Node | null,
    /** Position among the parent's children. */
    readonly index: number,
    readonly isError: boolean,
  ) {}

  get firstChild(): Node | null {
    return this.children[0] ?? null;
  }

  get lastChild(): Node | null {
    return this.children[this.children.length - 1] ?? null;
  }

  get next(): Node | null {
    return this.parent?.children[this.index + 1] ?? null;
  }

  get previous(): Node | null {
    return this.parent?.children[this.index - 1] ?? null;
  }

  /** The first child of one of these kinds. */
  child(...kinds: string[]): Node | null {
    return this.children.find((child) => kinds.includes(child.kind)) ?? null;
  }

  /** All children of one of these kinds. */
  childrenOf(...kinds: string[]): Node[] {
    return this.children.filter((child) => kinds.includes(child.kind));
  }

  /** The innermost enclosing node of one of these kinds, this one not included. */
  ancestor(...kinds: string[]): Node | null {
    for (let node = this.parent; node; node = node.parent) {
      if (kinds.includes(node.kind)) return node;
    }
    return null;
  }

  /** Whether `other` is this node or lies inside it. */
  contains(other: Node): boolean {
    for (let node: Node | null = other; node; node = node.parent) {
      if (node === this) return true;
    }
    return false;
  }

  /** This node and all below it, parents first, in the order of the text. `enter` may say which to stay out of. */
  *walk(enter: (node: Node) => boolean = () => true): Generator<Node> {
    const waiting: Node[] = [this];
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      yield node;
      for (let i = node.children.length - 1; i >= 0; i--) {
        const child = node.children[i] as Node;
        if (enter(child)) waiting.push(child);
      }
    }
  }
}

/** Copies a Lezer tree into nodes with an identity of their own. */
export function nodesOf(tree: Tree): Node {
  const cursor = tree.cursor();
  return copy(cursor, null, 0);
}

function copy(cursor: TreeCursor, parent: Node | null, index: number): Node {
  const { type, from, to } = cursor;
  const node = new Node(type.name, from, to, parent, index, type.isError);
  if (cursor.firstChild()) {
    do node.children.push(copy(cursor, node, node.children.length));
    while (cursor.nextSibling());
    cursor.parent();
  }
  return node;
}
