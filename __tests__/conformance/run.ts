/** `npm run conformance`: compares what mpfix reads with what each CPython found reads, over whole standard libraries. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findInterpreters } from '../proof/interpreters.ts';
import { ASPECTS, type Aspect } from './aspects.ts';
import { compareFiles, type Result } from './compare.ts';
import { Oracle } from './oracle.ts';
import { report } from './report.ts';
import { isUnplaced } from './trees/tables.ts';

const { values } = parseArgs({
  options: {
    aspect: { type: 'string', multiple: true },
    python: { type: 'string', multiple: true },
    /** A file, or a folder in which all Python files are taken; in place of the standard library. */
    file: { type: 'string', multiple: true },
    /** Takes every how manieth file. */
    every: { type: 'string', default: '1' },
    /** How many files' mismatches are printed. */
    show: { type: 'string', default: '20' },
  },
});

const aspects = (values.aspect ?? Object.keys(ASPECTS)) as Aspect[];
const { interpreters } = await findInterpreters();
const chosen = interpreters.filter(({ minor }) => values.python?.includes(minor) ?? true);
const results = new Map<string, Result>();
let isComplete = true;
for (const { command, version } of chosen) {
  const started = Date.now();
  const oracle = new Oracle(command);
  const files = values.file?.flatMap(pythonFilesIn) ?? (await oracle.files());
  const sample = files.filter((_, i) => i % Number(values.every) === 0);
  const result = await compareFiles(oracle, version, sample, aspects);
  results.set(version, result);
  const minor = Number(version.split('.')[1]);
  const unknown = Object.keys(await oracle.unplaced()).filter((kind) => !isUnplaced(kind, minor));
  if (unknown.length > 0) {
    isComplete = false;
    console.log(`${version}: kinds without a position that nobody expected: ${unknown.join(', ')}`);
  }
  oracle.end();
  console.error(`${version}: ${((Date.now() - started) / 1000).toFixed(0)} s`);
}
console.log(report(results, Number(values.show)));
const isClean = [...results.values()].every(({ mismatches }) => mismatches.length === 0);
process.exitCode = isClean && isComplete && results.size > 0 ? 0 : 1;

function pythonFilesIn(place: string): string[] {
  if (!statSync(place).isDirectory()) return [path.resolve(place)];
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.py'))
    .map((file) => path.resolve(place, file))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
    .sort();
}
