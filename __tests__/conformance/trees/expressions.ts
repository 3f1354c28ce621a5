import type { Node } from '../../../src/syntax/node.ts';
import { visitParts } from './statements.ts';
import {
  BINARY_OPERATORS,
  BOOLEAN_OPERATORS,
  COMPARISONS,
  TUPLES,
  UNARY_OPERATORS,
} from './tables.ts';
import {
  isComma,
  partsOf,
  type Rules,
  splitAtCommas,
  type Translation,
  visitElements,
  visitTuples,
} from './translation.ts';

/** Expressions whose nodes are not the same in both trees. */
export const EXPRESSION_RULES: Rules = {
  YieldExpression(translation, node) {
    translation.emit(node.child('from') ? 'YieldFrom' : 'Yield', node.from, node.to);
    visitParts(translation, node);
  },
  UnaryExpression(translation, node) {
    const operator = node.firstChild;
    const name = UNARY_OPERATORS[operator ? translation.textOf(operator) : ''];
    translation.emit(`UnaryOp:${name}`, node.from, node.to);
    visitParts(translation, node);
  },
  BinaryExpression(translation, node) {
    emitOperation(translation, node);
    visitParts(translation, node);
  },
  MemberExpression(translation, node) {
    const [object, ...rest] = partsOf(node);
    if (object) translation.visit(object);
    if (rest[0]?.kind === '.') translation.emit('Attribute', node.from, node.to);
    else {
      translation.emit('Subscript', node.from, node.to);
      visitIndex(translation, rest.slice(1, -1));
    }
  },
  ArgList(translation, node) {
    const parts = partsOf(node);
    if (node.child('for')) {
      translation.emit('GeneratorExp', node.from, node.to);
      visitTuples(translation, parts, TUPLES[node.kind] ?? []);
      return;
    }
    for (const argument of splitAtCommas(parts.slice(1, -1))) visitArgument(translation, argument);
  },
};

/** A chain of one boolean operator, and one of comparisons, is one node in CPython's tree. */
function emitOperation(translation: Translation, node: Node): void {
  const name = operationOf(translation, node);
  const parent = node.parent;
  const isOperand = parent?.kind === 'BinaryExpression' && parent.firstChild === node;
  const outer = isOperand ? operationOf(translation, parent) : '';
  if (name.startsWith('Compare')) {
    if (outer.startsWith('Compare')) return;
    translation.emit(`Compare:${comparisonsOf(translation, node)}`, node.from, node.to);
  } else if (!(name.startsWith('BoolOp') && name === outer)) {
    translation.emit(name, node.from, node.to);
  }
}

function operationOf(translation: Translation, node: Node): string {
  const operator = operatorOf(translation, node);
  if (operator in BINARY_OPERATORS) return `BinOp:${BINARY_OPERATORS[operator]}`;
  if (operator in BOOLEAN_OPERATORS) return `BoolOp:${BOOLEAN_OPERATORS[operator]}`;
  return `Compare:${COMPARISONS[operator]}`;
}

/** The operator between two operands, one of two words with one blank. */
function operatorOf(translation: Translation, node: Node): string {
  return partsOf(node)
    .slice(1, -1)
    .map((part) => translation.textOf(part))
    .join(' ');
}

function comparisonsOf(translation: Translation, node: Node): string {
  const own = COMPARISONS[operatorOf(translation, node)];
  const left = node.firstChild;
  const isChain =
    left?.kind === 'BinaryExpression' && operationOf(translation, left).startsWith('Compare');
  return isChain ? `${comparisonsOf(translation, left)},${own}` : `${own}`;
}

function visitIndex(translation: Translation, parts: readonly Node[]): void {
  const first = parts[0];
  const last = parts[parts.length - 1];
  if (!first || !last) return;
  const indices = splitAtCommas(parts);
  const slices = indices.filter((index) => index.some(({ kind }) => kind === ':'));
  // Before 3.9 a list of indices with a slice in it was a node of its own, without a position.
  const isTuple = translation.minor >= 9 || slices.length === 0;
  if (isTuple && (parts.some(isComma) || first.kind === '*')) {
    translation.emit('Tuple', first.from, last.to);
  }
  for (const slice of slices) {
    translation.emit('Slice', slice[0]?.from ?? 0, slice[slice.length - 1]?.to ?? 0);
  }
  visitElements(translation, parts);
}

function visitArgument(translation: Translation, argument: readonly Node[]): void {
  const [first, second] = argument;
  const last = argument[argument.length - 1];
  if (!first || !last) return;
  const isNamed = second?.kind === 'AssignOp';
  if (isNamed || first.kind === '**') translation.emit('keyword', first.from, last.to);
  visitElements(translation, isNamed ? argument.slice(2) : argument);
}
