/**
 * Runs the programs of __testfixtures__/explain under every CPython at hand and every start method, and keeps what they
 * print: all of them, or the cases that are named. Read what was recorded before you commit it.
 */
import { prepare, run } from './setup.mjs';

prepare();
const { bundle } = await import('./build.mjs');
await bundle('__tests__/explain/record.ts', '.cache/record-tracebacks.js');
process.exitCode = run(process.execPath, ['.cache/record-tracebacks.js', ...process.argv.slice(2)]);
