import {
  type ConsoleScript,
  type FileFacts,
  type ImportedProgram,
  type LinkedDecorator,
  SINGLE_FILE,
} from '../../processes/facts.ts';
import { type CodeSummary, MODULE_CODE } from '../../processes/summary.ts';
import type { Target } from '../../processes/targets.ts';
import type { Contexts } from '../contexts.ts';
import type { ImportGraph } from '../importers.ts';
import type { Modules } from '../modules.ts';
import { Callers } from './callers.ts';
import { isImportedByChildren } from './importing.ts';
import { Names } from './names.ts';
import { Program } from './program.ts';
import { StartingCode } from './starting.ts';
import { StateLinks } from './state.ts';
import { shownPath } from './step.ts';
import { type Way, Ways } from './ways.ts';
import { type SubmissionRef, WorkerCode } from './worker-code.ts';

/** What is known of a project before its files are parsed. Paths are absolute. */
interface Project {
  readonly modules: Modules;
  readonly imports: ImportGraph;
  readonly contexts: Contexts;
  scriptsOf(file: string): readonly ConsoleScript[];
}

/** What calls and submissions across the files of a project lead to. */
export class Links {
  private readonly ways: Ways;
  private readonly starting: StartingCode;
  private readonly submissions: readonly SubmissionRef[];
  private readonly workers: WorkerCode;
  private readonly state: StateLinks;
  /** By the program's file, what runs in the children that it starts. */
  private readonly workersOfPrograms = new Map<string, WorkerCode>();

  /**
   * `starting` are the files that start processes, `mayLead` those from which imports lead to one of them. `onFile` is
   * called for each that is read.
   */
  static async find(
    project: Project,
    starting: Iterable<string>,
    mayLead: Iterable<string>,
    onFile: () => void,
  ): Promise<Links> {
    const program = new Program(project.modules, project.contexts);
    const names = new Names(program);
    const callers = new Callers(program, names, project.imports, onFile);
    await callers.find(starting, mayLead);
    return new Links(project, program, names, callers);
  }

  private constructor(
    private readonly project: Project,
    private readonly program: Program,
    private readonly names: Names,
    callers: Callers,
  ) {
    this.ways = new Ways(this.program, callers, project.scriptsOf);
    this.starting = new StartingCode(this.program, this.names, callers);
    this.submissions = [...this.program.code()].flatMap(([file, name, { submissions }]) =>
      submissions.map((submission) => ({ file, name, submission })),
    );
    this.workers = new WorkerCode(this.program, this.names, this.submissions);
    this.state = new StateLinks(this.program, this.names);
  }

  /** Whether other files make a file start processes, or run in them. */
  isLinked(file: string): boolean {
    return this.workersIn(file).size > 0 || this.startsFrom(file).size > 0;
  }

  /** How a program of the project gets to some code of a file; null where none is seen to. */
  wayTo(file: string, name: Target): Way | null {
    return this.ways.to({ file, name });
  }

  /** What starts processes among the calls of a file that lead to other files, by what it calls them. */
  startsFrom(file: string): FileFacts['starts'] {
    return this.starting.startsFrom(file);
  }

  /** Whether children import a file; asked of files that start processes when they are imported, true for all others. */
  isImportedByChildren(file: string): boolean {
    const { imports, scriptsOf } = this.project;
    return (
      !this.starting.includes({ file, name: MODULE_CODE }) ||
      isImportedByChildren(file, this.program, {
        importersOf: (imported) => imports.directImporters(imported),
        isWanted: (one) => this.workersIn(one).size > 0 || scriptsOf(one).length > 0,
      })
    );
  }

  /** What of a file runs in children that the file or another starts. */
  workersIn(file: string): FileFacts['workers'] {
    return this.workers.of(file);
  }

  /** What code in other files reads and sets of the state of modules; asked of files that have to do with children. */
  stateFor(file: string): FileFacts['state'] {
    const starts = this.codeOf(file).some(
      (one) => one.starts.length > 0 || one.submissions.length > 0,
    );
    return starts || this.isLinked(file) ? this.state.of(file) : SINGLE_FILE.state;
  }

  /** What a file calls or hands to children that should be in the project, but is not found there. */
  unresolvedIn(file: string): Set<Target> {
    const targets = this.codeOf(file).flatMap(({ calls, submissions }) =>
      [...calls, ...submissions].flatMap((call) => call.targets),
    );
    return new Set(targets.filter((target) => this.names.isLost(target, file)));
  }

  /** The decorators of other files that a file which hands work to children uses, and that take functions their names. */
  bareDecoratorsOf(file: string): Map<Target, LinkedDecorator> {
    const code = this.codeOf(file);
    const isOpen = code.some(({ submissions }) => submissions.length > 0);
    const targets = isOpen ? code.flatMap(({ decorators }) => decorators.flat()) : [];
    return new Map(
      targets.flatMap((target): [Target, LinkedDecorator][] => {
        const found = this.bareDecorator(target, file);
        return found ? [[target, found]] : [];
      }),
    );
  }

  private bareDecorator(target: Target, file: string): LinkedDecorator | null {
    const isCalled = target.endsWith('()');
    if (target.startsWith(':')) return null;
    const refs = this.names.definitionsOf(isCalled ? target.slice(0, -2) : target, file);
    const [ref, ...others] = refs;
    if (!ref || others.length > 0) return null;
    const { bare } = this.program.summaryOf(ref.file)?.code.get(ref.name) ?? {};
    return bare?.isFactory === isCalled ? { ...bare, path: shownPath(ref.file) } : null;
  }

  /** The programs that a file imports and whose children run code of it, by their names there. */
  programsImportedBy(file: string): Map<string, ImportedProgram> {
    const programs = new Map<string, ImportedProgram>();
    if (this.workers.of(file).size === 0) return programs;
    for (const name of this.program.summaryOf(file)?.imports ?? []) {
      const imported = this.project.modules.resolve(name, file);
      const program =
        imported === file || imported === null ? null : this.importedBy(file, imported);
      if (program) programs.set(name, program);
    }
    return programs;
  }

  private importedBy(file: string, imported: string): ImportedProgram | null {
    // What leads to processes was read already.
    const summary = this.program.isRead(imported) ? this.program.summaryOf(imported) : null;
    if (!summary?.isProgram) return null;
    const workers = [...this.workersOf(imported).of(file).keys()];
    if (workers.length === 0) return null;
    const code = workers.map((name) => ({ file, name }));
    return {
      path: shownPath(imported),
      missing: this.state.missing(imported, code),
      classes: new Set([...summary.classes.keys()].map((name) => name.slice(1))),
    };
  }

  /** What the functions of a file do; nothing of one that nobody had to read. */
  private codeOf(file: string): CodeSummary[] {
    const summary = this.program.isRead(file) ? this.program.summaryOf(file) : null;
    return [...(summary?.code.values() ?? [])];
  }

  private workersOf(program: string): WorkerCode {
    let workers = this.workersOfPrograms.get(program);
    if (!workers) {
      const own = this.submissions.filter((one) => this.ways.isBetween(program, one));
      workers = new WorkerCode(this.program, this.names, own);
      this.workersOfPrograms.set(program, workers);
    }
    return workers;
  }
}
