import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Interpreter } from './interpreters.ts';
import type { Program, Run } from './run.ts';

const FOLDER = fileURLToPath(new URL('../../node_modules/.cache/mpfix/proof', import.meta.url));
const HARNESS = ['run.ts', 'watch.ts', 'activity.ts', 'stderr.ts', 'sitecustomize.py'].map((name) =>
  readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8'),
);

/** The name under which a run is kept: another program, interpreter, start method or harness has another one. */
export function cacheKey(program: Program, interpreter: Interpreter, method: string): string {
  const { command, version } = interpreter;
  const stubs = program.stubs.flatMap(textsOf);
  const parts = [HARNESS, { ...program, stubs }, command, version, method, process.platform];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

export function cachedRun(key: string): Run | undefined {
  try {
    return JSON.parse(readFileSync(path.join(FOLDER, `${key}.json`), 'utf8')) as Run;
  } catch {
    return undefined;
  }
}

export function keepRun(key: string, run: Run): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(path.join(FOLDER, `${key}.json`), JSON.stringify(run));
}

function textsOf(stub: string): string[] {
  if (statSync(stub).isFile()) return [path.basename(stub), readFileSync(stub, 'utf8')];
  return readdirSync(stub)
    .sort()
    .flatMap((name) => [path.basename(stub), ...textsOf(path.join(stub, name))]);
}
