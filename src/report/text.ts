import { createColors } from 'picocolors';
import type { FixOutcome, ReportedFinding } from '../engine/result.ts';
import type { StartMethod } from '../processes/start-method.ts';
import { excerpt } from './excerpt.ts';
import { placeText } from './place.ts';
import type { Reporter } from './reporter.ts';
import { visible } from './visible.ts';

export type Colors = ReturnType<typeof createColors>;

/** Findings for people: place, source line, why, under which start methods, and what can be done. */
export function textReporter(color: boolean): Reporter {
  const colors = createColors(color);
  return {
    file: (_, findings) => findings.map((finding) => findingText(finding, colors)).join(''),
    end: () => '',
  };
}

/** One finding, with a blank line behind it. */
export function findingText(finding: ReportedFinding, colors: Colors): string {
  const { rule, start } = finding;
  const place = `${placeText(visible(finding.path), start)}:`;
  const label = labelOf(finding.outcome);
  const head = [colors.bold(place), colors.red(rule.code), colors.bold(rule.name)];
  if (label) head.push(colors.cyan(label));
  const details = [
    finding.message,
    methods(finding.startMethods),
    remedy(finding.outcome, colors),
  ].filter((line) => line !== '');
  const lines = [head.join(' '), ...source(finding, colors), ...details.map((line) => `  ${line}`)];
  return `${lines.join('\n')}\n\n`;
}

function source(finding: ReportedFinding, colors: Colors): string[] {
  const { line, start, end } = finding;
  if (line === null) return [];
  const from = codeUnits(line, start.column);
  const to = end.row === start.row ? codeUnits(line, end.column) : line.trimEnd().length;
  const shown = excerpt(line, from, to);
  const gutter = `${start.row}`.padStart(5);
  return [
    `${colors.dim(`${gutter} |`)} ${shown.text}`,
    `${colors.dim(`${' '.repeat(gutter.length)} |`)} ${shown.indent}${colors.red(shown.carets)}`,
  ];
}

/** The UTF-16 offset of a column in a line: columns count code points, from 1. */
function codeUnits(line: string, column: number): number {
  return [...line].slice(0, column - 1).join('').length;
}

function labelOf(outcome: FixOutcome): string {
  return outcome.kind === 'fix' && outcome.fix.applicability !== 'display'
    ? `[${outcome.fix.applicability} fix]`
    : '';
}

function methods(bites: readonly StartMethod[]): string {
  return bites.length === 0 ? '' : `Start methods: ${bites.join(', ')}`;
}

function remedy(outcome: FixOutcome, colors: Colors): string {
  switch (outcome.kind) {
    case 'fix': {
      const word = outcome.fix.applicability === 'display' ? 'Advice' : 'Fix';
      return `${colors.green(`${word}:`)} ${outcome.fix.message}`;
    }
    case 'refused':
      return `${colors.yellow('No fix:')} ${outcome.reason}`;
    case 'withheld':
      return `${colors.yellow('Fix withheld:')} ${outcome.reason}`;
  }
}
