import type { Node } from '../../syntax/node.ts';
import type { SyntaxTree } from '../../syntax/parse.ts';
import type { Binding, Definition, Scope, Scopes } from '../scopes.ts';
import { EXPRESSIONS } from './expressions.ts';
import { Known } from './known.ts';
import { MOST_VALUES } from './phi.ts';
import { STATEMENTS } from './statements.ts';
import { Trace } from './trace.ts';
import { doorTo, Units, unitOf } from './units.ts';
import { type Context, type Moment, Walk } from './walk.ts';

/** Where a name may have its value from at one place. */
export interface Reaching {
  /** The definitions that may have given the name its value, in the order of the text; no `del`, no bare annotation. */
  readonly definitions: readonly Definition[];
  /**
   * Whether nothing in the file may have bound it there: then it is a builtin's name, or one that Python gives every
   * module, such as `__doc__`, or there is a NameError.
   */
  readonly mayBeUnbound: boolean;
  /** Whether these are all; false where a star import, `exec` or the like may bind the name too. */
  readonly isComplete: boolean;
  /** `later`: the code runs when it is called, and sees what was bound by then. */
  readonly timing: 'now' | 'later';
}

/**
 * Which definitions reach which references, by one walk along the control flow of each function, lambda or module
 * that is asked for. Code that control can't get to is answered as if it did.
 */
export class Flow {
  private readonly walks = new Map<Scope, Walk>();
  private readonly answers = new Map<Node, Reaching>();
  private made: Context | null = null;

  constructor(
    private readonly tree: SyntaxTree,
    private readonly scopes: Scopes,
    private readonly scopeOf: (node: Node) => Scope,
  ) {}

  private get context(): Context {
    if (!this.made) {
      const units = new Units(this.tree, this.scopes);
      const known = new Known(this.tree, this.scopes, units.unseen);
      this.made = { units, known, visitors: { ...EXPRESSIONS, ...STATEMENTS } };
    }
    return this.made;
  }

  /** What may reach a name that is read. */
  reaching(name: Node): Reaching {
    const known = this.answers.get(name);
    if (known) return known;
    const answer = this.find(name);
    this.answers.set(name, answer);
    return answer;
  }

  private find(name: Node): Reaching {
    const { units } = this.context;
    const binding = this.scopes.bindingAt.get(name) ?? null;
    const reference = units.references.get(name);
    if (!reference) return binding ? unknown(binding) : this.unbound;
    const answerFor = (other: Binding | null) =>
      other ? this.answer(other, this.momentOf(other, name, reference.scope)) : this.unbound;
    const answer = answerFor(binding);
    const isOfClass = binding?.scope.kind === 'class';
    if (isOfClass && !answer.mayBeUnbound) return answer;
    const others = units.fallbacks(reference);
    const all = others.length > 0 ? orElse(answer, others.map(answerFor)) : answer;
    return units.unseen.mayBeOfClass(reference) ? { ...all, isComplete: false } : all;
  }

  /** Whether names that nothing in the file binds may be names of the module all the same. */
  get mayBindOthers(): boolean {
    return this.context.units.unseen.mayBindOthers;
  }

  /** Nothing in the file binds the name. */
  private get unbound(): Reaching {
    const isComplete = !this.mayBindOthers;
    return { definitions: [], mayBeUnbound: true, isComplete, timing: 'now' };
  }

  /** What may reach a name if it were read where the code of a node begins. */
  at(binding: Binding, place: Node): Reaching {
    const anchor = this.anchor(binding, place);
    const probe = new Probe(this.context, binding, anchor, anchor !== place).run();
    return probe.moment ? this.answer(binding, probe.moment) : unknown(binding);
  }

  /** What may have given a name its value once its module or class has run to its end, or its function has returned. */
  atEnd(binding: Binding): Reaching {
    const walk = this.walk(unitOf(binding.scope));
    return this.answer(binding, walk.ends.get(binding));
  }

  /**
   * The definitions that may give a name another value once control has passed a place: further down, in the next
   * round of a loop, in other functions. With an `end`, only up to there, or in a loop of which `end` is no part.
   */
  rebindings(binding: Binding, start: Node, end: Node | null): readonly Definition[] {
    const [from, to] = [start, end].map((place) => place && this.anchor(binding, place));
    const trace = new Trace(this.context, binding, from ?? start, to ?? null).run();
    return trace.rebindings();
  }

  /** The place in the code that owns a binding through which control gets to a node: the function made there, or it. */
  private anchor(binding: Binding, node: Node): Node {
    return doorTo(this.scopeOf(node), unitOf(binding.scope))?.node ?? node;
  }

  private momentOf(binding: Binding, name: Node, reader: Scope): Moment | undefined {
    const owner = unitOf(binding.scope);
    const walk = this.walk(owner);
    const door = doorTo(reader, owner);
    if (door) return walk.captures.get(door)?.get(binding);
    const moment = walk.reads.get(name);
    return this.scopes.bindingAt.get(name) === binding
      ? moment
      : walk.fallbacks.get(name)?.get(binding);
  }

  private walk(unit: Scope): Walk {
    let walk = this.walks.get(unit);
    if (!walk) {
      walk = new Walk(unit, this.context).run();
      this.walks.set(unit, walk);
    }
    return walk;
  }

  private answer(binding: Binding, moment: Moment | undefined): Reaching {
    const walk = this.walk(unitOf(binding.scope));
    const variable = walk.variables.get(binding);
    const foreign = walk.foreign[variable ?? -1] ?? [];
    if (!moment || variable === undefined || foreign.length > MOST_VALUES) return unknown(binding);
    const { value, since } = moment;
    const later = since === null ? [] : walk.control.valuesSince(variable, since);
    const resolved = walk.graph.resolve([value, ...later]);
    const own = resolved.definitions.map((index) => walk.definitions[index] as Definition);
    return {
      definitions: foreign.length > 0 ? inOrder([...own, ...foreign.filter(binds)]) : own,
      mayBeUnbound:
        resolved.mayBeUnbound || foreign.some(({ kind }) => kind === 'delete' || kind === 'except'),
      isComplete: !resolved.mayBeUnknown && !this.context.units.unseen.isOpen(binding.scope),
      timing: since === null ? 'now' : 'later',
    };
  }
}

/** A walk that looks at one name at one place, read by code that runs there or later. */
class Probe extends Walk {
  moment: Moment | null = null;

  constructor(
    context: Context,
    private readonly binding: Binding,
    private readonly place: Node,
    private readonly isLater: boolean,
  ) {
    super(unitOf(binding.scope), context);
  }

  override visit(node: Node): void {
    if (node === this.place) this.moment = this.momentOf(this.binding, this.isLater);
    super.visit(node);
  }
}

function unknown({ definitions }: Binding): Reaching {
  return { definitions, mayBeUnbound: true, isComplete: false, timing: 'later' };
}

/** What reaches a name that means one of others while it is unbound. */
function orElse(first: Reaching, others: readonly Reaching[]): Reaching {
  const all = [first, ...others];
  return {
    definitions: inOrder(all.flatMap(({ definitions }) => definitions)),
    mayBeUnbound: others.some(({ mayBeUnbound }) => mayBeUnbound),
    isComplete: all.every(({ isComplete }) => isComplete),
    timing: all.some(({ timing }) => timing === 'later') ? 'later' : 'now',
  };
}

function binds({ kind }: Definition): boolean {
  return kind !== 'delete' && kind !== 'annotation';
}

function inOrder(definitions: readonly Definition[]): readonly Definition[] {
  return [...definitions].sort((a, b) => a.nameNode.from - b.nameNode.from);
}
