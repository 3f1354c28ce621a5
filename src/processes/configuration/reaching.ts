/** Which processes what the code sets up holds for. */
import type { Node } from '../../syntax/node.ts';
import { withItemsOf } from '../../syntax/shapes.ts';
import { importTimeCalls } from '../import-calls.ts';
import type { ProcessModel } from '../model.ts';
import type { Children } from '../state/children.ts';
import { orderOf } from '../state/order.ts';
import type { Setter } from './setters.ts';

export class Reaching {
  private readonly runOnImport: ReadonlySet<Node>;

  constructor(private readonly model: ProcessModel) {
    const { callGraph } = model.semantics;
    const calls = importTimeCalls(model.semantics);
    this.runOnImport = new Set(calls.flatMap(({ call }) => callGraph.functionsOf(call.callee)));
  }

  /** Whether each child that imports the module does it too. */
  isRunOnImport({ node }: Setter): boolean {
    const fn = this.model.semantics.enclosingFunction(node);
    return fn ? this.runOnImport.has(fn) : !this.model.isGuarded(node);
  }

  /** Whether children do it themselves. */
  isRunBy({ code }: Children, { node }: Setter): boolean {
    const fn = this.model.semantics.enclosingFunction(node);
    return fn !== null && code.some((each) => each.fn === fn);
  }

  /** Whether what a setter does may hold where children begin, under fork. */
  mayReach({ node, statement }: Setter, { moments }: Children): boolean {
    const order = orderOf(this.model);
    const event = { node, end: statement.to };
    return moments.some(
      (moment) => order.mayPrecede(event, moment) && !this.isUndone(node, moment),
    );
  }

  /** `with warnings.catch_warnings():` and the like take back what is set up in them. */
  private isUndone(node: Node, moment: Node): boolean {
    const { semantics } = this.model;
    for (let outer = node.parent; outer; outer = outer.parent) {
      if (outer.kind === 'FunctionDefinition') return false;
      const takesBack = withItemsOf(outer).some(({ context }) =>
        TAKES_BACK.test(semantics.textOf(context)),
      );
      if (takesBack && !outer.contains(moment)) return true;
    }
    return false;
  }
}

const TAKES_BACK = /catch_warnings|localcontext|errstate|redirect_std|rc_context|workdps|workprec/;
