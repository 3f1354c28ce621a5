import { removeUnfinished } from '../project/write.ts';

/** What Ctrl-C does: leaves no half-written file behind, and ends with the code that shells give. */
export function interrupt(): never {
  removeUnfinished();
  process.stderr.write('\nmpfix: interrupted\n');
  process.exit(130);
}
