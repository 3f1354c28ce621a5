import {
  CHANGING_FUNCTIONS,
  CHANGING_METHODS,
  LOOKING_FUNCTIONS,
  SYSTEM_FUNCTIONS,
} from '../../../semantics/mutation-tables.ts';
import { Mutations } from '../../../semantics/mutations.ts';
import type { Semantics } from '../../../semantics/semantics.ts';
import type { Node } from '../../../syntax/node.ts';
import { type Call, simpleAssignment } from '../../../syntax/shapes.ts';

/** What the code does, at one place, with a variable or the object in it. */
export interface Use {
  readonly node: Node;
  /**
   * `set`: gives it another value; `counted`: adds to it, as `+=` does; `changed`: changes its object; `read`: looks at
   * it; `handed`: gives it to children; `unknown`: gives it to where anything may happen.
   */
  readonly how: 'set' | 'counted' | 'changed' | 'read' | 'handed' | 'unknown';
  /** The new value of `set`, where one expression says it. */
  readonly value: Node | null;
}

const DISPLAYS = /^(Tuple|Array|Set|Dictionary|Parenthesized|Conditional)Expression$/;

const STORES = /^(AssignStatement|NamedExpression|ParamList|WithStatement|LambdaExpression)$/;

/** Tells what is done at places of one file. */
export class Uses {
  private readonly mutations: Mutations;

  constructor(
    private readonly semantics: Semantics,
    /** The calls that hand work to children. */
    private readonly tasks: ReadonlySet<Node>,
  ) {
    this.mutations = new Mutations(semantics, () => false);
  }

  /** What is done with the value of a name or attribute where it stands. */
  at(place: Node): Use {
    const use = (how: Use['how'], value: Node | null = null): Use => ({ node: place, how, value });
    const { parent } = place;
    if (isTarget(place)) {
      if (parent?.kind === 'UpdateStatement') return use('counted', parent.lastChild);
      const isPlain = parent?.kind === 'AssignStatement' && simpleAssignment(parent) !== null;
      return isPlain ? use('set', parent.lastChild) : use('unknown');
    }
    if (isLoopTarget(place)) return use('unknown');
    const member = outermostMember(place);
    return use(member === place ? this.ofValue(place) : this.ofMember(member));
  }

  /** `X[k] = v`, `X.append(v)`, `X.count`. */
  private ofMember(member: Node): Use['how'] {
    if (isTarget(member) || isLoopTarget(member)) return 'changed';
    const method = this.semantics.attribute(member)?.name ?? '';
    const call = member.parent && this.semantics.call(member.parent);
    if (call?.callee !== member) return CHANGING_METHODS.has(method) ? 'unknown' : 'read';
    if (CHANGING_METHODS.has(method)) return 'changed';
    const isStatement = call.node.parent?.kind === 'ExpressionStatement';
    return isStatement && !LOOKING_FUNCTIONS.test(method) ? 'unknown' : 'read';
  }

  private ofValue(place: Node): Use['how'] {
    let inner = place;
    while (inner.parent && (DISPLAYS.test(inner.parent.kind) || isChoice(inner.parent))) {
      inner = inner.parent;
    }
    const { parent } = inner;
    if (!parent || STORES.test(parent.kind)) return 'unknown';
    if (parent.kind === 'UpdateStatement') return inner === place ? 'read' : 'unknown';
    if (parent.kind === 'CallExpression') return 'unknown';
    if (parent.kind !== 'ArgList') return 'read';
    const call = parent.parent && this.semantics.call(parent.parent);
    if (!call) return 'unknown';
    return parent.child('for') ? 'read' : this.ofArgument(inner, call);
  }

