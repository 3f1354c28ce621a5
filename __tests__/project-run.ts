import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EngineOptions } from '../src/engine/engine.ts';
import type { FileResult } from '../src/engine/result.ts';
import { discover } from '../src/project/discover.ts';
import { analyseProject, factsOfProject } from '../src/project/run.ts';
import { fileText } from '../src/syntax/decode.ts';

/**
 * Writes files into a folder of their own and analyses them as the command does; paths in the results are relative
 * to that folder. Throws where mpfix fails on a file.
 */
export async function analyseFiles(
  files: Readonly<Record<string, string>>,
  options: EngineOptions,
): Promise<FileResult[]> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'mpfix-case-')));
  try {
    // The end of the project, whatever lies round it.
    mkdirSync(path.join(folder, '.git'));
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return await analyseFolder(folder, options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function analyseFolder(folder: string, options: EngineOptions): Promise<FileResult[]> {
  const { files } = await discover([folder], () => false);
  const results: FileResult[] = [];
  const { strategy, pinModule: wanted } = options.settings;
  const pinModule = strategy === 'picklable' ? null : wanted;
  const listener = { progress: () => {}, warn: async () => {} };
  const facts = await factsOfProject(files, listener, pinModule);
  for await (const outcome of analyseProject(
    files,
    facts,
    { ...options, prefilter: true },
    listener,
  )) {
    if (outcome.kind === 'crashed') throw new Error(`${outcome.path}: ${outcome.reason}`);
    if (outcome.kind === 'analysed') results.push(asWritten(outcome.result));
  }
  return withoutFolder(results, folder);
}

/** A result whose new text is that of the file: of a notebook its JSON. */
export function asWritten(result: FileResult): FileResult {
  const { source, fixedText } = result;
  if (!source?.notebook || fixedText === null) return result;
  const { notebook: _, ...rest } = source;
  return { ...result, source: rest, fixedText: fileText(source, fixedText) };
}

/** Messages name files as they are seen from the working directory. */
function withoutFolder(results: FileResult[], folder: string): FileResult[] {
  // The relative name may end in the absolute one.
  const names = [path.relative('', folder), folder].map((name) => `${name}${path.sep}`);
  const shorten = (text: string) => names.reduce((short, name) => short.replaceAll(name, ''), text);
  const replacer = (_key: string, value: unknown) =>
    typeof value === 'string' ? shorten(value) : value;
  return JSON.parse(JSON.stringify(results, replacer)) as FileResult[];
}
