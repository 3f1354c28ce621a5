import type { Step } from '../../processes/step.ts';
import type { CallSummary } from '../../processes/summary.ts';
import type { Target } from '../../processes/targets.ts';
import type { CodeRef } from './code.ts';
import type { Names } from './names.ts';
import type { Program } from './program.ts';
import { stepAt } from './step.ts';

/** A call that hands work to children, and the code that it stands in. */
export interface SubmissionRef extends CodeRef {
  readonly submission: CallSummary;
}

/** Which functions and classes of a project run in children, as their files or others hand them over. */
export class WorkerCode {
  private readonly found = new Map<string, Map<Target, Step>>();
  private readonly queue: { readonly ref: CodeRef; readonly step: Step }[] = [];

  /** Begins with what is handed to children by some calls, and follows the calls from there. */
  constructor(
    private readonly program: Program,
    private readonly names: Names,
    submissions: Iterable<SubmissionRef>,
  ) {
    for (const { file, name, submission } of submissions) {
      const step = stepAt(file, name, submission);
      for (const target of submission.targets) {
        for (const ref of names.definitionsOf(target, file)) this.arrive(ref, step);
      }
    }
    for (const { ref, step } of this.queue) this.follow(ref, step);
  }

  /** By their own names, with the submission that leads to them. */
  of(file: string): ReadonlyMap<Target, Step> {
    return this.found.get(file) ?? new Map();
  }

  private arrive({ file, name }: CodeRef, step: Step): void {
    if (this.found.get(file)?.has(name)) return;
    const known = this.found.get(file) ?? new Map<Target, Step>();
    this.found.set(file, known);
    known.set(name, step);
    this.queue.push({ ref: { file, name }, step });
  }

  private follow({ file, name }: CodeRef, step: Step): void {
    const code = this.program.summaryOf(file)?.code ?? [];
    // A class that travels, or an instance of it, can be asked for any of its methods.
    const bodies = [...code].filter(([own]) => own === name || own.startsWith(`${name}.`));
    for (const target of bodies.flatMap(([, { calls }]) => calls.flatMap((c) => c.targets))) {
      for (const run of this.names.runsOf(target, file)) if (!run.library) this.arrive(run, step);
    }
  }
}
