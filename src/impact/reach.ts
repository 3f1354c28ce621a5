import type { ProcessModel } from '../processes/model.ts';
import type { Binding } from '../semantics/scopes.ts';
import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import type { Argument } from '../syntax/shapes.ts';
import type { Code, CodeFacts, CodeReader } from './code-facts.ts';
import type { Meanings } from './meanings.ts';
import type { Overrides } from './overrides.ts';
import type { Program } from './program.ts';
import type { StartSite } from './sites.ts';
import type { TextFacts } from './texts.ts';

/** All that children of one start site run and read, in all files of the project. */
export interface Reach {
  /** By the model of their files. */
  readonly code: ReadonlyMap<ProcessModel, ReadonlySet<Node>>;
  /** The variables of modules, and those of classes that are asked for. */
  readonly variables: ReadonlyMap<Binding, ProcessModel>;
  /** The attributes that code asks of objects of which nothing is known. */
  readonly attributes: ReadonlySet<string>;
  /** What code asks of packages, by qualified names; of other objects, `.method`; with a place. */
  readonly uses: ReadonlyMap<string, Code>;
  /** Names that a module of the project should have, but is not seen to. */
  readonly lost: ReadonlyMap<string, Code>;
  /** Calls of which nothing is known. */
  readonly unknown: readonly UnknownCall[];
}

export interface UnknownCall extends Code {
  readonly text: string;
}

export interface Linking {
  readonly program: Program;
  readonly reader: CodeReader;
  readonly meanings: Meanings;
  readonly overrides: Overrides;
}

/**
 * Follows the workers of a start site through all that they call or mention. A function that is merely mentioned may be
 * called, and an object of which nothing is known may be an instance of any class: too much rather than too little.
 */
export function reachOf(site: StartSite, model: ProcessModel, linking: Linking): Reach {
  const reach = new Reaching(linking, linking.program.around(model.path));
  for (const root of rootsOf(site, model, linking.meanings)) reach.enter(root);
  for (const { argument, call } of site.submissions) {
    reach.mention(model, argument.value);
    reach.instances(model, call.args);
  }
  if (site.creation) reach.instances(model, site.creation.call.args);
  for (const given of site.given) reach.mention(model, given);
  reach.complete();
  return reach;
}

/** The functions and classes that children begin with. */
function rootsOf(site: StartSite, model: ProcessModel, meanings: Meanings): Code[] {
  const { creation, submissions } = site;
  const { values } = model.semantics;
  const { processClass = null } = creation ?? {};
  const own = processClass
    ? [
        ...meanings
          .methodOf(model, processClass, 'run')
          .flatMap((m) => (m.kind === 'definition' ? [m] : [])),
        ...targetsOfProcess(processClass, model)
          .flatMap((target) => values.definitions(target))
          .map((node) => ({ model, node })),
      ]
    : [];
  const handed = submissions.flatMap(({ workers }) =>
    workers.flatMap(({ node, definition }): Code[] => {
      if (definition) return [{ model, node: definition }];
      return [
        ...values.classesOf(node).flatMap((c) => values.method(c, '__call__')),
        ...values.definitions(node),
      ].map((each) => ({ model, node: each }));
    }),
  );
  return [...own, ...handed];
}

/** What `super().__init__(target=…)` in a class, or its maker, is given to run. */
export function targetsOfProcess(classNode: Node, { semantics }: ProcessModel): Node[] {
  return semantics.allCalls().flatMap(({ node, args }) => {
    const isOfClass =
      classNode.contains(node) || semantics.values.classesOf(node).includes(classNode);
    return isOfClass ? args.filter(({ name }) => name === 'target').map(({ value }) => value) : [];
  });
}

/** What is called to make a value, or what it consists of. */
function madeBy(value: Node, semantics: Semantics, seen: Set<Node> = new Set()): Node[] {
  if (seen.has(value)) return [];
  seen.add(value);
  const calls = value.kind === 'CallExpression' ? [value] : [];
  const callees = [...calls, ...value.descendants('CallExpression')].flatMap(
    ({ firstChild }) => firstChild ?? [],
  );
  const locals = semantics
    .referencesIn(value)
    .flatMap(({ node, binding }) =>
      binding?.scope.isFunction || binding?.scope.kind === 'module'
        ? [
            ...binding.definitions.flatMap((d) => d.value ?? []),
            ...semantics.values.elementsOf(node),
          ]
        : [],
    );
  return [...callees, ...locals.flatMap((local) => madeBy(local, semantics, seen))];
}

class Reaching implements Reach {
  readonly code = new Map<ProcessModel, Set<Node>>();
  readonly variables = new Map<Binding, ProcessModel>();
  readonly attributes = new Set<string>();
  readonly uses = new Map<string, Code>();
  readonly lost = new Map<string, Code>();
  readonly unknown: UnknownCall[] = [];
  /** Those of objects of which nothing is known. */
  private readonly open = new Set<string>();
  private readonly queue: Code[] = [];
  private readonly asked = new Set<string>();
  /** The classes whose instances children are given. */
  private readonly carried: Code[] = [];

