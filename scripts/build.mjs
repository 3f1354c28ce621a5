/** Bundles the command to dist/mpfix.js; the dependencies stay outside. */
import { chmodSync } from 'node:fs';
import { build } from 'esbuild';

/** Bundles one TypeScript entry into one module that Node runs. */
export async function bundle(entry, outfile, banner = '') {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    banner: { js: banner },
    logLevel: 'warning',
  });
}

if (process.argv[1] === import.meta.filename) {
  await bundle('bin/mpfix.ts', 'dist/mpfix.js', '#!/usr/bin/env node');
  chmodSync('dist/mpfix.js', 0o755);
}
