import path from 'node:path';
import { type StructuredPatchHunk, structuredPatch } from 'diff';
import { encode } from '../syntax/decode.ts';
import type { Source } from '../syntax/source.ts';
import type { Reporter } from './reporter.ts';

/**
 * One unified diff over all files, for `git apply` and `patch -p1` in the folder `base`, which paths are relative to.
 * Each file's lines are in that file's own encoding, so the patch is bytes and not text.
 */
export function diffReporter(base: string): Reporter {
  return {
    file: ({ source, fixedText }) =>
      source && fixedText !== null ? fileDiff(source, fixedText, base) : '',
    end: () => '',
  };
}

/** The diff of one file, or nothing where both texts are the same. */
export function fileDiff(source: Source, fixed: string, base: string): Buffer {
  const { hunks } = structuredPatch('', '', source.text, fixed, '', '', { context: 3 });
  if (hunks.length === 0) return Buffer.alloc(0);
  const name = path.relative(base, source.path).split(path.sep).join('/');
  return Buffer.concat([header(name), ...hunks.flatMap((hunk) => hunkBytes(hunk, source))]);
}

function hunkBytes(hunk: StructuredPatchHunk, source: Source): Buffer[] {
  const head = `@@ -${range(hunk.oldStart, hunk.oldLines)} +${range(hunk.newStart, hunk.newLines)} @@\n`;
  const lines: Buffer[] = [Buffer.from(head)];
  let old = hunk.oldStart;
  let now = hunk.newStart;
  for (const line of hunk.lines) {
    const kind = line[0];
    if (kind === '\\') {
      lines.push(Buffer.from(`${line}\n`));
      continue;
    }
    const isFirst = kind === '+' ? now === 1 : old === 1;
    if (kind !== '+') old++;
    if (kind !== '-') now++;
    const body = encode({ ...source, hasBom: source.hasBom && isFirst }, line.slice(1));
    lines.push(Buffer.from(kind ?? ''), body, Buffer.from('\n'));
  }
  return lines;
}

// An empty side is told by the line before it, as diff does.
function range(start: number, lines: number): string {
  if (lines === 1) return `${start}`;
  return `${lines === 0 ? start - 1 : start},${lines}`;
}

function header(name: string): Buffer {
  // No `diff --git` line: with one, `git apply` in a subfolder leaves the file out without a word.
  const [a, b] = [quoted(`a/${name}`), quoted(`b/${name}`)];
  // A tab tells where a name with blanks ends.
  const end = name.includes(' ') ? '\t' : '';
  return Buffer.from(`--- ${a}${end}\n+++ ${b}${end}\n`);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/** A file name as git writes it: in quotes, with escapes, where it holds more than plain ASCII. */
function quoted(name: string): string {
  const bytes = Buffer.from(name).toString('latin1');
  const escaped = bytes.replace(
    /[^ !#-[\]-~]/g,
    (byte) => ESCAPES[byte] ?? `\\${byte.charCodeAt(0).toString(8).padStart(3, '0')}`,
  );
  return escaped === bytes ? name : `"${escaped}"`;
}
