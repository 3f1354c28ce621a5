import { describe, expect, test } from '@jest/globals';
import { decode, encode, isUnreadable, MAX_BYTES } from '../../src/syntax/decode.ts';
import type { Source } from '../../src/syntax/source.ts';

function bytes(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

function read(text: string): Source {
  const source = decode('a.py', bytes(text));
  if (isUnreadable(source)) throw new Error(source.message);
  return source;
}

function refuse(text: string) {
  const problem = decode('a.py', bytes(text));
  if (!isUnreadable(problem)) throw new Error(`decoded as ${problem.encoding}`);
  return problem;
}

describe('the encoding', () => {
  test.each([
    ['none declared', 'x = 1\n', 'utf-8'],
    ['first line', '# -*- coding: koi8-r -*-\n', 'koi8-r'],
    [
      'second line under a shebang',
      '#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\n',
      'cp1252',
    ],
    ['second line under a blank one', ' \t\n# coding: cp1251\n', 'cp1251'],
    ['lone carriage returns', '#!python\r# coding: big5\rx = 1\r', 'big5'],
    ['after a form feed', '\f# coding: cp1252\n', 'cp1252'],
    ['no blank after the colon', '#coding:cp1252\n', 'cp1252'],
    ['Emacs name of latin-1', '# coding: latin-1-unix\n', 'iso-8859-1'],
    ['Emacs name of UTF-8', '# coding: UTF_8-dos\n', 'utf-8'],
    ['two words that look like it', '# coding: : coding=cp1252\n', 'cp1252'],
    ['not a comment', 'coding = "coding: cp1252"\n', 'utf-8'],
    ['second line behind code', 'x = 1\n# coding: cp1252\n', 'utf-8'],
    ['inside a docstring', '"""\n# coding: cp1252\n"""\n', 'utf-8'],
    ['third line', '\n\n# coding: cp1252\n', 'utf-8'],
    ['blank before the colon', '# coding : cp1252\n', 'utf-8'],
  ])('%s', (_, text, encoding) => {
    expect(read(text).encoding).toBe(encoding);
  });

  test.each([
    'ISO-8859-15',
    'iso_8859-1:1987',
    'latin',
    '8859',
    'u8',
    'uhc',
    'ujis',
    'Shift_JIS',
    'mac-roman',
  ])('%s is known, as it is to Python', (name) => {
    expect(read(`# coding: ${name.replace(':', '_')}\n`).text).toContain('coding');
  });

  test.each(['iso.8859.15', '_koi8_r_', 'Windows-1252', 'KS_C-5601', 'mac', 'L10', 'utf8_sig'])(
    '%s is found by the rules of Python',
    (name) => {
      expect(read(`# coding: ${name}\n`).encoding).toBe(name);
    },
  );

  test.each([
    'utf-16',
    'cp037',
    'base64',
    'rot13',
    'klingon',
    'koi8r',
    'koi8.r',
    'windows1252',
    'utf.8',
    'koi8-r-unix',
    '_',
    'constructor',
  ])('%s is refused', (name) => {
    expect(refuse(`# coding: ${name}\nx = 1\n`)).toMatchObject({
      kind: 'unreadable',
      message: `the declared encoding ${name} is not known here`,
      position: { row: 1, column: 11 },
    });
  });

  test.each(['utf-7', 'ISO-2022-JP', 'johab', 'unicode_escape'])(
    '%s is refused, though Python reads it',
    (name) => {
      expect(refuse(`# coding: ${name}\n`).message).toBe(
        `mpfix does not read the declared encoding ${name}, though Python does: save the file as UTF-8`,
      );
    },
  );

  test('a cookie at the end of a long line', () => {
    expect(read(`#${'-'.repeat(20_000)} coding: cp1252\n`).encoding).toBe('cp1252');
    expect(read(`#${'-'.repeat(20_000)}\n# coding: cp1252\n`).encoding).toBe('cp1252');
  });
});

describe('bytes are read as Python reads them', () => {
  test.each([
    ['big5', 'a145a451a4e5', '•十文'],
    ['big5hkscs', '9defa145a7da', '嘅•我'],
    ['cp950', 'a145a451a4e5', '‧十文'],
    ['euc_jp', 'a1c1a1ddb4c1', '〜−漢'],
    ['gb18030', 'a8bc8135f437', '\ue7c7ḿ'],
    ['gb2312', 'a1a4a1aababa', '・―汉'],
    ['mac_roman', 'bddbf0', 'Ω€\uf8ff'],
    ['mac_greek', '9cafff', '€·\xad'],
    ['shift_jis', '8160817c8abf', '〜−漢'],
    ['cp1252', '80', '€'],
  ])('%s', (encoding, hex, text) => {
    const content = `# coding: ${encoding}\n# ${Buffer.from(hex, 'hex').toString('latin1')}\n`;
    const source = read(content);
    expect(source.text).toBe(`# coding: ${encoding}\n# ${text}\n`);
    expect(encode(source, source.text).toString('latin1')).toBe(content);
  });

  test.each([
    ['ascii', 'ff'],
    ['big5', 'f9d6'],
    ['cp1251', '98'],
    ['cp1255', 'ca'],
    ['euc_jp', 'ada1'],
    ['euc_jp', '8fa2b7'],
    ['euc_kr', '8141'],
    ['euc_kr', 'b041'],
    ['gb2312', '8140'],
    ['gb2312', 'b040'],
    ['gbk', '80'],
    ['gbk', 'aaa1'],
    ['shift_jis', '8740'],
    ['shift_jis', 'fa5c'],
  ])('%s has no %s', (encoding, hex) => {
    const bad = Buffer.from(hex, 'hex').toString('latin1');
    expect(refuse(`# coding: ${encoding}\n# ${bad}\n`)).toMatchObject({
      message: `byte 0x${hex.slice(0, 2)} here is not ${encoding}, which the file declares`,
      position: { row: 2, column: 3 },
    });
  });

  test('a second spelling of a character is refused, for it would not be written back', () => {
    expect(refuse('# coding: cp932\n# \x87\x90\n')).toMatchObject({
      message:
        "byte 0x87 here begins a second spelling of a character in cp932, which mpfix can't write back as it is",
      position: { row: 2, column: 3 },
    });
  });

  test('a character that only iconv-lite would write is not written', () => {
    const source = read('# coding: shift_jis\n');
    expect(encode(source, '〜').toString('hex')).toBe('8160');
    expect(() => encode(source, '～')).toThrow(RangeError);
    expect(() => encode(read('# coding: gbk\n'), '€')).toThrow(RangeError);
    expect(() => encode(read('# coding: ascii\n'), '\ufffd')).toThrow(RangeError);
  });
});

describe('bytes are kept', () => {
  test.each([
    ['byte order mark', '\xef\xbb\xbfx = "\xc3\xa4"\n', 'x = "ä"\n'],
    ['byte order mark and cookie', '\xef\xbb\xbf# coding: utf-8\n', '# coding: utf-8\n'],
    ['koi8-r', '# coding: koi8-r\nx = "\xc1"\r\n', '# coding: koi8-r\nx = "а"\r\n'],
    ['shift_jis', '# coding: shift_jis\nx = "\x82\xa0"\n', '# coding: shift_jis\nx = "あ"\n'],
    ['lone carriage returns', 'a\rb\n', 'a\rb\n'],
    ['empty', '', ''],
  ])('%s', (_, text, decoded) => {
    const source = read(text);
    expect(source.text).toBe(decoded);
    expect(encode(source, source.text).toString('latin1')).toBe(text);
  });

  test('a new text is written in the encoding of the file', () => {
    const source = read('# coding: koi8-r\nx = "\xc1"\n');
    expect(encode(source, 'y = "аб"').toString('latin1')).toBe('y = "\xc1\xc2"');
  });

  test('a character that the encoding lacks is an error', () => {
    expect(() => encode(read('# coding: koi8-r\n'), 'x = "ü漢"')).toThrow(RangeError);
  });
});

describe('what is no source says where', () => {
  test.each([
    ['bad UTF-8', 'x = 1\ny = "\xe4"\n', 'byte 0xe4 here is not UTF-8', { row: 2, column: 6 }],
    ['bad UTF-8 behind wide text', '# \xf0\x9f\x98\x80 \xff\n', 'byte 0xff', { row: 1, column: 5 }],
    [
      'bad UTF-8 that is declared',
      '# coding: utf-8\n\x80',
      'is not utf-8, which',
      { row: 2, column: 1 },
    ],
    ['cut-off UTF-8', 'x = "\xe2\x82', 'byte 0xe2', { row: 1, column: 6 }],
    ['a surrogate', 'x = "\xed\xa0\x80"', 'byte 0xed', { row: 1, column: 6 }],
    ['bad ASCII', '# coding: ascii\n\n\xe4', 'byte 0xe4 here is not ascii', { row: 3, column: 1 }],
    ['a gap in cp1252', '# coding: cp1252\n\x81', 'byte 0x81', { row: 2, column: 1 }],
    ['a NUL', 'x = 1\ny = 2\0\n', 'NUL byte', { row: 2, column: 6 }],
    [
      'mark against cookie',
      '\xef\xbb\xbf# coding: cp1252\n',
      'byte order mark',
      { row: 1, column: 11 },
    ],
    ['UTF-16', '\xff\xfex\0', 'UTF-16', null],
    ['object code', '\x7fELF\x02\x01\x01\0\0\0\0\0\0\0', 'binary data', null],
  ])('%s', (_, text, message, position) => {
    const problem = refuse(text);
    expect(problem.message).toContain(message);
    expect(problem.position).toEqual(position);
  });

  test('a file that is too large', () => {
    expect(decode('a.py', Buffer.alloc(MAX_BYTES + 1, 35))).toMatchObject({
      message: 'the file has 5.0 MB, and mpfix reads files up to 5 MB',
    });
    expect(isUnreadable(decode('a.py', Buffer.alloc(MAX_BYTES, 35)))).toBe(false);
  });
});
