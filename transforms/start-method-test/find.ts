import { importTimeCalls } from '../../src/processes/import-calls.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import { branchesOf } from '../../src/processes/start-methods/branches.ts';
import { contextCalls } from '../../src/processes/start-methods/calls.ts';
import type { MethodTest } from '../../src/processes/start-methods/comparisons.ts';
import { fixingCalls } from '../../src/processes/start-methods/fixing.ts';
import { platformsOf } from '../../src/processes/start-methods/platform-values.ts';
import type { MethodQuery } from '../../src/processes/start-methods/queries.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import { clausesOf, simpleAssignment } from '../../src/syntax/shapes.ts';
import { type Evidence, evidenceIn, sidesOf } from './evidence.ts';

export type Subject =
  /** `get_start_method() == "spawn"` */
  | { readonly kind: 'method'; readonly test: MethodTest; readonly evidence: Evidence }
  /** `get_start_method() is None` */
  | { readonly kind: 'none'; readonly test: MethodTest }
  /** `sys.platform == "win32"` */
  | {
      readonly kind: 'platform';
      readonly node: Node;
      /** Whether it holds where children are not forked. */
      readonly isNotForked: boolean;
      readonly evidence: Evidence;
    }
  /** `get_start_method()` while a library is imported. */
  | { readonly kind: 'import'; readonly query: MethodQuery };

/** What is wrong with a test of the start method; null where nothing is seen to be. */
export function ofMethod(test: MethodTest, model: ProcessModel): Subject | null {
  const { semantics } = model;
  if (isInTest(test.node, semantics) || test.queries.some(({ allowsNone }) => allowsNone))
    return null;
  const against = comparedWith(test);
  if (against === null) return null;
  if (against === 'None') {
    return test.queries.every(({ isGlobal }) => isGlobal) ? { kind: 'none', test } : null;
  }
  if (knowsForkserver(semantics)) return null;
  const sides = branchesOf(test.node, semantics).map((each) => sidesOf(each, !test.isNegated));
  const setsMethod = sides.some(({ statement }) => holdsSetter(statement, model));
  const evidence = setsMethod ? null : evidenceIn(sides, model);
  return evidence && { kind: 'method', test, evidence };
}

/** What a test looks for, if it is spawn, with or without None, or None alone. */
function comparedWith({ methods }: MethodTest): 'spawn' | 'None' | null {
  if (!methods.every((method) => method === 'spawn' || method === 'None')) return null;
  return methods.find((method) => method === 'spawn') ?? methods[0] ?? null;
}

function holdsSetter(statement: Node, { startMethodCalls }: ProcessModel): boolean {
  return startMethodCalls.some(({ call }) => statement.contains(call.node));
}

/** Whether the file names forkserver, so that it has not been forgotten. */
function knowsForkserver({ tree }: Semantics): boolean {
  return /fork[_ -]?server/i.test(tree.text);
}

function isInTest(node: Node, semantics: Semantics): boolean {
  for (let outer = node.parent; outer; outer = outer.parent) {
    const name = /^(Function|Class)Definition$/.test(outer.kind) && outer.child('VariableName');
    if (name && /^test/i.test(semantics.textOf(name))) return true;
    if (outer.kind === 'Decorator') return true;
  }
  return false;
}

/** The tests of the platform that mean the start method, in a file that says nothing of start methods. */
export function ofPlatform(model: ProcessModel): Subject[] {
  const { semantics, starts, startMethodCalls } = model;
  const isDefault = starts.length > 0 && starts.every(({ method }) => method === null);
  const saysNothing =
    startMethodCalls.length === 0 &&
    contextCalls(semantics).length === 0 &&
    !knowsForkserver(semantics);
  if (!isDefault || !saysNothing) return [];
  return candidates(semantics).flatMap((node) => {
    const platforms = platformsOf(node, semantics);
    if (!platforms || platforms.has('windows') === platforms.has('linux')) return [];
    const isNotForked = platforms.has('windows');
    const isMacSpawned = platforms.has('mac') === isNotForked;
    const sides = branchesOf(node, semantics).map((each) => sidesOf(each, isNotForked));
    const evidence = isInTest(node, semantics) ? null : evidenceIn(sides, model);
    const isStrong =
      evidence && (evidence.kind === 'state' ? handsArguments(sides, semantics) : isMacSpawned);
    return evidence && isStrong && evidence.kind !== 'words'
      ? [{ kind: 'platform', node, isNotForked, evidence }]
      : [];
  });
}

/** An initializer without arguments may well be there for the platform. */
function handsArguments(sides: ReturnType<typeof sidesOf>[], semantics: Semantics): boolean {
  return sides.some(({ notForked }) =>
    notForked.some((code) => /\binitargs\b/.test(semantics.textOf(code))),
  );
}

/** The expressions that an `if`, a conditional expression or a name with one value depends on. */
function candidates({ tree }: Semantics): Node[] {
  return [...tree.root.walk()].flatMap((node) => {
    if (node.kind === 'IfStatement') return clausesOf(node)[0]?.header[0] ?? [];
    if (node.kind === 'ConditionalExpression') return node.parts[2] ?? [];
    return simpleAssignment(node)?.value ?? [];
  });
}

/** The queries that run when a library is imported, where nothing else fixes the method then. */
export function askedAtImport(
  queries: readonly MethodQuery[],
  tests: readonly MethodTest[],
  model: ProcessModel,
): Subject[] {
  const { role, guards, semantics, startMethodCalls } = model;
  const isLibrary = role.isImported && guards.length === 0;
  if (!isLibrary || startMethodCalls.length > 0) return [];
  const atImport = new Set(importTimeCalls(semantics).map(({ call }) => call.node));
  const isFixedAnyway = fixingCalls(model).some(
    ({ call, kind }) => kind !== 'query' && atImport.has(call.node),
  );
  if (isFixedAnyway) return [];
  return queries
    .filter(
      (query) =>
        query.isGlobal &&
        !query.allowsNone &&
        atImport.has(query.call.node) &&
        !semantics.enclosingFunction(query.call.node) &&
        !tests.some((test) => comparedWith(test) === 'None' && test.queries.includes(query)),
    )
    .map((query) => ({ kind: 'import', query }));
}
