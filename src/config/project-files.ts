import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The first answer that a folder gives, or the nearest above it that gives one; null where none does. */
export function nearest<T>(folder: string, ask: (folder: string) => T | null): T | null {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const answer = ask(at);
    if (answer !== null || path.dirname(at) === at) return answer;
  }
}

/** The text of a file; empty where there is none. */
export function textIn(folder: string, name: string): string {
  try {
    return readFileSync(path.join(folder, name), 'utf8');
  } catch {
    return '';
  }
}
