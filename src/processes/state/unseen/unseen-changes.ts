import { codeOf } from '../../../semantics/code.ts';
import type { Node } from '../../../syntax/node.ts';
import type { ProcessModel } from '../../model.ts';
import type { StartMethod } from '../../start-method.ts';
import { orderOf } from '../order.ts';
import { type ChildCode, nameOf } from '../reads.ts';
import { handedTo } from './arguments.ts';
import { agreedKind, type Fresh, isContainer } from './fresh.ts';
import { nameSlot, type Slot, slotAt } from './slots.ts';
import { type Task, tasksOf, type Zone, Zones } from './tasks.ts';
import { type Use, Uses } from './uses.ts';

/** A change that children make to a copy of their own, where the parent reads what it has itself. */
export interface UnseenChange {
  readonly slot: Slot;
  /** Every change that children make, in the order of the text. */
  readonly changes: readonly [Use, ...Use[]];
  /** The function that makes the first, and the way to it from the worker. */
  readonly code: ChildCode;
  readonly task: Task;
  /** The parent's value: what it is, and what gives it. */
  readonly kind: Fresh;
  readonly initial: readonly [Node, ...Node[]];
  /** What the parent does with it: the first that comes behind the task, and all. */
  readonly read: Use;
  readonly parentReads: readonly Use[];
  /** Whether the children use it for more than to change it. */
  readonly isReadByChildren: boolean;
  readonly startMethods: readonly StartMethod[];
  /** Whether the worker is given it as an argument, and changes it under the parameter's name. */
  readonly isArgument: boolean;
  /** Every task whose children may make the change. */
  readonly tasks: readonly Task[];
}

/** What the parent has, which nothing ever changes. */
type ParentSide = Pick<UnseenChange, 'kind' | 'initial' | 'parentReads'>;

