import { rootName } from '../../semantics/code.ts';
import { exportsOf } from '../../semantics/exports.ts';
import { CHANGING_METHODS } from '../../semantics/mutation-tables.ts';
import type { Binding } from '../../semantics/scopes.ts';
import type { Node } from '../../syntax/node.ts';
import { importedName, importsOf, withItemsOf } from '../../syntax/shapes.ts';
import type { ProcessModel } from '../model.ts';
import { calleeName, callText, isModuleCall, isSeed, rowOf } from './call-words.ts';
import { soundsLikeConfiguration } from './effect-tables.ts';
import { type Effect, isWorse } from './effects.ts';
import type { ImportUnit } from './import-units.ts';
import { isForeignModule, namesForWorkers, startsElsewhere } from './worker-code.ts';

/** Why a name must be there when a child imports the module. */
type Need =
  | { readonly kind: 'worker' | 'importers' | 'offered' }
  /** A statement that stays reads it: because of another name, or for what it is. The last such statement. */
  | { readonly kind: 'unit'; readonly unit: ImportUnit; readonly because: Binding | null };

/** A statement that stays outside the guard, and what each child therefore does again. */
export interface Repeated {
  readonly statement: Node;
  readonly effect: Effect;
}

/** What must be there when a child imports the main module: the names, and the statements that give them values. */
export class Staying {
  /** The first reason found why a name can't be there. */
  torn: string | null = null;
  readonly units = new Set<ImportUnit>();
  readonly needs = new Map<Binding, Need>();
  /** What each child does again that is not known to be harmless. */
  readonly repeated: readonly Repeated[];
  /** The first statement that starts workers. */
  readonly firstStart: number;
  /** The last statement that starts workers. */
  readonly lastStart: number;

  constructor(
    private readonly all: readonly ImportUnit[],
    private readonly model: ProcessModel,
  ) {
    const forks = all.filter((unit) => this.makesWorkers(unit));
    const starting = forks.length > 0 ? forks : all.filter((unit) => unit.starts.length > 0);
    this.firstStart = starting[0]?.index ?? all.length;
    this.lastStart = starting.at(-1)?.index ?? -1;
    this.collectNeeds();
    this.repeated = this.checkRepeated();
  }

  /** Whether a statement changes what workers use when none is started any more: no child may run it first. */
  isTooLate({ index, binds, mutates }: ImportUnit): boolean {
    return (
      index > this.lastStart &&
      [...binds, ...mutates].some((name) => this.needs.get(name)?.kind === 'worker')
    );
  }

  /** An executor starts its processes with its tasks; a manager's process runs none of the program's code. */
  private makesWorkers({ starts, effects }: ImportUnit): boolean {
    const tasks = this.model.submissions.filter(
      ({ delivery, creations }) =>
        delivery !== 'constructor' && creations.every((creation) => creation.kind !== 'pool'),
    );
    return (
      starts.some(({ start }) => start.kind === 'pool' || start.kind === 'process') ||
      tasks.some(({ call }) => effects.some((effect) => effect.node === call.node))
    );
  }

  private collectNeeds(): void {
    const { model } = this;
    for (const binding of namesForWorkers(model)) this.needs.set(binding, { kind: 'worker' });
    const imported = model.facts.importedNames;
    const offered = exportsOf(model.semantics);
    for (const [name, binding] of model.semantics.scopes.module.bindings) {
      if (this.needs.has(binding)) continue;
      if (imported === 'all' || imported.has(name)) this.needs.set(binding, { kind: 'importers' });
      else if (offered.isDeclared && offered.names.has(name)) {
        this.needs.set(binding, { kind: 'offered' });
      }
    }
    for (const unit of this.all) if (this.mustStay(unit)) this.stay(unit, null);
    // A Map's iteration goes on over what is added to it on the way.
    for (const [binding, need] of this.needs) {
      const torn = this.keep(binding, need);
      this.torn ??= torn;
    }
  }

  /** Definitions and configuration stay wherever they are; the rest only where something needs it. */
  private mustStay(unit: ImportUnit): boolean {
    if (unit.starts.length > 0) return false;
    if (unit.kind === 'definition' || unit.kind === 'docstring') return true;
    if (unit.kind === 'import') return !this.isFreeImport(unit) && !this.hidesImport(unit);
    return unit.kind === 'other' && unit.index < this.firstStart && this.isConfiguration(unit);
  }

  /** An import between two parts of the run part, of which no definition makes use, may travel with them. */
  private isFreeImport(unit: ImportUnit): boolean {
    const { semantics } = this.model;
    return (
      unit.index > this.firstStart &&
      unit.binds.size > 0 &&
      !importsOf(unit.node, this.model.tree.text).some((i) => i.bound === '*') &&
      [...unit.binds].every(
        (binding) =>
          !this.needs.has(binding) &&
          binding.references.every((r) => semantics.enclosingFunction(r.node) === null),
      )
    );
  }

  /** An import that gives a name of the workers another meaning when none is started any more. */
  private hidesImport(unit: ImportUnit): boolean {
    return this.isTooLate(unit) && [...unit.binds].some(importsAnother);
  }

