import type { Part, Picker } from './parts.ts';

/** Gives the new text, or the bytes that end the matter. */
type TextChange = (text: string, other: Part, pick: Picker) => string | Buffer;

/** What to do with lines, characters and bytes, by name. */
export const TEXT_CHANGES: Readonly<Record<string, TextChange>> = {
  'cut off the end': (text, _, pick) => text.slice(0, placeIn(text, pick)),
  'cut off the beginning': (text, _, pick) => text.slice(placeIn(text, pick)),
  'splice a line': (text, other, pick) =>
    withLine(text, pick, (line) => `${pick(linesOf(other.text)) ?? ''}${line}`),
  'delete a line': (text, _, pick) => withLine(text, pick, () => ''),
  'join two lines': (text, _, pick) => withLine(text, pick, (line) => line.replace(/\r?\n$/, '')),
  'break a line': (text, _, pick) => {
    const at = placeIn(text, pick);
    return `${text.slice(0, at)}${pick(['\n', '\\\n', '\r\n', '\r'])}${text.slice(at)}`;
  },
  'indent a line': (text, _, pick) =>
    withLine(
      text,
      pick,
      (line) => `${pick(['    ', ' ', '\t', '        \t', '\f', '\\\n  '])}${line}`,
    ),
  'unindent a line': (text, _, pick) => withLine(text, pick, (line) => line.replace(/^[ \t]/, '')),
  'unindent a line wholly': (text, _, pick) =>
    withLine(text, pick, (line) => line.replace(/^[ \t]+/, '')),
  'indent by tabs': (text) =>
    text.replace(/^( {4})+/gm, (blanks) => '\t'.repeat(blanks.length / 4)),
  'indent one line by tabs': (text, _, pick) =>
    withLine(text, pick, (line) => line.replace(/^ {8}/, '\t')),
  'change the line ends': (text, _, pick) =>
    text.replaceAll(/\r?\n/g, pick(['\r\n', '\r', '\n\n', ' \n', '\n\f', '  # note\n']) ?? '\n'),
  'change one line end': (text, _, pick) =>
    withLine(text, pick, (line) =>
      line.replace(/\r?\n$/, pick(['\r\n', '\r', '\v', ';\n', '']) ?? ''),
    ),
  'take the final line end': (text) => text.replace(/[\r\n]+$/, ''),
  'end in something odd': (text, _, pick) => text + pick(ODD_ENDS),
  'insert an odd character': (text, _, pick) => {
    const at = placeIn(text, pick);
    return `${text.slice(0, at)}${pick(ODD_CHARACTERS)}${text.slice(at)}`;
  },
  'declare an encoding': (text, _, pick) =>
    `${pick(['', '', '\ufeff', '\n', '#!x\n', 'x = 1\n'])}# -*- coding: ${pick(ENCODINGS)} -*-\n${text}`,
  'insert odd bytes': (text, _, pick) => {
    const bytes = Buffer.from(text);
    const at = pick([...bytes.keys()]) ?? 0;
    const odd = Buffer.from(pick(ODD_BYTES) ?? [0]);
    return Buffer.concat([bytes.subarray(0, at), odd, bytes.subarray(at)]);
  },
  'write as UTF-16': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'write as Latin-1': (text, _, pick) =>
    Buffer.from(`${pick(['', '# coding: latin-1\n'])}${text}`, 'latin1'),
  'repeat a token many times': (text, _, pick) => {
    const at = placeIn(text, pick);
    const count = pick([20, 90, 300, 3_000]) ?? 0;
    return `${text.slice(0, at)}${(pick(REPEATABLE) ?? '').repeat(count)}${text.slice(at)}`;
  },
};

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function withLine(text: string, pick: Picker, make: (line: string) => string): string {
  const lines = linesOf(text);
  const index = pick([...lines.keys()]);
  if (index === undefined) return text;
  return lines.with(index, make(lines[index] as string)).join('');
}

/** A place between two code points. */
function placeIn(text: string, pick: Picker): number {
  const places = [...text.matchAll(/(?=[\s\S])/gu)].map((match) => match.index);
  return pick(places) ?? 0;
}

const ODD_CHARACTERS = [
  ...['\0', '\x01', '\x1a', '\x1b', '\x7f', '\v', '\f', '\r', '\t', '\x85', '\xa0', '\xad'],
  ...['\u2028', '\u2029', '\u200b', '\u202e', '\u3000', '\ufeff', '\ufffd', '\u{1f40d}', '\u0301'],
  ...['\\', '\\\n', '"', "'", '"""', '{', '}', '`', '$', '?', '!', '#', '%', '“', '–', '…', 'é'],
] as const;

const ODD_ENDS = [
  ...['\\', '\\\n', ' ', '\t', '    ', '\f', '\r', '\x1a', '\0', '#', ';', ':', '"', '"""', 'f"{'],
  ...['(', '[', '{', '@', '@d\n', 'if x:', 'if x:\n', 'def f(', 'class A', 'x =', 'async', 'else:'],
  ...['\n    ', '\n    # note', '    # note\n', '\n\n\n', 'lambda', 'match x:', '$'],
] as const;

const ENCODINGS = [
  ...['utf-8', 'UTF8', 'utf-8-sig', 'utf_8', 'latin-1', 'iso-8859-15', 'cp1252', 'ascii', 'koi8-r'],
  ...[
    'utf-16',
    'utf-7',
    'euc-jp',
    'shift_jis',
    'gbk',
    'big5',
    'cp437',
    'mac-roman',
    'nope',
    'rot13',
  ],
  ...[
    'hex',
    'idna',
    'punycode',
    'raw_unicode_escape',
    'unicode_escape',
    'mbcs',
    'hz',
    'iso2022_jp',
  ],
] as const;

const ODD_BYTES = [
  ...[
    [0],
    [0xff],
    [0x80],
    [0xc0, 0x80],
    [0xc3],
    [0xe2, 0x82],
    [0xed, 0xa0, 0x80],
    [0xef, 0xbb, 0xbf],
  ],
  ...[
    [0xf4, 0x90, 0x80, 0x80],
    [0xf0, 0x9f, 0x90],
    [0x1b, 0x24, 0x42],
    [0x0d],
    [0x0a, 0x0d],
    [0x85],
  ],
] as const;

const REPEATABLE = [
  ...['(', ')', '[', '{', '-', 'not ', 'a.', 'a+', 'a, ', 'a if b else ', 'lambda: ', 'f(', '*'],
  ...[
    '"" ',
    '\n',
    '#\n',
    ' ',
    '    ',
    '\\\n',
    'if x:\n ',
    '@d\n',
    'a = ',
    'a < ',
    '[a for b in ',
    ';',
  ],
  ...['await ', 'f"{', 'x\n', '"', '{a: ', 'else ', '...', 'x and ', 'a ** ', 'a[', '(a := '],
] as const;
