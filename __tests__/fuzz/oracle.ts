import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const SCRIPT = join('__tests__', 'fuzz', 'oracle.py');
const LIMIT_MS = 20_000;

/** What CPython says of a text: null where it compiles; `unknown` where CPython itself crashed or hung. */
export type Verdict = { readonly error: string | null } | 'unknown';

/** One CPython that lives as long as it can, and compiles what it is given. */
export class Oracle {
  private python: ChildProcessWithoutNullStreams | null = null;
  private answer: ((verdict: Verdict) => void) | null = null;

  constructor(private readonly command: string) {}

  /** One text at a time. */
  compile(source: Buffer): Promise<Verdict> {
    this.python ??= this.start();
    const { stdin } = this.python;
    return new Promise((resolve) => {
      const limit = setTimeout(() => this.stop(), LIMIT_MS);
      this.answer = (verdict) => {
        clearTimeout(limit);
        this.answer = null;
        resolve(verdict);
      };
      stdin.write(`${source.length}\n`);
      stdin.write(source);
    });
  }

  stop(): void {
    this.python?.kill('SIGKILL');
  }

  private start(): ChildProcessWithoutNullStreams {
    const python = spawn(this.command, ['-I', '-X', 'utf8', SCRIPT]);
    python.stderr.resume();
    python.stdin.on('error', () => {});
    createInterface(python.stdout).on('line', (line) => this.answer?.(JSON.parse(line)));
    python.on('close', () => {
      this.python = null;
      this.answer?.('unknown');
    });
    return python;
  }
}
