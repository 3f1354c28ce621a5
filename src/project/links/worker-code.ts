import type { Step } from '../../processes/model.ts';
import type { Target } from '../../processes/targets.ts';
import type { CodeRef, Names } from './names.ts';
import type { Program } from './program.ts';
import { stepAt } from './step.ts';

/** Which functions and classes of a project run in children that other files start. */
export class WorkerCode {
  private readonly found = new Map<string, Map<Target, Step>>();
  private readonly queue: { readonly ref: CodeRef; readonly step: Step }[] = [];

  /** Begins with what the files read so far hand to children, and follows the calls from there. */
  constructor(
    private readonly program: Program,
    private readonly names: Names,
  ) {
    for (const file of [...program.files]) this.addSubmissionsOf(file);
    for (let next = this.queue.shift(); next; next = this.queue.shift()) {
      this.follow(next.ref, next.step);
    }
  }

  /** By their own names, with the submission that leads to them. */
  of(file: string): ReadonlyMap<Target, Step> {
    return this.found.get(file) ?? new Map();
  }

  private addSubmissionsOf(file: string): void {
    const summary = this.program.summaryOf(file);
    for (const [inside, code] of summary?.code ?? []) {
      for (const submission of code.submissions) {
        const step = stepAt(file, inside, submission);
        for (const target of submission.targets) {
          for (const ref of this.names.definitionsOf(target, file)) {
            this.arrive(ref, step);
          }
        }
      }
    }
  }

  private arrive(ref: CodeRef, step: Step): void {
    if (this.found.get(ref.file)?.has(ref.name)) return;
    const known = this.found.get(ref.file) ?? new Map<Target, Step>();
    this.found.set(ref.file, known);
    known.set(ref.name, step);
    this.queue.push({ ref, step });
  }

  private follow(ref: CodeRef, step: Step): void {
    const code = this.program.summaryOf(ref.file)?.code;
    // A class that travels, or an instance of it, can be asked for any of its methods.
    const bodies = [...(code ?? [])].filter(
      ([name]) => name === ref.name || name.startsWith(`${ref.name}.`),
    );
    for (const [, { calls }] of bodies) {
      for (const target of calls.flatMap(({ targets }) => targets)) {
        for (const run of this.names.runsOf(target, ref.file)) {
          if (!run.library) this.arrive(run, step);
        }
      }
    }
  }
}
