/** What may bind names in ways that can't be seen: star imports, `exec`, writes to the dictionaries of names. */
import type { Node } from '../../syntax/node.ts';
import type { SyntaxTree } from '../../syntax/parse.ts';
import { attributeOf, type Call, callOf, subscriptOf } from '../../syntax/shapes.ts';
import type { Reference, Scope, Scopes } from '../scopes.ts';

export class Unseen {
  /** Where code of the module, as it runs, may bind any of the module's names. */
  readonly places = new Set<Node>();
  /** The module and the classes whose names may be bound at any time. */
  private readonly open = new Set<Scope>();

  constructor(
    private readonly tree: SyntaxTree,
    private readonly scopes: Scopes,
  ) {
    for (const { boundNode } of scopes.starImports) this.places.add(boundNode);
    if (MEMBERS_AS_NAMES.test(tree.text)) this.open.add(scopes.module);
    for (const reference of scopes.references) if (!reference.binding) this.visit(reference);
  }

  /** Whether any name of a scope may be bound at any time. */
  isOpen(scope: Scope): boolean {
    return this.open.has(scope);
  }

  /** Whether names that nothing in the file binds may be names of the module all the same. */
  get mayBindOthers(): boolean {
    return this.places.size > 0 || this.open.has(this.scopes.module);
  }

  /** Whether a name may be one of the class in whose own code it is read, though no definition there says so. */
  mayBeOfClass({ name, scope }: Reference): boolean {
    let reader = scope;
    while (reader.parent && reader.isAnnotation) reader = reader.parent;
    return reader.kind === 'class' && (this.open.has(reader) || GIVEN_TO_CLASSES.has(name));
  }

  private visit({ name, node, scope }: Reference): void {
    const call = node.parent ? callOf(node.parent, this.tree.text) : null;
    const isCalled = call !== null && call.callee === node;
    if (name === '__name__') this.visitModule(node);
    else if (name === 'globals' && !isCalled) this.open.add(this.scopes.module);
    else if (name === 'exec' && (!isCalled || this.runsHere(call))) this.execute(scope);
    else if (name === 'eval' && isCalled && this.isCode(call) && this.runsHere(call))
      this.execute(scope);
    else if (isCalled && call.args.length === 0) {
      if (name === 'globals') this.visitNamespace(call.node, this.scopes.module, scope);
      if (name === 'locals' || name === 'vars') this.visitNamespace(call.node, scope.frame, scope);
    }
  }

  /** What is executed may also define functions, which bind names whenever they are called. */
  private execute({ frame }: Scope): void {
    this.open.add(this.scopes.module);
    if (frame.kind === 'class') this.open.add(frame);
  }

  /** Whether what `exec` or `eval` runs has the names of the place that calls it. */
  private runsHere({ args, argList }: Call): boolean {
    return args.length === 1 || /\b(globals|locals|vars)\s*\(|\*/.test(this.text(argList));
  }

  /** Whether `eval` is given compiled code, which may hold statements. */
  private isCode({ args }: Call): boolean {
    const code = args[0]?.value;
    const definitions = (code && this.scopes.bindingAt.get(code)?.definitions) ?? [];
    return [code, ...definitions.map(({ value }) => value)].some(
      (value) => value && /^compile\s*\(/.test(this.text(value)),
    );
  }

  /** The dictionary of a scope's names, as an expression: it is read, written to at once, or kept for later. */
  private visitNamespace(node: Node, owner: Scope, scope: Scope): void {
    // The names of a function's own are no dictionary.
    if (owner.isFunction || this.isOnlyRead(node)) return;
    const isInPlace = owner.kind === 'module' && runsInPlace(scope) && isWrittenAtOnce(node);
    if (isInPlace) this.places.add(node);
    else this.open.add(owner);
  }

  private isOnlyRead(namespace: Node): boolean {
    const user = namespace.parent;
    if (user?.kind === 'ArgList' && !user.child('for')) {
      return namespace.previous?.kind === '**' || READERS.test(this.calleeOf(user));
    }
    if (user?.kind !== 'MemberExpression') {
      return user?.kind === 'BinaryExpression' || namespace.previous?.kind === 'in';
    }
    if (subscriptOf(user)) return !isTarget(user);
    return READING_METHODS.test(this.text(user.lastChild ?? user));
  }

  /** `sys.modules[__name__]`, through which attributes of the module, its names, can be set. */
  private visitModule(name: Node): void {
    const module = name.parent;
    const subscript = module && subscriptOf(module);
    if (!module || !subscript || !/\bmodules$/.test(this.text(subscript.object))) return;
    if (!this.isModuleOnlyRead(module)) this.open.add(this.scopes.module);
  }

  private isModuleOnlyRead(module: Node): boolean {
    const user = module.parent;
    if (user?.kind === 'ArgList') return MODULE_READERS.test(this.calleeOf(user));
    if (user?.kind !== 'MemberExpression') return isReplaced(module);
    const attribute = attributeOf(user, this.tree.text);
    return attribute !== null && attribute.name !== '__dict__' && !isTarget(user);
  }

  private calleeOf(argList: Node): string {
    return this.text(argList.parent?.firstChild ?? argList);
  }

  private text(node: Node): string {
    return this.tree.text.slice(node.from, node.to);
  }
}

/** What makes the members of an `enum` names of the module. */
const MEMBERS_AS_NAMES = /\b(global_enum|_convert_)\b/;

/** Names that Python itself gives a class before its first statement runs. */
const GIVEN_TO_CLASSES: ReadonlySet<string> = new Set(['__module__', '__qualname__', '__doc__']);

const READERS = /^(__import__|dict|eval|iter|len|list|print|repr|set|sorted|str|tuple)$/;

const MODULE_READERS = /^(dir|getattr|hasattr|id|isinstance|print|repr|([\w.]+\.)?getmembers)$/;

const READING_METHODS = /^(copy|get|items|keys|values|__contains__|__getitem__)$/;

/** Whether code of a scope runs where it stands in the module. */
function runsInPlace(scope: Scope): boolean {
  return (
    scope.kind === 'module' ||
    (scope.kind === 'class' && !!scope.parent && runsInPlace(scope.parent))
  );
}

/** `globals()['a'] = 1`, `globals().update(a=1)` */
function isWrittenAtOnce(namespace: Node): boolean {
  const member = namespace.parent;
  if (member?.kind !== 'MemberExpression') return false;
  return subscriptOf(member) !== null || member.parent?.kind === 'CallExpression';
}

/** Whether an expression may be bound, or unbound, rather than read. */
function isTarget(node: Node): boolean {
  switch (node.parent?.kind) {
    case 'DeleteStatement':
    case 'TupleExpression':
    case 'ArrayExpression':
      return true;
    case 'ParenthesizedExpression':
      return isTarget(node.parent);
    case 'AssignStatement':
    case 'UpdateStatement':
      return node.parent.lastChild !== node;
    default:
      return TARGET_KEYWORDS.test(keywordBefore(node));
  }
}

const TARGET_KEYWORDS = /^(for|as)$/;

/** The last of the keywords of a loop, comprehension or `with` that stand in front of one of its parts. */
function keywordBefore(node: Node): string {
  let before = node.previous;
  while (before && !/^(as|for|if|in|with)$/.test(before.kind)) before = before.previous;
  return before?.kind ?? '';
}

/** `sys.modules[__name__] = other`: the module's names stay what they are. */
function isReplaced(module: Node): boolean {
  const user = module.parent;
  return (
    user?.kind === 'BinaryExpression' ||
    user?.kind === 'DeleteStatement' ||
    (user?.kind === 'AssignStatement' && user.lastChild !== module)
  );
}
