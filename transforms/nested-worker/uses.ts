/** Where a local function is used, and how each place hands on what the function no longer captures. */
import type { Edit } from '../../src/edits/fix.ts';
import { prepend } from '../../src/edits/prepend.ts';
import {
  lastUseOfPool,
  mayLackImport,
  startsOf,
  startsWorkersLater,
} from '../../src/processes/hand-over/hoist.ts';
import { argumentsPlace, positionalCount } from '../../src/processes/hand-over/worker-arguments.ts';
import type { ProcessModel, Submission } from '../../src/processes/model.ts';
import { argumentAt } from '../../src/processes/submissions.ts';
import type { LocalFunction } from '../../src/semantics/closures.ts';
import type { Binding, Definition } from '../../src/semantics/scopes.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import type { Argument, Call } from '../../src/syntax/shapes.ts';
import { nestedWorkers } from './find.ts';
import { isOnlyCalled, onlyCallsWhatItGets, receiverObstacle, receiverOf } from './receivers.ts';

/** One place that names a local function. */
export interface Use {
  readonly fn: LocalFunction;
  readonly node: Node;
  readonly how: How;
  /** The submission that the function is handed to there. */
  readonly submission: Submission | null;
  /** When the function reads what it captures, next to when it is handed on. */
  readonly reads: Reads;
}

/**
 * `now`: it is called at once. `task`: it is sent to workers soon after. `start`: when the process is started.
 * `workers`: when a worker of the pool is started. `later`: nobody knows.
 */
export type Reads = 'now' | 'task' | 'start' | 'workers' | 'later';

/** How the captured values get to the function. */
export type How =
  /** `work(x)`: in front of the arguments */
  | { readonly kind: 'call'; readonly call: Call }
  /** `partial(work, x)`, `submit(work, x)`: behind the function */
  | { readonly kind: 'behind' }
  /** `args=(x,)`: in front of its elements */
  | { readonly kind: 'elements'; readonly list: Node }
  /** `Process(target=work)`: as a new argument behind another */
  | { readonly kind: 'new-argument'; readonly behind: Argument; readonly keyword: string }
  /** Anywhere else: wrapped in `functools.partial` */
  | { readonly kind: 'partial' }
  /** A place where a partial is not as good as a function. */
  | { readonly kind: 'odd'; readonly why: string };

/** All uses of a local function, in the order of the text. */
export function usesOf(model: ProcessModel, fn: LocalFunction): Use[] {
  return fn.binding.references.map(({ node }) => {
    const submission = submissionOf(model, node);
    const how = howAt(model, fn, node, submission);
    return { fn, node, how, submission, reads: readsAt(model, how, node, submission) };
  });
}

function readsAt(model: ProcessModel, how: How, node: Node, submission: Submission | null): Reads {
  if (how.kind === 'call' || isSortKey(model, node)) return 'now';
  if (!submission) return 'later';
  if (submission.delivery === 'call') return 'now';
  if (submission.delivery !== 'constructor') return 'task';
  if (startsWorkersLater(submission)) return 'workers';
  return submission.method === 'target' ? 'start' : 'now';
}

/** The submission whose callable a node is a part of. */
export function submissionOf(model: ProcessModel, node: Node): Submission | null {
  return (
    model.submissions.find(
      (s) => s.library.pickling === 'by-reference' && s.argument.value.contains(node),
    ) ?? null
  );
}

function howAt(
  model: ProcessModel,
  fn: LocalFunction,
  node: Node,
  submission: Submission | null,
): How {
  const { semantics } = model;
  const parent = node.parent as Node;
  const call = semantics.call(parent);
  if (call?.callee === node) return { kind: 'call', call };
  const argumentOf =
    parent.kind === 'ArgList' && parent.parent ? semantics.call(parent.parent) : null;
  if (argumentOf && fn.defaults.length === 0) {
    const isFirst = argumentOf.args[0]?.value === node && argumentOf.args[0].name === null;
    const isPartial = semantics.values.qualifiedName(argumentOf.callee) === 'functools.partial';
    if (isFirst && isPartial) return { kind: 'behind' };
    if (submission?.argument.value === node) return howSubmitted(submission, semantics);
  }
  return howElsewhere(model, node);
}

