import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Answer } from './analyse.ts';

/** Where `scripts/fuzz.mjs` puts the bundle of subject.ts. */
const MODULE = join('.cache', 'fuzz-subject.js');

export type Outcome = (Answer | { readonly kind: 'hung' }) & { readonly milliseconds: number };

/** A process that analyses one file after another. It is killed, and another takes its place, where one takes too long. */
export class Child {
  private process: ChildProcess | null = null;

  async analyse(bytes: Buffer, limitMs: number): Promise<Outcome> {
    this.process ??= this.start();
    const child = this.process;
    const started = performance.now();
    const answer = await new Promise<Answer | { kind: 'hung' }>((resolve) => {
      const limit = setTimeout(() => {
        child.kill('SIGKILL');
        resolve({ kind: 'hung' });
      }, limitMs);
      const settle = (answer: Answer) => {
        clearTimeout(limit);
        child.removeAllListeners('message').removeAllListeners('exit');
        resolve(answer);
      };
      child.once('message', (answer) => settle(answer as Answer));
      child.once('exit', (code, signal) => {
        settle({ kind: 'crashed', stack: `the process ended with ${signal ?? code}` });
      });
      child.send(bytes);
    });
    if (!child.connected || answer.kind === 'hung') this.process = null;
    return { ...answer, milliseconds: performance.now() - started };
  }

  stop(): void {
    this.process?.kill('SIGKILL');
    this.process = null;
  }

  private start(): ChildProcess {
    return fork(MODULE, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
  }
}
