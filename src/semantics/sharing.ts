/** Which names may share objects: a change through one of them is seen through the others. */
import type { Node } from '../syntax/node.ts';
import { assignedPairs, assignmentOf, type Call, withItemsOf } from '../syntax/shapes.ts';
import { codeOf } from './code.ts';
import { CHANGING_METHODS } from './mutation-tables.ts';
import type { Binding, Definition } from './scopes.ts';
import type { Semantics } from './semantics.ts';

/**
 * How a value is tied to the object of a name: it is that object, holds it, is a part of it, holds parts of it, or
 * nobody knows.
 */
type Tie = 'same' | 'holds' | 'part' | 'shares' | 'any';

export interface Link {
  readonly binding: Binding;
  readonly tie: Tie;
}

/** A change of a name's object itself, or of something inside it. */
export interface Change {
  readonly binding: Binding;
  readonly isInside: boolean;
}

export class Sharing {
  private readonly ties = new Map<Binding, Link[]>();
  private readonly links = new Map<Node, readonly Link[]>();
  private readonly plain = new Map<Binding, boolean>();
  private isBuilt = false;

  constructor(private readonly semantics: Semantics) {}

  /** What changes when the objects that an expression gives are changed: themselves, or inside them. */
  changesOf(expression: Node, isInside = false): Change[] {
    return this.linksOf(expression).flatMap(({ binding, tie }) => {
      if (tie === 'same') return [{ binding, isInside }];
      return tie === 'part' || tie === 'any' || isInside ? [{ binding, isInside: true }] : [];
    });
  }

  /** The names through which changes may be seen. */
  reachedBy(changes: Iterable<Change>): Set<Binding> {
    this.build();
    const reached = new Map<Binding, boolean>();
    const waiting = [...changes];
    for (let change = waiting.pop(); change; change = waiting.pop()) {
      const { binding, isInside } = change;
      const before = reached.get(binding);
      if (before === true || before === isInside) continue;
      reached.set(binding, isInside);
      for (const link of this.ties.get(binding) ?? []) waiting.push(...passedOn(link, isInside));
    }
    return new Set(reached.keys());
  }

  /** The names whose objects an expression may give, whole or in part, or hold. */
  linksOf(expression: Node): readonly Link[] {
    const known = this.links.get(expression);
    if (known) return known;
    // What leads back to an expression that is being looked at adds nothing.
    this.links.set(expression, []);
    const found = this.findLinks(expression);
    this.links.set(expression, found);
    return found;
  }

  private findLinks(node: Node): readonly Link[] {
    const { parts } = node;
    switch (node.kind) {
      case 'VariableName': {
        const binding = this.semantics.bindingOf(node);
        return binding && !this.isPlain(binding) ? [{ binding, tie: 'same' }] : [];
      }
      case 'MemberExpression':
        return this.linksOf(node.firstChild as Node).map(({ binding, tie }) => ({
          binding,
          tie: tie === 'holds' || tie === 'any' ? 'any' : 'part',
        }));
      case 'CallExpression': {
        const call = this.semantics.call(node);
        return call ? this.linksOfCall(call) : [];
      }
      case 'BinaryExpression':
        if (parts.some(({ kind }) => COMPARISONS.has(kind))) return [];
        return parts.some(({ kind }) => kind === 'or' || kind === 'and')
          ? this.ofAll(parts)
          : tied(this.ofAll(parts), 'shares');
      default:
        if (GROUPS.has(node.kind)) return this.ofAll(parts);
        return DISPLAYS.has(node.kind) ? this.ofAll(parts).map(held) : [];
    }
  }

  private ofAll(nodes: readonly Node[]): Link[] {
    return nodes.flatMap((node) => this.linksOf(node));
  }

