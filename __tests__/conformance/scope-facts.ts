/**
 * What CPython's symtable would say of a file, told from mpfix's scopes. What a name is bound to is mpfix's answer;
 * how a version of CPython lays out its tables is told here, as no program can see it.
 */
import {
  type Binding,
  CLASS_CELL,
  type Definition,
  type Scope,
} from '../../src/semantics/scopes.ts';
import { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import type { SyntaxTree } from '../../src/syntax/parse.ts';
import { compareVersions } from '../proof/interpreters.ts';

/** The facts that scope_facts.py gives for the same file under a CPython of this version ("3.12"). */
export function scopeFacts(tree: SyntaxTree, version: string): string[] {
  return [...new Tables(new Semantics(tree), version).facts()];
}

/** In the order in which scope_facts.py names them. */
const FLAGS = ['parameter', 'imported', 'assigned', 'referenced', 'annotated'] as const;
type Flag = (typeof FLAGS)[number];
type ScopeWord = 'local' | 'cell' | 'free' | 'global' | 'declared global';

interface Entry {
  word: ScopeWord;
  readonly flags: Set<Flag>;
}

/** One of symtable's tables: its kind, name and line, and what it says of each name. */
interface Table {
  readonly owner: string;
  readonly entries: Map<string, Entry>;
}

/** A name in a scope, and what symtable flags it with for one place in the text; without flags for `global x`. */
interface Use {
  readonly name: string;
  readonly scope: Scope;
  readonly flags: readonly Flag[];
}

/** A name of CPython's own, which scope_facts.py leaves out; some tests write it. */
const HIDDEN = '__classdict__';

class Tables {
  private readonly tables = new Map<Scope | Node, Table>();
  private readonly uses: readonly Use[];
  private readonly captured = new Set<Binding>();
  /** For each comprehension the names that a walrus in it binds outside of it. */
  private readonly walruses = new Map<Scope, Set<string>>();
  private readonly declaredGlobal = new Set<string>();
  private readonly ignoresAnnotations: boolean;
  private readonly defersAnnotations: boolean;
  /** CPython 3.8 counts lines in f-strings of its own way. */
  private readonly misplacesExpressions: boolean;
  /** CPython 3.12 names the table of a bound by its type parameter's line. */
  private readonly placesBounds: boolean;
  private readonly inlinesComprehensions: boolean;
  /** Whether a use in an inlined comprehension counts as one in the function around it. */
  private readonly flagsInlined: boolean;

  constructor(
    private readonly semantics: Semantics,
    version: string,
  ) {
    const isFrom = (minor: string) => compareVersions(version, minor) >= 0;
    this.ignoresAnnotations = isFrom('3.10') && importsAnnotations(semantics);
    this.defersAnnotations = isFrom('3.14');
    this.misplacesExpressions = !isFrom('3.9');
    this.placesBounds = isFrom('3.13');
    this.inlinesComprehensions = isFrom('3.12');
    this.flagsInlined = isFrom('3.14');
    this.uses = [...this.definitions(), ...this.references(), ...this.declarations()];
  }

  *facts(): Generator<string> {
    for (const { name, scope } of this.uses) this.capture(scope.lookUp(name), scope);
    for (const { name, scope, flags } of this.uses) {
      const entry = this.entry(scope, name);
      for (const flag of flags) entry?.flags.add(flag);
      if (entry?.word === 'free') this.passThrough(scope, name);
    }
    this.inline(this.semantics.scopes.module);
    for (const { owner, entries } of this.tables.values()) {
      for (const [name, { word, flags }] of entries) {
        if (name === HIDDEN) continue;
        yield [`${owner}: ${name} ${word}`, ...FLAGS.filter((flag) => flags.has(flag))].join(' ');
      }
    }
  }

  private *definitions(): Generator<Use> {
    for (const scope of this.semantics.scopes.all) {
      const cell = scope.classCell ? [scope.classCell] : [];
      for (const binding of [...scope.bindings.values(), ...cell]) {
        for (const definition of binding.definitions) {
          const use = { name: binding.name, scope: definition.scope };
          const isOutside =
            definition.kind === 'walrus' && definition.scope.kind === 'comprehension';
          if (isOutside) {
            yield* this.walrus(use, scope);
          } else yield { ...use, flags: flagsOf(definition) };
        }
      }
    }
  }

  /** A walrus in a comprehension flags the name there, and in the function that gets it. */
  private *walrus({ name, scope }: Omit<Use, 'flags'>, owner: Scope): Generator<Use> {
    const names = this.walruses.get(scope) ?? new Set();
    this.walruses.set(scope, names.add(name));
    if (owner.kind === 'module') this.declaredGlobal.add(name);
    yield { name, scope, flags: ['assigned'] };
    const { frame } = scope;
    yield { name, scope: frame, flags: frame.kind === 'module' ? [] : ['assigned'] };
  }

  private *references(): Generator<Use> {
    for (const { name, node, scope } of this.semantics.scopes.references) {
      if (!isUpdated(node)) yield { name, scope, flags: ['referenced'] };
      if (name === 'super' && scope.kind !== 'module' && scope.kind !== 'class') {
        yield { name: CLASS_CELL, scope, flags: ['referenced'] };
      }
    }
  }

  private *declarations(): Generator<Use> {
    for (const scope of this.semantics.scopes.all) {
      for (const [name, kind] of scope.declared) {
        yield { name, scope, flags: [] };
        if (kind === 'nonlocal') continue;
        this.declaredGlobal.add(name);
        yield { name, scope: scope.module, flags: [] };
      }
    }
  }

  /** What symtable calls a name in a scope. */
  private word(name: string, scope: Scope): ScopeWord {
    const binding = scope.lookUp(name);
    if (scope.kind === 'module') {
      return this.declaredGlobal.has(name) ? 'declared global' : binding ? 'local' : 'global';
    }
    const declared = scope.declared.get(name);
    if (declared) return declared === 'global' ? 'declared global' : 'free';
    if (this.walruses.get(scope)?.has(name)) {
      return binding?.scope.kind === 'module' ? 'declared global' : 'free';
    }
    if (binding?.scope === scope) return this.captured.has(binding) ? 'cell' : 'local';
    // What an annotation sees of a class around it is looked up by name.
    const isFree = binding && (isFunctionLike(binding.scope) || isClassCell(binding));
    return isFree ? 'free' : 'global';
  }

  private capture(binding: Binding | null, scope: Scope): void {
    if (!binding || !isFunctionLike(binding.scope) || !this.holderOf(scope)) return;
    if (this.homeOf(scope) !== this.homeOf(binding.scope)) this.captured.add(binding);
  }

  /** All scopes between a free name and its owner have it too. */
  private passThrough(scope: Scope, name: string): void {
    const owner = scope.lookUp(name)?.scope;
    for (let outer = scope.parent; outer && outer !== owner; outer = outer.parent) {
      this.entry(outer, name);
    }
  }

  private entry(scope: Scope, name: string): Entry | null {
    const holder = this.holderOf(scope);
    const table = holder && this.tableOf(holder);
    if (!table) return null;
    let entry = table.entries.get(name);
    if (!entry) {
      entry = { word: this.word(name, holder), flags: new Set() };
      table.entries.set(name, entry);
    }
    return entry;
  }

  /** The scope in whose table a scope's names stand; null where CPython leaves them out. */
  private holderOf(scope: Scope): Scope | null {
    for (let outer: Scope | null = scope; outer; outer = outer.parent) {
      if (isAnnotation(outer) && this.isLeftOut(outer)) return null;
    }
    return isAnnotation(scope) && !this.defersAnnotations && scope.parent
      ? this.holderOf(scope.parent)
      : scope;
  }

  private isLeftOut(annotation: Scope): boolean {
    const isOfLocal = annotation.node.parent?.kind === 'AssignStatement';
    return (
      this.ignoresAnnotations ||
      (this.defersAnnotations && isOfLocal && annotation.parent?.kind === 'function')
    );
  }

  private tableOf(scope: Scope): Table {
    const key = isAnnotation(scope) ? annotatedBy(scope) : scope;
    let table = this.tables.get(key);
    if (!table) {
      table = { owner: this.ownerOf(scope), entries: new Map() };
      this.tables.set(key, table);
    }
    return table;
  }

  private ownerOf(scope: Scope): string {
    const { lines } = this.semantics.tree;
    if (scope.kind === 'module') return 'module top 0';
    const { kind, name, at } = describe(scope, (node) => this.semantics.textOf(node));
    const isLate = kind === 'type variable' && !this.placesBounds;
    const { row } = lines.positionOf(isLate ? paramOf(scope.node).from : at);
    // A table of annotations has now the line of the first, now that of what is annotated.
    const isMisplaced =
      isAnnotation(scope) || (this.misplacesExpressions && /lambda|comprehension/.test(scope.kind));
    return `${kind} ${name} ${isMisplaced ? 0 : row}`;
  }

  /** Whether CPython compiles a comprehension into the code around it. */
  private isInlined({ kind, node, parent }: Scope): boolean {
    const outer = parent && this.holderOf(parent);
    return (
      this.inlinesComprehensions &&
      kind === 'comprehension' &&
      !GENERATORS.has(node.kind) &&
      !(outer?.isAnnotation && seesClass(outer))
    );
  }

  /** The scope whose code a scope's names live in when comprehensions are inlined. */
  private homeOf(scope: Scope): Scope {
    const holder = this.holderOf(scope) ?? scope;
    return holder.parent && this.isInlined(holder) ? this.homeOf(holder.parent) : holder;
  }

  /** Hands the names of inlined comprehensions to the tables around them, the innermost first. */
  private inline(scope: Scope): void {
    for (const inner of scope.children) this.inline(inner);
    const table = this.tables.get(scope);
    const holder = scope.parent && this.isInlined(scope) && this.holderOf(scope.parent);
    if (!table || !holder) return;
    for (const [name, entry] of table.entries) this.merge(name, entry, holder);
    this.tables.delete(scope);
  }

  private merge(name: string, entry: Entry, holder: Scope): void {
    const { entries } = this.tableOf(holder);
    const existing = entries.get(name);
    const isPassing = existing?.word === 'free' && existing.flags.size === 0;
    if (!existing || isPassing) {
      const isCellOfClass = holder.kind === 'class' && name === CLASS_CELL;
      entries.set(name, isCellOfClass ? { ...entry, word: 'global' } : entry);
    } else if (isFunctionLike(holder) && OWN.has(existing.word)) {
      if (entry.word === 'cell') existing.word = 'cell';
      const isUsed = entry.word === 'free' && entry.flags.has('referenced');
      if (this.flagsInlined && isUsed) existing.flags.add('referenced');
    }
  }
}

/** What symtable calls the names that a function owns. */
const OWN: ReadonlySet<ScopeWord> = new Set(['local', 'cell']);

const GENERATORS: ReadonlySet<string> = new Set(['ComprehensionExpression', 'ArgList']);

function isClassCell(binding: Binding): boolean {
  return binding.scope.classCell === binding;
}

function isFunctionLike({ kind }: Scope): boolean {
  return kind !== 'module' && kind !== 'class';
}

/** An annotation proper: `x: int`, `-> int`. */
function isAnnotation({ kind, node }: Scope): boolean {
  return kind === 'annotation' && node.kind === 'TypeDef' && node.parent?.kind !== 'TypeParam';
}

/** `x += 1`, where symtable does not call x referenced. */
function isUpdated(name: Node): boolean {
  let target = name;
  while (target.parent?.kind === 'ParenthesizedExpression') target = target.parent;
  return target.parent?.kind === 'UpdateStatement' && target.index === 0;
}

/** What CPython makes one table of: all annotations of a function, or of a class or module. */
function annotatedBy(annotation: Scope): Node {
  const place = annotation.node.parent as Node;
  if (place.kind === 'ParamList') return place.parent as Node;
  return place.kind === 'AssignStatement' ? (annotation.parent as Scope).node : place;
}

function seesClass(scope: Scope): boolean {
  return (
    scope.kind === 'class' || (scope.isAnnotation && !!scope.parent && seesClass(scope.parent))
  );
}

function importsAnnotations({ scopes }: Semantics): boolean {
  const isFuture = ({ imported }: Definition) =>
    imported?.module === '__future__' && imported.imported === 'annotations';
  return [...scopes.module.bindings.values()].some((b) => b.definitions.some(isFuture));
}

function flagsOf({ kind, node, nameNode }: Definition): readonly Flag[] {
  if (kind === 'parameter') return ['parameter'];
  if (kind === 'import') return ['imported'];
  const isAnnotated = nameNode.parent === node && node.child('TypeDef') !== null;
  return isAnnotated && node.kind === 'AssignStatement' ? ['assigned', 'annotated'] : ['assigned'];
}

const COMPREHENSIONS: Readonly<Record<string, string>> = {
  ArgList: 'genexpr',
  ComprehensionExpression: 'genexpr',
  ArrayComprehensionExpression: 'listcomp',
  SetComprehensionExpression: 'setcomp',
  DictionaryComprehensionExpression: 'dictcomp',
};

/** What symtable says a table is: its kind, its name, and the offset whose line it names. */
function describe(
  { kind, node }: Scope,
  textOf: (node: Node) => string,
): { kind: string; name: string; at: number } {
  const named = node.child('VariableName');
  const name = named ? textOf(named).normalize('NFKC') : '';
  switch (kind) {
    case 'lambda':
      return { kind: 'function', name: 'lambda', at: node.from };
    case 'comprehension':
      return { kind: 'function', name: COMPREHENSIONS[node.kind] ?? '', at: node.from };
    case 'type-parameters': {
      const of = node.parent as Node;
      return { ...describe({ kind: 'class', node: of } as Scope, textOf), kind: 'type parameters' };
    }
    case 'annotation':
      return describeAnnotation(node, name, textOf);
    default:
      return { kind, name, at: node.from };
  }
}

/** The type parameter that a bound or default belongs to. */
function paramOf(node: Node): Node {
  return node.kind === 'TypeParam' ? node : (node.parent as Node);
}

function describeAnnotation(node: Node, name: string, textOf: (node: Node) => string) {
  if (node.kind === 'TypeDefinition') return { kind: 'type alias', name, at: node.from };
  const param = paramOf(node);
  if (param.kind !== 'TypeParam') {
    return { kind: 'annotation', name: '__annotate__', at: node.from };
  }
  const mark = node.kind === 'TypeParam' ? node.child('AssignOp') : node.firstChild;
  const owner = param.child('VariableName');
  return {
    kind: 'type variable',
    name: owner ? textOf(owner).normalize('NFKC') : '',
    at: (mark?.next ?? node).from,
  };
}
