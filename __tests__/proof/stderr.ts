const TRACEBACK_END = /^([A-Za-z_][\w.]*)(: .*|:)?$/;
/** Between the tracebacks of an exception and of the one that came of it, which alone counts. */
const CHAINED =
  /^(During handling of the above exception, another exception occurred|The above exception was the direct cause of the following exception):$/;
const KEPT_LINES = 2000;

/**
 * The standard error of a program and its children, read line by line while it runs. Every traceback ends in a line
 * that names the exception; a pool that respawns dying workers repeats the same one for ever.
 */
export class ErrorLog {
  readonly #lines: string[] = [];
  readonly #seen = new Map<string, number>();
  #partial = '';
  #last = '';
  #inTraceback = false;

  write(chunk: string): void {
    const lines = (this.#partial + chunk).split(/\r?\n/);
    this.#partial = lines.pop() ?? '';
    for (const line of lines) this.#add(line);
  }

  end(): void {
    if (this.#partial) this.#add(this.#partial);
    this.#partial = '';
  }

  /** How often the most frequent exception was seen. */
  get repeats(): number {
    return Math.max(0, ...this.#seen.values());
  }

  /** The most frequent exception; of equally frequent ones the last. Undefined where there was none. */
  get message(): string | undefined {
    let best: string | undefined;
    for (const [message, count] of this.#seen) {
      if (best === undefined || count >= (this.#seen.get(best) ?? 0)) best = message;
    }
    return best === undefined ? undefined : this.#whole(best);
  }

  /** The last line that says anything. */
  get lastLine(): string | undefined {
    return this.#lines.findLast((line) => line.trim() !== '');
  }

  get text(): string {
    return this.#lines.join('\n');
  }

  has(pattern: RegExp): boolean {
    return this.#lines.some((line) => pattern.test(line));
  }

  #add(line: string): void {
    if (this.#lines.length < KEPT_LINES) this.#lines.push(line);
    if (line.startsWith('Traceback (most recent call last)')) this.#inTraceback = true;
    else if (this.#inTraceback && TRACEBACK_END.test(line.trimEnd())) {
      this.#inTraceback = false;
      this.#last = line.trimEnd();
      this.#count(1);
    } else if (CHAINED.test(line.trimEnd())) this.#count(-1);
  }

  #count(step: 1 | -1): void {
    const count = (this.#seen.get(this.#last) ?? 0) + step;
    if (count > 0) this.#seen.set(this.#last, count);
    else this.#seen.delete(this.#last);
  }

  /** The sentence that follows on the next lines where the exception's own line is empty, as in the bootstrap error. */
  #whole(message: string): string {
    if (!message.endsWith(':')) return message;
    const start = this.#lines.findIndex((line) => line.trimEnd() === message);
    return firstSentence(this.#lines.slice(start, start + 8).join('\n'));
  }
}

/** An exception's message up to its first line, or up to the sentence's end where the first line is empty. */
export function firstSentence(text: string): string {
  const [first = '', ...more] = text.trim().split(/\r?\n/);
  if (!first.trimEnd().endsWith(':')) return first.trimEnd();
  const sentence = more.join(' ').trim().split(/\s+/).join(' ');
  return `${first.trimEnd()} ${/^.*?\.(?= |$)/.exec(sentence)?.[0] ?? sentence}`;
}

/** Takes out of a message what differs from run to run: addresses, process numbers, the temporary folder. */
export function normalise(message: string, folder: string): string {
  return message
    .replaceAll(folder, '…')
    .replace(/0x[0-9a-fA-F]+/g, '0x…')
    .replace(/\bpid[= ]\d+/g, 'pid=…')
    .replace(/\b(\w*(?:Process|PoolWorker))-\d+(:\d+)*/g, '$1-…');
}
