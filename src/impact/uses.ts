/** Whether code that uses an object leaves it as it is. What is not seen to do so counts as a change. */

import type { ProcessModel } from '../processes/model.ts';
import {
  CHANGING_FUNCTIONS,
  CHANGING_METHODS,
  LOOKING_FUNCTIONS,
} from '../semantics/mutation-tables.ts';
import type { Binding } from '../semantics/scopes.ts';
import type { Node } from '../syntax/node.ts';
import { type Argument, assignmentOf, type Call, subscriptOf } from '../syntax/shapes.ts';
import { isFlat } from './contents.ts';

/** Methods of objects of all kinds that only look at them; what they give may still be a part of the object. */
const LOOKING_METHODS =
  /^(get|items|values|keys|copy|index|count|join|format|split|rsplit|splitlines|strip|lower|upper|startswith|endswith|encode|decode|replace|isdigit|find|union|intersection|difference|issubset|issuperset|most_common|isoformat|strftime|total_seconds|exists|is_file|is_dir|hexdigest|getint|getfloat|getboolean|has_section|has_option|sections|options|mean|sum|min|max|std|tolist|astype|reshape|flatten|info|debug|warning|warn|error|exception|critical|log|isEnabledFor|get_lock|__\w+__)$/;

/** Those whose result is a part of the object. */
const PARTS = /^(get|items|values|__getitem__|__iter__|__dict__)$/;

/** Builtins that hand on what is in the object. */
const HANDS_ON =
  /^builtins\.(list|tuple|set|frozenset|dict|sorted|reversed|enumerate|zip|iter|map|filter|min|max|getattr|vars)$/;
const LOOKS =
  /^builtins\.(len|str|repr|print|sum|any|all|isinstance|issubclass|type|hash|id|bool|int|float|format|range|callable|hasattr|abs|round|super|dir|ascii|bytes)$|^(json|pickle|pprint|copy|logging|os\.path|textwrap|dataclasses|inspect|math|statistics)\./;

/** What can be used by one process as well as by another, whatever it is asked. */
const SELF_CONTAINED =
  /^(threading\.R?Lock|logging\.getLogger|re\.compile|string\.Template|struct\.Struct|operator\.\w+)\(\)$/;

export class Uses {
  constructor(private readonly model: ProcessModel) {}

  /** Whether a place that names an object, or a part of it, can't lead to a change of what is in it. */
  isLook(place: Node, seen: ReadonlySet<Node> = new Set()): boolean {
    if (seen.has(place)) return true;
    return new Use(this.model, new Set([...seen, place])).isLook(place);
  }

  /** Whether all that a name stands for is only looked at. */
  areLooks(binding: Binding): boolean {
    return binding.references.every(({ node }) => this.isLook(node));
  }
}

class Use {
  constructor(
    private readonly model: ProcessModel,
    private readonly seen: ReadonlySet<Node>,
  ) {}

  isLook(node: Node): boolean {
    const { parent } = node;
    if (!parent) return true;
    switch (parent.kind) {
      case 'ParenthesizedExpression':
      case 'ConditionalExpression':
      case 'NamedExpression':
        return this.again(parent);
      case 'MemberExpression':
        return parent.firstChild === node ? this.isMemberLook(parent) : true;
      case 'CallExpression':
        return true;
      case 'ArgList':
        return this.isArgumentLook(node, parent);
      case 'BinaryExpression':
        return COMPARES.has(parent.parts[1]?.kind ?? '') || this.again(parent);
      case 'AssignStatement':
        return this.isAssignedLook(node, parent);
      case 'UpdateStatement':
        return parent.firstChild !== node && this.isFlat(node);
      case 'ForStatement':
        return node.kind === 'Body' || this.isLoopLook(node, parent);
      case 'DeleteStatement':
        return node.kind === 'VariableName';
      case 'WithStatement':
        return this.isSelfContained(node);
      case 'ParamList':
        return this.isDefaultLook(node);
      default:
        if (COMPREHENSION.test(parent.kind))
          return (
            parent.parts.at(-1) !== node && (this.isFlat(node) || this.isLoopLook(node, parent))
          );
        return LOOKED_AT.has(parent.kind);
    }
  }

