import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { transforms } from '../../transforms/index.ts';
import { scratch } from '../scratch.ts';
import { ipynb } from '../syntax/notebook/files.ts';
import { mpfix } from './command.ts';

const NUMBERS = ipynb([
  { kind: 'markdown', text: 'multiprocessing' },
  'import multiprocessing\n%matplotlib inline',
  '!ls\nx = 222\ny = 222  # keep',
]);

describe('notebooks', () => {
  test('are found, and places in them are named by cell', async () => {
    const { code, stdout, stderr } = await mpfix(scratch({ 'sub/a.ipynb': NUMBERS }), []);
    expect(code).toBe(1);
    expect(stdout).toContain('sub/a.ipynb:cell 3:2:5: MP902 unsafe-number [unsafe fix]\n');
    expect(stdout).toContain('    2 | x = 222\n');
    expect(stderr).toContain('1 file seen: 0 changed, 1 with findings');
  });

  test('as JSON', async () => {
    const folder = scratch({ 'a.ipynb': NUMBERS });
    const { stdout } = await mpfix(folder, ['--output-format', 'json', 'a.ipynb']);
    const location = { row: 2, column: 5 };
    expect(JSON.parse(stdout)[0]).toMatchObject({
      filename: 'a.ipynb',
      cell: 3,
      location,
      end_location: { row: 2, column: 8 },
      fix: { edits: [{ cell: 3, location, content: '1' }] },
    });
  });

  test('the patch is of the file, and git applies it', async () => {
    const folder = scratch({ 'a.ipynb': NUMBERS });
    const { stdout } = await mpfix(folder, ['--dry-run', '--unsafe-fixes', '.']);
    expect(stdout).toContain('-    "x = 222\\n",\n+    "x = 1\\n",\n');
    writeFileSync(path.join(folder, 'a.patch'), stdout, 'latin1');
    execFileSync('git', ['apply', 'a.patch'], { cwd: folder });
    const expected = NUMBERS.replace('x = 222', 'x = 1');
    expect(readFileSync(path.join(folder, 'a.ipynb'), 'utf8')).toBe(expected);
  });

  test('are written, byte order mark and all', async () => {
    const folder = scratch({ 'a.ipynb': `\ufeff${NUMBERS}` });
    await mpfix(folder, ['--write', '--unsafe-fixes', '.']);
    const expected = `\ufeff${NUMBERS.replace('x = 222', 'x = 1')}`;
    expect(readFileSync(path.join(folder, 'a.ipynb'), 'utf8')).toBe(expected);
  });

  test('go through standard input', async () => {
    const argv = ['--write', '--unsafe-fixes', '--stdin-filename', 'a.ipynb', '-'];
    const { stdout } = await mpfix(scratch(), argv, { stdin: NUMBERS });
    expect(Buffer.from(stdout, 'latin1').toString()).toBe(NUMBERS.replace('x = 222', 'x = 1'));
  });

  test('have no safe fixes', async () => {
    const folder = scratch({ 'a.ipynb': NUMBERS.replace('x = 222', 'x = 111') });
    const { stdout } = await mpfix(folder, ['.']);
    expect(stdout).toContain('MP901 safe-number [unsafe fix]');
  });

  test('that are no JSON are reported with the place, and the run goes on', async () => {
    const broken = NUMBERS.replace('"cells": [', '"cells": [,');
    const folder = scratch({ 'a.ipynb': broken, 'b.ipynb': NUMBERS });
    const { code, stdout } = await mpfix(folder, ['.']);
    expect(code).toBe(2);
    expect(stdout).toContain('a.ipynb:2:12: MP001 unreadable\n');
    expect(stdout).toContain('The notebook is no valid JSON: a value is expected here.');
    expect(stdout).toContain('b.ipynb:cell 3:2:5: MP902');
  });

  test('that are no Python 3 are reported with the cell', async () => {
    const folder = scratch({ 'a.ipynb': ipynb(['import multiprocessing', 'x = 1\nprint x']) });
    const { code, stdout } = await mpfix(folder, ['.']);
    expect([code, stdout.split('\n')[0]]).toEqual([2, 'a.ipynb:cell 2:2:1: MP002 invalid-syntax']);
  });

  test('are passed over where no cell of Python names processes', async () => {
    const cells = [{ kind: 'markdown', text: 'multiprocessing' }, 'x = 222', 'print x'] as const;
    const r = { language_info: { name: 'R' } };
    const folder = scratch({
      'a.ipynb': ipynb(cells),
      'b.ipynb': ipynb(['multiprocessing <- 222'], r),
    });
    const { code, stdout } = await mpfix(folder, ['.']);
    expect([code, stdout]).toEqual([0, '']);
  });

  test('import modules of the project', async () => {
    const work =
      'import multiprocessing\n\ndef run():\n    multiprocessing.Pool().map(abs, [1])\n\nrun()\n';
    const folder = scratch({ 'work.py': work, 'a.ipynb': ipynb(['import work']), '.git/x': '' });
    const { stdout } = await mpfix(folder, ['--select', 'MP1', '.'], { rules: transforms });
    expect(stdout).toContain('work.py:6:1: MP104');
    expect(stdout).toContain('a.ipynb imports it');
  });

  test('need no main guard', async () => {
    const cell =
      'import multiprocessing\nwith multiprocessing.Pool() as pool:\n    pool.map(abs, [1])';
    const folder = scratch({ 'a.ipynb': ipynb([cell]) });
    const { code, stdout } = await mpfix(folder, ['.'], { rules: transforms });
    expect([code, stdout]).toEqual([0, '']);
  });
});
