import { type JsonLeaf, type JsonNode, parseJson, stringValue } from './json.ts';

/** A cell of Python as it stands in the file. */
export interface CodeCell {
  /** Its place among all cells, from 1. */
  readonly number: number;
  readonly source: string;
  /** The value of `source` in the JSON: a string, or a list of strings. */
  readonly value: JsonNode;
  /** The strings that are put together. */
  readonly literals: readonly JsonLeaf[];
}

/** JSON that is no notebook. */
export class NoNotebook extends Error {}

/**
 * The cells of Python of a notebook, in nbformat 3 or 4; none where the notebook is in another language.
 * @throws JsonError where it is no JSON, NoNotebook where it is no notebook.
 */
export function codeCells(json: string): CodeCell[] {
  const root = parseJson(json);
  const cells = listOf(root, 'cells') ?? worksheetCells(root);
  if (!cells) throw new NoNotebook('the file is no notebook: it has no list of cells');
  const language = languageOf(json, root);
  if (language !== null && !isPython(language)) return [];
  return cells.flatMap((cell, index) => codeCell(json, cell, index + 1) ?? []);
}

function codeCell(json: string, cell: JsonNode, number: number): CodeCell | null {
  const value = member(cell, 'source') ?? member(cell, 'input');
  if (!value || textAt(json, cell, 'cell_type') !== 'code') return null;
  const language =
    textAt(json, cell, 'language') ?? textAt(json, cell, 'metadata', 'vscode', 'languageId');
  if (language !== null && !isPython(language)) return null;
  const parts = value.kind === 'array' ? value.items : [value];
  const literals = parts.flatMap((part) => (part.kind === 'string' ? [part] : []));
  if (literals.length < parts.length) return null;
  const source = literals.map((literal) => stringValue(json, literal)).join('');
  return { number, source, value, literals };
}

/** nbformat 3 has its cells in worksheets, of which no program ever made more than one. */
function worksheetCells(root: JsonNode): readonly JsonNode[] | null {
  return listOf(root, 'worksheets')?.flatMap((sheet) => listOf(sheet, 'cells') ?? []) ?? null;
}

function languageOf(json: string, root: JsonNode): string | null {
  return (
    textAt(json, root, 'metadata', 'language_info', 'name') ??
    textAt(json, root, 'metadata', 'kernelspec', 'language')
  );
}

function isPython(language: string): boolean {
  return /^i?python\d*$/i.test(language);
}

function member(node: JsonNode | null, name: string): JsonNode | null {
  return node?.kind === 'object' ? (node.members.get(name) ?? null) : null;
}

function listOf(node: JsonNode, name: string): readonly JsonNode[] | null {
  const value = member(node, name);
  return value?.kind === 'array' ? value.items : null;
}

function textAt(json: string, node: JsonNode, ...names: readonly string[]): string | null {
  const found = names.reduce<JsonNode | null>(member, node);
  return found?.kind === 'string' ? stringValue(json, found) : null;
}
