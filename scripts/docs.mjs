/** `npm run docs`: writes the generated pages. With `--check` it writes nothing, and fails where one is old. */

import { buildCommand, prepare, run } from './setup.mjs';

prepare();
buildCommand();
const check = process.argv.includes('--check');
const { bundle } = await import('./build.mjs');
await bundle('scripts/docs.ts', '.cache/docs.js');
const codes = [
  run(process.execPath, ['.cache/docs.js', ...(check ? ['--check'] : [])]),
  run(process.execPath, ['scripts/readme.mjs', ...(check ? [] : ['--write'])]),
];
process.exitCode = Math.max(...codes);
