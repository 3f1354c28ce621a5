/**
 * What the flat nodes of the grammar mean, one function a construct.
 * Each returns null for a node of another kind, so that they can be asked of any node.
 */
import type { Node } from './node.ts';

export const SIMPLE_STATEMENTS: ReadonlySet<string> = new Set([
  'AssignStatement',
  'UpdateStatement',
  'ExpressionStatement',
  'DeleteStatement',
  'PassStatement',
  'BreakStatement',
  'ContinueStatement',
  'ReturnStatement',
  'YieldStatement',
  'RaiseStatement',
  'ImportStatement',
  'ScopeStatement',
  'AssertStatement',
  'TypeDefinition',
]);

export const COMPOUND_STATEMENTS: ReadonlySet<string> = new Set([
  'IfStatement',
  'WhileStatement',
  'ForStatement',
  'TryStatement',
  'WithStatement',
  'FunctionDefinition',
  'ClassDefinition',
  'DecoratedStatement',
  'MatchStatement',
]);

export function isStatement(node: Node): boolean {
  return (
    SIMPLE_STATEMENTS.has(node.kind) ||
    COMPOUND_STATEMENTS.has(node.kind) ||
    node.kind === 'StatementGroup'
  );
}

/** The statements of a module or a body, each `;` group as one. */
export function statementsOf(block: Node): Node[] {
  return block.children.filter(isStatement);
}

/** The innermost statement that a node belongs to, itself if it is one; never a `;` group. */
export function statementOf(node: Node): Node {
  for (let n: Node | null = node; n; n = n.parent) {
    if (SIMPLE_STATEMENTS.has(n.kind) || COMPOUND_STATEMENTS.has(n.kind)) return n;
  }
  return node;
}

/** The statement as it stands in its block: the `;` group or the decorated whole rather than the part. */
export function wholeStatement(statement: Node): Node {
  const parent = statement.parent;
  return parent && (parent.kind === 'StatementGroup' || parent.kind === 'DecoratedStatement')
    ? parent
    : statement;
}

/** One argument of a call or of a class's base list. */
export interface Argument {
  readonly name: string | null;
  readonly nameNode: Node | null;
  readonly star: '' | '*' | '**';
  readonly value: Node;
  /** The range of the whole argument, `name=` or stars included. */
  readonly from: number;
  readonly to: number;
}

export interface Call {
  readonly node: Node;
  readonly callee: Node;
  readonly argList: Node;
  readonly args: readonly Argument[];
}

export function callOf(node: Node, text: string): Call | null {
  if (node.kind !== 'CallExpression') return null;
  const callee = node.firstChild;
  const argList = node.child('ArgList');
  return callee && argList ? { node, callee, argList, args: argumentsOf(argList, text) } : null;
}

/** The arguments in an ArgList. A bare generator is one argument whose value is the ArgList itself. */
export function argumentsOf(argList: Node, text: string): Argument[] {
  if (argList.child('for')) {
    return [
      {
        name: null,
        nameNode: null,
        star: '',
        value: argList,
        from: argList.from + 1,
        to: argList.to - 1,
      },
    ];
  }
  const result: Argument[] = [];
  for (const part of splitByComma(argList.children.slice(1, -1))) {
    const [first, second] = part;
    const last = part[part.length - 1];
    if (!first || !last || last.kind === 'Comment') continue;
    const range = { from: first.from, to: last.to };
    if (second?.kind === 'AssignOp' && first.kind === 'VariableName') {
      result.push({
        name: text.slice(first.from, first.to),
        nameNode: first,
        star: '',
        value: last,
        ...range,
      });
    } else {
      const star = first.kind === '*' || first.kind === '**' ? first.kind : '';
      result.push({ name: null, nameNode: null, star, value: last, ...range });
    }
  }
  return result;
}

/** Splits at commas; comments are left out, so that the last node of a part is a value. */
export function splitByComma(nodes: readonly Node[]): Node[][] {
  const parts: Node[][] = [[]];
  for (const node of nodes) {
    if (node.kind === ',') parts.push([]);
    else if (node.kind !== 'Comment') parts[parts.length - 1]?.push(node);
  }
  return parts.filter((part) => part.length > 0);
}

export interface Parameter {
  readonly name: string;
  readonly nameNode: Node;
  readonly star: '' | '*' | '**';
  readonly annotation: Node | null;
  readonly defaultValue: Node | null;
  /** How an argument may reach it. */
  readonly passing: 'positional-only' | 'any' | 'keyword-only';
  readonly from: number;
  readonly to: number;
}

