/** `npm run conformance`: compares what mpfix reads with what each CPython found reads, over whole standard libraries. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findInterpreters } from '../proof/interpreters.ts';
import { ASPECTS, type Aspect } from './aspects.ts';
import { compareFiles, type Result } from './compare.ts';
import { Oracle } from './oracle.ts';
import { report } from './report.ts';
import { VARIANT_NAMES, writeVariants } from './variants.ts';

const { values } = parseArgs({
  options: {
    aspect: { type: 'string', multiple: true },
    python: { type: 'string', multiple: true },
    /** A file, or a folder in which all Python files are taken; in place of the standard library. */
    file: { type: 'string', multiple: true },
    /** Takes every how manieth file. */
    every: { type: 'string', default: '1' },
    /** Compares the files written in another way: see variants.ts. */
    variant: { type: 'string' },
    /** How many files' mismatches are printed. */
    show: { type: 'string', default: '20' },
  },
});

if (values.variant && !VARIANT_NAMES.includes(values.variant)) {
  throw new Error(`no variant ${values.variant}: there are ${VARIANT_NAMES.join(', ')}`);
}
const aspects = (values.aspect ?? Object.keys(ASPECTS)) as Aspect[];
const { interpreters } = await findInterpreters();
const chosen = interpreters.filter(({ minor }) => values.python?.includes(minor) ?? true);
const results = new Map<string, Result>();
const folder = mkdtempSync(path.join(tmpdir(), 'mpfix-conformance-'));
try {
  for (const { command, version } of chosen) {
    const started = Date.now();
    const oracle = new Oracle(command);
    const all = values.file?.flatMap(pythonFilesIn) ?? (await oracle.files());
    const files = all.filter((_, i) => i % Number(values.every) === 0);
    const read = values.variant ? writeVariants(values.variant, files, folder) : files;
    results.set(version, await compareFiles(oracle, version, read, aspects));
    oracle.end();
    console.error(`${version}: ${((Date.now() - started) / 1000).toFixed(0)} s`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
console.log(report(results, Number(values.show)));
const isClean = results.size > 0 && [...results.values()].every((result) => result.isClean);
process.exitCode = isClean ? 0 : 1;

function pythonFilesIn(place: string): string[] {
  if (!statSync(place).isDirectory()) return [path.resolve(place)];
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.py'))
    .map((file) => path.resolve(place, file))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
    .sort();
}
