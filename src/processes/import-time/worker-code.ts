import { codeOf, rootName } from '../../semantics/code.ts';
import type { Binding } from '../../semantics/scopes.ts';
import type { Node } from '../../syntax/node.ts';
import type { CreationKind } from '../libraries.ts';
import type { Holder, ProcessModel } from '../model.ts';
import { isStandardModule } from './standard-modules.ts';

/**
 * The module's names that code in children reads, or may read: beyond what the model is sure of, functions that are
 * handed on as values, and methods of classes whose instances may travel to a worker.
 */
export function namesForWorkers(model: ProcessModel): Set<Binding> {
  const { semantics } = model;
  const names = new Set<Binding>();
  const given = namesSetByInitializers(model);
  const code = new Set<Node>(model.runsInWorkers);
  for (const fn of functionsHandedOn(model)) code.add(fn);
  for (const fn of specialMethods(model)) code.add(fn);
  const methods = methodsByName(model);
  // What another file does with the instances that it is given is not known.
  if (startsElsewhere(model))
    for (const own of methods.values()) for (const fn of own) code.add(fn);
  for (const fn of code) {
    // Pickle finds functions and classes by their names.
    for (const definition of [fn, semantics.scopeOf(fn).node]) {
      const own = definitionName(definition);
      const binding = own && semantics.bindingOf(own);
      if (binding?.scope === semantics.scopes.module) names.add(binding);
    }
    for (const reference of semantics.moduleReads(fn)) {
      if (!reference.binding) continue;
      if (!given.has(reference.binding)) names.add(reference.binding);
      for (const d of reference.binding.definitions) {
        if (d.kind === 'function' || d.kind === 'class') code.add(d.node);
      }
    }
    for (const name of attributesIn(fn, model)) {
      for (const method of methods.get(name) ?? []) code.add(method);
    }
  }
  return names;
}

/** The globals that initializers set: workers find what the initializer gave them, whatever the module says. */
function namesSetByInitializers({ semantics, submissions }: ProcessModel): Set<Binding> {
  const initializers = submissions
    .filter((submission) => submission.method === 'initializer')
    .flatMap(({ workers }) => workers.flatMap(({ definition }) => definition ?? []));
  const bindings = [...semantics.scopes.module.bindings.values()];
  return new Set(
    bindings.filter((binding) =>
      binding.definitions.some((d) =>
        initializers.some((fn) => d.scope.node === fn && d.kind === 'assignment'),
      ),
    ),
  );
}

/**
 * Functions that stand as values where they may end in a worker: in what a submission hands over, and anywhere if
 * a pool is handed on itself. What runs in the parent is left out.
 */
function functionsHandedOn(model: ProcessModel): Node[] {
  const { semantics } = model;
  const starters = new Set(model.starts.map((s) => semantics.enclosingFunction(s.node)));
  const calls = [...model.submissions.map((s) => s.call), ...model.creations.map((c) => c.call)];
  const anywhere = mayRunAnything(model);
  const found: Node[] = [];
  for (const { node, binding } of semantics.scopes.references) {
    if (binding?.scope !== semantics.scopes.module || !isHandedOn(node, model)) continue;
    const isElement = node.ancestor('ArgList', 'Body', 'AssignStatement')?.kind !== 'ArgList';
    if (!anywhere && !isElement && !calls.some(({ argList }) => argList.contains(node))) continue;
    for (const { kind, node: fn } of binding.definitions) {
      if (kind === 'function' && !starters.has(fn)) found.push(fn);
    }
  }
  return found;
}

/** Whether a pool is handed on or made by another file, or gets a worker of which nothing is known. */
function mayRunAnything(model: ProcessModel): boolean {
  const { creations, submissions, semantics } = model;
  if (startsElsewhere(model)) return true;
  const isUnknown = submissions.some(({ workers }) =>
    workers.some(
      ({ definition, node }) =>
        definition === null && semantics.values.qualifiedNames(node).length === 0,
    ),
  );
  return isUnknown || creations.some(({ kind, holder }) => isHolding(kind) && escapes(holder));
}

