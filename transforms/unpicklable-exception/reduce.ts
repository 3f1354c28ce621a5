/** Lets pickle make an exception from the arguments that it was made from. */
import type { Edit, Refusal } from '../../src/edits/fix.ts';
import { insertAfter } from '../../src/edits/insert.ts';
import type { Link } from '../../src/processes/exceptions/init-chain.ts';
import { hasInit, lineageOf } from '../../src/processes/exceptions/lineage.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import type { Node } from '../../src/syntax/node.ts';
import { type Parameter, simpleAssignment, statementsOf } from '../../src/syntax/shapes.ts';
import type { UnpicklableException } from './find.ts';
import { settersOf } from './setters.ts';

/** A `__reduce__` behind the `__init__` that needs it, or why there is none. */
export function reduceEdits(
  { chain }: UnpicklableException,
  model: ProcessModel,
): readonly Edit[] | Refusal {
  const [{ owner, shape, parameters }] = chain;
  const obstacle = parametersObstacle(parameters) ?? subclassObstacle(owner, model);
  if (obstacle) return { refusal: obstacle };
  const kept: string[] = [];
  for (const parameter of parameters) {
    const expression = keptIn(parameter, chain, 0, model);
    if (!expression) {
      return {
        refusal: `\`${parameter.name}\` is not kept as it is; keep it in an attribute, for a \`__reduce__\` to hand to \`__init__\` again`,
      };
    }
    kept.push(expression);
  }
  const args = kept.length === 1 ? `(${kept[0]},)` : `(${kept.join(', ')})`;
  const self = shape.params[0]?.name ?? 'self';
  const code = `def __reduce__(${self}):\n    return ${self}.__class__, ${args}, ${self}.__dict__`;
  return insertAfter(model.tree, shape.node, code);
}

function parametersObstacle(parameters: readonly Parameter[]): string | null {
  const star = parameters.find((parameter) => parameter.star !== '');
  if (star) return `\`${star.star}${star.name}\` may hold any number of arguments`;
  const named = parameters.find(({ passing }) => passing === 'keyword-only');
  return named
    ? `\`${named.name}\` can only be given by name, and \`__reduce__\` gives arguments by position`
    : null;
}

/** A class of the file that would inherit the method and takes other arguments. */
function subclassObstacle(owner: Node, { tree, semantics }: ProcessModel): string | null {
  const other = tree.root.descendants('ClassDefinition').find((classNode) => {
    if (classNode === owner || !hasInit(classNode, semantics)) return false;
    return lineageOf(classNode, semantics)?.classes.includes(owner) === true;
  });
  return other
    ? `\`${semantics.textOf(other.child('VariableName') ?? other)}\` derives from it and takes other arguments; give that a \`__reduce__\` first`
    : null;
}

/** An expression that gives the value of a parameter of one of the `__init__` methods later; null for none. */
function keptIn(
  { nameNode }: Parameter,
  chain: readonly Link[],
  index: number,
  model: ProcessModel,
): string | null {
  const { semantics } = model;
  const link = chain[index] as Link;
  const binding = semantics.bindingOf(nameNode);
  if (!binding || binding.definitions.length > 1) return null;
  const isIt = (node: Node) =>
    node.kind === 'VariableName' && semantics.bindingOf(node) === binding;
  const attribute = attributeOf(link, isIt, chain, model);
  if (attribute) return attribute;
  const handed = link.handed ?? [];
  const at = handed.findIndex(({ value }) => isIt(value));
  const argument = handed[at];
  if (!argument) return null;
  const next = chain[index + 1];
  const self = link.shape.params[0]?.name ?? 'self';
  if (!next) return `${self}.args[${at}]`;
  const parameter =
    argument.name === null
      ? next.parameters[at]
      : next.parameters.find(({ name }) => name === argument.name);
  return parameter?.star === '' ? keptIn(parameter, chain, index + 1, model) : null;
}

/** `self.code` where `self.code = code` is all that ever sets it. */
function attributeOf(
  { owner, shape }: Link,
  isIt: (node: Node) => boolean,
  chain: readonly Link[],
  { semantics, tree }: ProcessModel,
): string | null {
  const self = shape.params[0];
  for (const statement of statementsOf(shape.body)) {
    const { target, value } = simpleAssignment(statement) ?? {};
    const attribute = target && value && isIt(value) ? semantics.attribute(target) : null;
    if (!attribute || semantics.textOf(attribute.object) !== self?.name) continue;
    // `self.__code` is another attribute in another class.
    if (/^__.*(?<!__)$/.test(attribute.name) && owner !== chain[0]?.owner) continue;
    const isSetOnce = settersOf(attribute.name, tree.root, semantics).length === 1;
    const isOwn = !chain.some(({ owner }) =>
      semantics.scopes.opened
        .get(owner)
        ?.bindings.get(attribute.name)
        ?.definitions.some(({ kind }) => kind !== 'annotation'),
    );
    if (isSetOnce && isOwn) return `${chain[0]?.shape.params[0]?.name}.${attribute.name}`;
  }
  return null;
}
