import type { Binding, Definition, Scope } from '../../semantics/scopes.ts';
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { type Call, statementOf, wholeStatement } from '../../syntax/shapes.ts';
import { holderOf } from '../creations.ts';
import { MULTIPROCESSING } from '../libraries.ts';
import type { Creation, ProcessModel } from '../model.ts';
import { isEndless } from './endless.ts';
import { isEndedInContainer } from './pool-containers.ts';
import { type Leak, leaksOf } from './pool-paths.ts';
import { type Fate, fateOf } from './pool-results.ts';
import { isEnd, type PoolUse, useOf, usesOf } from './pool-uses.ts';

/** A pool from its creation to its ends: what uses it, what becomes of its tasks, where it is left open. */
export interface PoolLife {
  readonly creation: Creation;
  /** The statement that makes it. */
  readonly statement: Node;
  /** The name that holds it; null for one that no name holds. */
  readonly binding: Binding | null;
  /** What is done with it, in the order of the text. */
  readonly uses: readonly PoolUse[];
  /** Where it is left open; empty where something ends it on every way, exceptions left aside. */
  readonly leaks: readonly Leak[];
  /** The submissions whose results come later. */
  readonly tasks: readonly Task[];
  /** Why the uses may also mean another object: the name holds several, or comes from elsewhere. */
  readonly sharing: 'several' | 'parameter' | 'next-turn' | null;
}

export interface Task {
  readonly call: Call;
  readonly delivery: 'async' | 'lazy';
  readonly fate: Fate;
  /** Whether its input may have no end, so that waiting for all of it would not have one either. */
  readonly isEndless: boolean;
}

const livesOfModels = new WeakMap<ProcessModel, readonly PoolLife[]>();

/**
 * The lives of the file's pools of processes. Those of pathos are kept by pathos itself and left out, and so are
 * calls whose result is dropped at once.
 */
export function poolLives(model: ProcessModel): readonly PoolLife[] {
  let lives = livesOfModels.get(model);
  if (!lives) {
    lives = model.creations
      .filter((creation) => creation.kind === 'pool' && creation.library.name !== 'pathos')
      .filter((creation) => creation.call.node.parent?.kind !== 'ExpressionStatement')
      .map((creation) => lifeOf(creation, model));
    livesOfModels.set(model, lives);
  }
  return lives;
}

/** What makes pools of threads, which end as pools of processes do. */
const THREAD_POOLS = new Set(['multiprocessing.pool.ThreadPool', 'multiprocessing.dummy.Pool']);

/** The lives of the file's pools of threads, which are no creations: nothing of theirs is pickled or inherited. */
export function threadPoolLives(model: ProcessModel): readonly PoolLife[] {
  const { semantics, tree } = model;
  if (!/ThreadPool|dummy/.test(tree.text)) return [];
  return semantics
    .allCalls()
    .filter(({ callee, node }) => {
      const name = semantics.values.qualifiedName(callee);
      return name !== null && THREAD_POOLS.has(name) && node.parent?.kind !== 'ExpressionStatement';
    })
    .map((call) => {
      const holder = holderOf(call.node, semantics);
      const made = { kind: 'pool', library: MULTIPROCESSING, method: null } as const;
      return lifeOf({ ...made, processClass: null, call, holder }, model);
    });
}

function lifeOf(creation: Creation, model: ProcessModel): PoolLife {
  const { semantics } = model;
  const { holder } = creation;
  const statement = statementOf(creation.call.node);
  if (holder.kind === 'name' || (holder.kind === 'with' && holder.binding)) {
    return namedLife(creation, statement, holder.binding as Binding, semantics);
  }
  const use = useOf(creation.call.node, semantics);
  const uses = use.kind === 'look' || holder.kind === 'with' ? [] : [use];
  const isEnded = holder.kind === 'with' || isEnd(use) || isEndedElsewhere(creation, model);
  return {
    creation,
    statement,
    binding: null,
    uses,
    leaks: isEnded ? [] : [{ kind: 'end', node: statement }],
    tasks: tasksOf(uses, creation, semantics),
    sharing: null,
  };
}

function namedLife(
  creation: Creation,
  statement: Node,
  binding: Binding,
  semantics: Semantics,
): PoolLife {
  const home = semantics.scopeOf(statement).frame;
  const { uses, sharing } = ownUses(binding, statement, home, semantics);
  const isManaged =
    creation.holder.kind === 'with' ||
    binding.references.some((r) => r.scope.frame !== home && isEnd(useOf(r.node, semantics))) ||
    uses.some((use) => use.kind === 'escape' && isTakenOver(use, semantics));
  return {
    creation,
    statement,
    binding,
    uses,
    leaks: isManaged ? [] : leaksOf(statement, binding, uses, semantics),
    tasks: tasksOf(uses, creation, semantics),
    sharing,
  };
}

function tasksOf(uses: readonly PoolUse[], creation: Creation, semantics: Semantics): Task[] {
  return uses.flatMap((use) =>
    use.kind === 'submit' && use.delivery !== 'call'
      ? [
          {
            call: use.call,
            delivery: use.delivery,
            fate: fateOf(use.call.node, use.delivery, creation.call.node, semantics),
            isEndless: use.delivery === 'lazy' && takesEndless(use.call, semantics),
          },
        ]
      : [],
  );
}

function takesEndless({ args }: Call, semantics: Semantics): boolean {
  const input = args.find(({ name }, index) => name === 'iterable' || index === 1);
  return input !== undefined && isEndless(input.value, semantics);
}