/** What reaches names and attributes unseen. */
const NAMESPACE = /\b(globals|vars|locals|exec|eval)\(|__dict__/;

/** Every variable of which the parent has one value for ever, while children change theirs. */
export function unseenChanges(model: ProcessModel): UnseenChange[] {
  const tasks = NAMESPACE.test(model.tree.text) ? [] : tasksOf(model);
  return tasks.length > 0 ? new Analysis(model, tasks).found() : [];
}

class Analysis {
  private readonly zones: Zones;
  private readonly uses: Uses;

  constructor(
    private readonly model: ProcessModel,
    private readonly tasks: readonly Task[],
  ) {
    this.zones = new Zones(model, tasks);
    this.uses = new Uses(model.semantics, new Set(tasks.map(({ call }) => call)));
  }

  found(): UnseenChange[] {
    const slots = new Map<string, UnseenChange | null>();
    for (const code of this.zones.childCode) {
      for (const slot of this.slotsChangedBy(code)) {
        if (!slots.has(slot.key)) slots.set(slot.key, this.unseen(slot, code));
      }
    }
    return [...slots.values(), ...this.handedOver()]
      .filter((change) => change !== null)
      .sort((a, b) => a.changes[0].node.from - b.changes[0].node.from);
  }

  /** What is given to a worker as an argument, which it changes. */
  private handedOver(): UnseenChange[] {
    const found = new Map<string, UnseenChange>();
    for (const task of this.tasks) {
      for (const { name, param, fn } of handedTo(task, this.model)) {
        const binding = this.model.semantics.bindingOf(name);
        const slot = binding && nameSlot(binding);
        if (!slot || found.has(slot.key)) continue;
        const unseen = this.unseenArgument(slot, nameSlot(param), fn, task);
        if (unseen) found.set(slot.key, unseen);
      }
    }
    return [...found.values()];
  }

  private unseenArgument(slot: Slot, param: Slot, fn: Node, task: Task): UnseenChange | null {
    const parent = this.inParent(slot);
    const read = parent && this.readBehind(task, parent);
    if (!read || !isContainer(parent.kind)) return null;
    const own = param.places.filter((place) => fn.lastChild?.contains(place));
    const uses = own.map((place) => this.uses.at(place));
    const [first, ...others] = uses.filter(({ how }) => CHANGES.has(how));
    const isGivenAway = uses.some(
      ({ how, node }) =>
        how === 'set' ||
        node.ancestor('ReturnStatement', 'YieldStatement', 'Body')?.kind !== 'Body',
    );
    if (!first || isGivenAway) return null;
    const changes: UnseenChange['changes'] = [first, ...others];
    const isReadByChildren = uses.some(({ how }) => LOOKS.has(how));
    if (!isMeantForParent(parent.kind, changes, isReadByChildren)) return null;
    const code = { fn, way: [nameOf(fn, this.model)] };
    const { startMethods } = task;
    return {
      ...parent,
      slot,
      changes,
      code,
      task,
      read,
      isReadByChildren,
      startMethods,
      isArgument: true,
      tasks: this.tasksWith(code, slot),
    };
  }

  private *slotsChangedBy({ fn }: ChildCode): Generator<Slot> {
    const { semantics, facts } = this.model;
    if (!fn.lastChild) return;
    for (const node of codeOf(fn.lastChild)) {
      if (node.kind !== 'VariableName' && node.kind !== 'MemberExpression') continue;
      if (!CHANGES.has(this.uses.at(node).how)) continue;
      const slot = slotAt(node, ({ scope }) => fn.contains(scope.node), this.model);
      const { binding } = slot ?? {};
      const { importedNames } = facts;
      const isOfOthers =
        binding?.scope === semantics.scopes.module &&
        (importedNames === 'all' || importedNames.has(binding.name));
      if (slot && !isOfOthers) yield slot;
    }
  }

  private unseen(slot: Slot, code: ChildCode): UnseenChange | null {
    const parent = this.inParent(slot);
    const inChildren = this.usesIn('child', slot);
    const [first, ...others] = inChildren.filter(({ how }) => CHANGES.has(how));
    if (!first || !parent || !slot.isMeant(first.node)) return null;
    const inBoth = this.usesIn('both', slot);
    const isReadByChildren = [...inBoth, ...inChildren].some(({ how }) => LOOKS.has(how));
    const changes: UnseenChange['changes'] = [first, ...others];
    if (!isMeantForParent(parent.kind, changes, isReadByChildren)) return null;
    for (const task of this.tasksWith(code, slot)) {
      const read = this.readBehind(task, parent);
      const startMethods = startMethodsOf(task, slot);
      if (read) {
        return {
          ...parent,
          slot,
          changes,
          code,
          task,
          read,
          isReadByChildren,
          startMethods,
          isArgument: false,
          tasks: this.tasksWith(code, slot),
        };
      }
    }
    return null;
  }

  private usesIn(zone: Zone, { places }: Slot): Use[] {
    return places
      .filter((place) => this.zones.of(place) === zone)
      .map((place) => this.uses.at(place));
  }

  /** What the parent has and does; null where its value may ever be another one. */
  private inParent(slot: Slot): ParentSide | null {
    const uses = this.usesIn('parent', slot);
    const all = [...this.usesIn('both', slot), ...uses];
    const isTouched = all.some(({ how, value }) =>
      how === 'set' ? value === null : !/^(read|handed)$/.test(how),
    );
    const [value, ...more] = all.flatMap((use) => use.value ?? []);
    if (isTouched || !value || this.isTakenByClass(slot)) return null;
    const kind = agreedKind([value, ...more], this.model.semantics);
    const parentReads = uses.filter((use) => use.how === 'read' && slot.isMeant(use.node));
    return kind && { kind, initial: [value, ...more], parentReads };
  }

  /** `rows = rows` in the body of a class: another name for the same object. */
  private isTakenByClass({ binding }: Slot): boolean {
    const name = binding?.name ?? '';
    return this.model.semantics.scopes.all.some(
      ({ kind, bindings }) => kind === 'class' && (bindings.get(name)?.references.length ?? 0) > 0,
    );
  }

  private readBehind({ moments }: Task, { parentReads, initial }: ParentSide): Use | null {
    const order = orderOf(this.model);
    const isBehind = (read: Node) =>
      moments.some((moment) => order.mayPrecede({ node: moment, end: moment.to }, read));
    const isNone = initial[0].kind === 'None';
    return parentReads.find(({ node }) => isBehind(node) && !(isNone && isAsked(node))) ?? null;
  }

  /** The tasks whose children may run a function. */
  private tasksWith({ way }: ChildCode, slot: Slot): Task[] {
    return this.tasks.filter(
      (task) =>
        task.roots.some((root) => root.way[0] === way[0]) && startMethodsOf(task, slot).length > 0,
    );
  }
}

const CHANGES: ReadonlySet<Use['how']> = new Set(['set', 'counted', 'changed']);

const LOOKS: ReadonlySet<Use['how']> = new Set(['read', 'unknown']);

/** Whether what the children change can be for nobody but the parent, or is never anything else there than empty. */
function isMeantForParent(
  kind: Fresh,
  changes: readonly Use[],
  isReadByChildren: boolean,
): boolean {
  if (!isReadByChildren) return true;
  return kind === 'empty' || (kind === 'number' && changes.every(({ how }) => how === 'counted'));
}

/** A nested function takes along the names around it only where it is forked, or pickled by value. */
function startMethodsOf(
  { submission, startMethods }: Task,
  { binding }: Slot,
): readonly StartMethod[] {
  if (!binding || binding.scope.kind === 'module' || submission?.library.pickling === 'by-value') {
    return startMethods;
  }
  const isProcess = submission?.method === 'target';
  return isProcess ? startMethods.filter((method) => method === 'fork') : [];
}

/** `X is None`, `not X`, `if X:`: without a value, it goes another way. */
function isAsked(place: Node): boolean {
  const { parent } = place;
  switch (parent?.kind) {
    case 'BinaryExpression':
      return parent.child('and', 'or', 'is') !== null;
    case 'UnaryExpression':
      return parent.firstChild?.kind === 'not';
    default:
      return /^(If|While)Statement$/.test(parent?.kind ?? '');
  }
}
