import { mkdirSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import type { Machine } from '../../src/doctor/machine.ts';
import { scratch } from '../scratch.ts';

export const USER = process.getuid?.() ?? -1;

/** A folder that stands for a machine's root, in which all processes can be seen. */
export function machineWith(
  files: Readonly<Record<string, string>>,
  links: Readonly<Record<string, string>> = {},
): Machine {
  const root = scratch({ 'proc/1/comm': 'init\n', 'proc/2/comm': 'kthreadd\n', ...files });
  for (const pid of ['1', '2']) addProcess(root, pid);
  for (const [link, target] of Object.entries(links)) {
    mkdirSync(path.dirname(path.join(root, link)), { recursive: true });
    symlinkSync(path.join(root, target), path.join(root, link));
  }
  return { platform: 'linux', root, user: USER, path: '' };
}

function addProcess(root: string, pid: string): void {
  mkdirSync(path.join(root, 'proc', pid, 'fd'), { recursive: true });
}

/** The line of `maps` for a file that is mapped under another name. */
export function mappedAs(machine: Machine, file: string, name: string): string {
  const { dev, ino } = statSync(path.join(machine.root, file));
  const major = ((dev >> 8) & 0xfff).toString(16).padStart(2, '0');
  const minor = ((dev & 0xff) | ((dev >> 12) & 0xfff00)).toString(16).padStart(2, '0');
  return `7fb0f8bd7000-7fb0f8bd8000 rw-s 00000000 ${major}:${minor} ${ino}    ${name}\n`;
}