  private isConfiguration(unit: ImportUnit): boolean {
    return (
      unit.effects.some(
        (e) =>
          e.behaviour === 'configuration' ||
          this.isLogFile(e) ||
          (unit.node.contains(e.node) && this.mayConfigure(unit, e)),
      ) && unit.effects.every((e) => e.behaviour !== 'once' || this.isLogFile(e))
    );
  }

  private isLogFile(effect: Effect): boolean {
    return effect.behaviour === 'once' && /^logging\./.test(calleeName(effect, this.model));
  }

  /** A bare call of a package's function may set up what a later import needs, or what workers use of it. */
  private mayConfigure(unit: ImportUnit, effect: Effect): boolean {
    if (!isModuleCall(effect, this.model)) return false;
    const owner = rootName(effect.node);
    const binding = owner && this.model.semantics.bindingOf(owner);
    const name = calleeName(effect, this.model);
    return (
      soundsLikeConfiguration(name) ||
      // `toolkit.TASKS.append(task)`, for workers that other files start.
      (startsElsewhere(this.model) &&
        CHANGING_METHODS.has(name.slice(name.lastIndexOf('.') + 1))) ||
      this.all.some((later) => later.kind === 'import' && later.index > unit.index) ||
      (binding !== null && this.needs.has(binding))
    );
  }

  private stay(unit: ImportUnit, because: Binding | null): void {
    if (this.units.has(unit)) return;
    this.units.add(unit);
    const seed = unit.effects.some((e) => this.draws(e)) ? this.seedBefore(unit) : null;
    if (seed) this.stay(seed, because);
    for (const binding of unit.reads) {
      const known = this.needs.get(binding);
      if (known && (known.kind !== 'unit' || known.unit.index >= unit.index)) continue;
      // What is set anew comes last, so that an iteration under way looks at it again.
      this.needs.delete(binding);
      this.needs.set(binding, { kind: 'unit', unit, because });
    }
  }

  /** Keeps all statements that give a needed name its value outside the guard, or says why that can't be. */
  private keep(binding: Binding, need: Need): string | null {
    const hiding = this.hidesWorker(binding);
    if (hiding) return tornByName(binding, rowOf(hiding, this.model));
    // What a statement reads as it runs is what stands above it.
    const end = need.kind === 'unit' ? need.unit.index : this.all.length;
    const makers = this.all
      .slice(0, end)
      .filter((unit) => unit.binds.has(binding) || unit.mutates.has(binding))
      .filter((unit) => unit.kind !== 'guard');
    for (const unit of makers) {
      if (unit.starts.length > 0) {
        if (unit !== makers[0] && this.isAfterStart(unit)) continue;
        return this.tornByStart(binding, unit);
      }
      const isLate =
        unit.index > this.firstStart &&
        makers.length > 1 &&
        (unit.kind !== 'import' || importsAnother(binding));
      if (isLate && need.kind === 'worker' && unit.index <= this.lastStart) {
        return this.tornBetween(binding, unit);
      }
      if (isLate && need.kind === 'unit' && !this.units.has(unit)) {
        return this.tornBetween(binding, unit);
      }
      if (!isLate || need.kind !== 'worker') this.stay(unit, binding);
    }
    return null;
  }

  /** Whether all that a statement does follows the last start: the body of `with Pool()`. */
  private isAfterStart({ node, index, starts }: ImportUnit): boolean {
    const [only, ...others] = starts;
    return (
      index === this.lastStart &&
      others.length === 0 &&
      only?.start.kind === 'pool' &&
      withItemsOf(node)[0]?.context === only.node
    );
  }

  /** What gives the name of a worker another meaning: the children would look for the worker under it in vain. */
  private hidesWorker(binding: Binding): Node | null {
    const isWorker =
      binding.definitions.some((d) => d.kind === 'function') &&
      this.model.submissions.some(({ argument }) =>
        binding.references.some((r) => r.node === argument.value),
      );
    const other = binding.definitions.find(
      (d) =>
        d.kind === 'for' ||
        d.kind === 'with' ||
        (d.kind === 'assignment' &&
          (d.value === null ||
            this.model.creations.some((c) => c.call.node === d.value) ||
            !binding.references.some((r) => d.value?.contains(r.node)))),
    );
    return isWorker && other ? other.node : null;
  }

  /** Whether a statement may read what code of other files has left in a module when it started processes. */
  private readsAfterStart({ kind, index, reads }: ImportUnit): boolean {
    return (
      (kind === 'other' || kind === 'definition') &&
      index > this.firstStart &&
      startsElsewhere(this.model) &&
      [...reads].some(isForeignModule)
    );
  }

