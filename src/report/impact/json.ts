import type { Impact } from '../../impact/impact.ts';
import { VERDICTS, type Verdict } from '../../impact/verdicts.ts';
import { MODULE_CODE } from '../../processes/summary.ts';
import { located } from '../place.ts';
import { type Counts, countsByPackage, countsOf } from './counts.ts';

/** The impact of a change for programs: one object. Rows and columns start at 1, columns count code points. */
export function impactJson({ change, verdicts, skipped }: Impact): string {
  const report = {
    from: change.from,
    to: change.to,
    summary: counts(countsOf('', verdicts)),
    packages: countsByPackage(verdicts).map((own) => ({ package: own.name, ...counts(own) })),
    sites: verdicts.map(record),
    skipped: skipped.map(({ path, reason }) => ({ filename: path, reason })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function counts({ sites, of }: Counts): object {
  const kinds = VERDICTS.map((kind) => [key(kind), of[kind]]);
  return { sites, ...Object.fromEntries(kinds) };
}

function record({ path, site, kind, findings, reasons, doubts, way }: Verdict): object {
  return {
    filename: path,
    ...located(site.position),
    call: site.text,
    function: site.inside === MODULE_CODE ? null : site.inside.slice(1),
    starts: site.kind,
    verdict: key(kind),
    findings: findings.map(({ rule, path: filename, start, message, outcome }) => ({
      code: rule.code,
      name: rule.name,
      filename,
      ...located(start),
      message,
      fix: outcome.kind === 'fix' ? outcome.fix.applicability : null,
    })),
    reasons,
    unknown: doubts,
    way: way && {
      entry: way.entry,
      steps: way.steps.map(({ path: filename, row, text }) => ({ filename, row, call: text })),
    },
  };
}

/** `needs fork` as `needs_fork`. */
function key(kind: string): string {
  return kind.replaceAll(' ', '_');
}
