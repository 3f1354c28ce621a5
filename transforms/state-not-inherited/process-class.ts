import type { Edit, Refusal } from '../../src/edits/fix.ts';
import { setGlobals } from '../../src/edits/globals.ts';
import {
  insertAfter,
  insertAtBodyStart,
  insertBefore,
  startOfCode,
} from '../../src/edits/insert.ts';
import { freshLocal } from '../../src/edits/names.ts';
import { partsOf } from '../../src/edits/statements.ts';
import { apiOf } from '../../src/processes/libraries.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import type { LostState, Readers } from '../../src/processes/state/lost-state.ts';
import type { Node } from '../../src/syntax/node.ts';
import { type FunctionShape, statementsOf } from '../../src/syntax/shapes.ts';

/** Lets processes of a class take a variable along from the parent, in an attribute. */
export function classEdits(
  state: LostState,
  processes: readonly Readers[],
  model: ProcessModel,
): readonly Edit[] | Refusal {
  const classes = new Set(
    processes.flatMap(({ children }) => children.creation.processClass ?? []),
  );
  const edits: Edit[] = [];
  for (const classNode of classes) {
    const own = processes.filter(({ children }) => children.creation.processClass === classNode);
    const outcome = new ProcessClass(state, classNode, own, model).edits();
    if ('refusal' in outcome) return outcome;
    edits.push(...outcome);
  }
  return edits;
}

/** What `multiprocessing.Process` calls its own. */
const TAKEN =
  /^(name|daemon|authkey|exitcode|ident|pid|sentinel|run|start|terminate|kill|join|is_alive|close|interrupt)$/;

/** Methods and names with which a class keeps its attributes in ways of its own. */
const SPECIAL = [
  '__slots__',
  '__new__',
  '__getattr__',
  '__getattribute__',
  '__setattr__',
  '__getstate__',
  '__setstate__',
  '__reduce__',
  '__reduce_ex__',
];

class ProcessClass {
  private readonly name: string;

  constructor(
    private readonly state: LostState,
    private readonly node: Node,
    private readonly processes: readonly Readers[],
    private readonly model: ProcessModel,
  ) {
    this.name = model.semantics.textOf(node.child('VariableName') ?? node);
  }

  edits(): readonly Edit[] | Refusal {
    const run = this.method('run');
    const init = this.method('__init__');
    if (!run || init === undefined || !this.isPlain() || !this.isAllSeen())
      return { refusal: this.advice() };
    const self = run.params[0]?.name ?? '';
    const attribute = this.attribute();
    const kept = init ? this.keepIn(init, attribute) : this.newInit(run, attribute);
    const read = this.readsItself(run)
      ? this.references(run).map((node) => ({
          from: node.from,
          to: node.to,
          text: `${self}.${attribute}`,
        }))
      : this.setFrom(run, `${self}.${attribute}`);
    return kept && read ? [...kept, ...read] : { refusal: this.advice() };
  }

  private advice(): string {
    return `pass \`${this.state.variable.text}\` to \`${this.name}\`, and let it keep that in an attribute`;
  }

  /** A plain method of the class itself; null where it has none, undefined where it is not plain. */
  private method(name: string): FunctionShape | null | undefined {
    const { semantics } = this.model;
    const binding = semantics.scopes.opened.get(this.node)?.bindings.get(name);
    const [only, ...others] = binding?.definitions ?? [];
    if (!only) return null;
    const shape = only.kind === 'function' ? semantics.functionShape(only.node) : null;
    const isPlain =
      shape && others.length === 0 && shape.decorators.length === 0 && !shape.params[0]?.star;
    const hides = semantics.scopes.opened.get(only.node)?.bindings.has(this.bound);
    return isPlain && shape.params.length > 0 && !hides && only.node.parent === this.node.lastChild
      ? shape
      : undefined;
  }

  private get bound(): string {
    return this.state.variable.binding.name;
  }

  /** Whether nothing but the class itself says how its instances are made and what their attributes are. */
  private isPlain(): boolean {
    const { semantics } = this.model;
    const own = semantics.scopes.opened.get(this.node)?.bindings;
    return (
      this.node.parent?.kind !== 'DecoratedStatement' &&
      !SPECIAL.some((name) => own?.has(name)) &&
      semantics.values
        .bases(this.node)
        .every((base) =>
          semantics.values.qualifiedNames(base).some((name) => apiOf(name)?.kind === 'process'),
        )
    );
  }