  private linksOfCall(call: Call): readonly Link[] {
    const { values } = this.semantics;
    const given = this.ofAll(call.args.map(({ value }) => value));
    const own = values.definitions(call.callee);
    if (own.length > 0) return own.flatMap((definition) => this.linksOfResult(definition, call));
    const attribute = this.semantics.attribute(call.callee);
    const name = values.qualifiedName(call.callee) ?? '';
    if (COPYING.test(name)) return given.map(({ binding }) => ({ binding, tie: 'shares' }));
    if (PASSING.test(name)) return tied(given, 'any');
    if (!attribute) return [];
    if (attribute.name === 'copy') return tied(this.linksOf(attribute.object), 'shares');
    return PARTS.test(attribute.name) ? tied(this.linksOf(attribute.object), 'any') : [];
  }

  /** What a function of this file gives back, and what an instance of a class of it holds. */
  private linksOfResult(definition: Node, call: Call): Link[] {
    const given = this.ofAll(call.args.map(({ value }) => value));
    if (definition.kind === 'ClassDefinition') {
      const isShared = this.hasState(definition);
      return [...given.map(held), ...(isShared ? tied(this.linksOf(call.callee), 'any') : [])];
    }
    const returned = this.returnedBy(definition);
    const object = this.semantics.attribute(call.callee)?.object;
    const isLocal = returned.some(({ binding }) => binding.scope.kind !== 'module');
    return isLocal
      ? [...returned, ...tied([...given, ...(object ? this.linksOf(object) : [])], 'any')]
      : returned;
  }

  private returnedBy(fn: Node): Link[] {
    if (fn.kind === 'LambdaExpression') return fn.lastChild ? [...this.linksOf(fn.lastChild)] : [];
    return [...codeOf(fn.lastChild ?? fn)].flatMap(({ kind, parts }) =>
      kind === 'ReturnStatement' || kind === 'YieldStatement' ? this.ofAll(parts.slice(1)) : [],
    );
  }

  /** Whether instances share more than methods: what a class holds, or a `__new__` that may give one again. */
  private hasState(classNode: Node): boolean {
    const { scopes, values } = this.semantics;
    return values
      .lineOf(classNode)
      .flatMap((each) => [...(scopes.opened.get(each)?.bindings.values() ?? [])])
      .some((b) => b.name === '__new__' || b.definitions.some(({ value }) => value));
  }

  /** Whether nothing can be changed in what a name stands for: numbers, texts, functions of other files, modules. */
  private isPlain(binding: Binding): boolean {
    const known = this.plain.get(binding);
    if (known !== undefined) return known;
    this.plain.set(binding, true);
    const isPlain =
      binding.definitions.length > 0 && binding.definitions.every((d) => this.givesPlain(d));
    this.plain.set(binding, isPlain);
    return isPlain;
  }

  private givesPlain({ kind, value, node }: Definition): boolean {
    if (kind === 'delete' || kind === 'annotation') return true;
    if (kind === 'augmented') return node.lastChild !== null && this.isPlainValue(node.lastChild);
    if (kind === 'for') return value !== null && this.isRange(value);
    const isGiven = kind === 'assignment' || kind === 'walrus';
    return isGiven && value !== null && this.isPlainValue(value);
  }

  private isRange(value: Node): boolean {
    const call = this.semantics.call(value);
    return call !== null && this.semantics.values.qualifiedName(call.callee) === 'builtins.range';
  }

  private isPlainValue(value: Node): boolean {
    if (CONSTANTS.has(value.kind)) return true;
    if (value.kind === 'VariableName') {
      const binding = this.semantics.bindingOf(value);
      return binding !== null && this.isPlain(binding);
    }
    if (value.kind === 'BinaryExpression') {
      const operands = [value.firstChild, value.lastChild];
      const isCompared = value.parts.some(({ kind }) => COMPARISONS.has(kind));
      return isCompared || operands.every((each) => each && this.isPlainValue(each));
    }
    const call = this.semantics.call(value);
    const name = call && this.semantics.values.qualifiedName(call.callee);
    return PLAIN_RESULTS.test(name ?? '');
  }

