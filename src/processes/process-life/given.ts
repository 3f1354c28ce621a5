/** What a process is given as `args` and `kwargs`, and the parameters that take it. */
import type { Binding } from '../../semantics/scopes.ts';
import type { Node } from '../../syntax/node.ts';
import type { Creation, ProcessModel } from '../model.ts';
import { argumentAt } from '../submissions.ts';

export interface Given {
  /** The argument as it is written. */
  readonly value: Node;
  /** The parameters of the workers that take it. */
  readonly parameters: readonly Binding[];
}

/** The arguments that a process hands to its workers; those that can't be matched have no parameters. */
export function givenTo(creation: Creation, model: ProcessModel): Given[] {
  const { semantics, submissions } = model;
  const workers = submissions
    .filter(({ method, creations }) => method === 'target' && creations.includes(creation))
    .flatMap((submission) => submission.workers);
  const parametersAt = (place: number | string): Binding[] =>
    workers.flatMap(({ definition, node, partials }) => {
      if (!definition || partials.length > 0) return [];
      const params = semantics.functionShape(definition)?.params ?? [];
      const isMethod =
        semantics.scopeOf(definition).kind === 'class' && semantics.attribute(node) !== null;
      const param =
        typeof place === 'string'
          ? params.find(({ name }) => name === place)
          : params[place + (isMethod ? 1 : 0)];
      const binding = param && param.star === '' ? semantics.bindingOf(param.nameNode) : null;
      return binding ? [binding] : [];
    });
  const args = argumentAt(creation.call, 3, 'args')?.value;
  const kwargs = argumentAt(creation.call, 4, 'kwargs')?.value;
  const values = /^(Tuple|Array)Expression$/.test(args?.kind ?? '')
    ? (args?.parts.slice(1, -1).filter(({ kind }) => kind !== ',') ?? [])
    : [];
  const named =
    kwargs?.kind === 'DictionaryExpression'
      ? kwargs.parts.filter(({ next }) => next?.kind === ':')
      : [];
  return [
    ...values.map((value, index) => ({ value, parameters: parametersAt(index) })),
    ...named.flatMap((key) => {
      const name = /^(['"])(\w+)\1$/.exec(semantics.textOf(key))?.[2];
      const value = key.next?.next;
      return name && value ? [{ value, parameters: parametersAt(name) }] : [];
    }),
  ];
}