/** The uses of a name that mean the pool which one statement gives it. */
function ownUses(
  binding: Binding,
  statement: Node,
  home: Scope,
  semantics: Semantics,
): Pick<PoolLife, 'uses' | 'sharing'> {
  const others = binding.definitions.filter(
    (d) => d.node !== statement && d.kind !== 'annotation' && d.scope.frame === home,
  );
  const isOutside = (use: PoolUse) =>
    isElsewhere(use) || (use.kind === 'managed' && semantics.scopeOf(use.node).frame !== home);
  const all = usesOf(binding, home, semantics);
  const uses = all.filter(
    (use) =>
      isOutside(use) ||
      (use.node.from > statement.from &&
        !others.some((d) => d.nameNode.from > statement.from && decides(d, use.node))),
  );
  return { uses, sharing: sharingOf(statement, binding, uses, all, others) };
}

function isElsewhere(use: PoolUse): boolean {
  return use.kind === 'escape' && (use.how === 'global' || use.how === 'captured');
}

function sharingOf(
  statement: Node,
  binding: Binding,
  uses: readonly PoolUse[],
  all: readonly PoolUse[],
  others: readonly Definition[],
): PoolLife['sharing'] {
  if (others.some((d) => d.kind === 'parameter')) return 'parameter';
  const values = others.filter((d) => d.kind !== 'delete' && d.value?.kind !== 'None');
  const block = wholeStatement(statement).parent;
  const mixes = uses.some((use) =>
    values.some(
      (d) =>
        d.nameNode.from < use.node.from &&
        (d.nameNode.from > statement.from || !block?.contains(use.node)),
    ),
  );
  if (mixes) return 'several';
  const loops = loopsAround(statement, binding.scope.node);
  const isCarried = all.some(
    (use) =>
      use.node.from < statement.from &&
      loops.some((l) => l.contains(use.node)) &&
      !others.some((d) => loops.some((l) => l.contains(d.node)) && decides(d, use.node)),
  );
  return isCarried ? 'next-turn' : null;
}

/** Whether a definition comes before a use on every way to it. */
function decides(definition: Definition, use: Node): boolean {
  const place =
    definition.kind === 'with' || definition.kind === 'for'
      ? definition.node
      : wholeStatement(definition.node).parent;
  return (
    definition.kind !== 'parameter' &&
    definition.nameNode.from < use.from &&
    !definition.node.children.some((c) => c.kind !== 'Body' && c.contains(use)) &&
    (place?.contains(use) ?? false)
  );
}

function loopsAround(node: Node, frame: Node): Node[] {
  const loops: Node[] = [];
  for (let outer = node.parent; outer && outer !== frame; outer = outer.parent) {
    if (/^(ForStatement|WhileStatement)$/.test(outer.kind)) loops.push(outer);
  }
  return loops;
}

/** Whether something in the file ends a pool that no single name holds. */
function isEndedElsewhere(creation: Creation, model: ProcessModel): boolean {
  const { semantics } = model;
  const use = useOf(creation.call.node, semantics);
  if (use.kind === 'escape' && isTakenOver(use, semantics)) return true;
  const { holder } = creation;
  if (holder.kind === 'attribute' && isEndedInContainer(creation.call.node, semantics)) return true;
  const member = holder.kind === 'attribute' ? semantics.attribute(holder.target) : null;
  for (const node of model.tree.root.walk()) {
    if (!/^(VariableName|MemberExpression|CallExpression)$/.test(node.kind)) continue;
    const read = attributeRead(node, semantics);
    if (read === null && node.kind === 'CallExpression') continue;
    const other = useOf(node, semantics);
    const isSame = member !== null && read === member.name;
    if (isSame && other.kind === 'escape' && isTakenOver(other, semantics)) return true;
    if (!isEnd(other)) continue;
    if (isSame || semantics.values.sources(node).includes(creation.call.node)) return true;
  }
  return false;
}

/** The attribute that an expression reads, by `getattr(…, "name")` too. */
function attributeRead(node: Node, semantics: Semantics): string | null {
  const call = semantics.call(node);
  if (!call) return semantics.attribute(node)?.name ?? null;
  const name = call.args[1] ? semantics.textOf(call.args[1].value) : '';
  const isRead = semantics.values.qualifiedName(call.callee) === 'builtins.getattr';
  return isRead && /^['"]\w+['"]$/.test(name) ? name.slice(1, -1) : null;
}

/** Whether the pool goes where it is ended: into an attribute that is closed, or to callers that close it. */
function isTakenOver(use: PoolUse & { kind: 'escape' }, semantics: Semantics): boolean {
  if (use.how === 'stored') {
    return isStoredSafely(use.to, semantics) || isEndedInContainer(use.node, semantics);
  }
  if (use.how !== 'returned') return false;
  const maker = semantics.enclosingFunction(use.node);
  if (!maker) return false;
  const calls = semantics
    .allCalls()
    .filter((call) => semantics.values.definitions(call.callee).includes(maker));
  return calls.length > 0 && calls.every((call) => isEndedByCaller(call.node, semantics));
}

function isStoredSafely(statement: Node, semantics: Semantics): boolean {
  const target = statement.kind === 'AssignStatement' ? statement.firstChild : null;
  if (!target) return false;
  const name = semantics.attribute(target)?.name;
  if (name === undefined) return isNameEnded(target, semantics);
  return [...semantics.tree.root.walk()].some(
    (node) => semantics.attribute(node)?.name === name && isEnd(useOf(node, semantics)),
  );
}

function isNameEnded(name: Node, semantics: Semantics): boolean {
  const references = semantics.bindingOf(name)?.references ?? [];
  return references.some((reference) => isEnd(useOf(reference.node, semantics)));
}

function isEndedByCaller(call: Node, semantics: Semantics): boolean {
  const use = useOf(call, semantics);
  return isEnd(use) || (use.kind === 'escape' && isStoredSafely(use.to, semantics));
}
