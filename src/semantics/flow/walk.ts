import type { Node } from '../../syntax/node.ts';
import type { Binding, Definition, Scope } from '../scopes.ts';
import { Control } from './control.ts';
import type { Known } from './known.ts';
import { PhiGraph, UNBOUND, UNKNOWN } from './phi.ts';
import { ANY, type Site, Sites } from './sites.ts';
import { type Units, unitOf } from './units.ts';

/** What a name holds at a place; where the code that reads it there runs later, what is bound `since` counts too. */
export interface Moment {
  readonly value: number;
  readonly since: number | null;
}

/** How the code of one kind of node runs. */
export type Visitor = (node: Node, walk: Walk) => void;

export type Visitors = Readonly<Record<string, Visitor | undefined>>;

/** What all walks over one text share. */
export interface Context {
  readonly units: Units;
  readonly known: Known;
  readonly visitors: Visitors;
}

/** A walk over one unit's code in the order in which it runs. Afterwards it tells what names held where. */
export class Walk {
  readonly control: Control;
  readonly graph: PhiGraph;
  readonly variables = new Map<Binding, number>();
  /** The definitions of the unit's names in its own code, in the order of the text. */
  readonly definitions: readonly Definition[];
  /** By variable, the definitions in other code, which may run at any time. */
  readonly foreign: Definition[][] = [];
  readonly reads = new Map<Node, Moment>();
  /** For names of classes, what the names held that they mean while the class has not bound them. */
  readonly fallbacks = new Map<Node, Map<Binding, Moment>>();
  /** What names held where a function or lambda was made. */
  readonly captures = new Map<Scope, Map<Binding, Moment>>();
  /** What names held when the code of their scope had run. */
  readonly ends = new Map<Binding, Moment>();
  private readonly indexes = new Map<Node, number>();
  private readonly sites: Sites;
  /** The module's variables, and what the last star import or the like made of each. */
  private readonly shared: number[] = [];
  private readonly disturbed = new Map<number, number>();
  /** In how many expressions that run later the present place lies, and in how many each variable has its scope. */
  private deferral = 0;
  private readonly deferrals: number[] = [];
  /** A variable that is no name's, for a walk that looks for more than names. */
  protected readonly spare: number;

  /** `marks` are the offsets at which the spare variable may be bound. */
  constructor(
    private readonly unit: Scope,
    private readonly context: Context,
    marks: readonly number[] = [],
  ) {
    const { units } = context;
    const own: Definition[] = [];
    for (const binding of units.bindings.get(unit) ?? []) {
      const variable = this.deferrals.push(0) - 1;
      this.variables.set(binding, variable);
      if (binding.scope.kind === 'module') this.shared.push(variable);
      const foreign: Definition[] = [];
      for (const definition of binding.definitions) {
        (unitOf(definition.scope) === unit ? own : foreign).push(definition);
      }
      this.foreign.push(foreign);
    }
    this.definitions = own.sort((a, b) => a.nameNode.from - b.nameNode.from);
    this.spare = this.deferrals.push(0) - 1;
    this.sites = new Sites(this.findSites(marks), this.shared);
    this.graph = new PhiGraph(own.length);
    this.control = new Control(this.deferrals.length, this.graph);
  }

  private findSites(marks: readonly number[]): Site[] {
    for (const [i, { nameNode }] of this.definitions.entries()) this.indexes.set(nameNode, i);
    const disturbances = this.unit.kind === 'module' ? [...this.context.units.unseen.places] : [];
    return [
      ...disturbances.map(({ from }) => ({ offset: from, variable: ANY })),
      ...marks.map((offset) => ({ offset, variable: this.spare })),
      ...this.definitions.map(({ nameNode }) => ({
        offset: nameNode.from,
        variable: this.variableAt(nameNode) ?? this.spare,
      })),
    ];
  }

  get known(): Known {
    return this.context.known;
  }

  run(): this {
    const { node, kind } = this.unit;
    for (const { kind, nameNode } of this.definitions) {
      if (kind === 'parameter') this.name(nameNode);
    }
    if (kind === 'module') this.block(node.children);
    else if (node.lastChild) this.visit(node.lastChild);
    this.control.finish();
    this.close(node);
    return this;
  }

  visit(node: Node): void {
    const visitor = this.context.visitors[node.kind];
    if (visitor) visitor(node, this);
    else this.visitAll(node.children);
  }

  visitAll(nodes: readonly Node[]): void {
    for (const node of nodes) this.visit(node);
  }