  constructor(
    private readonly linking: Linking,
    private readonly texts: TextFacts,
  ) {}

  enter(code: Code): void {
    const known = this.code.get(code.model) ?? new Set();
    this.code.set(code.model, known);
    if (known.has(code.node)) return;
    known.add(code.node);
    this.queue.push(code);
  }

  mention(model: ProcessModel, value: Node): void {
    this.take(this.linking.reader.ofValue(model, value), { model, node: value });
  }

  /** The classes of what children are given, as far as the calls that make it are seen. */
  instances(model: ProcessModel, args: readonly Argument[]): void {
    for (const { value } of args) {
      for (const callee of madeBy(value, model.semantics)) {
        const own = model.semantics.values.definitions(callee);
        const names = model.semantics.values.qualifiedNames(callee);
        const classes = [
          ...own.map((node) => ({ model, node })),
          ...names
            .flatMap((name) => this.linking.meanings.of(name, model))
            .flatMap((meaning) => (meaning.kind === 'definition' ? [meaning] : [])),
        ].filter(({ node }) => node.kind === 'ClassDefinition');
        for (const made of classes) this.carried.push(made);
      }
    }
  }

  /** Until nothing more is found. */
  complete(): void {
    do {
      for (let code = this.queue.shift(); code; code = this.queue.shift()) this.look(code);
      for (const model of new Set([...this.code.keys(), ...this.carried.map((c) => c.model)])) {
        this.askClassesOf(model);
      }
    } while (this.queue.length > 0);
  }

  private look(code: Code): void {
    const { model, node } = code;
    this.take(this.linking.reader.of(code), code);
    for (const method of this.linking.overrides.of(code)) this.enter(method);
    if (node.kind === 'ClassDefinition') {
      for (const maker of MAKERS) {
        for (const method of model.semantics.values.method(node, maker)) {
          this.enter({ model, node: method });
        }
      }
    }
  }

  private take(facts: CodeFacts, { model }: Code): void {
    for (const definition of facts.definitions) this.enter(definition);
    for (const variable of facts.variables) this.read(variable.binding, variable.model);
    for (const { name, isOpen } of facts.attributes) {
      this.attributes.add(name);
      if (isOpen) this.open.add(name);
    }
    for (const [name, node] of facts.uses) {
      if (!this.uses.has(name)) this.uses.set(name, { model, node });
    }
    for (const [name, node] of facts.lost) this.lost.set(name, { model, node });
    for (const { node, text } of facts.unknown) this.unknown.push({ model, node, text });
    for (const { name, node, isCalled, isOpen } of facts.attributes) {
      if (isOpen) this.askElsewhere(name, isCalled, { model, node });
    }
  }

  /** A variable, and what its value is made from: a table of functions leads to them. */
  private read(binding: Binding, model: ProcessModel): void {
    if (this.variables.has(binding)) return;
    this.variables.set(binding, model);
    for (const { value, node, kind } of binding.definitions) {
      if (kind === 'function' || kind === 'class' || kind === 'import') continue;
      this.mention(model, value ?? node);
    }
  }

  /** Methods and class variables that have the name of what is asked of unknown objects. */
  private askClassesOf(model: ProcessModel): void {
    const { scopes } = model.semantics;
    for (const scope of scopes.module.children) {
      if (scope.kind !== 'class') continue;
      const isEntered = this.code.get(model)?.has(scope.node) ?? false;
      for (const [name, binding] of scope.bindings) {
        const isSpecial = SPECIAL.test(name);
        const mayRun = isSpecial
          ? isEntered || !WHERE_MADE.test(name)
          : this.open.has(name) || (isEntered && this.attributes.has(name));
        for (const { kind, node } of binding.definitions) {
          if (kind === 'function' || kind === 'class') {
            if (mayRun) this.enter({ model, node });
          } else if (!isSpecial && this.attributes.has(name)) this.read(binding, model);
        }
      }
    }
  }

  /** What an unknown object may run that is an instance of another file's class. */
  private askElsewhere(name: string, isCalled: boolean, code: Code): void {
    const key = `${code.model.path}\0${name}`;
    if (this.asked.has(key)) return;
    this.asked.add(key);
    const { methods, properties } = this.texts;
    const files = (isCalled ? methods : properties).get(name) ?? [];
    if ([...files].every((file) => file === code.model.path)) return;
    const asked = code.model.semantics.textOf(code.node);
    const text = isCalled ? `${asked}()` : `the property ${asked}`;
    this.unknown.push({ ...code, text: text.replace(/\s+/g, ' ') });
  }
}

/** What Python runs to make an instance of a class. */
const MAKERS = ['__new__', '__init__', '__post_init__', '__call__'];

const SPECIAL = /^__\w+__$/;

/** Special methods that run where an instance is made, not where it travels to. */
const WHERE_MADE =
  /^__(init|new|post_init|enter|exit|del|init_subclass|set_name|class_getitem|prepare)__$/;
