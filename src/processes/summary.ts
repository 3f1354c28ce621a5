import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import { importedName, importsOf } from '../syntax/shapes.ts';
import { bareSummary } from './bare-decorators.ts';
import type { BareSummary } from './facts.ts';
import { callText, rowOf } from './import-time/call-words.ts';
import type { CreationKind, Library } from './libraries.ts';
import type { ProcessModel, Start } from './model.ts';
import type { StartMethod } from './start-method.ts';
import { type StateSummary, summariseState } from './state/summary.ts';
import { MODULE_CODE, ownName, type Target, targetsOf, valueTargets } from './targets.ts';

/** What other files need to know of a module. Plain data: no node, no text of more than a call. */
export interface ModuleSummary {
  /** What the module's names stand for that are neither its functions nor its classes. */
  readonly names: ReadonlyMap<string, readonly Target[]>;
  readonly starImports: readonly string[];
  /** The modules that it imports, and the names of them that may be modules, as it writes them. */
  readonly imports: readonly string[];
  /** Those of them that it imports whenever it is imported itself. */
  readonly importsAtOnce: readonly string[];
  /** By their own names. */
  readonly classes: ReadonlyMap<Target, ClassSummary>;
  /** What each function's code does, by its own name; the module's by `MODULE_CODE`. */
  readonly code: ReadonlyMap<Target, CodeSummary>;
  /** What shows that it is run as a program, in its own text. */
  readonly isProgram: boolean;
  readonly state: StateSummary;
}

export interface ClassSummary {
  readonly bases: readonly Target[];
  /** What it or its instances have besides methods. */
  readonly attributes: ReadonlySet<string>;
}

export { MODULE_CODE };

export interface CodeSummary {
  readonly starts: readonly StartSummary[];
  readonly calls: readonly CallSummary[];
  /** The calls that hand callables to children, with the callables. */
  readonly submissions: readonly CallSummary[];
  /** What each decorator of the function may be. */
  readonly decorators: readonly (readonly Target[])[];
  /** Of a decorator whose result goes by a name of its own. */
  readonly bare: BareSummary | null;
  /** Whether it calls what it is given, or hands it back: as a decorator, it hides nothing. */
  readonly callsGiven: boolean;
}

/** A place in the code, and whether a child that imports the main module passes over it. */
export interface Place {
  /** From 1. */
  readonly row: number;
  /** The call for messages: `Pool(…)`. */
  readonly text: string;
  readonly isGuarded: boolean;
}

export interface StartSummary extends Place {
  readonly kind: CreationKind;
  readonly library: Library;
  readonly method: StartMethod | null;
}

export interface CallSummary extends Place {
  readonly targets: readonly Target[];
}

/** What a module's model says to the files that import it. */
export function summarise(model: ProcessModel): ModuleSummary {
  const { semantics, isGuarded } = model;
  const imports = importedModules(model);
  const isAtOnce = (node: Node) => !isGuarded(node) && semantics.enclosingFunction(node) === null;
  return {
    names: namesOf(model),
    starImports: semantics.scopes.starImports.map(({ module }) => module),
    classes: classesOf(semantics),
    code: codeOf(model),
    imports: imports.flatMap(({ names }) => names),
    importsAtOnce: imports.filter(({ node }) => isAtOnce(node)).flatMap(({ names }) => names),
    state: summariseState(model),
    isProgram: model.guards.length > 0 || model.tree.text.startsWith('#!'),
  };
}

function classesOf(semantics: Semantics): Map<Target, ClassSummary> {
  const classes = semantics.tree.root.descendants('ClassDefinition').flatMap((node) => {
    const name = ownName(node, semantics);
    const bases = semantics.values.bases(node).flatMap((base) => targetsOf(base, semantics));
    const attributes = new Set(semantics.values.attributesOf(node).keys());
    return name ? [[name, { bases, attributes }] as const] : [];
  });
  return new Map(classes);
}

function namesOf({ semantics, isGuarded }: ProcessModel): Map<string, readonly Target[]> {
  const names = new Map<string, readonly Target[]>();
  for (const [name, binding] of semantics.scopes.module.bindings) {
    const targets = semantics
      .atEnd(binding)
      .definitions.flatMap(({ kind, node, imported, value }) => {
        if (isGuarded(node)) return [];
        if (imported) return [importedName(imported)];
        return kind === 'assignment' && value ? valueTargets(value, semantics) : [];
      });
    if (targets.length > 0) names.set(name, targets);
  }
  return names;
}

