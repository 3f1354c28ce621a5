/** How statements that children are not to repeat come under a main guard. */
import type { Binding } from '../../semantics/scopes.ts';
import type { ImportUnit } from '../import-time/import-units.ts';
import { type RunGroup, Splitter } from '../import-time/main-split.ts';
import { Staying } from '../import-time/staying.ts';
import type { ProcessModel } from '../model.ts';

/** Why a statement has to stay outside: the name that is needed there, and by whom, as a clause. */
export interface Needed {
  readonly binding: Binding | null;
  readonly by: string;
  readonly isByWorkers: boolean;
}

export class UnderGuard {
  private readonly staying: Staying;

  constructor(
    private readonly units: readonly ImportUnit[],
    private readonly model: ProcessModel,
  ) {
    this.staying = new Staying(units, model);
  }

  /** Why children need what a statement does; null where it can come under the guard. */
  needFor(unit: ImportUnit): Needed | null {
    if (!this.staying.units.has(unit)) return null;
    const names = [...unit.binds, ...unit.mutates];
    const binding = names.find((name) => this.staying.needs.has(name)) ?? null;
    return {
      binding,
      by: binding ? this.staying.reader(binding) : 'it may set up what the workers need',
      isByWorkers: binding !== null && this.isForWorkers(binding),
    };
  }

  private isForWorkers(binding: Binding): boolean {
    const need = this.staying.needs.get(binding);
    if (need?.kind !== 'unit') return need?.kind === 'worker';
    return need.because !== null && this.isForWorkers(need.because);
  }

  /** Brings statements under the main guard, with what builds on them. */
  groups(chosen: ReadonlySet<ImportUnit>): readonly RunGroup[] {
    const splitter = new Splitter(this.units, this.staying, this.model, chosen);
    return splitter.groups(splitter.runningUnits()).map((group) => splitter.runGroup(group));
  }
}
