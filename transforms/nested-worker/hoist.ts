/** Makes module-level functions of local ones. */
import { definitionGap } from '../../src/edits/blank-lines.ts';
import { dedented } from '../../src/edits/dedent.ts';
import type { Edit } from '../../src/edits/fix.ts';
import { newlineAt } from '../../src/edits/layout.ts';
import { prepend } from '../../src/edits/prepend.ts';
import { statementRange } from '../../src/edits/statements.ts';
import type { LocalFunction } from '../../src/semantics/closures.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import type { SyntaxTree } from '../../src/syntax/parse.ts';
import { statementsOf } from '../../src/syntax/shapes.ts';

/** A local function under its new name, with the edits to the uses that lie in its own code. */
export interface Hoisted {
  readonly fn: LocalFunction;
  readonly name: string;
  readonly inner: readonly Edit[];
}

/** The functions as the module is to have them, without indentation. */
export function hoistedCode(
  semantics: Semantics,
  hoisted: readonly Hoisted[],
  before: Node,
): string {
  const { tree } = semantics;
  const newline = newlineAt(tree, before.from);
  const gap = newline.repeat(1 + definitionGap(tree, before));
  return hoisted.map((one) => functionText(semantics, one)).join(gap);
}

function functionText(semantics: Semantics, { fn, name, inner }: Hoisted): string {
  const { tree } = semantics;
  const range = statementRange(tree, fn.shape.outer) ?? fn.shape.outer;
  const edits = [
    ...renameEdits(fn, name),
    ...parameterEdits(tree, fn),
    ...importEdits(semantics, fn),
    ...inner,
  ];
  return dedented(tree, range, edits);
}

function renameEdits({ shape, name: old }: LocalFunction, name: string): Edit[] {
  const { nameNode } = shape;
  return nameNode && name !== old ? [{ from: nameNode.from, to: nameNode.to, text: name }] : [];
}

/** Captured values become leading parameters, captured defaults parameters without a default. */
function parameterEdits(tree: SyntaxTree, fn: LocalFunction): Edit[] {
  const names = fn.captured.map((binding) => binding.name);
  const { paramList } = fn.shape;
  const added = paramList && names.length > 0 ? prepend(tree, paramList, names) : [];
  const dropped = fn.defaults.map(({ param }) => ({
    from: param.annotation?.to ?? param.nameNode.to,
    to: param.to,
    text: '',
  }));
  return [...added, ...dropped];
}

/** The enclosing function's imports that the code uses, repeated at the start of its body. */
function importEdits(semantics: Semantics, fn: LocalFunction): Edit[] {
  const { tree } = semantics;
  const statements = statementsOf(fn.shape.body);
  const [first, second] = statements;
  if (!first || fn.imports.length === 0) return [];
  const isDocstring =
    first.kind === 'ExpressionStatement' && /String$/.test(first.firstChild?.kind ?? '');
  const place = isDocstring && second ? second : first;
  const isInline = tree.lines.lineAt(first.from) === tree.lines.lineAt(fn.shape.body.from);
  const end = isInline ? '; ' : newlineAt(tree, place.from) + tree.lines.indentAt(place.from);
  const text = fn.imports.map((definition) => importText(definition.imported) + end).join('');
  return [{ from: place.from, to: place.from, text }];
}

function importText(imported: LocalFunction['imports'][number]['imported']): string {
  if (!imported) return '';
  const alias = imported.hasAlias ? ` as ${imported.bound}` : '';
  return imported.imported === null
    ? `import ${imported.module}${alias}`
    : `from ${imported.module} import ${imported.imported}${alias}`;
}
