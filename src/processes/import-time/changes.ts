import type { Binding } from '../../semantics/scopes.ts';
import type { Node } from '../../syntax/node.ts';
import type { Call } from '../../syntax/shapes.ts';
import type { ProcessModel } from '../model.ts';
import { codeOf, rootName } from './code.ts';
import {
  CHANGING_FUNCTIONS,
  CHANGING_METHODS,
  LOOKING_FUNCTIONS,
  SYSTEM_FUNCTIONS,
} from './effect-tables.ts';

/** The module's names whose objects a piece of code may change: by assigning into them, by methods, by calls. */
export function changedNames(code: Node, model: ProcessModel): Binding[] {
  return [...changedIn(code, model)].filter((b) => b.scope === model.semantics.scopes.module);
}

const known = new WeakMap<Node, ReadonlySet<Binding>>();

/** The same for names of any scope. What leads back to code that is being looked at adds nothing. */
function changedIn(code: Node, model: ProcessModel): ReadonlySet<Binding> {
  const before = known.get(code);
  if (before) return before;
  known.set(code, new Set());
  const changed = new Set<Binding>();
  for (const node of codeOf(code)) {
    for (const name of changedAt(node, model)) addWithOrigin(name, model, changed);
  }
  known.set(code, changed);
  return changed;
}

/** The names that what stands at this node changes. */
function changedAt(node: Node, model: ProcessModel): Node[] {
  if (node.kind === 'MemberExpression' && isTarget(node)) return compact([rootName(node)]);
  // `rows += […]` changes the list, also where `rows` is only a function's name for it.
  if (node.kind === 'UpdateStatement' && node.firstChild?.kind === 'VariableName') {
    return [node.firstChild];
  }
  const call = model.semantics.call(node);
  return call ? changedByCall(call, model) : [];
}

function isTarget(member: Node): boolean {
  const statement = member.parent;
  switch (statement?.kind) {
    case 'AssignStatement':
      return statement.children.some((c) => c.kind === 'AssignOp' && c.from > member.from);
    case 'UpdateStatement':
      return statement.firstChild === member;
    case 'DeleteStatement':
      return true;
    default:
      return false;
  }
}

function changedByCall(call: Call, model: ProcessModel): Node[] {
  const { semantics } = model;
  const attribute = semantics.attribute(call.callee);
  const isStatement = call.node.parent?.kind === 'ExpressionStatement';
  const isMultiprocessing =
    model.submissions.some((s) => s.call.node === call.node) ||
    model.starts.some((s) => s.node === call.node) ||
    model.creations.some((c) => c.call.node === call.node);
  const changed: (Node | null)[] = [];
  const name = semantics.values.qualifiedName(call.callee);
  const owner = attribute && rootName(attribute.object);
  const isFunction = !attribute || (owner !== null && isImported(owner, model));
  if (attribute && !isFunction) {
    const isUnknownStatement = isStatement && !LOOKING_FUNCTIONS.test(attribute.name);
    if (CHANGING_METHODS.has(attribute.name) || (isUnknownStatement && !isMultiprocessing)) {
      changed.push(owner);
    }
  }
  if (isMultiprocessing) return compact(changed);
  const functions = semantics.values.definitions(call.callee);
  if (attribute && functions.some((fn) => changesOwner(fn, attribute.object, model))) {
    changed.push(owner);
  }
  call.args.forEach((argument, index) => {
    const given = rootName(argument.value);
    if (!given || given !== argument.value) return;
    const mayChange =
      functions.length > 0
        ? functions.some((fn) => changesParameter(fn, argument.name ?? index, model))
        : CHANGING_FUNCTIONS.test(name ?? '') ||
          (isStatement &&
            isFunction &&
            !LOOKING_FUNCTIONS.test(name ?? '') &&
            !SYSTEM_FUNCTIONS.test(name ?? ''));
    if (mayChange) changed.push(given);
  });
  return compact(changed);
}

