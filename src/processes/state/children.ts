import type { Node } from '../../syntax/node.ts';
import { unparenthesized } from '../../syntax/shapes.ts';
import type { LinkedVariable } from '../facts.ts';
import { initializerArguments } from '../hand-over/initializer-arguments.ts';
import type { Creation, ProcessModel, Submission } from '../model.ts';
import { START_METHODS, type StartMethod } from '../start-method.ts';
import { targetsOf } from '../targets.ts';
import { changesIn } from './changes.ts';
import { type ChildCode, codeReachedFrom, nameOf } from './reads.ts';

/** The children that one call makes, and what runs in them. */
export interface Children {
  readonly creation: Creation;
  readonly submissions: readonly Submission[];
  /** The functions of this file that run in them. */
  readonly code: readonly ChildCode[];
  /** The workers of other files that are handed to them. */
  readonly linked: readonly LinkedWorker[];
  /** The calls with which the children take over the parent's memory, where they are forked. */
  readonly moments: readonly Node[];
  /** The start methods under which they don't, as far as the program does not rule them out. */
  readonly startMethods: readonly StartMethod[];
}

/** A worker of another file, as it is handed over, and what it reads. */
export interface LinkedWorker {
  readonly node: Node;
  readonly reads: readonly LinkedVariable[];
}

/** The children of a file that may not find what the parent has, and of which all is seen that sets them up. */
export function childrenOf(model: ProcessModel): Children[] {
  return model.creations.flatMap((creation) => {
    const { kind, library } = creation;
    const startMethods = unforkedMethods(creation, model);
    const isPlain = library.pickling === 'by-reference' && library.importsMain;
    if (kind === 'manager' || !isPlain || startMethods.length === 0) return [];
    const submissions = model.submissions.filter((s) => s.creations.includes(creation));
    if (!isSetUpInSight(creation, submissions, model)) return [];
    const roots = rootsOf(creation, submissions, model);
    const code = codeReachedFrom(roots, model);
    const linked = linkedWorkers(submissions, code, model);
    if (roots.length === 0 && linked.length === 0) return [];
    return [
      {
        creation,
        submissions,
        code,
        linked,
        startMethods,
        moments: momentsOf(creation, submissions, model),
      },
    ];
  });
}

function unforkedMethods(creation: Creation, model: ProcessModel): readonly StartMethod[] {
  const isForked = (creation.method ?? model.chosenMethod) === 'fork';
  const methods = creation.method ? [creation.method] : START_METHODS;
  return isForked ? [] : methods.filter((method) => method !== 'fork');
}

/** Whether the initializer, if there is one, is a function that is known. */
function isSetUpInSight(
  creation: Creation,
  submissions: readonly Submission[],
  { semantics }: ProcessModel,
): boolean {
  if (creation.kind === 'process') return true;
  if (!initializerArguments(creation)) return false;
  return submissions
    .filter(({ method }) => method === 'initializer')
    .every(({ workers }) =>
      workers.every(
        ({ definition, node }) =>
          definition !== null || semantics.values.qualifiedNames(node).length > 0,
      ),
    );
}

function rootsOf(
  creation: Creation,
  submissions: readonly Submission[],
  model: ProcessModel,
): ChildCode[] {
  const { values } = model.semantics;
  const own = creation.processClass ? values.method(creation.processClass, 'run') : [];
  const handed = submissions.flatMap(({ workers }) =>
    workers.flatMap(({ node, definition }) => {
      if (!definition) return callOfInstance(node, model);
      return definition.kind === 'ClassDefinition'
        ? values.method(definition, '__init__')
        : [definition];
    }),
  );
  return [...new Set([...own, ...handed])].map((fn) => ({ fn, way: [nameOf(fn, model)] }));
}

/** What workers of other files read, without what the children set themselves: their initializer, say. */
function linkedWorkers(
  submissions: readonly Submission[],
  code: readonly ChildCode[],
  model: ProcessModel,
): LinkedWorker[] {
  const { facts, semantics } = model;
  const { reads, sets, variables } = facts.state;
  if (reads.size === 0) return [];
  const workers = submissions.flatMap((submission) => submission.workers);
  const handed = workers.map(({ node, definition }) => ({
    node,
    targets: definition ? [] : targetsOf(node, semantics),
  }));
  const fns = new Set<Node | null>(code.map(({ fn }) => fn));
  const own = new Set([
    ...handed.flatMap(({ targets }) => targets.flatMap((t) => sets.get(t) ?? [])).map((v) => v.id),
    ...changesIn(model)
      .filter(({ node }) => fns.has(semantics.enclosingFunction(node)))
      .map(({ variable }) => variables.get(variable.key)),
  ]);
  return handed.flatMap(({ node, targets }) => {
    const found = targets.flatMap((target) => reads.get(target) ?? []);
    const needed = found.filter(({ id }) => !own.has(id));
    return needed.length > 0 ? [{ node, reads: needed }] : [];
  });
}

/** `pool.map(Worker(3), …)`: what an instance runs when it is called. */
function callOfInstance(node: Node, { semantics }: ProcessModel): Node[] {
  return unparenthesized(node).kind === 'CallExpression'
    ? semantics.values.classesOf(node).flatMap((c) => semantics.values.method(c, '__call__'))
    : [];
}

/** A pool forks where it is made, an executor with its tasks, a process where it is started. */
function momentsOf(
  creation: Creation,
  submissions: readonly Submission[],
  model: ProcessModel,
): Node[] {
  const { call, kind } = creation;
  const found =
    kind === 'executor'
      ? submissions.filter((s) => s.delivery !== 'constructor').map((s) => s.call.node)
      : kind === 'process'
        ? model.starts.filter((s) => s.creations.includes(creation)).map((s) => s.node)
        : [];
  return found.length > 0 ? found : [call.node];
}
