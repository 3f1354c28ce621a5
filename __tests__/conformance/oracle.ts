import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Aspect } from './aspects.ts';

/** Where the Python halves lie, seen from the root of the project, where the tests run. */
const SCRIPT = path.resolve('__tests__', 'conformance', 'oracle.py');

/** How many facts there are, and a hash of them all in order. */
export type Digest = readonly [count: number, hash: string];

export interface Answer<Facts> {
  /** Absent where CPython refuses the file; without an aspect for which it does. */
  readonly facts?: Readonly<Partial<Record<Aspect, Facts>>>;
  readonly refused?: string;
}

/** A CPython that is asked about files, one question after another. */
export class Oracle {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly waiting: { take: (answer: unknown) => void; fail: (error: Error) => void }[] =
    [];
  private complaints = '';

  constructor(command: string) {
    this.child = spawn(command, [SCRIPT]);
    this.child.stderr.on('data', (data) => {
      this.complaints += data;
    });
    this.child.stdin.on('error', () => {});
    createInterface({ input: this.child.stdout }).on('line', (line) => {
      this.waiting.shift()?.take(JSON.parse(line));
    });
    this.child.on('error', (error) => this.fail(error));
    this.child.on('close', (code) => {
      this.fail(new Error(`${command} ended with ${code}: ${this.complaints}`));
    });
  }

  /** The Python files of the standard library, tests included, and of what is installed beside it. */
  async files(): Promise<string[]> {
    return (await this.ask<{ files: string[] }>({ list: true })).files;
  }

  digest(file: string, aspects: readonly Aspect[]): Promise<Answer<Digest>> {
    return this.ask({ path: file, aspects });
  }

  facts(file: string, aspects: readonly Aspect[]): Promise<Answer<string[]>> {
    return this.ask({ path: file, aspects, full: true });
  }

  /** Why the compiler refuses a file; null where it accepts it. */
  async refusal(file: string): Promise<string | null> {
    const { refused } = await this.ask<Answer<never>>({ path: file, compile: true });
    return refused ?? null;
  }

  /** Of all files so far: the kinds of nodes without a position; and those with one that were in no file. */
  kinds(): Promise<{ unplaced: string[]; unmet: string[] }> {
    return this.ask({ kinds: true });
  }

  end(): void {
    this.child.stdin.end();
  }

  private ask<A>(question: unknown): Promise<A> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ take: (answer) => resolve(answer as A), fail: reject });
      this.child.stdin.write(`${JSON.stringify(question)}\n`);
    });
  }

  private fail(error: Error): void {
    for (const { fail } of this.waiting.splice(0)) fail(error);
  }
}
