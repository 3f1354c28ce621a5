/** What has to move together, for a worker to find all that it uses in a module of its own. */

import { statementRange } from '../../src/edits/statements.ts';
import { isMutation } from '../../src/processes/hand-over/hoist.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import { BUILTINS } from '../../src/semantics/builtins.ts';
import type { Binding, Definition, Reference } from '../../src/semantics/scopes.ts';
import type { Node } from '../../src/syntax/node.ts';
import {
  type ImportedName,
  simpleAssignment,
  statementsOf,
  wholeStatement,
} from '../../src/syntax/shapes.ts';

/** The statements that move, and the imports that are repeated where they go. */
export interface Needs {
  readonly statements: ReadonlySet<Node>;
  readonly imports: ReadonlySet<ImportedName>;
}

/** What a statement that defines a worker needs, itself among it; or why that can't move, as a clause. */
export function needsOf(
  worker: Node,
  handedOver: readonly Node[],
  model: ProcessModel,
): Needs | string {
  const search = new Search(model);
  return (
    search.of(worker, handedOver) ?? { statements: search.statements, imports: search.imports }
  );
}

class Search {
  readonly statements = new Set<Node>();
  readonly imports = new Set<ImportedName>();
  /** Variables that functions set which move: nothing else may use them. */
  private readonly own = new Set<Binding>();

  constructor(private readonly model: ProcessModel) {}

  /** Null, or the first thing that stands in the way. */
  of(worker: Node, handedOver: readonly Node[]): string | null {
    const obstacle = this.add(worker);
    if (obstacle) return obstacle;
    for (const node of handedOver) {
      for (const statement of this.definitionsIn(node)) {
        const other = this.add(statement);
        if (other) return other;
      }
    }
    // A Set's iteration goes on over what is added to it on the way.
    for (const statement of this.statements) {
      const obstacle = this.lookUp(statement) ?? this.addSet(statement);
      if (obstacle) return obstacle;
      for (const reference of this.model.semantics.referencesIn(statement)) {
        const found = this.follow(reference, statement);
        if (found) return found;
      }
    }
    const shared = [...this.own].find((binding) => !this.isOnlyUsedIn(binding));
    return shared
      ? `\`${shared.name}\` is used by what stays in cells too, which would have one of its own then`
      : null;
  }

  /** What looks names up that are not written, in the statement or in all cells. */
  private lookUp(statement: Node): string | null {
    const { semantics } = this.model;
    if (/\b__main__\b/.test(semantics.textOf(statement))) return 'it uses `__main__`';
    const { references } = semantics.scopes;
    const looking = references.find(
      ({ name, node, binding }) =>
        !binding && (name === 'globals' || (LOOKS_UP.has(name) && statement.contains(node))),
    );
    if (!looking) return null;
    const reason = looking.name.startsWith('__')
      ? 'is another in a module'
      : 'may set or read what moves';
    return `\`${looking.name}\` ${reason} (${this.lineName(looking.node)})`;
  }

  /** The variables of the module that a statement's functions set. */
  private addSet(statement: Node): string | null {
    for (const binding of this.model.semantics.scopes.module.bindings.values()) {
      const isSet = ({ scope, nameNode }: Definition) =>
        scope.kind !== 'module' && statement.contains(nameNode);
      if (!binding.definitions.some(isSet)) continue;
      const obstacle = this.addOwn(binding, binding.definitions);
      if (obstacle) return obstacle;
    }
    return null;
  }

  private add(statement: Node): string | null {
    if (this.statements.has(statement)) return null;
    const obstacle = this.unmovable(statement);
    if (!obstacle) this.statements.add(statement);
    return obstacle;
  }

