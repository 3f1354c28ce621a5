import type { Binding } from '../../semantics/scopes.ts';
import type { Node } from '../../syntax/node.ts';
import { clausesOf, importsOf } from '../../syntax/shapes.ts';
import { isChildTest } from '../guards.ts';
import type { MainGuard, ProcessModel } from '../model.ts';
import { calleeName, callsModule, callText, isModuleCall, rowOf } from './call-words.ts';
import { commutes } from './commute.ts';
import { type Effect, isWorse } from './effects.ts';
import { type ImportUnit, importUnits } from './import-units.ts';
import { endsProgram } from './passed-by.ts';
import { type Repeated, Staying } from './staying.ts';
import { isForeignModule, runsOtherFiles, startsElsewhere } from './worker-code.ts';

/** How the statements of a main module fall into definitions, which stay, and the run part, which is guarded. */
export interface MainSplit {
  readonly groups: readonly RunGroup[];
  /** What stays, so that each child runs it again, and is not known to be harmless. */
  readonly repeated: readonly Repeated[];
  /** What moves, so that children no longer run it, and may have set something up for them. */
  readonly unseen: readonly Effect[];
}

/** Statements that come under one main guard, where `place` stands. */
export interface RunGroup {
  /** Earlier parts of the program that move down to `place`, in order. */
  readonly moved: readonly (readonly Node[])[];
  readonly place: readonly Node[];
  /** The main guard among the statements of `place`, or null. */
  readonly guard: MainGuard | null;
}

/** Why a module can't be split, for the user. */
export interface Torn {
  readonly torn: string;
}

export function splitMain(model: ProcessModel): MainSplit | Torn {
  const units = importUnits(model);
  const staying = new Staying(units, model);
  const splitter = new Splitter(units, staying, model);
  const running = splitter.runningUnits();
  const groups = splitter.groups(running);
  const torn = staying.torn ?? splitter.whyNot(groups, running);
  return torn !== null
    ? { torn }
    : {
        groups: groups.map((group) => splitter.runGroup(group)),
        repeated: staying.repeated,
        unseen: splitter.unseen(running),
      };
}

/** A group whose statements are still units. */
interface UnitGroup {
  /** Each an earlier part of the program. */
  readonly moved: ImportUnit[][];
  readonly place: ImportUnit[];
}

export class Splitter {
  constructor(
    private readonly units: readonly ImportUnit[],
    private readonly staying: Staying,
    private readonly model: ProcessModel,
    /** What is to come under a guard, whatever else may; null for all that has to. */
    private readonly chosen: ReadonlySet<ImportUnit> | null = null,
  ) {}

  /** What comes under a guard: what starts processes or does something, and what builds on that. */
  runningUnits(): Set<ImportUnit> {
    const running = new Set<ImportUnit>();
    const made = new Set<Binding>();
    for (const unit of this.units) {
      if (this.staying.units.has(unit)) continue;
      const runs = unit.kind === 'guard' || this.isRun(unit);
      const builds = [...unit.reads].some((binding) => made.has(binding));
      if (!runs && !builds) continue;
      if (unit.kind !== 'guard') running.add(unit);
      else if (this.chosen) continue;
      for (const binding of [...unit.binds, ...unit.mutates]) made.add(binding);
      for (const binding of this.modulesChangedBy(unit)) made.add(binding);
    }
    return running;
  }

  /** Code of other files that starts processes may leave its results in any module. */
  private modulesChangedBy({ starts }: ImportUnit): Binding[] {
    return starts.some(({ start }) => start.behind !== null)
      ? [...this.model.semantics.scopes.module.bindings.values()].filter(isForeignModule)
      : [];
  }

  private isRun(unit: ImportUnit): boolean {
    return (
      this.chosen?.has(unit) ??
      (unit.starts.length > 0 ||
        unit.effects.some((e) => isWorse(e.behaviour, 'configuration')) ||
        (unit.effects.length > 0 && unit.index > this.staying.firstStart) ||
        this.staying.isTooLate(unit))
    );
  }

  /** The parts of the run part, those together that can come under one guard. */
  groups(running: ReadonlySet<ImportUnit>): UnitGroup[] {
    const parts = this.parts(running);
    const groups: UnitGroup[] = [];
    for (const part of [...parts].reverse()) {
      const below = groups[0];
      const isMovable = part.every((unit) => unit.kind !== 'guard');
      if (below && isMovable && this.passes(part, below.place, parts)) below.moved.unshift(part);
      else groups.unshift({ moved: [], place: part });
    }
    return groups.filter(
      ({ moved, place }) => moved.length > 0 || place.some((unit) => running.has(unit)),
    );
  }

  runGroup({ moved, place }: UnitGroup): RunGroup {
    return {
      moved: moved.map((part) => part.map((unit) => unit.node)),
      place: place.map((unit) => unit.node),
      guard: this.model.guards.find((g) => place.some((u) => u.node === g.statement)) ?? null,
    };
  }

