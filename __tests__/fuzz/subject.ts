/** The process that is tested: takes files' bytes, one after another, and says what mpfix makes of them. */
import { analyse } from './analyse.ts';

process.on('message', (bytes: Uint8Array) => {
  process.send?.(analyse(bytes));
});
