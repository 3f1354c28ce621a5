import type { ProcessModel } from '../../src/processes/model.ts';
import type { NestedWorker } from './find.ts';

/** What is wrong with a nested worker, and why it fails where it is submitted. */
export function messageOf(worker: NestedWorker, { semantics }: ProcessModel): string {
  const { definition, submission, factory, through } = worker;
  const nameOf = (node: typeof definition) =>
    `\`${semantics.textOf(node.child('VariableName') ?? node)}\``;
  const name = nameOf(definition);
  const parent = semantics.enclosingFunction(definition);
  const place = parent?.child('VariableName') ? nameOf(parent) : 'another function';
  const what = factory
    ? `${place} returns the nested function ${name}`
    : `${name} is defined inside ${place}`;
  const taken = through ? `\`${semantics.textOf(through.callee)}\` hands it on, and ` : '';
  return submission.delivery === 'constructor'
    ? `${what}; ${taken}as \`${submission.method}\` it is pickled unless the process is forked, and only functions at module level can be`
    : `${what}; ${taken}\`${submission.method}\` pickles it for the worker processes, and only functions at module level can be`;
}