  private tie(from: Binding, { binding, tie }: Link): void {
    if (from === binding) return;
    add(this.ties, from, { binding, tie });
    add(this.ties, binding, { binding: from, tie: INVERSE[tie] });
  }

  private build(): void {
    if (this.isBuilt) return;
    this.isBuilt = true;
    const { scopes } = this.semantics;
    for (const scope of scopes.all) {
      for (const binding of scope.bindings.values()) this.tieDefinitions(binding);
    }
    this.tieModules();
    for (const statement of this.semantics.tree.root.descendants('AssignStatement')) {
      for (const { target, value } of assignedPairs(statement)) this.tieParts(target, value);
    }
    for (const call of this.semantics.allCalls()) this.tieCall(call);
    // Which parameters are kept shows only now.
    for (const call of this.semantics.allCalls()) this.tieKept(call);
  }

  private tieDefinitions(binding: Binding): void {
    if (this.isPlain(binding)) return;
    for (const definition of binding.definitions) {
      for (const link of this.linksOfDefinition(definition)) this.tie(binding, link);
      // A default belongs to its function.
      const fn =
        definition.kind === 'parameter' &&
        definition.value &&
        definition.node.child('VariableName');
      const owner = fn ? this.semantics.bindingOf(fn) : null;
      if (owner) this.tie(binding, { binding: owner, tie: 'part' });
    }
    // `a = b = []`: one object for both.
    for (const { value, node } of binding.definitions) {
      const others =
        value && node.kind === 'AssignStatement' ? (assignmentOf(node)?.targets ?? []) : [];
      for (const [target] of others.length > 1 ? others : []) {
        for (const { binding: other } of target ? this.linksOf(target) : []) {
          this.tie(binding, { binding: other, tie: 'any' });
        }
      }
    }
  }

  private linksOfDefinition({ kind, value, node }: Definition): readonly Link[] {
    if (kind === 'for' || kind === 'with' || kind === 'match') {
      return tied(value ? this.linksOf(value) : this.ofAll(givenBy(node)), 'any');
    }
    if (kind === 'augmented')
      return node.lastChild ? tied(this.linksOf(node.lastChild), 'shares') : [];
    if (value) return this.linksOf(value);
    return kind === 'assignment' ? tied(this.ofAll(assignmentOf(node)?.values ?? []), 'any') : [];
  }

  /** Two imports of one package reach the same modules. */
  private tieModules(): void {
    const packages = new Map<string, Binding>();
    for (const binding of this.semantics.scopes.module.bindings.values()) {
      for (const { imported } of binding.definitions) {
        if (!imported) continue;
        const name = /^\.*[^.]*/.exec(imported.module)?.[0] ?? '';
        const first = packages.get(name);
        if (first) this.tie(binding, { binding: first, tie: 'any' });
        else packages.set(name, binding);
      }
    }
  }

  /** `x.a = value`, `x[0] = value` */
  private tieParts(target: Node, value: Node): void {
    if (target.kind !== 'MemberExpression') return;
    this.tieInto(this.linksOf(target.firstChild as Node), this.linksOf(value).map(held));
  }

  private tieInto(owners: readonly Link[], links: readonly Link[]): void {
    for (const owner of owners) {
      for (const link of links) {
        this.tie(owner.binding, owner.tie === 'same' ? link : { ...link, tie: 'any' });
      }
    }
  }

  /** `x.append(value)`, and methods of this file that may keep what they are given. */
  private tieCall(call: Call): void {
    const attribute = this.semantics.attribute(call.callee);
    if (!attribute) return;
    const isOwn = this.semantics.values.definitions(call.callee).length > 0;
    if (!isOwn && !CHANGING_METHODS.has(attribute.name)) return;
    const given = this.ofAll(call.args.map(({ value }) => value));
    const links = isOwn ? tied(given, 'any') : given.map(held);
    this.tieInto(this.linksOf(attribute.object), links);
  }

