/** Processes from their creation to their end: what runs in them, where they are started, joined, stopped and watched. */
import type { Node } from '../../syntax/node.ts';
import type { Call } from '../../syntax/shapes.ts';
import type { Creation, ProcessModel } from '../model.ts';
import { functionsReachedFrom } from '../state/reads.ts';

/** What one call makes: one process, or one each time that it is evaluated. */
export interface ProcessLife {
  readonly creation: Creation;
  /** The functions and lambdas of this file that it begins with; none where its code is not known. */
  readonly workers: readonly Node[];
  /** All functions and lambdas of this file that run in it. */
  readonly code: ReadonlySet<Node>;
  /** Whether the end of the program ends it; null where that is not known. */
  readonly isDaemon: boolean | null;
  /** What is done with it, in the order of the text. */
  readonly uses: readonly ProcessUse[];
}

export type ProcessUseKind = 'start' | 'join' | 'stop' | 'watch';

/** One place that does something with processes. */
export interface ProcessUse {
  readonly kind: ProcessUseKind;
  /** The expression that stands for the process, as in `p.join()`. */
  readonly process: Node;
  /** The call, or the attribute that is read. */
  readonly node: Node;
  /** Null where an attribute is read. */
  readonly call: Call | null;
  /** The calls that made what the expression may stand for. */
  readonly creations: readonly Creation[];
}

const KINDS: ReadonlyMap<string, ProcessUseKind> = new Map<string, ProcessUseKind>([
  ['start', 'start'],
  ['join', 'join'],
  ['terminate', 'stop'],
  ['kill', 'stop'],
  ['close', 'stop'],
  ['is_alive', 'watch'],
  ['exitcode', 'watch'],
  ['sentinel', 'watch'],
  ['pid', 'watch'],
]);

const livesOfModels = new WeakMap<ProcessModel, readonly ProcessLife[]>();

/** The lives of the file's processes, in the order of their creations. */
export function processLives(model: ProcessModel): readonly ProcessLife[] {
  let lives = livesOfModels.get(model);
  if (!lives) {
    const creations = model.creations.filter(({ kind }) => kind === 'process');
    const uses = creations.length > 0 ? usesOf(creations, model) : [];
    const daemons = creations.length > 0 ? daemonAssignments(model) : [];
    lives = creations.map((creation) => lifeOf(creation, uses, daemons, model));
    livesOfModels.set(model, lives);
  }
  return lives;
}

function lifeOf(
  creation: Creation,
  all: readonly ProcessUse[],
  daemons: readonly DaemonAssignment[],
  model: ProcessModel,
): ProcessLife {
  const workers = workersOf(creation, model);
  const uses = all.filter(({ creations }) => creations.includes(creation));
  return {
    creation,
    workers,
    code: new Set(functionsReachedFrom(workers, model)),
    isDaemon: isDaemon(creation, daemons, model.semantics),
    uses,
  };
}

/** What a process begins with; none where any of it is code of another file. */
function workersOf(creation: Creation, { semantics, submissions }: ProcessModel): Node[] {
  if (creation.processClass) return semantics.values.method(creation.processClass, 'run');
  const workers = submissions
    .filter(({ method, creations }) => method === 'target' && creations.includes(creation))
    .flatMap((submission) => submission.workers.map(({ definition }) => definition));
  const known = workers.filter((definition) => definition !== null);
  return known.length === workers.length ? known : [];
}

function usesOf(creations: readonly Creation[], model: ProcessModel): ProcessUse[] {
  const { semantics, tree } = model;
  const byCall = new Map(creations.map((creation) => [creation.call.node, creation]));
  return tree.root.descendants('MemberExpression').flatMap((member) => {
    const attribute = semantics.attribute(member);
    const kind = attribute ? KINDS.get(attribute.name) : undefined;
    if (!attribute || !kind) return [];
    const sources = semantics.values.sources(attribute.object);
    const used = sources.flatMap((source) => byCall.get(source) ?? []);
    if (used.length === 0) return [];
    const outer = member.parent ? semantics.call(member.parent) : null;
    const call = outer?.callee === member ? outer : null;
    return [{ kind, process: attribute.object, node: call?.node ?? member, call, creations: used }];
  });
}

/** `process.daemon = True`: the calls that may have made the process, null where it may be any, and the value. */
interface DaemonAssignment {
  readonly makers: readonly Node[] | null;
  readonly value: Node;
}

function daemonAssignments({ semantics, tree }: ProcessModel): DaemonAssignment[] {
  return tree.root.descendants('AssignStatement').flatMap((statement) => {
    const [target] = statement.children;
    const attribute = target && semantics.attribute(target);
    if (attribute?.name !== 'daemon' || !statement.lastChild) return [];
    const sources = semantics.values.sources(attribute.object);
    const isKnown = sources.every(({ kind }) => kind === 'CallExpression');
    return [{ makers: isKnown ? sources : null, value: statement.lastChild }];
  });
}

/** What is said of `daemon` where it is made, by its class, or by an assignment to the attribute. */
function isDaemon(
  { call, processClass }: Creation,
  assignments: readonly DaemonAssignment[],
  semantics: ProcessModel['semantics'],
): boolean | null {
  const assigned = assignments
    .filter(({ makers }) => makers === null || makers.includes(call.node))
    .map(({ value }) => value);
  const given = call.args.find(({ name }) => name === 'daemon')?.value;
  const said = [
    ...(given ? [given] : []),
    ...assigned,
    ...(processClass ? daemonsIn(processClass, semantics) : []),
  ].map((value) => semantics.textOf(value));
  const [first = 'False', ...others] = new Set(said);
  return others.length > 0 || !/^(True|False)$/.test(first) ? null : first === 'True';
}

/** `super().__init__(daemon=True)` */
function daemonsIn(classNode: Node, semantics: ProcessModel['semantics']): Node[] {
  return classNode
    .descendants('CallExpression')
    .flatMap((node) => semantics.call(node)?.args ?? [])
    .filter(({ name }) => name === 'daemon')
    .map(({ value }) => value);
}

/** Whether a `join` waits as long as it takes. */
export function waitsForEver({ kind, call }: ProcessUse, textOf: (node: Node) => string): boolean {
  const [argument, ...others] = call?.args ?? [];
  return (
    kind === 'join' &&
    call !== null &&
    others.length === 0 &&
    (argument === undefined || (argument.star === '' && textOf(argument.value) === 'None'))
  );
}

/** Whether a process is stopped, watched, or joined with a timeout. */
export function isWatched({ uses }: ProcessLife): boolean {
  return uses.some(
    (use) =>
      use.kind === 'stop' ||
      use.kind === 'watch' ||
      (use.kind === 'join' && use.call?.args.length !== 0),
  );
}