  private unmovable(statement: Node): string | null {
    const { semantics } = this.model;
    const name = boundName(statement, this.model);
    const definition = definitionIn(statement);
    const binding = definition && name !== null && semantics.scopes.module.bindings.get(name);
    const other = binding && this.changedOrSetAgain(binding);
    if (other) return other;
    const isAlone =
      statement.parent?.kind === 'Script' && statementRange(this.model.tree, statement);
    if (!isAlone || !(definition || simpleAssignment(statement))) {
      return `${this.lineName(statement)}, which defines it, does more than that`;
    }
    const computed =
      definition &&
      semantics
        .functionShape(definition)
        ?.params.find(({ defaultValue }) => defaultValue && hasCall(defaultValue));
    return computed
      ? `a default of \`${name}\` is computed when the cell runs, and would be again in each child`
      : null;
  }

  private follow({ name, node, binding }: Reference, statement: Node): string | null {
    if (!binding) return this.unknown(name, node);
    if (binding.scope.kind !== 'module') return null;
    const definitions = binding.definitions.filter(
      ({ kind, value }) => kind !== 'annotation' || value,
    );
    if (definitions.every(({ imported }) => imported)) return this.repeat(definitions);
    if (definitions.some(({ scope }) => scope.kind !== 'module')) {
      return this.addOwn(binding, definitions);
    }
    const [only] = definitions;
    if (!only) return `\`${name}\` has no value`;
    const other = this.changedOrSetAgain(binding);
    if (other) return other;
    if (only.kind === 'function' || only.kind === 'class')
      return this.add(wholeStatement(only.node));
    const assignment = simpleAssignment(only.node);
    if (!assignment || !isLiteral(assignment.value)) {
      return `it reads \`${name}\`, which ${this.lineName(only.nameNode)} computes`;
    }
    if (isShared(assignment.value)) this.own.add(binding);
    return only.node === statement ? null : this.add(only.node);
  }

  /** A variable that functions set in the module, such as an initializer: they move along. */
  private addOwn(binding: Binding, definitions: readonly Definition[]): string | null {
    this.own.add(binding);
    for (const { node, kind, value } of definitions) {
      const statement = this.model.semantics.topLevelStatement(node);
      if (statement === node && kind === 'assignment' && !(value && isLiteral(value))) {
        return `it reads \`${binding.name}\`, which ${this.lineName(node)} computes`;
      }
      const obstacle = this.add(statement);
      if (obstacle) return obstacle;
    }
    return null;
  }

  private unknown(name: string, node: Node): string | null {
    const { tree, semantics } = this.model;
    if (BUILTINS.has(name)) return null;
    const written = tree.notebook?.restored(name) ?? name;
    if (written !== name) return `it runs \`${written}\` (${this.lineName(node)})`;
    return semantics.scopes.starImports.length > 0
      ? `\`${name}\` may come from an \`import *\``
      : `it reads \`${name}\`, which no cell defines`;
  }

  /** Imports can be repeated where nothing decides whether they run. */
  private repeat(definitions: readonly Definition[]): string | null {
    const [first, ...others] = definitions;
    const meaning = ({ imported }: Definition) =>
      imported && (imported.hasAlias || imported.imported !== null)
        ? `${imported.module} ${imported.imported}`
        : imported?.bound;
    if (others.some((other) => first && meaning(other) !== meaning(first))) {
      return `\`${first?.imported?.bound}\` is imported from several places`;
    }
    for (const { node, imported } of definitions) {
      if (node.parent?.kind !== 'Script' && wholeStatement(node).parent?.kind !== 'Script') {
        return `\`${imported?.bound}\` is imported on a condition`;
      }
      if (imported) this.imports.add(imported);
    }
    return null;
  }

  /**
   * The functions of cells that an expression hands on, and the classes whose instances it may hold: through variables,
   * and through functions that it calls.
   */
  private definitionsIn(node: Node, seen: Set<Binding> = new Set(), isCalled = false): Node[] {
    return this.model.semantics.referencesIn(node).flatMap(({ binding, node: name }) => {
      if (!binding || seen.has(binding)) return [];
      seen.add(binding);
      return binding.definitions.flatMap(({ kind, node: definition, value, scope }) => {
        const isOfModule = scope.kind === 'module';
        if (kind === 'class' && isOfModule) return [wholeStatement(definition)];
        if (kind !== 'function' || !isOfModule) {
          return value && !node.contains(value) ? this.definitionsIn(value, seen, isCalled) : [];
        }
        const isCallee = name.parent?.kind === 'CallExpression' && name.parent.firstChild === name;
        return isCallee || isCalled
          ? this.definitionsIn(definition, seen, true)
          : [wholeStatement(definition)];
      });
    });
  }

