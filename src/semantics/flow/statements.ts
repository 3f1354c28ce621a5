/** How statements run: where control parts, joins, is repeated, leaves, or is caught. */
import type { Node } from '../../syntax/node.ts';
import {
  assignmentOf,
  type Clause,
  clausesOf,
  statementsOf,
  unparenthesized,
  type WithItem,
  withItemsOf,
} from '../../syntax/shapes.ts';
import { test } from './expressions.ts';
import type { Join } from './state.ts';
import type { Visitors, Walk } from './walk.ts';

export const STATEMENTS: Visitors = {
  Body: (node, walk) => walk.block(statementsOf(node)),
  StatementGroup: (node, walk) => walk.block(statementsOf(node)),
  ExpressionStatement: visitExpression,
  AssignStatement: visitAssign,
  UpdateStatement: visitUpdate,
  AssertStatement: visitAssert,
  ImportStatement: visitImport,
  ReturnStatement: (node, walk) => leave(node, walk, 'return'),
  RaiseStatement: (node, walk) => leave(node, walk, 'raise'),
  BreakStatement: (node, walk) => leave(node, walk, 'break'),
  ContinueStatement: (node, walk) => leave(node, walk, 'continue'),
  ScopeStatement: () => {},
  IfStatement: visitIf,
  WhileStatement: visitWhile,
  ForStatement: visitFor,
  TryStatement: visitTry,
  WithStatement: visitWith,
  MatchStatement: visitMatch,
  FunctionDefinition: visitFunction,
  ClassDefinition: visitClass,
  TypeDefinition: visitTypeAlias,
  TypeParam: visitTypeParam,
};

function visitExpression(node: Node, walk: Walk): void {
  walk.visitAll(node.children);
  if (node.firstChild && walk.known.ends(node.firstChild)) walk.control.isLive = false;
}

function visitAssign(node: Node, walk: Walk): void {
  const { targets, annotation, values } = assignmentOf(node) ?? { targets: [], values: [] };
  walk.visitAll(values);
  walk.visitAll(targets.flat());
  if (annotation) walk.visit(annotation);
}

function visitUpdate(node: Node, walk: Walk): void {
  const [target, ...rest] = node.parts;
  const name = target && unparenthesized(target);
  if (name?.kind !== 'VariableName') {
    walk.visitAll(node.children);
    return;
  }
  walk.read(name);
  walk.visitAll(rest);
  walk.visit(name);
}

/** Nothing of it is run under `python -O`. */
function visitAssert(node: Node, walk: Walk): void {
  const [condition, ...message] = node.children.slice(1);
  const { control } = walk;
  const end = control.join();
  const failed = control.join();
  control.reach(end);
  if (condition) test(condition, walk, end, failed);
  control.enter(failed);
  control.run(() => walk.visitAll(message));
  control.enter(end);
}

function visitImport(node: Node, walk: Walk): void {
  for (const child of node.children) {
    walk.visit(child);
    if (child.kind === '*') walk.disturb(child);
  }
}

function leave(node: Node, walk: Walk, way: 'return' | 'raise' | 'break' | 'continue'): void {
  walk.visitAll(node.children);
  if (way === 'raise') walk.control.isLive = false;
  else walk.control.jump(way);
}

function visitIf(node: Node, walk: Walk): void {
  const { control } = walk;
  const end = control.join();
  for (const { header, body } of clausesOf(node)) {
    const [condition] = header;
    control.run(() => {
      if (condition) visitBranch(condition, body, end, walk);
      else walk.visit(body);
    });
  }
  control.reach(end);
  control.enter(end);
}

/** Leaves control where the condition is false. */
function visitBranch(condition: Node, body: Node, end: Join, walk: Walk): void {
  const { control } = walk;
  const yes = control.join();
  const no = control.join();
  test(condition, walk, yes, no);
  control.enter(yes);
  control.run(() => walk.visit(body));
  control.reach(end);
  control.enter(no);
}

function visitWhile(node: Node, walk: Walk): void {
  const { control } = walk;
  visitLoop(node, walk, (body, done) => {
    const yes = control.join();
    test(node.children[1] as Node, walk, yes, done);
    control.enter(yes);
    control.run(() => walk.visit(body));
  });
}

function visitFor(node: Node, walk: Walk): void {
  const at = node.children.findIndex((child) => child.kind === 'in');
  const end = node.children.findIndex((child) => child.kind === 'Body');
  walk.visitAll(node.children.slice(at + 1, end));
  visitLoop(node, walk, (body, done) => {
    walk.control.reach(done);
    walk.visitAll(node.children.slice(0, at));
    walk.visit(body);
  });
}

function visitLoop(node: Node, walk: Walk, round: (body: Node, done: Join) => void): void {
  const [body, otherwise] = node.childrenOf('Body');
  if (!body) return;
  const variables = walk.boundIn(node.from, body.to);
  walk.control.loop(
    variables,
    (done) => round(body, done),
    () => otherwise && walk.visit(otherwise),
  );
}

function visitTry(node: Node, walk: Walk): void {
  const clauses = clausesOf(node);
  const bodyOf = (keyword: string) => clauses.find((c) => c.keyword.kind === keyword)?.body;
  const last = bodyOf('finally');
  const tried = () => {
    const handlers = clauses.filter((clause) => clause.keyword.kind === 'except');
    visitTried(bodyOf('try') as Node, bodyOf('else'), handlers, walk);
  };
  if (last) walk.control.cleanup(tried, () => walk.visit(last));
  else tried();
}

function visitTried(
  body: Node,
  otherwise: Node | undefined,
  handlers: readonly Clause[],
  walk: Walk,
): void {
  const { control } = walk;
  const end = control.join();
  const raised = control.guarded(() => walk.visit(body));
  if (otherwise) control.run(() => walk.visit(otherwise));
  control.reach(end);
  control.resume(end.start, raised);
  for (const handler of handlers) visitHandler(handler, end, walk);
  control.enter(end);
}

