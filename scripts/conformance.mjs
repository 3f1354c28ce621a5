/** `npm run conformance`: trees and scopes against those of every CPython on the machine. */
import { prepare, run } from './setup.mjs';

prepare();
const { bundle } = await import('./build.mjs');
await bundle('__tests__/conformance/run.ts', '.cache/conformance.js');
process.exitCode = run(process.execPath, ['.cache/conformance.js', ...process.argv.slice(2)]);
