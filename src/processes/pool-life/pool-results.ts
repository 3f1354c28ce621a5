import type { Binding } from '../../semantics/scopes.ts';
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { type Call, clausesOf, statementOf } from '../../syntax/shapes.ts';
import {
  COPIES,
  CUTTERS,
  DRAINING_METHODS,
  DRAINS,
  EAGER_COMPREHENSIONS,
  WRAPPERS,
} from './readers.ts';
import {
  commonAncestor,
  isConditional,
  isFirstTried,
  isLeftBetween,
  isTried,
  mayEndLoop,
} from './ways.ts';

/**
 * What becomes of the result of a task.
 * `consumed`: on every way through the code something waits for it, `until` being the last that does;
 * `partial`: so, but a `break`, a `return`, a `yield` or the end of a timeout may come first;
 * `open`: nothing waits for it, as far as the code tells;
 * `escapes`: it is handed out of the code that made it.
 */
export interface Fate {
  readonly kind: 'consumed' | 'partial' | 'open' | 'escapes';
  readonly until: Node | null;
  /** What waits for an open one on some ways. */
  readonly site?: Node;
  /** Whether an open one is handed to other code, which may or may not read it. */
  readonly isHandedOn?: boolean;
  /** Whether an open one is only asked whether it is ready, so that the code may go on without it. */
  readonly isPolled?: boolean;
  /** Whether what waits goes on when a timeout is over. */
  readonly isGivenUp?: boolean;
}

/** What an expression holds: one handle, an iterator of results, or a collection of handles. */
type Content = 'handle' | 'iterator' | 'handles';

const OPEN: Fate = { kind: 'open', until: null };

const DISPLAYS = new Set([
  'ArrayExpression',
  'TupleExpression',
  'SetExpression',
  'DictionaryExpression',
  'ParenthesizedExpression',
]);

/** What becomes of the result of a call of `apply_async`, `imap` and their kin. */
export function fateOf(
  call: Node,
  delivery: 'async' | 'lazy',
  creation: Node,
  semantics: Semantics,
): Fate {
  const content = delivery === 'lazy' ? 'iterator' : 'handle';
  return new Trail(call, creation, semantics).follow(call, content);
}

class Trail {
  private readonly seen = new Set<Node>();

  constructor(
    private readonly origin: Node,
    private readonly creation: Node,
    private readonly semantics: Semantics,
  ) {}

  follow(node: Node, content: Content): Fate {
    const parent = node.parent;
    if (!parent || this.seen.has(node)) return OPEN;
    this.seen.add(node);
    switch (parent.kind) {
      case 'MemberExpression':
        return this.followMember(parent, node, content);
      case 'AssignStatement':
        return this.followAssignment(parent, node, content);
      case 'UpdateStatement': {
        const target = parent.firstChild;
        return target?.kind === 'VariableName' && content === 'handles'
          ? this.followName(target, parent.to, content, true)
          : OPEN;
      }
      case 'ArgList':
        return this.followArgument(parent, node, content);
      case 'ForStatement':
        return node.previous?.kind === 'in' ? this.followFor(parent, content) : OPEN;
      case 'ReturnStatement':
      case 'LambdaExpression':
        return { kind: 'escapes', until: parent };
      case 'YieldStatement':
      case 'YieldExpression':
        return parent.child('from') && content === 'iterator'
          ? { kind: 'partial', until: statementOf(parent) }
          : { kind: 'escapes', until: parent };
      default:
    }
    if (parent.kind.endsWith('ComprehensionExpression')) {
      return this.followComprehension(parent, node, content);
    }
    if (!DISPLAYS.has(parent.kind)) return OPEN;
    const isStarred = node.previous?.kind === '*';
    if (isStarred && content === 'iterator') return this.consumedAt(parent);
    if (parent.kind === 'ParenthesizedExpression' || isStarred) return this.follow(parent, content);
    const fate = this.follow(parent, 'handles');
    return content === 'iterator' && fate.kind !== 'escapes' ? OPEN : fate;
  }