/** Leaves control where the exception is none of the handler's, or with `except*`, where the next has its turn. */
function visitHandler({ header, body }: Clause, end: Join, walk: Walk): void {
  const { control } = walk;
  const as = header.findIndex((child) => child.kind === 'as');
  const name = as < 0 ? null : (header[as + 1] ?? null);
  walk.visitAll(as < 0 ? header : header.slice(0, as));
  const next = control.join();
  if (header.length > 0) control.reach(next);
  const handle = () => {
    if (name)
      control.cleanup(
        () => visitNamed(name, body, walk),
        () => walk.unbind(name),
      );
    else walk.visit(body);
  };
  if (header[0]?.kind === '*') {
    const raised = control.guarded(handle);
    control.reach(end);
    control.reach(next);
    control.resume(next.start, raised);
    control.reach(next);
  } else {
    handle();
    control.reach(end);
  }
  control.enter(next);
}

function visitNamed(name: Node, body: Node, walk: Walk): void {
  walk.visit(name);
  walk.visit(body);
}

function visitWith(node: Node, walk: Walk): void {
  visitItems(withItemsOf(node), node.lastChild as Node, walk);
}

function visitItems([item, ...inner]: readonly WithItem[], body: Node, walk: Walk): void {
  if (!item) {
    walk.visit(body);
    return;
  }
  const { control, known } = walk;
  const { context, target } = item;
  walk.visit(context);
  // Binding a plain name can't fail; unpacking, or setting an attribute, can, and is in the context's care already.
  const isPlain = target?.kind === 'VariableName';
  if (target && isPlain) walk.visit(target);
  const run = () => {
    if (target && !isPlain) walk.visit(target);
    visitItems(inner, body, walk);
  };
  if (known.passesOn(context)) {
    run();
    return;
  }
  const end = control.join();
  const raised = control.guarded(run);
  control.reach(end);
  control.resume(end.start, raised);
  control.reach(end);
  control.enter(end);
}

function visitMatch(node: Node, walk: Walk): void {
  const { control } = walk;
  const end = control.join();
  for (const child of node.children) {
    if (child.kind !== 'MatchBody') walk.visit(child);
    else {
      for (const clause of child.childrenOf('MatchClause')) {
        control.run(() => visitCase(clause, end, walk));
      }
    }
  }
  control.reach(end);
  control.enter(end);
}

/** Leaves control where the case does not match. The names in a pattern are bound when all of it has matched. */
function visitCase(node: Node, end: Join, walk: Walk): void {
  const { control } = walk;
  const patterns = node.parts.filter((child) => !NO_PATTERN.has(child.kind));
  for (const pattern of patterns) {
    for (const inner of pattern.walk()) {
      if (inner.kind === 'VariableName' && !walk.isBound(inner)) walk.visit(inner);
    }
  }
  const next = control.join();
  const [only] = patterns;
  if (patterns.length > 1 || !only || !isIrrefutable(only)) control.reach(next);
  for (const pattern of patterns) bindNames(pattern, walk);
  const condition = node.child('Guard')?.parts.find((c) => c.kind !== 'if');
  if (condition) {
    const yes = control.join();
    test(condition, walk, yes, next);
    control.enter(yes);
  }
  const body = node.child('Body');
  if (body) control.run(() => walk.visit(body));
  control.reach(end);
  control.enter(next);
}

function bindNames(pattern: Node, walk: Walk): void {
  if (pattern.kind === 'VariableName') {
    if (walk.isBound(pattern)) walk.visit(pattern);
  } else if (pattern.kind === 'OrPattern' && walk.binds(pattern)) {
    const choices = pattern.parts.filter(({ kind }) => kind !== 'LogicOp');
    walk.control.oneOf(choices.map((choice) => () => bindNames(choice, walk)));
  } else for (const part of pattern.parts) bindNames(part, walk);
}

const NO_PATTERN: ReadonlySet<string> = new Set(['case', 'Guard', 'Body']);

/** Whether a pattern takes everything: a name, `_`, or one of several ways that does. */
function isIrrefutable(pattern: Node): boolean {
  switch (pattern.kind) {
    case 'CapturePattern':
      return true;
    case 'GroupPattern':
    case 'OrPattern':
      return pattern.parts.some(isIrrefutable);
    case 'AsPattern':
      return pattern.firstChild !== null && isIrrefutable(pattern.firstChild);
    default:
      return false;
  }
}

function visitFunction(node: Node, walk: Walk): void {
  const name = node.child('VariableName');
  walk.visitAll(node.children.filter((child) => child !== name && child.kind !== 'Body'));
  walk.capture(node);
  if (name) walk.visit(name);
}

function visitClass(node: Node, walk: Walk): void {
  const name = node.child('VariableName');
  const body = node.child('Body');
  walk.visitAll(node.children.filter((child) => child !== name && child !== body));
  walk.open(node);
  if (body) walk.visit(body);
  walk.close(node);
  if (name) walk.visit(name);
}

/** Python evaluates the value of an alias, and the bounds of type parameters, when somebody asks for them. */
function visitTypeAlias(node: Node, walk: Walk): void {
  const [name, ...rest] = node.children.slice(1);
  const value = rest.pop();
  walk.visitAll(rest);
  if (value) walk.defer(() => walk.visit(value));
  if (name) walk.visit(name);
}

function visitTypeParam(node: Node, walk: Walk): void {
  const name = node.child('VariableName');
  if (name) walk.visit(name);
  walk.defer(() => walk.visitAll(node.children.filter((child) => child !== name)));
}
