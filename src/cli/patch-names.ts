import path from 'node:path';
import type { InputFile } from '../project/discover.ts';

/** How files are named in a patch, and a note where the names are not those of the current folder. */
export interface PatchNames {
  nameOf(path: string): string;
  readonly note: string | null;
}

/**
 * Names relative to the current folder where all files lie in it; else to the folder that they share, since no tool
 * applies `../a.py`. A symbolic link goes by its target's name, since no tool patches through one. `created` are the
 * paths of files that the patch may make.
 */
export function patchNames(
  files: readonly InputFile[],
  created: readonly string[] = [],
): PatchNames {
  const here = process.cwd();
  const places = [...files.map(({ real }) => real), ...created.map((file) => path.resolve(file))];
  const shared = sharedFolder(places, here);
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

function sharedFolder(files: readonly string[], here: string): string {
  if (files.every((file) => isInside(here, file))) return here;
  let folder = path.dirname(files[0] as string);
  while (!files.every((file) => isInside(folder, file))) folder = path.dirname(folder);
  return folder;
}

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
