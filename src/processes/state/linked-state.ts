/** State that is set, or read by children, in other files: what this file's calls have to do with it. */
import type { Node } from '../../syntax/node.ts';
import type { LinkedVariable } from '../facts.ts';
import { callText, rowOf } from '../import-time/call-words.ts';
import type { ProcessModel, Start } from '../model.ts';
import type { StartMethod } from '../start-method.ts';
import { targetsOf } from '../targets.ts';
import { runAtImport } from './after-import.ts';
import { changesIn } from './changes.ts';
import { type Children, childrenOf } from './children.ts';
import { orderOf } from './order.ts';
import { readsIn } from './reads.ts';

/** A variable that children read and the parent sets, where not both are in this file. */
export interface LinkedLoss {
  /** What sets it: an assignment, or a call of another file's function. */
  readonly node: Node;
  /** Where another file sets it; null for an assignment here. */
  readonly set: LinkedVariable | null;
  /** Where children read it. */
  readonly read: LinkedVariable;
  /** The call that makes the children, or leads to that in another file. */
  readonly maker: Node;
  readonly startMethods: readonly StartMethod[];
}

/** What makes children, and what they read of other files' variables. */
interface Maker {
  readonly node: Node;
  readonly moments: readonly Node[];
  readonly reads: readonly LinkedVariable[];
  readonly startMethods: readonly StartMethod[];
  /** Whether the children are made in another file. */
  readonly isBehind: boolean;
}

/** Something that the parent does and that sets variables. */
interface Setting {
  readonly node: Node;
  readonly end: number;
  readonly id: string;
  readonly set: LinkedVariable | null;
  /** The text of the new value, where there is one. */
  readonly value: string | null;
}

const UNFORKED: readonly StartMethod[] = ['spawn', 'forkserver'];

/** One loss for each place that sets a variable. */
export function linkedLosses(model: ProcessModel): LinkedLoss[] {
  const { reads, sets } = model.facts.state;
  if (reads.size === 0 && sets.size === 0) return [];
  const makers = [...childrenOf(model).map((c) => ofChildren(c, model)), ...makersBehind(model)];
  const settings = settingsOf(model);
  const losses = makers.flatMap((maker) =>
    maker.reads.flatMap((read) =>
      settings
        .filter((setting) => setting.id === read.id && (maker.isBehind || setting.set !== null))
        .filter(() => read.primitive === null)
        .filter((setting) => setting.value === null || setting.value !== read.initial)
        .filter((setting) =>
          maker.moments.some((moment) => orderOf(model).mayPrecede(setting, moment)),
        )
        .map(({ node, set }) => ({
          node,
          set,
          read,
          maker: maker.node,
          startMethods: maker.startMethods,
        })),
    ),
  );
  const first = new Map(
    losses.toReversed().map((loss) => [`${loss.node.from} ${loss.read.id}`, loss]),
  );
  return [...first.values()].sort((a, b) => a.node.from - b.node.from);
}

function ofChildren(children: Children, model: ProcessModel): Maker {
  const { variables } = model.facts.state;
  const own = readsIn(children.code, model).flatMap(({ variable, node }): LinkedVariable[] => {
    const id = variables.get(variable.key);
    const step = { path: model.path, inside: null, row: rowOf(node, model), text: variable.text };
    return id && variable.isForeign
      ? [{ id, text: variable.text, initial: null, primitive: null, step }]
      : [];
  });
  return {
    node: children.creation.call.node,
    moments: children.moments,
    reads: [...children.linked.flatMap(({ reads }) => reads), ...own],
    startMethods: children.startMethods,
    isBehind: false,
  };
}

/** The calls that start processes in other files. */
function makersBehind(model: ProcessModel): Maker[] {
  const { semantics, facts, starts } = model;
  return starts.flatMap(({ node, method, behind }: Start) => {
    const callee = behind && semantics.call(node)?.callee;
    const targets = callee ? targetsOf(callee, semantics) : [];
    const reads = targets.flatMap((target) => facts.state.reads.get(target) ?? []);
    // Who asked for a start method there knows what its children lack.
    return method === null && reads.length > 0
      ? [{ node, moments: [node], reads, startMethods: UNFORKED, isBehind: true }]
      : [];
  });
}

/** What only the parent does: not what each import does again. */
function settingsOf(model: ProcessModel): Setting[] {
  const { semantics, facts } = model;
  const atImport = runAtImport(model);
  const isRepeated = (node: Node) => {
    const fn = semantics.enclosingFunction(node);
    return fn ? atImport.has(fn) || model.runsInWorkers.has(fn) : !model.isGuarded(node);
  };
  const assigned = changesIn(model).flatMap(({ variable, node, end, value }): Setting[] => {
    const id = facts.state.variables.get(variable.key);
    return id ? [{ node, end, id, set: null, value: value && semantics.textOf(value) }] : [];
  });
  const called = semantics.allCalls().flatMap(({ node, callee }): Setting[] =>
    targetsOf(callee, semantics)
      .flatMap((target) => facts.state.sets.get(target) ?? [])
      .map((set) => ({ node, end: node.to, id: set.id, set, value: null })),
  );
  return [...assigned, ...called].filter(({ node }) => !isRepeated(node));
}

/** A primitive that workers of another file use, and that each child which is not forked makes for itself. */
export interface LinkedPrimitive {
  /** The worker, as it is handed over. */
  readonly node: Node;
  readonly variable: LinkedVariable;
  readonly name: string;
  readonly children: Children;
}

/** The primitives that the workers of a pool share with each other, all in the workers' files. */
export function linkedPrimitives(model: ProcessModel): LinkedPrimitive[] {
  const found = childrenOf(model)
    .filter(({ creation }) => creation.kind !== 'process')
    .flatMap((children) =>
      children.linked.flatMap(({ node, reads }) =>
        reads.flatMap((variable) =>
          variable.primitive ? [{ node, variable, name: variable.primitive, children }] : [],
        ),
      ),
    );
  return [...new Map(found.map((each) => [each.variable.id, each])).values()];
}

/** What is wrong, for people. */
export function linkedLossText(
  { node, set, read, maker }: LinkedLoss,
  model: ProcessModel,
): string {
  const how = set
    ? `\`${read.text}\` is set by ${callText(node, model)} (${set.step.path}, line ${set.step.row})`
    : `\`${read.text}\` is set here`;
  const found = read.initial === null ? 'what the import leaves there' : `\`${read.initial}\``;
  const reader = read.step.inside ? `${read.step.inside}() reads it` : 'code reads it';
  return (
    `${how}, in the parent only, and ${reader} (${read.step.path}, line ${read.step.row}) in the children that ` +
    `${callText(maker, model)} (line ${rowOf(maker, model)}) starts: a child that is not forked finds ${found}`
  );
}
