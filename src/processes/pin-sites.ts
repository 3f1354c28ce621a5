/** Where a file's processes get their context, and whether that can be another one. */
import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import type { Argument, Call } from '../syntax/shapes.ts';
import { contextArgument, processBase } from './creations.ts';
import { cudaInWorkers } from './cuda.ts';
import { apiOf, type Library } from './libraries.ts';
import type { Creation, ProcessModel } from './model.ts';

/** The libraries whose processes `multiprocessing`'s contexts make. */
const WITH_CONTEXTS: ReadonlySet<string> = new Set([
  'multiprocessing',
  'torch.multiprocessing',
  'concurrent.futures',
]);

/** One place in the text that gives the creations their context. */
export interface PinSite {
  /** An executor takes a context as an argument; anything else is a member of one: `Pool` of `mp.Pool`. */
  readonly kind: 'call' | 'class' | 'executor';
  /** What a context's member would stand for, or the executor's call. */
  readonly node: Node;
  /** `Pool`, `Process`. */
  readonly member: string;
  /** The context that an executor is given already. */
  readonly given: Argument | null;
  readonly creations: readonly Creation[];
  /** Why it can't have another context; null where it can. */
  readonly obstacle: string | null;
  /** What may be different then besides the start method; null where nothing is. */
  readonly risk: string | null;
}

/** The places that give the creations of a file their context, without those that are pinned to a start method. */
export function pinSites(model: ProcessModel): PinSite[] {
  const sites = new Map<Node, PinSite>();
  for (const creation of model.creations) {
    if (creation.method !== null) continue;
    const site = siteOf(creation, model);
    const known = sites.get(site.node);
    const creations = [...(known?.creations ?? []), creation];
    sites.set(site.node, { ...site, creations });
  }
  return [...sites.values()];
}

function siteOf(creation: Creation, model: ProcessModel): PinSite {
  const { semantics } = model;
  const { call, kind, processClass } = creation;
  const base = processClass && processBase(processClass, semantics);
  const given = base ? null : contextArgument(call, creation);
  const isExecutor = kind === 'executor';
  const node = base ? base.expression : isExecutor ? call.node : call.callee;
  const names = semantics.values.qualifiedNames(base ? base.expression : call.callee);
  return {
    kind: base ? 'class' : isExecutor ? 'executor' : 'call',
    node,
    member: MEMBERS[kind] ?? '',
    given,
    creations: [],
    obstacle:
      libraryObstacle(names) ??
      (base ? null : argumentObstacle(call, given, isExecutor, semantics)) ??
      contextObstacle(base?.expression ?? call.callee, semantics) ??
      (kind === 'process' ? instanceObstacle(model) : null) ??
      cudaObstacle(model),
    risk: base ? CLASS_RISK : nameRisk(creation, model),
  };
}

const CLASS_RISK =
  'the class then has its start method from the moment of its definition, and is no multiprocessing.Process';

const MEMBERS: Readonly<Partial<Record<Creation['kind'], string>>> = {
  pool: 'Pool',
  process: 'Process',
  manager: 'Manager',
};

function libraryObstacle(names: readonly string[]): string | null {
  const libraries = names.map((name) => libraryOf(name));
  const [foreign] = libraries.filter((library) => !library || !WITH_CONTEXTS.has(library.name));
  if (libraries.length > 0 && foreign === undefined) return null;
  return foreign
    ? `mpfix does not know how ${foreign.name} is given a context`
    : 'what is called here may be several things';
}

function libraryOf(name: string): Library | null {
  return apiOf(name)?.library ?? null;
}

function argumentObstacle(
  call: Call,
  given: Argument | null,
  isExecutor: boolean,
  semantics: Semantics,
): string | null {
  if (given && !(isExecutor && isDefaultContext(given.value, semantics)))
    return chosenElsewhere(given.value, semantics);
  return isExecutor && !given && call.args.some(({ star }) => star !== '')
    ? 'its arguments may hold a context already'
    : null;
}

/** The context whose member is called has to be the default one. */
function contextObstacle(callee: Node, semantics: Semantics): string | null {
  for (const source of semantics.values.sources(callee)) {
    const object = semantics.attribute(source)?.object;
    const names = object ? semantics.values.qualifiedNames(object) : [];
    if (!object || !names.some((name) => name.includes('()'))) continue;
    if (!isDefaultContext(object, semantics)) return chosenElsewhere(object, semantics);
  }
  return null;
}

/** `None`, or a context that was asked for without a method. */
function isDefaultContext(expression: Node, semantics: Semantics): boolean {
  return semantics.values.sources(expression).every((source) => {
    const call = semantics.call(source);
    return (
      source.kind === 'None' ||
      (call !== null && call.args.length === 0 && isGetContext(call, semantics))
    );
  });
}

function isGetContext({ callee }: Call, semantics: Semantics): boolean {
  const names = semantics.values.qualifiedNames(callee);
  return names.length > 0 && names.every((name) => name.endsWith('.get_context'));
}

function chosenElsewhere(context: Node, semantics: Semantics): string {
  return `its context, \`${semantics.textOf(context)}\`, is chosen elsewhere`;
}

/** A process of a context is no instance of `multiprocessing.Process`. */
function instanceObstacle({ semantics }: ProcessModel): string | null {
  const test = semantics.allCalls().find(({ callee, args }) => {
    const isTest = /^builtins\.is(instance|subclass)$/.test(
      semantics.values.qualifiedName(callee) ?? '',
    );
    const kinds = isTest ? args[1] : undefined;
    return kinds && [...kinds.value.walk()].some((node) => isProcessClass(node, semantics));
  });
  return test
    ? `\`${semantics.textOf(test.node)}\` would no longer hold: the processes of a context are no multiprocessing.Process`
    : null;
}

/** Processes of a context have names of their own, unless they are given one. */
function nameRisk({ kind, call }: Creation, { tree, semantics }: ProcessModel): string | null {
  if (kind !== 'process' || call.args.some(isName)) return null;
  const isRead =
    NAMES_READ.test(tree.text) ||
    tree.root.descendants('MemberExpression').some((member) => {
      const attribute = semantics.attribute(member);
      return (
        attribute?.name === 'name' && semantics.values.sources(attribute.object).includes(call.node)
      );
    });
  return isRead ? 'its name is then ForkProcess-1 instead of Process-1' : null;
}

const NAMES_READ = /\b(current_process|parent_process|active_children|processName)\b/;

function isName({ name }: Argument): boolean {
  return name === 'name';
}

function isProcessClass(node: Node, semantics: Semantics): boolean {
  return (
    /^(VariableName|MemberExpression)$/.test(node.kind) &&
    semantics.values.qualifiedNames(node).some((name) => apiOf(name)?.kind === 'process')
  );
}

function cudaObstacle(model: ProcessModel): string | null {
  const use = cudaInWorkers(model);
  if (!use) return null;
  return `the workers use CUDA (${model.tree.lines.lineName(use.from)}), which does not survive a fork`;
}
