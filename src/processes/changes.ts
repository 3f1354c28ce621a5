import type { Binding } from '../semantics/scopes.ts';
import type { Node } from '../syntax/node.ts';
import type { Call } from '../syntax/shapes.ts';
import { codeOf, rootName } from './code.ts';
import { CHANGING_FUNCTIONS, CHANGING_METHODS, LOOKING_FUNCTIONS } from './effect-tables.ts';
import type { ProcessModel } from './model.ts';

/** The module's names whose objects a piece of code may change: by assigning into them, by methods, by calls. */
export function changedNames(code: Node, model: ProcessModel): Binding[] {
  const changed = new Set<Binding>();
  for (const node of codeOf(code)) {
    for (const name of changedAt(node, model)) addWithOrigin(name, model, changed);
  }
  return [...changed].filter((binding) => binding.scope === model.semantics.scopes.module);
}

/** The names that what stands at this node changes. */
function changedAt(node: Node, model: ProcessModel): Node[] {
  if (node.kind === 'MemberExpression' && isTarget(node)) return compact([rootName(node)]);
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
  call.args.forEach((argument, index) => {
    const given = rootName(argument.value);
    if (!given || given !== argument.value) return;
    const mayChange =
      functions.length > 0
        ? functions.some((fn) => changesParameter(fn, argument.name ?? index, model))
        : CHANGING_FUNCTIONS.test(name ?? '') ||
          (isStatement && isFunction && !LOOKING_FUNCTIONS.test(name ?? ''));
    if (mayChange) changed.push(given);
  });
  return compact(changed);
}

/** Whether a function assigns into what it is given for a parameter, or calls methods that change it. */
function changesParameter(fn: Node, parameter: string | number, model: ProcessModel): boolean {
  const { semantics } = model;
  const target =
    fn.kind === 'ClassDefinition' ? (semantics.values.method(fn, '__init__')[0] ?? null) : fn;
  const params = (target && semantics.functionShape(target)?.params) ?? [];
  const own = target === fn ? params : params.slice(1);
  const param =
    typeof parameter === 'string' ? own.find((p) => p.name === parameter) : own[parameter];
  const binding = param && semantics.bindingOf(param.nameNode);
  if (!target || !binding) return false;
  return binding.references.some(({ node }) => {
    const member = node.parent;
    if (member?.kind !== 'MemberExpression' || member.firstChild !== node) return false;
    if (isTarget(member)) return true;
    const attribute = semantics.attribute(member);
    return (
      member.parent?.kind === 'CallExpression' &&
      member.parent.firstChild === member &&
      attribute !== null &&
      CHANGING_METHODS.has(attribute.name)
    );
  });
}

/** A name, and the one that its value is a part of: `row` of `for row in rows` stands for `rows` too. */
function addWithOrigin(name: Node, model: ProcessModel, changed: Set<Binding>): void {
  const binding = model.semantics.bindingOf(name);
  if (!binding || changed.has(binding)) return;
  changed.add(binding);
  for (const { value } of binding.definitions) {
    const origin = value && value.kind !== 'CallExpression' ? rootName(value) : null;
    if (origin) addWithOrigin(origin, model, changed);
  }
}

function isImported(name: Node, { semantics }: ProcessModel): boolean {
  const definitions = semantics.bindingOf(name)?.definitions ?? [];
  return definitions.length > 0 && definitions.every((d) => d.kind === 'import');
}

function compact(nodes: readonly (Node | null)[]): Node[] {
  return nodes.filter((node) => node !== null);
}
