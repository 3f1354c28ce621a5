import { isUtf8 } from 'node:buffer';
import { Codec } from './codecs.ts';
import { codecOf, cookieName, isPythonOnly } from './encodings.ts';
import { LineIndex, type Position } from './lines.ts';
import { NoNotebook } from './notebook/cells.ts';
import { JsonError } from './notebook/json.ts';
import { Notebook } from './notebook/notebook.ts';
import type { Problem, Source } from './source.ts';

/** Larger files are data; their trees would take more than half a gigabyte. */
export const MAX_BYTES = 5_000_000;

/** Most of a large notebook is its outputs. */
export const MAX_NOTEBOOK_BYTES = 200_000_000;

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF_8 = new Codec('utf_8');

/** Why bytes are no Python source. `position` is the place of the first byte that is wrong, where there is one. */
export interface Unreadable extends Problem {
  readonly kind: 'unreadable';
  readonly position: Position | null;
}

export function isUnreadable(decoded: Source | Unreadable): decoded is Unreadable {
  return 'kind' in decoded;
}

/** Turns a file's bytes into text by CPython's rules (PEP 263). Never throws for bad bytes. */
export function decode(path: string, bytes: Uint8Array): Source | Unreadable {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isNotebookName(path)) return decodeNotebook(path, buffer);
  if (buffer.length > MAX_BYTES) return unreadable(tooLarge(buffer.length));
  const hasBom = buffer.subarray(0, 3).equals(BOM);
  const body = hasBom ? buffer.subarray(3) : buffer;
  const foreign = notText(buffer);
  if (foreign) return foreign;
  const cookie = declaredEncoding(body);
  if (hasBom && cookie && cookie.encoding !== 'utf-8') {
    return unreadable(
      `the file starts with a UTF-8 byte order mark but declares ${cookie.encoding}: Python refuses it`,
      cookie.position,
    );
  }
  const encoding = cookie?.encoding ?? 'utf-8';
  const name = codecOf(encoding);
  if (!name) return unreadable(notRead(encoding), cookie?.position);
  const codec = new Codec(name);
  const text = codec.decode(body);
  if (text !== null) return { path, text, encoding, hasBom };
  return undecodable(body, codec, cookie?.encoding ?? null);
}

/**
 * The bytes to write for a new text of a source, in its own encoding and with its byte order mark.
 * Throws RangeError when the encoding lacks a character.
 */
export function encode(source: Source, text: string): Buffer {
  return encodeText(source, fileText(source, text));
}

/** What is in a source's file, as text: of a notebook its JSON. Throws RangeError where the text can't be put back. */
export function fileText({ notebook }: Source, text: string): string {
  return notebook ? notebook.fileText(text) : text;
}

/** A text in a source's encoding, with its byte order mark. Throws RangeError when the encoding lacks a character. */
export function encodeText(source: Source, text: string): Buffer {
  const codec = codecOf(source.encoding);
  const body = (codec ? new Codec(codec) : UTF_8).encode(text);
  return source.hasBom ? Buffer.concat([BOM, body]) : body;
}

/** Whether a file is a notebook, by its name. */
export function isNotebookName(path: string): boolean {
  return /\.ipynb$/i.test(path);
}

/** The cells of a notebook. Its outputs don't count for its size. */
function decodeNotebook(path: string, buffer: Buffer): Source | Unreadable {
  if (buffer.length > MAX_NOTEBOOK_BYTES)
    return unreadable(tooLarge(buffer.length, MAX_NOTEBOOK_BYTES));
  const hasBom = buffer.subarray(0, 3).equals(BOM);
  const body = hasBom ? buffer.subarray(3) : buffer;
  if (!isUtf8(body)) return undecodable(body, UTF_8, 'UTF-8', 'as a notebook has to be');
  const json = body.toString('utf8');
  try {
    const notebook = Notebook.read(json);
    const { text } = notebook;
    if (text.length > MAX_BYTES) return unreadable(tooLarge(text.length));
    return { path, text, encoding: 'utf-8', hasBom, notebook };
  } catch (error) {
    if (error instanceof JsonError) {
      const position = new LineIndex(json).positionOf(error.offset);
      return unreadable(`the notebook is no valid JSON: ${error.message}`, position);
    }
    if (error instanceof NoNotebook || error instanceof RangeError)
      return unreadable(error.message);
    throw error;
  }
}

function unreadable(message: string, position: Position | null = null): Unreadable {
  return { kind: 'unreadable', message, offset: null, position };
}

export function tooLarge(size: number, limit = MAX_BYTES): string {
  return `the file has ${(size / 1e6).toFixed(1)} MB, and mpfix reads files up to ${limit / 1e6} MB`;
}

function notText(bytes: Buffer): Unreadable | null {
  const mark = bytes.subarray(0, 2).toString('latin1');
  if (mark === '\xff\xfe' || mark === '\xfe\xff') {
    return unreadable('the file is UTF-16, which Python does not read: save it as UTF-8');
  }
  const nul = bytes.indexOf(0);
  if (nul < 0) return null;
  return isBinary(bytes)
    ? unreadable('the file is binary data, not Python source')
    : unreadable('there is a NUL byte here, which Python refuses', positionIn(bytes, nul));
}

// Text with a stray NUL has few control characters; object code and images have many.
function isBinary(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, 8000);
  const control = sample.filter((byte) => byte < 32 && (byte < 8 || byte > 13) && byte !== 27);
  return control.length > 4 && control.length * 50 > sample.length;
}

interface Cookie {
  readonly encoding: string;
  readonly position: Position;
}

const COOKIE = /^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)/;
const ONLY_COMMENT = /^[ \t\f]*(#|$)/;

function declaredEncoding(body: Buffer): Cookie | null {
  const lines = body.toString('latin1').split(/\r\n|\r|\n/, 2);
  for (const [index, line] of lines.entries()) {
    const match = COOKIE.exec(line);
    if (match) {
      const column = match[0].length - (match[1] as string).length + 1;
      return { encoding: cookieName(match[1] as string), position: { row: index + 1, column } };
    }
    if (!ONLY_COMMENT.test(line)) return null;
  }
  return null;
}

function notRead(encoding: string): string {
  return isPythonOnly(encoding)
    ? `mpfix does not read the declared encoding ${encoding}, though Python does: save the file as UTF-8`
    : `the declared encoding ${encoding} is not known here`;
}

function undecodable(
  body: Buffer,
  codec: Codec,
  declared: string | null,
  why = 'which the file declares',
): Unreadable {
  const at = codec.firstBad(body);
  const byte = `0x${(body[at] ?? 0).toString(16).padStart(2, '0')}`;
  const position = positionIn(body, at, codec);
  if (declared && codec.reads(body, at)) {
    const second = `byte ${byte} here begins a second spelling of a character in ${declared}`;
    return unreadable(`${second}, which mpfix can't write back as it is`, position);
  }
  const message = declared
    ? `byte ${byte} here is not ${declared}, ${why}`
    : `byte ${byte} here is not UTF-8, and the first two lines declare no other encoding`;
  return unreadable(message, position);
}

function positionIn(bytes: Buffer, at: number, codec = UTF_8): Position {
  const before = codec.textOf(bytes.subarray(0, at)).replace(/^\ufeff/, '');
  return new LineIndex(before).positionOf(before.length);
}
