import type { Binding } from '../../semantics/scopes.ts';
import type { Node } from '../../syntax/node.ts';
import { type Call, simpleAssignment } from '../../syntax/shapes.ts';
import type { Creation, ProcessModel } from '../model.ts';
import { argumentAt } from '../submissions.ts';
import type { QueueLife, QueueUse, QueueUseKind } from './queue-uses.ts';

const QUEUE_METHODS: ReadonlyMap<string, QueueUseKind> = new Map<string, QueueUseKind>([
  ['put', 'put'],
  ['put_nowait', 'put'],
  ['get', 'get'],
  ['get_nowait', 'get'],
  ['empty', 'look'],
  ['full', 'look'],
  ['qsize', 'look'],
  ['task_done', 'done'],
  ['join', 'wait'],
  ['close', 'close'],
  ['join_thread', 'close'],
  ['cancel_join_thread', 'cancel'],
]);

const CONNECTION_METHODS: ReadonlyMap<string, QueueUseKind> = new Map<string, QueueUseKind>([
  ['send', 'put'],
  ['send_bytes', 'put'],
  ['recv', 'get'],
  ['recv_bytes', 'get'],
  ['poll', 'look'],
  ['close', 'close'],
]);

const LOOKS = /^builtins\.(bool|id|isinstance|print|repr|str|type)$/;

/** Follows one queue, or one end of a pipe, through names, attributes and parameters of the file. */
export class QueueTrace {
  private readonly uses = new Map<Node, QueueUse>();
  private readonly handedTo = new Set<Creation>();
  private readonly escapes: Node[] = [];
  private readonly seen = new Set<Binding | string>();
  private methods = QUEUE_METHODS;

  constructor(private readonly model: ProcessModel) {}

  follow(call: Call, type: QueueLife['type']): QueueLife {
    const { semantics } = this.model;
    this.flowsTo(call.node);
    const assigned = call.node.parent && simpleAssignment(call.node.parent);
    const name = assigned ? semantics.textOf(assigned.target) : 'the queue';
    return this.life(call, type, name);
  }

  /** The end of a pipe that a name gets where the pipe is made. */
  followEnd(call: Call, nameNode: Node): QueueLife {
    const { semantics } = this.model;
    const binding = semantics.bindingOf(nameNode);
    this.methods = CONNECTION_METHODS;
    if (binding) this.named(binding, nameNode);
    return this.life(call, 'Connection', semantics.textOf(nameNode));
  }

  private life(call: Call, type: QueueLife['type'], name: string): QueueLife {
    const uses = [...this.uses.values()].sort((a, b) => a.node.from - b.node.from);
    return { call, type, name, uses, handedTo: this.handedTo, escapes: this.escapes };
  }

  /** What becomes of an expression whose value is the queue. */
  private flowsTo(node: Node): void {
    const { parent } = node;
    switch (parent?.kind) {
      case 'MemberExpression':
        this.used(node, parent);
        return;
      case 'AssignStatement':
        this.assigned(node, parent);
        return;
      case 'ArgList':
        this.passed(node, parent);
        return;
      case 'TupleExpression':
      case 'ArrayExpression':
      case 'DictionaryExpression':
        this.handed(node, parent);
        return;
      case 'BinaryExpression':
      case 'UnaryExpression':
      case 'IfStatement':
      case 'ExpressionStatement':
      case 'AssertStatement':
      case 'FormatReplacement':
      case 'DeleteStatement':
        return;
      default:
        this.escapes.push(node);
    }
  }

  private used(node: Node, member: Node): void {
    const { semantics } = this.model;
    const method = semantics.attribute(member)?.name ?? '';
    const kind = this.methods.get(method);
    const outer = member.parent ? semantics.call(member.parent) : null;
    const call = outer?.callee === member ? outer : null;
    if (!kind || member.firstChild !== node || !(call || isIterated(member, this.model))) {
      this.escapes.push(node);
      return;
    }
    const fn = semantics.enclosingFunction(node);
    this.uses.set(node, { kind, node, call, method, fn });
  }

  private assigned(node: Node, statement: Node): void {
    const { semantics } = this.model;
    const assigned = simpleAssignment(statement);
    const target = assigned?.value === node ? assigned.target : null;
    const binding = target?.kind === 'VariableName' ? semantics.bindingOf(target) : null;
    const attribute = target ? semantics.attribute(target) : null;
    const owner = attribute && semantics.values.classOfSelf(attribute.object);
    if (binding) this.named(binding, node);
    else if (attribute && owner) this.kept(owner, attribute.name, node);
    else this.escapes.push(node);
  }

  /** All that reads a name; one that may hold other things too is out of sight. */
  private named(binding: Binding, from: Node): void {
    if (this.seen.has(binding)) return;
    this.seen.add(binding);
    const isOwn = binding.definitions.every(
      ({ kind, value, nameNode }) =>
        kind === 'parameter' || value === from || nameNode === from || value?.kind === 'None',
    );
    const { importedNames } = this.model.facts;
    const isShared =
      binding.scope.kind === 'class' ||
      (binding.scope.kind === 'module' &&
        (importedNames === 'all' || importedNames.has(binding.name)));
    if (!isOwn || isShared) this.escapes.push(from);
    for (const { node } of binding.references) this.flowsTo(node);
  }

