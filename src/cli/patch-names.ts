import path from 'node:path';
import type { InputFile } from '../project/discover.ts';

/** How files are named in a patch, and a note where the names are not those of the current folder. */
export interface PatchNames {
  nameOf(path: string): string;
  readonly note: string | null;
}

/**
 * Names relative to the current folder where all files lie in it; else to the folder that they share, since no tool
 * applies `../a.py`. A symbolic link goes by its target's name, since no tool patches through one.
 */
export function patchNames(files: readonly InputFile[]): PatchNames {
  const here = process.cwd();
  const shared = sharedFolder(files, here);
  const real = new Map(files.map((file) => [file.path, file.real]));
  return {
    nameOf: (given) =>
      path
        .relative(shared, real.get(given) ?? given)
        .split(path.sep)
        .join('/'),
    note:
      shared === here ? null : `the names in the patch are relative to ${shared}: apply it there`,
  };
}

function sharedFolder(files: readonly InputFile[], here: string): string {
  if (files.every(({ real }) => isInside(here, real))) return here;
  let folder = path.dirname((files[0] as InputFile).real);
  while (!files.every(({ real }) => isInside(folder, real))) folder = path.dirname(folder);
  return folder;
}

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
