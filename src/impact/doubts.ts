import { isKnownPicklable } from '../processes/hand-over/known-values.ts';
import { callText, rowOf } from '../processes/import-time/call-words.ts';
import { isWorse } from '../processes/import-time/effects.ts';
import {
  callKnowledge,
  type ImportUnit,
  importUnits,
} from '../processes/import-time/import-units.ts';
import { isStandardModule } from '../processes/import-time/standard-modules.ts';
import type { ProcessModel } from '../processes/model.ts';
import { reachOfWorkers, type WorkerReach } from '../processes/reach.ts';
import { targetsOf } from '../processes/targets.ts';
import { Footprints } from '../semantics/footprint.ts';
import type { Binding } from '../semantics/scopes.ts';
import type { Node } from '../syntax/node.ts';
import type { Call } from '../syntax/shapes.ts';
import type { StartSite } from './sites.ts';

/**
 * What is not known of the code that children run, as sentences without an end. Where there is none, all that workers
 * call, read and are given is known to be the same under every start method.
 */
export class Doubts {
  private readonly units: readonly ImportUnit[];
  private readonly footprints: Footprints;

  /** `methodNames` are those that classes of the project define. */
  constructor(
    private readonly model: ProcessModel,
    private readonly methodNames: ReadonlySet<string>,
  ) {
    this.units = importUnits(model);
    this.footprints = new Footprints(model.semantics, callKnowledge(model));
  }

  /** Of one place that starts processes. */
  of(site: StartSite): string[] {
    if (site.kind === 'manager') return [];
    const { semantics } = this.model;
    const creations = site.creation ? [site.creation] : [];
    const reach = reachOfWorkers(semantics, creations, site.submissions);
    return [
      ...this.unseenWork(site),
      ...this.unknownWorkers(site),
      ...this.ofCode(reach),
      ...this.unknownValues(site),
    ];
  }

  /** Of the code of this file that children of other files run. */
  ofWorkersElsewhere(): string[] {
    const { semantics, facts } = this.model;
    if (facts.workers.size === 0) return [];
    return this.ofCode(reachOfWorkers(semantics, [], [], facts));
  }

  private ofCode(reach: WorkerReach): string[] {
    return [
      ...[...reach.code].flatMap((fn) => this.unknownCalls(fn)),
      ...[...reach.names].flatMap((name) => this.changes(name, reach.code)),
    ];
  }

  /** A pool that is handed on, or that nobody is seen to give work. */
  private unseenWork({ kind, creation, submissions, text }: StartSite): string[] {
    if (!creation || creation.processClass) return [];
    const tasks = submissions.filter(({ method }) => method !== 'initializer');
    if (tasks.length > 0 && creation.holder.kind !== 'other') return [];
    const what = kind === 'process' ? 'what it runs' : 'what its workers are given to do';
    return [`${what} is not seen: ${text} is ${tasks.length > 0 ? 'handed on' : 'used elsewhere'}`];
  }

  private unknownWorkers({ submissions }: StartSite): string[] {
    const { semantics, facts } = this.model;
    return submissions.flatMap(({ workers }) =>
      workers.flatMap(({ node, definition }) => {
        if (definition) return [];
        const targets = targetsOf(node, semantics);
        const isKnown =
          semantics.values.qualifiedNames(node).length > 0 &&
          !targets.some((target) => facts.unresolved.has(target));
        return isKnown ? [] : [`which code ${this.quoted(node)} is, is not known`];
      }),
    );
  }

  private unknownCalls(fn: Node): string[] {
    const { semantics } = this.model;
    const owner = fn.kind === 'ClassDefinition' ? [] : semantics.callGraph.callsIn(fn);
    return owner.flatMap((call) =>
      this.isKnownCall(call)
        ? []
        : [
            `what ${callText(call.node, this.model)} in line ${rowOf(call.node, this.model)} runs is not known`,
          ],
    );
  }

  private isKnownCall({ callee }: Call): boolean {
    const { semantics, facts } = this.model;
    const targets = targetsOf(callee, semantics);
    if (targets.some((target) => facts.unresolved.has(target))) return false;
    if (targets.length > 0 || semantics.values.qualifiedNames(callee).length > 0) return true;
    if (semantics.values.definitions(callee).length > 0) return true;
    const method = semantics.attribute(callee);
    // A method of an object of which nothing is known is a library's, unless the project has one of that name.
    return (
      method !== null && (!this.methodNames.has(method.name) || this.isOfLibrary(method.object))
    );
  }

  /** Whether an object is one of Python's own, or what a function of the standard library gave. */
  private isOfLibrary(object: Node): boolean {
    const { values } = this.model.semantics;
    const sources = values.sources(object);
    return sources.every(
      (source) =>
        DISPLAYS.test(source.kind) ||
        values.qualifiedNames(source).some((name) => isStandardModule(name.split('.')[0] ?? '')),
    );
  }

  /** Where the value of a name that workers read may not be what a new import of the module gives. */
  private changes(binding: Binding, inWorkers: ReadonlySet<Node>): string[] {
    const { name } = binding;
    const changer = this.changerOf(binding, inWorkers);
    if (changer) return [`\`${name}\`, which workers read, may be changed by ${changer}`];
    const effect = this.units
      .filter((unit) => unit.binds.has(binding) && unit.kind === 'other')
      .flatMap((unit) => unit.effects)
      .find(({ behaviour }) => isWorse(behaviour, 'loading'));
    return effect
      ? [
          `each child makes its own \`${name}\`, by ${callText(effect.node, this.model)} in line ${rowOf(effect.node, this.model)}`,
        ]
      : [];
  }

  private changerOf(binding: Binding, inWorkers: ReadonlySet<Node>): string | null {
    const { semantics } = this.model;
    const later = binding.definitions.find(
      ({ scope, node }) =>
        (scope.kind !== 'module' || this.model.isGuarded(node)) && !inWorkers.has(scope.node),
    );
    if (later) return `line ${rowOf(later.nameNode, this.model)}`;
    if (binding.definitions.every(({ kind }) => kind !== 'assignment')) return null;
    for (const fn of semantics.tree.root.descendants('FunctionDefinition')) {
      const body = fn.lastChild;
      if (!body || inWorkers.has(fn)) continue;
      if (this.footprints.of(body).mutates.has(binding)) {
        return `${semantics.textOf(fn.child('VariableName') ?? fn)}()`;
      }
    }
    const guard = this.units.find((unit) => unit.kind === 'guard' && unit.mutates.has(binding));
    return guard ? 'what stands under the main guard' : null;
  }

  /** Arguments that a child gets pickled under other start methods than fork only. */
  private unknownValues({ creation }: StartSite): string[] {
    const { semantics } = this.model;
    const given = creation?.call.args.filter(({ name }) =>
      /^(args|kwargs|initargs)$/.test(name ?? ''),
    );
    return (given ?? []).flatMap(({ value }) =>
      isKnownPicklable(semantics, value)
        ? []
        : [`whether ${this.quoted(value)} can be pickled is not known`],
    );
  }

  private quoted(node: Node): string {
    const text = this.model.semantics.textOf(node).replace(/\s+/g, ' ');
    return `\`${text.length > 40 ? `${text.slice(0, 39)}…` : text}\``;
  }
}

/** What Python makes an object of its own types from. */
const DISPLAYS =
  /^(Number|String|ContinuedString|FormatString|(Array|Dictionary|Set)(Comprehension)?Expression|TupleExpression)$/;
