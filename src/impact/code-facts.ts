import { callText } from '../processes/import-time/call-words.ts';
import { isStandardModule } from '../processes/import-time/standard-modules.ts';
import type { ProcessModel } from '../processes/model.ts';
import { argumentsFor } from '../semantics/arguments.ts';
import { codeOf } from '../semantics/code.ts';
import type { Binding } from '../semantics/scopes.ts';
import type { Node } from '../syntax/node.ts';
import { assignmentOf, type Call, importedName } from '../syntax/shapes.ts';
import { argumentsGiven } from './given.ts';
import type { Meaning, Meanings } from './meanings.ts';

/** What one function, lambda or class does when it runs, as far as its own text tells. */
export interface CodeFacts {
  /** What it calls, or mentions so that something else may call it. */
  readonly definitions: readonly Code[];
  /** The variables of modules that it reads. */
  readonly variables: readonly Variable[];
  /** The attributes that it asks of objects other than Python's own. */
  readonly attributes: readonly Attribute[];
  /** What it asks of packages, by qualified names; of other objects, `.method`. */
  readonly uses: ReadonlyMap<string, Node>;
  /** Names that a module of the project should have, but is not seen to. */
  readonly lost: ReadonlyMap<string, Node>;
  /** Calls of which nothing is known, as they are written. */
  readonly unknown: readonly { readonly node: Node; readonly text: string }[];
}

export interface Code {
  readonly model: ProcessModel;
  readonly node: Node;
}

export interface Variable {
  readonly model: ProcessModel;
  readonly binding: Binding;
}

export interface Attribute {
  readonly name: string;
  readonly node: Node;
  readonly isCalled: boolean;
  /** Whether nothing is known of the object: it may be an instance of any class. */
  readonly isOpen: boolean;
}

/** Reads what code does, each piece once. */
export class CodeReader {
  private readonly known = new Map<Node, CodeFacts>();

  constructor(private readonly meanings: Meanings) {}

  of({ model, node }: Code): CodeFacts {
    let facts = this.known.get(node);
    if (!facts) {
      facts = new Reading(model, this.meanings).read(node);
      this.known.set(node, facts);
    }
    return facts;
  }

  /** What a value of a module is made from. */
  ofValue(model: ProcessModel, value: Node): CodeFacts {
    let facts = this.known.get(value);
    if (!facts) {
      facts = new Reading(model, this.meanings).readValue(value);
      this.known.set(value, facts);
    }
    return facts;
  }
}

class Reading implements CodeFacts {
  readonly definitions: Code[] = [];
  readonly variables: Variable[] = [];
  readonly attributes: Attribute[] = [];
  readonly uses = new Map<string, Node>();
  readonly lost = new Map<string, Node>();
  readonly unknown: { node: Node; text: string }[] = [];

  constructor(
    private readonly model: ProcessModel,
    private readonly meanings: Meanings,
  ) {}

  read(node: Node): CodeFacts {
    const { semantics } = this.model;
    const isClass = node.kind === 'ClassDefinition';
    const decorators = node.parent?.kind === 'DecoratedStatement' ? node.parent : null;
    const own = new Set(isClass ? codeOf(node) : []);
    for (const reference of semantics.referencesIn(node)) {
      if (!isClass || own.has(reference.node)) this.mention(reference.node);
    }
    for (const decorator of decorators?.childrenOf('Decorator') ?? []) {
      for (const reference of semantics.referencesIn(decorator)) this.mention(reference.node);
    }
    if (isClass) return this;
    for (const inner of ['FunctionDefinition', 'LambdaExpression']) {
      for (const fn of node.descendants(inner)) this.enter(fn);
    }
    for (const member of node.descendants('MemberExpression')) this.ask(member);
    for (const call of semantics.callGraph.callsIn(node)) this.follow(call);
    if (nameOf(node, this.model).startsWith('__reduce')) this.mentionNamed(node);
    return this;
  }