function howSubmitted(submission: Submission, semantics: Semantics): How {
  const { call, argument } = submission;
  const place = argumentsPlace(submission);
  if (place === 'following') return { kind: argument.name === null ? 'behind' : 'partial' };
  if (!place || call.args.some((a) => a.star !== '')) return { kind: 'partial' };
  const given = argumentAt(call, place.index, place.keyword);
  if (!given) return newArgument(submission, place.index, place.keyword);
  const list = firstOperand(given.value, semantics);
  return list ? { kind: 'elements', list } : { kind: 'partial' };
}

/** The tuple or list that is written out, or that others are added to: `(x,)` of `(x,) + args`. */
function firstOperand(value: Node, semantics: Semantics): Node | null {
  if (/^(Tuple|Array)Expression$/.test(value.kind)) return value;
  const [first, operator] = value.children;
  const isSum = value.kind === 'BinaryExpression' && operator && semantics.textOf(operator) === '+';
  return isSum && first ? firstOperand(first, semantics) : null;
}

function newArgument({ call, argument }: Submission, index: number, keyword: string): How {
  const positional = call.args.filter((a) => a.name === null);
  const last = positional[positional.length - 1];
  const isLast = argument.name === null && last === argument;
  if (isLast && positional.length === index)
    return { kind: 'new-argument', behind: argument, keyword: '' };
  const behind = argument.name === null && last ? last : argument;
  return { kind: 'new-argument', behind, keyword };
}

const PLAIN_PLACES: ReadonlySet<string> = new Set([
  'ArgList',
  'ReturnStatement',
  'ConditionalExpression',
  'ArrayExpression',
  'TupleExpression',
  'DictionaryExpression',
  'ParenthesizedExpression',
  'LambdaExpression',
  'ArrayComprehensionExpression',
  'BinaryExpression',
]);

function howElsewhere(model: ProcessModel, node: Node): How {
  const { semantics } = model;
  const parent = node.parent as Node;
  if (parent.kind === 'Decorator') return { kind: 'odd', why: 'used as a decorator' };
  if (parent.kind === 'AssignStatement') {
    const isLocal = semantics.scopeOf(node).frame.kind !== 'class';
    const target = parent.firstChild;
    const isName = target?.kind === 'VariableName' && target !== node;
    if (isLocal && (isName || isItemOrOwnAttribute(model, target))) return { kind: 'partial' };
    return { kind: 'odd', why: 'stored where a function is needed' };
  }
  if (parent.kind === 'BinaryExpression' && !/^(or|and)$/.test(parent.children[1]?.kind ?? '')) {
    return { kind: 'odd', why: 'compared' };
  }
  return PLAIN_PLACES.has(parent.kind)
    ? { kind: 'partial' }
    : { kind: 'odd', why: 'used as more than a callable' };
}

/** `tasks[i] = work`, `self.work = work`: not a class's attribute, which would have to bind `self`. */
function isItemOrOwnAttribute(model: ProcessModel, target: Node | null): boolean {
  if (target?.kind !== 'MemberExpression') return false;
  const attribute = model.semantics.attribute(target);
  return !attribute || model.semantics.values.classOfSelf(attribute.object) !== null;
}

const CALLS_AT_ONCE = /^builtins\.(sorted|min|max)$/;

function isSortKey(model: ProcessModel, node: Node): boolean {
  const call =
    node.parent?.kind === 'ArgList' && node.parent.parent
      ? model.semantics.call(node.parent.parent)
      : null;
  return (
    call !== null && CALLS_AT_ONCE.test(model.semantics.values.qualifiedName(call.callee) ?? '')
  );
}

/** Whether the place is one where a partial is as good as a function for certain. */
export function isHarmless(model: ProcessModel, { node, how, submission }: Use): boolean {
  if (how.kind !== 'partial' || submission) return true;
  const argList = node.ancestor('ArgList');
  const call = argList?.parent ? model.semantics.call(argList.parent) : null;
  if (!call || argList !== node.parent) return true;
  if (model.submissions.some((s) => s.call.node === call.node)) return true;
  const receiver = receiverOf(model, call, node);
  if (receiver && nestedWorkers(model).some(({ through }) => through?.node === call.node)) {
    return isOnlyCalled(model, receiver);
  }
  const name = model.semantics.values.qualifiedName(call.callee) ?? '';
  return onlyCallsWhatItGets(name);
}

