import type { ReportedFinding } from '../engine/result.ts';
import { isBrokenBy, type MethodChange } from '../processes/start-method.ts';
import type { Target } from '../processes/targets.ts';
import type { Way } from '../project/links/ways.ts';
import type { Node } from '../syntax/node.ts';
import { type FileImpact, isIn, type SiteImpact } from './file-impact.ts';

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
      return { path, site, ...judge(site, findings), way: wayTo(path, site.inside) };
    }),
  );
}

function judge(
  { settled, doubts }: SiteImpact,
  findings: readonly ReportedFinding[],
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
    doubts,
  };
}

/** What the files of a project say of each other's sites. */
class Joined {
  private readonly sites: readonly SiteImpact[];

  constructor(private readonly files: readonly FileImpact[]) {
    this.sites = files.flatMap((file) => file.sites);
  }

  findingsOf(path: string, site: SiteImpact): ReportedFinding[] {
    const { position, rows, code } = site;
    const starts = this.files
      .flatMap((file) => file.elsewhere)
      .filter((e) => e.path === path && (e.row === position.row || rows.includes(e.row)));
    const workers = this.files.filter((file) => file.path !== path && code.has(file.model));
    return [
      ...new Set([
        ...site.findings,
        ...starts.flatMap((start) => start.findings),
        ...workers.flatMap((file) => this.findingsIn(file, code.get(file.model) ?? new Set())),
      ]),
    ];
  }

  /** What is wrong in a file with some of its code, or, where it starts no processes itself, with none of its workers. */
  private findingsIn({ findings, sites, model }: FileImpact, code: ReadonlySet<Node>) {
    return findings.filter(
      (finding) =>
        isIn(finding, code) ||
        (sites.length === 0 && !this.sites.some((site) => isIn(finding, site.code.get(model)))),
    );
  }
}
