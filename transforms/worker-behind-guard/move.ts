/** Which statements move up together, and what stands in the way. */
import type { Refusal } from '../../src/edits/fix.ts';
import { isInlineBody, statementRange } from '../../src/edits/statements.ts';
import { isUnderMainTest } from '../../src/processes/guards.ts';
import { holdsContainer } from '../../src/processes/hand-over/hoist.ts';
import { rowOf } from '../../src/processes/import-time/call-words.ts';
import { importUnits } from '../../src/processes/import-time/import-units.ts';
import { isStandardModule } from '../../src/processes/import-time/standard-modules.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import { BUILTINS } from '../../src/semantics/builtins.ts';
import { codeOf } from '../../src/semantics/code.ts';
import type { Binding, Definition } from '../../src/semantics/scopes.ts';
import type { Node } from '../../src/syntax/node.ts';
import { importsOf, wholeStatement } from '../../src/syntax/shapes.ts';
import type { Misplaced } from './find.ts';
import { headerDoubt } from './header.ts';

export interface Move {
  /** What moves, in the order of the text. */
  readonly statements: readonly Node[];
  /** The names of the functions, classes and constants among it. */
  readonly defined: readonly string[];
  /** The names that the imports among it bind. */
  readonly imported: readonly string[];
  /** The statement of the module before which it is to stand; imports go to the head of the file. */
  readonly place: Node;
  /** What makes the move unsafe. */
  readonly doubts: readonly string[];
}

/** What has to move so that children have a name, and all that it needs in turn. */
export function planMove(misplaced: Misplaced, model: ProcessModel): Move | Refusal {
  return new Mover(misplaced, model).plan();
}

class Mover {
  private refusal: string | null = null;
  private readonly doubts = new Set<string>();
  private readonly moving = new Map<Node, Binding>();
  /** The names read where something that moves is defined. */
  private readonly neededAtOnce = new Map<Binding, string>();
  private readonly followed = new Set<Node>();
  /** The statement that starts workers before what they need is defined, or null. */
  private readonly start: Node | null;
  /** What only the parent gives a value, or may change. */
  private readonly parents: { readonly binds: Set<Binding>; readonly mutates: Set<Binding> };

  constructor(
    private readonly misplaced: Misplaced,
    private readonly model: ProcessModel,
  ) {
    const { startedBefore } = misplaced;
    this.start = startedBefore && model.semantics.topLevelStatement(startedBefore);
    const from = this.start?.from ?? Number.POSITIVE_INFINITY;
    const units = importUnits(model).filter(
      ({ kind, node }) => kind === 'guard' || (kind === 'other' && node.from >= from),
    );
    this.parents = {
      binds: new Set(units.flatMap(({ binds }) => [...binds])),
      mutates: new Set(units.flatMap(({ mutates }) => [...mutates])),
    };
  }

  plan(): Move | Refusal {
    const { binding, reader, together, definedBy } = this.misplaced;
    if (definedBy) {
      this.refuse(
        `\`${binding.name}\` is declared global inside a function. Define it at module level, and hand over by functools.partial what it takes from there`,
      );
    }
    this.refuseStarImports();
    if (reader) this.follow(reader);
    for (const one of new Set([binding, ...together])) this.need(one, `\`${one.name}\``);
    const statements = [...this.moving.keys()].sort((a, b) => a.from - b.from);
    const place = this.place(statements);
    for (const [name, by] of this.neededAtOnce) this.checkOrder(name, by, place);
    return this.refusal !== null
      ? { refusal: this.refusal }
      : { statements, ...this.namesOf(statements), place, doubts: [...this.doubts] };
  }

  /** What a star import under the guard binds is not known, and not there in children. */
  private refuseStarImports(): void {
    const { semantics, isGuarded } = this.model;
    const star = semantics.scopes.starImports.find(({ boundNode }) => isGuarded(boundNode));
    if (!star) return;
    this.refuse(
      `line ${rowOf(star.boundNode, this.model)} imports all names of \`${star.module}\` under the main guard, and children have none of them. Import by name, at the head of the file`,
    );
  }

  private namesOf(statements: readonly Node[]): Pick<Move, 'defined' | 'imported'> {
    const names = (isImport: boolean) =>
      statements
        .filter(({ kind }) => (kind === 'ImportStatement') === isImport)
        .flatMap((statement) => this.moving.get(statement)?.name ?? []);
    return { defined: names(false), imported: names(true) };
  }

