import type { Mismatch, Result } from './compare.ts';

const SHOWN_FACTS = 4;

const COLUMNS: readonly (readonly [string, (result: Result) => number])[] = [
  ['files', (result) => result.seen],
  ['compared', (result) => result.compared],
  ['refused by CPython', (result) => result.refused],
  ['facts', (result) => result.facts],
  ['mismatches', (result) => result.mismatches.length],
];

/** A table with a row for each CPython, and what was found in the first files. A selection may lack kinds of nodes. */
export function report(
  results: ReadonlyMap<string, Result>,
  shownFiles: number,
  isSelection: boolean,
): string {
  const rows = [...results].map(([version, result]) => [
    version,
    ...COLUMNS.map(([, value]) => value(result).toLocaleString('en')),
  ]);
  const all = [...results];
  return [
    ...table([['CPython', ...COLUMNS.map(([title]) => title)], ...rows]),
    ...all.flatMap(([version, result]) => notes(version, result, isSelection)),
    ...first(
      shownFiles,
      all.flatMap(([version, { refusedByBoth }]) =>
        refusedByBoth.map((why) => `${version} parses, but does not compile: ${why}`),
      ),
    ),
    ...first(
      shownFiles,
      all.flatMap(([version, { mismatches }]) => mismatches.map((one) => describe(version, one))),
    ),
  ].join('\n');
}

function first(count: number, lines: readonly string[], indent = ''): string[] {
  const more = lines.length - count;
  return more <= 0 ? [...lines] : [...lines.slice(0, count), `${indent}… and ${more} more`];
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  return rows.map((row) => row.map((cell, i) => cell.padStart(widths[i] ?? 0)).join('  '));
}

function notes(version: string, result: Result, isSelection: boolean): string[] {
  const { uncomparedKinds, quirks } = result;
  const unmetKinds = isSelection ? [] : result.unmetKinds;
  return [
    ...(uncomparedKinds.length > 0
      ? [`${version}: without a position, so not compared: ${uncomparedKinds.join(', ')}`]
      : []),
    ...(unmetKinds.length > 0
      ? [`${version}: in none of the files: ${unmetKinds.join(', ')}`]
      : []),
    ...[...quirks].map(([name, count]) => `${version}: ${count} × ${name}`),
  ];
}

function describe(version: string, { file, aspect, theirs, ours }: Mismatch): string {
  const some = (facts: readonly string[]) =>
    first(
      SHOWN_FACTS,
      facts.map((fact) => `    ${fact}`),
      '    ',
    );
  return [
    `\n${file} (${aspect}, ${version})`,
    '  CPython has',
    ...some(theirs),
    '  we have',
    ...some(ours),
  ].join('\n');
}
