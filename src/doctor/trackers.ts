/** Python's resource trackers: each removes the shared memory that its program has made, once that ends. */
import path from 'node:path';
import { textOf } from './machine.ts';

const TRACKER = /\bresource_tracker import main\b/;

/** What the kernel counts times in, in every system call of Linux. */
const TICKS_PER_SECOND = 100;

/** A program may have made its first memory this long before it starts its tracker. */
const MARGIN_MS = 60_000;

/**
 * Since when memory can be of the program that a tracker works for, in milliseconds; null where a process is no tracker.
 * `proc` is the folder of all processes.
 */
export function tracksSince(proc: string, pid: string): number | null {
  if (!TRACKER.test(textOf(path.join(proc, pid, 'cmdline')) ?? '')) return null;
  const booted = Number(/^btime (\d+)/m.exec(textOf(path.join(proc, 'stat')) ?? '')?.[1] ?? 0);
  // Behind the name, which may have blanks and brackets.
  const fields = (textOf(path.join(proc, pid, 'stat')) ?? '').replace(/^.*\)\s*/s, '').split(' ');
  const started = Number(fields[19] ?? 0) / TICKS_PER_SECOND;
  return (booted + started) * 1000 - MARGIN_MS;
}
