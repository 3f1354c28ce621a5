/** `npm run check`: format, lint, types, layers, names and dead code. */
import { run, tool } from './setup.mjs';

const steps = [
  ['format and lint', () => tool('biome', ['check', '--error-on-warnings', '.'])],
  ['types', () => tool('tsc', [])],
  [
    'layers',
    () => tool('depcruise', ['--config', '.dependency-cruiser.mjs', 'bin', 'src', 'transforms']),
  ],
  ['names', () => run(process.execPath, ['scripts/names.mjs'])],
  ['dead code', () => tool('knip', ['--no-progress'])],
];

const failed = steps.filter(([name, step]) => {
  const started = Date.now();
  const ok = step() === 0;
  console.log(
    `${ok ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
  );
  return !ok;
});
process.exitCode = failed.length === 0 ? 0 : 1;
