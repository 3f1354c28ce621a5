import type { StartMethod } from './start-method.ts';

/**
 * How what leans on fork is mended: made to work under every start method, kept on fork where that exists, or the
 * second where the first has no safe fix.
 */
export type Strategy = 'picklable' | 'pin-fork' | 'per-site';

export const STRATEGIES: readonly Strategy[] = ['picklable', 'pin-fork', 'per-site'];

/** Packages that pickle workers by value, so that lambdas and local functions can stay as they are. */
export type Pickler = 'pathos' | 'multiprocess' | 'joblib';

export const PICKLERS: readonly Pickler[] = ['pathos', 'multiprocess', 'joblib'];

/** What the user asked for that changes what rules say or do. */
export interface Settings {
  /** `--start-method`: every main module is to set this method at the top of its guard. */
  readonly startMethod: StartMethod | null;
  /** The minor version of the oldest Python 3 that the project supports, where it is known. */
  readonly targetVersion: number | null;
  /** Whether the project says that it is for POSIX systems alone. */
  readonly isPosixOnly: boolean;
  readonly strategy: Strategy;
  /** What is to pickle by value what can't be pickled by name; null where that is to be given a name. */
  readonly pickler: Pickler | null;
  /** The module that pins fork, by its dotted name in the package that it is for. */
  readonly pinModule: string;
  /** The environment variable that overrules it; null for one named after the package. */
  readonly pinVariable: string | null;
}

export const DEFAULT_SETTINGS: Settings = {
  startMethod: null,
  targetVersion: null,
  isPosixOnly: false,
  strategy: 'picklable',
  pickler: null,
  pinModule: '_start_method',
  pinVariable: null,
};
