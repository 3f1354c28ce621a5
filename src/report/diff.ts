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
  // The mark belongs to whichever line comes first, so it takes part in the comparison.
  const mark = source.hasBom ? '\ufeff' : '';
  const [before, after] = [mark + source.text, mark + fixed];
  const { hunks } = structuredPatch('', '', before, after, '', '', { context: 3 });
  if (hunks.length === 0) return Buffer.alloc(0);
  const name = path.relative(base, source.path).split(path.sep).join('/');
  const plain = { ...source, hasBom: false };
  return Buffer.concat([header(name), ...hunks.flatMap((hunk) => hunkBytes(hunk, plain))]);
}

function hunkBytes(hunk: StructuredPatchHunk, source: Source): Buffer[] {
  const from = range(hunk.oldStart, hunk.oldLines);
  const to = range(hunk.newStart, hunk.newLines);
  const lines = hunk.lines.map((line) => encode(source, `${line}\n`));
  return [Buffer.from(`@@ -${from} +${to} @@\n`), ...lines];
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
