import fs from 'node:fs';
import { jest } from '@jest/globals';

type Tell = (error: Error | null, entries: fs.Dirent[]) => void;

/** Does something while a folder can't be listed, by its absolute path: the rights of a folder don't stop root. */
export async function withClosed<T>(folder: string, act: () => Promise<T>): Promise<T> {
  const real = fs.readdir as unknown as (at: string, options: unknown, tell: Tell) => void;
  const denied = Object.assign(new Error('no'), { code: 'EACCES' });
  const closing = (at: string, options: unknown, tell: Tell) =>
    at === folder ? tell(denied, []) : real(at, options, tell);
  const spy = jest.spyOn(fs, 'readdir').mockImplementation(closing as never);
  try {
    return await act();
  } finally {
    spy.mockRestore();
  }
}
