import type { Fix, Refusal } from '../../edits/fix.ts';
import { MULTIPROCESSING } from '../../processes/libraries.ts';
import type { ProcessModel, Submission } from '../../processes/model.ts';
import type { Pickler } from '../../processes/settings.ts';
import { DROP_INS, dropIn } from './drop-in.ts';
import { parallel } from './parallel.ts';

/**
 * Has a library pickle by value what some submissions pickle by name. Always unsafe: what is pickled by value is
 * copied as it is then, with all that it refers to.
 */
export function byValueFix(
  pickler: Pickler,
  submissions: readonly Submission[],
  model: ProcessModel,
): Fix | Refusal {
  if (pickler === 'joblib') return parallel(submissions, model);
  const other = model.creations.find(({ library }) => library.name !== MULTIPROCESSING.name);
  return other
    ? {
        refusal: `${pickler} stands for multiprocessing, and this file starts processes by ${other.library.name} too`,
      }
    : dropIn(DROP_INS[pickler], model);
}
