import type { StartMethod } from './start-method.ts';

/** What the user asked for that changes what rules say or do. */
export interface Settings {
  /** `--start-method`: every main module is to set this method at the top of its guard. */
  readonly startMethod: StartMethod | null;
  /** The minor version of the oldest Python 3 that the project supports, where it is known. */
  readonly targetVersion: number | null;
  /** Whether the project says that it is for POSIX systems alone. */
  readonly isPosixOnly: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  startMethod: null,
  targetVersion: null,
  isPosixOnly: false,
};
