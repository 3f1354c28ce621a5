import type { Node } from '../syntax/node.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import {
  attributeOf,
  callOf,
  conditionalBranches,
  subscriptOf,
  unparenthesized,
  wholeStatement,
} from '../syntax/shapes.ts';
import { ClassMembers } from './class-members.ts';
import { DottedNames } from './dotted-names.ts';
import { Elements } from './elements.ts';
import type { Reaching } from './flow/reaching.ts';
import { remembered } from './remembered.ts';
import type { Binding, Definition, Scopes } from './scopes.ts';

/**
 * What expressions stand for, as far as the assignments tell that reach them: every answer is "may be". An empty
 * answer means unknown.
 */
export class Values {
  private readonly names: DottedNames;
  private readonly members: ClassMembers;
  private readonly elements: Elements;
  private readonly assigned = new Map<Node, readonly Node[]>();
  private readonly classes = new Map<Node, readonly Node[]>();

  constructor(
    private readonly tree: SyntaxTree,
    private readonly scopes: Scopes,
    private readonly reaching: (name: Node) => Reaching,
    /** What dotted names stand for, and the results `:f()` of this module's functions. */
    known: ReadonlyMap<string, string>,
  ) {
    this.names = new DottedNames(tree, scopes, this, reaching, known);
    this.members = new ClassMembers(tree, scopes, this);
    this.elements = new Elements(tree, scopes, this, this.members);
  }

  /**
   * The dotted names that an expression may stand for: `multiprocessing.Pool` for `mp.Pool`; a call's result has
   * `()` behind, `multiprocessing.get_context().Pool()`. Names of this module's own are not among them.
   */
  qualifiedNames(expression: Node): readonly string[] {
    return this.names.of(expression);
  }

  /** The one dotted name that an expression stands for; null where it may be something else, unless that is `None`. */
  qualifiedName(expression: Node): string | null {
    return this.names.only(expression);
  }

  /** What may give a name its value at a place; where the flow can't tell, or never gets there, all that bind it. */
  definitionsAt(name: Node, binding: Binding): readonly Definition[] {
    const { definitions, isComplete, timing } = this.reaching(name);
    const last = definitions.at(-1);
    // What a function looks up when it is called is most often what the module has in the end.
    if (timing === 'later' && last && definitions.every(isOfModule) && isModuleDefinition(last)) {
      return [last];
    }
    const isKnown = isComplete && definitions.length > 0;
    return isKnown && definitions.every(({ kind }) => kind !== 'augmented')
      ? definitions
      : binding.definitions;
  }

  /**
   * The expressions that an expression may take its value from: through names, attributes of `self`, elements of
   * lists, and conditional expressions, down to what is neither. A function's or class's node stands for itself.
   */
  sources(expression: Node): Node[] {
    const found: Node[] = [];
    this.addSources(expression, new Set(), found);
    return found;
  }

  /** One list takes all: conditional expressions can be chained by the hundred. */
  private addSources(expression: Node, seen: Set<Node>, found: Node[]): void {
    const node = unparenthesized(expression);
    if (seen.has(node)) return;
    seen.add(node);
    const nexts = this.nextSources(node);
    if (nexts.length === 0) found.push(node);
    for (const next of nexts) this.addSources(next, seen, found);
  }

  /** The expressions and definitions one step nearer to where a value comes from; none where that is as far as it goes. */
  private nextSources(node: Node): readonly Node[] {
    switch (node.kind) {
      case 'ConditionalExpression':
        return conditionalBranches(node);
      case 'NamedExpression':
        return node.lastChild ? [node.lastChild] : [];
      case 'VariableName': {
        const binding = this.scopes.bindingAt.get(node);
        const definitions = binding ? this.definitionsAt(node, binding) : [];
        return definitions.flatMap((d) =>
          d.kind === 'function' || d.kind === 'class' ? [d.node] : this.definedValues(d),
        );
      }
      case 'MemberExpression': {
        const attribute = attributeOf(node, this.tree.text);
        if (!attribute) return this.elementsOf(subscriptOf(node)?.object ?? node);
        const values = this.attributeValues(node);
        return values.length > 0
          ? [...this.methods(attribute.object, attribute.name), ...values]
          : [];
      }
      default:
        return [];
    }
  }

  /** The functions, lambdas and classes that an expression may stand for, those of this file. */
  definitions(expression: Node): Node[] {
    return this.sources(expression).flatMap((source) => {
      if (DEFINITIONS.has(source.kind)) return [source];
      const attribute = attributeOf(source, this.tree.text);
      return attribute ? this.methods(attribute.object, attribute.name) : [];
    });
  }

  private methods(object: Node, name: string): Node[] {
    const found = this.classesBehind(object).flatMap((c) => this.method(c, name));
    return [...new Set(found)].filter((method) => !this.members.isProperty(method));
  }

  /** The classes of which an object may have its attributes: an instance of a subclass is `self` too. */
  private classesBehind(object: Node): readonly Node[] {
    const own = this.members.classOfSelf(unparenthesized(object));
    return own ? [own, ...this.members.subclasses(own)] : this.classesOf(object);
  }

