import { cachedRun, cacheKey, keepRun } from './cache.ts';
import type { Interpreter } from './interpreters.ts';
import { runKey } from './record.ts';
import { type Program, type Run, run } from './run.ts';

/** One run of a program, and how to repeat it, with more time where that is wanted. */
export interface Attempt {
  /** "3.12 spawn" */
  readonly key: string;
  readonly minor: string;
  readonly run: Run;
  readonly again: (patience: number) => Promise<Run>;
}

/** Runs a task when there is room for it. */
export type Slot = <T>(task: () => Promise<T>) => Promise<T>;

/** Runs a program, or takes what it did when it last ran unchanged. */
export async function attempt(
  program: Program,
  interpreter: Interpreter,
  method: string,
  slot: Slot,
): Promise<Attempt> {
  const key = cacheKey(program, interpreter, method);
  const again = async (patience: number): Promise<Run> => {
    const result = await slot(() => run(program, interpreter, method, patience));
    keepRun(key, result);
    return result;
  };
  const { minor } = interpreter;
  return { key: runKey(minor, method), minor, run: cachedRun(key) ?? (await again(1)), again };
}