  private ofArgument(argument: Node, call: Call): Use['how'] {
    if (this.tasks.has(call.node)) return 'handed';
    const { values } = this.semantics;
    const name = values.qualifiedName(call.callee) ?? '';
    if (CHANGING_FUNCTIONS.test(name)) return 'changed';
    if (this.mayRunOther(call, name)) return 'unknown';
    const functions = values.definitions(call.callee);
    if (functions.length > 0) {
      return functions.every((fn) => this.onlyReads(fn, argument, call)) ? 'read' : 'unknown';
    }
    const method = this.semantics.attribute(call.callee)?.name ?? '';
    if (/^(append|appendleft|add|insert|put|put_nowait|send|setdefault)$/.test(method)) {
      return 'unknown';
    }
    const isStatement = call.node.parent?.kind === 'ExpressionStatement';
    const isHarmless =
      LOOKING_FUNCTIONS.test(name || method) ||
      SYSTEM_FUNCTIONS.test(name) ||
      FILLS_ITSELF.test(method);
    return isStatement && !isHarmless ? 'unknown' : 'read';
  }

  /** Whether a call is given something to call, now or later, with its other arguments. */
  private mayRunOther({ callee, args }: Call, name: string): boolean {
    if (SORTS.test(name)) return false;
    const last = this.semantics.attribute(callee)?.name ?? this.semantics.textOf(callee);
    return (
      RUNS_LATER.test(last) ||
      args.some(({ value }) => this.semantics.values.definitions(value).length > 0)
    );
  }

  /** Whether a function of this file leaves what it is given for an argument as it is. */
  private onlyReads(fn: Node, argument: Node, call: Call): boolean {
    const shape = this.semantics.functionShape(fn);
    const index = call.args.findIndex(({ value }) => value === argument);
    const given = call.args[index];
    if (!shape || !given || call.args.some(({ star }) => star !== '')) return false;
    if (this.semantics.scopeOf(fn).kind === 'class') return false;
    const param =
      given.name === null ? shape.params[index] : shape.params.find((p) => p.name === given.name);
    const binding = param && this.semantics.bindingOf(param.nameNode);
    return !!binding && param.star === '' && !this.mutations.in(shape.body).has(binding);
  }
}

/** Methods that take what they are given into the object that they belong to. */
const FILLS_ITSELF = /^(extend|update|writerows?|writelines|join)$/;

const SORTS = /^builtins\.(sorted|max|min|filter|map|sum)$/;

const RUNS_LATER =
  /^(submit|apply|apply_async|map|map_async|starmap|starmap_async|imap|imap_unordered|schedule|spawn|Thread|Timer|Process|run_in_executor|to_thread|delayed|partial|register|connect|bind|callback|add_done_callback|setattr)$/;

function isChoice(node: Node): boolean {
  return node.kind === 'BinaryExpression' && node.child('and', 'or') !== null;
}

/** Whether an expression stands where a statement gives it a value, changes or deletes it. */
export function isTarget(expression: Node): boolean {
  const { parent } = expression;
  switch (parent?.kind) {
    case 'AssignStatement':
      return parent.children.some((c) => c.kind === 'AssignOp' && c.from > expression.from);
    case 'UpdateStatement':
      return expression.index === 0;
    case 'DeleteStatement':
      return true;
    case 'TupleExpression':
    case 'ArrayExpression':
    case 'ParenthesizedExpression':
      return isTarget(parent);
    default:
      return false;
  }
}

/** `for X in …`, `with … as X`, also in comprehensions. */
function isLoopTarget(expression: Node): boolean {
  let outer = expression;
  while (/^(Tuple|Array|Parenthesized)Expression$/.test(outer.parent?.kind ?? '')) {
    outer = outer.parent as Node;
  }
  const before = outer.previous;
  return before?.kind === 'for' || before?.kind === 'as' || isListedTarget(outer);
}

/** `for X, Y in …` */
function isListedTarget({ parent, from }: Node): boolean {
  if (parent?.kind !== 'ForStatement' && !/Comprehension/.test(parent?.kind ?? '')) return false;
  const start = parent?.children.findLast((c) => c.kind === 'for' && c.to <= from);
  const end = start && parent?.children.find((c) => c.kind === 'in' && c.from > start.to);
  return end != null && from < end.from;
}

/** `X.a[0].b` for the `X` in it. */
export function outermostMember(expression: Node): Node {
  let outermost = expression;
  while (outermost.parent?.kind === 'MemberExpression' && outermost.index === 0) {
    outermost = outermost.parent;
  }
  return outermost;
}
