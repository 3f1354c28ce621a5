import { cachedRun, cacheKey, keepRun } from './cache.ts';
import type { Started } from './fixtures.ts';
import type { Interpreter } from './interpreters.ts';
import { runKey, runName } from './record.ts';
import { type Run, run } from './run.ts';

/** One run of a program, and how to repeat it, with more time where that is wanted. */
export interface Attempt {
  /** "3.12 spawn" */
  readonly key: string;
  /** "3.12 spawn as -m package.main": what its outcome is recorded under. */
  readonly name: string;
  readonly minor: string;
  readonly run: Run;
  readonly again: (patience: number) => Promise<Run>;
}

/** Runs a task when there is room for it. */
export type Slot = <T>(task: () => Promise<T>) => Promise<T>;

/** Runs a program, or takes what it did when it last ran unchanged. */
export async function attempt(
  { program, way }: Started,
  interpreter: Interpreter,
  method: string,
  slot: Slot,
): Promise<Attempt> {
  const cached = cacheKey(program, interpreter, method);
  const again = async (patience: number): Promise<Run> => {
    const result = await slot(() => run(program, interpreter, method, patience));
    keepRun(cached, result);
    return result;
  };
  const { minor } = interpreter;
  const key = runKey(minor, method);
  const name = runName(key, way);
  return { key, name, minor, run: cachedRun(cached) ?? (await again(1)), again };
}
