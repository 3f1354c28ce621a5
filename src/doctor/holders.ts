/** Which processes hold files in `/dev/shm`. */
import { readdirSync, readlinkSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { type Machine, on, textOf } from './machine.ts';
import type { SharedFile } from './shared-file.ts';
import { tracksSince } from './trackers.ts';

/** A file, as the system tells it from others, and by its name. */
export interface Held {
  readonly file: Pick<SharedFile, 'path' | 'kind' | 'made'>;
  readonly stats: Pick<Stats, 'dev' | 'ino'>;
}

export type Holders =
  /** Why it can't be told for all files. */
  { readonly obstacle: string } | { holds(file: Held): boolean };

/** Processes that this user may not look into, but that could be his programs: run by root, say. */
const PYTHON = /python|pypy|gunicorn|uwsgi|celery|jupyter|ipykernel/i;

/**
 * Looks into all processes: what they have mapped, and what they have open. A semaphore that was made by its holder is
 * mapped under another name, so files are known by their numbers; by their names too, as those never come twice.
 * Shared memory that nobody has open may be on its way from one process of a running program to another.
 */
export function holdersOf(machine: Machine, files: readonly Held[]): Holders {
  if (files.length === 0) return { holds: () => false };
  const proc = on(machine, '/proc');
  if (textOf(path.join(proc, '2', 'comm'))?.trim() !== 'kthreadd') {
    return {
      obstacle:
        'not all processes of the machine can be seen from here, as in a container: those outside may hold them',
    };
  }
  const numbers = new Set<string>();
  const names = new Set<string>();
  // Until there is no process that was started meanwhile: it could have what one that ended had.
  const seen = new Set<string>();
  let tracked = Number.POSITIVE_INFINITY;
  for (let waiting = pidsIn(proc); waiting.length > 0; waiting = pidsIn(proc)) {
    waiting = waiting.filter((pid) => !seen.has(pid));
    if (waiting.length === 0) break;
    for (const pid of waiting) {
      seen.add(pid);
      const obstacle = lookInto(path.join(proc, pid), pid, machine, numbers, names);
      if (obstacle !== null) return { obstacle };
      tracked = Math.min(tracked, tracksSince(proc, pid) ?? tracked);
    }
  }
  return {
    holds: ({ file, stats }) =>
      (file.kind === 'shared memory' && file.made >= tracked) ||
      names.has(path.posix.basename(file.path)) ||
      numbers.has(numberOf(stats)),
  };
}

/** Adds what a process holds. Gives why that can't be told where it matters; null where it can, or it has ended. */
function lookInto(
  folder: string,
  pid: string,
  machine: Machine,
  numbers: Set<string>,
  names: Set<string>,
): string | null {
  const maps = textOf(path.join(folder, 'maps'));
  const open = maps === null ? null : descriptorsIn(path.join(folder, 'fd'));
  if (maps === null || open === null) {
    return mayHold(folder, machine)
      ? `process ${pid} can't be looked into, and may hold them`
      : null;
  }
  for (const [, major = '', minor = '', inode = '', name] of maps.matchAll(MAPPED)) {
    numbers.add(`${Number.parseInt(major, 16)}:${Number.parseInt(minor, 16)}:${inode}`);
    if (name) names.add(path.posix.basename(name));
  }
  for (const { target, stats } of open) {
    names.add(path.posix.basename(target));
    if (stats) numbers.add(numberOf(stats));
  }
  return null;
}

/** A mapped file: `7f…-7f… rw-s 00000000 00:19 1234  /dev/shm/sem.mp-abcdefgh (deleted)`. */
const MAPPED =
  /^[0-9a-f]+-[0-9a-f]+ \S+ [0-9a-f]+ ([0-9a-f]+):([0-9a-f]+) ([1-9]\d*)(?: +(\S*\/dev\/shm\/\S+))?/gm;

interface Descriptor {
  readonly target: string;
  readonly stats: Stats | null;
}

/** What a process has open in `/dev/shm`; null where that can't be read. */
function descriptorsIn(folder: string): Descriptor[] | null {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return null;
  }
  return names.flatMap((name) => {
    const file = path.join(folder, name);
    const target = linkOf(file)?.replace(/ \(deleted\)$/, '');
    return target?.includes('/dev/shm/') ? [{ target, stats: statsOf(file) }] : [];
  });
}

/**
 * Whether a process that can't be looked into could have this user's files: one of his own, or a Python of root's. The
 * machine's first process is neither, whoever runs it.
 */
function mayHold(folder: string, { user }: Machine): boolean {
  if (path.basename(folder) === '1') return false;
  const status = textOf(path.join(folder, 'status'));
  if (status === null || /^State:\s+Z/m.test(status)) return false;
  const ids = /^Uid:\s+(.*)$/m.exec(status)?.[1]?.split(/\s+/).map(Number) ?? [];
  if (user === 0 || ids.includes(user)) return true;
  const command = textOf(path.join(folder, 'cmdline')) ?? '';
  return ids.includes(0) && PYTHON.test(command);
}

/** The numbers of a file's device and of the file on it, as `maps` has them. */
function numberOf({ dev, ino }: Pick<Stats, 'dev' | 'ino'>): string {
  const device = BigInt(dev);
  const major = ((device >> 8n) & 0xfffn) | ((device >> 32n) & ~0xfffn);
  const minor = (device & 0xffn) | ((device >> 12n) & 0xffffff00n);
  return `${major}:${minor}:${ino}`;
}

function pidsIn(proc: string): string[] {
  return readdirSync(proc).filter((name) => /^\d+$/.test(name));
}

function linkOf(file: string): string | null {
  try {
    return readlinkSync(file);
  } catch {
    return null;
  }
}

function statsOf(file: string): Stats | null {
  try {
    return statSync(file);
  } catch {
    return null;
  }
}
