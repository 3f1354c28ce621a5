/** How each child does what its parent did to set itself up. */
import type { Refusal } from '../../src/edits/fix.ts';
import type { LostConfiguration } from '../../src/processes/configuration/candidates.ts';
import type { Setter } from '../../src/processes/configuration/setters.ts';
import { unpicklableName } from '../../src/processes/hand-over/pickling.ts';
import { callText, rowOf } from '../../src/processes/import-time/call-words.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import { orderOf } from '../../src/processes/state/order.ts';
import { codeOf } from '../../src/semantics/code.ts';
import type { Binding, Reference } from '../../src/semantics/scopes.ts';
import type { Node } from '../../src/syntax/node.ts';
import { assignmentOf, statementsOf } from '../../src/syntax/shapes.ts';

export interface Repetition {
  /** The statements, one or more lines each. */
  readonly statements: readonly string[];
  /** Names of the parent that they read: each is to be handed over. */
  readonly handed: readonly Handed[];
  /** What may be different in a forked child that does it again. */
  readonly doubts: readonly string[];
}

export interface Handed {
  readonly binding: Binding;
  /** Where the statements read it: the statement's index in the list, and offsets in its text. */
  readonly places: readonly {
    readonly statement: number;
    readonly from: number;
    readonly to: number;
  }[];
}

/** The statements with which each child repeats a configuration, or why it can't. */
export function repetitionOf(lost: LostConfiguration, model: ProcessModel): Repetition | Refusal {
  return new Repeater(lost, model).repeat();
}

const FILES =
  'to a file: written to by several processes at once, it would lose or mix lines. Let the workers hand their records to the parent, ' +
  'with logging.handlers.QueueHandler and a QueueListener';

class Repeater {
  private readonly handed = new Map<Binding, { statement: number; from: number; to: number }[]>();

  constructor(
    private readonly lost: LostConfiguration,
    private readonly model: ProcessModel,
  ) {}

  repeat(): Repetition | Refusal {
    const { setters, configuration } = this.lost;
    if (configuration.notRepeated) return { refusal: configuration.notRepeated };
    const obstacle = this.obstacle();
    if (obstacle) return { refusal: obstacle };
    const call = this.callOfSetUp();
    const doubts = this.doubts();
    if (call) return { statements: [call], handed: [], doubts };
    for (const [index, setter] of setters.entries()) {
      const unknown = this.readNames(setter.statement, index);
      if (unknown) return { refusal: unknown };
    }
    return {
      statements: setters.map(({ statement }) => this.model.semantics.textOf(statement)),
      handed: [...this.handed].map(([binding, places]) => ({ binding, places })),
      doubts,
    };
  }

  private doubts(): string[] {
    const { configuration, setters } = this.lost;
    const disables = setters.some(({ statement }) => {
      const text = this.textWithSources(statement);
      return /dictConfig/.test(text) && !KEEPS_LOGGERS.test(text);
    });
    return [
      ...(configuration.doubt ? [configuration.doubt] : []),
      ...(disables
        ? ['in a forked child, dictConfig() disables the loggers that were made since']
        : []),
    ];
  }

  private obstacle(): string | null {
    const { setters } = this.lost;
    for (const setter of setters) {
      const found = this.obstacleAt(setter);
      if (found) return found;
    }
    const blocks = new Set(setters.map(({ statement }) => statement.parent));
    return blocks.size > 1
      ? `lines ${setters.map(({ node }) => rowOf(node, this.model)).join(', ')} set it up in several places: bring them together in one function, and call that in each child too`
      : null;
  }

  private obstacleAt(setter: Setter): string | null {
    const { model } = this;
    const { semantics } = model;
    const { node, statement } = setter;
    const place = `line ${rowOf(node, model)}`;
    const isPlain =
      statement.kind === 'AssignStatement'
        ? assignmentOf(statement)?.targets.flat().length === 1
        : statement.kind === 'ExpressionStatement' && statement.firstChild === node;
    if (!isPlain) return `${place} does more than that, so mpfix does not repeat it`;
    if (this.makesAnew(setter)) {
      return `${place} gives it a value that is made there: in a forked child, another one would take its place`;
    }
    const callee = semantics.call(node)?.callee;
    const name = callee ? (semantics.values.qualifiedName(callee) ?? '') : '';
    if (WRITES_FILE.test(this.textWithSources(statement))) return `${place} logs ${FILES}`;
    if (NOT_IDEMPOTENT.test(name)) {
      return `repeated in a forked child, ${callText(node, model)} on ${place} would hold twice. Set up logging in one function with logging.basicConfig() or dictConfig(), and call that in each child too`;
    }
    const order = orderOf(model);
    const isSure = this.lost.users.every(({ children }) =>
      children.moments.every((moment) =>
        order.surelyPrecedes([{ node, end: statement.to }], moment),
      ),
    );
    return isSure
      ? null
      : `${place} may or may not have run when the children are made. Decide it in one place, and let an initializer do the same`;
  }

