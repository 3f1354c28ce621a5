import type { Binding } from '../semantics/scopes.ts';
import type { Node } from '../syntax/node.ts';
import { importsOf } from '../syntax/shapes.ts';
import { commutes } from './commute.ts';
import { type Effect, isWorse } from './effects.ts';
import { type ImportUnit, importUnits } from './import-units.ts';
import type { MainGuard, ProcessModel } from './model.ts';
import { namesForWorkers } from './worker-code.ts';

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

export interface Repeated {
  readonly statement: Node;
  readonly effect: Effect;
}

/** Why a module can't be split, for the user. */
export interface Torn {
  readonly torn: string;
}

export function splitMain(model: ProcessModel): MainSplit | Torn {
  const splitter = new Splitter(model);
  const split = splitter.split();
  return splitter.torn === null ? split : { torn: splitter.torn };
}

/** Why a name must be there when a child imports the module. */
type Need =
  | { readonly kind: 'worker' | 'importers' }
  /** A statement that stays reads it: because of another name, or for what it is. */
  | { readonly kind: 'unit'; readonly unit: ImportUnit; readonly because: Binding | null };

class Splitter {
  /** The first reason found why there can be no split. */
  torn: string | null = null;
  private readonly units: ImportUnit[];
  /** The first statement that starts workers: a manager's process runs none of the program's code. */
  private readonly firstStart: number;
  /** The last statement that starts processes or hands them work. */
  private readonly lastReach: number;
  private readonly needs = new Map<Binding, Need>();
  private readonly staying = new Set<ImportUnit>();

  constructor(private readonly model: ProcessModel) {
    this.units = importUnits(model);
    const starting = this.units.filter((unit) => unit.starts.length > 0);
    const workers = starting.find((unit) => unit.starts.some((s) => s.start.kind !== 'manager'));
    this.firstStart = (workers ?? starting[0])?.index ?? this.units.length;
    const submissions = new Set(model.submissions.map((s) => s.call.node));
    this.lastReach = this.units.findLastIndex(
      (unit) => unit.starts.length > 0 || unit.effects.some((e) => submissions.has(e.node)),
    );
  }

  split(): MainSplit {
    this.collectNeeds();
    const repeated = this.checkRepeated();
    const running = this.runningUnits();
    this.checkNamesSet(running);
    const groups = this.groups(running);
    return { groups, repeated, unseen: this.unseen(running) };
  }

  private tear(reason: string): void {
    this.torn ??= reason;
  }

  private collectNeeds(): void {
    const { model } = this;
    for (const binding of namesForWorkers(model)) this.needs.set(binding, { kind: 'worker' });
    const imported = model.facts.importedNames;
    for (const [name, binding] of model.semantics.scopes.module.bindings) {
      if (this.needs.has(binding)) continue;
      if (imported === 'all' || imported.has(name)) this.needs.set(binding, { kind: 'importers' });
    }
    for (const unit of this.units) if (this.mustStay(unit)) this.stay(unit, null);
    // A Map's iteration goes on over what is added to it on the way.
    for (const [binding, need] of this.needs) this.torn ??= this.keep(binding, need);
  }

