/** Smallest programs for which `mpfix impact` has doubts, and their neighbours that are safe. */
import { expect, test } from '@jest/globals';
import { transforms } from '../../transforms/index.ts';
import { mpfix } from '../cli/command.ts';
import { scratch } from '../scratch.ts';

export type Files = Record<string, string>;

export interface Site {
  readonly call: string;
  readonly verdict: string;
  readonly unknown: readonly string[];
  readonly findings: readonly { readonly code: string }[];
}

export async function sitesOf(files: Files, to = 'forkserver'): Promise<readonly Site[]> {
  const folder = scratch({ 'pyproject.toml': '', ...files });
  const args = ['impact', '--isolated', '--output-format', 'json', '--to', to];
  const { stdout } = await mpfix(folder, args, { rules: transforms });
  return JSON.parse(Buffer.from(stdout, 'latin1').toString()).sites;
}

const indented = (code: string) => code.replace(/^(?=.)/gm, '    ');

/** A program whose parent does something and then gives `work` to a pool. */
export function program(top: string, work: string, parent = 'pass'): string {
  return `from multiprocessing import Pool
${top}
def work(x):
${indented(work)}

def main():
${indented(parent)}
    with Pool(1) as pool:
        print(pool.map(work, [1]))

if __name__ == "__main__":
    main()
`;
}

/** A program that starts a process. */
export function starting(top: string, process: string): string {
  return `from multiprocessing import Process
${top}
def work(*args):
    print(args)

def main():
${indented(process)}
    p.start()

if __name__ == "__main__":
    main()
`;
}

/** A program with a second file, `lib.py`. */
export function withLib(lib: string, work: string, parent = 'pass', top = 'import lib'): Files {
  return { 'lib.py': lib, 'main.py': program(top, work, parent) };
}

/** What is doubted, a smallest program for it, the doubt, and a neighbour that is safe. */
export type Row = [what: string, doubtful: string | Files, doubt: string, safe: string | Files];

const filesOf = (code: string | Files): Files =>
  typeof code === 'string' ? { 'main.py': code } : code;

export function holds(rows: readonly Row[]): void {
  test.each(rows)('%s', async (_, doubtful, doubt, safe) => {
    const sites = await sitesOf(filesOf(doubtful));
    expect(sites.flatMap(({ unknown }) => unknown).join('\n')).toContain(doubt);
    for (const neighbour of await sitesOf(filesOf(safe))) {
      expect(neighbour.unknown).toEqual([]);
      expect(neighbour.verdict).toBe('safe');
    }
  });
}