  /** All that reads an attribute of this name, of whatever object. */
  private kept(owner: Node, name: string, from: Node): void {
    const { semantics, tree } = this.model;
    const key = `${owner.from}.${name}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    const values = semantics.values.attributesOf(owner).get(name) ?? [];
    if (values.some((value) => value !== from && value.kind !== 'None')) this.escapes.push(from);
    for (const member of tree.root.descendants('MemberExpression')) {
      const attribute = semantics.attribute(member);
      if (attribute?.name !== name || isTarget(member)) continue;
      const classes = semantics.values.classesOf(attribute.object);
      if (classes.includes(owner)) this.flowsTo(member);
      else if (classes.length === 0) this.escapes.push(member);
    }
  }

  /** An argument of a call: of a function of this file, or of one that nobody knows. */
  private passed(node: Node, argList: Node): void {
    const { semantics, creations } = this.model;
    const call = argList.parent ? semantics.call(argList.parent) : null;
    const index = call?.args.findIndex(({ value }) => value === node) ?? -1;
    const argument = call?.args[index];
    if (!call || !argument || argument.star !== '') {
      this.escapes.push(node);
      return;
    }
    const creation = creations.find((c) => c.call.node === call.node);
    if (creation && !creation.processClass) {
      this.escapes.push(node);
      return;
    }
    if (creation) this.handedTo.add(creation);
    const functions = semantics.callGraph.functionsOf(call.callee);
    if (functions.length === 0) {
      if (!LOOKS.test(semantics.values.qualifiedName(call.callee) ?? '')) this.escapes.push(node);
      return;
    }
    const isPlain = call.args.slice(0, index).every(({ star }) => star === '');
    for (const fn of functions) {
      const place =
        argument.name ?? (isPlain ? index + (isBound(fn, call.callee, this.model) ? 1 : 0) : null);
      this.given(fn, place, node);
    }
  }

  /** An element of a process's `args` or `kwargs`. */
  private handed(node: Node, collection: Node): void {
    const { creations, submissions } = this.model;
    const owner = collection.ancestor('CallExpression');
    const creation = creations.find((c) => c.kind === 'process' && c.call.node === owner);
    const place =
      creation && !creation.processClass
        ? placeOf(node, collection, creation.call, this.model)
        : null;
    const workers = submissions
      .filter((s) => s.method === 'target' && creation && s.creations.includes(creation))
      .flatMap((s) => s.workers);
    if (!creation || place === null || workers.length === 0) {
      this.escapes.push(node);
      return;
    }
    this.handedTo.add(creation);
    for (const { definition, node: worker, partials } of workers) {
      const shift = definition && isBound(definition, worker, this.model) ? 1 : 0;
      if (!definition || partials.length > 0) this.escapes.push(node);
      else this.given(definition, typeof place === 'number' ? place + shift : place, node);
    }
  }

  /** A parameter of a function of this file. */
  private given(fn: Node, place: number | string | null, from: Node): void {
    const { semantics } = this.model;
    const params = semantics.functionShape(fn)?.params ?? [];
    const param =
      typeof place === 'string'
        ? params.find(({ name }) => name === place)
        : place === null
          ? undefined
          : params[place];
    const before = typeof place === 'number' ? params.slice(0, place + 1) : [];
    const binding = param && semantics.bindingOf(param.nameNode);
    if (!param || !binding || param.star !== '' || before.some(({ star }) => star !== '')) {
      this.escapes.push(from);
    } else this.named(binding, from);
  }
}

/** `iter(q.get, None)` */
function isIterated(member: Node, { semantics }: ProcessModel): boolean {
  const call = member.parent?.parent ? semantics.call(member.parent.parent) : null;
  return (
    call?.args.length === 2 &&
    call.args[0]?.value === member &&
    semantics.values.qualifiedName(call.callee) === 'builtins.iter'
  );
}

/** Whether a member is what an assignment binds. */
function isTarget(member: Node): boolean {
  const { parent } = member;
  return parent?.kind === 'AssignStatement' && parent.lastChild !== member;
}

/** Whether a call passes the object as the first argument: a method of an instance, or what makes one. */
function isBound(fn: Node, callee: Node, { semantics }: ProcessModel): boolean {
  if (semantics.scopeOf(fn).kind !== 'class') return false;
  const shape = semantics.functionShape(fn);
  if (shape?.decorators.some((d) => /^@\s*staticmethod\b/.test(semantics.textOf(d)))) return false;
  const made = semantics.values.definitions(callee).some(({ kind }) => kind === 'ClassDefinition');
  const object = semantics.attribute(callee)?.object;
  const isClass =
    object !== undefined &&
    semantics.values.definitions(object).some(({ kind }) => kind === 'ClassDefinition');
  return made || (object !== undefined && !isClass);
}

/** Which of the worker's arguments an element of `args` or `kwargs` is; null for other places. */
function placeOf(
  node: Node,
  collection: Node,
  call: Call,
  { semantics }: ProcessModel,
): number | string | null {
  if (argumentAt(call, 3, 'args')?.value === collection) {
    const parts = collection.parts.slice(1, -1).filter(({ kind }) => kind !== ',');
    return parts.some(({ kind }) => kind === '*') ? null : parts.indexOf(node);
  }
  if (argumentAt(call, 4, 'kwargs')?.value !== collection) return null;
  const key = node.previous?.previous;
  const name =
    key?.kind === 'String' ? /^(['"])(\w+)\1$/.exec(semantics.textOf(key))?.[2] : undefined;
  return name ?? null;
}
