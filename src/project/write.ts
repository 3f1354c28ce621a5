import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { access, constants, link, open, readFile, realpath, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import type { NewFile } from '../engine/result.ts';
import { encode } from '../syntax/decode.ts';
import type { Source } from '../syntax/source.ts';
import { reasonOf } from './read.ts';

let unfinished: string | null = null;

/**
 * Replaces a file's text: a new file beside it with the same owner and permissions, then a rename, so that nobody ever
 * sees half a file. Only a file with several names, or that can't be given to its owner, is written into. Gives null, or
 * the reason why nothing was written. A symbolic link stays one; what it points at is written. A file whose bytes are no
 * longer those of `source` is left alone.
 */
export async function writeBack(source: Source, text: string): Promise<string | null> {
  try {
    const bytes = encode(source, text);
    const file = await realpath(source.path);
    if (!(await stat(file)).isFile()) return 'it is not a regular file';
    await access(file, constants.W_OK);
    const before = await readFile(file);
    if (!before.equals(encode(source, source.text))) return 'it changed while mpfix was at work';
    await replace(file, before, bytes);
    return null;
  } catch (error) {
    const isBeside = (error as NodeJS.ErrnoException).path === unfinished;
    removeUnfinished();
    return isBeside ? `${reasonOf(error)} in its folder` : reasonOf(error);
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
  if (unfinished) fs.rmSync(unfinished, { force: true });
  unfinished = null;
}

async function replace(file: string, before: Buffer, bytes: Buffer): Promise<void> {
  const { mode, uid, gid, nlink } = await stat(file);
  // A rename would part the names of a file that has several.
  if (nlink > 1) return overwrite(file, before, bytes);
  try {
    await rename(await writeBeside(file, bytes, mode & 0o7777, { uid, gid }), file);
    unfinished = null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall !== 'fchown') throw error;
    // It belongs to somebody else, who should keep it.
    removeUnfinished();
    overwrite(file, before, bytes);
  }
}

/**
 * Writes into a file as it lies there, all of it or nothing. The old bytes are given up last, and keep their room on
 * the disk until then. All at once, so that no signal comes between.
 */
function overwrite(file: string, before: Buffer, bytes: Buffer): void {
  const descriptor = fs.openSync(file, 'r+');
  try {
    writeAll(descriptor, bytes, before.length);
    writeAll(descriptor, bytes.subarray(0, before.length), 0);
    fs.ftruncateSync(descriptor, bytes.length);
    fs.fsyncSync(descriptor);
  } catch (error) {
    writeAll(descriptor, before, 0);
    fs.ftruncateSync(descriptor, before.length);
    throw error;
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Writes bytes to the places that they have in the file, from one on. */
function writeAll(descriptor: number, bytes: Buffer, from: number): void {
  for (let at = from; at < bytes.length; ) {
    at += fs.writeSync(descriptor, bytes, at, bytes.length - at, at);
  }
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
    const own = await handle.stat();
    if (owner && (own.uid !== owner.uid || own.gid !== owner.gid)) {
      await handle.chown(owner.uid, owner.gid);
    }
    await handle.chmod(mode);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return unfinished;
}
