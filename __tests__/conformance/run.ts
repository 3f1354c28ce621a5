/** `npm run conformance`: compares what mpfix reads with what each CPython found reads, over whole standard libraries. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findInterpreters, type Interpreter } from '../proof/interpreters.ts';
import { ASPECTS, type Aspect } from './aspects.ts';
import { compareFiles, type Result } from './compare.ts';
import { Oracle } from './oracle.ts';
import { report } from './report.ts';
import { VARIANT_NAMES, writeVariants } from './variants.ts';

const { values } = parseArgs({
  options: {
    /** `trees`, `scopes`; else both. */
    aspect: { type: 'string', multiple: true },
    /** `3.12`; else all that are found. */
    python: { type: 'string', multiple: true },
    /** A file, or a folder in which all Python files are taken; in place of the standard library. */
    file: { type: 'string', multiple: true },
    /** Takes every how manieth file. */
    every: { type: 'string', default: '1' },
    /** Writes the files in another way first: a name of variants.ts, or `all`. */
    variant: { type: 'string', multiple: true, default: [] },
    /** How many mismatches are printed. */
    show: { type: 'string', default: '20' },
  },
});

const aspects = oneOf('aspect', values.aspect ?? Object.keys(ASPECTS), Object.keys(ASPECTS));
const variants = values.variant.includes('all')
  ? VARIANT_NAMES
  : oneOf('variant', values.variant, VARIANT_NAMES);
const { interpreters } = await findInterpreters();
const results = new Map<string, Result>();
for (const interpreter of interpreters) {
  if (values.python && !values.python.includes(interpreter.minor)) continue;
  if (variants.length === 0) await compareUnder(interpreter, null);
  for (const variant of variants) await compareUnder(interpreter, variant);
}
const isSelection = values.file !== undefined || values.every !== '1' || !aspects.includes('trees');
console.log(report(results, Number(values.show), isSelection));
const isClean = results.size > 0 && [...results.values()].every((result) => result.isClean);
process.exitCode = isClean ? 0 : 1;

async function compareUnder({ command, version }: Interpreter, variant: string | null) {
  const started = Date.now();
  const name = variant === null ? version : `${version} ${variant}`;
  const oracle = new Oracle(command);
  const folder = mkdtempSync(path.join(tmpdir(), 'mpfix-conformance-'));
  try {
    const all = values.file?.flatMap(pythonFilesIn) ?? (await oracle.files());
    const files = all.filter((_, i) => i % Number(values.every) === 0);
    const written = variant === null ? files : writeVariants(variant, files, folder);
    results.set(name, await compareFiles(oracle, version, written, aspects as Aspect[]));
  } finally {
    oracle.end();
    rmSync(folder, { recursive: true });
  }
  console.error(`${name}: ${((Date.now() - started) / 1000).toFixed(0)} s`);
}

function oneOf(option: string, chosen: readonly string[], known: readonly string[]) {
  const unknown = chosen.filter((name) => !known.includes(name));
  if (unknown.length === 0) return chosen;
  throw new Error(`--${option} ${unknown.join(', ')} is none of ${known.join(', ')}`);
}

function pythonFilesIn(place: string): string[] {
  if (!statSync(place).isDirectory()) return [path.resolve(place)];
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.py'))
    .map((file) => path.resolve(place, file))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
    .sort();
}