/** Why a use can't go on meaning the same when the function no longer captures; null where it can. */
export function useObstacle(model: ProcessModel, use: Use): string | null {
  const { fn, how, node } = use;
  if (how.kind === 'odd' && fn.captured.length + fn.defaults.length > 0) {
    return `\`${fn.name}\` is ${how.why}, so it can't be replaced by a partial`;
  }
  const isPartial = how.kind === 'partial' && fn.captured.length > 0;
  const reader = isPartial ? receiverObstacle(model, node) : null;
  if (reader) return reader;
  for (const { nameNode } of fn.imports) {
    const binding = model.semantics.bindingOf(nameNode);
    if (binding && mayLackImport(binding, node, model.semantics)) {
      return `\`${fn.name}\` uses \`${binding.name}\`, which is imported under a condition only; import it in \`${fn.name}\``;
    }
  }
  for (const binding of fn.captured) {
    const reason = captureObstacle(model, use, binding);
    if (reason) return reason;
  }
  for (const { binding, param } of fn.defaults) {
    const reason = defaultObstacle(model, use, binding);
    if (reason) return reason;
    if (defaultTreatment(use, param.name) === 'unknown') {
      return `\`${fn.name}\` may be called with \`${param.name}\` or without; pass it as an argument everywhere`;
    }
  }
  return null;
}

function captureObstacle(model: ProcessModel, use: Use, binding: Binding): string | null {
  const { semantics } = model;
  const { fn, node } = use;
  const { name } = binding;
  if (semantics.scopeOf(node).lookUp(name) !== binding) {
    return `\`${name}\` means something else where \`${fn.name}\` is used; rename one of the two`;
  }
  if (binding.scope.kind === 'module') return moduleObstacle(semantics, use, binding);
  const deleted = binding.definitions.find((d) => d.kind === 'delete');
  if (deleted) {
    const line = semantics.tree.lines.lineName(deleted.nameNode.from);
    return `\`${fn.name}\` uses \`${name}\`, which is deleted in ${line}; pass it as an argument`;
  }
  if (!semantics.isBoundAt(binding, node)) {
    return `\`${name}\` may have no value yet where \`${fn.name}\` is used; give it one first`;
  }
  const rebinding = rebindingFor(model, use, binding);
  if (!rebinding) {
    const elsewhere = binding.definitions.some((d) => d.scope.frame !== binding.scope.frame);
    return elsewhere ? isRebound(fn, name, 'by another function') : null;
  }
  return isRebound(fn, name, howRebound(semantics, rebinding, binding, node));
}

/** What may give a captured variable another value after it is handed on and before the function reads it. */
function rebindingFor(
  model: ProcessModel,
  { node, reads, submission }: Use,
  binding: Binding,
): Definition | null {
  const { semantics } = model;
  if (reads === 'now' || reads === 'task') return null;
  const last = reads === 'workers' && submission ? lastUseOfPool(submission) : null;
  if (last) return first(semantics.rebindings(binding, node, last));
  const own = submission ? startsOf(submission, model) : [];
  if (reads === 'later' || own.length === 0) return first(semantics.rebindings(binding, node));
  return first(own.flatMap((start) => semantics.rebindings(binding, node, start)));
}

function first(definitions: readonly Definition[]): Definition | null {
  return definitions[0] ?? null;
}

/** Whether a task is sent while a variable that its function captures may be getting another value. */
export function mayRace({ semantics }: ProcessModel, { fn, node, reads }: Use): boolean {
  return (
    reads === 'task' &&
    fn.captured.some((b) => b.scope.kind !== 'module' && semantics.rebindings(b, node).length > 0)
  );
}

/** A name of the module that only the parent sets: further definitions elsewhere are what make it so. */
function moduleObstacle(
  semantics: Semantics,
  { fn, node, reads }: Use,
  binding: Binding,
): string | null {
  const frame = semantics.scopeOf(node).frame;
  const later = binding.definitions.find(
    (d) => d.scope.frame === frame && d.nameNode.from > node.from,
  );
  return reads !== 'now' && later
    ? isRebound(fn, binding.name, howRebound(semantics, later, binding, node))
    : null;
}

function howRebound(
  semantics: Semantics,
  { scope, nameNode }: Definition,
  binding: Binding,
  use: Node,
): string {
  if (scope.frame !== binding.scope.frame && binding.scope.kind !== 'module')
    return 'by another function';
  return nameNode.from > use.from
    ? `again in ${semantics.tree.lines.lineName(nameNode.from)}`
    : 'in a loop';
}

