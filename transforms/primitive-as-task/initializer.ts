/** Hands a primitive over when the workers are started, and takes it out of their tasks. */
import type { Edit, Fix, Refusal } from '../../src/edits/fix.ts';
import { type InitializerSite, setUpWorkers } from '../../src/edits/initializer.ts';
import { freshName, namesIn } from '../../src/edits/names.ts';
import { withoutUnused } from '../../src/edits/unused-imports.ts';
import { contextMethod } from '../../src/processes/contexts.ts';
import { isCaught } from '../../src/processes/hand-over/expected-errors.ts';
import { initializerArguments } from '../../src/processes/hand-over/initializer-arguments.ts';
import type { SentPrimitive } from '../../src/processes/hand-over/sent-primitives.ts';
import { lineOf } from '../../src/processes/import-time/call-words.ts';
import type { Creation, ProcessModel } from '../../src/processes/model.ts';
import type { Binding } from '../../src/semantics/scopes.ts';
import type { Node } from '../../src/syntax/node.ts';
import { globalWith } from './handed-already.ts';
import { type Use, usesOf } from './uses.ts';
import { withoutArgument } from './without.ts';
import { type Reception, receptionOf } from './worker.ts';

export function byInitializer(primitive: SentPrimitive, model: ProcessModel): Fix | Refusal {
  const { semantics, facts } = model;
  const { node } = primitive.sent;
  const binding = node.kind === 'VariableName' ? semantics.bindingOf(node) : null;
  if (!binding) return NO_NAME;
  const reception = receptionOf(primitive, model);
  if ('refusal' in reception) return reception;
  const uses = usesOf(primitive, reception, binding, model);
  if ('refusal' in uses) return uses;
  const creations = new Set(uses.flatMap(({ submission }) => submission.creations));
  for (const creation of creations) {
    const obstacle = creationObstacle(creation, binding, primitive, uses, model);
    if (obstacle) return { refusal: obstacle };
  }
  const sites = [...creations].flatMap((creation) => siteOf(creation) ?? []);
  const handed = globalWith(binding, sites, model);
  const global = handed ?? globalFor(reception, binding, model);
  const setUp = handed
    ? []
    : setUpWorkers(
        semantics,
        sites,
        {
          globals: [global],
          handed: [{ wish: global, argument: binding.name }],
          statements: ([parameter]) => [`${global} = ${parameter}`],
        },
        facts.importedNames,
      );
  if ('refusal' in setUp) return setUp;
  const taken = withoutArgument(uses, reception, semantics);
  if ('refusal' in taken) return taken;
  const renamed = reception.local.references.flatMap(({ node: { from, to } }): Edit[] =>
    global === reception.local.name ? [] : [{ from, to, text: global }],
  );
  const edits = [...setUp, ...taken.edits, ...reception.edits, ...renamed];
  return {
    applicability: uses.some(({ submission }) =>
      isCaught(submission.call.node, 'RuntimeError', semantics),
    )
      ? 'unsafe'
      : 'safe',
    message: `hand \`${binding.name}\` to the workers by an initializer, and let \`${reception.name}\` use it as a global`,
    edits: ['functools', 'itertools'].reduce(
      (all, module) => withoutUnused(all, semantics, module, taken.gone, facts.importedNames),
      edits,
    ),
    rebinds: [reception.local.name, global],
    drops: [...taken.drops, ...reception.drops],
  };
}

const NO_NAME: Refusal = { refusal: 'it has no name of its own that is set before the pool' };

function siteOf(creation: Creation): InitializerSite | null {
  const places = initializerArguments(creation);
  return places && { call: creation.call, ...places };
}

/** Why the primitive can't be handed over where some workers are made; null where it can. */
function creationObstacle(
  creation: Creation,
  binding: Binding,
  { made, name }: SentPrimitive,
  uses: readonly Use[],
  model: ProcessModel,
): string | null {
  const { semantics } = model;
  const { node } = creation.call;
  const line = lineOf(node, model);
  const given = `\`${binding.name}\``;
  if (!siteOf(creation)) return `the arguments of ${line} can't be told for stars`;
  if (semantics.scopeOf(node).lookUp(binding.name) !== binding) {
    return `${given} is not known in ${line}, where the workers are made`;
  }
  if (!isMadeBefore(binding, node, model)) {
    return `${given} may not be made yet in ${line}, where the workers are made`;
  }
  const end = uses.find(({ submission }) => submission.creations.includes(creation));
  const again = semantics.rebindings(binding, node, end?.submission.call.node ?? null)[0];
  if (again) return `${lineOf(again.nameNode, model)} may make another ${given} for the same pool`;
  const isForeign = made.some((call) => methodOf(call, model) !== creation.method);
  if (isForeign && !/^Raw/.test(name)) {
    return `${given} belongs to another context than the workers: both have to be of one context`;
  }
  const late = model.startMethodCalls.some(({ call }) =>
    made.some((maker) => call.node.from > maker.from),
  );
  return late ? `${given} is made before the start method is set` : null;
}

function isMadeBefore({ scope, definitions }: Binding, place: Node, { semantics }: ProcessModel) {
  const [only, ...others] = definitions;
  const isOfModule =
    scope.kind === 'module' && only?.node.parent?.kind === 'Script' && others.length === 0;
  const binding = semantics.scopeOf(place).lookUp(only ? semantics.textOf(only.nameNode) : '');
  return (
    (isOfModule && semantics.enclosingFunction(place) !== null) ||
    (binding !== null && semantics.isBoundAt(binding, place))
  );
}

function methodOf(made: Node, { semantics }: ProcessModel) {
  const callee = semantics.call(made)?.callee;
  const object = callee && semantics.attribute(callee)?.object;
  return object ? contextMethod(object, semantics) : null;
}

/** The name under which the worker finds it: that of its parameter, where the module has no other use for that. */
function globalFor(
  { local }: Reception,
  { scope, name }: Binding,
  { semantics }: ProcessModel,
): string {
  const { scopes, tree } = semantics;
  const isSame = scope.kind === 'module' && name === local.name;
  const isRead = scopes.references.some((r) => r.name === local.name && r.binding === null);
  const isDeclared = scopes.module.bindings.has(local.name);
  return isSame || (!isRead && !isDeclared) ? local.name : freshName(namesIn(tree), local.name);
}
