import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { decode, isUnreadable } from '../../src/syntax/decode.ts';
import type { Interpreter } from '../proof/interpreters.ts';
import { type ParsedFile, type Part, parseFile, partOf } from './parts.ts';

const FIXTURES = '__testfixtures__';
const LIMIT_MS = 30_000;
/** How many files of each kind are in use at a time. */
const CHOSEN = 40;

/** Real files, parsed when they are first needed, and the parts of them that mutants are made of. */
export class Corpus {
  private readonly parsed = new Map<string, ParsedFile>();

  constructor(readonly files: readonly string[]) {}

  part(file: number, start: number, size: number): Part {
    return partOf(this.parsedFile(this.files[file] as string), start, size);
  }

  private parsedFile(path: string): ParsedFile {
    let file = this.parsed.get(path);
    if (!file) {
      const source = decode(path, readFileSync(path));
      file = parseFile(isUnreadable(source) ? 'pass\n' : source.text);
      this.parsed.set(path, file);
    }
    return file;
  }
}

/** What there is to choose from. */
export interface Library {
  /** The standard libraries that can be read. */
  readonly real: readonly string[];
  /** Our own fixtures: they have something to fix. */
  readonly fixtures: readonly string[];
}

export function findLibrary(interpreters: readonly Interpreter[]): Library {
  return {
    real: interpreters
      .map(({ command }) => libraryOf(command))
      .filter(existsSync)
      .flatMap(pythonFiles),
    fixtures: pythonFiles(FIXTURES).filter((file) => /\.input(\.py$|[\\/])/.test(file)),
  };
}

/** Some files of each kind. */
export function chooseCorpus({ real, fixtures }: Library, seed: number): Corpus {
  const chosen = (files: readonly string[]) =>
    files.length > 0 ? fc.sample(fc.constantFrom(...files), { seed, numRuns: CHOSEN }) : [];
  return new Corpus([...chosen(real), ...chosen(fixtures)]);
}

function libraryOf(command: string): string {
  const asked = 'import sysconfig; print(sysconfig.get_path("stdlib"))';
  return execFileSync(command, ['-c', asked], { encoding: 'utf8', timeout: LIMIT_MS }).trim();
}

function pythonFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('site-packages'))
    .sort();
}
