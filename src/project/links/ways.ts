import type { ConsoleScript } from '../../processes/facts.ts';
import type { Step } from '../../processes/model.ts';
import { MODULE_CODE } from '../../processes/summary.ts';
import type { Target } from '../../processes/targets.ts';
import type { Names } from './names.ts';
import type { Program } from './program.ts';
import { stepAt } from './step.ts';

/** How a program gets to some code: from its file, or from a console script, call by call. */
export interface Way {
  /** The program's file, relative to the working directory, or the console script's name. */
  readonly entry: string;
  readonly steps: readonly Step[];
}

interface Caller {
  readonly file: string;
  readonly name: Target;
  readonly step: Step;
}

/** Finds the shortest ways from the programs of a project to its functions, guarded or not. */
export class Ways {
  private readonly callers = new Map<string, Caller[]>();

  constructor(
    private readonly program: Program,
    names: Names,
    private readonly scriptsOf: (file: string) => readonly ConsoleScript[],
  ) {
    for (const file of program.files) {
      for (const [name, { calls }] of program.summaryOf(file)?.code ?? []) {
        for (const call of calls) {
          const caller = { file, name, step: stepAt(file, name, call) };
          for (const run of call.targets.flatMap((target) => names.runsOf(target, file))) {
            const key = keyOf(run.file, run.name);
            this.callers.set(key, [...(this.callers.get(key) ?? []), caller]);
          }
        }
      }
    }
  }

  /** Null where no program of the project is seen to get there. */
  to(file: string, name: Target): Way | null {
    const queue: { file: string; name: Target; steps: Step[] }[] = [{ file, name, steps: [] }];
    const seen = new Set([keyOf(file, name)]);
    for (const at of queue) {
      const entry = this.entryAt(at.file, at.name);
      if (entry !== null) return { entry, steps: at.steps };
      for (const caller of this.callers.get(keyOf(at.file, at.name)) ?? []) {
        const key = keyOf(caller.file, caller.name);
        if (seen.has(key)) continue;
        seen.add(key);
        queue.push({ file: caller.file, name: caller.name, steps: [caller.step, ...at.steps] });
      }
    }
    return null;
  }

  private entryAt(file: string, name: Target): string | null {
    const script = this.scriptsOf(file).find(({ attribute }) => `:${attribute}` === name);
    if (script) return script.name;
    const isProgram = name === MODULE_CODE && this.program.summaryOf(file)?.isProgram;
    return isProgram ? stepAt(file, name, { row: 1, text: '', isGuarded: false }).path : null;
  }
}

function keyOf(file: string, name: Target): string {
  return `${file}\0${name}`;
}
