import path from 'node:path';
import type { LinkedState, LinkedVariable, MissingVariable } from '../../processes/facts.ts';
import type { CodeState, StatePlace } from '../../processes/state/summary.ts';
import { MODULE_CODE } from '../../processes/summary.ts';
import type { Target } from '../../processes/targets.ts';
import { type CodeRef, keyOf } from './code.ts';
import type { Names } from './names.ts';
import type { Program } from './program.ts';

/** Which variables of modules the code of a project reads and sets, through calls of calls in all files. */
export class StateLinks {
  private readonly called = new Map<string, readonly CodeRef[]>();

  constructor(
    private readonly program: Program,
    private readonly names: Names,
  ) {}

  /** What a file has to know of the state in others. */
  of(file: string): LinkedState {
    const summary = this.program.summaryOf(file);
    const reads = new Map<Target, readonly LinkedVariable[]>();
    const sets = new Map<Target, readonly LinkedVariable[]>();
    for (const { calls, submissions } of summary?.code.values() ?? []) {
      for (const target of submissions.flatMap((submission) => submission.targets)) {
        const handed = this.names.definitionsOf(target, file).filter((ref) => ref.file !== file);
        if (handed.length === 0) continue;
        reads.set(target, this.readBy(handed, file));
        sets.set(target, this.setBy(handed));
      }
      for (const target of new Set(calls.flatMap((call) => call.targets))) {
        const runs = this.names.runsOf(target, file).filter((run) => run.file !== file);
        if (sets.has(target) || runs.length === 0) continue;
        // What calls of calls set is too often what the children would set too.
        const found = this.variablesIn(runs, 'sets', isNews);
        if (found.length > 0) sets.set(target, found);
        const behind = this.readByChildrenOf(runs, file);
        if (behind.length > 0) reads.set(target, behind);
      }
    }
    return { reads, sets, variables: this.variablesOf(file) };
  }

  /** The variables of a program that some code reads in the module of its name, and that only running the program sets. */
  missing(program: string, code: readonly CodeRef[]): MissingVariable[] {
    const run = this.setBy([{ file: program, name: MODULE_CODE }]);
    const sets = new Map(run.map((variable) => [variable.id, variable]));
    return this.readBy(code, null).flatMap((read) => {
      const set = read.id.startsWith(`${program}:`) ? sets.get(read.id) : undefined;
      return set ? [{ read, set }] : [];
    });
  }

  /** The variables that a file names, by their keys there, as all files call them. */
  private variablesOf(file: string): Map<string, string> {
    const state = this.program.summaryOf(file)?.state.code.values() ?? [];
    const keys = [...state].flatMap(({ reads, sets }) => [...reads.keys(), ...sets.keys()]);
    return new Map(
      keys.flatMap((key) => {
        const variable = this.variableOf(key, file);
        return variable ? [[key, variable.id] as const] : [];
      }),
    );
  }

  /** What children read that run these, without what they set themselves. */
  private readBy(roots: readonly CodeRef[], from: string | null): LinkedVariable[] {
    const code = this.reached(roots);
    const own = new Set(this.variablesIn(code, 'sets').map(({ id }) => id));
    return this.variablesIn(
      code.filter(({ file }) => file !== from),
      'reads',
    ).filter(({ id }) => !own.has(id));
  }

  private setBy(roots: readonly CodeRef[]): LinkedVariable[] {
    return this.variablesIn(this.reached(roots), 'sets', isNews);
  }

  /** What the children read that calling these starts. */
  private readByChildrenOf(roots: readonly CodeRef[], from: string): LinkedVariable[] {
    const workers = this.reached(roots).flatMap(({ file, name }) =>
      (this.program.summaryOf(file)?.code.get(name)?.submissions ?? []).flatMap(({ targets }) =>
        targets.flatMap((target) => this.names.definitionsOf(target, file)),
      ),
    );
    return this.readBy(workers, from);
  }

  /** Some code, and all that it calls. */
  private reached(roots: readonly CodeRef[]): CodeRef[] {
    const found = new Map(roots.map((root) => [keyOf(root), root]));
    // A Map's iteration goes on over what is added to it on the way.
    for (const code of found.values()) {
      for (const run of this.calledBy(code)) if (!found.has(keyOf(run))) found.set(keyOf(run), run);
    }
    return [...found.values()];
  }

  private calledBy(code: CodeRef): readonly CodeRef[] {
    const { file, name } = code;
    let called = this.called.get(keyOf(code));
    if (!called) {
      const calls = this.program.summaryOf(file)?.code.get(name)?.calls ?? [];
      const targets = new Set(calls.flatMap((call) => call.targets));
      const runs = [...targets].flatMap((target) => this.names.runsOf(target, file));
      called = runs.filter((run) => !run.library);
      this.called.set(keyOf(code), called);
    }
    return called;
  }

  private variablesIn(
    code: readonly CodeRef[],
    what: keyof CodeState,
    isMeant: (place: StatePlace, initial: string | null) => boolean = () => true,
  ): LinkedVariable[] {
    const found = new Map<string, LinkedVariable>();
    for (const { file, name } of code) {
      const state = this.program.summaryOf(file)?.state.code.get(name);
      for (const [key, place] of state?.[what] ?? []) {
        const variable = this.variableOf(key, file);
        if (!variable || found.has(variable.id)) continue;
        if (!isMeant(place, variable.initial)) continue;
        const inside = name === MODULE_CODE ? null : name.slice(1);
        found.set(variable.id, {
          ...variable,
          step: { path: path.relative('', file), inside, row: place.row, text: place.text },
        });
      }
    }
    return [...found.values()];
  }

  /** `CONFIG` of the file itself, or `package.settings:DEBUG` of another one. */
  private variableOf(key: string, file: string): Omit<LinkedVariable, 'step'> | null {
    const [module = '', attribute] = key.split(':');
    const owner = attribute === undefined ? file : this.program.modules.resolve(module, file);
    const name = attribute ?? key;
    const state = owner ? this.program.summaryOf(owner)?.state : undefined;
    if (!owner || !state?.globals.has(name)) return null;
    const text = `${moduleName(owner)}.${name}`;
    const primitive = state.primitives.get(name) ?? null;
    return { id: `${owner}:${name}`, text, initial: state.globals.get(name) ?? null, primitive };
  }
}

/** Whether code leaves another value behind than an import does. */
function isNews({ values = [] }: StatePlace, initial: string | null): boolean {
  return values.some((value) => value === null || value !== initial);
}

/** The last part of a module's name; a package's for its `__init__.py`. */
function moduleName(file: string): string {
  const { name, dir } = path.parse(file);
  return name === '__init__' ? path.basename(dir) : name;
}
