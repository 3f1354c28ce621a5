/** One replaced range of the source: offsets are UTF-16 code units; an insertion has `from === to`. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Safe: on every start method on which the program worked it does the same afterwards, and it now works on the
 * others too. Unsafe: right in the usual case, but it can change what a correct program does. Display: advice,
 * never applied.
 */
export type Applicability = 'safe' | 'unsafe' | 'display';

/** A file that a fix needs beside the one that it changes. */
export interface NewFile {
  /** As other files are named: relative to the working directory. */
  readonly path: string;
  readonly text: string;
}

/** Edits that belong together: all of them land, or none. */
export interface Fix {
  readonly applicability: Applicability;
  /** What the fix does, as an order: "wrap the run part in a main guard". */
  readonly message: string;
  readonly edits: readonly Edit[];
  /** Names that the fix means to bind elsewhere than before; all others must keep their bindings. */
  readonly rebinds?: readonly string[];
  /** String literals, as they are written, that the fix means to take out; all others must stay. */
  readonly drops?: readonly string[];
  /** Is made where it does not exist; nothing that exists is replaced. */
  readonly creates?: NewFile;
}

/** Why there is no fix, in words for the user. */
export interface Refusal {
  readonly refusal: string;
}

export function isRefusal(outcome: Fix | Refusal): outcome is Refusal {
  return 'refusal' in outcome;
}
