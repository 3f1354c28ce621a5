/** Whether what sets an attribute by a made-up name may mean a module's, class's or function's. */
import { rowOf } from '../processes/import-time/call-words.ts';
import type { ProcessModel } from '../processes/model.ts';
import { argumentsFor } from '../semantics/arguments.ts';
import type { Node } from '../syntax/node.ts';

/** Looks at a row that was found by its text: `setattr(thing, name, value)`, `exec(code)`, `globals()[name] = value`. */
export function maySetAnything(row: number, model: ProcessModel): boolean {
  const { semantics } = model;
  const calls = semantics.allCalls().filter((call) => {
    const name = semantics.textOf(call.callee);
    return /\b(setattr|exec)$/.test(name) && rowOf(call.node, model) === row;
  });
  return (
    calls.length === 0 ||
    calls.some(({ callee, args }) => {
      // With a namespace of its own, `exec` sets nothing elsewhere.
      if (/exec$/.test(semantics.textOf(callee))) return args.length < 2;
      const object = args[0]?.value;
      return object !== undefined && !isInstance(object, model, new Set());
    })
  );
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
