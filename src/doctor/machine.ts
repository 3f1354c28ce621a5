import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The machine that is looked at: the real one, or a folder that stands for its root in tests. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  /** `/`, or the folder. */
  readonly root: string;
  /** The user whose leftovers may be removed; -1 where the system has no numbers for users. */
  readonly user: number;
  /** `PATH` of the environment. */
  readonly path: string;
}

/** The machine that this program runs on. */
export function thisMachine(env: Readonly<Record<string, string | undefined>>): Machine {
  const user = process.getuid?.() ?? -1;
  return { platform: process.platform, root: '/', user, path: env['PATH'] ?? '' };
}

/** Where a file of the machine is. */
export function on({ root }: Machine, file: string): string {
  return path.join(root, file);
}

/** What a file says; null where it can't be read, as a process that has ended meanwhile. */
export function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
