/** Annotations that say that a value is plain data. */
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { subscriptOf, unparenthesized } from '../../syntax/shapes.ts';

/** Types whose values can be pickled whatever they are. */
const PLAIN_TYPES =
  /^(builtins\.(int|float|str|bool|bytes|bytearray|complex|range)|pathlib\.\w*Path|datetime\.\w+|decimal\.Decimal|fractions\.Fraction|uuid\.UUID|numpy\.(ndarray|\w*(int|float)\d*)|pandas\.(DataFrame|Series)|argparse\.Namespace|typing\.Literal)$/;

/** Types whose values are as plain as what they are made of. */
const CONTAINERS =
  /^(builtins\.(list|dict|tuple|set|frozenset)|typing\.(List|Dict|Tuple|Set|FrozenSet|Optional|Union|Literal|Annotated))$/;

/** Whether an annotation names types whose values certainly can be pickled. */
export function isPlainType(annotation: Node, semantics: Semantics): boolean {
  const node = unparenthesized(annotation);
  const arePlain = (nodes: readonly Node[]) => nodes.every((each) => isPlainType(each, semantics));
  const subscript = subscriptOf(node);
  if (subscript) {
    const type = semantics.values.qualifiedName(subscript.object) ?? '';
    return (
      type === 'typing.Literal' ||
      (CONTAINERS.test(type) && arePlain(subscript.index.filter(isType)))
    );
  }
  if (node.kind === 'None') return true;
  if (node.kind === 'TupleExpression') return arePlain(node.parts.filter(isType));
  if (node.kind === 'BinaryExpression')
    return arePlain([node.parts[0], node.parts[2]].filter(isType));
  return PLAIN_TYPES.test(semantics.values.qualifiedName(node) ?? '');
}

function isType(node: Node | undefined): node is Node {
  return node !== undefined && !/^([(),]|Ellipsis|\.\.\.)$/.test(node.kind);
}
