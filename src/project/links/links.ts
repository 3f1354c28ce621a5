import path from 'node:path';
import type { ConsoleScript, FileFacts } from '../../processes/facts.ts';
import type { Target } from '../../processes/targets.ts';
import type { Modules } from '../modules.ts';
import { Names } from './names.ts';
import { Program } from './program.ts';
import { StartingCode } from './starting.ts';
import { Ways } from './ways.ts';
import { WorkerCode } from './worker-code.ts';

/** What calls and submissions across the files of a project lead to. */
export class Links {
  private readonly starting: StartingCode;
  private readonly workers: WorkerCode;
  private readonly program: Program;
  private readonly names: Names;

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
    this.names = new Names(this.program);
    this.starting = new StartingCode(this.program, this.names, mayStart, textOf, starting);
    this.workers = new WorkerCode(this.program, this.names);
  }

  of(file: string): Pick<FileFacts, 'starts' | 'workers' | 'programs' | 'unresolved'> {
    return {
      starts: this.starting.startsFrom(file),
      workers: this.workers.of(file),
      programs: this.programsImportedBy(file),
      unresolved: this.unresolvedIn(file),
    };
  }

  /** The ways from the programs of the project to its code. */
  ways(scriptsOf: (file: string) => readonly ConsoleScript[]): Ways {
    return new Ways(this.program, this.names, scriptsOf);
  }

  /** What a file calls or hands to children that should be in the project, but is not found there. */
  private unresolvedIn(file: string): Set<Target> {
    if (!this.program.isRead(file)) return new Set();
    const code = [...(this.program.summaryOf(file)?.code.values() ?? [])];
    const targets = code.flatMap(({ calls, submissions }) =>
      [...calls, ...submissions].flatMap((call) => call.targets),
    );
    return new Set(targets.filter((target) => this.names.isLost(target, file)));
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
