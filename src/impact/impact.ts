import path from 'node:path';
import { analyseFile, type EngineOptions } from '../engine/engine.ts';
import type { FileResult } from '../engine/result.ts';
import type { FileFacts } from '../processes/facts.ts';
import type { MethodChange } from '../processes/start-method.ts';
import type { InputFile } from '../project/discover.ts';
import { readSource } from '../project/read.ts';
import { analyseProject, factsOfProject, type Listener, type RunOptions } from '../project/run.ts';
import { isUnreadable } from '../syntax/decode.ts';
import type { Source } from '../syntax/source.ts';
import { type FileImpact, impactOf } from './file-impact.ts';
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
  const methodNames = await definedMethods(files);
  const facts = await factsOfProject(files, listener);
  const given = new Map(files.map((file) => [file.path, file]));
  const byName = new Map(files.map((file) => [relative(file), file]));
  const impacts: FileImpact[] = [];
  const analyse = (source: Source, own: FileFacts, engine: EngineOptions): FileResult => {
    const result = analyseFile(source, own, engine);
    const file = given.get(source.path);
    if (!result.problem && file) {
      const { findings } = result;
      impacts.push(
        impactOf(relative(file), source.text, own, engine.settings, findings, methodNames),
      );
    }
    return result;
  };
  const skipped: { path: string; reason: string }[] = [];
  for await (const outcome of analyseProject(files, facts, options, listener, analyse)) {
    const reason =
      outcome.kind === 'crashed'
        ? outcome.reason
        : outcome.kind === 'analysed'
          ? outcome.result.problem?.message
          : undefined;
    if (reason !== undefined) skipped.push({ path: outcome.path, reason });
  }
  const wayTo = (name: string, code: string) => {
    const input = byName.get(name);
    return input ? facts.wayTo(input, code) : null;
  };
  return { change, verdicts: verdictsOf(impacts, change, wayTo), skipped };
}

/** The names of all methods that classes of some files define. */
async function definedMethods(files: readonly InputFile[]): Promise<Set<string>> {
  const names = new Set<string>();
  for (const file of files) {
    const source = await readSource(file.path);
    if (isUnreadable(source)) continue;
    for (const [, name = ''] of source.text.matchAll(METHOD)) names.add(name);
  }
  return names;
}

const METHOD = /^[ \t]+(?:async[ \t]+)?def[ \t]+(\w+)/gm;

function relative(file: InputFile): string {
  return path.relative('', file.real);
}
