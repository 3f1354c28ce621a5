import type { Io } from './output.ts';

const BEFORE_FIRST = 1000;
const BETWEEN = 100;
const CLEAR_LINE = '\r\x1b[K';

/** One line on a terminal that says how far long work has come. Silent for short work and in pipes. */
export class Progress {
  private readonly shownFrom: number;
  private last = 0;
  private shown = false;

  constructor(private readonly stream: Io['stderr']) {
    this.shownFrom = Date.now() + BEFORE_FIRST;
  }

  update(step: string, done: number, total: number | null): void {
    const now = Date.now();
    if (!this.stream.isTTY || now < this.shownFrom || now - this.last < BETWEEN) return;
    this.last = now;
    this.shown = true;
    this.stream.write(`${CLEAR_LINE}${step}: ${done}${total === null ? '' : ` of ${total}`} files`);
  }

  /** Takes the line away, before anything else is written to the terminal. */
  clear(): void {
    if (this.shown) this.stream.write(CLEAR_LINE);
    this.shown = false;
  }
}
