import { callText } from '../processes/import-time/call-words.ts';
import { effectsIfRun, isWorse } from '../processes/import-time/effects.ts';
import { type ImportUnit, importUnits } from '../processes/import-time/import-units.ts';
import type { ProcessModel } from '../processes/model.ts';
import { CHANGING_METHODS } from '../semantics/mutation-tables.ts';
import type { Binding, Definition } from '../semantics/scopes.ts';
import type { Node } from '../syntax/node.ts';
import { assignmentOf, statementOf } from '../syntax/shapes.ts';
import type { Code } from './code-facts.ts';
import { isFixed } from './contents.ts';
import { ParentCode, placesOf } from './parent-code.ts';
import type { Program } from './program.ts';
import { ordersSet } from './set-order.ts';
import type { AttributeSet } from './texts.ts';
import { isTarget, Uses } from './uses.ts';

/** Why a variable may have another value in a child than in a forked one. */
export type Change =
  /** The parent alone sets it, or does something to its object. */
  | { readonly kind: 'parent'; readonly at: Code }
  /** As the text of some file says. */
  | { readonly kind: 'set'; readonly at: AttributeSet }
  /** Each import gives it a value of its own. */
  | { readonly kind: 'import'; readonly at: Code; readonly text: string };

/** Looks for what changes the variables of a project's modules and classes, each once. */
export class Changes {
  private readonly known = new Map<Binding, Change | null>();
  private readonly files = new Map<ProcessModel, FileChanges>();

  constructor(private readonly program: Program) {}

  /** The first change of a variable that is found; null where there is none. */
  of(binding: Binding, model: ProcessModel): Change | null {
    let change = this.known.get(binding);
    if (change === undefined) {
      change = this.in(model).of(binding);
      this.known.set(binding, change);
    }
    return change;
  }

  /** What is known of one file. */
  in(model: ProcessModel): FileChanges {
    let file = this.files.get(model);
    if (!file) {
      file = new FileChanges(model, this.program, this);
      this.files.set(model, file);
    }
    return file;
  }
}

export class FileChanges {
  readonly units: readonly ImportUnit[];
  readonly parent: ParentCode;
  private readonly uses: Uses;
  private members: Map<string, Node[]> | null = null;
  /** Those whose other names are being looked at. */
  private readonly aliasing = new Set<Binding>();

  constructor(
    private readonly model: ProcessModel,
    private readonly program: Program,
    private readonly changes: Changes,
  ) {
    this.units = importUnits(model);
    this.parent = new ParentCode(model, program);
    this.uses = new Uses(model);
  }

  of(binding: Binding): Change | null {
    return (
      this.ownChange(binding) ??
      this.memberChange(binding) ??
      this.textChange(binding) ??
      this.aliasChange(binding) ??
      this.changeElsewhere(binding) ??
      this.importChange(binding)
    );
  }

  private at(node: Node): Change {
    return { kind: 'parent', at: { model: this.model, node } };
  }

  /** Set anew by the parent's code, or changed by a use of its name. */
  private ownChange(binding: Binding): Change | null {
    const later = binding.definitions.find(
      ({ scope, nameNode }) => scope !== binding.scope || this.parent.has(nameNode),
    );
    if (later && this.parent.has(later.nameNode)) return this.at(later.nameNode);
    if (isFixedVariable(binding, this.model)) return null;
    const isUsedUp = binding.definitions.some(
      ({ value }) => value && isIterator(value, this.model),
    );
    const use = binding.references.find(
      ({ node }) => this.parent.has(node) && (isUsedUp || !this.uses.isLook(node)),
    );
    return use ? this.at(use.node) : null;
  }

  /** `Class.name = …`, `self.names.append(…)`: a class's variable by its name, whatever the object. */
  private memberChange(binding: Binding): Change | null {
    if (binding.scope.kind !== 'class') return null;
    const isMutable = !isFixedVariable(binding, this.model);
    const found = this.membersNamed(binding.name).find((member) => {
      if (!this.parent.has(member)) return false;
      if (isTarget(member)) return !this.isOfInstance(member);
      return isMutable && !this.uses.isLook(member);
    });
    return found ? this.at(found) : null;
  }

