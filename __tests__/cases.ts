import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { analyseFile, type EngineOptions } from '../src/engine/engine.ts';
import type { FileResult, ReportedFinding } from '../src/engine/result.ts';
import { type FileFacts, SINGLE_FILE } from '../src/processes/facts.ts';
import { DEFAULT_SETTINGS, type Settings } from '../src/processes/settings.ts';
import { decode, isUnreadable } from '../src/syntax/decode.ts';
import type { Transform } from '../transforms/transform.ts';
import { analyseFiles, asWritten } from './project-run.ts';

const ROOT = join(import.meta.dirname, '..', '__testfixtures__');
const INPUT = /^(.+)\.input(\.py|\.ipynb)?$/;

/** The texts of a program's files, by their paths. */
export type Files = Readonly<Record<string, string>>;

/** One fixture: what goes in, and the texts or the report that must come out. */
export interface Case {
  readonly name: string;
  /** One file, or all files of a folder. */
  readonly input: Files;
  /** Null where the texts must stay as they are. */
  readonly output: Files | null;
  /** Null where only the output is given. */
  readonly report: string | null;
  /** What is said of the project round a single file; null of a folder, which is the project. */
  readonly facts: FileFacts | null;
  readonly settings: Settings;
}

/** What `<case>.config.json` may say of the world that the case stands in; of a folder only the settings. */
interface CaseConfig {
  readonly path?: string;
  readonly facts?: Partial<Omit<FileFacts, 'importedNames'>> & { importedNames?: string[] | 'all' };
  readonly settings?: Partial<Settings>;
}

/** What came of a case. */
export interface CaseResult {
  /** All files, with the fixes. */
  readonly files: Files;
  readonly findings: readonly ReportedFinding[];
  /** The findings that are left in `files`. */
  readonly remaining: readonly ReportedFinding[];
}

/** The fixtures in the folder of a transform, or of that name. */
export function casesOf({ name }: Pick<Transform, 'name'>): Case[] {
  const folder = join(ROOT, name);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((entry) => INPUT.test(entry))
    .sort()
    .map((entry) => readCase(folder, entry));
}

function readCase(folder: string, entry: string): Case {
  const [, name = '', suffix = ''] = INPUT.exec(entry) ?? [];
  const read = (suffix: string) => {
    const file = join(folder, name + suffix);
    return existsSync(file) ? readFileSync(file, 'utf8') : null;
  };
  const config: CaseConfig = JSON.parse(read('.config.json') ?? '{}');
  const isFolder = suffix === '';
  const path = config.path ?? name + suffix;
  const files = (part: string): Files | null => {
    if (isFolder) return readFolder(join(folder, `${name}.${part}`));
    const text = read(`.${part}${suffix}`);
    return text === null ? null : { [path]: text };
  };
  return {
    name,
    input: files('input') ?? {},
    output: files('output'),
    report: read('.report.txt'),
    facts: isFolder ? null : factsIn(config),
    settings: { ...DEFAULT_SETTINGS, ...config.settings },
  };
}

function factsIn({ facts }: CaseConfig): FileFacts {
  const names = facts?.importedNames;
  const importedNames = names === 'all' ? 'all' : new Set(names);
  return { ...SINGLE_FILE, ...facts, importedNames };
}

function readFolder(folder: string): Files | null {
  if (!existsSync(folder)) return null;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort()
    .map((file) => [file, readFileSync(join(folder, file), 'utf8')]);
  return Object.fromEntries(files);
}

/** Runs transforms on a case's texts, or on a variant of them. A pair is fixed with unsafe fixes too. */
export async function run(
  fixture: Case,
  transforms: readonly Transform[],
  files: Files = fixture.input,
  mode: EngineOptions['mode'] = 'fix',
): Promise<CaseResult> {
  const { facts, settings, output } = fixture;
  const options = { transforms, mode, unsafeFixes: output !== null, settings };
  const results = facts
    ? [analyseAlone(files, facts, options)]
    : await analyseFiles(files, options);
  const fixed = results.flatMap(({ path, fixedText, creates }) =>
    fixedText === null ? [] : [[path, fixedText], ...creates.map((file) => [file.path, file.text])],
  );
  return {
    files: { ...files, ...Object.fromEntries(fixed) },
    findings: results.flatMap(({ findings }) => findings),
    remaining: results.flatMap(({ remaining }) => remaining),
  };
}

function analyseAlone(files: Files, facts: FileFacts, options: EngineOptions): FileResult {
  const [[path, text] = ['', '']] = Object.entries(files);
  const source = decode(path, Buffer.from(text));
  if (isUnreadable(source)) throw new Error(source.message);
  return asWritten(analyseFile(source, facts, options));
}

/** The findings as `.report.txt` has them; of a folder with the file's path in front. */
export function reportText(fixture: Case, findings: readonly ReportedFinding[]): string {
  return findings
    .map(({ path, start, rule, message, outcome }) => {
      const end =
        outcome.kind === 'fix'
          ? `fix (${outcome.fix.applicability}): ${outcome.fix.message}`
          : `${outcome.kind}: ${outcome.reason}`;
      const cell = start.cell === undefined ? '' : `cell ${start.cell}:`;
      const place = `${fixture.facts ? '' : `${path}:`}${cell}${start.row}:${start.column}`;
      return `${place} ${rule.code} ${message}\n  ${end}\n`;
    })
    .join('');
}

/** The findings, as texts, that are not among those that a run before left. */
export function newTo(
  fixture: Case,
  left: readonly ReportedFinding[],
  findings: readonly ReportedFinding[],
): string[] {
  const known = new Set(left.map((finding) => reportText(fixture, [finding])));
  return findings.map((one) => reportText(fixture, [one])).filter((text) => !known.has(text));
}