/** A `def` or a lambda. */
export interface FunctionShape {
  readonly node: Node;
  /** The DecoratedStatement round it, or the node itself. */
  readonly outer: Node;
  /** Null for a lambda. */
  readonly nameNode: Node | null;
  readonly params: readonly Parameter[];
  readonly paramList: Node | null;
  /** The Body of a `def`, the expression of a lambda. */
  readonly body: Node;
  readonly isAsync: boolean;
  readonly decorators: readonly Node[];
}

export function functionOf(node: Node, text: string): FunctionShape | null {
  if (node.kind !== 'FunctionDefinition' && node.kind !== 'LambdaExpression') return null;
  const body = node.lastChild;
  if (!body) return null;
  const paramList = node.child('ParamList');
  const decorated = node.parent?.kind === 'DecoratedStatement' ? node.parent : null;
  return {
    node,
    outer: decorated ?? node,
    nameNode: node.kind === 'FunctionDefinition' ? node.child('VariableName') : null,
    params: paramList ? parametersOf(paramList, text) : [],
    paramList,
    body,
    isAsync: node.child('async') !== null,
    decorators: decorated?.childrenOf('Decorator') ?? [],
  };
}

function parametersOf(paramList: Node, text: string): Parameter[] {
  const inner = paramList.children.filter((child) => child.kind !== '(' && child.kind !== ')');
  const parts = splitByComma(inner);
  const slash = parts.findIndex((part) => part[0]?.kind === 'ArithOp');
  let keywordOnly = false;
  const result: Parameter[] = [];
  parts.forEach((part, position) => {
    const first = part[0];
    const last = part[part.length - 1];
    const nameNode = part.find((node) => node.kind === 'VariableName');
    if (first?.kind === '*') keywordOnly = true;
    if (!first || !last || !nameNode) return;
    const assign = part.findIndex((node) => node.kind === 'AssignOp');
    result.push({
      name: text.slice(nameNode.from, nameNode.to),
      nameNode,
      star: first.kind === '*' || first.kind === '**' ? first.kind : '',
      annotation: part.find((node) => node.kind === 'TypeDef') ?? null,
      defaultValue: assign >= 0 ? (part[assign + 1] ?? null) : null,
      passing: keywordOnly ? 'keyword-only' : position < slash ? 'positional-only' : 'any',
      from: first.from,
      to: last.to,
    });
  });
  return result;
}

/** `a = b = value`: the targets of each `=`, and the value's nodes (several for a bare tuple). */
export interface Assignment {
  readonly node: Node;
  readonly targets: readonly (readonly Node[])[];
  readonly annotation: Node | null;
  readonly values: readonly Node[];
}

export function assignmentOf(node: Node): Assignment | null {
  if (node.kind !== 'AssignStatement') return null;
  const sides = sidesOf(node).map((side) => side.filter(({ kind }) => kind !== ','));
  const values = sides.length > 1 ? (sides.pop() as Node[]) : [];
  return { node, targets: sides, annotation: node.child('TypeDef'), values };
}

/** What stands between the `=` of an assignment, commas with it. */
function sidesOf(assignment: Node): Node[][] {
  const sides: Node[][] = [[]];
  for (const child of assignment.parts) {
    if (child.kind === 'AssignOp') sides.push([]);
    else if (child.kind !== 'TypeDef') sides[sides.length - 1]?.push(child);
  }
  return sides;
}

/** The one value of `name = value`; null where the statement binds anything else or more. */
export function simpleAssignment(node: Node): { target: Node; value: Node } | null {
  // `a, = x` unpacks, `a = x,` makes a tuple.
  const assignment = node.child(',') ? null : assignmentOf(node);
  const target = assignment?.targets[0]?.[0];
  const value = assignment?.values[0];
  return assignment?.targets.length === 1 &&
    assignment.targets[0]?.length === 1 &&
    assignment.values.length === 1 &&
    target &&
    value
    ? { target, value }
    : null;
}

/** What each target of an assignment is given, where one expression says so: `a, b = 1, 2` gives `a` the 1. */
export function assignedPairs(node: Node): { target: Node; value: Node }[] {
  if (node.kind !== 'AssignStatement') return [];
  const sides = sidesOf(node);
  const values = sides.pop() ?? [];
  const isMirrored = (side: readonly Node[]) =>
    side.length === values.length &&
    side.every(({ kind }, i) => kind !== '*' && (kind === ',') === (values[i]?.kind === ','));
  return sides
    .filter(isMirrored)
    .flatMap((side) =>
      side.flatMap((target, i) =>
        target.kind === ',' ? [] : { target, value: values[i] as Node },
      ),
    );
}

export interface WithItem {
  readonly context: Node;
  readonly target: Node | null;
}

