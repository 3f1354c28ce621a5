import { setImmediate } from 'node:timers/promises';
import type { Step } from '../../processes/step.ts';
import type { CallSummary } from '../../processes/summary.ts';
import type { ImportGraph } from '../importers.ts';
import { type CodeRef, keyOf, type Run } from './code.ts';
import { Leads, lastWord } from './leads.ts';
import type { Names } from './names.ts';
import type { Program } from './program.ts';
import { stepAt } from './step.ts';

/** A call, and the code that it stands in. */
export interface Caller extends CodeRef {
  readonly step: Step;
  readonly isGuarded: boolean;
}

/** A call that was not followed yet, or perhaps never will be. */
interface Candidate extends CodeRef {
  readonly call: CallSummary;
}

/**
 * Who calls the code of a project that starts processes or hands work to children, directly or through others. Only
 * calls are followed, and only files are read, that may lead there.
 */
export class Callers {
  /** The `Process.start` of libraries that classes of the project inherit and somebody calls. */
  readonly processStarts = new Map<string, Run>();
  private readonly callers = new Map<string, Caller[]>();
  private readonly reached = new Set<string>();
  private readonly leads = new Leads();
  private readonly indexed = new Set<string>();
  /** By the last word of what is called. */
  private readonly candidates = new Map<string, Candidate[]>();
  private readonly followed = new Set<CallSummary>();

  constructor(
    private readonly program: Program,
    private readonly names: Names,
    private readonly imports: ImportGraph,
    private readonly onFile: () => void,
  ) {}

  /** `starting` are the files that start processes, `mayLead` those from which imports lead to one of them. */
  async find(starting: Iterable<string>, mayLead: Iterable<string>): Promise<void> {
    for (const file of starting) await this.read(file);
    const looked = new Set<string>();
    for (let size = -1; size < this.leads.size; ) {
      size = this.leads.size;
      this.index();
      for (const word of this.leads.all) {
        for (const candidate of this.candidates.get(word) ?? []) this.follow(candidate);
      }
      await this.readMore(mayLead, looked);
    }
  }

  /** The calls that may run some code, as far as they are seen. */
  of(code: CodeRef): readonly Caller[] {
    return this.callers.get(keyOf(code)) ?? [];
  }

  /** Whether a call was looked into: no other leads to code that starts processes. */
  isFollowed(call: CallSummary): boolean {
    return this.followed.has(call);
  }

  /** Takes up what was read since the last time. */
  private index(): void {
    for (const file of this.program.files) {
      const summary = this.indexed.has(file) ? null : this.program.summaryOf(file);
      this.indexed.add(file);
      for (const [name, code] of summary?.code ?? []) {
        if (code.starts.length > 0 || code.submissions.length > 0) this.reach({ file, name });
        for (const call of code.calls) this.addCandidate({ file, name, call });
      }
    }
    for (const file of this.program.files) {
      const summary = this.program.summaryOf(file);
      if (summary) this.leads.addNamesOf(summary);
    }
  }

  private addCandidate(candidate: Candidate): void {
    for (const word of new Set(candidate.call.targets.map(lastWord))) {
      const others = this.candidates.get(word);
      if (others) others.push(candidate);
      else this.candidates.set(word, [candidate]);
    }
  }

  private follow({ file, name, call }: Candidate): void {
    if (this.followed.has(call) || !call.targets.some((target) => this.leads.includes(target))) {
      return;
    }
    this.followed.add(call);
    const caller = { file, name, step: stepAt(file, name, call), isGuarded: call.isGuarded };
    for (const run of call.targets.flatMap((target) => this.names.certainRunsOf(target, file))) {
      const key = keyOf(run);
      const others = this.callers.get(key);
      if (others) others.push(caller);
      else this.callers.set(key, [caller]);
      if (run.library) this.processStarts.set(key, run);
      if (run.library || this.reached.has(key)) this.reach(caller);
    }
  }

  private reach(code: CodeRef): void {
    if (this.reached.has(keyOf(code))) return;
    this.reached.add(keyOf(code));
    this.leads.addCode(code.name);
    for (const caller of this.of(code)) this.reach(caller);
  }

  /** Reads the files that mention what was not looked for before. */
  private async readMore(mayLead: Iterable<string>, looked: Set<string>): Promise<void> {
    const words = [...this.leads.imported].filter((word) => !looked.has(word));
    for (const word of words) looked.add(word);
    if (words.length === 0) return;
    for (const file of mayLead) {
      if (!this.program.isRead(file) && this.imports.mentions(file, words)) await this.read(file);
    }
  }

  // Parsing takes its time: an interrupt gets its turn after each file.
  private async read(file: string): Promise<void> {
    this.program.summaryOf(file);
    this.onFile();
    await setImmediate();
  }
}
