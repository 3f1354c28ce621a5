/** Values of which the code says what they are until something changes them. */
import type { Semantics } from '../../../semantics/semantics.ts';
import type { Node } from '../../../syntax/node.ts';
import { unparenthesized } from '../../../syntax/shapes.ts';

/** `empty`: a container to be filled; `filled`: one of constants, or of a size; `number`; `constant`: a text, a flag, None. */
export type Fresh = 'empty' | 'filled' | 'number' | 'constant';

const CONTAINERS =
  /^(builtins\.(list|dict|set|bytearray)|collections\.(OrderedDict|deque|Counter|defaultdict))\(\)$/;

const SIZED =
  /^(builtins\.bytearray|array\.array|builtins\.dict\.fromkeys|numpy\.(zeros|empty|ones|full)(_like)?)\(\)$/;

/** What kind of value an expression makes anew; null where that is not certain. */
export function freshKind(expression: Node, semantics: Semantics): Fresh | null {
  const node = unparenthesized(expression);
  switch (node.kind) {
    case 'Number':
      return 'number';
    case 'UnaryExpression':
      return node.lastChild?.kind === 'Number' ? 'number' : null;
    case 'String':
    case 'Boolean':
    case 'None':
      return 'constant';
    case 'ArrayExpression':
    case 'DictionaryExpression':
    case 'SetExpression':
      return kindOfDisplay(node, semantics);
    case 'ArrayComprehensionExpression':
      return node.parts[1] && freshKind(node.parts[1], semantics) ? 'filled' : null;
    case 'BinaryExpression':
      return isRepeatedList(node, semantics) ? 'filled' : null;
    case 'CallExpression':
      return kindOfCall(node, semantics);
    default:
      return null;
  }
}

export function isContainer(kind: Fresh | null): boolean {
  return kind === 'empty' || kind === 'filled';
}

function kindOfDisplay(display: Node, semantics: Semantics): Fresh | null {
  const inner = display.parts.filter(({ kind }) => !/^[[\]{}:,]$/.test(kind));
  if (inner.length === 0) return 'empty';
  return inner.every((part) => freshKind(part, semantics) !== null) ? 'filled' : null;
}

/** `[0] * 10` */
function isRepeatedList(node: Node, semantics: Semantics): boolean {
  const [list, operator] = node.parts;
  return (
    list?.kind === 'ArrayExpression' &&
    operator !== undefined &&
    semantics.textOf(operator) === '*' &&
    freshKind(list, semantics) !== null
  );
}

function kindOfCall(node: Node, semantics: Semantics): Fresh | null {
  const call = semantics.call(node);
  const name = semantics.values.qualifiedName(node) ?? '';
  if (!call) return null;
  const isDefaulting = name === 'collections.defaultdict()' && call.args.length === 1;
  if (CONTAINERS.test(name) && (call.args.length === 0 || isDefaulting)) return 'empty';
  return SIZED.test(name) ? 'filled' : null;
}

/** What all of some values are: the kind, where they are of one kind and, unless they are containers, the same. */
export function agreedKind(values: readonly Node[], semantics: Semantics): Fresh | null {
  const [first, ...others] = values;
  const kind = first ? freshKind(first, semantics) : null;
  if (!first || !kind) return null;
  const text = semantics.textOf(first);
  const isSame = (other: Node) =>
    isContainer(kind)
      ? freshKind(other, semantics) === kind
      : semantics.textOf(unparenthesized(other)) === text;
  return others.every(isSame) ? kind : null;
}