function codeOf(model: ProcessModel): Map<Target, CodeSummary> {
  const { semantics } = model;
  const code = new Map<Target, MutableCode>();
  const codeNamed = (name: Target) => {
    const known = code.get(name) ?? emptyCode();
    code.set(name, known);
    return known;
  };
  const codeAt = (node: Node) => {
    const owner = semantics.enclosingFunction(node);
    const name = owner ? ownName(owner, semantics) : MODULE_CODE;
    return name === null ? null : codeNamed(name);
  };
  const place = (node: Node): Place => ({
    row: rowOf(node, model),
    text: callText(node, model),
    isGuarded: model.isGuarded(node),
  });
  for (const node of semantics.tree.root.descendants('FunctionDefinition')) {
    const name = ownName(node, semantics);
    if (!name) continue;
    const own = codeNamed(name);
    own.decorators.push(...decoratorsOf(node, semantics));
    own.callsGiven ||= callsGiven(node, semantics);
    own.bare = bareSummary(node, semantics);
  }
  for (const { node, kind, library, method } of workStarts(model)) {
    codeAt(node)?.starts.push({ kind, library, method, ...place(node) });
  }
  for (const call of semantics.allCalls()) {
    const targets = targetsOf(call.callee, semantics);
    if (targets.length > 0) codeAt(call.node)?.calls.push({ targets, ...place(call.node) });
  }
  for (const { call, workers } of model.submissions) {
    const targets = workers.flatMap(({ node }) => targetsOf(node, semantics));
    if (targets.length > 0) codeAt(call.node)?.submissions.push({ targets, ...place(call.node) });
  }
  return code;
}

interface MutableCode extends CodeSummary {
  readonly starts: StartSummary[];
  readonly calls: CallSummary[];
  readonly submissions: CallSummary[];
  readonly decorators: (readonly Target[])[];
  bare: BareSummary | null;
  callsGiven: boolean;
}

function emptyCode(): MutableCode {
  return { starts: [], calls: [], submissions: [], decorators: [], bare: null, callsGiven: false };
}

function decoratorsOf(fn: Node, semantics: Semantics): Target[][] {
  return (semantics.functionShape(fn)?.decorators ?? []).flatMap((decorator) => {
    const expression = decorator.lastChild;
    const isPlain = !expression || BINDS_ONLY.test(semantics.textOf(expression));
    return isPlain ? [] : [valueTargets(expression, semantics)];
  });
}

const BINDS_ONLY = /^(staticmethod|classmethod)$/;

/** Whether a function, or one inside it, calls or returns a parameter of either. */
function callsGiven(fn: Node, semantics: Semantics): boolean {
  const isGiven = (node: Node | null) =>
    node?.kind === 'VariableName' &&
    (semantics.bindingOf(node)?.definitions.some(({ kind }) => kind === 'parameter') ?? false);
  return (
    fn
      .descendants('CallExpression')
      .some((node) => isGiven(semantics.call(node)?.callee ?? null)) ||
    fn.descendants('ReturnStatement').some((node) => isGiven(node.lastChild))
  );
}

/** The import statements that Python runs, with the modules that they may import. */
export function importedModules({ semantics, tree }: ProcessModel): ImportedModules[] {
  return tree.root
    .descendants('ImportStatement')
    .filter((node) => !isForTypesOnly(node, semantics))
    .map((node) => ({
      node,
      names: importsOf(node, tree.text).flatMap(({ module, imported }) =>
        imported === null ? [module] : [module, insideOf(module, imported)],
      ),
    }));
}

export interface ImportedModules {
  readonly node: Node;
  readonly names: readonly string[];
}

function insideOf(module: string, name: string): string {
  return module.endsWith('.') ? module + name : `${module}.${name}`;
}

/** Under `if TYPE_CHECKING:`, which Python passes over. */
function isForTypesOnly(node: Node, semantics: Semantics): boolean {
  const statement = node.ancestor('IfStatement');
  const test = statement?.children[1];
  if (!statement || !test) return false;
  return (
    /(^|\.)TYPE_CHECKING$/.test(semantics.textOf(test)) || isForTypesOnly(statement, semantics)
  );
}

/** What starts processes, without what other files do. An executor starts them with its first task. */
function workStarts({ starts, submissions }: ProcessModel): Omit<Start, 'creations' | 'behind'>[] {
  const tasks = submissions.flatMap(({ call, delivery, creations }) => {
    const executor = creations.find(({ kind }) => kind === 'executor');
    if (!executor || delivery === 'constructor') return [];
    const { kind, library, method } = executor;
    return [{ node: call.node, kind, library, method }];
  });
  return [...starts.filter(({ kind, behind }) => kind !== 'executor' && !behind), ...tasks];
}
