import type { Node } from '../../../src/syntax/node.ts';
import { visitParts } from './statements.ts';
import { partsOf, type Rules, type Translation } from './translation.ts';

/** Strings: CPython joins those side by side, and cuts those with fields into pieces. */
export const STRING_RULES: Rules = {
  String: (translation, node) => visitStrings(translation, node, [node]),
  FormatString: (translation, node) => visitStrings(translation, node, [node]),
  ContinuedString: (translation, node) => visitStrings(translation, node, partsOf(node)),
  FormatReplacement(translation, node) {
    const isTemplate = node.parent && prefixOf(translation, node.parent).includes('t');
    translation.emit(isTemplate ? 'Interpolation' : 'FormattedValue', node.from, node.to);
    visitParts(translation, node);
  },
  FormatSpec(translation, node) {
    translation.emit('JoinedStr', node.from, node.to);
    const isRaw = prefixOf(translation, stringRound(node)).includes('r');
    visitPieces(translation, piecesOf(translation, node, node.from + 1, node.to, isRaw));
  },
};

/** One string, or several side by side that span the node. */
export function visitStrings(
  translation: Translation,
  whole: { readonly from: number; readonly to: number },
  strings: readonly Node[],
): void {
  const format = strings.find(({ kind }) => kind === 'FormatString');
  const first = strings[0];
  if (!first) return;
  if (!format) {
    const isBytes = prefixOf(translation, first).includes('b');
    translation.emit(isBytes ? 'Constant:bytes' : 'Constant:str', whole.from, whole.to);
    return;
  }
  const isTemplate = prefixOf(translation, format).includes('t');
  translation.emit(isTemplate ? 'TemplateStr' : 'JoinedStr', whole.from, whole.to);
  translation.inFormat(() =>
    visitPieces(
      translation,
      strings.flatMap((string) => stringPieces(translation, string)),
    ),
  );
}

/** A piece of text, with or without characters in it, or a field. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly isEmpty: boolean;
  readonly field: Node | null;
}

/** Texts side by side are one constant, which is left out where it is empty. */
function visitPieces(translation: Translation, pieces: readonly Piece[]): void {
  let texts: Piece[] = [];
  const flush = () => {
    const first = texts[0];
    const last = texts[texts.length - 1];
    if (first && last && texts.some(({ isEmpty }) => !isEmpty)) {
      translation.emit('Constant:str', first.from, last.to);
    }
    texts = [];
  };
  for (const piece of pieces) {
    if (!piece.field) texts.push(piece);
    else {
      flush();
      translation.visit(piece.field);
    }
  }
  flush();
}

function stringPieces(translation: Translation, string: Node): Piece[] {
  const opening = /^([a-z]*)("""|'''|"|')/i.exec(translation.textOf(string));
  const [start, prefix = '', quotes = ''] = opening ?? [''];
  const from = string.from + start.length;
  const to = string.to - quotes.length;
  const isRaw = /r/i.test(prefix);
  if (string.kind === 'FormatString') return piecesOf(translation, string, from, to, isRaw);
  const isEmpty = hasNoCharacters(translation.text.slice(from, to), isRaw);
  return [{ from: string.from, to: string.to, isEmpty, field: null }];
}

/** The pieces of an f-string between its quotes, or of a format behind its colon. */
function piecesOf(
  translation: Translation,
  node: Node,
  start: number,
  end: number,
  isRaw: boolean,
): Piece[] {
  const pieces: Piece[] = [];
  const addText = (from: number, to: number) => {
    const isEmpty = hasNoCharacters(translation.text.slice(from, to), isRaw);
    if (!isEmpty) pieces.push({ from, to, isEmpty, field: null });
  };
  let done = start;
  for (const field of node.childrenOf('FormatReplacement')) {
    addText(done, field.from);
    const parts = partsOf(field);
    const sign = parts.findIndex(({ kind }) => kind === 'FormatSelfDoc');
    // `{x = }` gives its own source as text, up to what follows the sign.
    if (sign >= 0) addText(field.from + 1, parts[sign + 1]?.from ?? field.to);
    pieces.push({ from: field.from, to: field.to, isEmpty: false, field });
    done = field.to;
  }
  addText(done, end);
  return pieces;
}

/** A line break behind a backslash stands for nothing. */
function hasNoCharacters(source: string, isRaw: boolean): boolean {
  return isRaw ? source === '' : /^(?:\\(?:\r\n|\r|\n))*$/.test(source);
}

/** The f-string or t-string that a format belongs to. */
function stringRound(node: Node): Node {
  return node.ancestor('FormatString') ?? node;
}

function prefixOf(translation: Translation, string: Node): string {
  return /^[a-z]*/i.exec(translation.textOf(string))?.[0].toLowerCase() ?? '';
}
