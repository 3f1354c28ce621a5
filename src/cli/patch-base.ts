import path from 'node:path';
import type { InputFile } from '../project/discover.ts';

/** The folder that the names in a patch are relative to, and a note where that is not the current one. */
export interface PatchBase {
  readonly folder: string;
  readonly note: string | null;
}

/** The current folder where all files lie in it; else the folder that they share, since no tool applies `../a.py`. */
export function patchBase(files: readonly InputFile[]): PatchBase {
  const here = process.cwd();
  if (files.every(({ real }) => isInside(here, real))) return { folder: here, note: null };
  let folder = path.dirname((files[0] as InputFile).real);
  while (!files.every(({ real }) => isInside(folder, real))) folder = path.dirname(folder);
  return { folder, note: `the names in the patch are relative to ${folder}: apply it there` };
}

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
