/** Whether the instance that a method's nested function captures as `self` is known to pickle. */

import {
  type Channel,
  heldBy,
  isNested,
  pickledItsOwnWay,
} from '../../src/processes/hand-over/pickling.ts';
import type { Submission } from '../../src/processes/model.ts';
import type { Binding } from '../../src/semantics/scopes.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import { unparenthesized } from '../../src/syntax/shapes.ts';

/** Why an instance that a local function or lambda, `worker` in words, captures may not be picklable; null where all of it is known to be. */
export function instanceObstacle(
  semantics: Semantics,
  worker: string,
  binding: Binding,
  submissions: readonly Submission[],
  channel: Channel,
): string | null {
  const nameNode = binding.definitions[0]?.nameNode;
  const owner = nameNode ? semantics.values.classOfSelf(nameNode) : null;
  if (!owner) return null;
  const says = `${worker} uses \`${binding.name}\``;
  const className = `\`${semantics.textOf(owner.child('VariableName') ?? owner)}\``;
  if (isNested(semantics, owner)) {
    return `${says}, an instance of the local class ${className}, which can't be pickled; move the class to module level first`;
  }
  if (isClassMethod(semantics, binding)) return null;
  // `self.p = Process(target=…)` is not started yet when it is pickled, which works.
  const own = new Set(submissions.map(({ call }) => call.node));
  const held = heldBy(semantics, owner, channel, own);
  if (held) {
    return `${says}, which can't be pickled: its attribute \`${held.attribute}\` is ${held.what}; pass what is needed of it`;
  }
  if (pickledItsOwnWay(semantics, owner)) return null;
  const doubt = doubtAbout(semantics, owner, new Set());
  return doubt ? `${says}, and ${doubt}; pass what is needed of it` : null;
}

function isClassMethod(semantics: Semantics, binding: Binding): boolean {
  const method = binding.definitions[0]?.node;
  const shape = method && semantics.functionShape(method);
  return shape?.decorators.some((d) => /^@\s*classmethod\b/.test(semantics.textOf(d))) ?? false;
}

/** What of an instance is not known to pickle. */
function doubtAbout(semantics: Semantics, classNode: Node, seen: Set<Node>): string | null {
  if (seen.has(classNode)) return null;
  seen.add(classNode);
  for (const base of semantics.values.bases(classNode)) {
    const own = semantics.values.definitions(base).find((d) => d.kind === 'ClassDefinition');
    if (own) {
      const doubt = doubtAbout(semantics, own, seen);
      if (doubt) return doubt;
    } else if (!KNOWN_BASES.test(semantics.values.qualifiedName(base) ?? '')) {
      return `its base class \`${semantics.textOf(base)}\` is not known to be picklable`;
    }
  }
  for (const [attribute, assigned] of semantics.values.attributesOf(classNode)) {
    const unknown = assigned.some(
      (value) => isSetOnInstance(value, classNode) && !isKnown(semantics, value, new Set()),
    );
    if (unknown) return `its attribute \`${attribute}\` is not known to be picklable`;
  }
  return null;
}

const KNOWN_BASES =
  /^(builtins\.(object|list|dict|set|tuple|str|int|float|\w*Exception|\w*Error)|abc\.ABC|typing\.\w+|enum\.\w+|collections\.\w+|collections\.abc\.\w+)$/;

function isSetOnInstance(value: Node, classNode: Node): boolean {
  return value.ancestor('FunctionDefinition', 'ClassDefinition') !== classNode;
}

const LITERALS: ReadonlySet<string> = new Set([
  'Number',
  'String',
  'ContinuedString',
  'FormatString',
  'Boolean',
  'None',
  'Ellipsis',
]);

const COMPOSITES =
  /^(Array|Tuple|Dictionary|Set|Binary|Unary|Conditional|ArrayComprehension|DictionaryComprehension|SetComprehension)Expression$/;

/** Modules whose functions and classes give plain values, as far as `pickling.ts` does not know better. */
const PLAIN_MODULES =
  /^(builtins|collections|copy|datetime|decimal|fractions|itertools|json|logging|math|numpy|operator|os|os\.path|pandas|pathlib|random|re|string|time|uuid|typing)\./;

function isKnown(semantics: Semantics, expression: Node, seen: Set<Node>): boolean {
  const node = unparenthesized(expression);
  if (seen.has(node) || LITERALS.has(node.kind)) return true;
  seen.add(node);
  if (COMPOSITES.test(node.kind)) {
    return node.children.every(
      (c) => !/Expression$|Name$/.test(c.kind) || isKnown(semantics, c, seen),
    );
  }
  if (node.kind === 'VariableName') {
    const definitions = semantics.bindingOf(node)?.definitions ?? [];
    return definitions.every(
      (d) => !d.value || d.kind !== 'assignment' || isKnown(semantics, d.value, seen),
    );
  }
  if (node.kind === 'MemberExpression') {
    return node.firstChild !== null && isKnown(semantics, node.firstChild, seen);
  }
  const call = semantics.call(node);
  if (!call) return false;
  if (PLAIN_MODULES.test(semantics.values.qualifiedName(call.callee) ?? '')) return true;
  const made = semantics.values.definitions(call.callee).find((d) => d.kind === 'ClassDefinition');
  return made !== undefined && doubtAbout(semantics, made, seen) === null;
}
