export type StartMethod = 'fork' | 'spawn' | 'forkserver';

export const START_METHODS: readonly StartMethod[] = ['fork', 'spawn', 'forkserver'];