  /** Whether all processes of the class are made where the parent has the value, and nobody else runs its code. */
  private isAllSeen(): boolean {
    const { creations, facts, semantics } = this.model;
    const { importedNames } = facts;
    const made = creations.filter(({ processClass }) => processClass === this.node);
    const isExtended = semantics.tree.root
      .descendants('ClassDefinition')
      .some((other) => semantics.values.baseClasses(other).includes(this.node));
    const run = semantics.values.method(this.node, 'run');
    const isChangedHere = this.state.parentChanges.some(({ node }) => this.node.contains(node));
    return (
      importedNames !== 'all' &&
      !importedNames.has(this.name) &&
      !isExtended &&
      !isChangedHere &&
      semantics.scopeOf(this.node).kind === 'module' &&
      made.every((creation) => this.processes.some((p) => p.children.creation === creation)) &&
      run.every((fn) => semantics.callGraph.callsOf(fn).length === 0)
    );
  }

  /** A name that no attribute in the file has. */
  private attribute(): string {
    const { tree, semantics } = this.model;
    const { text, attribute } = this.state.variable;
    const taken = new Set(
      [...tree.root.walk()].flatMap((node) =>
        node.kind === 'PropertyName' ? [semantics.textOf(node)] : [],
      ),
    );
    for (const name of semantics.scopes.opened.get(this.node)?.bindings.keys() ?? [])
      taken.add(name);
    const own = freshLocal(taken, attribute ?? text);
    return TAKEN.test(own) ? freshLocal(taken, `${this.name}_${own}`) : own;
  }

  private keepIn({ body, params }: FunctionShape, attribute: string): Edit[] | null {
    const { tree } = this.model;
    const code = `${params[0]?.name}.${attribute} = ${this.state.variable.text}`;
    const first = statementsOf(body)[startOfCode(tree, body)];
    const isSuper = first && partsOf(first).length === 1 && this.callsBase(first);
    return isSuper ? insertAfter(tree, first, code) : insertAtBodyStart(tree, body, code);
  }

  /** `super().__init__()`, `Process.__init__(self)` */
  private callsBase(statement: Node): boolean {
    const { semantics } = this.model;
    const call = statement.firstChild && semantics.call(statement.firstChild);
    return call !== null && semantics.attribute(call.callee)?.name === '__init__';
  }

  private newInit(run: FunctionShape, attribute: string): Edit[] {
    const code = [
      'def __init__(self, *args, **kwargs):',
      '    super().__init__(*args, **kwargs)',
      `    self.${attribute} = ${this.state.variable.text}`,
    ];
    return insertBefore(this.model.tree, run.node, code.join('\n'));
  }

  /** Whether all that reads the variable is the code of `run` itself, which sets neither it nor `self`. */
  private readsItself(run: FunctionShape): boolean {
    const { semantics } = this.model;
    const scope = semantics.scopes.opened.get(run.node);
    const self = scope?.bindings.get(run.params[0]?.name ?? '');
    const isOwn = (node: Node) =>
      semantics.enclosingFunction(node) === run.node && semantics.scopeOf(node) === scope;
    return (
      !scope?.declared.has(this.bound) &&
      self?.definitions.length === 1 &&
      this.references(run).every(isOwn) &&
      this.processes.every(({ reads }) => reads.every((r) => run.node.contains(r.node)))
    );
  }

  private references({ body }: FunctionShape): Node[] {
    const { semantics } = this.model;
    const { binding, attribute } = this.state.variable;
    return semantics.referencesIn(body).flatMap(({ node, binding: found }) => {
      if (found !== binding) return [];
      if (attribute === null) return [node];
      const member = node.parent && semantics.attribute(node.parent);
      return node.parent && member?.object === node && member.name === attribute
        ? [node.parent]
        : [];
    });
  }

  private setFrom({ body }: FunctionShape, value: string): Edit[] | null {
    const { text, attribute } = this.state.variable;
    return setGlobals(this.model.tree, body, attribute === null ? [text] : [], [
      `${text} = ${value}`,
    ]);
  }
}
