/** `npm run docs`: writes the generated pages. With `--check` it writes nothing, and fails where one is old. */

import { bundle } from './build.mjs';
import { run } from './setup.mjs';

await bundle('scripts/docs.ts', '.cache/docs.js');
process.exitCode = run(process.execPath, ['.cache/docs.js', ...process.argv.slice(2)]);
