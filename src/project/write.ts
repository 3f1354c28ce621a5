import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import {
  access,
  constants,
  link,
  open,
  readFile,
  realpath,
  rename,
  stat,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import type { NewFile } from '../engine/result.ts';
import { encode } from '../syntax/decode.ts';
import type { Source } from '../syntax/source.ts';
import { reasonOf } from './read.ts';

let unfinished: string | null = null;

/**
 * Replaces a file's text: a new file beside it with the same permissions, then a rename, so that nobody ever sees
 * half a file. Gives null, or the reason why nothing was written. A symbolic link stays one; what it points at is
 * written. A file whose bytes are no longer those of `source` is left alone.
 */
export async function writeBack(source: Source, text: string): Promise<string | null> {
  try {
    const bytes = encode(source, text);
    const file = await realpath(source.path);
    if (!(await stat(file)).isFile()) return 'it is not a regular file';
    await access(file, constants.W_OK);
    if (!(await isUnchanged(file, source))) return 'it changed while mpfix was at work';
    await replace(file, bytes);
    return null;
  } catch (error) {
    removeUnfinished();
    return reasonOf(error);
  }
}

/**
 * Makes a file that does not exist yet, whole or not at all. Gives null, or the reason why there is none: whatever
 * exists under its name is left alone.
 */
export async function createFile({ path: file, text }: NewFile): Promise<string | null> {
  try {
    await writeBeside(file, Buffer.from(text), 0o666 & ~process.umask());
    // Unlike a rename, a link does not replace what has come into being meanwhile.
    await link(unfinished as string, file);
    return null;
  } catch (error) {
    return reasonOf(error);
  } finally {
    removeUnfinished();
  }
}

/** Removes the temporary file of a write that was interrupted. */
export function removeUnfinished(): void {
  if (unfinished) rmSync(unfinished, { force: true });
  unfinished = null;
}

async function isUnchanged(file: string, source: Source): Promise<boolean> {
  return (await readFile(file)).equals(encode(source, source.text));
}

async function replace(file: string, bytes: Buffer): Promise<void> {
  const { mode, uid, gid, nlink } = await stat(file);
  // A rename would part the names of a file that has several.
  if (nlink > 1) return writeFile(file, bytes);
  await rename(await writeBeside(file, bytes, mode & 0o7777, { uid, gid }), file);
  unfinished = null;
}

/** Writes a new file in the folder of another, and gives its path: `unfinished`, until it has its name. */
async function writeBeside(
  file: string,
  bytes: Buffer,
  mode: number,
  owner?: { readonly uid: number; readonly gid: number },
): Promise<string> {
  const name = `.${path.basename(file).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`;
  unfinished = path.join(path.dirname(file), name);
  const handle = await open(unfinished, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    // Only root may give a file away; for everybody else the new file is theirs already.
    if (owner) await handle.chown(owner.uid, owner.gid).catch(() => {});
    await handle.chmod(mode);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return unfinished;
}
