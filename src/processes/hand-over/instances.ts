/** Whether the instance that a method's nested function or lambda captures as `self` can be pickled. */
import type { Binding } from '../../semantics/scopes.ts';
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import type { Submission } from '../model.ts';
import { isFilledOddly, isKnownPicklable } from './known-values.ts';
import { type Channel, heldBy, isNested, pickledItsOwnWay } from './pickling.ts';

/** Why an instance that a local function, `worker` in words, captures can't be pickled; null where nothing says so. */
export function instanceObstacle(
  semantics: Semantics,
  worker: string,
  binding: Binding,
  submissions: readonly Submission[],
  channel: Channel,
): string | null {
  const owner = classOf(binding, semantics);
  if (!owner) return null;
  const says = `${worker} uses \`${binding.name}\``;
  if (isNested(semantics, owner)) {
    return `${says}, an instance of the local class \`${nameOf(owner, semantics)}\`, which can't be pickled; move the class to module level first`;
  }
  if (isClassMethod(semantics, binding)) return null;
  // `self.p = Process(target=…)` is not started yet when it is pickled, which works.
  const own = new Set(submissions.map(({ call }) => call.node));
  const held = heldBy(semantics, owner, channel, own);
  return held && `${says}, which can't be pickled: its ${held}; pass what is needed of it`;
}

/** What of a captured instance is not known to be picklable, as a clause; null where all is, and for other values. */
export function instanceDoubt(
  semantics: Semantics,
  binding: Binding,
  channel: Channel,
): string | null {
  const owner = classOf(binding, semantics);
  return !owner || isClassMethod(semantics, binding) || pickledItsOwnWay(semantics, owner)
    ? null
    : doubtAbout(semantics, owner, channel, new Set());
}

/**
 * What of the instances of a class is not known to be picklable, as a clause; null where all is. `isKnown` says which of
 * its bases elsewhere are.
 */
export function classDoubt(
  semantics: Semantics,
  classNode: Node,
  channel: Channel,
  isKnown: (base: Node) => boolean,
): string | null {
  return pickledItsOwnWay(semantics, classNode)
    ? null
    : doubtAbout(semantics, classNode, channel, new Set(), isKnown);
}

/** The class whose instance a captured name is as a method's first parameter; null for other names. */
export function classOf({ definitions }: Binding, semantics: Semantics): Node | null {
  const [first] = definitions;
  return first ? semantics.values.classOfSelf(first.nameNode) : null;
}

function nameOf(classNode: Node, semantics: Semantics): string {
  return semantics.textOf(classNode.child('VariableName') ?? classNode);
}

function isClassMethod(semantics: Semantics, binding: Binding): boolean {
  const method = binding.definitions[0]?.node;
  const shape = method && semantics.functionShape(method);
  return shape?.decorators.some((d) => /^@\s*classmethod\b/.test(semantics.textOf(d))) ?? false;
}

function doubtAbout(
  semantics: Semantics,
  classNode: Node,
  channel: Channel,
  seen: Set<Node>,
  isKnown: (base: Node) => boolean = () => false,
): string | null {
  if (seen.has(classNode)) return null;
  seen.add(classNode);
  const { values } = semantics;
  for (const base of values.bases(classNode)) {
    const own = values.definitions(base).find((d) => d.kind === 'ClassDefinition');
    if (own) {
      const doubt = doubtAbout(semantics, own, channel, seen, isKnown);
      if (doubt) return doubt;
    } else if (!isKnown(base) && !KNOWN_BASES.test(values.qualifiedName(base) ?? '')) {
      return `what its base class \`${semantics.textOf(base)}\` holds is not known`;
    }
  }
  if (isFilledOddly(classNode, semantics)) {
    return `what is put into \`${nameOf(classNode, semantics)}\` is not known`;
  }
  for (const [attribute, assigned] of values.attributesOf(classNode)) {
    const unknown = assigned.find(
      (value) => isSetOnInstance(value, classNode) && !isKnownPicklable(semantics, value, channel),
    );
    if (unknown) return `what its attribute \`${attribute}\` holds is not known`;
  }
  return null;
}

const KNOWN_BASES =
  /^(builtins\.(object|list|dict|set|tuple|str|int|float|\w*Exception|\w*Error)|abc\.ABC|typing\.\w+|enum\.\w+|collections\.\w+|collections\.abc\.\w+)$/;

function isSetOnInstance(value: Node, classNode: Node): boolean {
  return value.ancestor('FunctionDefinition', 'ClassDefinition') !== classNode;
}
