import type { ReportedFinding } from '../engine/result.ts';
import { buildModel } from '../processes/build.ts';
import type { FileFacts } from '../processes/facts.ts';
import type { ProcessModel } from '../processes/model.ts';
import type { Settings } from '../processes/settings.ts';
import type { Step } from '../processes/step.ts';
import { parse } from '../syntax/parse.ts';
import { Doubts } from './doubts.ts';
import { type StartSite, startSites } from './sites.ts';

/** What one file says of the places that start processes, its own and those of other files. */
export interface FileImpact {
  readonly path: string;
  readonly sites: readonly SiteImpact[];
  /** What is wrong or not known of code that other files hand to children, or of how it starts them. */
  readonly elsewhere: readonly Elsewhere[];
}

export interface SiteImpact extends StartSite {
  readonly doubts: readonly string[];
  readonly findings: readonly ReportedFinding[];
  /** The rows of what hands work to its children. */
  readonly rows: readonly number[];
}

/** Something about the start site at, or with a submission at, a row of another file. */
export interface Elsewhere {
  readonly path: string;
  readonly row: number;
  readonly doubts: readonly string[];
  readonly findings: readonly ReportedFinding[];
}

/** Joins the start sites of a text with what is wrong with them. The text must be valid. */
export function impactOf(
  path: string,
  text: string,
  facts: FileFacts,
  settings: Settings,
  findings: readonly ReportedFinding[],
  methodNames: ReadonlySet<string>,
): FileImpact {
  const model = buildModel(path, parse(text), facts, settings);
  const doubts = new Doubts(model, methodNames);
  const sites = startSites(model);
  const concerned = findings.map((finding) => ({ finding, sites: sitesOf(finding, sites) }));
  return {
    path,
    sites: sites.map((site) => ({
      ...site,
      doubts: doubts.of(site),
      findings: concerned.filter((each) => each.sites.includes(site)).map((each) => each.finding),
      rows: site.submissions.map(({ call }) => model.tree.lines.positionOf(call.node.from).row),
    })),
    elsewhere: elsewhere(model, findings, doubts),
  };
}

/** The sites that a finding is about: those that its place belongs to, else all of the file. */
function sitesOf({ from, to }: ReportedFinding, sites: readonly StartSite[]): readonly StartSite[] {
  const contains = (node: { from: number; to: number }) => node.from <= from && to <= node.to;
  const own = sites.filter(
    ({ node, submissions }) =>
      contains(node) ||
      submissions.some(
        ({ call, workers }) =>
          contains(call.node) ||
          workers.some(({ definition }) => definition !== null && contains(definition)),
      ),
  );
  return own.length > 0 ? own : sites;
}

/** What concerns sites of other files: code that they run here, and their starts that calls here lead to. */
function elsewhere(
  model: ProcessModel,
  findings: readonly ReportedFinding[],
  doubts: Doubts,
): Elsewhere[] {
  const at = ({ path, row }: Step, rest: Pick<Elsewhere, 'doubts' | 'findings'>) => ({
    path,
    row,
    ...rest,
  });
  const unknown = doubts.ofWorkersElsewhere();
  const unguarded = findings.filter(({ rule }) => rule.code === 'MP101' || rule.code === 'MP104');
  const others = findings.filter((finding) => !unguarded.includes(finding));
  return [
    ...[...model.facts.workers.values()].map((step) =>
      at(step, { doubts: unknown, findings: others }),
    ),
    ...model.importTimeStarts
      .filter(({ isGuarded }) => !isGuarded)
      .flatMap(({ start }) => start.behind?.at(-1) ?? [])
      .map((step) => at(step, { doubts: [], findings: unguarded })),
  ];
}
