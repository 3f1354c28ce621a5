import type { Binding } from '../../semantics/scopes.ts';
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { type Clause, clausesOf, statementsOf } from '../../syntax/shapes.ts';
import { isEnd, type PoolUse } from './pool-uses.ts';

/** A place at which a pool may still be open when the code that made it lets go of it. */
export interface Leak {
  /**
   * `end`: the code that made it comes to its end; `return`: it returns before; `rebound`: the name gets another
   * value or is deleted; `loop`: the next turn of a loop makes the next pool.
   */
  readonly kind: 'end' | 'return' | 'rebound' | 'loop';
  readonly node: Node;
}

/** Whether the pool may be open; null where the code isn't reached. */
type State = boolean | null;

interface Flow {
  readonly next: State;
  readonly breaks: State;
  readonly continues: State;
  readonly returns: readonly Node[];
}

const LOOPS: ReadonlySet<string> = new Set(['ForStatement', 'WhileStatement']);

/** Where the pool that a statement makes is left open. Exceptions are not looked at. */
export function leaksOf(
  statement: Node,
  binding: Binding | null,
  uses: readonly PoolUse[],
  semantics: Semantics,
): Leak[] {
  return new Paths(binding, uses, semantics).from(statement);
}

class Paths {
  private readonly leaks: Leak[] = [];
  private readonly ends: readonly Node[];
  /** Whether the pool is made on a condition only, so that a later condition may well be the same. */
  private isConditional = false;

  constructor(
    private readonly binding: Binding | null,
    private readonly uses: readonly PoolUse[],
    private readonly semantics: Semantics,
  ) {
    this.ends = uses.filter(isEnd).map((use) => use.node);
  }

  from(statement: Node): Leak[] {
    let flow = flowOf(true);
    for (let inner = statement; ; ) {
      const block = inner.parent;
      if (!block) break;
      flow = this.rest(block, inner, flow);
      const isBody = block.kind === 'Body' || block.kind === 'MatchBody';
      if (isBody && block.parent) flow = this.leave(block.parent, block, flow);
      if (block.kind === 'FunctionDefinition' || block.kind === 'ClassDefinition') break;
      inner = block;
    }
    if (flow.next) this.leaks.push({ kind: 'end', node: statement });
    for (const node of flow.returns) this.leaks.push({ kind: 'return', node });
    return this.leaks;
  }

  /** What follows a part of a block. */
  private rest(block: Node, after: Node, flow: Flow): Flow {
    if (block.kind !== 'Body' && block.kind !== 'Script' && block.kind !== 'StatementGroup') {
      return flow;
    }
    const following = statementsOf(block).filter((s) => s.index > after.index);
    return this.sequence(following, flow);
  }

  /** What follows in a compound statement when one of its bodies is done. */
  private leave(compound: Node, body: Node, flow: Flow): Flow {
    if (compound.kind === 'IfStatement' || compound.kind === 'MatchClause') {
      this.isConditional = true;
    }
    if (LOOPS.has(compound.kind)) {
      // What a turn makes on a condition only, the next turn may use.
      if (!this.isConditional && merge(flow.next, flow.continues))
        this.leaks.push({ kind: 'loop', node: compound });
      return { ...flowOf(merge(flow.next, flow.continues, flow.breaks)), returns: flow.returns };
    }
    if (compound.kind !== 'TryStatement') return flow;
    const clauses = clausesOf(compound);
    const keyword = clauses.find((clause) => clause.body === body)?.keyword.kind;
    const otherwise = clauses.find((clause) => clause.keyword.kind === 'else');
    const done =
      keyword === 'try' && otherwise ? this.sequence(statementsOf(otherwise.body), flow) : flow;
    return keyword === 'finally' ? done : this.finish(clauses, done);
  }

  private sequence(statements: readonly Node[], start: Flow): Flow {
    let flow = start;
    for (const statement of statements) {
      if (flow.next === null) break;
      const step = this.run(statement, flow.next);
      flow = {
        next: step.next,
        breaks: merge(flow.breaks, step.breaks),
        continues: merge(flow.continues, step.continues),
        returns: [...flow.returns, ...step.returns],
      };
    }
    return flow;
  }

  private run(statement: Node, state: State): Flow {
    switch (statement.kind) {
      case 'FunctionDefinition':
      case 'ClassDefinition':
      case 'DecoratedStatement':
        return flowOf(state);
      case 'StatementGroup':
        return this.sequence(statementsOf(statement), flowOf(state));
      case 'IfStatement':
        return this.runIf(statement, state);
      case 'ForStatement':
      case 'WhileStatement':
        return this.runLoop(statement, state);
      case 'TryStatement':
        return this.runTry(statement, state);
      case 'WithStatement':
        return this.bodyOf(statement, this.headerEnds(statement) ? false : state);
      case 'MatchStatement': {
        const cases = statement.child('MatchBody')?.childrenOf('MatchClause') ?? [];
        const hasDefault = cases.some((each) => /^case\s+_\s*:/.test(this.semantics.textOf(each)));
        return this.branches(cases, state, hasDefault);
      }
      case 'ReturnStatement': {
        const isOpen = state && !this.endsIn(statement);
        return { ...flowOf(null), returns: isOpen ? [statement] : [] };
      }
      case 'RaiseStatement':
        return flowOf(null);
      case 'BreakStatement':
        return { ...flowOf(null), breaks: state };
      case 'ContinueStatement':
        return { ...flowOf(null), continues: state };
      default:
        return flowOf(this.simple(statement, state));
    }
  }