  /** What other names of the module the object has, or whom the import of the module gives it to. */
  private aliasChange(binding: Binding): Change | null {
    if (isFixedVariable(binding, this.model) || this.aliasing.has(binding)) return null;
    this.aliasing.add(binding);
    const { semantics } = this.model;
    for (const { node } of binding.references) {
      const isImport = semantics.enclosingFunction(node) === null && !this.parent.has(node);
      if (!isImport || isReceiver(node) || this.uses.isLook(node)) continue;
      const targets = assignmentOf(statementOf(node))?.targets.flat() ?? [];
      const [name] = targets.filter(({ kind }) => kind === 'VariableName');
      const other = name && semantics.bindingOf(name);
      const method = node.parent && semantics.attribute(node.parent)?.name;
      if (!other || (method && CHANGING_METHODS.has(method))) return this.at(node);
      const change = this.changes.of(other, this.model);
      if (change && change.kind !== 'import') return change;
    }
    return null;
  }

  /** `self.name = …` gives an instance its own. */
  private isOfInstance(member: Node): boolean {
    const { semantics } = this.model;
    const object = semantics.attribute(member)?.object;
    if (object?.kind !== 'VariableName' || !semantics.values.classOfSelf(object)) return false;
    const fn = semantics.bindingOf(object)?.definitions[0]?.node;
    const shape = fn && semantics.functionShape(fn);
    const isOfClass =
      shape?.decorators.some((d) => /\bclassmethod\b/.test(semantics.textOf(d))) ||
      /^__(new|init_subclass|class_getitem|prepare)__$/.test(
        shape?.nameNode ? semantics.textOf(shape.nameNode) : '',
      );
    return !isOfClass;
  }

  private membersNamed(name: string): readonly Node[] {
    const { semantics } = this.model;
    if (!this.members) {
      this.members = new Map();
      for (const member of semantics.tree.root.descendants('MemberExpression')) {
        const attribute = semantics.attribute(member);
        if (!attribute) continue;
        const others = this.members.get(attribute.name);
        if (others) others.push(member);
        else this.members.set(attribute.name, [member]);
      }
    }
    return this.members.get(name) ?? [];
  }

  /** `module.NAME = …`, `anything.name = …` for a class's variable, as the texts of files say it. */
  private textChange({ name, scope }: Binding): Change | null {
    const { path, facts } = this.model;
    const sets = this.program.around(path).attributes.get(name) ?? [];
    const first = sets.find(({ file, object }) =>
      file === path ? this.isModule(object) : scope.kind === 'class' || MAIN_MODULE.test(object),
    );
    if (first) return { kind: 'set', at: first };
    if (scope.kind === 'class' || facts.importedBy.length === 0 || sets.length === 0) return null;
    const files = new Set(this.program.dependentsWith(path, name));
    const found = sets.find(({ file }) => files.has(file));
    return found ? { kind: 'set', at: found } : null;
  }

