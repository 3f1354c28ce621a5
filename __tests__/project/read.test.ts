import { truncateSync } from 'node:fs';
import { devNull } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { concernsUs, readSource, roughText } from '../../src/project/read.ts';
import { isUnreadable } from '../../src/syntax/decode.ts';
import { scratch } from '../scratch.ts';

async function reasonFor(file: string): Promise<string | null> {
  const source = await readSource(file);
  return isUnreadable(source) ? source.message : null;
}

/** A file that takes no room on the disk. */
function sparse(name: string, megabytes: number): string {
  const file = path.join(scratch({ [name]: '' }), name);
  truncateSync(file, megabytes * 1e6);
  return file;
}

test('a file that is larger than a string can be is not read', async () => {
  const file = sparse('a.py', 3000);
  expect(await reasonFor(file)).toBe('the file has 3000.0 MB, and mpfix reads files up to 5 MB');
  expect(await concernsUs(file)).toBe(true);
  expect(roughText(file)).toBe('');
});

test('a notebook may be larger', async () => {
  expect(await reasonFor(sparse('a.ipynb', 201))).toBe(
    'the file has 201.0 MB, and mpfix reads files up to 200 MB',
  );
  expect(await reasonFor(sparse('b.ipynb', 6))).toMatch(/^the notebook is no valid JSON/);
});

test('a device is not read: it may never end', async () => {
  expect(await reasonFor('/dev/zero')).toBe('it is a device');
  expect(await reasonFor(devNull)).toBeNull();
});

test('a name that Node can not spell is told from a file that is gone', async () => {
  const folder = scratch();
  expect(await reasonFor(path.join(folder, 'a\ufffd.py'))).toBe(
    "the file can't be opened: its name or that of a folder is no UTF-8",
  );
  expect(await reasonFor(path.join(folder, 'a.py'))).toBe("the file can't be opened: it is gone");
});
