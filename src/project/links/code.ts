import type { Library } from '../../processes/libraries.ts';
import type { StartMethod } from '../../processes/start-method.ts';
import type { Target } from '../../processes/targets.ts';

/** A function of the project, or a module's own code: a file's absolute path and its own name there. */
export interface CodeRef {
  readonly file: string;
  readonly name: Target;
}

/** What calling something runs: a function of the project, or, with a library and in no file, its `Process.start`. */
export interface Run extends CodeRef {
  readonly library?: Library;
  /** Of that `Process`, where it is a context's. */
  readonly method?: StartMethod | null;
}

/** Two references to the same code have the same key. */
export function keyOf({ file, name }: CodeRef): string {
  return `${file}\0${name}`;
}
