import type { Node } from '../../../src/syntax/node.ts';
import { visitStrings } from './strings.ts';
import { BINARY_OPERATORS, UNARY_OPERATORS } from './tables.ts';
import { isComma, partsOf, type Rules, type Translation } from './translation.ts';

/** What stands behind `case`. */
export const PATTERN_RULES: Rules = {
  MatchClause(translation, node) {
    const parts = partsOf(node).slice(1);
    const patterns = parts.filter(({ kind }) => kind !== 'Guard' && kind !== 'Body');
    const first = patterns[0];
    const last = patterns[patterns.length - 1];
    if (first && last && patterns.some(isComma)) {
      translation.emit('MatchSequence', first.from, last.to);
    }
    translation.visitAll(parts);
  },
  AsPattern(translation, node) {
    translation.emit('MatchAs', node.from, node.to);
    if (node.firstChild) translation.visit(node.firstChild);
  },
  CapturePattern(translation, node) {
    translation.emit('MatchAs', node.from, node.to);
  },
  StarPattern(translation, node) {
    translation.emit('MatchStar', node.from, node.to);
  },
  KeywordPattern(translation, node) {
    if (node.lastChild) translation.visit(node.lastChild);
  },
  LiteralPattern(translation, node) {
    const isSingleton = node.firstChild?.kind === 'None' || node.firstChild?.kind === 'Boolean';
    translation.emit(isSingleton ? 'MatchSingleton' : 'MatchValue', node.from, node.to);
    if (!isSingleton) visitValue(translation, node);
  },
  AttributePattern(translation, node) {
    translation.emit('MatchValue', node.from, node.to);
    visitValue(translation, node);
  },
  ClassPattern(translation, node) {
    const [type, ...rest] = partsOf(node);
    if (type) visitValue(translation, type);
    translation.emit('MatchClass', node.from, node.to);
    translation.visitAll(rest);
  },
  MappingPattern(translation, node) {
    translation.emit('MatchMapping', node.from, node.to);
    const parts = partsOf(node);
    parts.forEach((part, i) => {
      if (parts[i + 1]?.kind === ':') visitValue(translation, part);
      else if (parts[i - 1]?.kind === ':') translation.visit(part);
    });
  },
};

/** A pattern that is an expression: a name, dotted or not, or a literal. */
function visitValue(translation: Translation, node: Node): void {
  if (node.kind === 'AttributePattern') visitDotted(translation, node);
  else if (node.kind === 'LiteralPattern') visitLiteral(translation, node);
  else translation.visit(node);
}

function visitDotted(translation: Translation, node: Node): void {
  for (const part of partsOf(node)) {
    if (part.kind === 'PropertyName') translation.emit('Attribute', node.from, part.to);
    else translation.visit(part);
  }
}

/** `-1`, `-1 + 2j`, `"a" "b"`, `None`. */
function visitLiteral(translation: Translation, node: Node): void {
  const parts = partsOf(node);
  if (parts[0]?.kind === 'String') {
    visitStrings(translation, node, parts);
    return;
  }
  const signed = parts[0]?.kind === 'ArithOp' ? 2 : 1;
  const real = parts[signed - 1];
  const operator = parts[signed];
  const nameOf = (part: Node, names: Readonly<Record<string, string>>) =>
    names[translation.textOf(part)];
  if (operator) {
    translation.emit(`BinOp:${nameOf(operator, BINARY_OPERATORS)}`, node.from, node.to);
  }
  if (signed === 2 && parts[0] && real) {
    translation.emit(`UnaryOp:${nameOf(parts[0], UNARY_OPERATORS)}`, node.from, real.to);
  }
  translation.visitAll(parts);
}
