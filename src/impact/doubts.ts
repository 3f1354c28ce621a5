import { callText, rowOf } from '../processes/import-time/call-words.ts';
import { type Effect, effectsIfRun, isWorse } from '../processes/import-time/effects.ts';
import type { Creation, ProcessModel } from '../processes/model.ts';
import type { StartMethod } from '../processes/start-method.ts';
import type { Node } from '../syntax/node.ts';
import { clausesOf } from '../syntax/shapes.ts';
import { Changes } from './changes.ts';
import { type Code, CodeReader } from './code-facts.ts';
import { Meanings } from './meanings.ts';
import { Overrides } from './overrides.ts';
import { placesOf } from './parent-code.ts';
import type { Program } from './program.ts';
import { type Linking, type Reach, reachOf, targetsOfProcess } from './reach.ts';
import { replacements } from './replacements.ts';
import { ordersSet } from './set-order.ts';
import { OF_THE_PROCESS, RUNS_ANYTHING } from './settings.ts';
import type { StartSite } from './sites.ts';
import { lineOf, type Place } from './texts.ts';
import { unknownValues } from './values.ts';
import { warmBy } from './warm.ts';

/** What is not known of one place that starts processes. */
export interface SiteDoubts {
  /** Sentences without an end, the plainest first. */
  readonly doubts: readonly string[];
  /** The code that its children run, by the model of its file. */
  readonly code: Reach['code'];
}

/**
 * What is not known of the code that children run. Where there is none, all that workers call, read and are given is
 * known to be the same in a child that was forked and in one that begins anew.
 */
export class Doubts {
  private readonly linking: Linking;
  private readonly changes: Changes;

  /** `to` is the start method of the children. */
  constructor(
    private readonly program: Program,
    private readonly to: StartMethod,
  ) {
    const meanings = new Meanings(program);
    const overrides = new Overrides(program, meanings);
    this.linking = { program, meanings, reader: new CodeReader(meanings), overrides };
    this.changes = new Changes(program);
  }

  of(site: StartSite, model: ProcessModel): SiteDoubts {
    const isServer = site.kind === 'manager' && site.creation !== null;
    if (isServer || site.settled !== null) return { doubts: [], code: new Map() };
    const reach = reachOf(site, model, this.linking);
    const doubts = [
      ...this.unseenWork(site, model),
      ...this.unknownWorkers(site, model),
      ...reach.unknown.map(
        ({ text, ...code }) => `what ${text} in ${this.line(code, model)} runs is not known`,
      ),
      ...[...reach.lost].map(
        ([name, code]) => `where \`${name}\` in ${this.line(code, model)} comes from is not known`,
      ),
      ...this.parentsOnly(reach, model),
      ...this.changed(reach, model),
      ...replacements(reach, model.path, this.program),
      ...this.warm(reach, model),
      ...this.madeAnew(reach, model),
      ...this.ordered(reach, model),
      ...this.ofTheProcess(reach, model),
      ...this.settings(reach, model),
      ...this.repeated(reach, model),
      ...unknownValues(site, model),
    ];
    return { doubts: [...new Set(doubts)], code: reach.code };
  }

  private line({ model, node }: Code, seenFrom: ProcessModel): string {
    return lineOf({ file: model.path, row: rowOf(node, model) }, seenFrom.path);
  }

  /** A pool that is handed on, or that nobody is seen to give work. */
  private unseenWork(site: StartSite, model: ProcessModel): string[] {
    const { kind, creation, submissions, text, unseen } = site;
    if (unseen !== null) return [`what ${text} runs is not known: ${unseen}`];
    if (!creation) return [];
    if (creation.processClass) return this.unseenRun(site, creation.processClass, model);
    const tasks = submissions.filter(({ method }) => method !== 'initializer');
    const isHandedOn = escapes(creation) || this.isAskedFor(creation, model);
    if (tasks.length > 0 && (kind === 'process' || !isHandedOn)) return [];
    const what = kind === 'process' ? 'what it runs' : 'what its workers are given to do';
    return [`${what} is not seen: ${text} is ${tasks.length > 0 ? 'handed on' : 'used elsewhere'}`];
  }

  /** Whether other files may give work to what an attribute holds. */
  private isAskedFor({ holder }: Creation, model: ProcessModel): boolean {
    const name = holder.kind === 'attribute' && model.semantics.attribute(holder.target)?.name;
    return (
      typeof name === 'string' &&
      this.program
        .dependentsWith(model.path, name)
        .flatMap((file) => this.program.modelOf(file) ?? [])
        .some((other) => placesOf(name, other).length > 0)
    );
  }

