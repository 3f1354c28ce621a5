/** A manager's proxy in the place of a primitive: it can be sent to any process at any time. */
import type { Fix } from '../../src/edits/fix.ts';
import { namedImport } from '../../src/edits/named-import.ts';
import { withoutUnused } from '../../src/edits/unused-imports.ts';
import { primitiveOf, type SentPrimitive } from '../../src/processes/hand-over/sent-primitives.ts';
import type { ProcessModel, Submission } from '../../src/processes/model.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import { type Call, simpleAssignment } from '../../src/syntax/shapes.ts';

/** Null where a proxy could not do what the primitive is used for, or where the manager would be started at import. */
export function byManager(
  { made, name, submission }: SentPrimitive,
  model: ProcessModel,
): Fix | null {
  const { semantics, facts } = model;
  const [maker, ...others] = made;
  const call = maker && semantics.call(maker);
  if (!call || others.length > 0 || !canBeManaged(call, name, model)) return null;
  if (!isKept(call, submission, model)) return null;
  const isAtImport = semantics.enclosingFunction(call.node) === null && !model.isGuarded(call.node);
  if (isAtImport || model.runsInWorkers.has(semantics.enclosingFunction(call.node) ?? call.node)) {
    return null;
  }
  const { callee } = call;
  const message = `take a manager's \`${name}\`: one more process, and a message to it and back for each use`;
  const attribute = semantics.attribute(callee);
  if (attribute) {
    const { from } = attribute.nameNode;
    return {
      applicability: 'unsafe',
      message,
      edits: [{ from, to: from, text: 'Manager().' }],
    };
  }
  const wanted = { module: 'multiprocessing', name: 'Manager' };
  const { edits, expression } = namedImport(semantics.tree, semantics.scopes, wanted, [call.node]);
  const { from, to } = callee;
  const all = [...edits, { from, to, text: `${expression}().${name}` }];
  return {
    applicability: 'unsafe',
    message,
    edits: withoutUnused(all, semantics, 'multiprocessing', [callee], facts.importedNames),
  };
}

/** Whether the parent keeps the proxy as long as the pool works: with the last of its proxies a manager ends. */
function isKept({ node }: Call, { creations }: Submission, { semantics }: ProcessModel): boolean {
  const target = node.parent && simpleAssignment(node.parent)?.target;
  const binding = target ? semantics.bindingOf(target) : null;
  const maker = semantics.enclosingFunction(node);
  return (
    target?.kind === 'MemberExpression' ||
    binding?.scope.kind === 'module' ||
    (binding !== null &&
      creations.length > 0 &&
      creations.every(({ call }) => semantics.enclosingFunction(call.node) === maker))
  );
}

/** The arguments that a manager's method takes as the primitive does. */
const TAKES: ReadonlyMap<string, RegExp> = new Map([
  ['Lock', /^$/],
  ['RLock', /^$/],
  ['Event', /^$/],
  ['Semaphore', /^.*$/],
  ['BoundedSemaphore', /^.*$/],
  ['Barrier', /^.*$/],
  ['Queue', /^.*$/],
  ['JoinableQueue', /^.*$/],
  ['Value', /^[^,=]+,[^,=]+$/],
]);

/** What a proxy has not. */
const LACKING = /^(close|join_thread|cancel_join_thread|get_lock|get_obj|get_value)$/;

/** What takes a primitive, but not the proxy of one. */
const BUILT_UPON = /\b(Value|Array|Condition)$/;

function canBeManaged({ argList }: Call, name: string, { semantics, tree }: ProcessModel): boolean {
  const given = semantics.textOf(argList).slice(1, -1).trim();
  const lacks = tree.root.descendants('MemberExpression').some((member) => {
    const attribute = semantics.attribute(member);
    return attribute && LACKING.test(attribute.name) && mayBePrimitive(attribute.object, semantics);
  });
  const isBuiltUpon = semantics
    .allCalls()
    .some(
      ({ callee, args }) =>
        BUILT_UPON.test(semantics.textOf(callee)) &&
        args.some(({ value }) => primitiveOf(value, semantics) !== null),
    );
  // A proxy calls it `blocking`.
  const isNamed = /\.acquire\(\s*block\s*=/.test(tree.text);
  return (TAKES.get(name)?.test(given) ?? false) && !lacks && !isBuiltUpon && !isNamed;
}

/** A primitive, or the parameter of a function, which may be called with one. */
function mayBePrimitive(object: Node, semantics: Semantics): boolean {
  const kinds = semantics.bindingOf(object)?.definitions.map(({ kind }) => kind) ?? [];
  return kinds.includes('parameter') || primitiveOf(object, semantics) !== null;
}