  /** `result.get()`, `results.values()`, `results.append(…)`. */
  private followMember(member: Node, node: Node, content: Content): Fate {
    const attribute = this.semantics.attribute(member);
    const call = member.parent ? this.semantics.call(member.parent) : null;
    if (member.firstChild !== node || !attribute || call?.callee !== member) return OPEN;
    if (content === 'handle' && (attribute.name === 'get' || attribute.name === 'wait')) {
      const fate = this.consumedAt(call.node, content);
      return this.mayGiveUp(call, attribute.name) ? asGivenUp(fate) : fate;
    }
    if (content === 'handle' && attribute.name === 'ready') return { ...OPEN, isPolled: true };
    if (content === 'iterator' && /^(next|__next__)$/.test(attribute.name)) {
      const fate: Fate = { kind: 'partial', until: call.node };
      return this.mayGiveUp(call, attribute.name) ? asGivenUp(fate) : fate;
    }
    if (content === 'handles' && (attribute.name === 'items' || attribute.name === 'values')) {
      return this.follow(call.node, content);
    }
    return OPEN;
  }

  /** Whether a call that waits goes on when a timeout is over, or something catches that. */
  private mayGiveUp({ node, args }: Call, method: string): boolean {
    if (args.length === 0) return false;
    return method === 'wait' || isTried(node, commonAncestor(this.creation, node));
  }

  private followAssignment(statement: Node, node: Node, content: Content): Fate {
    if (statement.lastChild !== node) return OPEN;
    const [target, ...others] = statement.children.filter(
      (child) => child !== node && child.kind !== 'AssignOp' && child.kind !== 'TypeDef',
    );
    if (!target) return OPEN;
    const isUnpacking = others.length > 0 || target.kind === 'TupleExpression';
    if (isUnpacking) return content === 'iterator' ? this.consumedAt(statement) : OPEN;
    if (target.kind === 'VariableName')
      return this.followName(target, statement.to, content, false);
    const object = target.kind === 'MemberExpression' ? target.firstChild : null;
    if (this.semantics.attribute(target)) return { kind: 'escapes', until: statement };
    return object?.kind === 'VariableName' && content !== 'iterator'
      ? this.followName(object, statement.to, 'handles', true)
      : { kind: 'escapes', until: statement };
  }

  /**
   * What the code behind an offset does with a name that something is put into there; `isAdded` where the name
   * holds a collection that was made before.
   */
  private followName(name: Node, from: number, content: Content, isAdded: boolean): Fate {
    const binding = this.semantics.bindingOf(name);
    if (!binding) return OPEN;
    const home = this.semantics.scopeOf(name).frame;
    const to = nextDefinition(binding, from);
    const later = binding.references.filter((r) => r.node.from >= from && r.node.from < to);
    if (binding.references.some((r) => r.scope.frame !== home) || binding.scope !== home) {
      return { kind: 'escapes', until: name };
    }
    const made = isAdded ? definitionBefore(binding, from) : name;
    if (!made) return { kind: 'escapes', until: name };
    const fates = later.map((reference) =>
      // Behind the loop that makes it anew in each turn, a name holds the last one only.
      isBehindLoopOf(made, reference.node) ? OPEN : this.follow(reference.node, content),
    );
    const sites = fates.flatMap((fate) => fate.site ?? []);
    const best =
      fates.find((fate) => fate.kind === 'consumed') ??
      fates.find((fate) => fate.kind === 'escapes') ??
      fates.find((fate) => fate.kind === 'partial') ??
      this.consumedInBranches(sites, content) ??
      fates.find((fate) => fate.isPolled) ??
      OPEN;
    // What got the iterator may still read it when this code is done.
    if (best.kind === 'partial' && fates.some((fate) => fate.kind === 'open' && fate.isHandedOn)) {
      return { ...OPEN, isHandedOn: true };
    }
    return best.kind === 'escapes'
      ? best
      : { ...best, until: lastOf([best.until, ...later.map((r) => r.node)]) };
  }

