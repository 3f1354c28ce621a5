import type { ReportedFinding } from '../../engine/result.ts';
import type { Verdict } from '../../impact/verdicts.ts';
import { MODULE_CODE } from '../../processes/summary.ts';
import { placeText } from '../place.ts';

/** `Pool(…) in Base.run()` */
export function siteText({ site }: Verdict): string {
  return site.inside === MODULE_CODE ? site.text : `${site.text} in ${site.inside.slice(1)}()`;
}

/** The verdict with the rules that matter to it: `fixed by MP101, MP501`. */
export function verdictText({ kind, findings }: Verdict): string {
  const codes = [...new Set(findings.map(({ rule }) => rule.code))].sort().join(', ');
  if (kind === 'fixed by') return `fixed by ${codes}`;
  return kind === 'needs fork' ? `needs fork (${codes})` : kind;
}

/** From the program to the place, call by call; null where no program is seen to get there. */
export function wayText({ way, site }: Verdict): string | null {
  if (!way) return null;
  const steps = way.steps.map(({ text, path, row }) => `${text} at ${path}:${row}`);
  return [way.entry, ...steps, site.text].join(' → ');
}

/** `MP101 unguarded-start at bin/tool:3:7 (safe fix)` */
export function findingText({ rule, path, start, outcome }: ReportedFinding): string {
  const fix = outcome.kind === 'fix' ? `${outcome.fix.applicability} fix` : 'no fix';
  return `${rule.code} ${rule.name} at ${placeText(path, start)} (${fix})`;
}

/** How many doubts people are told of at one place. */
const TOLD = 3;

/** What is not known, the plainest first; of much, how much more there is. */
export function doubtTexts({ doubts }: Verdict): string[] {
  const told = doubts.slice(0, TOLD).map((doubt) => `Doubt: ${doubt}`);
  const left = doubts.length - told.length;
  return left > 0 ? [...told, `and ${left} more`] : told;
}
