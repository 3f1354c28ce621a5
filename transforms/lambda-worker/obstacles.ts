/** Why a lambda can't become a function of the module whatever is done with its captures. */

import { holdsContainer, isMutation } from '../../src/processes/hand-over/hoist.ts';
import { resultOfFunction } from '../../src/processes/hand-over/pickling.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import { unparenthesized } from '../../src/syntax/shapes.ts';
import type { LambdaWorker } from './find.ts';

/** The first thing that stands in the way, with what to do about it; null where nothing does. */
export function obstacleTo(worker: LambdaWorker, model: ProcessModel): string | null {
  for (const check of CHECKS) {
    const found = check(worker, model);
    if (found) return found;
  }
  return null;
}

type Check = (worker: LambdaWorker, model: ProcessModel) => string | null;

/** The nodes of a lambda's own code, without that of lambdas in it. */
function* ownCode(lambda: Node): Generator<Node> {
  const body = lambda.lastChild;
  if (body) yield* body.walk((node) => node.kind !== 'LambdaExpression');
}

const pauses: Check = ({ lambda }) => {
  const found = [...ownCode(lambda)].find((node) => /^(Yield|Await)/.test(node.kind));
  if (!found) return null;
  const word = found.kind.startsWith('Yield') ? 'yield' : 'await';
  return `the lambda has \`${word}\` in it, so what it returns can't be pickled; write a function that returns a list`;
};

const RESULTS: Readonly<Record<string, string>> = {
  LambdaExpression: 'a lambda',
  ComprehensionExpression: 'a generator',
};

const returnsUnpicklable: Check = ({ lambda, handovers }, { semantics }) => {
  const value = unparenthesized(lambda.lastChild ?? lambda);
  const result = RESULTS[value.kind] ?? resultOfFunction(value, semantics);
  const isSentBack = handovers.some(({ submission }) => submission.delivery !== 'constructor');
  return result && isSentBack
    ? `the lambda returns ${result}, which can't be pickled on its way back; return plain data`
    : null;
};

const NAMESPACE_READERS = /^(locals|vars|dir|eval|exec)$/;

const needsItsPlace: Check = ({ lambda }, model) => {
  const { semantics } = model;
  const isInClass = lambda.ancestor('ClassDefinition') !== null;
  for (const node of lambda.walk()) {
    if (node.kind !== 'VariableName' && node.kind !== 'PropertyName') continue;
    const name = semantics.textOf(node);
    if (isInClass && /^__.*(?<!__)$/.test(name)) {
      return `the lambda uses the private name \`${name}\`, which means something else outside the class; give it one leading underscore`;
    }
    if (node.kind === 'VariableName' && needsClass(node, name, semantics)) {
      return `the lambda uses \`${name === 'super' ? 'super()' : name}\`, which only works inside the class; write a method`;
    }
    if (NAMESPACE_READERS.test(name) && readsNamespace(node, name, semantics)) {
      return `the lambda calls \`${name}\`, which may use any name around it; write a function that is given what it needs`;
    }
  }
  return null;
};

function needsClass(node: Node, name: string, semantics: Semantics): boolean {
  const call = node.parent && semantics.call(node.parent);
  const isBareSuper = name === 'super' && call?.callee === node && call.args.length === 0;
  return isBareSuper || name === '__class__';
}

function readsNamespace(node: Node, name: string, semantics: Semantics): boolean {
  const call = node.parent && semantics.call(node.parent);
  if (node.kind !== 'VariableName' || call?.callee !== node || semantics.bindingOf(node))
    return false;
  return name === 'eval' || name === 'exec' || call.args.length === 0;
}

const changesParentsData: Check = ({ lambda, handovers }, { semantics }) => {
  // What an initializer changes is meant for the child.
  if (handovers.every(({ submission }) => submission.method === 'initializer')) return null;
  for (const { node, binding } of semantics.scopes.references) {
    if (!binding || !lambda.contains(node) || !isMutation(node, semantics)) continue;
    if (lambda.contains(binding.scope.node) || !holdsContainer(binding, semantics)) continue;
    return `the lambda changes \`${binding.name}\`, and a child changes a copy of its own; return the value instead`;
  }
  return null;
};

const CHECKS: readonly Check[] = [pauses, returnsUnpicklable, needsItsPlace, changesParentsData];