  /** Where each branch of an `if` waits, the whole does. */
  private consumedInBranches(sites: readonly Node[], content: Content): Fate | null {
    for (const site of sites) {
      const branching = site.ancestor('IfStatement');
      const clauses = branching ? clausesOf(branching) : [];
      const waits = clauses.every((clause) =>
        sites.some((s) => clause.body.contains(s) && !isConditional(s, clause.body)),
      );
      if (branching && waits && clauses.some((clause) => clause.keyword.kind === 'else')) {
        const fate = this.consumedAt(branching, content);
        if (fate.kind !== 'consumed') return fate;
        const isLeft = clauses.some((c) => sites.some((s) => c.body.contains(s) && this.isLeft(s)));
        return isLeft ? { ...fate, kind: 'partial' } : fate;
      }
    }
    return null;
  }

  private isLeft(site: Node): boolean {
    const body = site.kind === 'ForStatement' ? clausesOf(site)[0]?.body : null;
    return body ? mayEndLoop(body) : false;
  }

  private followArgument(argList: Node, node: Node, content: Content): Fate {
    const call = argList.parent ? this.semantics.call(argList.parent) : null;
    if (argList.child('for')) return this.followComprehension(argList, node, content);
    if (!call) return OPEN;
    const name = this.semantics.values.qualifiedName(call.callee) ?? '';
    const attribute = this.semantics.attribute(call.callee);
    const isStarred = node.previous?.kind === '*';
    if (content === 'iterator') {
      const drains = attribute && DRAINING_METHODS.has(attribute.name);
      if (DRAINS.has(name) || drains || isStarred) return this.consumedAt(call.node);
      if (/^builtins\.(any|all|next)$/.test(name)) {
        return { kind: 'partial', until: call.node };
      }
      if (CUTTERS.has(name)) return asPartial(this.follow(call.node, content));
      return WRAPPERS.has(name) ? this.follow(call.node, content) : { ...OPEN, isHandedOn: true };
    }
    const isAdding = attribute && /^(append|add|put|insert|setdefault)$/.test(attribute.name);
    if (isAdding && attribute.object.kind === 'VariableName') {
      return this.followName(attribute.object, call.node.to, 'handles', true);
    }
    if (isAdding) return { kind: 'escapes', until: call.node };
    const keeps = WRAPPERS.has(name) || COPIES.has(name);
    return keeps && content === 'handles' ? this.follow(call.node, content) : OPEN;
  }

  private followFor(loop: Node, content: Content): Fate {
    const body = clausesOf(loop)[0]?.body;
    if (!body) return OPEN;
    if (content === 'handle') return OPEN;
    const waits = content === 'handles' ? this.waitsFor(this.targetsOf(loop), body) : 'always';
    if (!waits) return OPEN;
    const fate = this.consumedAt(loop);
    if (waits === 'for-a-while') return asGivenUp(fate);
    return mayEndLoop(body) ? asPartial(fate) : fate;
  }

  /** `[r.get() for r in results]`, `[f(x) for x in iterator]`, or an element of a list that is being made. */
  private followComprehension(comprehension: Node, node: Node, content: Content): Fate {
    const isIterated = node.previous?.kind === 'in';
    const isEager = EAGER_COMPREHENSIONS.has(comprehension.kind);
    if (!isIterated) {
      return content === 'iterator' || !isEager ? OPEN : this.follow(comprehension, 'handles');
    }
    if (content === 'iterator') {
      if (isEager) return this.consumedAt(comprehension);
      return comprehension.kind === 'ArgList'
        ? this.drainedBy(comprehension)
        : this.follow(comprehension, 'iterator');
    }
    const isFiltered = comprehension.childrenOf('if').length > 0;
    const element = comprehension.children[1];
    const waits = element ? this.waitsFor(this.targetsOf(comprehension), element) : null;
    if (isFiltered || !waits) return OPEN;
    const isDrained = comprehension.kind === 'ArgList';
    if (!isEager && !isDrained) return OPEN;
    const fate = isEager ? this.consumedAt(comprehension) : this.drainedBy(comprehension);
    return waits === 'for-a-while' ? asGivenUp(fate) : fate;
  }

