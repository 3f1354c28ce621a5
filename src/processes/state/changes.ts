import { codeOf } from '../../semantics/code.ts';
import type { Definition, DefinitionKind } from '../../semantics/scopes.ts';
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { SIMPLE_STATEMENTS, statementOf } from '../../syntax/shapes.ts';
import { holdsContainer } from '../hand-over/hoist.ts';
import type { ProcessModel } from '../model.ts';
import { type Variable, variablesAt } from './variables.ts';

/** A place in the code that gives a variable another value, or changes the object that it has. */
export interface StateChange {
  readonly variable: Variable;
  /** The name. */
  readonly node: Node;
  /** The offset behind what has run when the change is made. */
  readonly end: number;
  readonly how: 'bound' | 'imported' | 'mutated';
  /** The new value, where one expression says it. */
  readonly value: Node | null;
  /** What is put into the object that is changed, or looped over; null where that is not seen. */
  readonly given: readonly Node[] | null;
}

/** Every change of a variable that this file makes, in the order of the text. */
export function changesIn(model: ProcessModel): StateChange[] {
  const { scopes } = model.semantics;
  const bound = [...scopes.module.bindings.values()].flatMap((binding) =>
    binding.definitions.flatMap((definition) => bindingChange(definition, model)),
  );
  const inPlace = scopes.references.flatMap(({ node }) => inPlaceChanges(node, model));
  return [...bound, ...inPlace].sort((a, b) => a.node.from - b.node.from);
}

const BINDS: ReadonlySet<DefinitionKind> = new Set([
  'assignment',
  'augmented',
  'for',
  'import',
  'walrus',
  'with',
]);

function bindingChange(definition: Definition, model: ProcessModel): StateChange[] {
  const { kind, nameNode, node, value } = definition;
  const [variable] = BINDS.has(kind) ? variablesAt(nameNode, model) : [];
  if (!variable || variable.attribute !== null) return [];
  const end = SIMPLE_STATEMENTS.has(node.kind) || kind === 'walrus' ? node.to : nameNode.to;
  const how = kind === 'import' ? 'imported' : 'bound';
  // An import under the main guard is a definition that has to move.
  if (kind === 'import' && !model.semantics.enclosingFunction(nameNode)) return [];
  const only = kind === 'assignment' ? value : null;
  const given = kind === 'for' && value ? [value] : null;
  return [{ variable, node: nameNode, end, how, value: only, given }];
}

/** `X[k] = v`, `X.a = v`, `del X[k]`, `X.append(v)` and the like. */
function inPlaceChanges(name: Node, model: ProcessModel): StateChange[] {
  const { parent } = name;
  if (parent?.kind !== 'MemberExpression' || parent.firstChild !== name) return [];
  const { semantics } = model;
  const member = outermostMember(parent);
  const isSet = isTarget(member);
  const call =
    member.parent?.kind === 'CallExpression' && member.index === 0 ? member.parent : null;
  if (!isSet && !call) return [];
  return variablesAt(name, model).flatMap((variable) => {
    const object = variable.attribute === null ? name : parent;
    if (variable.attribute === null && variable.isForeign && isAttribute(parent)) return [];
    const how = object === member ? 'bound' : 'mutated';
    const change = { variable, node: name, how, value: null, given: null } as const;
    if (isSet) {
      const statement = statementOf(member);
      const value = statement.kind === 'AssignStatement' ? statement.lastChild : null;
      const content = how === 'bound' ? { value } : { given: value ? [value] : null };
      return [{ ...change, end: statement.to, ...content }];
    }
    if (!call || object === member || !changesObject(member, object, variable, model)) return [];
    const given = semantics.call(call)?.args.map((argument) => argument.value) ?? null;
    return [{ ...change, end: call.to, given }];
  });
}

/** `X.a[0].b` for the `X.a` in it. */
function outermostMember(member: Node): Node {
  let outermost = member;
  while (outermost.parent?.kind === 'MemberExpression' && outermost.index === 0) {
    outermost = outermost.parent;
  }
  return outermost;
}

function isTarget(member: Node): boolean {
  const { parent } = member;
  switch (parent?.kind) {
    case 'AssignStatement':
      return parent.children.some((c) => c.kind === 'AssignOp' && c.from > member.from);
    case 'UpdateStatement':
      return member.index === 0;
    case 'DeleteStatement':
      return true;
    default:
      return false;
  }
}

function isAttribute(member: Node): boolean {
  return member.lastChild?.kind === 'PropertyName';
}

const CONTAINER_METHODS =
  /^(append|appendleft|extend|extendleft|insert|add|update|setdefault|pop|popleft|popitem|remove|discard|clear|sort|reverse|rotate|(difference|intersection|symmetric_difference)_update)$/;

const PARSER = /^configparser\.\w+\(\)$/;
const PARSER_METHODS = /^(read|read_file|read_string|read_dict|set|add_section|remove_\w+)$/;

/** Whether a method, called on a variable's object or a part of it, certainly changes it. */
function changesObject(
  method: Node,
  object: Node,
  { binding, attribute }: Variable,
  { semantics }: ProcessModel,
): boolean {
  const name = semantics.attribute(method)?.name ?? '';
  const isContainer =
    attribute === null
      ? holdsContainer(binding, semantics)
      : holdsContainers(semantics.values.attributeValues(object));
  if (isContainer && CONTAINER_METHODS.test(name)) return true;
  if (method.firstChild !== object) return false;
  const made = semantics.values.qualifiedNames(object);
  return (
    (PARSER_METHODS.test(name) && made.some((type) => PARSER.test(type))) ||
    semantics.values.definitions(method).some((fn) => setsOwnAttribute(fn, semantics))
  );
}

function holdsContainers(values: readonly Node[]): boolean {
  return values.length > 0 && values.every(({ kind }) => /^(Array|Dictionary|Set)/.test(kind));
}

/** Whether a method assigns to an attribute or element of its instance. */
function setsOwnAttribute(fn: Node, semantics: Semantics): boolean {
  const body = fn.lastChild;
  return (
    body !== null &&
    [...codeOf(body)].some((node) => {
      if (node.kind !== 'MemberExpression' || !isTarget(node)) return false;
      let root: Node = node;
      while (root.kind === 'MemberExpression' && root.firstChild) root = root.firstChild;
      return semantics.values.classOfSelf(root) !== null;
    })
  );
}

/** The text of the constant that a change gives a variable; null for any other change. */
export function constantOf({ how, value }: StateChange, semantics: Semantics): string | null {
  return how === 'bound' && value && CONSTANT.test(value.kind) ? semantics.textOf(value) : null;
}

const CONSTANT = /^(Number|String|Boolean|None|UnaryExpression)$/;