  /** `def __reduce__(self): return "NAME"`: a child gets what its module has under the name. */
  private mentionNamed(reduce: Node): void {
    const { semantics } = this.model;
    for (const text of reduce.descendants('String')) {
      const binding = semantics.scopes.module.bindings.get(semantics.textOf(text).slice(1, -1));
      if (binding) this.variables.push({ model: this.model, binding });
    }
  }

  readValue(value: Node): CodeFacts {
    for (const { node } of this.model.semantics.referencesIn(value)) this.mention(node);
    for (const fn of value.descendants('LambdaExpression')) this.enter(fn);
    if (value.kind === 'LambdaExpression') this.enter(value);
    return this;
  }

  private enter(node: Node): void {
    this.definitions.push({ model: this.model, node });
  }

  /** A name that is read: it may be called by whoever gets it. */
  private mention(name: Node): void {
    const { semantics } = this.model;
    const binding = semantics.bindingOf(name);
    const isImport = !binding || binding.definitions.some(({ imported }) => imported !== null);
    if (isImport) this.mentionImported(name);
    if (binding?.scope.kind !== 'module') return;
    let isVariable = false;
    for (const { kind, node } of binding.definitions) {
      if (kind === 'function' || kind === 'class') this.enter(node);
      else if (kind !== 'import' || this.isOfParent(node)) isVariable = true;
    }
    if (isVariable) this.variables.push({ model: this.model, binding });
  }

  /** Whether a statement runs in functions, or where a program is run, only. */
  private isOfParent(statement: Node): boolean {
    return (
      this.model.semantics.enclosingFunction(statement) !== null || this.model.isGuarded(statement)
    );
  }

  private mentionImported(name: Node): void {
    const { semantics } = this.model;
    let whole = name;
    while (
      whole.parent?.kind === 'MemberExpression' &&
      whole.parent.firstChild === whole &&
      semantics.attribute(whole.parent)
    ) {
      whole = whole.parent;
    }
    for (const dotted of this.namesOf(whole, name)) {
      const meanings = this.meanings.of(dotted, this.model);
      for (const meaning of meanings) this.take(meaning);
      if (meanings.some(({ kind }) => kind === 'lost')) this.lost.set(dotted, whole);
      if (!this.isHashOfClass(dotted, name)) this.uses.set(dotted, name);
    }
  }

  /** `def __hash__(self): return hash(…)`: as a rule, only sets and dictionaries ask for it. */
  private isHashOfClass(dotted: string, name: Node): boolean {
    const fn = dotted === 'builtins.hash' ? this.model.semantics.enclosingFunction(name) : null;
    return fn !== null && nameOf(fn, this.model) === '__hash__';
  }

  private namesOf(whole: Node, name: Node): readonly string[] {
    const { semantics } = this.model;
    const names = semantics.values.qualifiedNames(whole);
    if (names.length > 0) return names;
    return (semantics.bindingOf(name)?.definitions ?? []).flatMap(({ imported }) =>
      imported ? [importedName(imported)] : [],
    );
  }

  private take(meaning: Meaning): void {
    if (meaning.kind === 'definition') this.definitions.push(meaning);
    if (meaning.kind === 'variable') this.variables.push(meaning);
  }

  /** `object.name`, on objects of this file's classes and on unknown ones. */
  private ask(node: Node): void {
    const { semantics } = this.model;
    const attribute = semantics.attribute(node);
    if (attribute && OF_PYTHON.test(attribute.name)) this.uses.set(`.${attribute.name}`, node);
    if (!attribute || this.isOfLibrary(attribute.object)) return;
    const { object, name } = attribute;
    for (const found of semantics.values.definitions(node)) this.enter(found);
    const names = semantics.values.qualifiedNames(node).filter((dotted) => !dotted.includes('()'));
    if (names.length > 0 && names.every((dotted) => this.isOutside(dotted))) return;
    const meanings = [
      ...names.flatMap((dotted) => this.meanings.of(dotted, this.model)),
      ...semantics.values
        .classesOf(object)
        .flatMap((owner) => this.meanings.methodOf(this.model, owner, name)),
    ];
    const isOpen = meanings.length === 0 || meanings.some(({ kind }) => kind === 'object');
    const isCalled = node.parent?.kind === 'CallExpression' && node.index === 0;
    this.attributes.push({ name, node, isCalled, isOpen });
  }

