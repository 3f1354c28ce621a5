/** Which names' objects a piece of code may change: by assigning into them, by methods, by handing them to calls. */
import type { Node } from '../syntax/node.ts';
import type { Call } from '../syntax/shapes.ts';
import { codeOf, rootName } from './code.ts';
import {
  CHANGING_FUNCTIONS,
  CHANGING_METHODS,
  LOOKING_FUNCTIONS,
  SYSTEM_FUNCTIONS,
} from './mutation-tables.ts';
import type { Binding } from './scopes.ts';
import type { Semantics } from './semantics.ts';

export class Mutations {
  private readonly known = new Map<Node, ReadonlySet<Binding>>();

  constructor(
    private readonly semantics: Semantics,
    /** Says of a call that it does not change what it is given, nor what it is a method of. */
    private readonly leavesAlone: (call: Call) => boolean,
  ) {}

  /** The names, of any scope, whose objects a statement or body may change. */
  in(code: Node): ReadonlySet<Binding> {
    const before = this.known.get(code);
    if (before) return before;
    // What leads back to code that is being looked at adds nothing.
    this.known.set(code, new Set());
    const changed = new Set<Binding>();
    for (const node of codeOf(code)) {
      for (const name of this.changedAt(node)) this.addWithOrigin(name, changed);
    }
    this.known.set(code, changed);
    return changed;
  }

  /** The names that what stands at this node changes. */
  private changedAt(node: Node): Node[] {
    if (node.kind === 'MemberExpression' && isTarget(node)) return compact([rootName(node)]);
    // `rows += […]` changes the list, also where `rows` is only a function's name for it.
    if (node.kind === 'UpdateStatement' && node.firstChild?.kind === 'VariableName') {
      return [node.firstChild];
    }
    const call = this.semantics.call(node);
    return call ? [...this.changedOwner(call), ...this.changedArguments(call)] : [];
  }

  /** `rows.append(x)`: the name of what a method belongs to. */
  private changedOwner(call: Call): Node[] {
    const attribute = this.semantics.attribute(call.callee);
    const owner = attribute && rootName(attribute.object);
    if (!attribute || !owner) return [];
    const isUnknown = isStatement(call) && !LOOKING_FUNCTIONS.test(attribute.name);
    const mayChange =
      CHANGING_METHODS.has(attribute.name) || (isUnknown && !this.leavesAlone(call));
    if (mayChange && !this.isImported(owner)) return [owner];
    if (this.leavesAlone(call)) return [];
    const methods = this.semantics.values.definitions(call.callee);
    return methods.some((fn) => this.changesSelf(fn)) ? [owner] : [];
  }

  /** `fill(rows)`: the names that a call is given and may change. */
  private changedArguments(call: Call): Node[] {
    if (this.leavesAlone(call)) return [];
    const { values } = this.semantics;
    const functions = values.definitions(call.callee);
    const attribute = this.semantics.attribute(call.callee);
    const owner = attribute && rootName(attribute.object);
    const isFunction = !attribute || (owner !== null && this.isImported(owner));
    const name = values.qualifiedName(call.callee) ?? '';
    const isUnknown = isStatement(call) && isFunction && !isHarmless(name);
    const mayChange = isUnknown || CHANGING_FUNCTIONS.test(name);
    return call.args.flatMap(({ value, name: keyword }, index) => {
      if (rootName(value) !== value) return [];
      const changes =
        functions.length > 0
          ? functions.some((fn) => this.changesParameter(fn, keyword ?? index))
          : mayChange;
      return changes ? [value] : [];
    });
  }

  /** Whether a function changes what it is given for a parameter: itself, or through functions that it calls. */
  private changesParameter(fn: Node, parameter: string | number): boolean {
    const { values } = this.semantics;
    const isClass = fn.kind === 'ClassDefinition';
    const target = isClass ? values.method(fn, '__init__')[0] : fn;
    const params = (target && this.semantics.functionShape(target)?.params) ?? [];
    const own = target && isMethod(target) ? params.slice(1) : params;
    const param =
      typeof parameter === 'string' ? own.find((p) => p.name === parameter) : own[parameter];
    return target !== undefined && param !== undefined && this.changes(target, param.nameNode);
  }

  /** Whether a method changes the object that it belongs to. */
  private changesSelf(fn: Node): boolean {
    const self = isMethod(fn) && this.semantics.functionShape(fn)?.params[0];
    return self ? this.changes(fn, self.nameNode) : false;
  }

  private changes(fn: Node, nameNode: Node): boolean {
    const binding = this.semantics.bindingOf(nameNode);
    return binding !== null && fn.lastChild !== null && this.in(fn.lastChild).has(binding);
  }

  /** A name, and the ones that its value is a part of: `row` of `for row in rows` stands for `rows` too. */
  private addWithOrigin(name: Node, changed: Set<Binding>): void {
    const binding = this.semantics.bindingOf(name);
    if (!binding || changed.has(binding)) return;
    changed.add(binding);
    for (const { value, kind, node } of binding.definitions) {
      const origins = value ? this.originsOf(value) : kind === 'function' ? returnedBy(node) : [];
      for (const origin of origins) this.addWithOrigin(origin, changed);
    }
  }

  /** The names whose objects an expression gives, whole or in part. */
  private originsOf(value: Node): Node[] {
    const { values } = this.semantics;
    if (SEQUENCES.has(value.kind)) {
      return values.elementsOf(value).flatMap((element) => this.originsOf(element));
    }
    const call = this.semantics.call(value);
    if (!call) return compact([rootName(value)]);
    const attribute = this.semantics.attribute(call.callee);
    if (attribute) return PARTS.test(attribute.name) ? compact([rootName(attribute.object)]) : [];
    if (PASSES_ON.test(values.qualifiedName(call.callee) ?? '')) {
      return call.args.flatMap((argument) => this.originsOf(argument.value));
    }
    return values
      .definitions(call.callee)
      .flatMap((d) => (this.isSingleton(d) ? compact([rootName(call.callee)]) : returnedBy(d)));
  }

  /** A class with a `__new__` may give the same instance again. */
  private isSingleton(definition: Node): boolean {
    return (
      definition.kind === 'ClassDefinition' &&
      this.semantics.values.method(definition, '__new__').length > 0
    );
  }

  private isImported(name: Node): boolean {
    const definitions = this.semantics.bindingOf(name)?.definitions ?? [];
    return definitions.length > 0 && definitions.every((d) => d.kind === 'import');
  }
}

function isTarget(member: Node): boolean {
  const statement = member.parent;
  switch (statement?.kind) {
    case 'AssignStatement':
      return statement.children.some((c) => c.kind === 'AssignOp' && c.from > member.from);
    case 'UpdateStatement':
      return statement.firstChild === member;
    case 'DeleteStatement':
      return true;
    default:
      return false;
  }
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

/** The names in a function's `return name`. */
function returnedBy(fn: Node): Node[] {
  const body = fn.kind === 'FunctionDefinition' ? fn.lastChild : null;
  const returns = body ? [...codeOf(body)].filter((node) => node.kind === 'ReturnStatement') : [];
  return compact(returns.map(({ lastChild }) => lastChild && rootName(lastChild)));
}

function compact(nodes: readonly (Node | null)[]): Node[] {
  return nodes.filter((node) => node !== null);
}

const SEQUENCES: ReadonlySet<string> = new Set(['ArrayExpression', 'TupleExpression']);
const PARTS = /^(items|values|get|setdefault)$/;
const PASSES_ON = /^builtins\.(enumerate|zip|reversed|sorted|iter|list|tuple|next)$/;
