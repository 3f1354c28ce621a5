import type { Node } from '../../syntax/node.ts';
import type { Call } from '../../syntax/shapes.ts';
import { MULTIPROCESSING } from '../libraries.ts';
import type { ProcessModel } from '../model.ts';
import { type PoolLife, poolLives } from './pool-life.ts';

/** A pool that is only asked for results at once: by `map`, `starmap` and `apply`. */
export interface BlockingPool {
  readonly life: PoolLife;
  readonly submissions: readonly Call[];
}

/** The standard library's pools that are used for nothing but calls that wait for their results. */
export function blockingPools(model: ProcessModel): BlockingPool[] {
  return poolLives(model).flatMap((life) => {
    const { creation, uses, sharing } = life;
    const submissions = uses.flatMap((use) => (use.kind === 'submit' ? [use.call] : []));
    const isPlain = uses.every(
      (use) =>
        /^(close|terminate|join)$/.test(use.kind) ||
        (use.kind === 'submit' && use.delivery === 'call') ||
        isWith(use.node.parent),
    );
    return creation.library === MULTIPROCESSING &&
      submissions.length > 0 &&
      sharing === null &&
      isPlain
      ? [{ life, submissions }]
      : [];
  });
}

function isWith(node: Node | null): boolean {
  return node?.kind === 'WithStatement';
}