  private follow(call: Call): void {
    if (!this.isFollowed(call)) {
      this.unknown.push({ node: call.node, text: callText(call.node, this.model) });
    }
  }

  /** Whether it is known which code a call runs. */
  private isFollowed(call: Call): boolean {
    const { semantics } = this.model;
    const { callee } = call;
    if (this.isHandOver(call) || semantics.values.definitions(callee).length > 0) return true;
    const names = semantics.values.qualifiedNames(callee);
    if (names.length > 0) return names.every((name) => this.isNameFollowed(name, call));
    const attribute = semantics.attribute(callee);
    if (!attribute) {
      const own = semantics.values.classOfSelf(callee);
      if (own) this.enter(own);
      return own !== null || (callee.kind === 'VariableName' && this.isGivenFollowed(callee));
    }
    this.uses.set(`.${attribute.name}`, call.node);
    const owners = semantics.values.classesOf(attribute.object);
    return (
      owners.every((owner) => this.isMethodFollowed(owner, attribute.name)) &&
      this.isBaseFollowed(attribute.object, attribute.name)
    );
  }

  /** `super().method()`, where a class of another file has the method. */
  private isBaseFollowed(object: Node, name: string): boolean {
    const { values } = this.model.semantics;
    const callee = object.kind === 'CallExpression' ? object.firstChild : null;
    const owner =
      callee &&
      this.model.semantics.textOf(callee) === 'super' &&
      object.ancestor('ClassDefinition');
    if (!owner) return true;
    const elsewhere = values.bases(owner).filter((base) => values.definitions(base).length === 0);
    const names = elsewhere.flatMap((base) => values.qualifiedNames(base));
    return names.every((base) => this.isNameKnown(`${base}.${name}`));
  }

  private isNameKnown(name: string): boolean {
    const meanings = this.meanings.of(name, this.model);
    for (const meaning of meanings) this.take(meaning);
    return meanings.every(({ kind }) => kind === 'definition' || kind === 'outside');
  }

  private isHandOver({ node }: Call): boolean {
    const { submissions, creations, starts } = this.model;
    return (
      submissions.some((s) => s.call.node === node) ||
      creations.some((c) => c.call.node === node) ||
      starts.some((s) => s.node === node && s.behind === null)
    );
  }

  private isNameFollowed(name: string, { callee, node }: Call): boolean {
    if (!this.isHashOfClass(name, callee)) this.uses.set(name, node);
    if (/^builtins\.(get|set|has|del)attr$/.test(name)) return this.isAttributeFollowed(node);
    // What a call gave is called in its turn.
    if (name.endsWith('()')) return this.isOutside(name.slice(0, -2)) && GIVES_KNOWN.test(name);
    const meanings = this.meanings.of(name, this.model);
    for (const meaning of meanings) this.take(meaning);
    const last = name.split('.').at(-1) ?? '';
    if (name.includes('()')) this.uses.set(`.${last}`, node);
    return meanings.every((meaning) => {
      const { kind } = meaning;
      if (kind === 'object' || (kind === 'variable' && !isOfPython(meaning))) {
        this.attributes.push({ name: last, node: callee, isCalled: true, isOpen: true });
        return callee.kind === 'MemberExpression' && name.includes('.');
      }
      return kind !== 'lost' && kind !== 'module';
    });
  }

  /** `getattr(object, "name")`; of a name that is made up, nobody knows what it is. */
  private isAttributeFollowed(node: Node): boolean {
    const { semantics } = this.model;
    const name = semantics.call(node)?.args[1]?.value;
    const text = name?.kind === 'String' ? semantics.textOf(name).slice(1, -1) : '';
    if (/^\w+$/.test(text))
      this.attributes.push({ name: text, node, isCalled: false, isOpen: true });
    return text !== '';
  }