  /** Runs of statements with nothing between them that has to stay; each has one main guard at most. */
  private parts(running: ReadonlySet<ImportUnit>): ImportUnit[][] {
    const parts: ImportUnit[][] = [];
    let part: ImportUnit[] = [];
    let between: ImportUnit[] = [];
    const close = () => {
      if (part.length > 0) parts.push(part);
      [part, between] = [[], []];
    };
    for (const unit of this.units) {
      const isGuard = unit.kind === 'guard' && this.isUsable(unit);
      if (isGuard && part.some((other) => other.kind === 'guard')) close();
      if (running.has(unit) || isGuard) {
        part.push(...between, unit);
        between = [];
      } else if (this.chosen || this.staying.units.has(unit) || unit.kind === 'guard') close();
      else if (part.length > 0) between.push(unit);
    }
    close();
    return parts;
  }

  /** Whether a guard is one that more statements can come under. */
  private isUsable(unit: ImportUnit): boolean {
    const guard = this.model.guards.find((g) => g.statement === unit.node);
    const text = guard ? this.model.semantics.textOf(guard.test) : '';
    return guard?.hasElse === false && /\W/.test(text) && !/\band\b/.test(text);
  }

  /** Whether a part may run after all that stays between it and a later part. */
  private passes(
    part: readonly ImportUnit[],
    place: readonly ImportUnit[],
    parts: readonly (readonly ImportUnit[])[],
  ): boolean {
    const from = (part.at(-1) as ImportUnit).index;
    const to = (place[0] as ImportUnit).index;
    const moving = new Set(parts.flat());
    return this.units
      .slice(from + 1, to)
      .every((unit) => moving.has(unit) || commutes(part, unit, this.model));
  }

  /** What else stands in the way of a split; null if nothing does. */
  whyNot(groups: readonly UnitGroup[], running: ReadonlySet<ImportUnit>): string | null {
    return this.namesSet(running) ?? this.workerDefinedLate(groups) ?? this.childrenLeave();
  }

  /** `if __name__ != "__main__": sys.exit()` ends each child before it can work. */
  private childrenLeave(): string | null {
    const { semantics } = this.model;
    const unit = this.units.find(({ node }) => {
      const [first] = node.kind === 'IfStatement' ? clausesOf(node) : [];
      const test = first?.header[0];
      return test && isChildTest(test, semantics) && endsProgram(first.body, semantics);
    });
    return unit
      ? `line ${rowOf(unit.node, this.model)} ends each child while it imports this file, before it can work. ` +
          'Remove it: under a main guard it is not needed.'
      : null;
  }

  /** Names that a program makes up as it runs can't be told from those that the workers need. */
  private namesSet(running: ReadonlySet<ImportUnit>): string | null {
    const effect = [...running]
      .flatMap((unit) => unit.effects.filter((e) => unit.node.contains(e.node)))
      .find((e) => SETS_NAMES.test(calleeName(e, this.model)));
    return effect
      ? `line ${rowOf(effect.node, this.model)} may set names that the workers need ` +
          `(${callText(effect.node, this.model)}). Assign them by name.`
      : this.importsItself();
  }

  /** While a child imports the main file, `__main__` is still another module there. */
  private importsItself(): string | null {
    const { text } = this.model.tree;
    const unit = this.units.find(({ node }) =>
      importsOf(node, text).some(({ module }) => module === '__main__'),
    );
    return unit
      ? `line ${rowOf(unit.node, this.model)} imports \`__main__\`, which is not yet this module while a child ` +
          'imports it. Use its names without it.'
      : null;
  }

  /** A pool that is made before a worker is defined can't run it, under fork either. */
  private workerDefinedLate(groups: readonly UnitGroup[]): string | null {
    const pools = groups.flatMap(({ place }) =>
      place.filter((unit) => unit.starts.some(({ start }) => start.kind === 'pool')),
    );
    for (const unit of this.units.slice((pools[0]?.index ?? this.units.length) + 1)) {
      const name = [...unit.binds].find((b) => this.staying.needs.get(b)?.kind === 'worker');
      if (unit.kind !== 'definition' || !name || !pools[0]) continue;
      return (
        `\`${name.name}\` runs in the workers, but line ${rowOf(unit.node, this.model)} defines it after ` +
        `line ${rowOf(pools[0].node, this.model)} has started processes: move the definition up.`
      );
    }
    return null;
  }

  /** What comes under the guard and may have set something up for the workers. */
  unseen(running: ReadonlySet<ImportUnit>): Effect[] {
    const { model, staying } = this;
    // Workers in other files read what those files hold, and any call there may set it.
    const isForeign = runsOtherFiles(model);
    return [...running].flatMap(({ index, effects }) =>
      effects.filter((effect) =>
        index < staying.firstStart
          ? (startsElsewhere(model) ? callsModule : isModuleCall)(effect, model)
          : isForeign && index < staying.lastStart && this.setsUp(effect),
      ),
    );
  }

  /** Whether something is set up anew for the workers of later starts. */
  private setsUp(effect: Effect): boolean {
    return effect.behaviour === 'configuration' || isModuleCall(effect, this.model);
  }
}

const SETS_NAMES = /^builtins\.(globals|locals|vars|exec)$/;
