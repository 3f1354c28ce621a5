import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROOF_FIELDS, type Proof, renderProof } from './record.ts';
import type { Program } from './run.ts';

/** An input that a transform repairs, the output that it makes of it, and what is recorded of both. */
export interface Fixture {
  /** "lambda-worker/captured-local" */
  readonly name: string;
  readonly input: Program;
  readonly output: Program;
  readonly proof: Proof;
  readonly proofFile: string;
}

export const FIXTURES = fileURLToPath(new URL('../../__testfixtures__', import.meta.url));

const INPUT = /^(.+)\.input(?:\.py)?$/;

/**
 * All pairs below a fixtures folder whose name contains `filter`; cases without an output are no pairs.
 * @throws Error when a proof file is not readable or has a field that means nothing.
 */
export function loadFixtures(filter = '', root = FIXTURES): Fixture[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'stubs')
    .flatMap(({ name }) => readdirSync(path.join(root, name)).map((file) => `${name}/${file}`))
    .filter((file) => existsSync(path.join(root, file.replace('.input', '.output'))))
    .flatMap((file) => {
      const name = INPUT.exec(file)?.[1];
      return name?.includes(filter) ? [loadFixture(name, file, root)] : [];
    })
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}

export function saveProof(fixture: Fixture, proof: Proof): void {
  writeFileSync(fixture.proofFile, renderProof(proof));
}

function loadFixture(name: string, inputFile: string, root: string): Fixture {
  const proofFile = path.join(root, `${name}.proof.json`);
  const proof = loadProof(proofFile);
  const stubs = (proof.needs ?? []).map((module) => stubOf(module, root, name));
  const program = (file: string): Program => {
    const full = path.join(root, file);
    const own = statSync(full).isDirectory() ? folderFiles(full) : scriptFile(name, full);
    const main = Object.keys(own).length === 1 ? (Object.keys(own)[0] as string) : 'main.py';
    return { main, files: { ...proof.files, ...own }, args: proof.args ?? [], stubs };
  };
  const output = program(inputFile.replace('.input', '.output'));
  return { name, input: program(inputFile), output, proof, proofFile };
}

function loadProof(file: string): Proof {
  if (!existsSync(file)) return {};
  const proof = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const unknown = Object.keys(proof).find((field) => !PROOF_FIELDS.includes(field));
  if (unknown) throw new Error(`${file}: there is no field "${unknown}"`);
  return proof as Proof;
}

/** Python refuses to import a script back whose name is no identifier. */
function scriptFile(name: string, file: string): Record<string, string> {
  return { [`${path.basename(name).replaceAll(/\W/g, '_')}.py`]: readFileSync(file, 'latin1') };
}

function folderFiles(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    files
      .filter((file) => statSync(path.join(folder, file)).isFile())
      .map((file) => [file, readFileSync(path.join(folder, file), 'latin1')]),
  );
}

function stubOf(module: string, root: string, name: string): string {
  const stem = path.join(root, 'stubs', module);
  const stub = [stem, `${stem}.py`].find((candidate) => existsSync(candidate));
  if (stub === undefined) {
    throw new Error(`${name} needs ${module}: write __testfixtures__/stubs/${module}.py for it`);
  }
  return stub;
}
