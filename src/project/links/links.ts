import path from 'node:path';
import type { FileFacts } from '../../processes/facts.ts';
import type { Modules } from '../modules.ts';
import { Names } from './names.ts';
import { Program } from './program.ts';
import { StartingCode } from './starting.ts';
import { WorkerCode } from './worker-code.ts';

/** What calls and submissions across the files of a project lead to. */
export class Links {
  private readonly starting: StartingCode;
  private readonly workers: WorkerCode;
  private readonly program: Program;

  /**
   * `mayStart` are the files from which imports lead to one that starts processes, `starting` are those that do; paths
   * are absolute. `textOf` reads a file.
   */
  constructor(
    private readonly modules: Modules,
    private readonly mayStart: ReadonlySet<string>,
    starting: Iterable<string>,
    textOf: (file: string) => string,
  ) {
    this.program = new Program(modules);
    const names = new Names(this.program);
    this.starting = new StartingCode(this.program, names, mayStart, textOf, starting);
    this.workers = new WorkerCode(this.program, names);
  }

  of(file: string): Pick<FileFacts, 'starts' | 'workers' | 'programs'> {
    return {
      starts: this.starting.startsFrom(file),
      workers: this.workers.of(file),
      programs: this.programsImportedBy(file),
    };
  }

  /** Where code of a file runs in children: the programs that may have started them, and that it imports. */
  private programsImportedBy(file: string): Map<string, string> {
    const programs = new Map<string, string>();
    if (this.workers.of(file).size === 0) return programs;
    for (const name of this.program.summaryOf(file)?.imports ?? []) {
      const imported = this.modules.resolve(name, file);
      if (!imported || imported === file || !this.mayStart.has(imported)) continue;
      if (this.program.summaryOf(imported)?.isProgram) {
        programs.set(name, path.relative('', imported));
      }
    }
    return programs;
  }
}