  /** Where a name gets another value, or what it stands for another attribute or item. */
  private changedOrSetAgain({ name, definitions, references }: Binding): string | null {
    const [first, again] = definitions.filter(({ kind, value }) => kind !== 'annotation' || value);
    if (first && again) {
      return `\`${name}\` is set in ${this.lineName(first.nameNode)} and again in ${this.lineName(again.nameNode)}`;
    }
    const change = references.find(
      ({ node }) => isChange(node, this.model) || isMutation(node, this.model.semantics),
    );
    return change ? `\`${name}\` is changed in ${this.lineName(change.node)}` : null;
  }

  /** Whether nothing but what moves along reads or sets a name. */
  private isOnlyUsedIn({ references, definitions }: Binding): boolean {
    const places = [...references.map(({ node }) => node), ...definitions.map(({ node }) => node)];
    return places.every((node) =>
      this.statements.has(this.model.semantics.topLevelStatement(node)),
    );
  }

  private lineName({ from }: Node): string {
    return this.model.tree.lines.lineName(from);
  }
}

/** The function or class that a statement defines, decorated or not. */
export function definitionIn(statement: Node): Node | null {
  const isDefinition = ({ kind }: Node) =>
    kind === 'FunctionDefinition' || kind === 'ClassDefinition';
  if (isDefinition(statement)) return statement;
  return statement.kind === 'DecoratedStatement'
    ? (statement.children.find(isDefinition) ?? null)
    : null;
}

/** The name that a definition or a simple assignment binds in the module. */
export function boundName(statement: Node, { semantics }: ProcessModel): string | null {
  const definition = definitionIn(statement);
  const name = definition?.child('VariableName') ?? simpleAssignment(statement)?.target;
  return name ? semantics.textOf(name) : null;
}

function hasCall(node: Node): boolean {
  return [node, ...node.walk()].some(({ kind }) => kind === 'CallExpression');
}

/** `f.calls = 0`, `TABLE[0] += 1`, `setattr(C, …)`. */
function isChange(name: Node, { semantics }: ProcessModel): boolean {
  const member = name.parent;
  const call = member?.kind === 'ArgList' ? member.parent?.firstChild : null;
  if (call) return /^(set|del)attr$/.test(semantics.textOf(call));
  if (member?.kind !== 'MemberExpression' || member.firstChild !== name) return false;
  const user = member.parent;
  if (user?.kind === 'AssignStatement') return user.lastChild !== member;
  return user?.kind === 'UpdateStatement' || user?.kind === 'DeleteStatement';
}

/** What reads or sets names that are not written; `__doc__` and `__name__` are others in another module. */
const LOOKS_UP: ReadonlySet<string> = new Set([
  '__doc__',
  '__file__',
  '__name__',
  'eval',
  'exec',
  'vars',
]);

/** Whether an expression is made of literals alone, or a function. */
function isLiteral(node: Node): boolean {
  if (node.kind === 'LambdaExpression') return node.child('ParamList')?.child('AssignOp') == null;
  return ![node, ...node.walk()].some(({ kind }) =>
    /^(VariableName|CallExpression|LambdaExpression)$/.test(kind),
  );
}

/** Whether what a literal makes can be changed. */
function isShared(node: Node): boolean {
  return [node, ...node.walk()].some(({ kind }) => /^(Array|Dictionary|Set)Expression$/.test(kind));
}

/** The statements of a module in their order. */
export function inOrder(statements: Iterable<Node>, { tree }: ProcessModel): Node[] {
  const wanted = new Set(statements);
  return statementsOf(tree.root).filter((statement) => wanted.has(statement));
}