  /** Looks at what stays outside the guard although each child will run it again. */
  private checkRepeated(): Repeated[] {
    // Of what a guard's functions do, nothing tells whether a child does it too.
    const guards = this.all
      .filter((unit) => unit.kind === 'guard')
      .map((unit) => ({
        ...unit,
        effects: unit.effects.filter((effect) => unit.node.contains(effect.node)),
      }));
    const repeated = [...this.units, ...guards];
    return repeated.flatMap((unit) => {
      const isDefinition = unit.kind === 'definition' || unit.kind === 'import';
      const needed = [...unit.binds, ...unit.mutates].filter((b) => this.needs.has(b));
      const worst = unit.effects.reduce<Effect | null>(
        (a, b) => (a === null || isWorse(b.behaviour, a.behaviour) ? b : a),
        null,
      );
      if (!worst) {
        const effect: Effect = { behaviour: 'unknown', node: unit.node };
        return this.readsAfterStart(unit) ? [{ statement: unit.node, effect }] : [];
      }
      if (worst.behaviour === 'once' && needed[0]) {
        if (this.isSeeded(unit, worst)) return [{ statement: unit.node, effect: worst }];
        this.torn ??= this.tornByRepeat(needed[0], unit, worst);
      } else if (this.isLogFile(worst)) {
        this.torn ??=
          `line ${rowOf(worst.node, this.model)} sets up the log for the workers too, and outside a main guard ` +
          `each child ${worst.each}. Open it for appending.`;
      }
      return isDefinition
        ? unit.effects
            .filter((e) => e.behaviour === 'visible')
            .slice(0, 1)
            .map((effect) => ({ statement: unit.node, effect }))
        : isWorse(worst.behaviour, 'loading') && !isSeed(worst, this.model)
          ? [{ statement: unit.node, effect: worst }]
          : [];
    });
  }

  /** Whether random numbers come out the same again, because all that is drawn since the seed stays too. */
  private isSeeded(unit: ImportUnit, effect: Effect): boolean {
    const seed = this.draws(effect) ? this.seedBefore(unit) : null;
    return (
      seed !== null &&
      this.all
        .slice(seed.index, unit.index)
        .every((u) => this.units.has(u) || !u.effects.some((e) => this.draws(e)))
    );
  }

  private draws(effect: Effect): boolean {
    return effect.behaviour === 'once' && DRAWS.test(calleeName(effect, this.model));
  }

  private seedBefore({ index }: ImportUnit): ImportUnit | null {
    const seeds = (unit: ImportUnit) => unit.effects.some((e) => isSeed(e, this.model));
    return this.all.slice(0, index).filter(seeds).at(-1) ?? null;
  }

  private tornByStart(binding: Binding, unit: ImportUnit): string {
    const does = unit.binds.has(binding) ? 'gives it its value' : 'changes it';
    return (
      `${this.reader(binding)}, and line ${rowOf(unit.node, this.model)}, which starts processes, ${does}: ` +
      `under a main guard that would not be seen there. ${this.advice(binding)}`
    );
  }

  private tornBetween(binding: Binding, unit: ImportUnit): string {
    return (
      `${this.reader(binding)}, and line ${rowOf(unit.node, this.model)} changes it after processes were started: ` +
      `children that import the file again would not see the same value. ${
        isDefined(binding) ? 'Give each meaning a name of its own.' : this.advice(binding)
      }`
    );
  }

  private tornByRepeat(binding: Binding, unit: ImportUnit, effect: Effect): string {
    return (
      `${this.reader(binding)}, so line ${rowOf(unit.node, this.model)} can't come under a main guard; outside it, ` +
      `each child ${effect.each ?? 'runs it again'} (${callText(effect.node, this.model)}). ` +
      this.advice(binding)
    );
  }

  /** Who reads a name where a child imports the module. */
  reader(binding: Binding): string {
    const need = this.needs.get(binding);
    switch (need?.kind) {
      case 'importers':
        return `other files import \`${binding.name}\``;
      case 'offered':
        return `\`__all__\` offers \`${binding.name}\` to other files`;
      case 'unit':
        return `line ${rowOf(need.unit.node, this.model)}, which has to stay outside, reads \`${binding.name}\``;
      default:
        return `the workers use \`${binding.name}\``;
    }
  }

  private advice(binding: Binding): string {
    const need = this.needs.get(binding);
    if (need?.kind === 'unit' && need.because) return this.advice(need.because);
    if (isDefined(binding)) {
      return `Define \`${binding.name}\` outside of that statement.`;
    }
    return need?.kind === 'worker'
      ? `Hand \`${binding.name}\` to the workers as an argument, or with initializer= and initargs=.`
      : 'Split the file into a module of definitions and a program.';
  }
}

/** Whether a name is imported from several places. */
function importsAnother({ definitions }: Binding): boolean {
  const names = definitions.map(({ imported }) => imported && importedName(imported));
  return new Set(names).size > 1;
}

function isDefined(binding: Binding): boolean {
  return binding.definitions.some((d) => DEFINED.has(d.kind));
}

const DEFINED: ReadonlySet<string> = new Set(['function', 'class', 'import']);
const DRAWS = /^(numpy\.)?random\.|^torch\.rand/;

function tornByName(binding: Binding, line: number): string {
  return (
    `\`${binding.name}\` is the worker's name, and line ${line} gives it another meaning, so the children ` +
    "can't find the worker under it. Rename one of the two."
  );
}