  private again(node: Node): boolean {
    return this.seen.has(node) || new Use(this.model, new Set([...this.seen, node])).isLook(node);
  }

  private isFlat(node: Node): boolean {
    return isFlat(node, this.model.semantics);
  }

  /** `object.name`, `object[index]`, and what becomes of it. */
  private isMemberLook(member: Node): boolean {
    const { semantics } = this.model;
    if (isTarget(member)) return false;
    const object = member.firstChild as Node;
    const call = member.parent && semantics.call(member.parent);
    const methods = semantics.values.definitions(member);
    if (methods.length > 0) return methods.every((method) => this.leavesSelf(method));
    const name = semantics.attribute(member)?.name ?? '';
    if (call?.callee !== member) {
      const mayChange =
        CHANGING_METHODS.has(name) || (!LOOKING_METHODS.test(name) && this.isCallback(member));
      if (mayChange) return this.isSelfContained(object);
      return (subscriptOf(member) !== null && this.isFlat(object)) || this.again(member);
    }
    if (this.isSelfContained(object)) return true;
    if (!LOOKING_METHODS.test(name) || semantics.values.classesOf(object).length > 0) return false;
    return !PARTS.test(name) || this.isFlat(object) || this.again(call.node);
  }

  /** Whether what a member gives is handed on to be called. */
  private isCallback(member: Node): boolean {
    const { semantics } = this.model;
    const call =
      member.parent?.kind === 'ArgList' ? semantics.call(member.parent.parent as Node) : null;
    const argument = call?.args.find(({ value }) => value === member);
    if (!call || !argument) return false;
    return argument.name === null
      ? argument === call.args[0] && CALLING.test(semantics.textOf(call.callee))
      : CALLED.test(argument.name);
  }

  private isSelfContained(object: Node): boolean {
    const names = this.model.semantics.values.qualifiedNames(object);
    return names.length > 0 && names.every((name) => SELF_CONTAINED.test(name));
  }

  private leavesSelf(method: Node): boolean {
    const { semantics } = this.model;
    if (method.kind !== 'FunctionDefinition') return false;
    const self = semantics.functionShape(method)?.params[0];
    const isMethod = self && semantics.values.classOfSelf(self.nameNode) !== null;
    return !isMethod || this.onlyLooks(self.nameNode);
  }

  private onlyLooks(nameNode: Node): boolean {
    const binding = this.model.semantics.bindingOf(nameNode);
    if (!binding || this.seen.has(nameNode)) return true;
    const inside = new Set([...this.seen, nameNode]);
    return binding.references.every(
      ({ node }) =>
        inside.has(node) || new Use(this.model, new Set([...inside, node])).isLook(node),
    );
  }

  private isArgumentLook(node: Node, list: Node): boolean {
    const { semantics, submissions, creations } = this.model;
    const call = list.parent && semantics.call(list.parent);
    if (!call) return false;
    const argument = call.args.find(({ value }) => value === node);
    if (!argument) return node.kind !== 'VariableName' || true;
    const isHandedOver =
      submissions.some((s) => s.call.node === call.node) ||
      creations.some((creation) => creation.call.node === call.node);
    if (isHandedOver) return !/callback$/.test(argument.name ?? '');
    if (argument.name === 'file') return false;
    const functions = semantics.values.definitions(call.callee);
    if (functions.length > 0)
      return functions.every((fn) => this.isParameterLook(fn, call, argument));
    return this.isLibraryLook(call, argument);
  }