  private place(statements: readonly Node[]): Node {
    const tops = statements
      .filter(({ kind }) => kind !== 'ImportStatement')
      .map((statement) => this.model.semantics.topLevelStatement(statement));
    const all = this.start ? [this.start, ...tops] : tops;
    const fallback = this.model.semantics.topLevelStatement(this.misplaced.definition.node);
    return all.reduce((a, b) => (b.from < a.from ? b : a), all[0] ?? fallback);
  }

  private refuse(reason: string): void {
    this.refusal ??= reason;
  }

  /** Sees to it that children have a name when code that runs there, or a definition that moves, reads it. */
  private need(binding: Binding, by: string): void {
    if (this.refusal !== null || binding.scope !== this.model.semantics.scopes.module) return;
    const definitions = binding.definitions.filter(({ kind }) => kind !== 'annotation');
    const isMissing = ({ nameNode }: Definition) =>
      this.model.isGuarded(nameNode) || (this.start !== null && nameNode.from >= this.start.from);
    const defined = definitions.filter(({ kind }) => DEFINED.has(kind));
    if (defined.length < definitions.length || definitions.length === 0) {
      this.needVariable(binding, definitions, by, definitions.some(isMissing));
    } else if (definitions.some(isMissing)) {
      this.take(binding, definitions);
    } else for (const { node } of defined) this.follow(node);
  }

  private needVariable(
    binding: Binding,
    definitions: readonly Definition[],
    by: string,
    isMissing: boolean,
  ): void {
    const { model } = this;
    // A worker or an initializer sets it in each child.
    if (definitions.some(({ scope }) => model.runsInWorkers.has(scope.node))) return;
    if (isMissing && this.isConstant(binding, definitions)) {
      this.take(binding, definitions);
      return;
    }
    const isSet =
      isMissing ||
      this.parents.binds.has(binding) ||
      definitions.some(({ scope }) => scope.kind !== 'module');
    const changes = this.parents.mutates.has(binding);
    if (isSet || (changes && holdsContainer(binding, model.semantics))) {
      this.refuse(this.tornBy(binding, by, definitions));
    } else if (changes) {
      this.doubts.add(
        `the parent may change \`${binding.name}\`, which the children have as it is after an import`,
      );
    }
  }

  private tornBy({ name }: Binding, by: string, definitions: readonly Definition[]): string {
    const { isGuarded } = this.model;
    const isNowhere = definitions.every((d) => d.scope.kind === 'module' && isGuarded(d.nameNode));
    return (
      `${by} reads \`${name}\`, which ${isNowhere ? 'only the parent has' : 'the parent changes'}: moved up, it would ` +
      `${isNowhere ? 'be a NameError' : 'see another value'} in the children. Hand \`${name}\` to the workers as an argument, ` +
      `or with initializer= and initargs=, and move \`${this.misplaced.binding.name}\` up`
    );
  }

  /** Moves the statement that binds a name, with what it needs. */
  private take(binding: Binding, definitions: readonly Definition[]): void {
    const [definition, other] = definitions;
    if (!definition) return;
    const statement = wholeStatement(definition.node);
    if (this.moving.has(statement)) return;
    const obstacle = other
      ? `\`${binding.name}\` is bound on line ${rowOf(definition.node, this.model)} and on line ${rowOf(other.node, this.model)}: bind it once, above the main guard`
      : this.obstacleTo(binding, statement);
    if (obstacle) {
      this.refuse(obstacle);
      return;
    }
    this.moving.set(statement, binding);
    if (definition.imported) this.takeImport(statement);
    else this.takeDefinition(binding, definition.node, statement);
  }

  private obstacleTo({ name }: Binding, statement: Node): string | null {
    const row = rowOf(statement, this.model);
    if (BUILTINS.has(name)) {
      return `\`${name}\` hides a builtin function, which code above the main guard may use: give it another name`;
    }
    if (!statementRange(this.model.tree, statement)) {
      return `line ${row} holds more than the definition of \`${name}\`: put it on a line of its own above the main guard`;
    }
    return this.standsFreely(statement)
      ? null
      : `\`${name}\` is bound inside another statement on line ${row}, and so perhaps not always: bind it above the main guard`;
  }

  /** Whether nothing but main guards and `with` statements is around a statement. */
  private standsFreely(statement: Node): boolean {
    const { guards, tree } = this.model;
    const { parent } = statement;
    if (!parent || parent.kind === 'Script') return true;
    const owner = parent.parent;
    if (isInlineBody(tree, parent) || !owner) return false;
    if (owner.kind === 'WithStatement') return this.standsFreely(owner);
    return guards.some(({ body }) => body === parent);
  }

