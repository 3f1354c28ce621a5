import { isUtf8 } from 'node:buffer';
import { stat } from 'node:fs/promises';
import { problemResult } from '../engine/reported.ts';
import type { FileResult } from '../engine/result.ts';
import { PREFILTER_WORDS } from '../processes/libraries.ts';
import {
  decode,
  isNotebookName,
  isUnreadable,
  MAX_BYTES,
  type Unreadable,
} from '../syntax/decode.ts';
import type { Source } from '../syntax/source.ts';
import { bytesOf, bytesOfSync, NotRead } from './bytes.ts';

/** A file as text, whatever it declares to be its encoding; of a notebook its Python. Empty where it can't be read. */
export function roughText(file: string): string {
  try {
    return roughTextOf(file, bytesOfSync(file));
  } catch {
    return '';
  }
}

export function roughTextOf(file: string, bytes: Buffer): string {
  if (!isNotebookName(file)) return bytes.toString('utf8');
  const source = decode(file, bytes);
  return isUnreadable(source) ? '' : source.text;
}

/** Reads and decodes a file. Never throws: what goes wrong comes back as the reason. */
export async function readSource(path: string): Promise<Source | Unreadable> {
  try {
    return decode(path, await bytesOf(path));
  } catch (error) {
    const message = messageOf(path, error);
    return { kind: 'unreadable', message, offset: null, position: null };
  }
}

function messageOf(path: string, error: unknown): string {
  if (error instanceof NotRead) return error.message;
  const { code } = error as NodeJS.ErrnoException;
  // Node has no other way to name such a file.
  const isMisspelt = code === 'ENOENT' && path.includes('\ufffd');
  const reason = isMisspelt ? 'its name or that of a folder is no UTF-8' : reasonOf(error);
  return `the file can't be opened: ${reason}`;
}

/**
 * Whether there is something to say of a file: its bytes name a library that starts processes, or they are no text.
 * Most files of a project are done with here, without being parsed.
 */
export async function concernsUs(path: string): Promise<boolean> {
  try {
    // A pipe can be read once only.
    if (!(await stat(path)).isFile()) return true;
    const bytes = await bytesOf(path);
    if (isNotebookName(path)) return mayStartProcesses(bytes) && isOfNotebook(path, bytes);
    return mayStartProcesses(bytes) || (bytes.length <= MAX_BYTES && !isPlainText(path, bytes));
  } catch {
    return true;
  }
}

export function namesProcesses(text: string): boolean {
  return PREFILTER_WORDS.some((word) => text.includes(word));
}

export function mayStartProcesses(bytes: Buffer): boolean {
  return PREFILTER_WORDS.some((word) => bytes.includes(word));
}

/** Whether the words are in the Python of a notebook, and not in its outputs; true where that can't be told. */
function isOfNotebook(path: string, bytes: Buffer): boolean {
  const source = decode(path, bytes);
  return isUnreadable(source) || namesProcesses(source.text);
}

function isPlainText(path: string, bytes: Buffer): boolean {
  return (isUtf8(bytes) && !bytes.includes(0)) || !isUnreadable(decode(path, bytes));
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  ENOENT: 'it is gone',
  ENAMETOOLONG: 'its name is too long for the system',
  ELOOP: 'its links go round in a circle',
  EISDIR: 'it is a folder',
  EEXIST: 'it exists already',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  EDQUOT: 'the quota is used up',
};

/** A system error in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ''] ?? code ?? message;
}

/** The result of a file that could not be read: one finding, MP001, at the first byte that is wrong. */
export function unreadableResult(path: string, problem: Unreadable): FileResult {
  const result = problemResult(path, null, problem, null);
  const { position } = problem;
  if (!position) return result;
  const findings = result.findings.map((finding) => ({
    ...finding,
    start: position,
    end: position,
  }));
  return { ...result, findings, remaining: findings };
}
