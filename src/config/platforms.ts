import { nearest, textIn } from './project-files.ts';

const FILES = ['pyproject.toml', 'setup.cfg', 'setup.py'];
const CLASSIFIER = /\bOperating System :: ([\w ]+)/g;
const POSIX = /^(POSIX|Unix|MacOS)\b/;

/** Whether a project says by its classifiers that it is for POSIX systems alone, by the nearest file that has some. */
export function isPosixProject(folder: string): boolean {
  const systems = nearest(folder, systemsNamedIn);
  return systems?.every((system) => POSIX.test(system)) ?? false;
}

function systemsNamedIn(folder: string): string[] | null {
  const systems = FILES.flatMap((name) =>
    Array.from(textIn(folder, name).matchAll(CLASSIFIER), ([, system]) => system as string),
  );
  return systems.length > 0 ? systems : null;
}
