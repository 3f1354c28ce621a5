import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchFile } from './files.ts';
import type { Measurement } from './measure.ts';

const SCRIPT = join('bench', 'libcst_peer.py');
const PROBE_LIMIT_MS = 20_000;
const LIMIT_MS = 1_800_000;

export interface PeerResult {
  readonly version: string;
  /** How many of the files it can parse. */
  readonly files: number;
  readonly rows: readonly Measurement[];
}

/** A Python that has LibCST: on PATH, or one of pyenv's; null where there is none. */
export function findLibcst(): string | null {
  return candidates().find(hasLibcst) ?? null;
}

function candidates(): string[] {
  const minors = Array.from({ length: 8 }, (_, index) => `python3.${15 - index}`);
  const pyenv = join(process.env['PYENV_ROOT'] ?? pyenvRoot(), 'versions');
  const versions = existsSync(pyenv) ? readdirSync(pyenv).sort().reverse() : [];
  return ['python3', ...minors, ...versions.map((name) => join(pyenv, name, 'bin', 'python'))];
}

function pyenvRoot(): string {
  try {
    return execFileSync('pyenv', ['root'], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return '';
  }
}

function hasLibcst(command: string): boolean {
  const options = { timeout: PROBE_LIMIT_MS };
  return spawnSync(command, ['-c', 'import libcst.metadata'], options).status === 0;
}

export function measureLibcst(
  command: string,
  files: readonly BenchFile[],
  first: BenchFile,
  rounds: number,
): PeerResult {
  const input = JSON.stringify({ files: files.map((f) => f.path), first: first.path, rounds });
  const options = { input, encoding: 'utf8', timeout: LIMIT_MS, maxBuffer: 1e8 } as const;
  return JSON.parse(execFileSync(command, [SCRIPT], options)) as PeerResult;
}