  /** Definitions and configuration stay wherever they are; the rest only where something needs it. */
  private mustStay(unit: ImportUnit): boolean {
    if (unit.starts.length > 0) return false;
    if (unit.kind === 'definition' || unit.kind === 'docstring') return true;
    if (unit.kind === 'import') return !this.isFreeImport(unit);
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

  private isConfiguration(unit: ImportUnit): boolean {
    return (
      unit.effects.some(
        (e) => e.behaviour === 'configuration' || this.isLogFile(e) || this.precedesImport(unit, e),
      ) && unit.effects.every((e) => e.behaviour !== 'once' || this.isLogFile(e))
    );
  }

  private isLogFile(effect: Effect): boolean {
    return /^logging\./.test(this.calleeName(effect));
  }

  /** A bare call of a package's function before a later import often sets up what that import needs. */
  private precedesImport(unit: ImportUnit, effect: Effect): boolean {
    return (
      isModuleCall(effect, this.model) &&
      unit.node.contains(effect.node) &&
      this.units.some((later) => later.kind === 'import' && later.index > unit.index)
    );
  }

  private stay(unit: ImportUnit, because: Binding | null): void {
    if (this.staying.has(unit)) return;
    this.staying.add(unit);
    for (const binding of unit.reads) {
      if (!this.needs.has(binding)) this.needs.set(binding, { kind: 'unit', unit, because });
    }
  }

  /** Keeps all statements that give a needed name its value outside the guard, or says why that can't be. */
  private keep(binding: Binding, need: Need): string | null {
    const hiding = this.hidesWorker(binding);
    if (hiding) return tornByName(binding, this.lineOf(hiding));
    const makers = this.units.filter(
      (unit) => unit.kind !== 'guard' && (unit.binds.has(binding) || unit.changes.has(binding)),
    );
    for (const unit of makers) {
      const isLate = unit.index > this.firstStart && makers.length > 1;
      if (unit.starts.length > 0) return this.tornByStart(binding, unit);
      if (!isLate || this.staying.has(unit) || need.kind === 'importers') this.stay(unit, binding);
      else if (unit.index <= this.lastReach || need.kind === 'unit') {
        return this.tornBetween(binding, unit);
      }
    }
    return null;
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

  /** Looks at what stays outside the guard although each child will run it again. */
  private checkRepeated(): Repeated[] {
    return [...this.staying].flatMap((unit) => {
      const isDefinition = unit.kind === 'definition' || unit.kind === 'import';
      const needed = [...unit.binds, ...unit.changes].filter((b) => this.needs.has(b));
      const worst = unit.effects.reduce<Effect | null>(
        (a, b) => (a === null || isWorse(b.behaviour, a.behaviour) ? b : a),
        null,
      );
      if (!worst) return [];
      if (worst.behaviour === 'once' && needed[0]) {
        if (this.isSeeded(unit, worst)) return [{ statement: unit.node, effect: worst }];
        this.tear(this.tornByRepeat(needed[0], unit, worst));
      } else if (worst.behaviour === 'once' && this.isLogFile(worst)) {
        this.tear(
          `line ${this.lineOf(worst.node)} sets up the log for the workers too, and outside a main guard ` +
            `each child ${worst.each}. Open it for appending.`,
        );
      }
      return !isDefinition && isWorse(worst.behaviour, 'loading')
        ? [{ statement: unit.node, effect: worst }]
        : [];
    });
  }

  /** Whether random numbers come out the same again, because a seed was set before. */
  private isSeeded(unit: ImportUnit, effect: Effect): boolean {
    return (
      DRAWS.test(this.calleeName(effect)) &&
      this.units.some(
        (earlier) =>
          earlier.index < unit.index && earlier.effects.some((e) => SEEDS.test(this.calleeName(e))),
      )
    );
  }

  private calleeName(effect: Effect): string {
    const { semantics } = this.model;
    const call = semantics.call(effect.node);
    return (call && semantics.values.qualifiedName(call.callee)) ?? '';
  }

  /** What comes under a guard: what starts processes or does something, and what builds on that. */
  private runningUnits(): Set<ImportUnit> {
    const running = new Set<ImportUnit>();
    const made = new Set<Binding>();
    for (const unit of this.units) {
      if (this.staying.has(unit) || unit.kind === 'guard') continue;
      const runs =
        unit.starts.length > 0 ||
        unit.effects.some((e) => isWorse(e.behaviour, 'configuration')) ||
        [...unit.reads].some((binding) => made.has(binding));
      if (!runs) continue;
      running.add(unit);
      for (const binding of [...unit.binds, ...unit.changes]) made.add(binding);
    }
    return running;
  }

  /** Names that a program makes up as it runs can't be told from those that the workers need. */
  private checkNamesSet(running: ReadonlySet<ImportUnit>): void {
    for (const unit of running) {
      const effect = unit.effects.find((e) => SETS_NAMES.test(this.calleeName(e)));
      if (effect && unit.node.contains(effect.node)) {
        this.tear(
          `line ${this.lineOf(effect.node)} may set names that the workers need ` +
            `(${callText(effect.node, this.model)}). Assign them by name.`,
        );
      }
    }
  }

  private groups(running: ReadonlySet<ImportUnit>): RunGroup[] {
    const parts = this.parts(running);
    const groups: { moved: ImportUnit[][]; place: ImportUnit[] }[] = [];
    for (const part of [...parts].reverse()) {
      const below = groups[0];
      const isMovable = part.every((unit) => unit.kind !== 'guard');
      if (below && isMovable && this.passes(part, below.place, parts)) below.moved.unshift(part);
      else groups.unshift({ moved: [], place: part });
    }
    for (const { place } of groups) this.checkWorkersAbove(place);
    return groups
      .filter(({ moved, place }) => moved.length > 0 || place.some((unit) => running.has(unit)))
      .map(({ moved, place }) => ({
        moved: moved.map((part) => part.map((unit) => unit.node)),
        place: place.map((unit) => unit.node),
        guard: this.model.guards.find((g) => place.some((u) => u.node === g.statement)) ?? null,
      }));
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
      } else if (this.staying.has(unit) || unit.kind === 'guard') close();
      else if (part.length > 0) between.push(unit);
    }
    close();
    return parts;
  }