  /** Whether an attribute of a module gets something that is made for it, such as a wrapper of what it was. */
  private makesAnew({ node, statement }: Setter): boolean {
    const { semantics } = this.model;
    return (
      semantics.attribute(node) !== null &&
      statement.kind === 'AssignStatement' &&
      statement.lastChild !== null &&
      [...codeOf(statement.lastChild)].some((part) => part.kind === 'CallExpression')
    );
  }

  /** The text of a statement, and of what the module gives the names in it. */
  private textWithSources(statement: Node): string {
    const { semantics } = this.model;
    const names = semantics
      .referencesIn(statement)
      .flatMap(({ binding }) => binding?.definitions ?? []);
    const values = names.flatMap(({ value }) => value ?? []);
    return [statement, ...values].map((node) => semantics.textOf(node)).join('\n');
  }

  /** `set_up_logging()`, where that function does nothing else and needs nothing. */
  private callOfSetUp(): string | null {
    const { semantics } = this.model;
    const [first] = this.lost.setters;
    const fn = semantics.enclosingFunction(first.node);
    const shape = fn && semantics.functionShape(fn);
    if (!fn || !shape?.nameNode || shape.params.length + shape.decorators.length > 0) return null;
    const binding = semantics.bindingOf(shape.nameNode);
    const isKnown = binding?.scope.kind === 'module' && binding.definitions.length === 1;
    const own = new Set(this.lost.setters.map(({ statement }) => statement));
    const isOnlyThat = statementsOf(shape.body).every((s) => own.has(s) || isDocstring(s));
    return isKnown && isOnlyThat && !shape.isAsync && !this.model.isGuarded(fn)
      ? `${semantics.textOf(shape.nameNode)}()`
      : null;
  }

  /** Looks at what a statement reads; gives the reason why a child can't know it, or null. */
  private readNames(statement: Node, index: number): string | null {
    for (const reference of this.model.semantics.referencesIn(statement)) {
      const { binding, node } = reference;
      if (!binding || statement.contains(binding.scope.node) || this.isInChild(binding)) continue;
      const obstacle = this.handOverObstacle(reference);
      if (obstacle) return obstacle;
      const places = this.handed.get(binding) ?? [];
      places.push({
        statement: index,
        from: node.from - statement.from,
        to: node.to - statement.from,
      });
      this.handed.set(binding, places);
    }
    return null;
  }

  /** Whether the import gives a name the same meaning in a child. */
  private isInChild({ scope, definitions }: Binding): boolean {
    const [only, ...others] = definitions;
    if (scope.kind !== 'module' || !only) return false;
    const isLasting = definitions.every(({ kind }) => LASTING.has(kind));
    const isEverywhere = definitions.every(
      (d) => d.scope.kind === 'module' && !this.model.isGuarded(d.nameNode),
    );
    const isConstant =
      others.length === 0 &&
      only.kind === 'assignment' &&
      only.value !== null &&
      isLiteral(only.value);
    return isEverywhere && (isLasting || isConstant);
  }

  private handOverObstacle({ binding, name }: Reference): string | null {
    const { semantics } = this.model;
    const advice = `hand it to an initializer with initargs=, and let that do the same`;
    if (binding?.definitions.length !== 1 || binding.scope.kind === 'class') {
      return `\`${name}\` is known in the parent only: ${advice}`;
    }
    if (this.lost.setters.some(({ node: set }) => semantics.attribute(set) !== null)) {
      return `\`${name}\` is known in the parent only: let each child make its own`;
    }
    if (this.lost.users.some(({ children }) => children.creation.kind === 'process')) {
      return `\`${name}\` is known in the parent only: hand it to the process as an argument, and let it do the same`;
    }
    const isSeen = this.lost.users.every(
      ({ children }) =>
        semantics.scopeOf(children.creation.call.node).lookUp(binding.name) === binding,
    );
    if (!isSeen) return `\`${name}\` is not known where the children are made: ${advice}`;
    const what = unpicklableName(semantics, binding, 'start');
    return what && `\`${name}\` is ${what}, which can't be handed to a child`;
  }
}

function isDocstring(statement: Node): boolean {
  return (
    statement.kind === 'ExpressionStatement' && /String$/.test(statement.firstChild?.kind ?? '')
  );
}

function isLiteral(value: Node): boolean {
  return [...value.walk()].every(({ kind }) => LITERAL.test(kind));
}

const LASTING: ReadonlySet<string> = new Set(['import', 'function', 'class']);
const LITERAL =
  /^(Number|String|ContinuedString|Boolean|None|UnaryExpression|BinaryExpression|(Tuple|Array|Dictionary|Parenthesized)Expression|ArithOp|BitOp|Comment|[(),*[\]{}:])$/;
const KEEPS_LOGGERS = /disable_existing_loggers['"]?\s*[:=]\s*False/;
const WRITES_FILE = /filename|FileHandler|fileConfig|log_file/;
const NOT_IDEMPOTENT = /\.(addHandler|addFilter|removeHandler)$/;
