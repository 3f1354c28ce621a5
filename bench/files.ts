import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { decode, isUnreadable } from '../src/syntax/decode.ts';
import { invalidSyntax } from '../src/syntax/invalid.ts';
import { parse } from '../src/syntax/parse.ts';

export interface BenchFile {
  readonly path: string;
  readonly text: string;
  readonly bytes: number;
}

/** Neither tests nor what is installed beside the library. */
const LEFT_OUT = /(^|[/\\])(tests?|idle_test|site-packages)[/\\]/;

/** Every n-th file of a standard library, by name: as long as the library stays the same, the same files. */
export function benchFiles(library: string, every: number): BenchFile[] {
  return readdirSync(library, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !LEFT_OUT.test(relative(library, path)))
    .sort()
    .filter((_, index) => index % every === 0)
    .map(readFile)
    .filter(({ text }) => invalidSyntax(parse(text)) === null);
}

export function readFile(path: string): BenchFile {
  const bytes = readFileSync(path);
  const source = decode(path, bytes);
  return { path, text: isUnreadable(source) ? '\0' : source.text, bytes: bytes.length };
}

/** The file of middle size: what a cold run is timed with. */
export function middleFile(files: readonly BenchFile[]): BenchFile {
  const bySize = [...files].sort((a, b) => a.bytes - b.bytes);
  return bySize[bySize.length >> 1] as BenchFile;
}