/** Whether another file's code starts processes for this one. */
export function startsElsewhere({ starts }: ProcessModel): boolean {
  return starts.some(({ behind }) => behind !== null);
}

/** Whether a name is imported from elsewhere than the standard library. */
export function isForeignModule({ definitions }: Binding): boolean {
  return definitions.some(({ imported }) => imported && !isStandardModule(imported.module));
}

/** Whether children run code of other files, which may use whatever those hold. */
export function runsOtherFiles(model: ProcessModel): boolean {
  const { semantics, submissions } = model;
  const isForeign = (name: string) => !name.startsWith('builtins.') && !isStandardModule(name);
  return (
    startsElsewhere(model) ||
    submissions.some(({ workers }) =>
      workers.some(({ node }) => semantics.values.qualifiedNames(node).some(isForeign)),
    )
  );
}

function isHolding(kind: CreationKind): boolean {
  return kind === 'pool' || kind === 'executor';
}

function escapes(holder: Holder): boolean {
  if (holder.kind === 'other') return true;
  if (holder.kind !== 'name' && holder.kind !== 'with') return false;
  return (holder.binding?.references ?? []).some(({ node }) => {
    const member = node.parent;
    const isReceiver = member?.kind === 'MemberExpression' && member.firstChild === node;
    return !isReceiver || member.parent?.kind !== 'CallExpression';
  });
}

function isHandedOn(name: Node, { semantics }: ProcessModel): boolean {
  const { parent } = name;
  if (!parent || parent.kind === 'Decorator') return false;
  if (parent.kind === 'CallExpression' || parent.kind === 'MemberExpression') return false;
  const list = name.ancestor('ArgList', 'Body');
  const call = list?.kind === 'ArgList' && list.parent ? semantics.call(list.parent) : null;
  if (!call) return true;
  const argument = call.args.find((a) => a.value.contains(name));
  if (/^(callback|error_callback|key|type|command)$/.test(argument?.name ?? '')) return false;
  return (
    !RUN_IN_PARENT.test(semantics.values.qualifiedName(call.callee) ?? '') &&
    semantics.attribute(call.callee)?.name !== 'add_done_callback'
  );
}

const RUN_IN_PARENT =
  /^(threading\.(Thread|Timer)|atexit\.register|signal\.signal|asyncio\.\w+|builtins\.\w+|time\w*\..*)$/;

/** What Python itself calls on an instance, in whatever process it is. */
function specialMethods(model: ProcessModel): Node[] {
  return [...methodsByName(model)].flatMap(([name, methods]) =>
    /^__\w+__$/.test(name) && !/^__(init|enter|exit|del)__$/.test(name) ? methods : [],
  );
}

function methodsByName({ semantics }: ProcessModel): Map<string, Node[]> {
  const methods = new Map<string, Node[]>();
  for (const scope of semantics.scopes.module.children) {
    if (scope.kind !== 'class') continue;
    for (const [name, binding] of scope.bindings) {
      const functions = binding.definitions.filter((d) => d.kind === 'function');
      methods.set(name, [...(methods.get(name) ?? []), ...functions.map((d) => d.node)]);
    }
  }
  return methods;
}

function definitionName(definition: Node): Node | null {
  return definition.kind === 'LambdaExpression' ? null : definition.child('VariableName');
}

/** The attributes that code asks of objects of which nothing is known. */
function attributesIn(fn: Node, { semantics }: ProcessModel): Set<string> {
  const names = new Set<string>();
  for (const node of fn.lastChild ? codeOf(fn.lastChild) : []) {
    const attribute = semantics.attribute(node);
    if (!attribute) continue;
    const root = rootName(attribute.object);
    const definitions = root ? (semantics.bindingOf(root)?.definitions ?? []) : [];
    if (!definitions.some((d) => d.kind === 'import')) names.add(attribute.name);
  }
  return names;
}
