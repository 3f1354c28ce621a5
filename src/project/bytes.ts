/** Reads what a file holds, where that can be Python: no devices, which never end, and nothing too large for memory. */
import { readFileSync, type Stats, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { devNull } from 'node:os';
import { isNotebookName, MAX_BYTES, MAX_NOTEBOOK_BYTES, tooLarge } from '../syntax/decode.ts';

/** Thrown for what is not read, with the reason as its message. */
export class NotRead extends Error {}

/** Throws NotRead, or what Node throws. */
export async function bytesOf(file: string): Promise<Buffer> {
  judge(file, await stat(file));
  return readFile(file);
}

/** `bytesOf`, at once. */
export function bytesOfSync(file: string): Buffer {
  judge(file, statSync(file));
  return readFileSync(file);
}

function judge(file: string, stats: Stats): void {
  const isDevice = stats.isCharacterDevice() || stats.isBlockDevice();
  if (isDevice && file !== devNull) throw new NotRead('it is a device');
  if (stats.size > MAX_NOTEBOOK_BYTES) {
    throw new NotRead(tooLarge(stats.size, isNotebookName(file) ? MAX_NOTEBOOK_BYTES : MAX_BYTES));
  }
}
