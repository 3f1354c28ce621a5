import { maxSatisfying, minor, minSatisfying } from '@renovatebot/pep440';
import { parse } from 'smol-toml';
import type { StartMethod } from '../processes/start-method.ts';
import { nearest, textIn } from './project-files.ts';

const NEWEST_MINOR = 15;
/** The minor version of the first Python 3 whose default start method on Linux is not fork. */
export const FIRST_WITH_FORKSERVER = 14;

/** The first and a late release of each minor version that there is or will be for long. */
const VERSIONS = Array.from({ length: 40 }, (_, number) => [
  `3.${number}.0`,
  `3.${number}.99`,
]).flat();

/** The minor version in `3.9`; null where a word is no version of Python 3. */
export function minorOf(version: string): number | null {
  const digits = /^3\.(\d+)$/.exec(version)?.[1];
  return digits === undefined ? null : Number(digits);
}

/**
 * The minor version of the oldest Python 3 that a project supports, by the nearest file from a folder upwards that
 * says so: `requires-python` in pyproject.toml, `python_requires` in setup.cfg. Null where none does.
 */
export function projectTarget(folder: string): number | null {
  const oldest = specifiedFor(folder, (specifier) => minSatisfying(VERSIONS, specifier));
  return oldest === null ? null : minor(oldest);
}

/** The minor version of the newest Python 3 there is that a project allows, by the same files; null where none does. */
export function newestTarget(folder: string): number | null {
  const known = VERSIONS.filter((version) => minor(version) <= NEWEST_MINOR);
  const newest = specifiedFor(folder, (specifier) => maxSatisfying(known, specifier));
  return newest === null ? null : minor(newest);
}

/** The start method that Python 3.`minor` has on Linux where the program chooses none. */
export function defaultMethod(minor: number): StartMethod {
  return minor < FIRST_WITH_FORKSERVER ? 'fork' : 'forkserver';
}

function specifiedFor(folder: string, choose: (specifier: string) => string | null): string | null {
  const specifier = nearest(folder, (at) => requiresPython(at) ?? pythonRequires(at));
  return specifier === null ? null : choose(specifier);
}

function requiresPython(folder: string): string | null {
  try {
    const { project } = parse(textIn(folder, 'pyproject.toml')) as {
      project?: Record<string, unknown>;
    };
    const specifier = project?.['requires-python'];
    return typeof specifier === 'string' ? specifier : null;
  } catch {
    return null;
  }
}

function pythonRequires(folder: string): string | null {
  return /^python_requires[ \t]*=(.*)$/m.exec(textIn(folder, 'setup.cfg'))?.[1]?.trim() ?? null;
}