export function withItemsOf(node: Node): WithItem[] {
  if (node.kind !== 'WithStatement') return [];
  const header = node.children.slice(node.children.findIndex((c) => c.kind === 'with') + 1, -1);
  // `with (a as b, c as d):` has its items flat between brackets.
  return splitByComma(header.filter((child) => child.kind !== '(' && child.kind !== ')')).flatMap(
    (part) => {
      const context = part[0];
      const as = part.findIndex((n) => n.kind === 'as');
      return context ? [{ context, target: as >= 0 ? (part[as + 1] ?? null) : null }] : [];
    },
  );
}

/** One clause of a compound statement: `if`, `elif`, `else`, `except`, `finally`, `try`, … */
export interface Clause {
  readonly keyword: Node;
  readonly header: readonly Node[];
  readonly body: Node;
}

export function clausesOf(node: Node): Clause[] {
  const result: Clause[] = [];
  let keyword: Node | null = null;
  let header: Node[] = [];
  for (const child of node.children) {
    if (child.kind === 'Comment') continue;
    if (child.kind === 'Body' || child.kind === 'MatchBody') {
      if (keyword) result.push({ keyword, header, body: child });
      keyword = null;
      header = [];
    } else if (!keyword) keyword = child;
    else header.push(child);
  }
  return result;
}

/** One name that an import statement binds. */
export interface ImportedName {
  /** `a.b` of `import a.b`, `from a.b import …`; dots in front for a relative one. */
  readonly module: string;
  /** The name imported from the module; null for `import a.b`, `*` for a star import. */
  readonly imported: string | null;
  /** The name that is bound here: `a` for `import a.b`. */
  readonly bound: string;
  readonly boundNode: Node;
  readonly hasAlias: boolean;
  readonly from: number;
  readonly to: number;
}

export function importsOf(node: Node, text: string): ImportedName[] {
  if (node.kind !== 'ImportStatement') return [];
  const children = node.parts;
  const at = children.findIndex((child) => child.kind === 'import');
  const from = children.findIndex((child) => child.kind === 'from');
  const isFrom = from >= 0;
  const module = children
    .slice(isFrom ? from + 1 : at, at)
    .map((child) => text.slice(child.from, child.to))
    .join('');
  const names = children.slice(at + 1).filter((child) => child.kind !== '(' && child.kind !== ')');
  return splitByComma(names).flatMap((part) => {
    const first = part[0];
    const last = part[part.length - 1];
    if (!first || !last) return [];
    const as = part.findIndex((child) => child.kind === 'as');
    const dotted = (as >= 0 ? part.slice(0, as) : part)
      .map((child) => text.slice(child.from, child.to))
      .join('');
    const boundNode = as >= 0 ? last : first;
    return [
      {
        module: isFrom ? module : dotted,
        imported: isFrom ? dotted : null,
        bound: text.slice(boundNode.from, boundNode.to),
        boundNode,
        hasAlias: as >= 0,
        from: first.from,
        to: last.to,
      },
    ];
  });
}

/** The dotted name of what an import statement binds to a name. */
export function importedName({ module, imported, hasAlias, bound }: ImportedName): string {
  if (imported !== null) return memberOf(module, imported);
  return hasAlias ? module : bound;
}

/** The dotted name of what a module has: `.a` where the module is `.`. */
export function memberOf(module: string, name: string): string {
  return module.endsWith('.') ? module + name : `${module}.${name}`;
}

/** `a.b`: the object and the attribute's name; null for a subscript. */
export function attributeOf(
  node: Node,
  text: string,
): { object: Node; name: string; nameNode: Node } | null {
  if (node.kind !== 'MemberExpression') return null;
  const object = node.firstChild;
  const nameNode = node.lastChild;
  return object && nameNode?.kind === 'PropertyName'
    ? { object, name: text.slice(nameNode.from, nameNode.to), nameNode }
    : null;
}

/** `a[b]`: the object; null for an attribute. */
export function subscriptOf(node: Node): { object: Node; index: readonly Node[] } | null {
  if (node.kind !== 'MemberExpression' || node.lastChild?.kind !== ']') return null;
  const object = node.firstChild;
  return object ? { object, index: node.parts.slice(2, -1) } : null;
}

/** The expression inside any number of parentheses. */
export function unparenthesized(node: Node): Node {
  let inner = node;
  while (inner.kind === 'ParenthesizedExpression') {
    const next = inner.parts[1];
    if (!next || next.kind === '*') break;
    inner = next;
  }
  return inner;
}

/** What a conditional expression may give: `a if test else b`. */
export function conditionalBranches(node: Node): Node[] {
  const whenTrue = node.parts[0];
  const whenFalse = node.parts.at(-1);
  return whenTrue && whenFalse ? [whenTrue, whenFalse] : [];
}
