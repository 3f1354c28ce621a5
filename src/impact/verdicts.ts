import type { ReportedFinding } from '../engine/result.ts';
import { isBrokenBy, type MethodChange } from '../processes/start-method.ts';
import type { Target } from '../processes/targets.ts';
import type { Way } from '../project/links/ways.ts';
import type { FileImpact, SiteImpact } from './file-impact.ts';

/** What a change of the default start method does to one place that starts processes. */
export interface Verdict {
  readonly path: string;
  readonly site: SiteImpact;
  readonly kind: VerdictKind;
  /** What breaks; none where the site is safe or unknown. */
  readonly findings: readonly ReportedFinding[];
  /** Why the start method does not matter, or why a mistake can't be repaired. */
  readonly reasons: readonly string[];
  /** What is not known, as sentences without an end. */
  readonly doubts: readonly string[];
  /** How a program gets there; null where none of the project is seen to. */
  readonly way: Way | null;
}

export const VERDICTS = ['safe', 'fixed by', 'needs fork', 'unknown'] as const;

export type VerdictKind = (typeof VERDICTS)[number];

/** Decides on all start sites of a project. */
export function verdictsOf(
  files: readonly FileImpact[],
  change: MethodChange,
  wayTo: (path: string, code: Target) => Way | null,
): Verdict[] {
  const joined = new Joined(files);
  return files.flatMap(({ path, sites }) =>
    sites.map((site) => {
      const findings = joined
        .findingsOf(path, site)
        .filter((f) => isBrokenBy(change, f.startMethods));
      const doubts = joined.doubtsOf(path, site);
      return { path, site, ...judge(site, findings, doubts), way: wayTo(path, site.inside) };
    }),
  );
}

function judge(
  { settled }: SiteImpact,
  findings: readonly ReportedFinding[],
  doubts: readonly string[],
): Pick<Verdict, 'kind' | 'findings' | 'reasons' | 'doubts'> {
  if (settled) return { kind: 'safe', findings: [], reasons: [settled], doubts: [] };
  const refused = findings.flatMap(({ outcome }) =>
    outcome.kind === 'fix' ? [] : [outcome.reason],
  );
  const kind = refused.length > 0 ? 'needs fork' : findings.length > 0 ? 'fixed by' : 'unknown';
  return {
    kind: findings.length === 0 && doubts.length === 0 ? 'safe' : kind,
    findings,
    reasons: [...new Set(refused)],
    doubts: [...new Set(doubts)],
  };
}

/** What the files of a project say of each other's sites. */
class Joined {
  constructor(private readonly files: readonly FileImpact[]) {}

  findingsOf(path: string, site: SiteImpact): ReportedFinding[] {
    return [...new Set([...site.findings, ...this.of(path, site).flatMap((e) => e.findings)])];
  }

  doubtsOf(path: string, site: SiteImpact): string[] {
    return [...site.doubts, ...this.of(path, site).flatMap((e) => e.doubts)];
  }

  private of(path: string, { position, rows }: SiteImpact) {
    return this.files
      .flatMap((file) => file.elsewhere)
      .filter((e) => e.path === path && (e.row === position.row || rows.includes(e.row)));
  }
}
