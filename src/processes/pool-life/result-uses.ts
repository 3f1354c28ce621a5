import type { Binding, Definition } from '../../semantics/scopes.ts';
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { assignmentOf, type Call, subscriptOf } from '../../syntax/shapes.ts';
import type { ProcessModel } from '../model.ts';
import { COPIES, CUTTERS, DRAINING_METHODS, DRAINS, WRAPPERS } from './readers.ts';

/**
 * One place that does something with the result of a submission.
 * `reads`: waits for it, and learns of the worker's exception; `waits`: waits for it, and learns nothing; `asks`: asks
 * whether it is there; `returned`: a `return` hands it out; `unknown`: what happens there, the code does not tell.
 */
export interface ResultUse {
  readonly kind: 'reads' | 'waits' | 'asks' | 'returned' | 'unknown';
  readonly node: Node;
}

/** What an expression holds: one handle, an iterator of results, or a collection of handles. */
type Content = 'handle' | 'iterator' | 'handles';

const NOTHING: readonly ResultUse[] = [];

function use(kind: ResultUse['kind'], node: Node): readonly ResultUse[] {
  return [{ kind, node }];
}

const READS = /^(get|result|exception)$/;
const ASKS = /^(ready|successful|done|running|cancelled)$/;
function kindOfMethod(name: string): ResultUse['kind'] {
  if (READS.test(name)) return 'reads';
  return name === 'wait' ? 'waits' : ASKS.test(name) ? 'asks' : 'unknown';
}

/** Methods of collections by what they give: their elements, one of them, or nothing of interest. */
const GIVES_ELEMENTS = /^(items|values|copy)$/;
const GIVES_ELEMENT = /^(pop|popleft|popitem)$/;
const GIVES_NOTHING = /^(append|add|insert|appendleft|keys|sort|reverse|index|count|clear)$/;

const LOOKS = new Set(
  ['len', 'print', 'repr', 'str', 'type', 'id', 'isinstance', 'bool', 'range'].map(
    (name) => `builtins.${name}`,
  ),
);
const COLLECTIONS = new Set(
  'builtins.list builtins.dict builtins.set collections.deque collections.OrderedDict'.split(' '),
);
const DISPLAY = /^(Array|Tuple|Set|Dictionary)Expression$/;
const NEW_COLLECTION = /^(Array|Set|Dictionary)(Comprehension)?Expression$/;

/**
 * All that the code does with what a submission gives, under whatever names, in the order in which it is come upon;
 * nothing where the result is dropped. `delivery` says whether that is a handle or an iterator of results.
 */
export function resultUses(
  call: Node,
  delivery: 'async' | 'lazy',
  model: ProcessModel,
): readonly ResultUse[] {
  return new Trail(model).follow(call, delivery === 'lazy' ? 'iterator' : 'handle');
}

class Trail {
  private readonly seen = new Set<Node>();

  private readonly semantics: Semantics;

  constructor(private readonly model: ProcessModel) {
    this.semantics = model.semantics;
  }

  follow(node: Node, content: Content): readonly ResultUse[] {
    const parent = node.parent;
    if (!parent || this.seen.has(node)) return NOTHING;
    this.seen.add(node);
    switch (parent.kind) {
      case 'ExpressionStatement':
      case 'FormatReplacement':
        return NOTHING;
      case 'IfStatement':
      case 'WhileStatement':
      case 'AssertStatement':
      case 'UnaryExpression':
        return NOTHING;
      case 'ParenthesizedExpression':
        return node.previous?.kind === '*' ? use('unknown', node) : this.follow(parent, content);
      case 'ConditionalExpression':
        return node.previous?.kind === 'if' ? NOTHING : this.follow(parent, content);
      case 'NamedExpression':
        return [
          ...this.intoTarget(parent.firstChild as Node, parent, content),
          ...this.follow(parent, content),
        ];
      case 'AssignStatement':
        return this.followAssignment(parent, node, content);
      case 'UpdateStatement':
        return this.followUpdate(parent, node, content);
      case 'MemberExpression':
        return this.followMember(parent, node, content);
      case 'ArgList':
        return this.followArgument(parent, node, content);
      case 'ForStatement':
        return this.followLoop(parent, node, content);
      case 'ReturnStatement':
        return use('returned', parent);
      default:
    }
    if (DISPLAY.test(parent.kind)) {
      return content === 'iterator' || node.previous?.kind === '*'
        ? use('unknown', node)
        : this.follow(parent, 'handles');
    }
    return /ComprehensionExpression$/.test(parent.kind)
      ? this.followComprehension(parent, node, content)
      : use('unknown', node);
  }

