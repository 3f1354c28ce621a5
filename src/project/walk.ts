import fs from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { globbyStream } from 'globby';

/** Folders that hold what tools made or fetched: nothing in them is the user's to repair. */
const TOOLS = [
  '.bzr',
  '.direnv',
  '.eggs',
  '.git',
  '.hg',
  '.ipynb_checkpoints',
  '.mypy_cache',
  '.nox',
  '.pytest_cache',
  '.pytype',
  '.ruff_cache',
  '.svn',
  '.tox',
  '.venv',
  '__pycache__',
  '__pypackages__',
  'build',
  'dist',
  'node_modules',
  'site-packages',
  'venv',
];

/** The same as glob patterns. */
export const LEFT_OUT: readonly string[] = TOOLS.map((name) => `**/${name}/**`);

/** Names without a dot can be scripts: their first line tells. */
const PATTERNS = ['**/*.py', '**/*.pyw', '**/*.ipynb', '**/!(*.*)', '**/pyvenv.cfg'];

/** The Python files of a folder, in the order of their names, and whether `limit` cut the list short. */
export interface Walk {
  /** Absolute paths. */
  readonly files: readonly string[];
  readonly cut: boolean;
  /** The folders that could not be looked into, with the system's errors. */
  readonly closed: ReadonlyMap<string, NodeJS.ErrnoException>;
}

/**
 * Walks a folder: `*.py`, `*.pyw`, `*.ipynb`, and files without a suffix whose first line names Python. Leaves out what
 * .gitignore names, what tools made, and virtual environments. Symbolic links are not followed: what they point
 * at is seen where it lies, and there are no loops.
 */
export async function walk(folder: string, limit = Infinity, depth = Infinity): Promise<Walk> {
  const found = await search(folder, limit, depth, { gitignore: true });
  // A folder that is itself ignored, and asked for all the same, answers to the rules inside it only.
  return found.files.length > 0
    ? found
    : search(folder, limit, depth, { ignoreFiles: '**/.gitignore' });
}

async function search(
  folder: string,
  limit: number,
  depth: number,
  ignoring: { gitignore: true } | { ignoreFiles: string },
): Promise<Walk> {
  const found: string[] = [];
  const environments: string[] = [];
  const closed = new Map<string, NodeJS.ErrnoException>();
  const stream = globbyStream(PATTERNS, {
    ...ignoring,
    cwd: folder,
    dot: true,
    deep: depth,
    followSymbolicLinks: false,
    suppressErrors: true,
    fs: tellingFs(closed),
    ignore: [...LEFT_OUT],
  });
  for await (const entry of stream as AsyncIterable<string>) {
    if (path.posix.basename(entry) === 'pyvenv.cfg') environments.push(path.posix.dirname(entry));
    else if (/\.(?:pyw?|ipynb)$/.test(entry) || (await isPythonScript(path.join(folder, entry))))
      found.push(entry);
    if (found.length >= limit) break;
  }
  const files = found
    .filter((file) => !environments.some((root) => file.startsWith(`${root}/`)))
    .sort(byName)
    .map((file) => path.join(folder, file));
  return { files, cut: found.length >= limit, closed };
}

/** Node's file system, which notes the folders that it can't list. */
function tellingFs(closed: Map<string, NodeJS.ErrnoException>): typeof fs {
  const readdir = (
    folder: string,
    options: { withFileTypes: true },
    tell: (error: NodeJS.ErrnoException | null, entries: fs.Dirent[]) => void,
  ) =>
    fs.readdir(folder, options, (error, entries) => {
      if (error && error.code !== 'ENOENT') closed.set(folder, error);
      tell(error, entries);
    });
  return { ...fs, readdir: readdir as typeof fs.readdir };
}

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function isPythonScript(file: string): Promise<boolean> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(128), 0, 128, 0);
      return /^(\xef\xbb\xbf)?#!.*\bpython/.test(buffer.toString('latin1', 0, bytesRead));
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  }
}
