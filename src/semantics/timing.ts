/** When names get their values: what a closure, which reads late, and an argument, which is read early, differ in. */
import type { Node } from '../syntax/node.ts';
import { clausesOf, isStatement, statementOf, statementsOf } from '../syntax/shapes.ts';
import type { Binding, Definition, Scope } from './scopes.ts';
import type { Semantics } from './semantics.ts';

/** What a name would mean if it were used in a scope. */
export function lookUp(name: string, from: Scope): Binding | null {
  for (let scope: Scope | null = from; scope; scope = scope.parent) {
    if (scope.declared.get(name) === 'global') return moduleOf(scope).bindings.get(name) ?? null;
    const isSeen = scope === from || scope.kind !== 'class';
    const binding = isSeen ? scope.bindings.get(name) : undefined;
    if (binding) return binding;
  }
  return null;
}

function moduleOf(scope: Scope): Scope {
  return scope.parent ? moduleOf(scope.parent) : scope;
}

/**
 * The place in the code of a binding's own scope through which control reaches a node: the node itself, or the
 * function, lambda or class round it. Null where the node lies outside.
 */
export function anchorIn(semantics: Semantics, binding: Binding, node: Node): Node | null {
  let anchor = node;
  for (let scope: Scope | null = semantics.scopeOf(node); scope; scope = scope.parent) {
    if (scope.frame === binding.scope.frame) return anchor;
    anchor = scope.node;
  }
  return null;
}

/** Whether a local name has a value for certain when control reaches a node. */
export function isBoundAt(semantics: Semantics, binding: Binding, node: Node): boolean {
  const { definitions } = binding;
  if (definitions.some((d) => d.kind === 'delete')) return false;
  if (definitions.some((d) => d.kind === 'parameter')) return true;
  const anchor = anchorIn(semantics, binding, node);
  if (!anchor) return false;
  if (binding.scope.kind === 'comprehension') return true;
  return new Flow(binding).reaches(anchor);
}

/**
 * A definition that may give a local name another value once control has passed a node: one further down, one in
 * the same loop, or one in another function. Null where the name keeps its value.
 */
export function rebindingAfter(
  semantics: Semantics,
  binding: Binding,
  node: Node,
): Definition | null {
  const anchor = anchorIn(semantics, binding, node);
  if (!anchor) return binding.definitions[0] ?? null;
  return (
    binding.definitions.find((definition) => {
      if (definition.kind === 'delete' || definition.kind === 'annotation') return false;
      if (definition.kind === 'parameter') return false;
      if (definition.scope.frame !== binding.scope.frame) return true;
      return definition.nameNode.from > anchor.from || shareLoop(definition.nameNode, anchor);
    }) ?? null
  );
}

/**
 * A definition that may give a local name another value after control has passed one node and before it gets to
 * another one further down; null where both see the same value.
 */
export function rebindingBetween(
  semantics: Semantics,
  binding: Binding,
  first: Node,
  then: Node,
): Definition | null {
  const from = anchorIn(semantics, binding, first);
  const to = anchorIn(semantics, binding, then);
  if (!from || !to || to.from < from.from) return rebindingAfter(semantics, binding, first);
  return (
    binding.definitions.find(({ kind, nameNode, scope }) => {
      if (kind === 'delete' || kind === 'annotation' || kind === 'parameter') return false;
      if (scope.frame !== binding.scope.frame) return true;
      const isBetween = nameNode.from > from.from && nameNode.from < to.from;
      return isBetween || loopsOf(nameNode).some((l) => l.contains(from) !== l.contains(to));
    }) ?? null
  );
}

/** Whether a loop runs both a definition and another place again and again. */
function shareLoop(definition: Node, other: Node): boolean {
  return loopsOf(definition).some((loop) => loop.contains(other));
}

/** The loops of its own function that a node lies in. */
function loopsOf(node: Node): Node[] {
  const loops: Node[] = [];
  for (let outer = node.parent; outer && !SCOPES.has(outer.kind); outer = outer.parent) {
    if (LOOPS.has(outer.kind)) loops.push(outer);
  }
  return loops;
}

