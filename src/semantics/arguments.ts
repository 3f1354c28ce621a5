import type { Node } from '../syntax/node.ts';
import type { Call } from '../syntax/shapes.ts';
import type { Definition } from './scopes.ts';
import type { Semantics } from './semantics.ts';

/** What one call gives for a parameter. */
export interface GivenArgument {
  readonly call: Call;
  readonly value: Node;
}

/** The arguments that the calls in this file give for a parameter of one of its functions; no defaults. */
export function argumentsFor(semantics: Semantics, parameter: Definition): GivenArgument[] {
  const shape = semantics.functionShape(parameter.node);
  const index = shape?.params.findIndex((p) => p.nameNode === parameter.nameNode) ?? -1;
  const param = shape?.params[index];
  if (!shape?.nameNode || !param || param.star !== '') return [];
  const isMethod = parameter.scope.parent?.kind === 'class';
  const isStatic = shape.decorators.some((d) => /^@\s*staticmethod\b/.test(semantics.textOf(d)));
  return callsOf(semantics, shape.nameNode, parameter.node).flatMap((call) => {
    const isBound = isMethod && !isStatic && call.callee.kind === 'MemberExpression';
    const place = isBound ? index - 1 : index;
    const named = call.args.find((argument) => argument.name === param.name);
    const positional = call.args.slice(0, place + 1);
    const isPlain = positional.every((a) => a.name === null && a.star === '');
    const given =
      named ?? (isPlain && param.passing !== 'keyword-only' ? positional[place] : undefined);
    return given ? [{ call, value: given.value }] : [];
  });
}

/** The calls that name a function; those of a class, which its `__init__` gets, pass other places. */
function callsOf(semantics: Semantics, nameNode: Node, definition: Node): Call[] {
  const name = semantics.textOf(nameNode);
  return semantics.callGraph
    .callsOf(definition)
    .filter(({ callee }) => semantics.textOf(callee.lastChild ?? callee) === name);
}
