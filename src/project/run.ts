import { existsSync, realpathSync } from 'node:fs';
import type { EngineOptions } from '../engine/engine.ts';
import { analyseFile } from '../engine/engine.ts';
import type { FileResult } from '../engine/result.ts';
import { type FileFacts, SINGLE_FILE } from '../processes/facts.ts';
import { decode, encode, isUnreadable } from '../syntax/decode.ts';
import type { Source } from '../syntax/source.ts';
import type { InputFile } from './discover.ts';
import { type ProjectFacts, projectFacts } from './facts.ts';
import { withDemands } from './pin-demands.ts';
import { concernsUs, mayStartProcesses, readSource, unreadableResult } from './read.ts';

/** What the engine does with one file. */
export type Analyse = (source: Source, facts: FileFacts, options: EngineOptions) => FileResult;

export interface RunOptions extends EngineOptions {
  /** Whether files that never mention processes are passed over. */
  readonly prefilter: boolean;
}

/** What became of one file of a run. */
export type Outcome =
  /** Nothing in it starts processes: it was not parsed. */
  | { readonly kind: 'passed'; readonly path: string }
  | { readonly kind: 'analysed'; readonly path: string; readonly result: FileResult }
  /** mpfix itself failed. */
  | { readonly kind: 'crashed'; readonly path: string; readonly reason: string };

/** What a run tells while it goes on. */
export interface Listener {
  /** A step of the work, how much of it is done, and of how much where that is known. */
  progress(step: string, done: number, total: number | null): void;
  warn(message: string): Promise<void>;
}

/** `projectFacts`, told with progress and warnings. */
export async function factsOfProject(
  files: readonly InputFile[],
  listener: Listener,
  pinModule: string | null = null,
): Promise<ProjectFacts> {
  const facts = await projectFacts(
    files,
    (step, done) => listener.progress(step, done, null),
    pinModule,
  );
  for (const root of facts.cut) {
    await listener.warn(`${root} has too many files: not all were searched for imports`);
  }
  return facts;
}

/** Analyses files one after another, in their order. Nothing is written. */
export async function* analyseProject(
  files: readonly InputFile[],
  facts: ProjectFacts,
  options: RunOptions,
  listener: Listener,
  analyse: Analyse = analyseFile,
): AsyncGenerator<Outcome> {
  // All facts are of the files as they were, whatever is written meanwhile.
  const concerned = new Map<InputFile, FileFacts>();
  for (const [index, file] of files.entries()) {
    listener.progress('Reading', index, files.length);
    if (!options.prefilter || facts.isLinked(file) || (await concernsUs(file.path)))
      concerned.set(file, facts.of(file));
  }
  const asked =
    options.settings.strategy === 'picklable'
      ? concerned
      : await withDemands(concerned, async (file, own) => {
          const outcome = await outcomeOf(file, own, { ...options, mode: 'report' }, analyse);
          return outcome.kind === 'analysed' ? outcome.result : null;
        });
  let done = 0;
  for (const file of files) {
    const known = asked.get(file);
    if (!known) {
      yield { kind: 'passed', path: file.path };
      continue;
    }
    listener.progress('Analysing', done++, concerned.size);
    yield await outcomeOf(file, known, options, analyse);
  }
}

/** Analyses what came through standard input; where a file of that name exists, as that file's new text. */
export async function analyseBytes(
  path: string,
  bytes: Buffer,
  options: RunOptions,
  analyse: Analyse = analyseFile,
): Promise<Outcome> {
  const source = decode(path, bytes);
  if (isUnreadable(source))
    return { kind: 'analysed', path, result: unreadableResult(path, source) };
  const files = existsSync(path) ? [{ path, real: realpathSync(path), folder: null }] : [];
  const project = await projectFacts(files);
  const isConcerned = mayStartProcesses(bytes) || files.some((file) => project.isLinked(file));
  // What goes to standard output can't bring a file with it.
  const [facts = SINGLE_FILE] = files.map((file) => ({ ...project.of(file), neighbours: null }));
  return options.prefilter && !isConcerned
    ? { kind: 'passed', path }
    : analysed(source, facts, options, analyse);
}

async function outcomeOf(
  file: InputFile,
  facts: FileFacts,
  options: EngineOptions,
  analyse: Analyse,
): Promise<Outcome> {
  const { path } = file;
  const source = await readSource(path);
  if (isUnreadable(source))
    return { kind: 'analysed', path, result: unreadableResult(path, source) };
  return analysed(source, facts, options, analyse);
}

function analysed(
  source: Source,
  facts: FileFacts,
  options: EngineOptions,
  analyse: Analyse,
): Outcome {
  const { path } = source;
  try {
    const result = analyse(source, facts, options);
    if (result.fixedText !== null) encode(source, result.fixedText);
    return { kind: 'analysed', path, result };
  } catch (error) {
    return { kind: 'crashed', path, reason: error instanceof Error ? error.message : `${error}` };
  }
}
