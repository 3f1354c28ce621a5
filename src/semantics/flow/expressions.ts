/** How expressions run: what is evaluated before what, what may be left out, what comes later. */
import type { Node } from '../../syntax/node.ts';
import { splitByComma, unparenthesized } from '../../syntax/shapes.ts';
import type { Join } from './state.ts';
import type { Visitors, Walk } from './walk.ts';

export const EXPRESSIONS: Visitors = {
  VariableName: (node, walk) => walk.name(node),
  NamedExpression: visitWalrus,
  BinaryExpression: visitBinary,
  ConditionalExpression: visitConditional,
  LambdaExpression: visitLambda,
  CallExpression: visitCall,
  ArgList: visitArgList,
  ArrayComprehensionExpression: visitComprehension,
  SetComprehensionExpression: visitComprehension,
  DictionaryComprehensionExpression: visitComprehension,
  ComprehensionExpression: visitComprehension,
  // Before Python 3.14 annotations run where they stand, from then on when somebody asks for them.
  TypeDef: (node, walk) => walk.defer(() => walk.visitAll(node.children)),
};

/** Evaluates a test, and leads on to one of two places. Control is nowhere afterwards: enter one of them. */
export function test(node: Node, walk: Walk, whenTrue: Join, whenFalse: Join): void {
  const { control, known } = walk;
  const inner = unparenthesized(node);
  const operands = walk.binds(inner) ? logicalOperands(inner) : null;
  if (operands?.kind === 'not') test(operands.right, walk, whenFalse, whenTrue);
  else if (operands) {
    const further = control.join();
    const [yes, no] = operands.kind === 'and' ? [further, whenFalse] : [whenTrue, further];
    test(operands.left, walk, yes, no);
    control.enter(further);
    control.run(() => test(operands.right, walk, whenTrue, whenFalse));
  } else {
    walk.visit(inner);
    const truth = known.truth(inner);
    if (truth !== false) control.reach(whenTrue);
    if (truth !== true) control.reach(whenFalse);
  }
  control.isLive = false;
}

type LogicalOperands =
  | { readonly kind: 'and' | 'or'; readonly left: Node; readonly right: Node }
  | { readonly kind: 'not'; readonly right: Node };

function logicalOperands(node: Node): LogicalOperands | null {
  const left = node.firstChild;
  const right = lastPart(node);
  if (!left || !right) return null;
  if (node.kind === 'UnaryExpression') return left.kind === 'not' ? { kind: 'not', right } : null;
  const operator = node.kind === 'BinaryExpression' ? node.child('and', 'or')?.kind : null;
  return operator === 'and' || operator === 'or' ? { kind: operator, left, right } : null;
}

function lastPart({ parts }: Node): Node | null {
  return parts.at(-1) ?? null;
}

function visitWalrus(node: Node, walk: Walk): void {
  const value = lastPart(node);
  if (value) walk.visit(value);
  if (node.firstChild) walk.visit(node.firstChild);
}

function visitBinary(node: Node, walk: Walk): void {
  const left = node.firstChild;
  const right = lastPart(node);
  if (!left || !right || !walk.binds(node)) walk.visitAll(node.children);
  else if (node.child('and', 'or')) {
    const end = walk.control.join();
    test(node, walk, end, end);
    walk.control.enter(end);
  } else if (isComparison(node) && isComparison(left)) {
    // `a < b < c` evaluates `c` only if `a < b`.
    walk.visit(left);
    walk.control.oneOf([() => walk.visit(right), () => {}]);
  } else walk.visitAll(node.children);
}

function isComparison(node: Node): boolean {
  return node.kind === 'BinaryExpression' && node.child('CompareOp', 'in', 'is', 'not') !== null;
}

function visitConditional(node: Node, walk: Walk): void {
  const [whenTrue, , condition, , whenFalse] = node.parts;
  if (!whenTrue || !condition || !whenFalse || !walk.binds(node)) {
    walk.visitAll(node.children);
    return;
  }
  const { control } = walk;
  const end = control.join();
  const yes = control.join();
  const no = control.join();
  test(condition, walk, yes, no);
  for (const [place, branch] of [[yes, whenTrue] as const, [no, whenFalse] as const]) {
    control.enter(place);
    control.run(() => walk.visit(branch));
    control.reach(end);
  }
  control.enter(end);
}

function visitLambda(node: Node, walk: Walk): void {
  walk.visitAll(node.children.slice(0, -1));
  walk.capture(node);
}

function visitCall(node: Node, walk: Walk): void {
  walk.visitAll(node.children);
  walk.disturb(node);
}

function visitArgList(node: Node, walk: Walk): void {
  if (node.child('for')) visitComprehension(node, walk);
  else if (!walk.binds(node)) walk.visitAll(node.children);
  else {
    // `*args` behind a keyword argument is evaluated before it.
    const parts = splitByComma(node.children.slice(1, -1));
    const isKeyword = (part: readonly Node[]) =>
      part[0]?.kind === '**' || part[1]?.kind === 'AssignOp';
    walk.visitAll(parts.filter((part) => !isKeyword(part)).flat());
    walk.visitAll(parts.filter(isKeyword).flat());
  }
}

interface Clause {
  readonly kind: 'for' | 'if';
  readonly targets: readonly Node[];
  /** The iterable, or the condition. */
  readonly source: Node;
}

function visitComprehension(node: Node, walk: Walk): void {
  const { element, clauses } = clausesIn(node);
  const [first] = clauses;
  if (first) walk.visit(first.source);
  const run = () => {
    walk.open(node);
    runClauses(node, element, clauses, walk);
  };
  const isGenerator = node.kind === 'ComprehensionExpression' || node.kind === 'ArgList';
  if (isGenerator && !walk.known.consumes(node)) walk.defer(run);
  else run();
}

function clausesIn(node: Node): { element: readonly Node[]; clauses: readonly Clause[] } {
  const parts = node.parts.slice(1, -1);
  const start = parts.findIndex((child) => child.kind === 'for' || child.kind === 'async');
  const clauses: Clause[] = [];
  let targets: Node[] = [];
  for (let i = start; i < parts.length; i++) {
    const { kind } = parts[i] as Node;
    const source = parts[i + 1];
    if (kind === 'for') targets = [];
    else if ((kind === 'in' || kind === 'if') && source) {
      clauses.push({ kind: kind === 'in' ? 'for' : 'if', targets, source });
      i++;
    } else targets.push(parts[i] as Node);
  }
  return { element: parts.slice(0, start), clauses };
}

function runClauses(
  node: Node,
  element: readonly Node[],
  clauses: readonly Clause[],
  walk: Walk,
  at = 0,
): void {
  const { control } = walk;
  const clause = clauses[at];
  if (!clause) {
    walk.visitAll(element);
    return;
  }
  const inner = () => runClauses(node, element, clauses, walk, at + 1);
  if (clause.kind === 'if') {
    const end = control.join();
    const yes = control.join();
    test(clause.source, walk, yes, end);
    control.enter(yes);
    control.run(inner);
    control.reach(end);
    control.enter(end);
    return;
  }
  if (at > 0) walk.visit(clause.source);
  control.loop(
    walk.boundIn(node.from, node.to),
    (done) => {
      control.reach(done);
      walk.visitAll(clause.targets);
      inner();
    },
    () => {},
  );
}
