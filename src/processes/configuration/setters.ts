/** Where code sets up the process that it runs in. */
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { assignmentOf, statementOf } from '../../syntax/shapes.ts';
import type { Configuration } from './kinds.ts';

/** A call or an assignment that sets something up. */
export interface Setter {
  /** The call, or what is assigned to. */
  readonly node: Node;
  readonly statement: Node;
  /** Whether it is a reason for a finding on its own. */
  readonly isPrimary: boolean;
}

/** All places of a file that set up one thing, in the order of the text. */
export function settersOf(configuration: Configuration, semantics: Semantics): Setter[] {
  const { calls, alsoCalls, assigned, given } = configuration;
  const byCall = semantics.allCalls().flatMap(({ node, callee, argList }): Setter[] => {
    const names = semantics.values.qualifiedNames(callee);
    const isOwn = calls !== undefined && names.some((name) => calls.test(name));
    const isAlso = alsoCalls !== undefined && names.some((name) => alsoCalls.test(name));
    if (!isOwn && !isAlso) return [];
    if (given && !given.test(semantics.textOf(argList).slice(1, -1))) return [];
    const isPrimary = isOwn || isOfRootLogger(callee, semantics);
    return [{ node, statement: statementOf(node), isPrimary }];
  });
  const byAssignment = assigned ? assignmentsTo(assigned, semantics) : [];
  return [...byCall, ...byAssignment].sort((a, b) => a.node.from - b.node.from);
}

/** `logging.getLogger().setLevel(…)`, without the name of a logger. */
function isOfRootLogger(callee: Node, semantics: Semantics): boolean {
  const object = semantics.attribute(callee)?.object;
  if (!object) return false;
  const sources = semantics.values.sources(object);
  return sources.length > 0 && sources.every((source) => semantics.call(source)?.args.length === 0);
}

/** The attributes of modules whose dotted name matches, where they are assigned to. */
export function assignmentsTo(assigned: RegExp, semantics: Semantics): Setter[] {
  return semantics.tree.root.descendants('AssignStatement').flatMap((statement): Setter[] => {
    const targets = assignmentOf(statement)?.targets.flat() ?? [];
    return targets.flatMap((target) => {
      const name = nameOfTarget(target, semantics);
      return name !== null && assigned.test(name)
        ? [{ node: target, statement, isPrimary: true }]
        : [];
    });
  });
}

/** The dotted name of an attribute that is assigned to, or of what an element is assigned in. */
export function nameOfTarget(target: Node, semantics: Semantics): string | null {
  if (target.kind !== 'MemberExpression') return null;
  const attribute = semantics.attribute(target);
  const object = attribute ? attribute.object : target.firstChild;
  const name = object && semantics.values.qualifiedName(object);
  return name && (attribute ? `${name}.${attribute.name}` : name);
}
