import type { ProcessModel } from '../../src/processes/model.ts';
import { isSureToEnd } from '../../src/processes/pool-life/endless.ts';
import { endsProgram } from '../../src/processes/pool-life/program-end.ts';
import { givenTo } from '../../src/processes/process-life/given.ts';
import { isInstant, startUnit } from '../../src/processes/process-life/instant.ts';
import {
  type ProcessLife,
  type ProcessUse,
  processLives,
} from '../../src/processes/process-life/process-life.ts';
import { sharedKind } from '../../src/processes/process-life/shared-state.ts';
import { iteratedBy } from '../../src/processes/process-life/waiting.ts';
import { Mutations } from '../../src/semantics/mutations.ts';
import type { Binding } from '../../src/semantics/scopes.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import {
  simpleAssignment,
  statementsOf,
  wholeStatement,
  withItemsOf,
} from '../../src/syntax/shapes.ts';

/** A process that nothing waits for, where that makes a difference. */
export interface Unjoined {
  readonly life: ProcessLife;
  readonly start: ProcessUse;
  /** The statement that starts it, or the loop that starts it and does little else. */
  readonly unit: Node;
  readonly harm: Harm;
}

export type Harm =
  /** What the process is to write is read at once. */
  | { readonly kind: 'read'; readonly name: string; readonly node: Node }
  /** The manager whose objects it uses ends first. */
  | { readonly kind: 'manager'; readonly name: string; readonly node: Node }
  /** The end of the program kills it. */
  | { readonly kind: 'killed' };

export function* findUnjoined(model: ProcessModel): Generator<Unjoined> {
  if (!model.creations.some(({ kind }) => kind === 'process')) return;
  const lives = processLives(model);
  // What waits for other processes does not wait for this one.
  const known = new Set(lives.flatMap(({ uses }) => uses.map(({ process }) => process.to)));
  for (const life of lives) {
    const [start, ...others] = life.uses;
    if (start?.kind !== 'start' || others.length > 0 || life.workers.length === 0) continue;
    // To wait for what may never end is no cure.
    if (!life.workers.every((definition) => isSureToEnd({ definition }, model.semantics))) continue;
    if (life.creation.library.name === 'billiard' || mayBeJoined(life, known, model)) continue;
    const unit = startUnit(start.node, model);
    const harm = unit && harmOf(life, unit, model);
    if (unit && harm) yield { life, start, unit, harm };
  }
}

