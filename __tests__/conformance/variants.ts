/** Ways to write a file differently, in which Python reads mostly the same. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { decode, encode, isUnreadable } from '../../src/syntax/decode.ts';
import type { Node } from '../../src/syntax/node.ts';
import { parse } from '../../src/syntax/parse.ts';

const LINE_BREAK = /\r\n|\r|\n/g;
/** Every how manieth place is changed where changing all would hide what stands between them. */
const STEP = 3;

/** What a variant makes of a text. What it may spoil, a file that Python then refuses, is not compared. */
const VARIANTS = {
  crlf: (text) => text.replace(LINE_BREAK, '\r\n'),
  cr: (text) => text.replace(LINE_BREAK, '\r'),
  mixed: (text) => replaceEach(text, LINE_BREAK, (_, i) => ['\n', '\r\n', '\r'][i % 3] as string),
  bom: (text) => `\ufeff${text}`,
  'no-final-line-break': (text) => text.replace(/\s+$/, ''),
  tabs: (text) => text.replace(/^(?: {4})+/gm, (blanks) => '\t'.repeat(blanks.length / 4)),
  'form-feeds': (text) => replaceEach(text, /^/gm, (_, i) => (i % STEP === 0 ? '\f' : '')),
  comments: (text) =>
    replaceEach(text, /(?<!\\)\n/g, (found, i) =>
      i % STEP === 0 ? `${found}${' '.repeat(i % 7)}# é\n\t\n` : found,
    ),
  'wide-names': (text) => text.replace(/\bself\b/g, 'sèlf').replace(/\b[ijx]\b/g, '𝔵$&'),
  continuations: (text) => inserted(text, everyThird(gapsOf(text).all), '\\\n'),
  'comments-in-brackets': (text) => inserted(text, gapsOf(text).bracketed, '# é\n'),
  semicolons: (text) => inserted(text, statementEndsOf(text), ';'),
} as const satisfies Readonly<Record<string, (text: string) => string>>;

export const VARIANT_NAMES = Object.keys(VARIANTS);

/** Writes a variant of each file into a folder, and gives the new paths. Files that can't be decoded are left out. */
export function writeVariants(name: string, files: readonly string[], folder: string): string[] {
  const change = VARIANTS[name as keyof typeof VARIANTS];
  return files.flatMap((file) => {
    const source = decode(file, readFileSync(file));
    if (isUnreadable(source)) return [];
    const written = path.join(folder, file);
    mkdirSync(path.dirname(written), { recursive: true });
    try {
      writeFileSync(written, encode(source, change(source.text)));
    } catch (error) {
      if (error instanceof RangeError) return [];
      throw error;
    }
    return [written];
  });
}

function replaceEach(text: string, pattern: RegExp, by: (found: string, i: number) => string) {
  let i = 0;
  return text.replace(pattern, (found) => by(found, i++));
}

function inserted(text: string, places: readonly number[], insertion: string): string {
  let result = '';
  let done = 0;
  for (const place of places) {
    result += text.slice(done, place) + insertion;
    done = place;
  }
  return result + text.slice(done);
}

/** The places behind a blank between two tokens of a line; and those of them that stand in brackets. */
function gapsOf(text: string): { all: number[]; bracketed: number[] } {
  const all: number[] = [];
  const bracketed: number[] = [];
  let depth = 0;
  let before: Node | null = null;
  for (const node of parse(text).root.walk((n) => n.parent?.kind !== 'FormatString')) {
    if (node.children.length > 0 && node.kind !== 'FormatString') continue;
    if (before && node.kind !== 'Comment' && text.slice(before.to, node.from) === ' ') {
      all.push(node.from);
      if (depth > 0) bracketed.push(node.from);
    }
    if ('([{'.includes(node.kind)) depth++;
    else if (')]}'.includes(node.kind)) depth--;
    before = node;
  }
  return { all, bracketed };
}

function everyThird(places: readonly number[]): number[] {
  return places.filter((_, i) => i % STEP === 0);
}

/** The ends of statements on which no other follows in the line. */
function statementEndsOf(text: string): number[] {
  const isSimple = (node: Node) =>
    /Statement$|^TypeDefinition$/.test(node.kind) && !node.child('Body', 'MatchBody', 'Decorator');
  return [...parse(text).root.walk()]
    .filter((node) => isSimple(node) && node.parent?.kind !== 'StatementGroup')
    .map((node) => node.to);
}