  /** What a function of a package does with what it is given: as a rule, it changes only what nobody asks back. */
  private isLibraryLook({ callee, node, args }: Call, argument: Argument): boolean {
    const { values } = this.model.semantics;
    const names = values.qualifiedNames(callee);
    const attribute = this.model.semantics.attribute(callee);
    if (names.length === 0) return attribute !== null && LOOKING_FUNCTIONS.test(attribute.name);
    return names.every((name) => {
      if (LOOKS.test(name)) return !/\.dump$/.test(name) || args[0] === argument;
      if (HANDS_ON.test(name)) return this.isFlat(argument.value) || this.again(node);
      if (name.startsWith('builtins.') || CHANGING_FUNCTIONS.test(name)) return false;
      return node.parent?.kind !== 'ExpressionStatement' || LOOKING_FUNCTIONS.test(name);
    });
  }

  private isParameterLook(fn: Node, call: Call, argument: Argument): boolean {
    const { semantics } = this.model;
    const maker = fn.kind === 'ClassDefinition' ? semantics.values.method(fn, '__init__')[0] : fn;
    const shape = maker && semantics.functionShape(maker);
    if (!shape || argument.star) return false;
    const index = call.args.filter(({ name }) => name === null).indexOf(argument);
    const isBound =
      maker.parent?.parent?.kind === 'ClassDefinition' || fn.kind === 'ClassDefinition' ? 1 : 0;
    const param =
      argument.name === null
        ? shape.params[index + isBound]
        : shape.params.find(({ name }) => name === argument.name);
    return param !== undefined && param.star === '' && this.onlyLooks(param.nameNode);
  }

  /** `def f(name=object)` */
  private isDefaultLook(value: Node): boolean {
    const name = value.previous?.previous;
    return name?.kind === 'VariableName' && this.onlyLooks(name);
  }

  /** `other = object`: another name for it. */
  private isAssignedLook(node: Node, statement: Node): boolean {
    const assignment = assignmentOf(statement);
    if (!assignment?.values.includes(node)) return assignment?.annotation === node;
    return assignment.targets.every(
      ([target, ...others]) =>
        target?.kind === 'VariableName' &&
        others.length === 0 &&
        this.model.semantics.bindingOf(target)?.scope.isFunction === true &&
        this.onlyLooks(target),
    );
  }

  /** `for item in object`, in a statement or comprehension. */
  private isLoopLook(iterable: Node, loop: Node): boolean {
    if (this.isFlat(iterable)) return true;
    const parts = loop.parts;
    const end = parts.indexOf(iterable);
    const start = parts.findLastIndex((part, index) => index < end && part.kind === 'for');
    return parts
      .slice(start + 1, end)
      .flatMap((part) => (part.kind === 'VariableName' ? [part] : part.descendants('VariableName')))
      .every((name) => this.onlyLooks(name));
  }
}

/** What calls what it is given: `map(store.put, …)`, `Thread(target=store.fill)`. */
const CALLING =
  /(^|\.)(map|filter|reduce|partial|register|Timer|call_soon\w*|call_later|add_done_callback|submit|connect)$/;
const CALLED = /^(target|func|fn|function|.*callback)$/;

/** Whether a member is assigned to, changed in place, or deleted. */
export function isTarget(member: Node): boolean {
  let node = member;
  while (/^(Tuple|Array|Parenthesized)Expression$/.test(node.parent?.kind ?? '')) {
    node = node.parent as Node;
  }
  const statement = node.parent;
  switch (statement?.kind) {
    case 'AssignStatement':
      return statement.children.some((c) => c.kind === 'AssignOp' && c.from > node.from);
    case 'UpdateStatement':
      return statement.firstChild === node;
    case 'DeleteStatement':
      return true;
    case 'ForStatement':
      return node.kind !== 'Body' && (node.next?.kind === 'in' || node.next?.kind === ',');
    default:
      return false;
  }
}

const COMPARES: ReadonlySet<string> = new Set(['CompareOp', 'in', 'not', 'is']);
const COMPREHENSION = /Comprehension(Expression)?$/;

/** What does no more with a value than to look at it. */
const LOOKED_AT: ReadonlySet<string> = new Set([
  'ExpressionStatement',
  'IfStatement',
  'WhileStatement',
  'AssertStatement',
  'UnaryExpression',
  'FormatReplacement',
  'TypeDef',
  'ScopeStatement',
  'Decorator',
]);
