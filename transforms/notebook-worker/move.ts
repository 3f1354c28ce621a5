import path from 'node:path';
import { isDefinition } from '../../src/edits/blank-lines.ts';
import type { Edit, NewFile } from '../../src/edits/fix.ts';
import { layoutOf } from '../../src/edits/layout.ts';
import { removeStatements, statementRange } from '../../src/edits/statements.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import type { Node } from '../../src/syntax/node.ts';
import { type ImportedName, simpleAssignment } from '../../src/syntax/shapes.ts';
import { boundName, definitionIn, inOrder, type Needs } from './needs.ts';

/** What moves to a module, and the module. */
export interface Move {
  readonly edits: readonly Edit[];
  readonly creates: NewFile;
  readonly names: readonly string[];
}

/** Moves statements of a notebook, which have lines of their own, into a module beside it. */
export function moveToModule(needs: Needs, module: string, model: ProcessModel): Move {
  const statements = inOrder(needs.statements, model);
  const wanted = statements.filter((statement) => isWanted(statement, needs.statements, model));
  const firsts = firstOfCells(wanted, model);
  const replaced = [...firsts].map(([first, names]) => {
    const run = runFrom(first, needs.statements);
    const code = `from ${module} import ${names.join(', ')}`;
    return { run, edit: replacedBy(code, first, run.at(-1) ?? first, model) };
  });
  const inPlace = new Set(replaced.flatMap(({ run }) => run));
  const removed = removeStatements(
    model.tree,
    statements.filter((statement) => !inPlace.has(statement)),
  );
  const moving = statements.flatMap((statement) => boundName(statement, model) ?? []);
  return {
    edits: [...replaced.map(({ edit }) => edit), ...removed],
    creates: {
      path: path.join(path.dirname(model.path), `${module}.py`),
      text: moduleText(statements, needs.imports, model),
    },
    names: moving,
  };
}

/** The first statement of each cell that moves, and all names that those of the cell bind. */
function firstOfCells(statements: readonly Node[], model: ProcessModel): Map<Node, string[]> {
  const firsts = new Map<number, Node>();
  const names = new Map<Node, string[]>();
  for (const statement of statements) {
    const cell = model.tree.lines.positionOf(statement.from).cell ?? 0;
    const first = firsts.get(cell) ?? statement;
    firsts.set(cell, first);
    names.set(first, [...(names.get(first) ?? []), boundName(statement, model) ?? '']);
  }
  return names;
}

/** A statement and those right behind it that move too. */
function runFrom(first: Node, moved: ReadonlySet<Node>): Node[] {
  const run = [first];
  for (let next = first.next; next && moved.has(next); next = next.next) run.push(next);
  return run;
}

/** A line in place of a run of statements, with one blank line above, and below what PEP 8 asks for. */
function replacedBy(code: string, first: Node, last: Node, { tree }: ProcessModel): Edit {
  const { lines, text } = tree;
  const layout = layoutOf(tree);
  const { from } = statementRange(tree, first) ?? first;
  const { to } = statementRange(tree, last) ?? last;
  const top = lines.lineAt(from) - layout.blanksAbove(lines.lineAt(from));
  const end = lines.lineAt(to) + layout.blanksFrom(lines.lineAt(to));
  const isOfCell = (line: number) => line >= 0 && !tree.notebook?.isBoundary(lines.textOf(line));
  const above = isOfCell(top - 1) ? '\n' : '';
  const next = last.next;
  const below = !isOfCell(end) ? '' : next && isDefinition(next) ? '\n\n' : '\n';
  return {
    from: lines.startOf(top),
    to: Math.min(lines.startOf(end), text.length),
    text: `${above}${code}\n${below}`,
  };
}

/** Functions and classes can still be used in the notebook; a variable only where the notebook does. */
function isWanted(statement: Node, moved: ReadonlySet<Node>, model: ProcessModel): boolean {
  const { semantics, tree } = model;
  const target = definitionIn(statement) ? null : simpleAssignment(statement)?.target;
  const binding = target && semantics.bindingOf(target);
  if (!binding) return true;
  const word = new RegExp(`(?<!\\w)${binding.name}(?!\\w)`, 'gu');
  const count = (text: string) => text.match(word)?.length ?? 0;
  const written = tree.notebook?.restored(tree.text) ?? tree.text;
  return (
    count(written) > count(tree.text) ||
    binding.references.some(({ node }) => !moved.has(semantics.topLevelStatement(node)))
  );
}

const FUTURE = /^from[ \t]+__future__[ \t]+import[^\r\n]*/m;

/** Lines of the module, and whether PEP 8 sets them off with two blank lines; constants stand together. */
interface Block {
  readonly kind: 'imports' | 'constant' | 'definition';
  readonly text: string;
}

function moduleText(
  statements: readonly Node[],
  imports: ReadonlySet<ImportedName>,
  { tree }: ProcessModel,
): string {
  const future = FUTURE.exec(tree.notebook?.restored(tree.text) ?? '')?.[0] ?? '';
  const blocks: Block[] = [future, importLines(imports).join('\n')]
    .filter((text) => text !== '')
    .map((text) => ({ kind: 'imports', text }));
  for (const statement of statements) {
    const { from, to } = statementRange(tree, statement) ?? statement;
    const text = tree.text.slice(from, to).replace(/\r\n?/g, '\n').trimEnd();
    blocks.push({ kind: definitionIn(statement) ? 'definition' : 'constant', text });
  }
  return blocks
    .map(({ kind, text }, index) => `${'\n'.repeat(gap(blocks[index - 1]?.kind, kind))}${text}\n`)
    .join('');
}

function gap(above: Block['kind'] | undefined, below: Block['kind']): number {
  if (!above || (above === 'constant' && below === 'constant')) return 0;
  return above === 'definition' || below === 'definition' ? 2 : 1;
}

/** Import statements of whole modules, then of names, each in the order of the text. */
function importLines(imports: ReadonlySet<ImportedName>): string[] {
  const sorted = [...imports].sort((a, b) => a.from - b.from);
  const modules = sorted.filter(({ imported }) => imported === null);
  const as = ({ hasAlias, bound }: ImportedName) => (hasAlias ? ` as ${bound}` : '');
  const names = new Map<string, Set<string>>();
  for (const each of sorted) {
    if (each.imported === null) continue;
    const items = names.get(each.module) ?? new Set();
    names.set(each.module, items.add(each.imported + as(each)));
  }
  return [
    ...new Set(modules.map((each) => `import ${each.module}${as(each)}`)),
    ...[...names].map(([module, items]) => `from ${module} import ${[...items].join(', ')}`),
  ];
}
