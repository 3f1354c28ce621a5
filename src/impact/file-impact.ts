import type { ReportedFinding } from '../engine/result.ts';
import type { ProcessModel } from '../processes/model.ts';
import type { Step } from '../processes/step.ts';
import type { Node } from '../syntax/node.ts';
import type { Doubts, SiteDoubts } from './doubts.ts';
import { type StartSite, startSites } from './sites.ts';

/** What one file says of the places that start processes, its own and those of other files. */
export interface FileImpact {
  readonly path: string;
  readonly model: ProcessModel;
  readonly sites: readonly SiteImpact[];
  /** What is wrong with the file's code, whichever children run it. */
  readonly findings: readonly ReportedFinding[];
  /** What is wrong with how the file starts processes that other files make. */
  readonly elsewhere: readonly Elsewhere[];
}

export interface SiteImpact extends StartSite, SiteDoubts {
  readonly findings: readonly ReportedFinding[];
  /** The rows of what hands work to its children. */
  readonly rows: readonly number[];
}

/** Something about the start site at, or with a submission at, a row of another file. */
export interface Elsewhere {
  readonly path: string;
  readonly row: number;
  readonly findings: readonly ReportedFinding[];
}

/** Joins the start sites of a file with what is wrong with them. */
export function impactOf(
  path: string,
  model: ProcessModel,
  findings: readonly ReportedFinding[],
  doubts: Doubts,
): FileImpact {
  const sites = startSites(model).map((site) => ({ ...site, ...doubts.of(site, model) }));
  const concerned = findings.map((finding) => ({ finding, sites: sitesOf(finding, sites, model) }));
  const ofStarts = findings.filter(({ rule }) => rule.code === 'MP101' || rule.code === 'MP104');
  return {
    path,
    model,
    sites: sites.map((site) => ({
      ...site,
      findings: concerned.filter((each) => each.sites.includes(site)).map((each) => each.finding),
      rows: site.submissions.map(({ call }) => model.tree.lines.positionOf(call.node.from).row),
    })),
    findings: findings.filter((finding) => !ofStarts.includes(finding)),
    elsewhere: behindImportTimeStarts(model).map(({ path: at, row }) => ({
      path: at,
      row,
      findings: ofStarts,
    })),
  };
}

/** The sites that a finding is about: those that its place belongs to, else all of the file. */
function sitesOf<Site extends StartSite & SiteDoubts>(
  finding: ReportedFinding,
  sites: readonly Site[],
  model: ProcessModel,
): readonly Site[] {
  const { from, to } = finding;
  const contains = (node: { from: number; to: number }) => node.from <= from && to <= node.to;
  const own = sites.filter(
    ({ node, submissions, code }) =>
      contains(node) ||
      isIn(finding, code.get(model)) ||
      submissions.some(
        ({ call, workers }) =>
          contains(call.node) ||
          workers.some(({ definition }) => definition !== null && contains(definition)),
      ),
  );
  if (own.length > 0) return own;
  // What the parent alone has sets apart only those whose workers are seen to depend on something.
  const dependent = OF_PARENT.test(finding.rule.code)
    ? sites.filter((s) => s.doubts.length > 0)
    : [];
  return dependent.length > 0 ? dependent : sites;
}

/** Rules about state that stays behind in the parent. */
const OF_PARENT = /^MP50[123]$/;

/** Whether a finding lies in some code. A class that is run makes an instance: its methods stand for themselves. */
export function isIn({ from, to }: ReportedFinding, code: ReadonlySet<Node> = new Set()): boolean {
  const contains = (node: Node) => node.from <= from && to <= node.to;
  return [...code].some(
    (node) =>
      contains(node) &&
      (node.kind !== 'ClassDefinition' || !node.descendants('FunctionDefinition').some(contains)),
  );
}

/** Where the processes are made in other files that importing this one starts. */
function behindImportTimeStarts({ importTimeStarts }: ProcessModel): Step[] {
  return importTimeStarts
    .filter(({ isGuarded }) => !isGuarded)
    .flatMap(({ start }) => start.behind?.at(-1) ?? []);
}
