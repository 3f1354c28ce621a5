import { type NodeType, type Tree, TreeBuffer } from '@lezer/common';

/**
 * A node of a Python syntax tree.
 *
 * Kinds are the names of @lezer/python's grammar; keywords and punctuation are nodes too, `'def'` or `'('`.
 * A node is one object for as long as its tree lives, so it can be the key of a Map.
 * `from` and `to` are offsets into the source text, in UTF-16 code units.
 */
export class Node {
  constructor(
    readonly kind: string,
    readonly from: number,
    readonly to: number,
    readonly parent: Node | null,
    /** Position among the parent's children. */
    readonly index: number,
    readonly isError: boolean,
    readonly children: Node[] = [],
  ) {}

  /** The children without comments, which may stand between any two tokens in brackets. */
  get parts(): readonly Node[] {
    return this.children.some((child) => child.kind === 'Comment')
      ? this.children.filter((child) => child.kind !== 'Comment')
      : this.children;
  }

  get firstChild(): Node | null {
    return this.children[0] ?? null;
  }

  get lastChild(): Node | null {
    return this.children[this.children.length - 1] ?? null;
  }

  /** The next of the parent's parts. */
  get next(): Node | null {
    return this.sibling(1);
  }

  get previous(): Node | null {
    return this.sibling(-1);
  }

  private sibling(step: 1 | -1): Node | null {
    const siblings = this.parent?.children ?? [];
    let at = this.index + step;
    while (siblings[at]?.kind === 'Comment') at += step;
    return siblings[at] ?? null;
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

  /** All nodes of one kind below this one, in the order of the text. Several times as fast as a walk. */
  descendants(kind: string, found: Node[] = []): Node[] {
    for (const child of this.children) {
      if (child.kind === kind) found.push(child);
      child.descendants(kind, found);
    }
    return found;
  }

  /** This node and all below it, parents first, in the order of the text. `enter` may say which to stay out of. */
  *walk(enter?: (node: Node) => boolean): Generator<Node> {
    const waiting: Node[] = [this];
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      yield node;
      for (let i = node.children.length - 1; i >= 0; i--) {
        const child = node.children[i] as Node;
        if (!enter || enter(child)) waiting.push(child);
      }
    }
  }
}

/**
 * Copies a Lezer tree into nodes with an identity of their own, and finds the first error among them. Gives null where
 * nodes stand within each other more than `maxDepth` deep.
 */
export function nodesOf(
  tree: Tree,
  maxDepth: number,
): { root: Node; firstError: Node | null } | null {
  const copy = new TreeCopy(tree, maxDepth);
  return copy.isTooDeep ? null : copy;
}

/*
 * Lezer packs small nodes into buffers: four numbers a node, of which the last is the index behind its descendants.
 * They are read as they are, for a cursor takes several times as long. Nodes without a name only hold others together.
 */
class TreeCopy {
  readonly root: Node;
  firstError: Node | null = null;
  isTooDeep = false;

  constructor(
    tree: Tree,
    private readonly maxDepth: number,
  ) {
    this.root = new Node(tree.type.name, 0, tree.length, null, 0, false);
    this.copyTree(tree, 0, this.root, 2);
  }

  private copyTree({ children, positions }: Tree, offset: number, parent: Node, depth: number) {
    if (depth > this.maxDepth) this.isTooDeep = true;
    if (this.isTooDeep) return;
    for (let i = 0; i < children.length; i++) {
      const child = children[i] as Tree | TreeBuffer;
      const from = offset + (positions[i] as number);
      if (child instanceof TreeBuffer) {
        this.copyBuffer(child, 0, child.buffer.length, from, parent, depth);
      } else if (child.type.isAnonymous) this.copyTree(child, from, parent, depth);
      else {
        const node = this.add(child.type, from, from + child.length, parent, []);
        if (child.children.length > 0) this.copyTree(child, from, node, depth + 1);
      }
    }
  }

  private copyBuffer(
    source: TreeBuffer,
    start: number,
    end: number,
    offset: number,
    parent: Node,
    depth: number,
  ) {
    if (depth > this.maxDepth) this.isTooDeep = true;
    if (this.isTooDeep) return;
    const { buffer, set } = source;
    for (let i = start; i < end; ) {
      const type = set.types[buffer[i] as number] as NodeType;
      const next = buffer[i + 3] as number;
      const from = offset + (buffer[i + 1] as number);
      const to = offset + (buffer[i + 2] as number);
      const isLeaf = next === i + 4;
      if (type.isAnonymous) this.copyBuffer(source, i + 4, next, offset, parent, depth);
      else {
        const node = this.add(type, from, to, parent, isLeaf ? NO_CHILDREN : []);
        if (!isLeaf) this.copyBuffer(source, i + 4, next, offset, node, depth + 1);
      }
      i = next;
    }
  }

  private add(type: NodeType, from: number, to: number, parent: Node, children: Node[]): Node {
    const siblings = parent.children;
    const node = new Node(type.name, from, to, parent, siblings.length, type.isError, children);
    siblings.push(node);
    if (type.isError) this.firstError ??= node;
    return node;
  }
}

const NO_CHILDREN: Node[] = [];
