import type { Mismatch, Result } from './compare.ts';

const SHOWN_FACTS = 4;

const COLUMNS: readonly (readonly [string, (result: Result) => number])[] = [
  ['files', (result) => result.seen],
  ['compared', (result) => result.compared],
  ['refused by CPython', (result) => result.refused],
  ['facts', (result) => result.facts],
  ['mismatches', (result) => result.mismatches.length],
];

/** A table with a row for each CPython, and the mismatches of the first files. */
export function report(results: ReadonlyMap<string, Result>, shownFiles: number): string {
  const rows = [...results].map(([version, result]) => [
    version,
    ...COLUMNS.map(([, value]) => value(result).toLocaleString('en')),
  ]);
  const header = ['CPython', ...COLUMNS.map(([title]) => title)];
  const mismatches = [...results].flatMap(([version, result]) =>
    result.mismatches.map((mismatch) => describe(version, mismatch)),
  );
  return [
    ...table([header, ...rows]),
    ...[...results].flatMap(([version, result]) => notes(version, result)),
    ...mismatches.slice(0, shownFiles),
    ...(mismatches.length > shownFiles
      ? [`… and ${mismatches.length - shownFiles} more files`]
      : []),
  ].join('\n');
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  return rows.map((row) => row.map((cell, i) => cell.padStart(widths[i] ?? 0)).join('  '));
}

function notes(version: string, result: Result): string[] {
  const { uncomparedKinds, unmetKinds } = result;
  return [
    ...(uncomparedKinds.length > 0
      ? [`${version}: not compared: ${uncomparedKinds.join(', ')}`]
      : []),
    ...(unmetKinds.length > 0 ? [`${version}: in no file: ${unmetKinds.join(', ')}`] : []),
    ...[...result.quirks].map(([name, count]) => `${version}: ${count} × ${name}`),
    ...result.refusedByBoth.map((why) => `${version}: parsed, but not compiled: ${why}`),
  ];
}

function describe(version: string, { file, aspect, theirs, ours }: Mismatch): string {
  const some = (facts: readonly string[]) => [
    ...facts.slice(0, SHOWN_FACTS).map((fact) => `    ${fact}`),
    ...(facts.length > SHOWN_FACTS ? [`    … ${facts.length - SHOWN_FACTS} more`] : []),
  ];
  return [
    `\n${file} (${aspect}, ${version})`,
    '  CPython has',
    ...some(theirs),
    '  we have',
    ...some(ours),
  ].join('\n');
}