const LOOPS: ReadonlySet<string> = new Set([
  'ForStatement',
  'WhileStatement',
  'ArrayComprehensionExpression',
  'SetComprehensionExpression',
  'DictionaryComprehensionExpression',
  'ComprehensionExpression',
]);

const SCOPES: ReadonlySet<string> = new Set([
  'FunctionDefinition',
  'LambdaExpression',
  'ClassDefinition',
]);

const LEAVING: ReadonlySet<string> = new Set([
  'ReturnStatement',
  'RaiseStatement',
  'ContinueStatement',
  'BreakStatement',
]);

/** Which statements bind one name for certain. */
class Flow {
  private readonly names: ReadonlySet<Node>;

  constructor(binding: Binding) {
    const binds = binding.definitions.filter(
      (d) => d.kind !== 'annotation' && d.scope.frame === binding.scope.frame,
    );
    this.names = new Set(binds.map((d) => d.nameNode));
  }

  /** Whether the name is bound wherever control reaches a node. */
  reaches(node: Node): boolean {
    for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
      if (SCOPES.has(outer.kind)) return false;
      if (outer.kind === 'Body' || outer.kind === 'StatementGroup') {
        const before = statementsOf(outer).filter((s) => s.to <= inner.from);
        if (before.some((statement) => this.binds(statement))) return true;
      }
      if (inner.kind === 'Body' && this.bindsOnEntry(outer, inner)) return true;
    }
    return false;
  }

  /** Whether a compound statement binds the name before one of its bodies runs. */
  private bindsOnEntry(statement: Node, body: Node): boolean {
    const clauses = clausesOf(statement);
    const clause = clauses.find((c) => c.body === body);
    if (!clause) return false;
    if (statement.kind === 'TryStatement' && clause.keyword.kind === 'else') {
      return this.bindsInBody(clauses[0]?.body);
    }
    const isLoop = statement.kind === 'ForStatement' && clause.keyword.kind !== 'else';
    const isHandler = clause.keyword.kind === 'except';
    if (isLoop || isHandler) return this.hasName(clause.header);
    if (statement.kind === 'WithStatement') {
      return this.hasName(statement.children.filter((child) => child !== body));
    }
    return false;
  }

  /** Whether the name is bound for certain when a statement has ended and control goes on behind it. */
  private binds(statement: Node): boolean {
    const plain = plainOf(statement);
    if (plain.kind === 'StatementGroup')
      return statementsOf(plain).some((part) => this.binds(part));
    const clauses = clausesOf(plain);
    switch (plain.kind) {
      case 'WithStatement':
        return clauses.some((c) => this.bindsOnEntry(plain, c.body) || this.bindsInBody(c.body));
      case 'IfStatement':
        return (
          clauses.some((c) => c.keyword.kind === 'else') &&
          clauses.every((c) => this.bindsInBody(c.body))
        );
      case 'TryStatement':
        return this.bindsInTry(clauses);
      case 'ForStatement':
      case 'WhileStatement':
      case 'MatchStatement':
        return false;
      default:
        return [...this.names].some((name) => statementOf(name) === plain);
    }
  }

  private bindsInTry(clauses: ReturnType<typeof clausesOf>): boolean {
    const bindsIn = (...kinds: string[]) =>
      clauses.filter((c) => kinds.includes(c.keyword.kind)).some((c) => this.bindsInBody(c.body));
    if (bindsIn('finally')) return true;
    const handlers = clauses.filter((c) => c.keyword.kind === 'except');
    return bindsIn('try', 'else') && handlers.every((c) => this.bindsInBody(c.body));
  }

  private bindsInBody(body: Node | undefined): boolean {
    if (!body) return false;
    const statements = statementsOf(body);
    const last = statements[statements.length - 1];
    return (
      (last !== undefined && LEAVING.has(plainOf(last).kind)) ||
      statements.some((s) => this.binds(s))
    );
  }

  private hasName(nodes: readonly Node[]): boolean {
    return nodes.some((node) =>
      [...node.walk((child) => !isStatement(child))].some((inner) => this.names.has(inner)),
    );
  }
}

function plainOf(statement: Node): Node {
  return statement.kind === 'DecoratedStatement'
    ? (statement.child('FunctionDefinition', 'ClassDefinition') ?? statement)
    : statement;
}
