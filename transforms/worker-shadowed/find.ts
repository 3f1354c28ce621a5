/** Which processes are bound to the name of a function that they are given. */
import { failsUnder } from '../../src/processes/hand-over/hoist.ts';
import type { Creation, ProcessModel } from '../../src/processes/model.ts';
import { START_METHODS, type StartMethod } from '../../src/processes/start-method.ts';
import type { Binding, Definition } from '../../src/semantics/scopes.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';

/** A name of the module that a function has first, and then the process that is to run it. */
export interface ShadowedWorker {
  readonly binding: Binding;
  /** What binds the name to a process, or to a list of them. */
  readonly shadow: Definition;
  /** Where the process is given the function. */
  readonly given: Node;
  readonly startMethods: readonly StartMethod[];
}

/** Every process that takes the name of its function from it, in the order of the text. */
export function shadowedWorkers(model: ProcessModel): ShadowedWorker[] {
  const { semantics } = model;
  return [...semantics.scopes.module.bindings.values()]
    .filter((binding) => binding.definitions.some(isFunction))
    .flatMap((binding) =>
      shadowsOf(binding, model).flatMap((shadow) => {
        const found = creationsIn(shadow, model).flatMap((creation) =>
          shadowed(binding, shadow, creation, model),
        );
        return found.slice(0, 1);
      }),
    );
}

/** Whether a definition gives its name something that pickle looks up by it. */
export function isFunction({ kind }: Definition): boolean {
  return kind === 'function' || kind === 'class';
}

/** The definitions of a name that bind it to processes. */
export function shadowsOf(binding: Binding, model: ProcessModel): Definition[] {
  return binding.definitions.filter((definition) => creationsIn(definition, model).length > 0);
}

/** The processes that an assignment makes, one or a list of them. */
function creationsIn({ kind, value }: Definition, model: ProcessModel): Creation[] {
  if (kind !== 'assignment' || !value) return [];
  const { values } = model.semantics;
  const nodes = new Set(
    values.sources(value).flatMap((source) => [source, ...values.elementsOf(source)]),
  );
  return model.creations.filter(({ kind, call }) => kind === 'process' && nodes.has(call.node));
}

function shadowed(
  binding: Binding,
  shadow: Definition,
  creation: Creation,
  model: ProcessModel,
): ShadowedWorker[] {
  const submission = model.submissions.find(
    ({ method, creations }) => method === 'target' && creations[0] === creation,
  );
  const isStarted = model.starts.some(({ creations }) => creations.includes(creation));
  if (!submission || !isStarted || creation.library.pickling !== 'by-reference') return [];
  const given = handedIn(creation.call.node, binding, model.semantics).find((node) =>
    model.semantics.reaching(node).definitions.some(isFunction),
  );
  if (!given) return [];
  const { definitions, timing } = model.semantics.reaching(given);
  // In the next round of a loop the name stands for the process of the last.
  const isRepeated = timing === 'now' && definitions.includes(shadow);
  const startMethods = isRepeated ? START_METHODS : failsUnder(submission, model);
  return startMethods.length > 0 ? [{ binding, shadow, given, startMethods }] : [];
}

/** Where a name stands in a process's arguments so that its value is pickled by that name. */
function handedIn(call: Node, binding: Binding, semantics: Semantics): Node[] {
  return binding.references
    .map(({ node }) => node)
    .filter((node) => call.contains(node) && isHanded(node, call, semantics));
}

const CARRIERS: ReadonlySet<string> = new Set([
  'ArgList',
  'TupleExpression',
  'ArrayExpression',
  'DictionaryExpression',
  'ParenthesizedExpression',
  'ConditionalExpression',
]);

function isHanded(node: Node, call: Node, semantics: Semantics): boolean {
  for (let outer = node.parent; outer && outer !== call; outer = outer.parent) {
    const isPartial =
      outer.kind === 'CallExpression' &&
      outer.firstChild !== node &&
      semantics.values.qualifiedName(outer.firstChild as Node) === 'functools.partial';
    if (!isPartial && !CARRIERS.has(outer.kind)) return false;
  }
  return call.firstChild?.contains(node) === false;
}
