import { existsSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import ignore from 'ignore';
import { reasonOf } from './read.ts';
import { walk } from './walk.ts';

/** A file to look at: `path` as the user would write it, `real` the absolute path behind all links. */
export interface InputFile {
  readonly path: string;
  readonly real: string;
  /** The folder that was walked to find it, absolute; null for a file that was named itself. */
  readonly folder: string | null;
}

export interface Discovery {
  readonly files: readonly InputFile[];
  /** Folders in which there is no Python. */
  readonly empty: readonly string[];
  /** What is to be said of folders that could not be looked into. */
  readonly closed: readonly string[];
}

/** Whether a setting leaves a file out; takes an absolute path. */
export type Excluder = (file: string) => boolean;

/** Patterns as in .gitignore, relative to a folder. */
export function excluder(folder: string, patterns: readonly string[]): Excluder {
  const matcher = ignore().add([...patterns]);
  return (file) => {
    const relative = path.relative(folder, file).split(path.sep).join('/');
    return relative !== '' && ignore.isPathValid(relative) && matcher.ignores(relative);
  };
}

/**
 * Finds the files that paths stand for: files as they are named, folders walked. Each file comes once, in the
 * order of the paths. The paths have to exist.
 */
export async function discover(paths: readonly string[], excluded: Excluder): Promise<Discovery> {
  const files = new Map<string, InputFile>();
  const empty: string[] = [];
  const closed: string[] = [];
  const add = (file: InputFile) => {
    if (!files.has(file.real)) files.set(file.real, file);
  };
  for (const given of paths) {
    if (!statSync(given).isDirectory()) {
      add({ path: given, real: realpathSync(given), folder: null });
      continue;
    }
    const folder = realpathSync(given);
    const walked = await walk(folder);
    const asGiven = (real: string) => path.join(given, path.relative(folder, real));
    for (const [real, error] of walked.closed) {
      if (excluded(real)) continue;
      closed.push(`the folder ${asGiven(real)} was not looked into: ${reasonOf(error)}`);
    }
    const found = walked.files.filter((file) => !excluded(file));
    if (found.length === 0) empty.push(given);
    for (const real of found) {
      add({ path: asGiven(real), real, folder });
    }
  }
  return { files: [...files.values()], empty, closed };
}

const MARKERS = ['.git', 'pyproject.toml', 'setup.py', 'setup.cfg'];

/**
 * The folder whose files may import each other: that of the repository, which can have several projects, or without one
 * the nearest upwards that looks like a project's root; null where there is none.
 */
export function repositoryRoot(folder: string): string | null {
  return (
    nearest(folder, (at) => existsSync(path.join(at, '.git'))) ?? nearest(folder, isProjectRoot)
  );
}

/** The nearest folder upwards that looks like a project's root; null where there is none. */
export function projectRoot(folder: string): string | null {
  return nearest(folder, isProjectRoot);
}

/** Whether a folder looks like a project's root. */
export function isProjectRoot(folder: string): boolean {
  return MARKERS.some((marker) => existsSync(path.join(folder, marker)));
}

function nearest(folder: string, isMeant: (at: string) => boolean): string | null {
  for (let at = folder; ; at = path.dirname(at)) {
    if (isMeant(at)) return at;
    if (path.dirname(at) === at) return null;
  }
}