  private tieKept(call: Call): void {
    for (const fn of this.semantics.callGraph.functionsOf(call.callee)) {
      for (const { nameNode } of this.semantics.functionShape(fn)?.params ?? []) {
        const param = this.semantics.bindingOf(nameNode);
        if (!param || !this.isKept(param)) continue;
        for (const { value } of call.args) {
          for (const link of this.linksOf(value)) this.tie(param, { ...link, tie: 'any' });
        }
      }
    }
  }

  /** Whether something that outlives the call gets hold of an argument. */
  private isKept(param: Binding): boolean {
    const tied = (this.ties.get(param) ?? []).map(({ binding }) => binding);
    return [param, ...tied].some(
      (b) => !b.scope.isFunction || b.references.some((r) => r.scope.frame !== b.scope),
    );
  }
}

function passedOn({ binding, tie }: Link, isInside: boolean): Change[] {
  switch (tie) {
    case 'same':
      return [{ binding, isInside }];
    case 'part':
    case 'any':
      return [{ binding, isInside: true }];
    default:
      return isInside ? [{ binding, isInside: true }] : [];
  }
}

function tied(links: readonly Link[], tie: Tie): Link[] {
  return links.map(({ binding }) => ({ binding, tie }));
}

/** What holds a value is tied to. */
function held({ binding, tie }: Link): Link {
  return { binding, tie: tie === 'same' ? 'holds' : tie === 'part' ? 'shares' : tie };
}

/** What a `for`, a comprehension, `with` or `match` takes its names' values from. */
function givenBy(node: Node): Node[] {
  const contexts = withItemsOf(node).map(({ context }) => context);
  if (contexts.length > 0) return contexts;
  const { parts } = node;
  return parts.filter(({ kind }, i) => kind !== 'Body' && (i === 1 || parts[i - 1]?.kind === 'in'));
}

function add(ties: Map<Binding, Link[]>, from: Binding, link: Link): void {
  const list = ties.get(from);
  if (list) list.push(link);
  else ties.set(from, [link]);
}

const INVERSE: Readonly<Record<Tie, Tie>> = {
  same: 'same',
  holds: 'part',
  part: 'holds',
  shares: 'shares',
  any: 'any',
};

const COMPARISONS: ReadonlySet<string> = new Set(['CompareOp', 'in', 'is', 'not']);
const CONSTANTS: ReadonlySet<string> = new Set([
  'Number',
  'String',
  'FormatString',
  'ContinuedString',
  'Boolean',
  'None',
  'UnaryExpression',
]);
const GROUPS: ReadonlySet<string> = new Set([
  'ParenthesizedExpression',
  'ConditionalExpression',
  'NamedExpression',
  'AwaitExpression',
  'YieldExpression',
]);
const DISPLAYS: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'TupleExpression',
  'SetExpression',
  'DictionaryExpression',
  'ArrayComprehensionExpression',
  'SetComprehensionExpression',
  'DictionaryComprehensionExpression',
  'ComprehensionExpression',
  'ArgList',
]);
const PARTS = /^(items|values|keys|get|setdefault|pop|popitem|popleft)$/;
const COPYING = /^(builtins\.(list|tuple|set|frozenset|sorted|dict)|copy\.copy)$/;
const PASSING =
  /^(builtins\.(enumerate|zip|reversed|iter|next|map|filter|min|max|getattr|vars|type|super)|functools\.\w+|itertools\.\w+|collections\.\w+|types\.SimpleNamespace)$/;
const PLAIN_RESULTS =
  /^builtins\.(len|int|float|complex|str|bool|bytes|abs|round|repr|ascii|hash|ord|chr|hex|oct|bin|format|id|isinstance|issubclass|callable|hasattr|any|all|range)$/;
