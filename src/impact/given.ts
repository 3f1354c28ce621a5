import { argumentsPlace } from '../processes/hand-over/worker-arguments.ts';
import type { ProcessModel, Submission } from '../processes/model.ts';
import { argumentAt } from '../processes/submissions.ts';
import type { Definition } from '../semantics/scopes.ts';
import type { Node } from '../syntax/node.ts';
import { splitByComma, unparenthesized } from '../syntax/shapes.ts';

/** What submissions hand over for a parameter of a worker; null where one does not say. */
export function argumentsGiven(parameter: Definition, model: ProcessModel): Node[] | null {
  const { semantics, submissions, facts } = model;
  const shape = semantics.functionShape(parameter.node);
  const index = shape?.params.findIndex((p) => p.nameNode === parameter.nameNode) ?? -1;
  const param = shape?.params[index];
  if (param?.star !== '') return null;
  const handed = submissions.filter(({ workers }) =>
    workers.some(({ definition }) => definition === parameter.node),
  );
  if (facts.workers.size > handed.length && facts.importedBy.length > 0) return null;
  const isMethod = semantics.values.classOfSelf(shape?.params[0]?.nameNode ?? parameter.nameNode);
  const place = isMethod ? index - 1 : index;
  const values = handed.map((submission) => argumentOf(submission, place, param.name));
  return values.includes(undefined) ? null : values.flatMap((value) => value ?? []);
}

/** The argument that a worker gets at a place; null where its default holds, undefined where nobody can tell. */
function argumentOf(submission: Submission, index: number, name: string): Node | null | undefined {
  const { call, argument, workers } = submission;
  if (workers.some(({ partials }) => partials.length > 0)) return undefined;
  const place = argumentsPlace(submission);
  if (place === null) return undefined;
  if (place === 'following') {
    const named = call.args.find((each) => each.name === name);
    const at = call.args.indexOf(argument) + 1 + index;
    const before = call.args.slice(0, at + 1);
    if (named) return named.value;
    return before.some(({ star }) => star !== '') ? undefined : (before[at]?.value ?? null);
  }
  const args = argumentAt(call, place.index, place.keyword)?.value;
  if (!args) return null;
  const list = unparenthesized(args);
  if (!/^(Tuple|Array)Expression$/.test(list.kind)) return undefined;
  const elements = splitByComma(list.parts.slice(1, -1)).map((part) => part[0]);
  return elements.some((element) => element?.kind === '*') ? undefined : (elements[index] ?? null);
}
