import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { diffReporter, fileDiff } from '../../src/report/diff.ts';
import { decode, encode, isUnreadable } from '../../src/syntax/decode.ts';
import type { Source } from '../../src/syntax/source.ts';
import { scratch } from '../scratch.ts';
import { resultOf } from './findings.ts';

function sourceOf(file: string): Source {
  const source = decode(file, readFileSync(file));
  if (isUnreadable(source)) throw new Error(source.message);
  return source;
}

function apply(command: string, args: string[], cwd: string, patch: Buffer): void {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, input: patch });
  if (status !== 0) throw new Error(`${command}: ${stdout}${stderr}\n${patch}`);
}

const TOOLS: [string, string[]][] = [
  ['git', ['apply', '-']],
  ['patch', ['-p1', '--quiet']],
];

/** Makes the patch of one file in a folder, and expects both tools to give exactly the fixed bytes. */
function expectApplies(name: string, bytes: Buffer, change: (text: string) => string): Buffer {
  let patch: Buffer = Buffer.alloc(0);
  for (const [command, args] of TOOLS) {
    const folder = scratch({ [name]: bytes });
    const file = path.join(folder, name);
    const source = sourceOf(file);
    const fixed = change(source.text);
    patch = fileDiff(source, fixed, name);
    apply(command, args, folder, patch);
    expect(readFileSync(file).toString('latin1')).toBe(encode(source, fixed).toString('latin1'));
  }
  return patch;
}

const body = Array.from({ length: 30 }, (_, i) => `line_${i} = ${i}`);

function edited(text: string): string {
  return text.replace('line_3 = 3', 'line_3 = "three"').replace(/line_25 = 25(\r\n|\r|\n)/, '');
}

describe('git apply and patch take the patch', () => {
  test.each([
    ['line feeds', `${body.join('\n')}\n`],
    ['CRLF', `${body.join('\r\n')}\r\n`],
    ['mixed line ends', `${body.slice(0, 4).join('\r\n')}\n${body.slice(4).join('\n')}\r\n`],
    ['lone carriage returns', `${body.join('\r')}\r`],
    ['no final newline', body.join('\n')],
    ['CRLF, no final newline', body.join('\r\n')],
    ['form feeds', `${body.join('\n\f\n')}\n`],
    ['other separators', `${body.join(' # \u2028 \u0085 \v\n')}\n`],
  ])('%s', (_, text) => {
    expectApplies('a.py', Buffer.from(text), edited);
  });

  test.each([
    ['the first line', (text: string) => `import os\n${text}`],
    ['a new last line without a newline', (text: string) => `${text}x = 1`],
    ['the final newline goes', (text: string) => text.trimEnd()],
    ['everything goes', () => ''],
  ])('%s changes', (_, change) => {
    expectApplies('a.py', Buffer.from(`${body.join('\n')}\n`), change);
    expectApplies('a.py', Buffer.from(`\ufeff${body.join('\r\n')}\r\n`), change);
  });

  test('an empty file gets text', () => {
    const patch = expectApplies('a.py', Buffer.alloc(0), () => 'x = 1\n');
    expect(patch.toString()).toContain('@@ -0,0 +1 @@\n');
  });

  test.each(['koi8-r', 'cp1251', 'shift_jis', 'big5', 'latin-1', 'utf-8'])('%s', (encoding) => {
    const word = { shift_jis: 'あソ', big5: '許功', 'latin-1': 'äöü' }[encoding] ?? 'мир';
    const lines = [`# coding: ${encoding}`, ...body.map((line) => `${line}  # ${word}`)];
    const patch = expectApplies('a.py', iconv.encode(`${lines.join('\n')}\n`, encoding), edited);
    expect(patch.includes(iconv.encode(word, encoding))).toBe(true);
  });

  test('a byte order mark stays, wherever the change is', () => {
    const bytes = Buffer.from(`\ufeff${body.join('\n')}\n`);
    expectApplies('a.py', bytes, (text) => text.replace('line_20', 'line_twenty'));
    expectApplies('a.py', bytes, (text) => text.replace('line_0', 'line_zero'));
  });

  test.each([
    'with blank.py',
    ' a.py',
    'größe.py',
    'quote".py',
    "apo'strophe.py",
    'back\\slash.py',
    'tab\tname.py',
    'new\nline.py',
    'deep/er/ü b.py',
    'b/a/b.py',
    '-dash.py',
    '日本.py',
    'brace{}[]*.py',
  ])('the name %j', (name) => {
    expectApplies(name, Buffer.from(`${body.join('\n')}\n`), edited);
  });
});

test('git apply takes it in a subfolder of a repository too', () => {
  const root = scratch({ 'sub/a.py': `${body.join('\n')}\n` });
  spawnSync('git', ['init', '-q'], { cwd: root });
  const folder = path.join(root, 'sub');
  const source = sourceOf(path.join(folder, 'a.py'));
  apply('git', ['apply', '-'], folder, fileDiff(source, edited(source.text), 'a.py'));
  expect(readFileSync(path.join(folder, 'a.py'), 'utf8')).toBe(edited(source.text));
});

test('one patch holds several files', () => {
  for (const [command, args] of TOOLS) {
    const names = ['a b.py', 'ü.py', 'sub/c.py'];
    const folder = scratch();
    mkdirSync(path.join(folder, 'sub'));
    for (const name of names) writeFileSync(path.join(folder, name), body.join('\n'));
    const sources = names.map((name) => sourceOf(path.join(folder, name)));
    const patch = Buffer.concat(
      sources.map((s, i) => fileDiff(s, edited(s.text), names[i] as string)),
    );
    apply(command, args, folder, patch);
    for (const source of sources) expect(sourceOf(source.path).text).toBe(edited(source.text));
  }
});

test('a file that stays as it is adds nothing', () => {
  const source = { path: 'a.py', text: 'x = 1\n', encoding: 'utf-8', hasBom: false };
  expect(fileDiff(source, source.text, 'a.py')).toHaveLength(0);
});

test('colours are for terminals only', () => {
  const source = { path: 'a.py', text: 'x = 1\n', encoding: 'utf-8', hasBom: false };
  const result = { ...resultOf([]), source, fixedText: 'x = 2\n' };
  const print = (color: boolean) => `${diffReporter((name) => name, color).file(result, [])}`;
  expect(print(false)).toBe('--- a/a.py\n+++ b/a.py\n@@ -1 +1 @@\n-x = 1\n+x = 2\n');
  expect(print(true)).toContain('\u001b[32m+x = 2\u001b[39m\n');
});
