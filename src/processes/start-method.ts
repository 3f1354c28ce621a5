export type StartMethod = 'fork' | 'spawn' | 'forkserver';

export const START_METHODS: readonly StartMethod[] = ['fork', 'spawn', 'forkserver'];

/** A change of the default start method. */
export interface MethodChange {
  readonly from: StartMethod;
  readonly to: StartMethod;
}

/** Whether a mistake that bites under some start methods shows with a change, and did not before. */
export function isBrokenBy({ from, to }: MethodChange, methods: readonly StartMethod[]): boolean {
  return methods.includes(to) && !methods.includes(from);
}
