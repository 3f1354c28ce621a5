import type { Node } from '../syntax/node.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import { importsOf, simpleAssignment, statementsOf } from '../syntax/shapes.ts';
import { definitionGap, isDefinition } from './blank-lines.ts';
import type { Edit } from './fix.ts';
import { insertLines, startOfCode } from './insert.ts';
import { codeEnd, layoutOf } from './layout.ts';
import { leadingComments, partsOf } from './statements.ts';

/** Standard modules that head many files: they tell which block of imports is the standard library's. */
const STANDARD: ReadonlySet<string> = new Set(
  (
    'abc argparse array ast asyncio atexit base64 bisect calendar codecs collections concurrent configparser ' +
    'contextlib copy csv ctypes dataclasses datetime decimal difflib enum errno fnmatch fractions functools gc ' +
    'getpass glob gzip hashlib heapq hmac html http importlib inspect io itertools json locale logging math ' +
    'mimetypes multiprocessing numbers operator os pathlib pickle pkgutil platform pprint queue random re sched ' +
    'secrets select shlex shutil signal socket sqlite3 ssl stat statistics string struct subprocess sys sysconfig ' +
    'tarfile tempfile textwrap threading time timeit traceback types typing unittest urllib uuid warnings weakref ' +
    'xml zipfile zlib'
  ).split(' '),
);

/** One line of the module's head that imports. */
interface ImportLine {
  readonly node: Node;
  readonly isFrom: boolean;
  /** The module of its first name, in lower case; dots in front for a relative one. */
  readonly module: string;
}

/**
 * Inserts an import line at the head of a module: in its sorted place among the imports of its kind, or behind them;
 * without imports, behind docstring, `__future__` imports and the comments on top. Never in or behind other code.
 */
export function newImportEdit(tree: SyntaxTree, code: string, atEndOfHead = false): Edit {
  const head = headOf(tree);
  const imports = head.flatMap((statement) => importLine(tree, statement) ?? []);
  if (imports.length === 0) return firstImport(tree, head, code);
  const added = parsedLine(code);
  const last = imports[imports.length - 1] as ImportLine;
  const section = sectionFor(tree, imports, added);
  const { lines } = tree;
  const behind = (each: ImportLine) => lines.lineAt(codeEnd(each.node)) + 1;
  // What is no standard module gets a block of its own behind those.
  if (isOfAnotherKind(added, section)) {
    const next = behind(last);
    const isOpen = next < lines.count && layoutOf(tree).blanksFrom(next) === 0;
    return insertLines(tree, next, code, '', 1, isOpen ? 1 : 0);
  }
  const place = atEndOfHead ? { after: last } : placeAmong(section, added);
  const line = 'after' in place ? behind(place.after) : lines.lineAt(place.before.node.from);
  return insertLines(tree, line, code, '', 0, 0);
}

function isOfAnotherKind(added: Omit<ImportLine, 'node'>, section: readonly ImportLine[]): boolean {
  const roots = section.map(rootOf);
  return !STANDARD.has(rootOf(added)) && roots.every((root) => STANDARD.has(root));
}

/** The statements before the first other code: docstring, imports, `__all__ = …` and the like. */
function headOf(tree: SyntaxTree): Node[] {
  const head: Node[] = [];
  const start = startOfCode(tree, tree.root);
  let parts = 0;
  for (const statement of statementsOf(tree.root)) {
    const all = partsOf(statement);
    if (
      parts >= start &&
      !all.every((part) => part.kind === 'ImportStatement' || isDunder(tree, part))
    ) {
      break;
    }
    parts += all.length;
    head.push(statement);
  }
  return head;
}

function isDunder(tree: SyntaxTree, statement: Node): boolean {
  const target = simpleAssignment(statement)?.target;
  return target !== undefined && /^__\w+__$/.test(tree.text.slice(target.from, target.to));
}

function importLine(tree: SyntaxTree, statement: Node): ImportLine | null {
  const first = partsOf(statement)[0];
  if (first?.kind !== 'ImportStatement') return null;
  const module = importsOf(first, tree.text)[0]?.module.toLowerCase() ?? '';
  if (module === '__future__') return null;
  return { node: statement, isFrom: first.firstChild?.kind === 'from', module };
}

function parsedLine(code: string): Omit<ImportLine, 'node'> {
  const [keyword, module] = code.split(' ');
  return { isFrom: keyword === 'from', module: (module ?? '').toLowerCase() };
}

/** The block of imports, set off by blank lines, that a new one fits into. */
function sectionFor(
  tree: SyntaxTree,
  imports: readonly ImportLine[],
  added: Omit<ImportLine, 'node'>,
): ImportLine[] {
  const sections: ImportLine[][] = [];
  for (const each of imports) {
    const isNew = layoutOf(tree).blanksAbove(firstLine(tree, each)) > 0 || sections.length === 0;
    if (isNew) sections.push([]);
    sections[sections.length - 1]?.push(each);
  }
  const root = rootOf(added);
  const same = sections.find((section) => section.some((each) => rootOf(each) === root));
  const standard = STANDARD.has(root)
    ? sections.find((section) => section.some((each) => STANDARD.has(rootOf(each))))
    : undefined;
  return same ?? standard ?? (sections[sections.length - 1] as ImportLine[]);
}

function firstLine(tree: SyntaxTree, { node }: ImportLine): number {
  return tree.lines.lineAt(leadingComments(tree, node).from);
}

function rootOf({ module }: Omit<ImportLine, 'node'>): string {
  return module.split('.')[0] as string;
}

type Place = { readonly after: ImportLine } | { readonly before: ImportLine };

/** isort's two orders: plain imports first, or by module alone. */
const ORDERS: readonly ((line: Omit<ImportLine, 'node'>) => string)[] = [
  (line) => `${line.isFrom ? 1 : 0} ${line.module}`,
  (line) => line.module,
];

function placeAmong(section: readonly ImportLine[], added: Omit<ImportLine, 'node'>): Place {
  const order = ORDERS.find((key) =>
    section.every((line, i) => i === 0 || key(section[i - 1] as ImportLine) <= key(line)),
  );
  if (!order) {
    const sameKind = section.findLast((line) => line.isFrom === added.isFrom);
    return { after: sameKind ?? (section[section.length - 1] as ImportLine) };
  }
  const after = section.findLast((line) => order(line) <= order(added));
  return after ? { after } : { before: section[0] as ImportLine };
}

function firstImport(tree: SyntaxTree, head: readonly Node[], code: string): Edit {
  const { lines } = tree;
  const layout = layoutOf(tree);
  const last = head[head.length - 1];
  const next = statementsOf(tree.root)[head.length];
  const gap = next ? (isDefinition(next) ? definitionGap(tree, next) : 1) : 0;
  const line = last ? lines.lineAt(codeEnd(last)) + 1 : firstCodeLine(tree, next);
  const blanksAbove = layout.blanksAbove(line);
  const above = line - blanksAbove > 0 ? Math.max(0, 1 - blanksAbove) : 0;
  return insertLines(tree, line, code, '', above, Math.max(0, gap - layout.blanksFrom(line)));
}

/** The line of the first statement; its comments stay above it only where they begin the file. */
function firstCodeLine(tree: SyntaxTree, first: Node | undefined): number {
  const { lines, text } = tree;
  if (!first) return text === '' || /[\r\n]$/.test(text) ? lines.count - 1 : lines.count;
  const comments = leadingComments(tree, first);
  return lines.lineAt(comments.from === 0 ? first.from : comments.from);
}
