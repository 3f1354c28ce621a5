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
    visitPieces(translation, piecesOf(node, node.from + 1, node.to));
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
  const opening = /^[a-z]*("""|'''|"|')/i.exec(translation.textOf(string));
  const quotes = opening?.[1]?.length ?? 0;
  const start = string.from + (opening?.[0].length ?? 0);
  const end = string.to - quotes;
  if (string.kind === 'FormatString') return piecesOf(string, start, end);
  return [{ from: string.from, to: string.to, isEmpty: start === end, field: null }];
}

/** The pieces of an f-string between its quotes, or of a format behind its colon. */
function piecesOf(node: Node, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  const addText = (from: number, to: number) => {
    if (to > from) pieces.push({ from, to, isEmpty: false, field: null });
  };
  let done = start;
  for (const field of node.childrenOf('FormatReplacement')) {
    addText(done, field.from);
    const source = field.child('FormatSelfDoc')?.next;
    // `{x = }` gives its own source as text, up to what follows the sign.
    if (source) addText(field.from + 1, source.from);
    pieces.push({ from: field.from, to: field.to, isEmpty: false, field });
    done = field.to;
  }
  addText(done, end);
  return pieces;
}

function prefixOf(translation: Translation, string: Node): string {
  return /^[a-z]*/i.exec(translation.textOf(string))?.[0].toLowerCase() ?? '';
}