  /** The classes of this file that an expression may be an instance of, or may itself be. */
  classesOf(expression: Node): readonly Node[] {
    const inner = unparenthesized(expression);
    return remembered(this.classes, inner, () => this.findClasses(inner));
  }

  private findClasses(inner: Node): readonly Node[] {
    const own = this.members.classOfSelf(inner);
    if (own) return [own];
    return this.sources(inner).flatMap((source) => {
      if (source.kind === 'ClassDefinition') return [source];
      const call = callOf(source, this.tree.text);
      if (!call) return [];
      if (call.callee.kind === 'VariableName' && this.text(call.callee) === 'super') {
        const enclosing = source.ancestor('ClassDefinition');
        return enclosing ? this.members.nextClasses(enclosing) : [];
      }
      return this.definitions(call.callee).filter((d) => d.kind === 'ClassDefinition');
    });
  }

  /** What is assigned to an attribute of `self` anywhere in its class; empty for any other attribute. */
  attributeValues(member: Node): readonly Node[] {
    return remembered(this.assigned, member, () => {
      const attribute = attributeOf(member, this.tree.text);
      if (!attribute) return [];
      return this.classesBehind(attribute.object).flatMap(
        (c) =>
          this.attributesOf(c)
            .get(attribute.name)
            ?.filter((v) => v.kind !== 'None') ?? [],
      );
    });
  }

  /** The values that a definition may give its name; those of `for` are the iterable's elements. */
  definedValues(definition: Definition): Node[] {
    if (!definition.value || definition.value.kind === 'None') return [];
    switch (definition.kind) {
      case 'for':
        return this.elementsOf(definition.value);
      case 'assignment':
      case 'walrus':
        return [definition.value];
      case 'with':
        return this.entered(definition.value);
      default:
        return [];
    }
  }

  /** What `with` binds: most often the context itself, so to say its `__enter__` returns `self`. */
  private entered(context: Node): Node[] {
    const call = callOf(unparenthesized(context), this.tree.text);
    const name = (call && this.qualifiedName(call.callee)) ?? '';
    if (PASSING_CONTEXTS.test(name)) return call?.args.slice(0, 1).map(({ value }) => value) ?? [];
    const methods = this.classesOf(context).flatMap((c) =>
      ENTERING.flatMap((m) => this.method(c, m)),
    );
    const isOther =
      this.qualifiedNames(context).some((each) => OTHER_CONTEXTS.test(each)) ||
      methods.some((method) => !this.members.returnsSelf(method));
    return isOther ? [] : [context];
  }

  /** The classes of this file that a class names as its bases. */
  baseClasses(classNode: Node): Node[] {
    return this.members.baseClasses(classNode);
  }

  /** The expressions in a class's list of bases, keywords left out. */
  bases(classNode: Node): Node[] {
    return this.members.bases(classNode);
  }

  /** A class with the classes of this file that it derives from, at any remove. */
  lineOf(classNode: Node): Node[] {
    // A Set's iteration goes on over what is added to it on the way.
    const line = new Set([classNode]);
    for (const each of line) for (const base of this.baseClasses(each)) line.add(base);
    return [...line];
  }

  /** Whether reading an attribute gives what this method returns. */
  isProperty(method: Node): boolean {
    return this.members.isProperty(method);
  }

  /** A class's method of this name, its own or a base's in this file. */
  method(classNode: Node, name: string): Node[] {
    return this.members.method(classNode, name);
  }

  /** Every `self.name = value` in a class's methods, and `name = value` in its body, by name. */
  attributesOf(classNode: Node): ReadonlyMap<string, readonly Node[]> {
    return this.members.attributesOf(classNode);
  }

  /** The class whose instance a method's first parameter is; null for any other expression. */
  classOfSelf(node: Node): Node | null {
    return this.members.classOfSelf(node);
  }

  /** The expressions that may be elements of a list, tuple, set, comprehension, or of a name bound to one. */
  elementsOf(expression: Node): Node[] {
    return this.elements.of(expression);
  }

  private text(node: Node): string {
    return this.tree.text.slice(node.from, node.to);
  }
}

const ENTERING = ['__enter__', '__aenter__'];
/** What `with` asks for an object that it is given. */
const PASSING_CONTEXTS = /^contextlib\.(a?closing|nullcontext)$/;
/** What `with` asks for an object of another kind, or for none. */
const OTHER_CONTEXTS =
  /^(tempfile\.TemporaryDirectory|warnings\.catch_warnings|contextlib\.(suppress|chdir|redirect_\w+)|decimal\.localcontext|importlib\.resources\.(path|as_file)|unittest\.mock\.patch(\.\w+)?|.*\.(R?Lock|Condition|(Bounded)?Semaphore))\(\)$/;

const DEFINITIONS: ReadonlySet<string> = new Set([
  'FunctionDefinition',
  'LambdaExpression',
  'ClassDefinition',
]);

function isOfModule({ scope }: Definition): boolean {
  return scope.frame.kind === 'module';
}

/** Whether a definition is a `def` or `class` that the module runs in any case. */
function isModuleDefinition({ kind, node, scope }: Definition): boolean {
  const isDefined = kind === 'function' || kind === 'class';
  return isDefined && scope.kind === 'module' && wholeStatement(node).parent === scope.node;
}
