import type { Finding, Transform } from '../../../transforms/transform.ts';
import { type Fix, isRefusal, type Refusal } from '../../edits/fix.ts';
import type { ProcessModel } from '../../processes/model.ts';
import type { PinSite } from '../../processes/pin-sites.ts';
import { Cures } from './cures.ts';
import { pinFix } from './pin-fix.ts';
import type { Reason } from './reasons.ts';

/** A rule and what it found. */
interface Found {
  readonly transform: Transform;
  readonly finding: Finding;
}

/** The fixes of a file's findings, by the strategy that the user asked for. */
export class Policy {
  private readonly cures: Cures;
  private readonly sites = new Map<Finding, readonly PinSite[]>();

  constructor(
    private readonly model: ProcessModel,
    all: readonly Found[],
  ) {
    this.cures = new Cures(model);
    for (const { transform, finding } of all) {
      if (this.mayPin(finding, transform)) {
        this.sites.set(finding, this.cures.sitesOf(finding, transform));
      }
    }
    this.reasons = all.map(({ transform, finding }) => ({ rule: transform, finding }));
  }

  private readonly reasons: readonly Reason[];

  fixOf({ transform, finding }: Found): Fix | Refusal {
    const sites = this.sites.get(finding) ?? [];
    if (sites.length === 0) return transform.fix(finding, this.model);
    if (this.model.settings.strategy === 'per-site') {
      const own = transform.fix(finding, this.model);
      if (!isRefusal(own) && own.applicability === 'safe') return own;
      const pin = this.pin(sites);
      return isRefusal(pin) ? own : pin;
    }
    return this.pin(sites);
  }

  private pin(sites: readonly PinSite[]): Fix | Refusal {
    return pinFix(sites, (site) => this.reasonsFor(site), this.model);
  }

  private reasonsFor(site: PinSite): Reason[] {
    return this.reasons.filter(({ finding }) => this.sites.get(finding)?.includes(site));
  }

  /** Only what fails where nothing is forked, in a file that does not choose the start method itself. */
  private mayPin(finding: Finding, transform: Transform): boolean {
    const methods = finding.startMethods ?? transform.startMethods;
    return (
      this.model.settings.strategy !== 'picklable' &&
      transform.pinHelps !== false &&
      methods.length > 0 &&
      !methods.includes('fork') &&
      this.model.startMethodCalls.length === 0
    );
  }
}
