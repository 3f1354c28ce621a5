/** Who may see that a decorated function has another name, text and signature than before. */
import type { BareDecorator } from '../../src/processes/bare-decorators.ts';
import { effectsOn } from '../../src/processes/bare-decorators.ts';
import { isCaught } from '../../src/processes/hand-over/expected-errors.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import type { Binding } from '../../src/semantics/scopes.ts';
import type { Node } from '../../src/syntax/node.ts';
import type { FunctionShape } from '../../src/syntax/shapes.ts';
import type { UndecoratedWorker } from './find.ts';

/** What may see it, in words for the user; null where nothing does. */
export function seenBy(
  { bare, isUncertain, worker }: UndecoratedWorker,
  model: ProcessModel,
): string | null {
  const isExpected = model.submissions.some(
    ({ workers, call }) =>
      workers.some(({ definition }) => definition === worker.node) &&
      isCaught(call.node, 'AttributeError|PicklingError', model.semantics),
  );
  if (isExpected) return 'the error for which the program is prepared does not come then';
  if (isUncertain) return 'it is not known what the decorator below does to the name';
  for (const decorator of bare) {
    const seen = decoratedSeen(decorator, model);
    if (seen) return seen;
  }
  return readerOf(bare, model);
}

/** What is done with a decorator, and with what it decorates, beyond calls and submissions. */
function decoratedSeen({ definition }: BareDecorator, model: ProcessModel): string | null {
  const { semantics, facts } = model;
  const nameNode = definition?.child('VariableName');
  const binding = nameNode && semantics.bindingOf(nameNode);
  if (!binding) return 'it is not known what else it decorates';
  const isImported = ({ name }: Binding) =>
    facts.importedNames === 'all' || facts.importedNames.has(name);
  if (isImported(binding)) return `other files decorate functions with \`${binding.name}\` too`;
  for (const { node } of binding.references) {
    const decorated = decoratedBy(node, model);
    if (!decorated) return `\`${binding.name}\` is used for more than to decorate functions`;
    const seen = functionSeen(decorated, model, isImported);
    if (seen) return seen;
  }
  return null;
}

/** The function above which a name stands behind an `@`. */
function decoratedBy(name: Node, { semantics }: ProcessModel): FunctionShape | null {
  const isCalled = name.parent && semantics.call(name.parent)?.callee === name;
  const decorator = (isCalled ? name.parent : name)?.parent;
  const decorated =
    decorator?.kind === 'Decorator' && decorator.parent?.child('FunctionDefinition');
  return decorated ? semantics.functionShape(decorated) : null;
}

function functionSeen(
  decorated: FunctionShape,
  model: ProcessModel,
  isImported: (binding: Binding) => boolean,
): string | null {
  const { semantics } = model;
  const binding = decorated.nameNode && semantics.bindingOf(decorated.nameNode);
  if (!binding) return 'it is not known what else it decorates';
  if (effectsOn(decorated, model).includes(null)) {
    return `another decorator of \`${binding.name}\` may ask for its name`;
  }
  if (binding.scope.kind === 'module' && isImported(binding)) {
    return `other files may ask \`${binding.name}\` for its name`;
  }
  if (binding.scope.kind === 'class') {
    return semantics.values.bases(binding.scope.node).length > 0
      ? `the base of its class may ask \`${binding.name}\` for its name`
      : null;
  }
  const other = binding.references.find(({ node }) => !isOnlyRun(node, model));
  return other ? `\`${binding.name}\` goes to code that may ask for its name` : null;
}

/** Whether a name is called or handed to children. */
function isOnlyRun(node: Node, { semantics, submissions }: ProcessModel): boolean {
  return (
    (node.parent !== null && semantics.call(node.parent)?.callee === node) ||
    submissions.some(({ argument }) => argument.value.contains(node))
  );
}

const TOLD = /^__(name|qualname|doc|module|dict|wrapped|annotations|signature)__$/;
const TOLD_AS_TEXT = /(["'])__(name|qualname|doc|dict|wrapped|annotations|signature)__\1/;
const TELLING = /^(inspect|doctest|pydoc)$/;

/** Where the file asks functions for what `wraps` changes. */
function readerOf(
  bare: readonly BareDecorator[],
  { semantics, tree }: ProcessModel,
): string | null {
  const own =
    bare.length > 1 ? [] : bare.flatMap(({ wrapper }) => wrapper?.parameter?.nameNode ?? []);
  const givers = new Set(own.map((nameNode) => semantics.bindingOf(nameNode)));
  for (const nameNode of tree.root.descendants('PropertyName')) {
    const member = nameNode.parent as Node;
    const object = TOLD.test(semantics.textOf(nameNode)) ? member.firstChild : null;
    if (!object || givers.has(semantics.bindingOf(object)) || isClass(object, semantics)) continue;
    return `\`${semantics.textOf(member)}\` may be another then`;
  }
  const [asked] = TOLD_AS_TEXT.exec(tree.text) ?? [];
  if (asked) return `what ${asked} is asked for may be another then`;
  const module = [...semantics.scopes.module.bindings.values()]
    .flatMap(({ definitions }) => definitions)
    .find(({ imported }) => imported && TELLING.test(imported.module));
  return module ? `\`${module.imported?.module}\` may look at what it decorates` : null;
}

/** `type(x)`, `self.__class__` */
function isClass(object: Node, semantics: ProcessModel['semantics']): boolean {
  return /^type\(|\.__class__$/.test(semantics.textOf(object));
}
