import type { ConsoleScript } from '../../processes/facts.ts';
import type { Step } from '../../processes/step.ts';
import { MODULE_CODE } from '../../processes/summary.ts';
import type { Callers } from './callers.ts';
import { type CodeRef, keyOf } from './code.ts';
import type { Program } from './program.ts';
import { shownPath } from './step.ts';

/** How a program gets to some code: from its file, or from a console script, call by call. */
export interface Way {
  /** The program's file, relative to the working directory, or the console script's name. */
  readonly entry: string;
  readonly steps: readonly Step[];
}

/** Finds the shortest ways from the programs of a project to its code that starts processes, guarded or not. */
export class Ways {
  constructor(
    private readonly program: Program,
    private readonly callers: Callers,
    private readonly scriptsOf: (file: string) => readonly ConsoleScript[],
  ) {}

  /** Null where no program of the project is seen to get there. */
  to(code: CodeRef): Way | null {
    for (const { at, steps } of this.backwardsFrom(code)) {
      const entry = this.entryAt(at);
      if (entry !== null) return { entry, steps };
    }
    return null;
  }

  /** Whether running a file as a program leads to some code. */
  isBetween(file: string, code: CodeRef): boolean {
    for (const { at } of this.backwardsFrom(code)) {
      if (at.file === file && at.name === MODULE_CODE) return true;
    }
    return false;
  }

  /** All code that leads to some code, nearest first, with the calls on the way. */
  private *backwardsFrom(code: CodeRef): Iterable<{ at: CodeRef; steps: readonly Step[] }> {
    const queue: { at: CodeRef; steps: readonly Step[] }[] = [{ at: code, steps: [] }];
    const seen = new Set([keyOf(code)]);
    for (const one of queue) {
      yield one;
      for (const { step, ...at } of this.callers.of(one.at)) {
        if (seen.has(keyOf(at))) continue;
        seen.add(keyOf(at));
        queue.push({ at, steps: [step, ...one.steps] });
      }
    }
  }

  private entryAt({ file, name }: CodeRef): string | null {
    const script = this.scriptsOf(file).find(({ attribute }) => `:${attribute}` === name);
    if (script) return script.name;
    const isProgram = name === MODULE_CODE && this.program.summaryOf(file)?.isProgram;
    return isProgram ? shownPath(file) : null;
  }
}
