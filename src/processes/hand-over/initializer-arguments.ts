import type { Argument } from '../../syntax/shapes.ts';
import type { Creation } from '../model.ts';
import { argumentAt } from '../submissions.ts';

/** Where a call that makes workers says what they do first. */
export interface InitializerArguments {
  readonly initializer: Argument | null;
  readonly initargs: Argument | null;
}

const PLACES = { pool: 1, executor: 2 } as const;

/** The arguments of a pool or executor; null where it takes none, or where stars hide them. */
export function initializerArguments({ kind, call }: Creation): InitializerArguments | null {
  if (kind !== 'pool' && kind !== 'executor') return null;
  if (call.args.some(({ star }) => star !== '')) return null;
  const index = PLACES[kind];
  return {
    initializer: argumentAt(call, index, 'initializer'),
    initargs: argumentAt(call, index + 1, 'initargs'),
  };
}
