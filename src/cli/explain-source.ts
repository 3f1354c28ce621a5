import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { createColors } from 'picocolors';
import type { Transform } from '../../transforms/transform.ts';

import { textWith } from '../engine/one-fix.ts';
import type { FileResult, ReportedFinding } from '../engine/result.ts';
import type { Explanation } from '../explain/explain.ts';
import { type Frame, isUsersFrame } from '../explain/tracebacks.ts';
import { discover, type InputFile } from '../project/discover.ts';
import { analyseProject, factsOfProject } from '../project/run.ts';
import { fileDiff, newFileDiff } from '../report/diff.ts';
import type { ShownFinding } from '../report/explanation/answered.ts';
import type { Flags } from './options/check.ts';
import { patchNames } from './patch-names.ts';
import { planRun } from './plan.ts';

/** The files of a program that a text speaks of, and what rules find in them. */
export interface Sources {
  readonly paths: readonly string[];
  /** Where the text says that something happened: path → rows, from 1. */
  readonly rows: ReadonlyMap<string, readonly number[]>;
  readonly findings: readonly ReportedFinding[];
  patchOf(finding: ReportedFinding): string;
}

/**
 * Runs the rules of explanations over the files that frames name, as far as they are found: where the frame says, or
 * below `source`, else below the current folder. Without frames it is `source` itself.
 */
export async function readSources(
  explanations: readonly Explanation[],
  frames: readonly Frame[],
  flags: Flags,
  source: string | null,
  transforms: readonly Transform[],
  color: boolean,
): Promise<Sources> {
  const rows = rowsOf(explanations, frames, source);
  const paths = rows.size > 0 || source === null ? [...rows.keys()] : [source];
  const wanted = new Set(explanations.flatMap((one) => one.candidates.map(({ rule }) => rule)));
  const rules = transforms.filter(({ code }) => wanted.has(code));
  if (paths.length === 0 || rules.length === 0) {
    return { paths: [], rows, findings: [], patchOf: () => '' };
  }
  const plan = planRun({ ...flags, paths, select: rules.map(({ code }) => code) }, transforms);
  const { files } = await discover(plan.paths, plan.excluded);
  const results = await analysed(files, plan.engine);
  const names = patchNames(files);
  const bySource = new Map(results.map((result) => [result.path, result]));
  return {
    paths: files.map((file) => file.path),
    rows,
    findings: results.flatMap((result) =>
      result.findings.filter(({ rule }) => wanted.has(rule.code)),
    ),
    patchOf: (finding) => patchOf(finding, bySource.get(finding.path), names.nameOf, color),
  };
}

const SILENT = { progress: () => {}, warn: async () => {} };

async function analysed(
  files: readonly InputFile[],
  options: Parameters<typeof analyseProject>[2],
): Promise<FileResult[]> {
  const facts = await factsOfProject(files, SILENT);
  const results: FileResult[] = [];
  for await (const outcome of analyseProject(files, facts, options, SILENT)) {
    if (outcome.kind === 'analysed') results.push(outcome.result);
  }
  return results;
}

/** The finding that fits an explanation best, with its patch; null where there is none. */
export function findingFor(explanation: Explanation, sources: Sources): ShownFinding | null {
  const order = explanation.candidates.map(({ rule }) => rule);
  const fitting = sources.findings
    .filter(({ rule }) => order.includes(rule.code))
    .map((finding) => ({ finding, cost: costOf(finding, order, explanation, sources) }))
    .sort((a, b) => a.cost - b.cost);
  const [best] = fitting;
  return best
    ? {
        finding: best.finding,
        patch: sources.patchOf(best.finding),
        more: fitting.length - 1,
      }
    : null;
}

const NEAR_ROWS = 3;
const FAR = 10_000;

/** Near a line that the text names, or of a name that it has, comes first; then the likelier rule; then the nearer. */
function costOf(
  finding: ReportedFinding,
  order: readonly string[],
  { names }: Explanation,
  { rows }: Sources,
): number {
  const distances = (rows.get(finding.path) ?? []).map((row) => Math.abs(row - finding.start.row));
  const distance = Math.min(FAR - 1, ...distances);
  const isNamed = names.some((name) => finding.message.includes(`\`${name.split('.').at(-1)}\``));
  const isFar = distance > NEAR_ROWS && !isNamed;
  return (Number(isFar) * 100 + order.indexOf(finding.rule.code)) * FAR + distance;
}

function patchOf(
  { outcome }: ReportedFinding,
  result: FileResult | undefined,
  nameOf: (path: string) => string,
  color: boolean,
): string {
  const source = result?.source;
  if (!source || outcome.kind !== 'fix') return '';
  const { creates } = outcome.fix;
  const colors = createColors(color);
  const parts = [
    ...(creates ? [newFileDiff(creates.text, nameOf(creates.path), colors)] : []),
    fileDiff(source, textWith(outcome.fix, source), nameOf(source.path), colors),
  ];
  return Buffer.concat(parts).toString('utf8');
}

/** The program's files that frames and messages name, with the rows, as far as they are here. */
function rowsOf(
  explanations: readonly Explanation[],
  frames: readonly Frame[],
  source: string | null,
): Map<string, number[]> {
  const named = explanations
    .flatMap(({ names }) => names)
    .filter((name) => /\.pyw?$/.test(name))
    .map((file): Frame => ({ file, line: 0, name: '', source: null }));
  const rows = new Map<string, number[]>();
  for (const frame of [...frames, ...named]) {
    if (!isUsersFrame(frame)) continue;
    const found = foundFile(frame, source);
    if (found === null) continue;
    rows.set(found.path, [...(rows.get(found.path) ?? []), found.row]);
  }
  return rows;
}

function foundFile(frame: Frame, source: string | null): { path: string; row: number } | null {
  const { file } = frame;
  const parts = file.replace(/^~/, '').split(/[\\/]/).filter(Boolean);
  const root = source ?? '.';
  const isFolder = isOfKind(root, 'isDirectory');
  const below = isFolder
    ? parts.map((_, index) => path.join(root, ...parts.slice(index)))
    : path.basename(root) === parts.at(-1)
      ? [root]
      : [];
  const asGiven = source === null && path.isAbsolute(file) ? [nearer(file)] : [];
  const found = [...asGiven, ...below].find((candidate) => isOfKind(candidate, 'isFile'));
  const row = found === undefined ? null : rowIn(found, frame);
  return found === undefined || row === null ? null : { path: found, row };
}

/** As a user would write it: relative to the current folder where it is below that. */
function nearer(file: string): string {
  const relative = path.relative('.', file);
  return relative.startsWith('..') || path.isAbsolute(relative) ? file : relative;
}

function isOfKind(file: string, kind: 'isFile' | 'isDirectory'): boolean {
  return existsSync(file) && statSync(file)[kind]();
}

/** Where a frame is in the file as it is now: null where it is another file, or too much has changed since. */
function rowIn(file: string, { line, source }: Frame): number | null {
  const lines = readLines(file);
  if (source === null) return line <= lines.length ? line : null;
  const rows = lines.flatMap((text, index) => (text.trim() === source ? index + 1 : []));
  const [nearest = null] = rows.sort((a, b) => Math.abs(a - line) - Math.abs(b - line));
  return nearest;
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/);
  } catch {
    return [];
  }
}
