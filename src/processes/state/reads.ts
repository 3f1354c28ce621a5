import { codeOf } from '../../semantics/code.ts';
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import type { LinkedVariable } from '../facts.ts';
import { isUnderMainTest } from '../guards.ts';
import type { ProcessModel } from '../model.ts';
import { type Variable, variablesAt } from './variables.ts';

/** A function that runs in children, and the functions through which it is called there, the worker first. */
export interface ChildCode {
  readonly fn: Node;
  readonly way: readonly string[];
}

/** A place in a child's code that reads a variable. */
export interface StateRead {
  readonly variable: Variable;
  /** The name; for a worker of another file the worker, as it is handed over. */
  readonly node: Node;
  readonly code: ChildCode;
  /** Where a worker of another file reads it. */
  readonly linked?: LinkedVariable;
}

/**
 * The functions that run where some are called, with these: through calls, and through calls that are given a function.
 * Only what is certain to be meant: rather too little than too much.
 */
export function codeReachedFrom(roots: readonly ChildCode[], model: ProcessModel): ChildCode[] {
  const { semantics } = model;
  const found = new Map(roots.map((root) => [root.fn, root]));
  const submitted = submittedCalls(model);
  // A Map's iteration goes on over what is added to it on the way.
  for (const [fn, { way }] of found) {
    const enter = (called: Node) => {
      if (!found.has(called))
        found.set(called, { fn: called, way: [...way, nameOf(called, model)] });
    };
    for (const lambda of fn.descendants('LambdaExpression')) {
      if (semantics.enclosingFunction(lambda) === fn && !found.has(lambda)) {
        found.set(lambda, { fn: lambda, way });
      }
    }
    for (const call of semantics.callGraph.callsIn(fn)) {
      if (isUnderMainTest(call.node, semantics, fn)) continue;
      for (const called of semantics.callGraph.functionsOf(call.callee)) enter(called);
      if (submitted.has(call.node)) continue;
      for (const { value } of call.args) {
        if (value.kind !== 'VariableName' && value.kind !== 'MemberExpression') continue;
        for (const given of semantics.values.definitions(value)) {
          if (given.kind === 'FunctionDefinition') enter(given);
        }
      }
    }
  }
  return [...found.values()];
}

const callsOfModels = new WeakMap<ProcessModel, ReadonlySet<Node>>();

/** The calls that hand callables to children; asked for each pool and process of a file. */
function submittedCalls(model: ProcessModel): ReadonlySet<Node> {
  let calls = callsOfModels.get(model);
  if (!calls) {
    calls = new Set(model.submissions.map(({ call }) => call.node));
    callsOfModels.set(model, calls);
  }
  return calls;
}

/** As `codeReachedFrom`, without the ways. */
export function functionsReachedFrom(roots: Iterable<Node>, model: ProcessModel): Node[] {
  const codes = [...new Set(roots)].map((fn) => ({ fn, way: [] }));
  return codeReachedFrom(codes, model).map(({ fn }) => fn);
}

/** What children read of the variables of modules, in the order of the text. */
export function readsIn(codes: readonly ChildCode[], model: ProcessModel): StateRead[] {
  const { semantics } = model;
  return codes.flatMap((code) =>
    ownReferences(code.fn, semantics)
      .filter((node) => !isUnderMainTest(node, semantics, code.fn))
      .flatMap((node) => variablesAt(node, model).map((variable) => ({ variable, node, code }))),
  );
}

/** Whether what reads a variable only fills it: `X.update(…)` as a statement, whatever X is. */
export function onlyFills({ variable, node }: StateRead, { semantics }: ProcessModel): boolean {
  const object = variable.attribute === null ? node : node.parent;
  const method = object?.parent ? semantics.attribute(object.parent) : null;
  const call = object?.parent?.parent;
  return (
    method?.object === object &&
    FILLS.test(method?.name ?? '') &&
    call?.kind === 'CallExpression' &&
    call.parent?.kind === 'ExpressionStatement'
  );
}

const FILLS = /^(update|setdefault|append|extend|add|insert|clear)$/;

/** The names that a function's own code reads, without those in functions and lambdas inside it. */
function ownReferences(fn: Node, semantics: Semantics): Node[] {
  const body = fn.lastChild;
  if (!body) return [];
  const own = new Set(codeOf(body));
  return semantics
    .referencesIn(body)
    .filter(({ node, scope }) => own.has(node) && !scope.isAnnotation)
    .map(({ node }) => node);
}

/** What a function is called, in messages. */
export function nameOf(fn: Node, { semantics }: ProcessModel): string {
  const name = semantics.functionShape(fn)?.nameNode;
  if (!name) return 'a lambda';
  const owner = semantics.scopeOf(fn);
  const ownerName = owner.kind === 'class' ? owner.node.child('VariableName') : null;
  return `${ownerName ? `${semantics.textOf(ownerName)}.` : ''}${semantics.textOf(name)}`;
}