  /** `sys.modules[__name__]`, `__main__`, and whatever else is imported: it may be this module. */
  private isModule(object: string): boolean {
    const [root = ''] = object.split(/[.[(]/, 1);
    const { definitions = [] } = this.model.semantics.scopes.module.bindings.get(root) ?? {};
    return MAIN_MODULE.test(object) || definitions.some(({ imported }) => imported !== null);
  }

  /** What other files do to a module's object. */
  private changeElsewhere(binding: Binding): Change | null {
    const { importedNames, importedBy } = this.model.facts;
    const isImported =
      binding.scope.kind === 'class' || importedNames === 'all' || importedNames.has(binding.name);
    if (importedBy.length === 0 || !isImported) return null;
    if (isFixedVariable(binding, this.model)) return null;
    for (const file of this.program.dependentsWith(this.model.path, binding.name)) {
      const model = this.program.modelOf(file);
      if (!model) continue;
      const node = this.changes.in(model).useOf(binding.name);
      if (node) return { kind: 'parent', at: { model, node } };
    }
    return null;
  }

  /** Whether the parent may change the object that a function gives, wherever it calls it. */
  changesResultOf(fn: Node): boolean {
    const { semantics, path, facts } = this.model;
    const nameNode = fn.child('VariableName');
    const binding = nameNode && semantics.bindingOf(nameNode);
    if (!binding) return true;
    const own =
      binding.scope.kind === 'class'
        ? this.membersNamed(binding.name)
        : binding.references.map(({ node }) => node);
    if (this.changesResultAt(own.filter((place) => !fn.contains(place)))) return true;
    return (
      facts.importedBy.length > 0 &&
      this.program
        .dependentsWith(path, binding.name)
        .flatMap((file) => this.program.modelOf(file) ?? [])
        .some((other) => this.changes.in(other).changesResultAt(placesOf(binding.name, other)))
    );
  }

  private changesResultAt(places: readonly Node[]): boolean {
    return places.some((place) => {
      const callee =
        place.parent?.kind === 'MemberExpression' && place.index > 0 ? place.parent : place;
      const call = callee.parent?.kind === 'CallExpression' && callee.index === 0 && callee.parent;
      return this.parent.has(place) && !this.uses.isLook(call || callee);
    });
  }

  /** A place outside of workers that may change the object that another file has under a name. */
  private useOf(name: string): Node | undefined {
    const { semantics } = this.model;
    return placesOf(name, this.model).find((place) => {
      const fn = semantics.enclosingFunction(place);
      return (!fn || this.parent.runs(fn)) && !this.uses.isLook(place);
    });
  }

  /** A value that each import makes anew: another one, or one that nobody shares. */
  private importChange(binding: Binding): Change | null {
    const effect =
      binding.scope.kind === 'class'
        ? binding.definitions.flatMap(({ value }) => (value ? effectsIfRun(value, this.model) : []))
        : this.units
            .filter((unit) => unit.binds.has(binding) && unit.kind === 'other')
            .flatMap((unit) => unit.effects);
    const worst = effect.find(({ behaviour }) => isWorse(behaviour, 'loading'));
    const node = worst?.node ?? this.oddValue(binding);
    return node
      ? { kind: 'import', at: { model: this.model, node }, text: callText(node, this.model) }
      : null;
  }

  /** What is another value in each process although no call says so. */
  private oddValue(binding: Binding): Node | null {
    const { semantics } = this.model;
    for (const definition of binding.definitions) {
      const value = valueNodeOf(definition);
      if (!value) continue;
      const text = semantics.textOf(value);
      if (/\b__name__\b/.test(text) && !/getLogger\(__name__\)/.test(text)) {
        if (this.model.role.isMain) return value;
      }
      const ordered = ordersSet(value, this.model);
      if (ordered) return ordered;
    }
    return null;
  }
}

const MAIN_MODULE = /^(sys\.modules\[|__main__\b)/;

/** Whether a name is what something is asked of or put into, rather than handed on. */
function isReceiver(name: Node): boolean {
  const member = name.parent;
  if (member?.kind !== 'MemberExpression' || member.firstChild !== name) return false;
  return member.parent?.kind === 'CallExpression' || isTarget(member);
}

/** Whether an object gives each of its elements only once. */
function isIterator(value: Node, { semantics }: ProcessModel): boolean {
  const { values } = semantics;
  return values.sources(value).some((source) => {
    if (source.kind === 'ComprehensionExpression') return true;
    const call = semantics.call(source);
    const functions = call ? values.definitions(call.callee) : [];
    return (
      values.qualifiedNames(source).some((name) => ITERATORS.test(name)) ||
      functions.some((fn) => /\byield\b/.test(semantics.textOf(fn)))
    );
  });
}

const ITERATORS =
  /^(builtins\.(iter|map|filter|zip|enumerate|reversed|open)|itertools\.\w+|csv\.\w*[rR]eader|os\.(scandir|walk)|glob\.iglob|re\.finditer|.*\.(finditer|iterdir|r?glob))\(\)$/;

function isFixedVariable({ definitions }: Binding, { semantics }: ProcessModel): boolean {
  return definitions.every(({ kind, value }) =>
    kind === 'annotation' || kind === 'function' || kind === 'class' || kind === 'import'
      ? true
      : kind === 'augmented' || (value !== null && kind !== 'for' && isFixed(value, semantics)),
  );
}

function valueNodeOf({ value, node, kind }: Definition): Node | null {
  if (kind === 'function' || kind === 'class' || kind === 'import') return null;
  return value ?? node;
}
