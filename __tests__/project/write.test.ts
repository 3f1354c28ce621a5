import fs, {
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { readSource } from '../../src/project/read.ts';
import { createFile, removeUnfinished, writeBack } from '../../src/project/write.ts';
import { isUnreadable } from '../../src/syntax/decode.ts';
import type { Source } from '../../src/syntax/source.ts';
import { scratch } from '../scratch.ts';

async function sourceOf(file: string): Promise<Source> {
  const source = await readSource(file);
  if (isUnreadable(source)) throw new Error(source.message);
  return source;
}

test('the text is replaced, with the mode and the encoding kept and nothing left beside', async () => {
  const folder = scratch();
  const file = path.join(folder, 'a b.py');
  writeFileSync(file, Buffer.from('# coding: koi8-r\nx = "\xc1"\n', 'latin1'), { mode: 0o751 });
  const source = await sourceOf(file);
  expect(await writeBack(source, `${source.text}y = "б"\n`)).toBeNull();
  expect(readFileSync(file, 'latin1')).toBe('# coding: koi8-r\nx = "\xc1"\ny = "\xc2"\n');
  expect(statSync(file).mode & 0o777).toBe(0o751 & ~process.umask());
  expect(readdirSync(folder)).toEqual(['a b.py']);
});

test('a symbolic link stays a link, its target is written', async () => {
  const folder = scratch({ 'real/a.py': 'x = 1\n' });
  const link = path.join(folder, 'link.py');
  symlinkSync('real/a.py', link);
  expect(await writeBack(await sourceOf(link), 'x = 2\n')).toBeNull();
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readFileSync(path.join(folder, 'real/a.py'), 'utf8')).toBe('x = 2\n');
});

test('a file that changed since it was read is left alone', async () => {
  const folder = scratch({ 'a.py': 'x = 1\n' });
  const file = path.join(folder, 'a.py');
  const source = await sourceOf(file);
  writeFileSync(file, 'x = 3\n');
  expect(await writeBack(source, 'x = 2\n')).toBe('it changed while mpfix was at work');
  expect(readFileSync(file, 'utf8')).toBe('x = 3\n');
});

test('a file that is gone is not made again', async () => {
  const source = { path: '/nowhere/a.py', text: '', encoding: 'utf-8', hasBom: false };
  expect(await writeBack(source, 'x = 2\n')).toBe('it is gone');
});

test('what is no file is not replaced', async () => {
  const folder = scratch();
  const source = { path: folder, text: '', encoding: 'utf-8', hasBom: false };
  expect(await writeBack(source, 'x = 2\n')).toBe('it is not a regular file');
});

test('a character that the encoding lacks leaves the file alone', async () => {
  const folder = scratch({ 'a.py': '# coding: latin-1\n' });
  const file = path.join(folder, 'a.py');
  expect(await writeBack(await sourceOf(file), 'x = "漢"\n')).toContain('every character');
  expect(readFileSync(file, 'utf8')).toBe('# coding: latin-1\n');
});

test.each(['x = 2\n', 'x = 22\n', ''])('all names of a file see the new text: %j', async (text) => {
  const { file, other } = linked();
  expect(await writeBack(await sourceOf(file), text)).toBeNull();
  expect(readFileSync(other, 'utf8')).toBe(text);
});

/** A file with two names. */
function linked(): { file: string; other: string } {
  const folder = scratch({ 'a.py': 'x = 1\n' });
  const file = path.join(folder, 'a.py');
  const other = path.join(folder, 'b.py');
  linkSync(file, other);
  return { file, other };
}

test.each([0, 1])('a full disk takes nothing from a file with two names: write %i', async (bad) => {
  const { file, other } = linked();
  const source = await sourceOf(file);
  const { writeSync } = fs;
  let writes = 0;
  const spy = jest.spyOn(fs, 'writeSync');
  spy.mockImplementation(((...all: Parameters<typeof writeSync>) => {
    if (writes++ === bad) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    return writeSync(...all);
  }) as never);
  try {
    expect(await writeBack(source, 'y = 22222\n')).toBe('the disk is full');
  } finally {
    spy.mockRestore();
  }
  expect(writes).toBe(bad + 2);
  expect(readFileSync(other, 'utf8')).toBe('x = 1\n');
});

test('a file that can not be given to its owner is written into', async () => {
  const folder = scratch({ 'a.py': 'x = 1\n' });
  const file = path.join(folder, 'a.py');
  const source = await sourceOf(file);
  const { ino } = statSync(file);
  const handle = await open(file);
  const prototype = Object.getPrototypeOf(handle) as FileHandle;
  await handle.close();
  const error = Object.assign(new Error('no'), { code: 'EPERM', syscall: 'fchown' });
  const spies = [
    jest.spyOn(prototype, 'stat').mockResolvedValue({ uid: -1, gid: -1 } as never),
    jest.spyOn(prototype, 'chown').mockRejectedValue(error),
  ];
  try {
    expect(await writeBack(source, 'x = 22\n')).toBeNull();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  expect([statSync(file).ino, readFileSync(file, 'utf8')]).toEqual([ino, 'x = 22\n']);
  expect(readdirSync(folder)).toEqual(['a.py']);
});

test('without an unfinished write there is nothing to remove', () => {
  expect(() => removeUnfinished()).not.toThrow();
});

test('a new file is whole, with nothing left beside, and readable as other files are', async () => {
  const folder = scratch();
  const file = path.join(folder, 'new.py');
  expect(await createFile({ path: file, text: 'x = "ж"\n' })).toBeNull();
  expect(readFileSync(file, 'utf8')).toBe('x = "ж"\n');
  expect(statSync(file).mode & 0o777).toBe(0o666 & ~process.umask());
  expect(readdirSync(folder)).toEqual(['new.py']);
});

test('a file that exists is never replaced by a new one', async () => {
  const folder = scratch({ 'a.py': 'x = 1\n' });
  const file = path.join(folder, 'a.py');
  expect(await createFile({ path: file, text: 'x = 2\n' })).toBe('it exists already');
  expect(readFileSync(file, 'utf8')).toBe('x = 1\n');
  expect(readdirSync(folder)).toEqual(['a.py']);
});

test('a new file has to have a folder', async () => {
  const file = path.join(scratch(), 'gone/a.py');
  expect(await createFile({ path: file, text: '' })).toBe('it is gone');
});
