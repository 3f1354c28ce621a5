/** Which rules hold in notebooks: the example of each, as the one cell of a notebook. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { analyseFile } from '../../src/engine/engine.ts';
import { SINGLE_FILE } from '../../src/processes/facts.ts';
import { DEFAULT_SETTINGS } from '../../src/processes/settings.ts';
import { decode, isUnreadable } from '../../src/syntax/decode.ts';
import { transforms } from '../../transforms/index.ts';
import type { Transform } from '../../transforms/transform.ts';
import { ipynb } from '../syntax/notebook/files.ts';

const FIXTURES = path.resolve(import.meta.dirname, '../../__testfixtures__');

function exampleOf({ name }: Transform): string | null {
  const file = path.join(FIXTURES, name, 'example.input.py');
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function findingsIn(file: string, text: string, rule: Transform): number {
  const source = decode(file, Buffer.from(text));
  if (isUnreadable(source)) throw new Error(source.message);
  const options = {
    transforms: [rule],
    mode: 'report',
    unsafeFixes: true,
    settings: DEFAULT_SETTINGS,
  } as const;
  return analyseFile(source, SINGLE_FILE, options).findings.length;
}

for (const rule of transforms) {
  const program = exampleOf(rule);
  if (program === null || findingsIn('a.py', program, rule) === 0) continue;
  test(`${rule.name} ${rule.inNotebooks === false ? 'is silent' : 'holds'} in a notebook`, () => {
    const found = findingsIn('a.ipynb', ipynb([program]), rule);
    expect(found > 0).toBe(rule.inNotebooks !== false);
  });
}
