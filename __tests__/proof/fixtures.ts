import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROOF_FIELDS, type Proof, renderProof } from './record.ts';
import type { Program } from './run.ts';
import { startIn } from './ways.ts';

/** Where the parts of a case that is run are: a pair, or an input without output whose record stands beside it. */
export interface ProofCase {
  /** "lambda-worker/captured-local" */
  readonly name: string;
  readonly root: string;
  /** A file, or a folder. */
  readonly input: string;
  /** Null where nothing is fixed. */
  readonly output: string | null;
  readonly proofFile: string;
}

/** An input, the output that a transform makes of it, if any, and what is recorded of both. */
export interface Fixture {
  readonly inputs: readonly Started[];
  readonly outputs: readonly Started[];
  readonly proof: Proof;
}

/** A program in one of the ways in which it can be started. */
export interface Started {
  /** "main.py", "-m package.main", "console-script"; null where the fixture names no ways. */
  readonly way: string | null;
  readonly program: Program;
}

export const FIXTURES = fileURLToPath(new URL('../../__testfixtures__', import.meta.url));

const INPUT = /^(.+)\.input(\.py|\.ipynb)?$/;
const STUBS = 'stubs';

/** All cases below a fixtures folder that are run and whose name contains `filter`. */
export function findCases(filter = '', root = FIXTURES): ProofCase[] {
  return filesOf(root)
    .flatMap((file) => caseOf(file, root) ?? [])
    .filter(({ name }) => name.includes(filter))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** Proof files that no input stands beside: "lambda-worker/renamed.proof.json". */
export function findStrayProofs(root = FIXTURES): string[] {
  const used = new Set(findCases('', root).map(({ proofFile }) => proofFile));
  return filesOf(root).filter(
    (file) => file.endsWith('.proof.json') && !used.has(path.join(root, file)),
  );
}

/** @throws Error when a part is unreadable, the proof file has an unknown field, or a stub is missing. */
export function loadFixture(fixture: ProofCase): Fixture {
  const proof = loadProof(fixture.proofFile);
  const stubs = (proof.needs ?? []).map((module) => stubOf(module, fixture.root));
  const extra = Object.entries(proof.files ?? {}).map(([file, text]) => [file, asBytes(text)]);
  const started = (source: string | null): Started[] => {
    if (source === null) return [];
    const isFolder = statSync(source).isDirectory();
    const script = scriptIn(source, fixture.name);
    const own = isFolder ? folderFiles(source) : { [script]: readFileSync(source, 'latin1') };
    const files = { ...Object.fromEntries(extra), ...own };
    const modules = isFolder ? [sourceFolder(files)] : [];
    return (proof.run ?? [script]).map((way) => {
      const start = startIn(way, files);
      const command = [...start.command, ...(proof.args ?? [])];
      return {
        way: proof.run ? way : null,
        program: { command, files: { ...files, ...start.files }, modules, stubs },
      };
    });
  };
  return { inputs: started(fixture.input), outputs: started(fixture.output), proof };
}

export function saveProof({ proofFile }: ProofCase, proof: Proof): void {
  writeFileSync(proofFile, renderProof(proof));
}

function filesOf(root: string): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== STUBS)
    .flatMap(({ name }) => readdirSync(path.join(root, name)).map((file) => `${name}/${file}`));
}

function caseOf(file: string, root: string): ProofCase | undefined {
  const [, name, suffix = ''] = INPUT.exec(file) ?? [];
  if (name === undefined) return undefined;
  const outputFile = path.join(root, `${name}.output${suffix}`);
  const proofFile = path.join(root, `${name}.proof.json`);
  const output = existsSync(outputFile) ? outputFile : null;
  if (output === null && !existsSync(proofFile)) return undefined;
  return { name, root, input: path.join(root, file), output, proofFile };
}

function loadProof(file: string): Proof {
  if (!existsSync(file)) return {};
  const proof = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const unknown = Object.keys(proof).find((field) => !PROOF_FIELDS.includes(field));
  if (unknown) throw new Error(`${path.basename(file)} has an unknown field "${unknown}"`);
  return proof as Proof;
}

/** What is run of a source. A child imports a script again, so its name has to be an identifier. */
function scriptIn(source: string, name: string): string {
  if (statSync(source).isDirectory()) {
    return existsSync(path.join(source, 'main.ipynb')) ? 'main.ipynb' : 'main.py';
  }
  return path.basename(name).replaceAll(/\W/g, '_') + path.extname(source);
}

/** Where the packages of a project are. */
function sourceFolder(files: Program['files']): string {
  return Object.keys(files).some((file) => file.startsWith('src/')) ? 'src' : '.';
}

function folderFiles(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    files
      .filter((file) => statSync(path.join(folder, file)).isFile())
      .map((file) => [file, readFileSync(path.join(folder, file), 'latin1')]),
  );
}

function asBytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

function stubOf(module: string, root: string): string {
  const stem = path.join(root, STUBS, module);
  const stub = [stem, `${stem}.py`].find((candidate) => existsSync(candidate));
  if (stub === undefined) throw new Error(`it needs ${module}: write ${STUBS}/${module}.py for it`);
  return stub;
}
