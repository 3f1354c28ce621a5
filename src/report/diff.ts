import { type StructuredPatchHunk, structuredPatch } from 'diff';
import { createColors } from 'picocolors';
import { encodeText, fileText } from '../syntax/decode.ts';
import type { Source } from '../syntax/source.ts';
import type { Reporter } from './reporter.ts';

type Colors = ReturnType<typeof createColors>;
type Paint = (text: string) => string;

/**
 * One unified diff over all files, for `git apply` and `patch -p1`. Each file's lines are in that file's own encoding,
 * so the patch is bytes and not text. `nameOf` gives the name that a path has in the patch.
 */
export function diffReporter(nameOf: (path: string) => string, color: boolean): Reporter {
  const colors = createColors(color);
  const created = new Set<string>();
  return {
    file: ({ source, fixedText, creates }) => {
      if (!source || fixedText === null) return '';
      const fresh = creates.filter(({ path }) => !created.has(path));
      for (const { path } of fresh) created.add(path);
      return Buffer.concat([
        ...fresh.map((file) => newFileDiff(file.text, nameOf(file.path), colors)),
        fileDiff(source, fixedText, nameOf(source.path), colors),
      ]);
    },
    end: () => '',
  };
}

/** The diff that makes a file. */
export function newFileDiff(text: string, name: string, colors = createColors(false)): Buffer {
  const { hunks } = structuredPatch('', '', '', text, '', '');
  const source: Source = { path: name, text: '', encoding: 'utf-8', hasBom: false };
  const lines = hunks.flatMap((hunk) => hunkLines(hunk, source, colors));
  return Buffer.concat([header('/dev/null', sideName('b', name), colors), ...lines]);
}

/** The diff of one file, or nothing where both texts are the same. */
export function fileDiff(
  source: Source,
  fixed: string,
  name: string,
  colors = createColors(false),
): Buffer {
  // The mark belongs to whichever line comes first, so it takes part in the comparison.
  const mark = source.hasBom ? '\ufeff' : '';
  const before = mark + fileText(source, source.text);
  const after = mark + fileText(source, fixed);
  const { hunks } = structuredPatch('', '', before, after, '', '', { context: 3 });
  if (hunks.length === 0) return Buffer.alloc(0);
  const plain = { ...source, hasBom: false };
  const lines = hunks.flatMap((hunk) => hunkLines(hunk, plain, colors));
  return Buffer.concat([header(sideName('a', name), sideName('b', name), colors), ...lines]);
}

function hunkLines(hunk: StructuredPatchHunk, source: Source, colors: Colors): Buffer[] {
  const from = range(hunk.oldStart, hunk.oldLines);
  const to = range(hunk.newStart, hunk.newLines);
  const paint = { '+': colors.green, '-': colors.red } as Readonly<Record<string, Paint>>;
  const lines = hunk.lines.map((line) => {
    const painted = paint[line[0] ?? '']?.(line) ?? line;
    return encodeText(source, `${painted}\n`);
  });
  return [Buffer.from(`${colors.cyan(`@@ -${from} +${to} @@`)}\n`), ...lines];
}

// An empty side is told by the line before it, as diff does.
function range(start: number, lines: number): string {
  if (lines === 1) return `${start}`;
  return `${lines === 0 ? start - 1 : start},${lines}`;
}

function header(old: string, changed: string, colors: Colors): Buffer {
  // No `diff --git` line: with one, `git apply` in a subfolder leaves the file out without a word.
  return Buffer.from(`${colors.bold(`--- ${old}`)}\n${colors.bold(`+++ ${changed}`)}\n`);
}

/** A name on one side of the patch; a tab tells where one with blanks ends. */
function sideName(side: 'a' | 'b', name: string): string {
  return quoted(`${side}/${name}`) + (name.includes(' ') ? '\t' : '');
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
