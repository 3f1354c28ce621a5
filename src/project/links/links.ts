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

  /**
   * `mayStart` are the files from which imports lead to one that starts processes, `starting` are those that do; paths
   * are absolute. `textOf` reads a file.
   */
  constructor(
    modules: Modules,
    mayStart: ReadonlySet<string>,
    starting: Iterable<string>,
    textOf: (file: string) => string,
  ) {
    const program = new Program(modules);
    const names = new Names(program);
    this.starting = new StartingCode(program, names, mayStart, textOf, starting);
    this.workers = new WorkerCode(program, names);
  }

  of(file: string): Pick<FileFacts, 'starts' | 'workers'> {
    return {
      starts: this.starting.startsFrom(file),
      workers: this.workers.of(file),
    };
  }
}