  /** A bare generator as a call's only argument. */
  private drainedBy(argList: Node): Fate {
    const call = argList.parent ? this.semantics.call(argList.parent) : null;
    if (!call) return OPEN;
    const name = this.semantics.values.qualifiedName(call.callee) ?? '';
    const attribute = this.semantics.attribute(call.callee);
    if (DRAINS.has(name) || (attribute && DRAINING_METHODS.has(attribute.name))) {
      return this.consumedAt(call.node);
    }
    return /^builtins\.(any|all|next)$/.test(name) ? { kind: 'partial', until: call.node } : OPEN;
  }

  private targetsOf(loop: Node): Set<Binding> {
    const at = loop.children.findIndex((child) => child.kind === 'for');
    const until = loop.children.findIndex((child, i) => i > at && child.kind === 'in');
    const targets = loop.children.slice(at + 1, until);
    const names = targets.flatMap((t) => [...t.walk()].filter((n) => n.kind === 'VariableName'));
    return new Set(names.flatMap((name) => this.semantics.bindingOf(name) ?? []));
  }

  /** Whether code waits for one of some handles in each turn, and how long; null where it may not wait. */
  private waitsFor(handles: ReadonlySet<Binding>, code: Node): 'always' | 'for-a-while' | null {
    let found: 'for-a-while' | null = null;
    for (const handle of handles) {
      for (const { node } of handle.references) {
        const member = node.parent;
        const attribute = member ? this.semantics.attribute(member) : null;
        const call = member?.parent ? this.semantics.call(member.parent) : null;
        const waits = attribute?.name === 'get' || attribute?.name === 'wait';
        if (!waits || attribute?.object !== node || call?.callee !== member) continue;
        if (!code.contains(node) || isConditional(call.node, code)) continue;
        if (!this.mayGiveUp(call, attribute.name)) return 'always';
        found = 'for-a-while';
      }
    }
    return found;
  }

  /** Something at a node waits: does it on every way from the submission on? */
  private consumedAt(node: Node, content: Content = 'iterator'): Fate {
    const common = commonAncestor(this.origin, node);
    if (!common) return OPEN;
    if (isConditional(node, common)) return { ...OPEN, site: node };
    if (isTried(node, common) && !isFirstTried(node)) return OPEN;
    const goesOn = content !== 'handle' && isTried(node, commonAncestor(this.creation, node));
    const isLeft = goesOn || isLeftBetween(this.origin, node, common);
    return { kind: isLeft ? 'partial' : 'consumed', until: statementOf(node) };
  }
}

function asGivenUp(fate: Fate): Fate {
  return { ...asPartial(fate), isGivenUp: true };
}

function asPartial(fate: Fate): Fate {
  return fate.kind === 'consumed' ? { ...fate, kind: 'partial' } : fate;
}

/** The place above an offset that gives a name its value; null for a parameter. */
function definitionBefore(binding: Binding, offset: number): Node | null {
  const definition = binding.definitions.findLast(
    (d) => d.nameNode.from < offset && d.kind !== 'augmented' && d.kind !== 'delete',
  );
  return definition && definition.kind !== 'parameter' ? definition.nameNode : null;
}

function isBehindLoopOf(made: Node, use: Node): boolean {
  for (let outer = made.parent; outer && !outer.contains(use); outer = outer.parent) {
    if (/^(ForStatement|WhileStatement)$/.test(outer.kind)) return true;
  }
  return false;
}

/** Where a name stops to mean what it meant at an offset: behind the next statement that gives it a value. */
function nextDefinition(binding: Binding, from: number): number {
  const ends = binding.definitions
    .filter((d) => d.nameNode.from >= from && d.kind !== 'delete' && d.kind !== 'augmented')
    .map((d) => (d.kind === 'assignment' ? d.node.to : d.nameNode.to));
  return Math.min(Number.POSITIVE_INFINITY, ...ends);
}

function lastOf(nodes: readonly (Node | null)[]): Node | null {
  let last: Node | null = null;
  for (const node of nodes) {
    const statement = node ? statementOf(node) : null;
    if (statement && (!last || statement.to > last.to)) last = statement;
  }
  return last;
}
