import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { ReportedFinding } from '../engine/result.ts';
import type { MethodChange } from '../processes/start-method.ts';
import type { InputFile } from '../project/discover.ts';
import { projectsOf } from '../project/projects.ts';
import {
  analyseProject,
  factsOfProject,
  type Listener,
  type Outcome,
  type RunOptions,
} from '../project/run.ts';
import { Doubts } from './doubts.ts';
import { type FileImpact, impactOf } from './file-impact.ts';
import { Program } from './program.ts';
import { type Verdict, verdictsOf } from './verdicts.ts';

/** What a change of the default start method does to a project. */
export interface Impact {
  readonly change: MethodChange;
  /** In the order of the files and of the places in them. */
  readonly verdicts: readonly Verdict[];
  /** The files that could not be processed, with the reason: what they start is not known. */
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}

/** Looks at every place in some files that starts processes. Nothing is written. */
export async function impactOfChange(
  files: readonly InputFile[],
  change: MethodChange,
  options: RunOptions,
  listener: Listener,
): Promise<Impact> {
  const facts = await factsOfProject(files, listener);
  const findings = new Map<string, readonly ReportedFinding[]>();
  const skipped: { path: string; reason: string }[] = [];
  for await (const outcome of analyseProject(files, facts, options, listener)) {
    const problem = problemOf(outcome);
    if (problem !== undefined) skipped.push({ path: outcome.path, reason: problem });
    else if (outcome.kind === 'analysed') findings.set(outcome.path, outcome.result.findings);
  }
  const impacts: FileImpact[] = [];
  let done = 0;
  for await (const project of projectsOf(files)) {
    const program = new Program(project.files, project.root, (file) => facts.of(inputFor(file)));
    const doubts = new Doubts(program, change.to);
    for (const file of project.members) {
      const own = findings.get(file.path);
      if (!own) continue;
      listener.progress('Following workers', done++, findings.size);
      // An interrupt gets its turn.
      await setImmediate();
      try {
        const model = program.modelOf(file.real);
        if (model) impacts.push(impactOf(relative(file), model, own, doubts));
      } catch (error) {
        skipped.push({ path: file.path, reason: reasonOf(error) });
      }
    }
  }
  const byName = new Map(files.map((file) => [relative(file), file]));
  const wayTo = (name: string, code: string) => {
    const input = byName.get(name);
    return input ? facts.wayTo(input, code) : null;
  };
  return { change, verdicts: verdictsOf(impacts, change, wayTo), skipped };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : `${error}`;
}

function problemOf(outcome: Outcome): string | undefined {
  switch (outcome.kind) {
    case 'crashed':
      return outcome.reason;
    case 'analysed':
      return outcome.result.problem?.message;
    default:
      return undefined;
  }
}

function inputFor(real: string): InputFile {
  return { path: real, real, folder: null };
}

function relative(file: InputFile): string {
  return path.relative('', file.real);
}
