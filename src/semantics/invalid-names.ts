import type { Problem } from '../syntax/source.ts';
import { legacyExcept } from './legacy-except.ts';
import type { Semantics } from './semantics.ts';
import { symbolError } from './symbol-errors.ts';

/**
 * Why a text can't be worked on although its syntax is right: what its names mean. `target` is the minor version of
 * the oldest Python 3 that the project supports, where it is known.
 */
export function invalidNames(semantics: Semantics, target: number | null): Problem | null {
  return symbolError(semantics) ?? legacyExcept(semantics, target);
}
