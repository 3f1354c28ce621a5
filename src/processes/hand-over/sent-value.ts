import type { Node } from '../../syntax/node.ts';

/** A value that a submission hands to its worker. */
export interface SentValue {
  /** The expression, where it goes into the call. */
  readonly node: Node;
  /** The parameter of the worker that gets it, by its place or name; null where that is not known. */
  readonly parameter: number | string | null;
  /** Which part of that argument it is, where each task's argument is a tuple or list; null for the whole. */
  readonly part: number | null;
  /** What would go from the text with it; null where it can't be taken out of the call by itself. */
  readonly items: readonly ListItem[] | null;
}

/** Something between the commas of a call, tuple, list or dict. */
export interface ListItem {
  readonly list: Node;
  readonly from: number;
  readonly to: number;
}
