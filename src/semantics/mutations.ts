/** Which names' objects a piece of code may change: by assigning into them, by methods, by handing them to calls. */
import type { Node } from '../syntax/node.ts';
import { type Argument, type Call, type Parameter, subscriptOf } from '../syntax/shapes.ts';
import { codeOf, rootName } from './code.ts';
import { ImplicitCalls, isNamed } from './implicit-calls.ts';
import {
  CHANGING_FUNCTIONS,
  CHANGING_METHODS,
  LOOKING_FUNCTIONS,
  SYSTEM_FUNCTIONS,
} from './mutation-tables.ts';
import type { Binding } from './scopes.ts';
import type { Semantics } from './semantics.ts';
import { type Change, Sharing } from './sharing.ts';

export class Mutations {
  private readonly known = new Map<Node, ReadonlySet<Binding>>();
  private readonly sharing: Sharing;

  constructor(
    private readonly semantics: Semantics,
    /** Says of a call that it does not change what it is given, nor what it is a method of. */
    private readonly leavesAlone: (call: Call) => boolean,
    private readonly implicit = new ImplicitCalls(semantics),
  ) {
    this.sharing = new Sharing(semantics);
  }

  /** The names, of any scope, whose objects a statement or body may change. */
  in(code: Node): ReadonlySet<Binding> {
    const before = this.known.get(code);
    if (before) return before;
    // What leads back to code that is being looked at adds nothing.
    this.known.set(code, new Set());
    const changes = [...codeOf(code)].flatMap((node) => this.changedAt(node));
    const changed = this.sharing.reachedBy(changes);
    this.known.set(code, changed);
    return changed;
  }

  /** What the node itself changes. */
  private changedAt(node: Node): Change[] {
    const { sharing } = this;
    const changes = this.implicit.methodsAt(node).some((fn) => this.changesSelf(fn))
      ? sharing.changesOf(this.semantics.attribute(node)?.object ?? node, true)
      : [];
    if (node.kind === 'MemberExpression' && (isTarget(node) || this.fills(node))) {
      changes.push(...sharing.changesOf(node.firstChild as Node));
    }
    if (node.kind === 'VariableName') {
      // `rows += […]` changes the list, also where `rows` is only a function's name for it.
      if (isUpdated(node) || this.implicit.isDrawnFrom(node))
        changes.push(...sharing.changesOf(node));
    }
    const call = this.semantics.call(node);
    return call
      ? [...changes, ...this.changedOwner(call), ...this.changedArguments(call)]
      : changes;
  }

  /** Reading an element of a `defaultdict` may add it. */
  private fills(member: Node): boolean {
    const object = subscriptOf(member)?.object;
    const names = object ? this.semantics.values.qualifiedNames(object) : [];
    return names.includes('collections.defaultdict()');
  }

  /** `rows.append(x)`: what a method belongs to. */
  private changedOwner(call: Call): Change[] {
    const attribute = this.semantics.attribute(call.callee);
    if (!attribute) return [];
    const owner = rootName(attribute.object);
    const isImported = owner !== null && this.isImported(owner);
    if (CHANGING_METHODS.has(attribute.name) && !isImported) {
      const changes = this.sharing.changesOf(attribute.object);
      const [object] = call.args;
      // `list.append(rows, x)`
      return changes.length > 0 || !object ? changes : this.sharing.changesOf(object.value);
    }
    if (this.leavesAlone(call)) return [];
    const methods = this.semantics.values.definitions(call.callee);
    const isUnknown = isStatement(call) && !LOOKING_FUNCTIONS.test(attribute.name);
    return (isUnknown && !isImported) || methods.some((fn) => this.changesSelf(fn))
      ? this.sharing.changesOf(attribute.object, true)
      : [];
  }

  /** `fill(rows)`: what a call is given and may change. */
  private changedArguments(call: Call): Change[] {
    if (this.leavesAlone(call)) return [];
    const functions = this.semantics.values.definitions(call.callee);
    if (functions.length > 0) {
      return call.args.flatMap((argument, index) =>
        functions.some((fn) => this.changesGiven(fn, call, argument, index))
          ? this.sharing.changesOf(argument.value, true)
          : [],
      );
    }
    const changed = call.args.map(({ value }) => value);
    if (this.isUnknown(call)) changed.push(call.callee);
    else if (!this.callsChanging(call) && !this.mayChangeGiven(call)) return [];
    return changed.flatMap((value) => this.sharing.changesOf(value, true));
  }

  /** Whether a callable is called of which nothing is known, not even a name. */
  private isUnknown({ callee }: Call): boolean {
    return this.semantics.attribute(callee) === null && !isNamed(callee, this.semantics);
  }

  /** `map(fill, rows)` */
  private callsChanging({ args }: Call): boolean {
    const { values } = this.semantics;
    return args.some(({ value }) =>
      values
        .definitions(value)
        .some((fn) => this.parametersOf(fn).some((p) => this.changes(fn, p))),
    );
  }

