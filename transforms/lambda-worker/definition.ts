/** A lambda written as a `def`. */
import { applyEdits } from '../../src/edits/apply.ts';
import type { Edit } from '../../src/edits/fix.ts';
import { indentUnit } from '../../src/edits/indent.ts';
import { layoutOf } from '../../src/edits/layout.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import type { Node } from '../../src/syntax/node.ts';
import type { SyntaxTree } from '../../src/syntax/parse.ts';
import { type FunctionShape, functionOf } from '../../src/syntax/shapes.ts';

export interface Definition {
  readonly name: string;
  readonly lambda: Node;
  /** Parameters in front of the lambda's own. */
  readonly leading: readonly string[];
  /** Import statements that the body needs. */
  readonly imports: readonly Node[];
  /** Names of parameters whose default is handed over with the function. */
  readonly withoutDefault: ReadonlySet<string>;
  /** Names in the lambda that read otherwise in the function. */
  readonly renames: readonly Edit[];
  /** Whether what it returns is used. */
  readonly isResultUsed: boolean;
}

/** The lines of the function, without indentation, each line end `\n` or as the lambda has it. */
export function definitionCode(definition: Definition, { tree }: ProcessModel): string {
  const { name, lambda, imports, isResultUsed, renames } = definition;
  const shape = functionOf(lambda, tree.text);
  if (!shape) return '';
  const unit = indentUnit(tree, lambda.from);
  const comments = lambda.childrenOf('Comment').map((comment) => textOf(tree, comment));
  const keyword = isResultUsed || shape.body.kind !== 'CallExpression' ? 'return ' : '';
  const value = bodyText(tree, shape.body, renames, unit + keyword);
  return [
    `def ${name}(${parameters(definition, shape, tree, unit)}):`,
    ...[...imports.map((statement) => textOf(tree, statement)), ...comments].map(
      (line) => unit + line,
    ),
    unit + keyword + value,
  ].join('\n');
}

function textOf(tree: SyntaxTree, { from, to }: { from: number; to: number }): string {
  return tree.text.slice(from, to);
}

function parameters(
  { leading, withoutDefault }: Definition,
  shape: FunctionShape,
  tree: SyntaxTree,
  unit: string,
): string {
  const { paramList, params } = shape;
  if (!paramList || paramList.to === paramList.from) return leading.join(', ');
  const firstDefault = params.findIndex((p) => p.defaultValue && !withoutDefault.has(p.name));
  const edits = params.flatMap((param, i) => {
    if (!withoutDefault.has(param.name) || !param.defaultValue) return [];
    // Behind a default there must be another; this one is never used.
    const needsDefault = firstDefault >= 0 && firstDefault < i && param.passing !== 'keyword-only';
    return [
      {
        from: param.nameNode.to,
        to: param.defaultValue.to,
        text: needsDefault ? '=None' : '',
      },
    ];
  });
  const own = editedSlice(tree, paramList, edits);
  return [...leading, own.replace(/(\r\n|\r|\n)[ \t]*/g, `$1${unit}${unit}`)].join(', ');
}

/** A part of the text with edits that lie in it. */
function editedSlice(
  tree: SyntaxTree,
  { from, to }: { from: number; to: number },
  edits: readonly Edit[],
): string {
  return applyEdits(
    tree.text.slice(from, to),
    edits
      .filter((edit) => edit.from >= from && edit.to <= to)
      .map((edit) => ({ ...edit, from: edit.from - from, to: edit.to - from })),
  );
}

/** The lambda's expression as it stands behind an opening, in parentheses where its lines need them. */
function bodyText(tree: SyntaxTree, body: Node, renames: readonly Edit[], opening: string): string {
  const isBare = linesNeedBrackets(tree, body);
  const text = editedSlice(tree, body, [...renames, ...shiftedLines(tree, body, opening, isBare)]);
  return isBare ? `(${text})` : text;
}

/** Whether a line break in an expression stands outside brackets and strings. */
function linesNeedBrackets(tree: SyntaxTree, body: Node): boolean {
  const closed = [...body.walk()].filter(
    (node) => /^[[({]$/.test(node.firstChild?.kind ?? '') || /String$/.test(node.kind),
  );
  const breaks = textOf(tree, body).matchAll(/(?<!\\)\r\n?|(?<![\\\r])\n/g);
  return [...breaks].some(({ index }) => {
    const at = body.from + index;
    return !closed.some((node) => node.from < at && at < node.to);
  });
}

/**
 * Edits that bring the further lines of an expression along. Lines that need parentheses line up behind them, and
 * those that line up with the expression's start go on doing so; all others keep their distance from the start of
 * the line that it begins in.
 */
function shiftedLines(tree: SyntaxTree, body: Node, opening: string, isBare: boolean): Edit[] {
  const { lines } = tree;
  const first = lines.lineAt(body.from);
  const further: { from: number; indent: string }[] = [];
  for (let line = first + 1; line <= lines.lineAt(body.to); line++) {
    const kind = layoutOf(tree).kindOf(line);
    if (kind === 'blank' || kind === 'string') continue;
    further.push({ from: lines.startOf(line), indent: lines.indentAt(lines.startOf(line)) });
  }
  const least = further.reduce(
    (a, { indent }) => (indent.length < a.length ? indent : a),
    ' '.repeat(999),
  );
  const column = body.from - lines.startOf(first);
  const isAligned = !/\t/.test(least) && (isBare || least.length >= column);
  const base = isAligned ? (isBare ? least : ' '.repeat(column)) : lines.indentAt(body.from);
  const unit = /^[ \t]*/.exec(opening)?.[0] ?? '';
  const target = isAligned
    ? unit + ' '.repeat(opening.length - unit.length + (isBare ? 1 : 0))
    : unit;
  return further.flatMap(({ from, indent }) =>
    indent.startsWith(base) ? [{ from, to: from + base.length, text: target }] : [],
  );
}