/** What can be waited for in ways that are not seen here. */
const WAITS =
  /\.\s*(join\s*\(\s*(timeout\b[^)]*|[\d.]*)\)|is_alive|exitcode|sentinel|terminate|kill)\b|active_children|waitpid|\bwait\s*\(|_children\b/;

/** Whether something in the file, seen or not, may wait for the process. */
function mayBeJoined(
  { creation, code }: ProcessLife,
  known: ReadonlySet<number>,
  { semantics, tree }: ProcessModel,
): boolean {
  const { holder } = creation;
  const inner = [...code].map((fn) => [fn.from, fn.to] as const);
  const isSeen = (at: number) =>
    !known.has(at) && !inner.some(([from, to]) => at >= from && at < to);
  const words = [...tree.text.matchAll(new RegExp(WAITS, 'g'))].filter(({ index }) =>
    isSeen(index),
  );
  if (words.length > 0) return true;
  switch (holder.kind) {
    case 'chained':
      return false;
    case 'name':
      return !holder.binding.references.every(({ node }) => isOwnUse(node, semantics));
    case 'other':
      return !isListOfProcesses(holder.parent, semantics);
    default:
      return true;
  }
}

/** `p.start()`, or `processes.append(p)` with a list that is only gone over. */
function isOwnUse(name: Node, semantics: Semantics): boolean {
  if (name.parent && semantics.attribute(name.parent)?.object === name) return true;
  const call = name.parent?.parent ? semantics.call(name.parent.parent) : null;
  const method = call && semantics.attribute(call.callee);
  return method?.name === 'append' && isGoneOver(method.object, semantics);
}

/** `processes = [Process(…) for …]` */
function isListOfProcesses(list: Node, semantics: Semantics): boolean {
  const assigned =
    list.kind === 'ArrayComprehensionExpression' && list.parent
      ? simpleAssignment(list.parent)
      : null;
  return assigned !== null && isGoneOver(assigned.target, semantics);
}

/** Whether nothing is done with a list but to fill it and to go over it. */
function isGoneOver(list: Node, semantics: Semantics): boolean {
  const binding = list.kind === 'VariableName' ? semantics.bindingOf(list) : null;
  const references = binding?.references ?? [];
  return (
    references.length > 0 &&
    references.every(({ node: { parent }, node }) => {
      const isFilled = parent !== null && semantics.attribute(parent)?.name === 'append';
      return isFilled || (parent?.kind === 'ForStatement' && iteratedBy(parent) === node);
    })
  );
}

function harmOf(life: ProcessLife, unit: Node, model: ProcessModel): Harm | null {
  const shared = sharedBy(life, model);
  let statement = wholeStatement(unit);
  for (let block = statement.parent; block; block = statement.parent) {
    for (const next of statementsOf(block).filter((s) => s.index > statement.index)) {
      const read = shared.find(({ binding }) => reads(next, binding, model));
      if (read) return { kind: 'read', name: read.binding.name, node: next };
      if (!isInstant(next, model)) return null;
    }
    const outer = block.parent;
    const manager = outer?.kind === 'WithStatement' ? managerOf(outer, model) : null;
    const managed = shared.find(({ kind }) => kind === 'manager');
    if (manager && managed) return { kind: 'manager', name: managed.binding.name, node: manager };
    if (!outer || (outer.kind !== 'WithStatement' && outer.kind !== 'IfStatement')) break;
    statement = outer;
  }
  return endsProgram(unit, model) ? endOf(life, shared) : null;
}

function endOf(life: ProcessLife, shared: readonly Shared[]): Harm | null {
  const managed = shared.find(({ kind }) => kind === 'manager');
  if (managed)
    return { kind: 'manager', name: managed.binding.name, node: life.creation.call.node };
  return life.isDaemon === true ? { kind: 'killed' } : null;
}

interface Shared {
  readonly binding: Binding;
  readonly kind: 'memory' | 'manager';
}

/** What the process is given, and changes, that the parent can see. */
function sharedBy({ creation, workers }: ProcessLife, model: ProcessModel): Shared[] {
  const { semantics } = model;
  const mutations = new Mutations(semantics, () => false);
  return givenTo(creation, model).flatMap(({ value, parameters }) => {
    const binding = value.kind === 'VariableName' ? semantics.bindingOf(value) : null;
    const kind = binding ? sharedKind(value, semantics) : null;
    const isWritten = workers.some(({ lastChild }) =>
      parameters.some((parameter) => lastChild && mutations.in(lastChild).has(parameter)),
    );
    return binding && kind && isWritten ? [{ binding, kind }] : [];
  });
}

/** Whether a statement looks at what a name shares; what hands it on, or takes its lock, does not. */
function reads(statement: Node, binding: Binding, { semantics }: ProcessModel): boolean {
  if (!/^(Expression|Assign|Return|Assert)Statement$/.test(statement.kind)) return false;
  return binding.references.some(({ node }) => {
    if (!statement.contains(node)) return false;
    if (isTarget(node, statement)) return false;
    const outer = node.ancestor('CallExpression');
    const call = outer && statement.contains(outer) ? semantics.call(outer) : null;
    if (!call) return node.parent !== statement || statement.lastChild !== node;
    const name = semantics.values.qualifiedName(call.callee) ?? '';
    const isOwn =
      call.callee.contains(node) &&
      !/^(get_lock|acquire|get_obj)$/.test(semantics.attribute(call.callee)?.name ?? '');
    return (
      isOwn ||
      /^builtins\.(print|list|dict|sum|sorted|len|max|min|any|all|str|repr|tuple|set)$/.test(name)
    );
  });
}

/** `total.value = 0`, `cells[:] = …` */
function isTarget(name: Node, statement: Node): boolean {
  const target = name.parent;
  return (
    statement.kind === 'AssignStatement' &&
    target?.parent === statement &&
    target.kind === 'MemberExpression' &&
    target !== statement.lastChild
  );
}

/** The manager that a `with` statement ends. */
function managerOf(statement: Node, { creations }: ProcessModel): Node | null {
  const items = withItemsOf(statement).map(({ context }) => context);
  const made = creations.find(({ kind, call }) => kind === 'manager' && items.includes(call.node));
  return made?.call.node ?? null;
}
