import type { Line } from './lines.ts';

/** One step of a traceback. */
export interface Frame {
  /** As it is written: it may be of another machine. */
  readonly file: string;
  readonly line: number;
  /** The function, or `<module>`; empty where it is not told. */
  readonly name: string;
  /** The line of source as it was, where it is shown. */
  readonly source: string | null;
}

/** An exception as a log shows it. */
export interface Failure {
  /** Where it is in the text: the number of its last line. */
  readonly at: number;
  /** `AttributeError`, `concurrent.futures.process.BrokenProcessPool`. */
  readonly type: string;
  /** `TypeError: cannot pickle 'generator' object`, with the lines that go on from it. */
  readonly message: string;
  /** The outermost first; none where only the message is there. */
  readonly frames: readonly Frame[];
  /** The name of the process that it ended, where it is told. */
  readonly process: string | null;
  readonly isInChild: boolean;
  /** The exception that came of this one, in the same process. */
  readonly next: Failure | null;
}

/** What a log holds: the exceptions, and the lines that belong to none. */
export interface Log {
  readonly failures: readonly Failure[];
  readonly others: readonly Line[];
}

const HEAD = /(?:^|\s)(?:Exception Group )?Traceback \(most recent call (?:last|first)\)/;
const PROCESS = /^\s*Process ((?:\w*Process|\w*PoolWorker|[\w.]+)-\d+(?::\d+)*|[\w .-]+):\s*$/;
const THREAD = /^\s*Exception in thread (\S+)/;
const QUOTES = /^\s*(?:"""|''')\s*$/;
const CLOSING = /(?:"""|''')\s*$/;
const REMOTE = /^\s*(?:[\w.]+\.)?_?RemoteTraceback:?\s*$/;
const CHAIN =
  /^\s*(?:During handling of the above exception|The above exception was the direct cause)/;

const FRAMES: readonly RegExp[] = [
  /^\s*File "(?<file>[^"]+)", line (?<line>\d+)(?:, in (?<name>.+?))?\s*$/,
  // IPython from 8 on
  /^\s*File (?<file>[^\s"].*?):(?<line>\d+)(?:, in (?<name>[\w.<>]+).*)?\s*$/,
  /^\s*(?:Cell|Input) In ?(?<file>\[\d+\])(?:, line |:)(?<line>\d+)(?:, in (?<name>[\w.<>]+).*)?\s*$/,
  // IPython before
  /^\s*(?<file>(?:\/|~|[A-Za-z]:\\|<ipython-input)\S*) in (?<name>[\w.<>]+)(?:\(.*)?\s*$/,
  // pytest
  /^\s*(?<file>[\w./\\~:-]+\.py):(?<line>\d+): (?:in (?<name>[\w.<>]+)|[\w.]*)\s*$/,
];
const ARROW = /^\s*-+> ?(\d+) +(\S.*?)\s*$/;
const ARROW_LINES = 12;

const EXCEPTION = /^(?<type>[A-Za-z_][\w.]*(?: Group)?)(?::(?: (?<text>.*))?)?\s*$/;
/** What the name of an exception ends in where nothing but the name says that it is one. */
const EXCEPTION_NAME =
  /(?:Error|Exception|Warning|Interrupt|Exit|Empty|Full|Pool|Timeout|ExceptionGroup|Expired)$/;
const NOTE = /^\s*when serializing /;
const MAX_CONTINUED = 25;

/** Reads the exceptions in a log, each writer's lines by themselves. */
export function readLog(lines: readonly Line[]): Log {
  const writers = new Map<string, Line[]>();
  for (const line of lines) {
    const own = writers.get(line.writer);
    if (own) own.push(line);
    else writers.set(line.writer, [line]);
  }
  // Of a message only the first line may carry the writer's name.
  const logs = writers.size > 1 ? severalWriters(lines, writers) : [new Reader(lines).read()];
  return {
    failures: logs.flatMap(({ failures }) => failures).sort((a, b) => a.at - b.at),
    others: logs.flatMap(({ others }) => others).sort((a, b) => a.number - b.number),
  };
}

/** Where each writer's every line is marked they are read apart; else a line without a mark belongs to the one before. */
function severalWriters(lines: readonly Line[], writers: ReadonlyMap<string, Line[]>): Log[] {
  const marked = [...writers].filter(([writer]) => writer !== '');
  const holdsFrames = marked.some(([, own]) => own.some(({ text }) => frameIn(text)));
  return holdsFrames
    ? [...writers.values()].map((own) => new Reader(own).read())
    : [new Reader(lines).read()];
}

type Draft = { -readonly [Key in keyof Failure]: Failure[Key] } & {
  readonly frames: Frame[];
  readonly isRemote: boolean;
};

interface Open {
  readonly frames: Frame[];
  /** What stands between the frames. */
  readonly between: Line[];
}

class Reader {
  private readonly failures: Draft[] = [];
  /** The exception that the next one comes of. */
  private leading: Draft | null = null;
  private readonly others: Line[] = [];
  private process: string | null = null;
  private isRemote = false;
  private open: Open | null = null;
  private at = 0;

  constructor(private readonly lines: readonly Line[]) {}

  read(): Log {
    while (this.at < this.lines.length) {
      const line = this.lines[this.at] as Line;
      this.at++;
      this.take(line);
    }
    this.abandon();
    return { failures: this.failures, others: this.others };
  }

  private take(line: Line): void {
    const { text } = line;
    if (QUOTES.test(text)) {
      this.isRemote = !this.isRemote;
      return;
    }
    if (this.isRemote && CLOSING.test(text)) this.isRemote = false;
    const process = PROCESS.exec(text)?.[1];
    if (process !== undefined) {
      this.abandon();
      this.process = process;
      return;
    }
    if (THREAD.test(text)) this.process = null;
    if (HEAD.test(text)) {
      this.abandon();
      this.open = { frames: [], between: [] };
      return;
    }
    if (CHAIN.test(text) || REMOTE.test(text)) return;
    const frame = frameIn(text);
    if (frame) {
      this.open ??= { frames: [], between: [] };
      this.open.frames.push(this.located(frame));
      return;
    }
    if (!this.isException(text)) {
      const { between = this.others } = this.open ?? {};
      between.push(line);
      return;
    }
    this.close(line);
  }

  /** A traceback without an exception at its end: AWS Lambda has it in front, others were cut or torn apart. */
  private abandon(): void {
    if (!this.open) return;
    const { frames, between } = this.open;
    const last = this.failures.at(-1);
    if (last?.frames.length === 0) last.frames.push(...frames);
    this.others.push(...between);
    this.open = null;
  }

  /** A frame with its line of source, and, as IPython tells it, with the number that its arrow points to. */
  private located(frame: Frame): Frame {
    const next = this.lines.slice(this.at, this.at + ARROW_LINES).map(({ text }) => text);
    const [, line, source] = next.map((text) => ARROW.exec(text)).find(Boolean) ?? [];
    if (frame.line === 0) return { ...frame, line: Number(line ?? 0), source: source ?? null };
    const [below = ''] = next;
    const isSource =
      /^\s*[^\s~^]/.test(below) && !isStructure(below) && !/^\S+:/.test(below.trim());
    return { ...frame, source: isSource ? below.trim() : null };
  }

  private isException(text: string): boolean {
    const match = EXCEPTION.exec(text.trim());
    const type = match?.groups?.['type'] ?? '';
    if (!match || type === '') return false;
    if (EXCEPTION_NAME.test(type)) return this.open !== null || text.includes(':');
    // A source line below a frame looks like a name too, but it is indented.
    return (
      this.open !== null && this.open.frames.length > 0 && /^\S/.test(text) && text.includes(':')
    );
  }

  private close(line: Line): void {
    const { type = '', text = '' } = EXCEPTION.exec(line.text.trim())?.groups ?? {};
    const frames = this.open?.frames ?? [];
    const more = this.continuation(indentOf(line.text));
    const head = text !== '' || more.length > 0 ? `${type}: ${text}`.trim() : type;
    const message = [head, ...more].join('\n');
    // What an executor could not send comes back as if it were of a child, too.
    const isInChild =
      !frames.some((frame) => IN_FEEDER.test(placeOf(frame))) &&
      (this.isRemote || this.process !== null || frames.some((frame) => isChildFrame(frame)));
    const original = this.isRemote ? undefined : this.failures.find(isRaisedAgainAs(message));
    if (original) {
      original.frames.push(...frames);
      this.open = null;
      return;
    }
    const failure: Draft = {
      at: line.number,
      type,
      message,
      frames,
      process: this.process,
      isInChild,
      next: null,
      isRemote: this.isRemote,
    };
    this.failures.push(failure);
    if (this.leading) this.leading.next = failure;
    this.leading = this.goesOn() ? failure : null;
    if (!this.leading) this.process = null;
    this.open = null;
  }

  /** How the message of an exception goes on below its line: deeper, or as the notes of 3.14. */
  private continuation(indent: number): string[] {
    const goesOn = (text = '') => indentOf(text) > indent || NOTE.test(text);
    const more: string[] = [];
    for (let next = this.at; next < this.at + MAX_CONTINUED; next++) {
      const text = this.lines[next]?.text;
      if (text === undefined || isStructure(text)) break;
      if (!goesOn(text.trim() === '' ? this.lines[next + 1]?.text : text)) break;
      more.push(text.trim());
    }
    this.at += more.length;
    return more.filter((text) => text !== '');
  }

  /** Whether another exception of the same process follows from this one. */
  private goesOn(): boolean {
    return this.lines.slice(this.at, this.at + 4).some(({ text }) => CHAIN.test(text));
  }
}

/** The parent raises again what it was sent by a child. */
function isRaisedAgainAs(message: string) {
  const [line] = message.split('\n');
  return (failure: Draft) => failure.isRemote && failure.message.split('\n')[0] === line;
}

function indentOf(text: string): number {
  return text.search(/\S|$/);
}

function isStructure(text: string): boolean {
  return (
    [HEAD, PROCESS, THREAD, QUOTES, REMOTE, CHAIN].some((pattern) => pattern.test(text)) ||
    frameIn(text) !== null
  );
}

function frameIn(text: string): Frame | null {
  for (const pattern of FRAMES) {
    const groups = pattern.exec(text)?.groups;
    if (groups) {
      const { file = '', line = '0', name = '' } = groups;
      return { file, line: Number(line), name, source: null };
    }
  }
  return null;
}

/** Places of CPython that only children run, as `file:function`. */
const IN_CHILDREN =
  /multiprocess(?:ing)?\/(?:process\.py:(?:_bootstrap|run)|spawn\.py:(?:spawn_main|_main|prepare|_fixup\w+)|pool\.py:(?:worker|mapstar|starmapstar)|forkserver\.py:(?:main|_serve_one)|popen_fork\.py:_launch)$|concurrent\/futures\/process\.py:(?:_process_worker|_process_chunk)$/;

/** The thread of the parent that sends what is put into a queue. */
const IN_FEEDER = /queues\.py:_feed$/;

function isChildFrame(frame: Frame): boolean {
  return IN_CHILDREN.test(placeOf(frame));
}

/** `…/multiprocessing/pool.py:worker`, with the separators of POSIX: what patterns of the table are held against. */
export function placeOf({ file, name }: Frame): string {
  return `${file.replaceAll('\\', '/')}:${name.replace(/^.*\./, '')}`;
}

const NOT_THE_USERS =
  /(?:^|\/)(?:lib(?:64)?\/python[\d.]+t?\/|site-packages\/|dist-packages\/|Python[\d.]*\/Lib\/|(?:mini|ana)conda\w*\/Lib\/)|^<|(?:^|\/)(?:multiprocessing|multiprocess|billiard|concurrent\/futures)\/\w+\.py$|(?:^|\/)(?:runpy|threading)\.py$/i;

/** Whether a frame is in a program's own files rather than in Python's or an installed package's. */
export function isUsersFrame({ file }: Frame): boolean {
  return !NOT_THE_USERS.test(file.replaceAll('\\', '/'));
}