  /** A Process of a class of the file: it runs its `run`, or what its base is made with. */
  private unseenRun({ text }: StartSite, classNode: Node, model: ProcessModel): string[] {
    const runs = this.linking.meanings.methodOf(model, classNode, 'run');
    const isKnown =
      runs.some(({ kind }) => kind === 'definition') ||
      targetsOfProcess(classNode, model).some(
        (t) => model.semantics.values.definitions(t).length > 0,
      );
    return isKnown ? [] : [`what ${text} runs is not known`];
  }

  private unknownWorkers({ submissions }: StartSite, model: ProcessModel): string[] {
    const { values } = model.semantics;
    return submissions.flatMap(({ workers }) =>
      workers.flatMap(({ node, definition }) => {
        if (definition || values.definitions(node).length > 0) return [];
        if (values.classesOf(node).some((c) => values.method(c, '__call__').length > 0)) return [];
        const names = values.qualifiedNames(node);
        const meanings = names.flatMap((name) => this.linking.meanings.of(name, model));
        const isKnown =
          names.length > 0 &&
          names.every((name) => !name.endsWith('()')) &&
          meanings.every(({ kind }) => kind === 'definition' || kind === 'outside');
        return isKnown ? [] : [`which code ${quoted(node, model)} is, is not known`];
      }),
    );
  }

  /** Functions and classes that children which import the module don't have, or have otherwise. */
  private parentsOnly(reach: Reach, seenFrom: ProcessModel): string[] {
    return [...reach.code].flatMap(([model, code]) =>
      [...code]
        .filter((node) => node.kind !== 'LambdaExpression' && this.isOfParent(node, model))
        .map((node) => {
          const name = model.semantics.textOf(node.child('VariableName') ?? node);
          const line = this.line({ model, node }, seenFrom);
          return `\`${name}\` in ${line} may be there in the parent only`;
        }),
    );
  }

  /** Whether children don't come by a definition, or may not, as a test of the module depends on the process. */
  private isOfParent(node: Node, model: ProcessModel): boolean {
    if (model.isGuarded(node)) return true;
    const top = model.semantics.topLevelStatement(node);
    const tests = top.kind === 'IfStatement' ? clausesOf(top).flatMap(({ header }) => header) : [];
    return tests.some(
      (test) =>
        /\b__name__\b/.test(model.semantics.textOf(test)) ||
        effectsIfRun(test, model).some(({ behaviour }) => isWorse(behaviour, 'loading')),
    );
  }

  /** Variables whose value may not be what a new import of the module gives. */
  private changed(reach: Reach, seenFrom: ProcessModel): string[] {
    return [...reach.variables].flatMap(([binding, model]) => {
      const change = this.changes.of(binding, model);
      const { name } = binding;
      switch (change?.kind) {
        case 'parent':
          return [
            `\`${name}\`, which workers read, may be changed by ${this.line(change.at, seenFrom)}`,
          ];
        case 'set':
          return [
            `\`${name}\`, which workers read, may be set by ${lineOf(change.at, seenFrom.path)}`,
          ];
        case 'import':
          return [
            `each child makes its own \`${name}\`, by ${change.text} in ${this.line(change.at, seenFrom)}`,
          ];
        default:
          return [];
      }
    });
  }

  /** Defaults of parameters, which each import makes anew. */
  private madeAnew(reach: Reach, seenFrom: ProcessModel): string[] {
    return [...reach.code].flatMap(([model, code]) =>
      [...code].flatMap((fn) =>
        (model.semantics.functionShape(fn)?.params ?? []).flatMap(({ defaultValue }) => {
          const effects = defaultValue ? effectsIfRun(defaultValue, model) : [];
          const worst = effects.find(({ behaviour }) => isWorse(behaviour, 'loading'));
          if (!worst || model.semantics.enclosingFunction(fn)) return [];
          const line = this.line({ model, node: worst.node }, seenFrom);
          return [`each child makes its own default by ${callText(worst.node, model)} in ${line}`];
        }),
      ),
    );
  }

  private ordered(reach: Reach, seenFrom: ProcessModel): string[] {
    return [...reach.code].flatMap(([model, code]) =>
      [...code].flatMap((node) => {
        const place = ordersSet(node, model);
        if (!place) return [];
        const line = this.line({ model, node: place }, seenFrom);
        return [`${line} takes a set in its order, which may be another one in each process`];
      }),
    );
  }

  /** What the parent's calls of a worker's function leave behind in it: cached results, filled defaults. */
  private warm(reach: Reach, seenFrom: ProcessModel): string[] {
    return [...reach.code].flatMap(([model, code]) => {
      const file = this.changes.in(model);
      return [...code]
        .filter((fn) => fn.kind === 'FunctionDefinition' && file.parent.runs(fn))
        .flatMap((fn) => warmBy(fn, model, file, this.line({ model, node: fn }, seenFrom)));
    });
  }

