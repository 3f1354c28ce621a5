import type { Impact } from '../../impact/impact.ts';
import { VERDICTS, type Verdict } from '../../impact/verdicts.ts';
import { lineText } from '../place.ts';
import { conclusion, countsByPackage } from './counts.ts';
import { doubtTexts, findingText, siteText, verdictText, wayText } from './words.ts';

/** The impact of a change as a page for an issue or a pull request. */
export function impactMarkdown({ change, verdicts }: Impact): string {
  const { from, to } = change;
  const title = `# From ${from} to ${to}`;
  const parts = [title, conclusion(verdicts, from, to)];
  if (verdicts.length > 0)
    parts.push(packageTable(verdicts), '## Start sites', ...verdicts.map(item));
  return `${parts.join('\n\n')}\n`;
}

function packageTable(verdicts: readonly Verdict[]): string {
  return [
    `| package | sites | ${VERDICTS.join(' | ')} |`,
    `| --- | ${'---: | '.repeat(VERDICTS.length + 1).trim()}`,
    ...countsByPackage(verdicts).map(
      ({ name, sites, of }) =>
        `| ${code(name)} | ${sites} | ${VERDICTS.map((kind) => of[kind]).join(' | ')} |`,
    ),
  ].join('\n');
}

function item(verdict: Verdict): string {
  const { path, site, findings, reasons } = verdict;
  const way = wayText(verdict);
  const details = [
    ...(way === null ? [] : [code(way)]),
    ...findings.map((finding) => `${findingText(finding)}: ${finding.message}`),
    ...reasons,
    ...doubtTexts(verdict),
  ];
  return [
    `- ${code(lineText(path, site.position))} ${code(siteText(verdict))}: **${verdictText(verdict)}**`,
    ...details.map((detail) => `  - ${detail}`),
  ].join('\n');
}

/** Code in Markdown, whatever backticks it has. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}
