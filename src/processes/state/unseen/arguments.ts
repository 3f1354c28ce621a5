import type { Binding } from '../../../semantics/scopes.ts';
import type { Node } from '../../../syntax/node.ts';
import { unparenthesized } from '../../../syntax/shapes.ts';
import { argumentsPlace } from '../../hand-over/worker-arguments.ts';
import type { ProcessModel, Submission } from '../../model.ts';
import { argumentAt } from '../../submissions.ts';
import type { Task } from './tasks.ts';

/** A name whose object a worker gets for one of its parameters. */
export interface HandedName {
  readonly name: Node;
  readonly fn: Node;
  readonly param: Binding;
}

/** The names among the arguments that a task's worker is called with. */
export function handedTo({ submission }: Task, { semantics }: ProcessModel): HandedName[] {
  const values = submission ? argumentsOf(submission) : [];
  return (submission?.workers ?? []).flatMap(({ definition, partials }) => {
    const shape = definition && partials.length === 0 ? semantics.functionShape(definition) : null;
    if (!definition || !shape || shape.decorators.length > 0) return [];
    const isMethod = semantics.scopeOf(definition).kind === 'class';
    const params = isMethod ? shape.params.slice(1) : shape.params;
    return values.flatMap((name, index) => {
      const param = params[index];
      const binding = param?.star === '' ? semantics.bindingOf(param.nameNode) : null;
      const isPlain = name.kind === 'VariableName' && binding?.definitions.length === 1;
      return isPlain && binding ? [{ name, fn: definition, param: binding }] : [];
    });
  });
}

/** The values for the worker's parameters by position; none where stars hide them. */
export function argumentsOf(submission: Submission): Node[] {
  const { call, argument } = submission;
  if (call.args.some(({ star }) => star !== '')) return [];
  const place = argumentsPlace(submission);
  if (place === null) return [];
  if (place === 'following') {
    const behind = call.args.slice(call.args.indexOf(argument) + 1);
    return behind.flatMap(({ name, value }) => (name === null ? [value] : []));
  }
  const given = argumentAt(call, place.index, place.keyword);
  const tuple = given && unparenthesized(given.value);
  if (!tuple || !/^(Tuple|Array)Expression$/.test(tuple.kind)) return [];
  const values = tuple.parts.filter(({ kind }) => !/^[[(\]),]$/.test(kind));
  return values.some(({ kind }) => kind === '*') ? [] : values;
}
