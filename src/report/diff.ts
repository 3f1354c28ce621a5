import { type StructuredPatchHunk, structuredPatch } from 'diff';
import { createColors } from 'picocolors';
import { encode } from '../syntax/decode.ts';
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
  return {
    file: ({ source, fixedText }) =>
      source && fixedText !== null ? fileDiff(source, fixedText, nameOf(source.path), colors) : '',
    end: () => '',
  };
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
  const [before, after] = [mark + source.text, mark + fixed];
  const { hunks } = structuredPatch('', '', before, after, '', '', { context: 3 });
  if (hunks.length === 0) return Buffer.alloc(0);
  const plain = { ...source, hasBom: false };
  const lines = hunks.flatMap((hunk) => hunkLines(hunk, plain, colors));
  return Buffer.concat([header(name, colors), ...lines]);
}

function hunkLines(hunk: StructuredPatchHunk, source: Source, colors: Colors): Buffer[] {
  const from = range(hunk.oldStart, hunk.oldLines);
  const to = range(hunk.newStart, hunk.newLines);
  const paint = { '+': colors.green, '-': colors.red } as Readonly<Record<string, Paint>>;
  const lines = hunk.lines.map((line) => {
    const painted = paint[line[0] ?? '']?.(line) ?? line;
    return encode(source, `${painted}\n`);
  });
  return [Buffer.from(`${colors.cyan(`@@ -${from} +${to} @@`)}\n`), ...lines];
}

// An empty side is told by the line before it, as diff does.
function range(start: number, lines: number): string {
  if (lines === 1) return `${start}`;
  return `${lines === 0 ? start - 1 : start},${lines}`;
}

function header(name: string, colors: Colors): Buffer {
  // No `diff --git` line: with one, `git apply` in a subfolder leaves the file out without a word.
  const [a, b] = [quoted(`a/${name}`), quoted(`b/${name}`)];
  // A tab tells where a name with blanks ends.
  const end = name.includes(' ') ? '\t' : '';
  return Buffer.from(`${colors.bold(`--- ${a}${end}`)}\n${colors.bold(`+++ ${b}${end}`)}\n`);
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
