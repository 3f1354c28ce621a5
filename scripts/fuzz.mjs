/** `npm run fuzz`: looks for texts on which mpfix fails. `--help` says what it takes. */
import { prepare, run } from './setup.mjs';

prepare();
const { bundle } = await import('./build.mjs');
await bundle('__tests__/fuzz/subject.ts', '.cache/fuzz-subject.js');
await bundle('__tests__/fuzz/main.ts', '.cache/fuzz.js');
process.exitCode = run(process.execPath, ['.cache/fuzz.js', ...process.argv.slice(2)]);
