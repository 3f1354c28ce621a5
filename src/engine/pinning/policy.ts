import type { Finding, Transform } from '../../../transforms/transform.ts';
import { type Fix, isRefusal, type Refusal } from '../../edits/fix.ts';
import type { PinDemand } from '../../processes/facts.ts';
import { startKey } from '../../processes/forked-starts.ts';
import type { ProcessModel } from '../../processes/model.ts';
import type { PinSite } from '../../processes/pin-sites.ts';
import { byValueFix } from '../by-value/by-value-fix.ts';
import { type Cure, Cures } from './cures.ts';
import { creationsAt } from './demanded.ts';
import { pinFix } from './pin-fix.ts';

/** A rule and what it found. */
export interface Found {
  readonly transform: Transform;
  readonly finding: Finding;
}

export interface Proposal extends Found {
  readonly proposed: Fix | Refusal;
  /** The demand of another file that it comes from. */
  readonly demand: PinDemand | null;
}

/** What is proposed for the findings of a file. */
export interface Proposals {
  readonly proposals: readonly Proposal[];
  /** What they need of the processes that other files start. */
  readonly demands: readonly PinDemand[];
}

/** Asks for the fixes of a file's findings, by the strategy that the user has chosen. */
export function proposalsFor(
  found: readonly Found[],
  model: ProcessModel,
  transforms: readonly Transform[],
): Proposals {
  if (model.settings.strategy !== 'picklable') return new Pinning(found, model, transforms);
  const proposals = found.map((each) => ({
    ...each,
    proposed: ownFix(each, model),
    demand: null,
  }));
  return { proposals, demands: [] };
}

function ownFix({ transform, finding }: Found, model: ProcessModel): Fix | Refusal {
  const { pickler } = model.settings;
  const submissions = pickler && transform.picklesByName?.(finding);
  return submissions ? byValueFix(pickler, submissions, model) : transform.fix(finding, model);
}

/** A finding, and what could be pinned to fork to be rid of it; null where that is no way out. */
interface Judged extends Found {
  readonly cure: Cure | null;
  /** Where another file needs it, the rule itself knows no fix here. */
  readonly demand: PinDemand | null;
}

class Pinning implements Proposals {
  readonly proposals: readonly Proposal[];
  readonly demands: PinDemand[] = [];
  private readonly cures: Cures;
  private readonly judged: readonly Judged[];

  constructor(
    found: readonly Found[],
    private readonly model: ProcessModel,
    transforms: readonly Transform[],
  ) {
    this.cures = new Cures(model);
    this.judged = [
      ...found.map((each) => ({ ...each, cure: this.cureOf(each), demand: null })),
      ...grouped(model.facts.demands).flatMap((demands) => this.demanded(demands, transforms)),
    ];
    this.proposals = this.judged.map((each) => ({ ...each, proposed: this.fixOf(each) }));
  }

  /** Only for what fails where nothing is forked, in a file that does not choose the start method itself. */
  private cureOf({ transform, finding }: Found): Cure | null {
    const methods = finding.startMethods ?? transform.startMethods;
    const mayHelp =
      transform.pinHelps !== false &&
      methods.length > 0 &&
      !methods.includes('fork') &&
      this.model.startMethodCalls.length === 0;
    return mayHelp ? this.cures.of(finding, transform) : null;
  }

  /** A finding of other files that is to be mended in this one. */
  private demanded(demands: DemandGroup, transforms: readonly Transform[]): Judged[] {
    const [demand, ...others] = demands;
    const transform = transforms.find(({ code }) => code === demand.code);
    const creations = creationsAt(demand, this.model);
    const sites = this.cures.sites.filter((site) =>
      site.creations.some((creation) => creations.includes(creation)),
    );
    const [creation] = creations;
    if (!transform || !creation || sites.length === 0) return [];
    const { from, to } = creation.call.node;
    const who = others.length > 0 ? ` and ${others.length} more need` : ' needs';
    const message = `${demand.from}${who} these processes to be forked: ${transform.summary}`;
    const finding = { from, to, message, subject: null };
    return [{ transform, finding, cure: { sites, elsewhere: [] }, demand }];
  }

  private fixOf(judged: Judged): Fix | Refusal {
    if (!judged.cure) return ownFix(judged, this.model);
    const isPinnedFirst = judged.demand !== null || this.model.settings.strategy === 'pin-fork';
    if (isPinnedFirst) return this.pin(judged, judged.cure);
    const own = ownFix(judged, this.model);
    if (!isRefusal(own) && own.applicability === 'safe') return own;
    const pin = this.pin(judged, judged.cure);
    return isRefusal(pin) ? own : pin;
  }

  private pin({ transform, finding }: Found, { sites, elsewhere }: Cure): Fix | Refusal {
    const [first] = elsewhere;
    if (!first) return pinFix(sites, (site) => this.rulesFor(site), this.model);
    const line = this.model.tree.lines.lineName(finding.from);
    const from = `${this.model.path}, ${line}`;
    this.demands.push(...elsewhere.map((at) => ({ at, code: transform.code, from })));
    return {
      refusal: `the processes that would have to be forked are started in ${first.path}, line ${first.row}, and are not pinned there: look at that file, or give it to mpfix too`,
    };
  }

  private rulesFor(site: PinSite): Transform[] {
    const depending = this.judged.filter(({ cure }) => cure?.sites.includes(site));
    return depending.map(({ transform }) => transform);
  }
}

type DemandGroup = readonly [PinDemand, ...PinDemand[]];

/** The demands of one rule for one start. */
function grouped(demands: readonly PinDemand[]): DemandGroup[] {
  const groups = new Map<string, [PinDemand, ...PinDemand[]]>();
  for (const demand of demands) {
    const key = `${demand.code} ${startKey(demand.at)}`;
    const group = groups.get(key);
    if (group) group.push(demand);
    else groups.set(key, [demand]);
  }
  return [...groups.values()];
}
