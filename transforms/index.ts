import type { Transform } from './transform.ts';

/** Every transform, most upstream first: what an earlier one writes, a later one sees in the next pass. */
export const transforms: readonly Transform[] = [];
