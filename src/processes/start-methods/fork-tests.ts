/** Places that a program gets to only where processes are forked, for it asks for the start method first. */
import { isJump } from '../../semantics/code.ts';
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import {
  clausesOf,
  conditionalBranches,
  statementsOf,
  unparenthesized,
} from '../../syntax/shapes.ts';
import { type MethodTest, methodTests } from './comparisons.ts';
import { methodQueries } from './queries.ts';

export class ForkTests {
  private readonly tests: ReadonlyMap<Node, MethodTest>;

  constructor(private readonly semantics: Semantics) {
    const tests = methodTests(methodQueries(semantics), semantics);
    this.tests = new Map(tests.map((test) => [test.node, test]));
  }

  /** Whether control gets to a place only where a test has found that the start method is fork. */
  holdAt(place: Node): boolean {
    if (this.tests.size === 0) return false;
    for (let inner = place, outer = place.parent; outer; inner = outer, outer = outer.parent) {
      if (this.holdBetween(outer, inner)) return true;
    }
    return false;
  }

  /** Whether a node, or what stands in it before its child, keeps that child from running without fork. */
  private holdBetween(outer: Node, child: Node): boolean {
    switch (outer.kind) {
      case 'IfStatement':
        return this.isChosen(outer, child);
      case 'ConditionalExpression': {
        const test = outer.parts[2];
        const side = conditionalBranches(outer).indexOf(child);
        return test !== undefined && side >= 0 && this.tells(test, side === 0);
      }
      case 'DecoratedStatement':
        return outer.childrenOf('Decorator').some((decorator) => this.skips(decorator));
      case 'Body':
      case 'Script':
        return statementsOf(outer).some((each) => each.to <= child.from && this.leaves(each));
      default:
        return false;
    }
  }

  private isChosen(statement: Node, body: Node): boolean {
    const clauses = clausesOf(statement);
    const own = clauses.findIndex((clause) => clause.body === body);
    return clauses
      .slice(0, own + 1)
      .some(({ header: [test] }, at) => test !== undefined && this.tells(test, at === own));
  }

  /** `assert method == "fork"`, or an `if` that goes no further without fork. */
  private leaves(statement: Node): boolean {
    if (statement.kind === 'AssertStatement') {
      const test = statement.parts[1];
      return test !== undefined && this.tells(test, true);
    }
    const [first] = clausesOf(statement);
    const test = first?.header[0];
    const last = first && statementsOf(first.body).at(-1);
    return (
      statement.kind === 'IfStatement' &&
      !!test &&
      !!last &&
      this.exits(last) &&
      this.tells(test, false)
    );
  }

  private exits(statement: Node): boolean {
    if (isJump(statement)) return true;
    const call = statement.firstChild && this.semantics.call(statement.firstChild);
    return !!call && EXIT_CALLS.test(this.semantics.textOf(call.callee));
  }

  /** `@unittest.skipIf(method != "fork", …)`, `@pytest.mark.skipif(…)`, `@skipUnless(…)` */
  private skips(decorator: Node): boolean {
    const call = decorator.lastChild && this.semantics.call(decorator.lastChild);
    const test = call?.args[0]?.value;
    const [, kind] = (call && SKIPS.exec(this.semantics.textOf(call.callee))) ?? [];
    return !!test && !!kind && this.tells(test, kind === 'Unless');
  }

  /** Whether a condition that comes out one way tells that the start method is fork. */
  private tells(condition: Node, outcome: boolean, seen: ReadonlySet<Node> = new Set()): boolean {
    const node = unparenthesized(condition);
    // `ok = ok and …` leads back to itself.
    if (seen.has(node)) return false;
    const test = this.tests.get(node);
    if (test) return isFork(test, outcome !== test.isNegated);
    const inside = new Set([...seen, node]);
    const [first, operator, last] = node.parts;
    if (node.kind === 'UnaryExpression' && first?.kind === 'not' && operator) {
      return this.tells(operator, !outcome, inside);
    }
    if (first && last && (operator?.kind === 'and' || operator?.kind === 'or')) {
      const sides = [first, last];
      // Where a conjunction holds, or a disjunction does not, both sides are known.
      return (operator.kind === 'and') === outcome
        ? sides.some((side) => this.tells(side, outcome, inside))
        : sides.every((side) => this.tells(side, outcome, inside));
    }
    const [source, ...others] = this.semantics.values.sources(node);
    return (
      !!source && source !== node && others.length === 0 && this.tells(source, outcome, inside)
    );
  }
}

const EXIT_CALLS = /(^|\.)(skipTest|skip|exit|_exit)$/;

const SKIPS = /(?:^|[._])skip(Unless|If|if)$/;

/** Whether only fork is left where the method is among those that it is compared with, or where it is not. */
function isFork({ methods, queries }: MethodTest, isAmong: boolean): boolean {
  if (isAmong) return methods.every((method) => method === 'fork');
  const canBeNone = queries.some(({ allowsNone }) => allowsNone);
  return !canBeNone && methods.includes('spawn') && methods.includes('forkserver');
}