  private simple(statement: Node, state: State): State {
    const isOpen = state && !this.endsIn(statement);
    if (!this.rebinds(statement)) return isOpen;
    if (isOpen) this.leaks.push({ kind: 'rebound', node: statement });
    return false;
  }

  private runIf(statement: Node, state: State): Flow {
    const clauses = clausesOf(statement);
    if (this.isConditional && this.endsIn(statement)) return flowOf(false);
    const test = clauses[0]?.header[0];
    const asksForPool = test && this.uses.some((use) => test.contains(use.node));
    if (asksForPool) {
      const isNegated = /^not\b|\bis\s+None$|==\s*None$/.test(this.semantics.textOf(test));
      const taken = isNegated ? clauses.find((c) => c.keyword.kind === 'else') : clauses[0];
      return taken ? this.sequence(statementsOf(taken.body), flowOf(state)) : flowOf(state);
    }
    const hasElse = clauses.some((clause) => clause.keyword.kind === 'else');
    return this.branches(clauses, state, hasElse);
  }

  private branches(clauses: readonly (Clause | Node)[], state: State, isExhaustive: boolean): Flow {
    const flows = clauses.map((clause) => {
      const body = 'body' in clause ? clause.body : clause.child('Body');
      return body ? this.sequence(statementsOf(body), flowOf(state)) : flowOf(state);
    });
    if (!isExhaustive) flows.push(flowOf(state));
    return mergeFlows(flows);
  }

  private runLoop(statement: Node, state: State): Flow {
    const body = this.bodyOf(statement, this.headerEnds(statement) ? false : state);
    const isEndless = /^while\s*\(?(True|1)\)?\s*:/.test(this.semantics.textOf(statement));
    // A loop is taken to run once at least: that a pool is closed in it is meant to be enough.
    const ownBreaks = isEndless && body.breaks === null && hasBreak(statement) ? state : null;
    const after = isEndless ? ownBreaks : merge(body.next, body.continues);
    return { ...flowOf(merge(after, body.breaks)), returns: body.returns };
  }

  private runTry(statement: Node, state: State): Flow {
    const clauses = clausesOf(statement);
    const body = this.bodyOf(statement, state);
    const otherwise = clauses.find((clause) => clause.keyword.kind === 'else');
    const flow = otherwise ? this.sequence(statementsOf(otherwise.body), body) : body;
    return this.finish(clauses, flow);
  }

  /** Runs the `finally` clause on each way out. */
  private finish(clauses: readonly Clause[], flow: Flow): Flow {
    const last = clauses.find((clause) => clause.keyword.kind === 'finally');
    if (!last) return flow;
    const done = this.sequence(statementsOf(last.body), flowOf(true));
    const closes = done.next === false;
    const through = (state: State): State => (state && closes ? false : state);
    return {
      next: through(flow.next),
      breaks: through(flow.breaks),
      continues: through(flow.continues),
      returns: closes ? done.returns : [...flow.returns, ...done.returns],
    };
  }

  private bodyOf(statement: Node, state: State): Flow {
    const body = statement.child('Body');
    return body ? this.sequence(statementsOf(body), flowOf(state)) : flowOf(state);
  }

  private endsIn(node: Node): boolean {
    return this.ends.some((end) => node.contains(end));
  }

  private headerEnds(statement: Node): boolean {
    const header = statement.children.filter((child) => child.kind !== 'Body');
    return header.some((child) => this.endsIn(child));
  }

  private rebinds(statement: Node): boolean {
    return (
      this.binding?.definitions.some((d) => d.kind !== 'annotation' && d.node === statement) ??
      false
    );
  }
}

/** Whether a loop has a `break` of its own, which may stand in an `except`. */
function hasBreak(loop: Node): boolean {
  return [...loop.walk()].some(
    (node) =>
      node.kind === 'BreakStatement' && node.ancestor('ForStatement', 'WhileStatement') === loop,
  );
}

function flowOf(next: State): Flow {
  return { next, breaks: null, continues: null, returns: [] };
}

function merge(...states: State[]): State {
  if (states.includes(true)) return true;
  return states.includes(false) ? false : null;
}

function mergeFlows(flows: readonly Flow[]): Flow {
  return {
    next: merge(...flows.map((flow) => flow.next)),
    breaks: merge(...flows.map((flow) => flow.breaks)),
    continues: merge(...flows.map((flow) => flow.continues)),
    returns: flows.flatMap((flow) => flow.returns),
  };
}
