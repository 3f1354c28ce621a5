import { minor, minSatisfying } from '@renovatebot/pep440';
import { parse } from 'smol-toml';
import { nearest, textIn } from './project-files.ts';

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
  const specifier = nearest(folder, (at) => requiresPython(at) ?? pythonRequires(at));
  return specifier === null ? null : oldestMinor(specifier);
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

const MINORS = Array.from({ length: 40 }, (_, index) => index);

function oldestMinor(specifier: string): number | null {
  const versions = MINORS.flatMap((number) => [`3.${number}.0`, `3.${number}.99`]);
  const oldest = minSatisfying(versions, specifier);
  return oldest === null ? null : minor(oldest);
}
