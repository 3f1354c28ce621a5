import pc from 'picocolors';
import type { Impact } from '../../impact/impact.ts';
import { VERDICTS, type Verdict, type VerdictKind } from '../../impact/verdicts.ts';
import { placeText } from '../place.ts';
import { visible } from '../visible.ts';
import { conclusion, countsByPackage } from './counts.ts';
import { doubtTexts, findingText, siteText, verdictText, wayText } from './words.ts';

/** The impact of a change for people: each start site, then the counts. */
export function impactText(impact: Impact, color: boolean): string {
  const { change, verdicts } = impact;
  return [
    ...verdicts.map((verdict) => siteLines(verdict, color)),
    ...(verdicts.length > 0 ? [packageTable(verdicts)] : []),
    `${conclusion(verdicts, change.from, change.to)}\n`,
  ].join('\n');
}

const TONES: Readonly<Record<VerdictKind, 'green' | 'yellow' | 'red' | 'magenta'>> = {
  safe: 'green',
  'fixed by': 'yellow',
  'needs fork': 'red',
  unknown: 'magenta',
};

function siteLines(verdict: Verdict, color: boolean): string {
  const { bold, ...tones } = pc.createColors(color);
  const { path, site, kind, findings, reasons } = verdict;
  const place = bold(placeText(visible(path), site.position));
  const tone = tones[TONES[kind]];
  const way = wayText(verdict);
  const lines = [
    `${place}: ${visible(siteText(verdict))}: ${tone(verdictText(verdict))}`,
    ...(way === null ? [] : [`  ${visible(way)}`]),
    ...findings.flatMap((finding) => [
      `  ${visible(findingText(finding))}`,
      `    ${visible(finding.message)}`,
    ]),
    ...reasons.map((reason) => `  ${kind === 'safe' ? '' : 'No fix: '}${visible(reason)}`),
    ...doubtTexts(verdict).map((doubt) => `  ${visible(doubt)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function packageTable(verdicts: readonly Verdict[]): string {
  const rows = [
    ['package', 'sites', ...VERDICTS],
    ...countsByPackage(verdicts).map(({ name, sites, of }) => [
      name,
      `${sites}`,
      ...VERDICTS.map((kind) => `${of[kind]}`),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return `${rows.map(line).join('\n')}\n`;
}
