/** What the grammar takes in statements and CPython does not: imports, clauses of `try`, stars, commas. */
import { isSameDepth } from '../depth.ts';
import { type Check, type Fault, fault, firstFault, nameOf } from '../fault.ts';
import type { Node } from '../node.ts';
import { clausesOf, splitByComma } from '../shapes.ts';
import { debug, unpacked } from './targets.ts';

const FEATURES: ReadonlySet<string> = new Set([
  'absolute_import',
  'annotations',
  'barry_as_FLUFL',
  'division',
  'generator_stop',
  'generators',
  'nested_scopes',
  'print_function',
  'unicode_literals',
  'with_statement',
]);

const imports: Check = (node, text) => {
  const at = node.parts.findIndex((child) => child.kind === 'import');
  const names = node.parts.slice(at + 1);
  const parts = splitByComma(names.filter((child) => child.kind !== '(' && child.kind !== ')'));
  const isFrom = node.child('from') !== null;
  const last = names[names.length - 1];
  if (last?.kind === ',')
    return fault(last, 'a comma behind the last name of an import needs parentheses');
  const bound = parts.flatMap((part) => part[part.length - 1] ?? []);
  return (
    (isFrom ? firstFault(parts, dotted) : null) ??
    firstFault(bound, (name) => debug(name, text)) ??
    (names[0]?.kind === '*' ? starImport(node, names[0]) : null) ??
    lazyImport(node, names[0], text) ??
    (isFuture(node, text) ? futureImport(node, parts, text) : null)
  );
};

function dotted(part: readonly Node[]): Fault | null {
  const dot = part.find((child) => child.kind === '.');
  return dot ? fault(dot, 'what is imported `from` a module is one name, without dots') : null;
}

function starImport(node: Node, star: Node): Fault | null {
  return node.ancestor('FunctionDefinition', 'ClassDefinition')
    ? fault(star, '`import *` inside a function or class')
    : null;
}

function lazyImport(node: Node, first: Node | undefined, text: string): Fault | null {
  if (node.firstChild?.kind !== 'lazy') return null;
  if (isFuture(node, text)) return fault(node, "`from __future__` can't be lazy");
  if (first?.kind === '*') return fault(node, "`import *` can't be lazy");
  const outer = node.ancestor('FunctionDefinition', 'ClassDefinition', 'TryStatement');
  return outer ? fault(node, 'a lazy import inside a function, a class or `try`') : null;
}

function isFuture(node: Node, text: string): boolean {
  const [from, module, behind] = node.parts.filter((child) => child.kind !== 'lazy');
  return (
    from?.kind === 'from' &&
    module?.kind === 'VariableName' &&
    nameOf(module, text) === '__future__' &&
    behind?.kind === 'import'
  );
}

function futureImport(node: Node, parts: readonly Node[][], text: string): Fault | null {
  const unknown = parts.find((part) => part[0] && !FEATURES.has(nameOf(part[0], text)))?.[0];
  if (unknown) return fault(unknown, `\`__future__\` has no \`${nameOf(unknown, text)}\``);
  for (let at = node; at.parent; at = at.parent) {
    if (at.parent.kind !== 'Script' && at.parent.kind !== 'StatementGroup') return late(node);
    for (let before = at.previous; before; before = before.previous) {
      if (!mayPrecedeFuture(before, text)) return late(node);
      // What stands before that one was looked at with it.
      if (before.kind === 'ImportStatement') return null;
    }
  }
  return null;
}

function late(node: Node): Fault {
  return fault(node, '`from __future__` has to stand at the beginning of the file');
}

function mayPrecedeFuture(node: Node, text: string): boolean {
  if (node.kind === ';') return true;
  if (node.kind === 'ImportStatement') return isFuture(node, text);
  if (node.kind === 'StatementGroup')
    return node.parts.every((child) => mayPrecedeFuture(child, text));
  return node.kind === 'ExpressionStatement' && isText(node, text) && isFirstStatement(node);
}

function isText(statement: Node, text: string): boolean {
  return /^\(*(?:r|u)?["']/i.test(text.slice(statement.from, statement.to));
}

function isFirstStatement(node: Node): boolean {
  if (node.previous) return false;
  return node.parent?.kind !== 'StatementGroup' || isFirstStatement(node.parent);
}

const tryStatement: Check = (node) => {
  const handlers = clausesOf(node).filter(({ keyword }) => keyword.kind === 'except');
  const isStar = (header: readonly Node[]) => header[0]?.kind === '*';
  return firstFault(handlers, ({ keyword, header }, index) => {
    if (isStar(header) !== isStar(handlers[0]?.header ?? []))
      return fault(keyword, "`except` and `except*` can't belong to one `try`");
    if (isStar(header) && header.length === 1)
      return fault(keyword, '`except*` needs a type behind it');
    return header.length === 0 && index < handlers.length - 1
      ? fault(keyword, '`except:` has to be the last one')
      : null;
  });
};

/** The grammar takes the clauses of `try`, and what is decorated, at any depth. */
const aligned: Check = (node, text) => {
  const blanks = blanksBefore(node, text);
  const clauses = node.parts.filter((child) => CLAUSES.has(child.kind));
  return firstFault(clauses, (clause) => {
    const own = blanksBefore(clause, text);
    return blanks === null || own === null || isSameDepth(blanks, own)
      ? null
      : fault(clause, 'this line has to be indented as the one that it belongs to');
  });
};

const CLAUSES: ReadonlySet<string> = new Set([
  'ClassDefinition',
  'Decorator',
  'FunctionDefinition',
  'else',
  'except',
  'finally',
]);

/** The indentation of a node that begins a line; null where it does not, or where the line goes on from another. */
function blanksBefore(node: Node, text: string): string | null {
  const before = text.slice(Math.max(0, node.from - 200), node.from);
  return /(?:^|(?<!\\\r?)(?:\r\n|[\r\n]))([ \t\f]*)$/.exec(before)?.[1] ?? null;
}

const exceptNames: Check = (node, text) =>
  firstFault(node.parts, (child) =>
    child.kind === 'as' && child.next ? debug(child.next, text) : null,
  );

const scopeStatement: Check = (node) => {
  const last = node.lastChild;
  return last?.kind === ','
    ? fault(last, `a comma behind the last name of \`${node.firstChild?.kind}\``)
    : null;
};

const expressionStatement: Check = (node) => unpacked(node.parts);

const parentheses: Check = (node) => {
  const [, star] = node.parts;
  return star?.kind === '*'
    ? fault(star, 'a `*` in parentheses needs a comma behind its value')
    : null;
};

const subscript: Check = (node) => {
  const named = node.parts.find(
    (child) =>
      child.kind === 'NamedExpression' &&
      (child.previous?.kind === ':' || child.next?.kind === ':'),
  );
  return named ? fault(named, '`:=` in a slice needs parentheses') : null;
};

const definition: Check = (node, text) => {
  const name = node.child('VariableName');
  return name && debug(name, text);
};

/** The checks of this file, by the kind of node that they look at. */
export const STATEMENT_CHECKS: Readonly<Record<string, Check>> = {
  ImportStatement: imports,
  TryStatement: (node, text) =>
    tryStatement(node, text) ?? exceptNames(node, text) ?? aligned(node, text),
  DecoratedStatement: aligned,
  ScopeStatement: scopeStatement,
  ExpressionStatement: expressionStatement,
  ParenthesizedExpression: parentheses,
  MemberExpression: subscript,
  FunctionDefinition: definition,
  ClassDefinition: definition,
  TypeDefinition: definition,
  TypeParam: definition,
};
