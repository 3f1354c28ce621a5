/** The calls that send a worker the primitive: all that is ever done with it. */
import type { Refusal } from '../../src/edits/fix.ts';
import { isForTasks, type SentPrimitive } from '../../src/processes/hand-over/sent-primitives.ts';
import type { SentValue } from '../../src/processes/hand-over/sent-value.ts';
import { parameterIndex, sentValues } from '../../src/processes/hand-over/sent-values.ts';
import { lineOf } from '../../src/processes/import-time/call-words.ts';
import type { ProcessModel, Submission } from '../../src/processes/model.ts';
import type { Binding } from '../../src/semantics/scopes.ts';
import type { Node } from '../../src/syntax/node.ts';
import type { Reception } from './worker.ts';

/** A submission, and the value in it that is the primitive. */
export interface Use {
  readonly submission: Submission;
  readonly sent: SentValue;
}

export function usesOf(
  { submission }: SentPrimitive,
  reception: Reception,
  primitive: Binding,
  model: ProcessModel,
): readonly Use[] | Refusal {
  const { shape, binding, name } = reception;
  const submissions = model.submissions.filter(({ workers }) =>
    workers.some(({ definition }) => definition === shape.node),
  );
  const other = binding.references.find(
    ({ node }) => !submissions.some((each) => isWorkerOf(each, node, submissions, model)),
  );
  if (other) {
    return { refusal: `${lineOf(other.node, model)} uses \`${name}\` otherwise too` };
  }
  const uses: Use[] = [];
  for (const each of submissions) {
    const sent = valueFor(each, reception, primitive, model);
    if (!sent) {
      const line = lineOf(each.call.node, model);
      return { refusal: `${line} gives \`${name}\` something else, or in another way` };
    }
    uses.push({ submission: each, sent });
  }
  return submissions.includes(submission) ? uses : { refusal: 'where it comes from is not seen' };
}

/** Whether a name stands for the worker of a submission: in the call, or in a value that only submissions use. */
function isWorkerOf(
  { workers }: Submission,
  name: Node,
  submissions: readonly Submission[],
  { semantics }: ProcessModel,
): boolean {
  const isOfSubmission = (node: Node) =>
    submissions.some(({ argument }) => argument.value.contains(node));
  return workers.some(({ node, aliases }) => {
    const bindings = aliases.map((alias) => semantics.bindingOf(alias));
    const areOwn = bindings.every(
      (binding) =>
        binding?.definitions.length === 1 &&
        binding.references.every((reference) => isOfSubmission(reference.node)),
    );
    return node === name && (aliases.length > 0 ? areOwn : isOfSubmission(node));
  });
}

function valueFor(
  submission: Submission,
  { shape, index, part }: Reception,
  primitive: Binding,
  { semantics }: ProcessModel,
): SentValue | null {
  const { creations, workers } = submission;
  if (!isForTasks(submission) || creations.length === 0 || workers.length !== 1) return null;
  const sent = sentValues(submission, semantics).filter(
    (each) => parameterIndex(shape, each) === index && each.part === part,
  );
  const [only, ...others] = sent;
  const isPrimitive =
    only?.node.kind === 'VariableName' && semantics.bindingOf(only.node) === primitive;
  return isPrimitive && others.length === 0 && only.items !== null ? only : null;
}