  private mayChangeGiven(call: Call): boolean {
    const attribute = this.semantics.attribute(call.callee);
    const owner = attribute && rootName(attribute.object);
    const isFunction = !attribute || (owner !== null && this.isImported(owner));
    const name = this.semantics.values.qualifiedName(call.callee) ?? '';
    return (isStatement(call) && isFunction && !isHarmless(name)) || CHANGING_FUNCTIONS.test(name);
  }

  /** Whether a function changes what a call gives it for a parameter: itself, or through functions that it calls. */
  private changesGiven(
    definition: Node,
    call: Call,
    { name, star }: Argument,
    index: number,
  ): boolean {
    const isClass = definition.kind === 'ClassDefinition';
    const makers = isClass ? this.semantics.callGraph.functionsOf(call.callee) : [definition];
    return makers.some((fn) => {
      const given = this.parametersOf(fn);
      const isBound = isClass || this.isBound(fn, call);
      const own = isBound ? given.slice(1) : given;
      const isPlain = star === '' && call.args.slice(0, index).every((a) => a.star === '');
      const rest = own.filter((p) => p.star !== '');
      const named = own.filter((p) => p.name === name);
      const param = own[index];
      const taking = !isPlain
        ? own
        : name !== null
          ? [...named, ...rest]
          : [...(param ? [param] : []), ...rest];
      return taking.some((p) => this.changes(fn, p));
    });
  }

  /** Whether a call gives a method its object itself: not in `Class.method(object)`. */
  private isBound(fn: Node, { callee }: Call): boolean {
    const object = this.semantics.attribute(callee)?.object;
    if (!object || !isMethod(fn)) return false;
    const decorators = this.semantics.functionShape(fn)?.decorators ?? [];
    const isDecorated = (by: string) =>
      decorators.some((each) => this.semantics.textOf(each).slice(1).trim() === by);
    if (isDecorated('staticmethod')) return false;
    const isOfClass = this.semantics.values
      .sources(object)
      .some(({ kind }) => kind === 'ClassDefinition');
    return !isOfClass || isDecorated('classmethod');
  }

  private parametersOf(fn: Node): readonly Parameter[] {
    return this.semantics.functionShape(fn)?.params ?? [];
  }

  /** Whether a method changes the object that it belongs to. */
  private changesSelf(fn: Node): boolean {
    const [self] = isMethod(fn) ? this.parametersOf(fn) : [];
    return self ? this.changes(fn, self) : false;
  }

  private changes(fn: Node, { nameNode }: Parameter): boolean {
    const binding = this.semantics.bindingOf(nameNode);
    return binding !== null && fn.lastChild !== null && this.in(fn.lastChild).has(binding);
  }

  private isImported(name: Node): boolean {
    const definitions = this.semantics.bindingOf(name)?.definitions ?? [];
    return definitions.length > 0 && definitions.every((d) => d.kind === 'import');
  }
}

/** `rows += …`, `(rows) += …` */
function isUpdated(name: Node): boolean {
  let target = name;
  while (target.parent?.kind === 'ParenthesizedExpression') target = target.parent;
  return target.parent?.kind === 'UpdateStatement' && target.index === 0;
}

/** Whether something is assigned or deleted at an attribute or element, by itself or as one of several. */
function isTarget(member: Node): boolean {
  let target = member;
  while (target.parent && TARGET_GROUPS.has(target.parent.kind)) target = target.parent;
  const statement = target.parent;
  const parts = statement?.children ?? [];
  switch (statement?.kind) {
    case 'AssignStatement':
      return parts.some((c) => c.kind === 'AssignOp' && c.from > target.from);
    case 'UpdateStatement':
      return parts[0] === target;
    case 'DeleteStatement':
      return true;
    case 'WithStatement':
      return parts[parts.indexOf(target) - 1]?.kind === 'as';
    default:
      return (
        target.from < (parts.find(({ kind }) => kind === 'in')?.from ?? -1) && isLoop(statement)
      );
  }
}

function isLoop(node: Node | null): boolean {
  return node?.child('for') !== null && node?.child('for') !== undefined;
}

/** A call whose result nobody wants is made for what it does. */
function isStatement({ node }: Call): boolean {
  return node.parent?.kind === 'ExpressionStatement';
}

function isHarmless(name: string): boolean {
  return LOOKING_FUNCTIONS.test(name) || SYSTEM_FUNCTIONS.test(name);
}

function isMethod(fn: Node): boolean {
  const owner = fn.ancestor('ClassDefinition', 'FunctionDefinition', 'LambdaExpression');
  return fn.kind === 'FunctionDefinition' && owner?.kind === 'ClassDefinition';
}

const TARGET_GROUPS: ReadonlySet<string> = new Set([
  'ParenthesizedExpression',
  'TupleExpression',
  'ArrayExpression',
]);
