/** `npm test`: every check, in the order of what fails soonest. Arguments go to jest, and run nothing else. */
import { buildCommand, jest, prepare, run } from './setup.mjs';

prepare();
buildCommand();

const node =
  (script, ...args) =>
  () =>
    run(process.execPath, [script, ...args]);
const jestArgs = process.argv.slice(2);
const tests = ['tests', () => jest(jestArgs)];
const all = [
  ['check', node('scripts/check.mjs')],
  tests,
  ['generated pages and output in the README', node('scripts/docs.mjs', '--check')],
];

const failed = [];
for (const [name, step] of jestArgs.length > 0 ? [tests] : all) {
  console.log(`\n== ${name}`);
  if (step() !== 0) failed.push(name);
}
console.log(failed.length === 0 ? '\nAll passed.' : `\nFailed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