  /** Statements one after another; those that control can't get to are read as if it did. */
  block(statements: readonly Node[]): void {
    for (const [i, statement] of statements.entries()) {
      if (!this.control.isLive) {
        this.control.run(() => this.revive(statements.slice(i)));
        return;
      }
      this.visit(statement);
    }
  }

  private revive(statements: readonly Node[]): void {
    for (const statement of statements) {
      this.control.isLive = true;
      this.visit(statement);
    }
  }

  /** A name as it stands in the text: it is bound, unbound or read. */
  name(node: Node): void {
    const index = this.indexes.get(node);
    if (index === undefined) this.read(node);
    else this.bind(node, index);
  }

  /** Whether a name that stands in the unit's code is bound there, rather than read. */
  isBound(node: Node): boolean {
    return this.indexes.has(node);
  }

  read(node: Node): void {
    const reference = this.context.units.references.get(node);
    const moment = reference?.binding && this.momentOf(reference.binding);
    if (!moment) return;
    this.reads.set(node, moment);
    const others = this.context.units.fallbacks(reference);
    if (others.length > 0) this.fallbacks.set(node, this.momentsOf(others));
  }

  private momentsOf(bindings: Iterable<Binding | null>, isLater = false): Map<Binding, Moment> {
    const moments = new Map<Binding, Moment>();
    for (const binding of bindings) {
      const moment = binding && this.momentOf(binding, isLater);
      if (moment) moments.set(binding, moment);
    }
    return moments;
  }

  /** What a name holds at the present place, for code that reads it now, or whenever it runs. */
  protected momentOf(binding: Binding, isLater = false): Moment | null {
    const variable = this.variables.get(binding);
    if (variable === undefined) return null;
    const isNow = !isLater && this.deferrals[variable] === this.deferral;
    return { value: this.control.state.get(variable), since: isNow ? null : this.control.now };
  }

  protected bind(nameNode: Node, index: number): void {
    const { kind } = this.definitions[index] as Definition;
    const variable = this.variableAt(nameNode);
    if (variable === undefined || kind === 'annotation') return;
    if (this.deferrals[variable] === this.deferral) {
      this.control.bind(variable, kind === 'delete' ? UNBOUND : this.graph.valueOf(index));
    } else this.foreign[variable]?.push(this.definitions[index] as Definition);
  }

  unbind(nameNode: Node): void {
    const variable = this.variableAt(nameNode);
    if (variable !== undefined) this.control.bind(variable, UNBOUND);
  }

  protected variableAt(nameNode: Node): number | undefined {
    const binding = this.context.units.scopes.bindingAt.get(nameNode);
    return binding && this.variables.get(binding);
  }

  /** Where a star import or the like stands, names of the module may get any value. */
  disturb(node: Node): void {
    if (!this.context.units.unseen.places.has(node)) return;
    for (const variable of this.shared) {
      const held = this.control.state.get(variable);
      if (held === this.disturbed.get(variable)) continue;
      const value = this.graph.join([held, UNKNOWN]);
      this.disturbed.set(variable, value);
      this.control.bind(variable, value);
    }
  }

  /** A function or lambda is made: from now on it may run. */
  capture(node: Node): void {
    const scope = this.context.units.scopes.opened.get(node);
    const captured = scope && this.context.units.captured.get(scope);
    if (captured) this.captures.set(scope, this.momentsOf(captured, true));
  }

  /** A class body or comprehension begins: it has its names anew each time that it runs. */
  open(node: Node): void {
    for (const binding of this.context.units.scopes.opened.get(node)?.bindings.values() ?? []) {
      const variable = this.variables.get(binding);
      if (variable === undefined) continue;
      this.deferrals[variable] = this.deferral;
      this.control.state.set(variable, UNBOUND);
    }
  }

  /** The code of a module, function or class has run. */
  close(node: Node): void {
    const bindings = this.context.units.scopes.opened.get(node)?.bindings.values() ?? [];
    for (const [binding, moment] of this.momentsOf(bindings)) this.ends.set(binding, moment);
  }

  /** Code that runs some time after control has passed it. */
  defer(code: () => void): void {
    this.deferral++;
    code();
    this.deferral--;
  }

  /** Whether anything is bound in a piece of the unit's code. */
  binds({ from, to }: Node): boolean {
    return this.sites.isAnyIn(from, to);
  }

  /** The variables that are bound in a stretch of the unit's code. */
  boundIn(from: number, to: number): number[] {
    return this.sites.variablesIn(from, to);
  }
}