  private followAssignment(statement: Node, node: Node, content: Content): readonly ResultUse[] {
    const assignment = assignmentOf(statement);
    if (!assignment?.values.includes(node) || assignment.values.length > 1) {
      return use('unknown', node);
    }
    return assignment.targets.flatMap(([target, ...others]) => {
      if (!target) return [];
      const isUnpacking = others.length > 0 || /^(Tuple|Array)Expression$/.test(target.kind);
      if (!isUnpacking) return this.intoTarget(target, statement, content);
      return use(content === 'iterator' ? 'reads' : 'unknown', statement);
    });
  }

  /** `results += [handle]`. */
  private followUpdate(statement: Node, node: Node, content: Content): readonly ResultUse[] {
    if (content !== 'handles') return use('unknown', node);
    const target = statement.firstChild as Node;
    return target === node ? NOTHING : this.intoCollection(target, statement);
  }

  private intoTarget(target: Node, definedBy: Node, content: Content): readonly ResultUse[] {
    const collection = subscriptOf(target)?.object;
    if (collection && content !== 'iterator') return this.intoCollection(collection, definedBy);
    const binding = target.kind === 'VariableName' ? this.semantics.bindingOf(target) : null;
    const made = binding?.definitions.filter((d) => d.nameNode === target);
    return binding && made
      ? this.followName(target, binding, made, content)
      : use('unknown', definedBy);
  }

  /** A collection that the code made itself, and that a name holds. */
  private intoCollection(name: Node, place: Node): readonly ResultUse[] {
    const { semantics } = this;
    const binding = name.kind === 'VariableName' ? semantics.bindingOf(name) : null;
    if (!binding) return use('unknown', place);
    const { definitions, isComplete } = semantics.reaching(name);
    if (!isComplete || !definitions.every((d) => this.makesCollection(d))) {
      return use('unknown', place);
    }
    // `results += […]` gives the name the same list again.
    const added = binding.definitions.filter(({ kind }) => kind === 'augmented');
    return this.followName(name, binding, [...definitions, ...added], 'handles');
  }

  private makesCollection({ kind, value }: Definition): boolean {
    if (kind === 'augmented') return true;
    if (kind !== 'assignment' || !value) return false;
    const callee = this.semantics.call(value)?.callee;
    const name = callee ? this.semantics.values.qualifiedName(callee) : null;
    return NEW_COLLECTION.test(value.kind) || (name !== null && COLLECTIONS.has(name));
  }

  private followName(
    name: Node,
    binding: Binding,
    definitions: readonly Definition[],
    content: Content,
  ): readonly ResultUse[] {
    const { semantics } = this;
    const home = semantics.scopeOf(name).frame;
    const { importedNames } = this.model.facts;
    const isImported =
      binding.scope.kind === 'module' &&
      (importedNames === 'all' || importedNames.has(binding.name));
    const isShared = isImported || binding.references.some((r) => r.scope.frame !== home);
    if (isShared || binding.scope.frame !== home || binding.scope.kind === 'class') {
      return use('unknown', name);
    }
    return binding.references
      .filter(({ node }) => definitions.some((d) => semantics.mayReach(d, node)))
      .flatMap(({ node }) => this.follow(node, content));
  }

  private followMember(member: Node, node: Node, content: Content): readonly ResultUse[] {
    if (member.firstChild !== node) return use('unknown', node);
    const subscript = subscriptOf(member);
    if (subscript) return this.followElement(member, subscript.index, content);
    const name = this.semantics.attribute(member)?.name ?? '';
    const call = member.parent ? this.semantics.call(member.parent) : null;
    if (call?.callee !== member) return use('unknown', member);
    if (content === 'iterator') {
      return use(/^(next|__next__)$/.test(name) ? 'reads' : 'unknown', call.node);
    }
    if (content === 'handle') {
      return use(kindOfMethod(name), call.node);
    }
    if (GIVES_ELEMENTS.test(name)) return this.follow(call.node, 'handles');
    if (GIVES_ELEMENT.test(name)) return this.follow(call.node, 'handle');
    return GIVES_NOTHING.test(name) ? NOTHING : use('unknown', call.node);
  }

