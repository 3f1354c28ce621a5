import {
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
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

test('all names of a file with several see the new text', async () => {
  const folder = scratch({ 'a.py': 'x = 1\n' });
  mkdirSync(path.join(folder, 'sub'));
  linkSync(path.join(folder, 'a.py'), path.join(folder, 'sub', 'b.py'));
  expect(await writeBack(await sourceOf(path.join(folder, 'a.py')), 'x = 2\n')).toBeNull();
  expect(readFileSync(path.join(folder, 'sub', 'b.py'), 'utf8')).toBe('x = 2\n');
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
