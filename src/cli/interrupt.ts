import { constants } from 'node:os';
import { removeUnfinished } from '../project/write.ts';

/** What Ctrl-C and `kill` do: leave no half-written file behind, and end with the code that shells give. */
export function interrupt(signal: NodeJS.Signals): never {
  removeUnfinished();
  process.stderr.write('\nmpfix: interrupted\n');
  process.exit(128 + constants.signals[signal]);
}