function isRebound(fn: LocalFunction, name: string, how: string): string {
  return `\`${fn.name}\` reads \`${name}\`, which is bound ${how}: it is not certain which value it should see; pass it as an argument`;
}

/** A default was read at the `def`, a partial reads at the use: no definition may lie between. */
function defaultObstacle({ semantics }: ProcessModel, use: Use, binding: Binding): string | null {
  const { fn, node } = use;
  const isSame = binding.definitions.every(
    (d) =>
      d.kind === 'annotation' ||
      (d.scope.frame === binding.scope.frame && d.nameNode.from < fn.shape.outer.from),
  );
  const isVisible =
    node.from > fn.shape.outer.from && semantics.scopeOf(node).lookUp(binding.name) === binding;
  return isSame && isVisible && semantics.isBoundAt(binding, fn.shape.outer)
    ? null
    : `the default \`${binding.name}\` of \`${fn.name}\` may have another value where it is used; pass it as an argument`;
}

/** Whether a use leaves a parameter to its default, and so must hand on the value that was the default. */
function defaultTreatment(
  { fn, how, node, submission }: Use,
  name: string,
): 'add' | 'given' | 'unknown' {
  const params = fn.shape.params;
  const index = params.findIndex((p) => p.name === name);
  const isByKeyword = params[index]?.passing === 'keyword-only';
  if (how.kind === 'call') {
    const { args } = how.call;
    if (args.some((a) => a.name === name)) return 'given';
    if (args.some((a) => a.star !== '')) return 'unknown';
    return isByKeyword || args.filter((a) => a.name === null).length <= index ? 'add' : 'given';
  }
  if (params[index]?.passing === 'positional-only') return 'unknown';
  if (isByKeyword) return 'add';
  if (!submission || submission.argument.value !== node) return 'unknown';
  return (positionalCount(submission) ?? Number.POSITIVE_INFINITY) <= index ? 'add' : 'unknown';
}

/** The edits that make a use right once the function is a module-level one of another name and more parameters. */
export function rewire(model: ProcessModel, use: Use, name: string, partial: () => string): Edit[] {
  const { fn, node, how } = use;
  const values = fn.captured.map((binding) => binding.name);
  const rename = { from: node.from, to: node.to, text: name };
  const renamed = name === fn.name ? [] : [rename];
  if (values.length + fn.defaults.length === 0) return renamed;
  const added = fn.defaults
    .filter(({ param }) => defaultTreatment(use, param.name) === 'add')
    .map(({ param, binding }) => `${param.name}=${binding.name}`);
  switch (how.kind) {
    case 'call':
      return [...renamed, ...callEdits(model, how.call, values, added)];
    case 'behind':
      return [{ ...rename, text: [name, ...values].join(', ') }];
    case 'elements':
      return [...renamed, ...prepend(model.tree, how.list, values)];
    case 'new-argument': {
      const tuple = values.length === 1 ? `(${values[0]},)` : `(${values.join(', ')})`;
      const text = `, ${how.keyword && `${how.keyword}=`}${tuple}`;
      const isSame = how.behind.to === node.to;
      return isSame
        ? [{ ...rename, text: name + text }]
        : [...renamed, { from: how.behind.to, to: how.behind.to, text }];
    }
    default:
      return [{ ...rename, text: `${partial()}(${[name, ...values, ...added].join(', ')})` }];
  }
}

function callEdits(
  model: ProcessModel,
  call: Call,
  values: readonly string[],
  added: readonly string[],
): Edit[] {
  const [only] = call.args;
  if (only?.value === call.argList) {
    // A bare generator must get parentheses of its own beside another argument.
    const { from, to } = call.argList;
    const all = [...values, model.semantics.textOf(call.argList), ...added];
    return [{ from, to, text: `(${all.join(', ')})` }];
  }
  const edits = values.length > 0 ? prepend(model.tree, call.argList, values) : [];
  const last = call.args[call.args.length - 1];
  if (added.length === 0) return edits;
  if (last) return [...edits, { from: last.to, to: last.to, text: `, ${added.join(', ')}` }];
  const all = [...values, ...added].join(', ');
  return [{ from: call.argList.from + 1, to: call.argList.to - 1, text: all }];
}