  private ofTheProcess(reach: Reach, seenFrom: ProcessModel): string[] {
    return [...reach.uses].flatMap(([name, code]) => {
      const isMainName = /^(builtins\.__name__|\.__module__)$/.test(name) && code.model.role.isMain;
      if (!OF_THE_PROCESS.test(name) && !(isMainName && !isLoggerName(code))) return [];
      const plain = name.replace(/^(builtins)?\./, '');
      if (RUNS_ANYTHING.test(name)) {
        return [`what \`${plain}\` in ${this.line(code, seenFrom)} runs or reads is not known`];
      }
      return [
        `\`${plain}\` in ${this.line(code, seenFrom)} may give something else in another process`,
      ];
    });
  }

  private settings(reach: Reach, seenFrom: ProcessModel): string[] {
    const { settings, packages } = this.program.around(seenFrom.path);
    const own = [...settings].flatMap(([setting, places]) => {
      const [first] = places as [Place, ...Place[]];
      const { what, noticedBy, noticedAtImport, lacking } = setting;
      const isNoticed =
        (lacking === undefined || lacking === this.to) &&
        (noticedBy === undefined || [...reach.uses.keys()].some((name) => noticedBy.test(name)));
      const isKept = noticedAtImport && this.isMadeFrom(reach, noticedAtImport);
      return isNoticed || isKept
        ? [
            `workers may depend on ${what}, which the parent sets in ${lineOf(first, seenFrom.path)}`,
          ]
        : [];
    });
    const modules = new Set([...reach.uses.keys()].map((name) => name.split('.')[0] ?? ''));
    const ofPackages = [...modules].flatMap((module) => {
      const isPackage = module !== '' && !OWN_STATE.test(module);
      const [first] = isPackage ? (packages.get(module) ?? []) : [];
      return first
        ? [`workers use ${module}, which the parent may set up in ${lineOf(first, seenFrom.path)}`]
        : [];
    });
    return [...new Set([...own, ...ofPackages])];
  }

  /** What each child does again when it imports the files of its workers and the program. */
  private repeated(reach: Reach, seenFrom: ProcessModel): string[] {
    const models = new Set([
      ...(seenFrom.role.isMain ? [seenFrom] : []),
      ...reach.code.keys(),
      ...this.program.actingAtImport(seenFrom.path),
    ]);
    // No child imports a notebook.
    const imported = [...models].filter(({ role }) => !role.isNotebook);
    return imported.flatMap((model) =>
      this.changes
        .in(model)
        .units.filter(({ kind }) => kind === 'other')
        .flatMap(({ effects }) => effects)
        .filter(
          (effect) =>
            isRepetition(effect, model) && (model === seenFrom || effect.behaviour !== 'unknown'),
        )
        .map(({ node }) => {
          const line = this.line({ model, node }, seenFrom);
          return `each child does ${callText(node, model)} in ${line} again`;
        }),
    );
  }

  /** Whether a variable gets its value from what a pattern names. */
  private isMadeFrom(reach: Reach, pattern: RegExp): boolean {
    return [...reach.variables].some(([binding, model]) =>
      this.changes
        .in(model)
        .units.some(
          (unit) => unit.binds.has(binding) && pattern.test(model.semantics.textOf(unit.node)),
        ),
    );
  }
}

/** Whether an effect of an import shows when it happens once more: what only gives another value does not. */
function isRepetition({ behaviour, each, node }: Effect, { semantics }: ProcessModel): boolean {
  if (!isWorse(behaviour, 'loading')) return false;
  const isForItself = node.parent?.kind === 'ExpressionStatement';
  return behaviour === 'once'
    ? isForItself || /again/.test(each ?? '')
    : isForItself && semantics.call(node) !== null;
}

/** Modules whose state is told of otherwise, or is each process's own. */
const OWN_STATE =
  /^(builtins|random|atexit|os|sys|asyncio|gc|threading|logging|multiprocessing|concurrent|time)$/;

/** Whether the object that a call makes gets where others may use it. */
function escapes({ holder }: Creation): boolean {
  switch (holder.kind) {
    case 'other':
      return true;
    case 'name':
    case 'with':
      return (holder.binding?.references ?? []).some(({ node }) => !isReceiver(node));
    default:
      return false;
  }
}

function isReceiver(node: Node): boolean {
  const member = node.parent;
  return (
    member?.kind === 'MemberExpression' &&
    member.firstChild === node &&
    member.parent?.kind === 'CallExpression'
  );
}

function isLoggerName({ model, node }: Code): boolean {
  const call = node.ancestor('CallExpression');
  return call !== null && /getLogger$/.test(callText(call, model).replace(/\(.*$/, ''));
}

function quoted(node: Node, { semantics }: ProcessModel): string {
  const text = semantics.textOf(node).replace(/\s+/g, ' ');
  return `\`${text.length > 40 ? `${text.slice(0, 39)}…` : text}\``;
}