  /** Whether a guard is one that more statements can come under. */
  private isUsable(unit: ImportUnit): boolean {
    const guard = this.model.guards.find((g) => g.statement === unit.node);
    const text = guard ? this.model.semantics.textOf(guard.test) : '';
    return guard?.hasElse === false && !/\band\b/.test(text);
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

  /** A pool that is made before a worker is defined can't run it, under fork either. */
  private checkWorkersAbove(place: readonly ImportUnit[]): void {
    const start = place.find((unit) => unit.starts.length > 0);
    const late = this.units.find(
      (unit) =>
        start &&
        unit.index > start.index &&
        unit.kind === 'definition' &&
        this.staying.has(unit) &&
        [...unit.binds].some((b) => this.needs.get(b)?.kind === 'worker'),
    );
    const name = late && [...late.binds][0];
    if (start && late && name) {
      this.tear(
        `\`${name.name}\` runs in the workers, but line ${this.lineOf(late.node)} defines it after ` +
          `line ${this.lineOf(start.node)} has started processes: move the definition up.`,
      );
    }
  }

  private unseen(running: ReadonlySet<ImportUnit>): Effect[] {
    return [...running]
      .filter((unit) => unit.index < this.firstStart)
      .flatMap((unit) => unit.effects.filter((effect) => isModuleCall(effect, this.model)));
  }

  private lineOf(node: Node): number {
    return this.model.tree.lines.positionOf(node.from).row;
  }

  private tornByStart(binding: Binding, unit: ImportUnit): string {
    const does = unit.binds.has(binding) ? 'gives it its value' : 'changes it';
    return (
      `${this.reader(binding)}, and line ${this.lineOf(unit.node)}, which starts processes, ${does}: ` +
      `under a main guard that would not be seen there. ${this.advice(binding)}`
    );
  }

  private tornBetween(binding: Binding, unit: ImportUnit): string {
    return (
      `${this.reader(binding)}, and line ${this.lineOf(unit.node)} changes it after processes were started: ` +
      `children that import the file again would not see the same value. ${this.advice(binding)}`
    );
  }

  private tornByRepeat(binding: Binding, unit: ImportUnit, effect: Effect): string {
    return (
      `${this.reader(binding)}, so line ${this.lineOf(unit.node)} can't come under a main guard; outside it, ` +
      `each child ${effect.each ?? 'runs it again'} (${callText(effect.node, this.model)}). ` +
      this.advice(binding)
    );
  }

  /** Who reads a name where a child imports the module. */
  private reader(binding: Binding): string {
    const need = this.needs.get(binding);
    switch (need?.kind) {
      case 'importers':
        return `other files import \`${binding.name}\``;
      case 'unit':
        return `line ${this.lineOf(need.unit.node)}, which has to stay outside, reads \`${binding.name}\``;
      default:
        return `the workers use \`${binding.name}\``;
    }
  }

  private advice(binding: Binding): string {
    const need = this.needs.get(binding);
    if (need?.kind === 'unit' && need.because) return this.advice(need.because);
    if (binding.definitions.some((d) => DEFINED.has(d.kind))) {
      return `Define \`${binding.name}\` outside of that statement.`;
    }
    return need?.kind === 'worker'
      ? `Hand \`${binding.name}\` to the workers as an argument, or with initializer= and initargs=.`
      : 'Split the file into a module of definitions and a program.';
  }
}

const DEFINED: ReadonlySet<string> = new Set(['function', 'class', 'import']);
const SETS_NAMES = /^builtins\.(globals|locals|vars|exec)$/;
const DRAWS = /^(numpy\.)?random\.|^torch\.rand/;
const SEEDS = /^((numpy\.)?random\.seed|torch\.manual_seed)$/;

function tornByName(binding: Binding, line: number): string {
  return (
    `\`${binding.name}\` is the worker's name, and line ${line} gives it another meaning, so the children ` +
    "can't find the worker under it. Rename one of the two."
  );
}

/** `toolkit.prepare()` as a statement: it may set something up that nobody sees. */
function isModuleCall(effect: Effect, { semantics }: ProcessModel): boolean {
  const call = semantics.call(effect.node);
  if (effect.behaviour !== 'unknown' || !call) return false;
  if (effect.node.parent?.kind !== 'ExpressionStatement') return false;
  return semantics.values
    .qualifiedNames(call.callee)
    .some((name) => !name.includes('()') && !name.startsWith('builtins.'));
}

/** A call for messages: `open(…)`. */
export function callText(node: Node, { semantics }: ProcessModel): string {
  const call = semantics.call(node);
  if (!call) return semantics.textOf(node).split('\n', 1)[0] ?? '';
  const callee = semantics.textOf(call.callee).replace(/\s+/g, ' ');
  return `${callee}(${call.args.length > 0 ? '…' : ''})`;
}
