/** `npm start`: shows the patch that mpfix makes for the programs in examples/. */
import { buildCommand, prepare, run } from './setup.mjs';

prepare();
buildCommand();
const args = process.argv.slice(2);
const shown = args.length > 0 ? args : ['--dry-run', 'examples/'];
const code = run(process.execPath, ['dist/mpfix.js', ...shown]);
// Findings are what a demonstration is for: only a failure is one.
process.exitCode = code === 1 && args.length === 0 ? 0 : code;