  private takeImport(statement: Node): void {
    const { tree, semantics } = this.model;
    for (const { module, bound, boundNode } of importsOf(statement, tree.text)) {
      const binding = semantics.bindingOf(boundNode);
      if (bound === '*' || !this.isHarmless(module, statement)) {
        this.refuse(
          `importing \`${module}\` on line ${rowOf(statement, this.model)} may do more than bind a name, and mpfix can't tell whether it may be done earlier. ` +
            'If it may, move the import to the head of the file',
        );
      } else if (!binding || binding.definitions.length > 1 || BUILTINS.has(bound)) {
        this.refuse(
          `line ${rowOf(statement, this.model)} gives \`${bound}\` one of several meanings: import it once, at the head of the file`,
        );
      }
    }
  }

  /** Whether it makes no difference when a module is imported: it only defines, or it was imported before. */
  private isHarmless(module: string, statement: Node): boolean {
    const { semantics, isGuarded } = this.model;
    if (isStandardModule(module)) return true;
    return [...semantics.scopes.module.bindings.values()].some(({ definitions }) =>
      definitions.some(
        ({ imported, node, scope }) =>
          imported?.module === module &&
          scope.kind === 'module' &&
          node.parent?.kind === 'Script' &&
          node.from < statement.from &&
          !isGuarded(node),
      ),
    );
  }

  private takeDefinition(binding: Binding, definition: Node, statement: Node): void {
    const { semantics } = this.model;
    const doubt = headerDoubt(statement, this.model);
    if (doubt && 'refusal' in doubt) this.refuse(doubt.refusal);
    else if (doubt) this.doubts.add(doubt.doubt);
    const atOnce = new Set(codeOf(statement));
    for (const { node, binding: read } of semantics.referencesIn(statement)) {
      if (!read || read === binding || !atOnce.has(node)) continue;
      const by = `\`${binding.name}\``;
      this.neededAtOnce.set(read, by);
      this.need(read, by);
    }
    this.follow(definition);
  }

  /** Looks at what a function or class reads when it is used. */
  private follow(definition: Node): void {
    if (this.followed.has(definition)) return;
    this.followed.add(definition);
    const { semantics } = this.model;
    const nameNode = definition.child('VariableName');
    const by = nameNode ? `\`${semantics.textOf(nameNode)}\`` : 'a lambda';
    for (const { binding, node } of semantics.moduleReads(definition)) {
      if (binding && !isUnderMainTest(node, semantics, definition)) this.need(binding, by);
    }
  }

  /** A number, string or tuple of such, given to the name once. */
  private isConstant({ definitions }: Binding, [definition]: readonly Definition[]): boolean {
    return (
      definitions.length === 1 &&
      definition?.kind === 'assignment' &&
      definition.node.kind === 'AssignStatement' &&
      definition.scope.kind === 'module' &&
      definition.node.firstChild === definition.nameNode &&
      definition.value !== null &&
      definition.value === definition.node.lastChild &&
      [...definition.value.walk()].every(({ kind }) => CONSTANT.test(kind))
    );
  }

  /** What is read where something is defined must be there above it, and be what it was below. */
  private checkOrder(binding: Binding, by: string, place: Node): void {
    if (binding.scope !== this.model.semantics.scopes.module) return;
    const definitions = binding.definitions.filter(({ kind }) => kind !== 'annotation');
    if (definitions.every(({ node }) => this.moving.has(wholeStatement(node)))) return;
    const isEarlier = definitions.every(({ nameNode }) => nameNode.to <= place.from);
    const isVariable = definitions.some(({ kind }) => !DEFINED.has(kind));
    if (!isEarlier || (isVariable && this.parents.mutates.has(binding))) {
      this.refuse(
        `${by} needs \`${binding.name}\` where it is defined, and above line ${rowOf(place, this.model)} that ${isEarlier ? 'has another value' : 'is not there yet'}`,
      );
    }
  }
}

const DEFINED: ReadonlySet<string> = new Set(['function', 'class', 'import']);

const CONSTANT =
  /^(Number|String|ContinuedString|Boolean|None|UnaryExpression|BinaryExpression|TupleExpression|ParenthesizedExpression|ArithOp|BitOp|Comment|[(),*])$/;