  private isMethodFollowed(owner: Node, name: string): boolean {
    const meanings = this.meanings.methodOf(this.model, owner, name);
    for (const meaning of meanings) this.take(meaning);
    return meanings.every(({ kind }) => kind === 'definition' || kind === 'outside');
  }

  /** A parameter that is called: whether all that callers give for it is known. */
  private isGivenFollowed(name: Node): boolean {
    const { values } = this.model.semantics;
    const given = this.givenFor(name);
    return (
      given.length > 0 &&
      given.every((value) => {
        const definitions = values.definitions(value);
        for (const node of definitions) this.enter(node);
        const names = values.qualifiedNames(value);
        return (
          definitions.length > 0 ||
          (names.length > 0 && names.every((dotted) => this.isOutside(dotted)))
        );
      })
    );
  }

  private isOutside(dotted: string): boolean {
    return this.meanings
      .of(dotted, this.model)
      .every(({ kind }) => kind === 'outside' && !dotted.endsWith('()'));
  }

  /** What callers give for a parameter; empty where that is not known. */
  private givenFor(name: Node): Node[] {
    const { semantics } = this.model;
    const definitions = semantics.bindingOf(name)?.definitions ?? [];
    if (definitions.length === 0 || definitions.some(({ kind }) => kind !== 'parameter')) return [];
    return definitions.flatMap((parameter) => {
      const called = argumentsFor(semantics, parameter).map(({ value }) => value);
      const handed = argumentsGiven(parameter, this.model);
      const defaults = parameter.value ? [parameter.value] : [];
      return handed === null ? [] : [...called, ...handed, ...defaults];
    });
  }

  /** Whether an object is one of Python's own, or what a function of the standard library gave. */
  private isOfLibrary(object: Node): boolean {
    const { values } = this.model.semantics;
    const sources = values.sources(object).flatMap((source) => {
      const given =
        source.kind === 'VariableName'
          ? [...this.givenFor(source), ...unpackedTo(source, this.model)]
          : [];
      return given.length > 0 ? given.flatMap((value) => values.sources(value)) : [source];
    });
    return sources.every(
      (source) =>
        DISPLAYS.test(source.kind) ||
        values.qualifiedNames(source).some((name) => isStandardModule(name.split('.')[0] ?? '')),
    );
  }
}

function nameOf(fn: Node, { semantics }: ProcessModel): string {
  const name = fn.child('VariableName');
  return name ? semantics.textOf(name) : '';
}

/** The values of `a, b = [], {}` for a name. */
function unpackedTo(name: Node, { semantics }: ProcessModel): Node[] {
  const values = (semantics.bindingOf(name)?.definitions ?? []).map(({ node, nameNode, value }) => {
    const assignment = value === null ? assignmentOf(node) : null;
    const [targets = []] = assignment?.targets ?? [];
    const isPaired = targets.length > 1 && targets.length === assignment?.values.length;
    return isPaired ? assignment.values[targets.indexOf(nameNode)] : undefined;
  });
  return values.includes(undefined) ? [] : values.flatMap((value) => value ?? []);
}

/** Whether a variable holds what the standard library made. */
function isOfPython({ model, binding }: Variable): boolean {
  return binding.definitions.every(
    ({ value }) =>
      value !== null &&
      (DISPLAYS.test(value.kind) ||
        model.semantics.values
          .qualifiedNames(value)
          .some((name) => isStandardModule(name.split('.')[0] ?? ''))),
  );
}

/** Calls whose result may be called: no code of the project runs then. */
const GIVES_KNOWN =
  /^(operator\.itemgetter|collections\.namedtuple|typing(_extensions)?\.(NewType|NamedTuple)|ctypes\.[\w.]+|([\w]+\.)+[A-Z]\w+)\(\)$/;

/** Attributes that Python gives to objects. */
const OF_PYTHON = /^(__\w+__|f_\w+)$/;

/** What Python makes an object of its own types from. */
const DISPLAYS =
  /^(Number|String|ContinuedString|FormatString|(Array|Dictionary|Set)(Comprehension)?Expression|TupleExpression)$/;