/** Whether a function changes what it is given for a parameter: itself, or through functions that it calls. */
function changesParameter(fn: Node, parameter: string | number, model: ProcessModel): boolean {
  const { semantics } = model;
  const target =
    fn.kind === 'ClassDefinition' ? (semantics.values.method(fn, '__init__')[0] ?? null) : fn;
  const params = (target && semantics.functionShape(target)?.params) ?? [];
  const own = target === fn && !isMethod(fn) ? params : params.slice(1);
  const param =
    typeof parameter === 'string' ? own.find((p) => p.name === parameter) : own[parameter];
  return target !== null && param !== undefined && changes(target, param.nameNode, model);
}

/** Whether a method of an object changes the object. */
function changesOwner(fn: Node, object: Node, model: ProcessModel): boolean {
  const self = isMethod(fn) && rootName(object) && model.semantics.functionShape(fn)?.params[0];
  return self ? changes(fn, self.nameNode, model) : false;
}

function isMethod(fn: Node): boolean {
  const owner = fn.ancestor('ClassDefinition', 'FunctionDefinition', 'LambdaExpression');
  return fn.kind === 'FunctionDefinition' && owner?.kind === 'ClassDefinition';
}

function changes(fn: Node, nameNode: Node, model: ProcessModel): boolean {
  const binding = model.semantics.bindingOf(nameNode);
  return binding !== null && fn.lastChild !== null && changedIn(fn.lastChild, model).has(binding);
}

/** A name, and the ones that its value is a part of: `row` of `for row in rows` stands for `rows` too. */
function addWithOrigin(name: Node, model: ProcessModel, changed: Set<Binding>): void {
  const binding = model.semantics.bindingOf(name);
  if (!binding || changed.has(binding)) return;
  changed.add(binding);
  for (const { value, kind, node } of binding.definitions) {
    const origins = value ? originsOf(value, model) : kind === 'function' ? returnedBy(node) : [];
    for (const origin of origins) addWithOrigin(origin, model, changed);
  }
}

/** The names whose objects an expression gives, whole or in part. */
function originsOf(value: Node, model: ProcessModel): Node[] {
  const { values } = model.semantics;
  if (SEQUENCES.has(value.kind)) {
    return values.elementsOf(value).flatMap((element) => originsOf(element, model));
  }
  const call = model.semantics.call(value);
  if (!call) return compact([rootName(value)]);
  const attribute = model.semantics.attribute(call.callee);
  if (attribute) return PARTS.test(attribute.name) ? compact([rootName(attribute.object)]) : [];
  return PASSES_ON.test(values.qualifiedName(call.callee) ?? '')
    ? call.args.flatMap((argument) => originsOf(argument.value, model))
    : values
        .definitions(call.callee)
        .flatMap((d) => (isSingleton(d, model) ? compact([rootName(call.callee)]) : returnedBy(d)));
}

/** A class with a `__new__` may give the same instance again. */
function isSingleton(definition: Node, { semantics }: ProcessModel): boolean {
  return (
    definition.kind === 'ClassDefinition' &&
    semantics.values.method(definition, '__new__').length > 0
  );
}

const SEQUENCES: ReadonlySet<string> = new Set(['ArrayExpression', 'TupleExpression']);
const PARTS = /^(items|values|get|setdefault)$/;
const PASSES_ON = /^builtins\.(enumerate|zip|reversed|sorted|iter|list|tuple|next)$/;

/** The names in a function's `return name`. */
function returnedBy(fn: Node): Node[] {
  const body = fn.kind === 'FunctionDefinition' ? fn.lastChild : null;
  const returns = body ? [...codeOf(body)].filter((node) => node.kind === 'ReturnStatement') : [];
  return compact(returns.map(({ lastChild }) => lastChild && rootName(lastChild)));
}

function isImported(name: Node, { semantics }: ProcessModel): boolean {
  const definitions = semantics.bindingOf(name)?.definitions ?? [];
  return definitions.length > 0 && definitions.every((d) => d.kind === 'import');
}

function compact(nodes: readonly (Node | null)[]): Node[] {
  return nodes.filter((node) => node !== null);
}
