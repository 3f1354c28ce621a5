/** A call on a way through the project. */
export interface Step {
  /** Relative to the working directory. */
  readonly path: string;
  /** The function whose code it is in; null for the module's own. */
  readonly inside: string | null;
  /** From 1. */
  readonly row: number;
  /** The call: `Pool(…)`. */
  readonly text: string;
}
