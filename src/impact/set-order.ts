/** Where the order of a set shows: text is hashed with another seed in each process that begins anew. */
import type { ProcessModel } from '../processes/model.ts';
import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';

/** The first place in some code that takes the elements of a set in their order. */
export function ordersSet(code: Node, { semantics }: ProcessModel): Node | null {
  const places = [
    ...[code, ...code.descendants('CallExpression')].filter((node) => isOrder(node, semantics)),
    ...[code, ...code.descendants('ArrayComprehensionExpression')].filter((node) =>
      isOrderedComprehension(node, semantics),
    ),
  ];
  return places[0] ?? null;
}

/** `list(set(…))` */
function isOrder(node: Node, semantics: Semantics): boolean {
  const call = semantics.call(node);
  const name = call && semantics.values.qualifiedName(call.callee);
  return (
    call !== null &&
    /^builtins\.(list|tuple|enumerate|iter|zip)$/.test(name ?? '') &&
    !isSorted(node, semantics) &&
    call.args.some(({ value }) => isSet(value, semantics))
  );
}

/** `sorted(list(set(…)))` */
function isSorted(node: Node, semantics: Semantics): boolean {
  const call = node.parent?.kind === 'ArgList' ? semantics.call(node.parent.parent as Node) : null;
  const name = call && semantics.values.qualifiedName(call.callee);
  return /^builtins\.(sorted|set|frozenset|len|sum|min|max|any|all)$/.test(name ?? '');
}

/** `[… for name in {"a", "b"}]` */
function isOrderedComprehension(node: Node, semantics: Semantics): boolean {
  if (node.kind !== 'ArrayComprehensionExpression' || isSorted(node, semantics)) return false;
  return node.parts.some((part) => part.previous?.kind === 'in' && isSet(part, semantics));
}

function isSet(value: Node, { values }: Semantics): boolean {
  return values
    .sources(value)
    .some(
      (source) =>
        source.kind === 'SetComprehensionExpression' ||
        (source.kind === 'SetExpression' && source.parts.some(({ kind }) => kind === 'String')) ||
        /^builtins\.(set|frozenset)\(\)$/.test(values.qualifiedName(source) ?? ''),
    );
}