  /** `results[0]`, `results[1:]`, `results[0] = …`. */
  private followElement(
    member: Node,
    index: readonly Node[],
    content: Content,
  ): readonly ResultUse[] {
    if (content !== 'handles') return use('unknown', member);
    const isTarget =
      member.parent?.kind === 'AssignStatement' && member.parent.firstChild === member;
    if (isTarget) return NOTHING;
    return this.follow(member, index.some(({ kind }) => kind === ':') ? 'handles' : 'handle');
  }

  private followArgument(argList: Node, node: Node, content: Content): readonly ResultUse[] {
    if (argList.child('for')) return this.followComprehension(argList, node, content);
    const call = argList.parent ? this.semantics.call(argList.parent) : null;
    if (!call || /^\*/.test(node.previous?.kind ?? '')) {
      return use(content === 'iterator' ? 'reads' : 'unknown', node);
    }
    const name = this.semantics.values.qualifiedName(call.callee) ?? '';
    if (LOOKS.has(name)) return NOTHING;
    if (WRAPPERS.has(name) && !(name === 'builtins.map' && content !== 'iterator')) {
      return this.follow(call.node, content === 'handle' ? 'handles' : content);
    }
    if (content === 'iterator') return this.followIterator(call, name);
    const method = this.semantics.attribute(call.callee);
    if (method && /^(append|add|insert|appendleft|extend)$/.test(method.name)) {
      return this.intoCollection(method.object, call.node);
    }
    return content === 'handles' ? this.followHandles(call, name) : use('unknown', call.node);
  }

  private followIterator(call: Call, name: string): readonly ResultUse[] {
    if (CUTTERS.has(name)) return this.follow(call.node, 'iterator');
    const method = this.semantics.attribute(call.callee)?.name ?? '';
    const isRead =
      DRAINS.has(name) || /^builtins\.(any|all|next)$/.test(name) || DRAINING_METHODS.has(method);
    return use(isRead ? 'reads' : 'unknown', call.node);
  }

  private followHandles(call: Call, name: string): readonly ResultUse[] {
    if (COPIES.has(name) || name === 'concurrent.futures.as_completed') {
      return this.follow(call.node, 'handles');
    }
    const isWait = name === 'concurrent.futures.wait';
    const isDropped = call.node.parent?.kind === 'ExpressionStatement';
    return use(isWait && isDropped ? 'waits' : 'unknown', call.node);
  }

  private followLoop(loop: Node, node: Node, content: Content): readonly ResultUse[] {
    if (node.previous?.kind !== 'in') return use('unknown', node);
    if (content === 'iterator') return use('reads', loop);
    return content === 'handles' ? this.followTargets(loop) : use('unknown', node);
  }

  private followComprehension(
    comprehension: Node,
    node: Node,
    content: Content,
  ): readonly ResultUse[] {
    if (node.previous?.kind !== 'in') {
      return content === 'handle' && comprehension.kind !== 'ArgList'
        ? this.follow(comprehension, 'handles')
        : use('unknown', node);
    }
    const isLazy = comprehension.kind === 'ComprehensionExpression';
    if (isLazy || (comprehension.kind === 'ArgList' && !this.isDrained(comprehension))) {
      return use('unknown', node);
    }
    return content === 'iterator' ? use('reads', comprehension) : this.followTargets(comprehension);
  }

  /** Whether the call that a bare generator is given to reads it. */
  private isDrained(argList: Node): boolean {
    const call = argList.parent ? this.semantics.call(argList.parent) : null;
    const name = call ? (this.semantics.values.qualifiedName(call.callee) ?? '') : '';
    const method = call ? (this.semantics.attribute(call.callee)?.name ?? '') : '';
    return (
      DRAINS.has(name) || /^builtins\.(any|all|next)$/.test(name) || DRAINING_METHODS.has(method)
    );
  }

  /** The names that a loop gives the elements of a collection; of several, those that are used as handles. */
  private followTargets(loop: Node): readonly ResultUse[] {
    const at = loop.children.findIndex((child) => child.kind === 'for');
    const until = loop.children.findIndex((child, i) => i > at && child.kind === 'in');
    const names = loop.children
      .slice(at + 1, until)
      .flatMap((target) => [...target.walk()].filter((n) => n.kind === 'VariableName'));
    const trails = names.map((name) => this.intoTarget(name, loop, 'handle'));
    const known = trails.filter((uses) =>
      uses.some(({ kind }) => kind === 'reads' || kind === 'waits'),
    );
    return (names.length > 1 && known.length > 0 ? known : trails).flat();
  }
}
