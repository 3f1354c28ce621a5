/** Whether what sets an attribute by a made-up name may mean a module's, class's or function's. */
import { rowOf } from '../processes/import-time/call-words.ts';
import type { ProcessModel } from '../processes/model.ts';
import { argumentsFor } from '../semantics/arguments.ts';
import type { Node } from '../syntax/node.ts';
import type { Call } from '../syntax/shapes.ts';
import { isTarget, Uses } from './uses.ts';

/** Looks at a row that was found by its text: `setattr(thing, name, value)`, `exec(code)`, `globals()[name] = value`. */
export function maySetAnything(row: number, model: ProcessModel): boolean {
  const { semantics } = model;
  const isThere = (node: Node) => rowOf(node, model) === row;
  const calls = semantics.allCalls().filter(({ node }) => isThere(node));
  const members = semantics.tree.root.descendants('MemberExpression').filter(isThere);
  const uses = new Uses(model);
  return (
    calls.some((call) => setsAnything(call, model)) ||
    [...calls.map(({ node }) => node), ...members].some(
      (node) => isNamespace(node, model) && !uses.isLook(node),
    ) ||
    members.some((node) => isTarget(node) && CODE.test(semantics.attribute(node)?.name ?? ''))
  );
}

/** What a function runs with, and what an object is. */
const CODE = /^__(defaults|kwdefaults|code|class)__$/;

function setsAnything({ callee, args }: Call, model: ProcessModel): boolean {
  const name = model.semantics.textOf(callee);
  // With a namespace of its own, `exec` sets nothing elsewhere.
  if (name === 'exec') return args.length < 2;
  const object = args[0]?.value;
  return SETTERS.test(name) && object !== undefined && !isInstance(object, model, new Set());
}

const SETTERS = /(^|\.)(set|del)attr$|^(type|object)\.__(set|del)attr__$/;

/** The names of a module or class as a dictionary. */
function isNamespace(node: Node, model: ProcessModel): boolean {
  const { semantics } = model;
  const call = semantics.call(node);
  const attribute = semantics.attribute(node);
  if (attribute && /^__(dict|globals)__$/.test(attribute.name)) {
    return attribute.name === '__globals__' || !isInstance(attribute.object, model, new Set());
  }
  if (!call) return false;
  const name = semantics.textOf(call.callee);
  const object = call.args[0]?.value;
  if (name === 'vars' && object) return !isInstance(object, model, new Set());
  const isModuleLevel = semantics.enclosingFunction(node) === null;
  return name === 'globals' || (/^(vars|locals)$/.test(name) && isModuleLevel);
}

/** Whether an object is, as far as is seen, an instance that some code made for itself. */
function isInstance(object: Node, model: ProcessModel, seen: Set<Node>): boolean {
  const { semantics } = model;
  if (seen.has(object)) return true;
  seen.add(object);
  const { values } = semantics;
  if (object.kind === 'CallExpression') return !GIVES_ANY.test(semantics.textOf(object));
  const owner = semantics.attribute(object)?.object;
  // What an instance holds is as a rule its own.
  if (owner) return values.classOfSelf(owner) !== null;
  const binding = object.kind === 'VariableName' ? semantics.bindingOf(object) : null;
  if (!binding?.scope.isFunction) return false;
  if (values.classOfSelf(object)) return !/^(cls|klass|mcs|meta\w*)$/.test(binding.name);
  return binding.definitions.every((definition) => {
    if (definition.kind === 'parameter') {
      const given = argumentsFor(semantics, definition);
      return given.length > 0 && given.every(({ value }) => isInstance(value, model, seen));
    }
    return definition.value !== null && isInstance(definition.value, model, seen);
  });
}

/** Calls that may give a module or a class. */
const GIVES_ANY =
  /^(type|getattr|import_module|importlib\.\w+|__import__|globals|vars|sys\.modules\b.*)\(/;
