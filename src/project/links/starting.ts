import type { LinkedStart } from '../../processes/facts.ts';
import type { Library } from '../../processes/libraries.ts';
import type { Step } from '../../processes/model.ts';
import type { CodeSummary } from '../../processes/summary.ts';
import type { Target } from '../../processes/targets.ts';
import type { CodeRef, Names } from './names.ts';
import type { Program } from './program.ts';
import { stepAt } from './step.ts';

/** Which functions of a project start processes when they are called, wherever that happens in the end. */
export class StartingCode {
  /** By file and own name. */
  private readonly found = new Map<string, LinkedStart>();

  /**
   * `mayStart` are the files from which a start can be reached by imports: others are not looked at. `textOf` reads one.
   */
  constructor(
    private readonly program: Program,
    private readonly names: Names,
    mayStart: ReadonlySet<string>,
    textOf: (file: string) => string,
    /** The files that start processes themselves. */
    starting: Iterable<string>,
  ) {
    for (const file of starting) program.summaryOf(file);
    for (;;) {
      this.spread();
      // A file that names nothing that starts processes can't call it: it need not be parsed.
      const mention = mentioning(this.words());
      const next = [...mayStart].filter(
        (file) => !program.isRead(file) && mention.test(textOf(file)),
      );
      if (next.length === 0) break;
      for (const file of next) program.summaryOf(file);
    }
  }

  /** What starts processes among the calls of a file that lead to other files, by what it calls them. */
  startsFrom(file: string): Map<Target, LinkedStart> {
    const starts = new Map<Target, LinkedStart>();
    if (!this.program.isRead(file)) return starts;
    for (const { calls } of this.program.summaryOf(file)?.code.values() ?? []) {
      for (const target of calls.flatMap(({ targets }) => targets)) {
        const [start] = this.names
          .runsOf(target, file)
          .flatMap((run) => (run.file === file ? [] : (this.found.get(keyOf(run)) ?? [])));
        if (start && !starts.has(target)) starts.set(target, start);
      }
    }
    return starts;
  }

  /** Finds all code that starts processes in the files read so far. */
  private spread(): void {
    const callers = this.callers();
    const queue = [...this.found.keys()];
    const arrive = (key: string, start: LinkedStart) => {
      if (this.found.has(key)) return;
      this.found.set(key, start);
      queue.push(key);
    };
    this.eachCode((file, name, code) => {
      const first = code.starts.find((start) => !start.isGuarded);
      if (first) arrive(keyOf({ file, name }), { ...first, way: [stepAt(file, name, first)] });
    });
    for (let key = queue.shift(); key !== undefined; key = queue.shift()) {
      const start = this.found.get(key) as LinkedStart;
      for (const { caller, step } of callers.get(key) ?? []) {
        arrive(caller, { ...start, way: [step, ...start.way] });
      }
    }
  }

  /** Who calls what outside a main guard, by the key of what is called. */
  private callers(): Map<string, Caller[]> {
    const callers = new Map<string, Caller[]>();
    this.eachCode((file, name, { calls }) => {
      for (const call of calls.filter(({ isGuarded }) => !isGuarded)) {
        const caller = { caller: keyOf({ file, name }), step: stepAt(file, name, call) };
        for (const run of call.targets.flatMap((t) => this.names.runsOf(t, file))) {
          const callee = keyOf(run);
          if (run.library) this.found.set(callee, processStart(run.library));
          callers.set(callee, [...(callers.get(callee) ?? []), caller]);
        }
      }
    });
    return callers;
  }

  /** The words in which another file would have to name something to reach what starts processes. */
  private words(): Set<string> {
    const words = new Set(['Process']);
    for (const key of this.found.keys()) {
      for (const word of wordsOf(key.slice(key.indexOf('\0') + 1))) words.add(word);
    }
    const leads = (targets: readonly Target[]) =>
      targets.some((target) => words.has(wordsOf(target).at(-1) ?? ''));
    for (let size = 0; size < words.size; ) {
      size = words.size;
      for (const file of this.program.files) {
        const { names = [], classes = [] } = this.program.summaryOf(file) ?? {};
        for (const [name, targets] of names) if (leads(targets)) words.add(name);
        for (const [name, bases] of classes) {
          if (leads(bases)) for (const word of wordsOf(name)) words.add(word);
        }
      }
    }
    return words;
  }

  private eachCode(visit: (file: string, name: Target, code: CodeSummary) => void): void {
    for (const file of this.program.files) {
      for (const [name, code] of this.program.summaryOf(file)?.code ?? []) visit(file, name, code);
    }
  }
}

interface Caller {
  readonly caller: string;
  readonly step: Step;
}

function keyOf({ file, name }: CodeRef): string {
  return `${file}\0${name}`;
}

function processStart(library: Library): LinkedStart {
  return { kind: 'process', library, method: null, way: [] };
}

function wordsOf(target: Target): string[] {
  return target.match(/[^.:<>()]+/g) ?? [];
}

/** Whether a text has one of these words. */
function mentioning(words: ReadonlySet<string>): RegExp {
  return new RegExp(`(?<!\\w)(?:${[...words].join('|')})(?!\\w)`, 'u');
}
