import type { ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { groupActivity } from './activity.ts';
import { keepGroup, releaseGroup } from './keeper.ts';
import { ErrorLog } from './stderr.ts';

/** How a process group came to its end. */
export interface Ending {
  readonly end: 'exit' | 'hang';
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly log: ErrorLog;
  /** Children were alive for a while after the parent had gone. */
  readonly lingered: boolean;
}

const LOOK_MS = 500;
/** Neither printing nor computing for so long is a hang. */
const QUIET_MS = 3_000;
/** Ticks between two looks that the polling threads of an idle pool stay below. */
const IDLE_TICKS = 2;
/** A program that is busy all the time may take so long. */
const LIMIT_MS = 24_000;
/** Where nobody tells whether it is busy, so long. */
const BLIND_LIMIT_MS = 8_000;
/** A pool that respawns dying workers repeats one exception for ever: more often than there are workers to die once. */
const FLOOD_REPEATS = 2 * availableParallelism() + 4;
const FLOOD_MS = 300;
const LINGER_MS = 2_000;
const CLOSING_MS = 500;
const STDOUT_LIMIT = 1_000_000;

/**
 * Follows the leader of a process group to its end, or until it is clear that there is none; then ends the group.
 * @throws Error when the program could not be started.
 */
export function watch(child: ChildProcess, patience: number): Promise<Ending> {
  return new Promise((resolve, reject) => new Watch(child, patience, resolve, reject));
}

class Watch {
  readonly #child: ChildProcess;
  readonly #patience: number;
  readonly #log = new ErrorLog();
  readonly #started = Date.now();
  #stdout = '';
  #hung = false;
  #lingered = false;
  #exit: { code: number | null; signal: NodeJS.Signals | null } | undefined;
  #ticks = 0;
  #lastSign = Date.now();
  #floodedSince: number | undefined;
  readonly #looks: NodeJS.Timeout;
  #linger: NodeJS.Timeout | undefined;

  constructor(
    child: ChildProcess,
    patience: number,
    resolve: (ending: Ending) => void,
    reject: (error: Error) => void,
  ) {
    this.#child = child;
    this.#patience = patience;
    if (child.pid !== undefined) keepGroup(child.pid);
    this.#looks = setInterval(() => this.#look(), LOOK_MS);
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => this.#printed(chunk));
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => this.#complained(chunk));
    child.on('error', (error) => {
      clearInterval(this.#looks);
      reject(error);
    });
    child.on('exit', (code, signal) => this.#exited(code, signal));
    child.on('close', () => resolve(this.#closed()));
  }

  #printed(chunk: string): void {
    this.#lastSign = Date.now();
    this.#stdout += chunk;
    if (this.#stdout.length > STDOUT_LIMIT) this.#hang();
  }

  #complained(chunk: string): void {
    this.#lastSign = Date.now();
    this.#log.write(chunk);
    if (this.#log.repeats < FLOOD_REPEATS) return;
    this.#floodedSince ??= Date.now();
    if (Date.now() - this.#floodedSince > FLOOD_MS * this.#patience) this.#hang();
  }

  #look(): void {
    const now = Date.now();
    const activity = groupActivity(this.#child.pid ?? 0);
    const blind = activity === undefined;
    const { ticks = 0, busy = false } = activity ?? {};
    // The sum shrinks when a child ends: that is a sign of life too.
    if (busy || Math.abs(ticks - this.#ticks) > IDLE_TICKS) this.#lastSign = now;
    this.#ticks = ticks;
    const quiet = !blind && now - this.#lastSign > QUIET_MS * this.#patience;
    const limit = (blind ? BLIND_LIMIT_MS : LIMIT_MS) * this.#patience;
    if (quiet || now - this.#started > limit) this.#hang();
  }

  #hang(): void {
    if (this.#exit) return;
    this.#hung = true;
    this.#stop();
  }

  #exited(code: number | null, signal: NodeJS.Signals | null): void {
    this.#exit = { code, signal };
    clearInterval(this.#looks);
    // Children that outlive the parent hold its pipes open.
    this.#linger = setTimeout(() => {
      this.#lingered = true;
      this.#stop();
    }, LINGER_MS);
  }

  #closed(): Ending {
    clearInterval(this.#looks);
    clearTimeout(this.#linger);
    this.#kill();
    if (this.#child.pid !== undefined) releaseGroup(this.#child.pid);
    this.#log.end();
    return {
      end: this.#hung ? 'hang' : 'exit',
      code: this.#exit?.code ?? null,
      signal: this.#exit?.signal ?? null,
      stdout: this.#stdout.slice(0, STDOUT_LIMIT),
      log: this.#log,
      lingered: this.#lingered,
    };
  }

  #stop(): void {
    this.#kill();
    // A child that left the group would keep the pipes open for ever.
    setTimeout(() => {
      this.#child.stdout?.destroy();
      this.#child.stderr?.destroy();
    }, CLOSING_MS).unref();
  }

  #kill(): void {
    if (this.#child.pid === undefined) return;
    try {
      process.kill(-this.#child.pid, 'SIGKILL');
    } catch {
      this.#child.kill('SIGKILL');
    }
  }
}
