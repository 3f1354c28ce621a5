import type { LinkedStart } from '../../processes/facts.ts';
import type { StartMethod } from '../../processes/start-method.ts';
import type { Target } from '../../processes/targets.ts';
import type { Callers } from './callers.ts';
import { type CodeRef, keyOf } from './code.ts';
import type { Names } from './names.ts';
import type { Program } from './program.ts';
import { stepAt } from './step.ts';

/** Which functions of a project start processes when they are called, wherever that happens in the end. */
export class StartingCode {
  private readonly found = new Map<string, LinkedStart>();
  private readonly queue: CodeRef[] = [];

  constructor(
    private readonly program: Program,
    private readonly names: Names,
    private readonly callers: Callers,
  ) {
    // Of several starts behind a call, one that no context pins to a method says more.
    this.spread((method) => method === null);
    this.spread((method) => method !== null);
  }

  /** Follows the callers of all that starts processes with such a method. */
  private spread(isMeant: (method: StartMethod | null) => boolean): void {
    for (const [file, name, code] of this.program.code()) {
      const first = code.starts.find((start) => !start.isGuarded && isMeant(start.method));
      if (first) this.arrive({ file, name }, { ...first, way: [stepAt(file, name, first)] });
    }
    for (const { file, name, library, method = null } of this.callers.processStarts.values()) {
      if (!library || !isMeant(method)) continue;
      this.arrive({ file, name }, { kind: 'process', library, method, way: [] });
    }
    for (const code of this.queue) this.arriveAtCallers(code);
    this.queue.length = 0;
  }

  private arriveAtCallers(code: CodeRef): void {
    const start = this.found.get(keyOf(code)) as LinkedStart;
    for (const { isGuarded, step, ...caller } of this.callers.of(code)) {
      if (!isGuarded) this.arrive(caller, { ...start, way: [step, ...start.way] });
    }
  }

  /** Whether running some code starts processes. */
  includes(code: CodeRef): boolean {
    return this.found.has(keyOf(code));
  }

  /** What starts processes among the calls of a file that lead to other files, by what it calls them. */
  startsFrom(file: string): Map<Target, LinkedStart> {
    const starts = new Map<Target, LinkedStart>();
    if (!this.program.isRead(file)) return starts;
    const code = [...(this.program.summaryOf(file)?.code.values() ?? [])];
    const calls = code.flatMap((one) => one.calls.filter((call) => this.callers.isFollowed(call)));
    for (const target of new Set(calls.flatMap(({ targets }) => targets))) {
      const elsewhere = this.names.certainRunsOf(target, file).filter((run) => run.file !== file);
      const [start] = elsewhere.flatMap((run) => this.found.get(keyOf(run)) ?? []);
      if (start) starts.set(target, start);
    }
    return starts;
  }

  private arrive({ file, name }: CodeRef, { kind, library, method, way }: LinkedStart): void {
    const key = keyOf({ file, name });
    if (this.found.has(key)) return;
    this.found.set(key, { kind, library, method, way });
    this.queue.push({ file, name });
  }
}
