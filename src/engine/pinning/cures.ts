import type { Finding, Transform } from '../../../transforms/transform.ts';
import { withForked } from '../../processes/build.ts';
import type { Creation, ProcessModel } from '../../processes/model.ts';
import { type PinSite, pinSites } from '../../processes/pin-sites.ts';

/**
 * Which of a file's sites have to be pinned to fork for a finding to be gone. It is tried out: a rule is asked again
 * about the file as it would be.
 */
export class Cures {
  readonly sites: readonly PinSite[];
  private readonly models = new Map<PinSite | null, ProcessModel>();
  private readonly found = new Map<Transform, Map<PinSite | null, ReadonlySet<string>>>();

  constructor(private readonly model: ProcessModel) {
    this.sites = pinSites(model);
  }

  /** The sites that a finding comes from; empty where it stays with all of them pinned. */
  sitesOf(finding: Finding, transform: Transform): readonly PinSite[] {
    if (this.sites.length === 0 || this.persists(finding, transform, null)) return [];
    const needed = this.sites.filter((site) => this.persists(finding, transform, site));
    return needed.length > 0 ? needed : this.sites;
  }

  /** Whether a finding is there when all sites but one are pinned; with null, all. */
  private persists(finding: Finding, transform: Transform, spared: PinSite | null): boolean {
    const known = this.found.get(transform) ?? new Map<PinSite | null, ReadonlySet<string>>();
    this.found.set(transform, known);
    let places = known.get(spared);
    if (!places) {
      places = new Set([...transform.find(this.without(spared))].map(placeOf));
      known.set(spared, places);
    }
    return places.has(placeOf(finding));
  }

  private without(spared: PinSite | null): ProcessModel {
    let model = this.models.get(spared);
    if (!model) {
      const forked = this.sites.filter((site) => site !== spared).flatMap((s) => s.creations);
      model = withForked(this.model, new Set<Creation>(forked));
      this.models.set(spared, model);
    }
    return model;
  }
}

function placeOf({ from, to }: Finding): string {
  return `${from}-${to}`;
}
