import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyseFile, type EngineOptions } from '../src/engine/engine.ts';
import type { FileResult, ReportedFinding } from '../src/engine/result.ts';
import { type FileFacts, SINGLE_FILE } from '../src/processes/facts.ts';
import { DEFAULT_SETTINGS, type Settings } from '../src/processes/settings.ts';
import type { Transform } from '../transforms/transform.ts';

const ROOT = join(import.meta.dirname, '..', '__testfixtures__');

/** One fixture: what goes in, and the text or the report that must come out. */
export interface Case {
  readonly name: string;
  readonly input: string;
  /** Null where the text must stay as it is. */
  readonly output: string | null;
  /** Null where only the output is given. */
  readonly report: string | null;
  readonly path: string;
  readonly facts: FileFacts;
  readonly settings: Settings;
}

/** What `<case>.config.json` may say of the world that the file stands in. */
interface CaseConfig {
  readonly path?: string;
  readonly facts?: Partial<Omit<FileFacts, 'importedNames'>> & { importedNames?: string[] | 'all' };
  readonly settings?: Partial<Settings>;
}

/** The fixtures of a transform, by name. */
export function casesOf(transform: Transform): Case[] {
  const folder = join(ROOT, transform.name);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.input.py'))
    .sort()
    .map((file) => readCase(folder, file.slice(0, -'.input.py'.length)));
}

function readCase(folder: string, name: string): Case {
  const read = (suffix: string) => {
    const path = join(folder, name + suffix);
    return existsSync(path) ? readFileSync(path, 'utf8') : null;
  };
  const config: CaseConfig = JSON.parse(read('.config.json') ?? '{}');
  const { importedNames, ...facts } = config.facts ?? {};
  return {
    name,
    input: read('.input.py') ?? '',
    output: read('.output.py'),
    report: read('.report.txt'),
    path: config.path ?? `${name}.py`,
    facts: {
      ...SINGLE_FILE,
      ...facts,
      importedNames: importedNames === 'all' ? 'all' : new Set(importedNames),
    },
    settings: { ...DEFAULT_SETTINGS, ...config.settings },
  };
}

/** Runs transforms on a case's text, or on a variant of it. A pair is fixed with unsafe fixes too. */
export function run(
  fixture: Case,
  transforms: readonly Transform[],
  text: string = fixture.input,
  mode: EngineOptions['mode'] = 'fix',
): FileResult {
  const source = { path: fixture.path, text, encoding: 'utf-8', hasBom: false };
  const unsafeFixes = fixture.output !== null;
  return analyseFile(source, fixture.facts, {
    transforms,
    mode,
    unsafeFixes,
    settings: fixture.settings,
  });
}

/** The findings as `.report.txt` has them. */
export function reportText(findings: readonly ReportedFinding[]): string {
  return findings
    .map(({ start, rule, message, outcome }) => {
      const end =
        outcome.kind === 'fix'
          ? `fix (${outcome.fix.applicability}): ${outcome.fix.message}`
          : `${outcome.kind}: ${outcome.reason}`;
      return `${start.row}:${start.column} ${rule.code} ${message}\n  ${end}\n`;
    })
    .join('');
}
