import { handOversOf } from '../../src/processes/hand-over/given-to-children.ts';
import { type ImportUnit, importUnits } from '../../src/processes/import-time/import-units.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import { findRepeats, type Repeat } from '../../src/processes/repeated/find-repeated.ts';
import type { Harm } from '../../src/processes/repeated/repeated-effects.ts';
import { type Needed, UnderGuard } from '../../src/processes/repeated/under-guard.ts';
import { functionsReachedFrom } from '../../src/processes/state/reads.ts';
import type { Binding } from '../../src/semantics/scopes.ts';
import type { Node } from '../../src/syntax/node.ts';

/** What children do again, and whether it can come under the guard. */
export interface Repetition {
  readonly repeat: Repeat;
  /** Why it has to stay outside; null where it can move. */
  readonly needed: Needed | null;
  /** Where `needed` names a variable that differs between processes: a function of the workers that reads it. */
  readonly reader: Node | null;
  /** Further calls with the same harm that one finding names. */
  readonly others: readonly Repeat[];
}

export class Repetitions {
  readonly all: readonly Repetition[];
  readonly guard: UnderGuard;

  constructor(private readonly model: ProcessModel) {
    const units = importUnits(model);
    this.guard = new UnderGuard(units, model);
    const found = findRepeats(units, model).flatMap((repeat) => this.judge(repeat, units) ?? []);
    this.all = joined(found);
  }

  /** The statements that can come under the guard, all at once. */
  movable(): Set<ImportUnit> {
    return new Set(
      this.all
        .filter(({ needed }) => needed === null)
        .flatMap(({ repeat, others }) => [repeat, ...others].map(({ unit }) => unit)),
    );
  }

  private judge(repeat: Repeat, units: readonly ImportUnit[]): Repetition | null {
    const { unit, effect } = repeat;
    const needed = this.guard.needFor(unit);
    const base = { repeat, needed, reader: null, others: [] };
    if (effect.harm === 'costs') return needed ? null : base;
    if (effect.harm !== 'differs') return base;
    const binding = needed?.isByWorkers ? needed.binding : null;
    const reader = binding && unit.binds.has(binding) ? this.workerReading(binding) : null;
    const isShared = units.some(
      ({ kind, reads }) => kind === 'guard' && binding && reads.has(binding),
    );
    return reader && isShared ? { ...base, reader } : null;
  }

  /** A function that certainly runs in children and reads a name there. */
  private workerReading(binding: Binding): Node | null {
    const { semantics } = this.model;
    const roots = handOversOf(this.model).flatMap(({ runs }) => runs);
    const reads = (fn: Node) => semantics.moduleReads(fn).some((r) => r.binding === binding);
    return functionsReachedFrom(roots, this.model).find(reads) ?? null;
  }
}

/** Kinds of which one finding is enough: they have one mend. */
const JOINED: ReadonlySet<Harm> = new Set(['prints']);

function joined(all: readonly Repetition[]): Repetition[] {
  const result: Repetition[] = [];
  for (const one of all) {
    const { harm } = one.repeat.effect;
    const at = result.findIndex((r) => r.repeat.effect.harm === harm && r.needed === null);
    const first = result[at];
    if (JOINED.has(harm) && one.needed === null && first) {
      result[at] = { ...first, others: [...first.others, one.repeat] };
    } else result.push(one);
  }
  return result;
}
