/** `npm run bench`: how fast each layer is, beside its peers. Arguments are passed on. */
import { prepare, run } from './setup.mjs';

prepare();
const { bundle } = await import('./build.mjs');
await bundle('bench/main.ts', '.cache/bench.js');
const args = ['--expose-gc', '.cache/bench.js', ...process.argv.slice(2)];
process.exitCode = run(process.execPath, args);
