import type { Finding, Transform } from '../../../transforms/transform.ts';
import { withForked } from '../../processes/build.ts';
import { startKey } from '../../processes/forked-starts.ts';
import type { ProcessModel } from '../../processes/model.ts';
import { type PinSite, pinSites } from '../../processes/pin-sites.ts';
import type { Step } from '../../processes/step.ts';

/** What has to be pinned to fork for a finding to be gone: sites of its file, or starts in others. */
export interface Cure {
  readonly sites: readonly PinSite[];
  readonly elsewhere: readonly Step[];
}

/** Finds the cures of a file's findings. It is tried out: a rule is asked again about the file as it would be. */
export class Cures {
  readonly sites: readonly PinSite[];
  private readonly elsewhere: readonly Step[];
  private readonly models = new Map<unknown, ProcessModel>();
  private readonly found = new Map<Transform, Map<unknown, ReadonlySet<string>>>();

  constructor(private readonly model: ProcessModel) {
    this.sites = pinSites(model);
    this.elsewhere = linkedStarts(model);
  }

  /** Null where the finding stays whatever is pinned. */
  of(finding: Finding, transform: Transform): Cure | null {
    const remainsWithout = (spared: Spared) => this.persists(finding, transform, spared);
    if (this.sites.length > 0 && !remainsWithout('elsewhere')) {
      const needed = this.sites.filter(remainsWithout);
      return { sites: needed.length > 0 ? needed : this.sites, elsewhere: [] };
    }
    if (this.elsewhere.length === 0 || remainsWithout(null)) return null;
    const needed = this.elsewhere.filter(remainsWithout);
    return { sites: [], elsewhere: needed.length > 0 ? needed : this.elsewhere };
  }

  /** Whether a finding is there when all is pinned but this. */
  private persists(finding: Finding, transform: Transform, spared: Spared): boolean {
    const known = this.found.get(transform) ?? new Map<unknown, ReadonlySet<string>>();
    this.found.set(transform, known);
    let places = known.get(spared);
    if (!places) {
      places = new Set([...transform.find(this.without(spared))].map(placeOf));
      known.set(spared, places);
    }
    return places.has(placeOf(finding));
  }

  private without(spared: Spared): ProcessModel {
    let model = this.models.get(spared);
    if (!model) {
      // What other files start is as it is, unless it is asked for.
      const sparesOthers = spared === 'elsewhere' || this.sites.some((site) => site === spared);
      const creations = this.sites.filter((s) => s !== spared).flatMap((s) => s.creations);
      const starts = sparesOthers ? [] : this.elsewhere.filter((step) => step !== spared);
      model = withForked(this.model, {
        creations: new Set(creations),
        starts: new Set(starts.map(startKey)),
      });
      this.models.set(spared, model);
    }
    return model;
  }
}

type Spared = PinSite | Step | 'elsewhere' | null;

/** Where other files start processes that this one leads to, each once. */
function linkedStarts({ facts }: ProcessModel): Step[] {
  const lasts = [...facts.starts.values()].flatMap(({ method, way }) => {
    const last = way.at(-1);
    return method === null && last ? [last] : [];
  });
  return [...new Map(lasts.map((step) => [startKey(step), step])).values()];
}

function placeOf({ from, to }: Finding): string {
  return `${from}-${to}`;
}
