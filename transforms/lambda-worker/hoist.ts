/** Turns a lambda into a function of its module. */
import type { Edit, Fix, Refusal } from '../../src/edits/fix.ts';
import { reindentText } from '../../src/edits/indent.ts';
import { insertModuleFunction, topLevelStatement } from '../../src/edits/insert.ts';
import { codeEnd, layoutOf, withNewlines } from '../../src/edits/layout.ts';
import { freshName, namesIn, wishFrom } from '../../src/edits/names.ts';
import { leadingComments, removeStatement, statementRange } from '../../src/edits/statements.ts';
import { type Capture, placeOfHoisted } from '../../src/processes/hand-over/hoist.ts';
import { positionalCount } from '../../src/processes/hand-over/worker-arguments.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import type { Binding } from '../../src/semantics/scopes.ts';
import type { Node } from '../../src/syntax/node.ts';
import { parse } from '../../src/syntax/parse.ts';
import {
  assignmentOf,
  functionOf,
  type Parameter,
  simpleAssignment,
  statementsOf,
} from '../../src/syntax/shapes.ts';
import { definitionCode } from './definition.ts';
import { deliver } from './delivery.ts';
import type { LambdaWorker } from './find.ts';

/** A statement `name = lambda …: …` that does nothing else. */
interface Naming {
  readonly statement: Node;
  readonly binding: Binding;
  readonly name: string;
}

/** The statement that a lambda gets its only name in; null where it has none, or shares it. */
export function namingOf({ lambda, handovers }: LambdaWorker, model: ProcessModel): Naming | null {
  const { semantics, tree } = model;
  const statement = lambda.parent;
  const assigned = statement && simpleAssignment(statement);
  if (!statement || assigned?.value !== lambda || assigned.target.kind !== 'VariableName')
    return null;
  const binding = semantics.bindingOf(assigned.target);
  const isPlain = assignmentOf(statement)?.annotation === null && binding?.definitions.length === 1;
  if (!isPlain || !statementRange(tree, statement)) return null;
  if (handovers.some(({ submission }) => submission.argument.value.contains(lambda))) return null;
  return { statement, binding, name: semantics.textOf(assigned.target) };
}

/** Whether a naming statement runs in every child that imports the module, so that a `def` there will do. */
export function runsAtImport(
  { statement }: Naming,
  worker: LambdaWorker,
  model: ProcessModel,
): boolean {
  const { semantics } = model;
  if (model.isGuarded(statement) || semantics.enclosingFunction(statement)) return false;
  const scope = semantics.scopeOf(statement);
  const isUsedInClassBody =
    scope.kind === 'class' &&
    worker.handovers.some(({ submission }) => semantics.scopeOf(submission.call.node) === scope);
  const place = placeOfHoisted(worker.lambda, submissionsOf(worker), model);
  return !isUsedInClassBody && place === semantics.topLevelStatement(statement);
}

function submissionsOf({ handovers }: LambdaWorker) {
  return handovers.map(({ submission }) => submission);
}

/** Writes `def name(…)` where `name = lambda …` stands. */
export function defineInPlace(
  { statement, name }: Naming,
  worker: LambdaWorker,
  model: ProcessModel,
): Fix {
  const { tree } = model;
  const { lines } = tree;
  const code = definitionCode({ ...PLAIN, name, lambda: worker.lambda }, model);
  const indent = lines.indentAt(statement.from);
  const text = withNewlines(reindentText(parse(code), 0, code.length, indent), lines.newline).slice(
    indent.length,
  );
  const edits: Edit[] = [{ from: statement.from, to: codeEnd(statement), text }];
  if (statement.parent?.kind === 'Script') edits.push(...blankLines(statement, model));
  return { applicability: 'safe', message: `turn the lambda into the function \`${name}\``, edits };
}

const PLAIN = {
  leading: [],
  imports: [],
  withoutDefault: new Set<string>(),
  renames: [],
  isResultUsed: true,
};

/** The blank lines that a definition at module level is missing above and below. */
function blankLines(statement: Node, { tree }: ProcessModel): Edit[] {
  const { lines } = tree;
  const layout = layoutOf(tree);
  const first = lines.lineAt(leadingComments(tree, statement).from);
  const next = lines.lineAt(codeEnd(statement)) + 1;
  const edits: Edit[] = [];
  const above = 2 - layout.blanksAbove(first);
  const below = 2 - layout.blanksFrom(next);
  const at = (line: number) => ({ from: lines.startOf(line), to: lines.startOf(line) });
  if (first > 0 && above > 0) edits.push({ ...at(first), text: lines.newline.repeat(above) });
  if (lines.startOf(next) < tree.text.length && below > 0) {
    edits.push({ ...at(next), text: lines.newline.repeat(below) });
  }
  return edits;
}

/** Moves the lambda's code to module level; refuses where something that it captures can't go along. */
export function hoist(
  worker: LambdaWorker,
  captures: readonly Capture[],
  naming: Naming | null,
  model: ProcessModel,
): Fix | Refusal {
  const { tree, semantics } = model;
  const { lambda } = worker;
  const others = captures.filter((capture) => capture.binding !== naming?.binding);
  const blocked = others.find((capture) => capture.obstacle);
  if (blocked) return { refusal: blocked.obstacle as string };
  const values = others.filter((capture) => !capture.importStatement);
  const itself = captures.find((capture) => capture.binding === naming?.binding);
  if (itself && values.length > 0) {
    return {
      refusal: `the lambda calls itself through \`${itself.name}\` and uses \`${values[0]?.name}\`; write a function of the module that is given both`,
    };
  }
  if (naming && semantics.scopeOf(naming.statement).kind === 'class') {
    return {
      refusal: `the lambda is an attribute of a class; write \`def ${naming.name}\` in its place`,
    };
  }
  const place = placeOfHoisted(lambda, submissionsOf(worker), model);
  const clash = keywordClash(worker, values, model);
  if (clash) {
    return {
      refusal: `\`${clash}\` is passed by keyword and is also a variable that the lambda uses; rename one of the two`,
    };
  }
  const defaults = boundDefaults(worker, place, model);
  if ('refusal' in defaults) return defaults;
  const bound = defaults.params;

  const keepsName = naming !== null && values.length + bound.length === 0 && canMove(naming, model);
  const name = keepsName ? naming.name : nameFor(worker, model);
  const code = definitionCode(
    {
      name,
      lambda,
      leading: values.map((capture) => capture.name),
      imports: importsOf(others),
      withoutDefault: new Set(bound.map((p) => p.name)),
      renames: (itself?.references ?? []).map(({ node: { from, to } }) => ({
        from,
        to,
        text: name,
      })),
      isResultUsed:
        lambda.parent?.kind === 'AssignStatement' ||
        worker.handovers.some(
          ({ submission }) =>
            submission.delivery !== 'constructor' || submission.method === 'callable',
        ),
    },
    model,
  );
  const callable = {
    text: name,
    leading: values.map((capture) => capture.name),
    keywords: bound.map((p) => ({ name: p.name, value: semantics.textOf(p.defaultValue as Node) })),
  };
  const comments = keepsName ? commentsOf(naming.statement, model) : [];
  const insertion = insertModuleFunction(tree, place, [...comments, code].join('\n'));
  const used = keepsName
    ? removeStatement(tree, naming.statement)
    : deliver(worker, callable, model);
  const risks = values.flatMap((capture) => capture.risk ?? []);
  const order = `turn the lambda into the module-level function \`${name}\``;
  return {
    applicability: risks.length > 0 ? 'unsafe' : 'safe',
    message: [order, ...risks].join('; '),
    edits: [
      ...used.filter((e) => isImport(e, place)),
      ...insertion,
      ...used.filter((e) => !isImport(e, place)),
    ],
    ...(keepsName ? { rebinds: [name] } : {}),
  };
}

/** A keyword for the lambda's `**` parameter that a new parameter would catch. */
function keywordClash(
  { lambda, handovers }: LambdaWorker,
  values: readonly Capture[],
  { tree }: ProcessModel,
): string | null {
  const takesAny = functionOf(lambda, tree.text)?.params.some((p) => p.star === '**');
  const names = new Set(takesAny ? values.map(({ name }) => name) : []);
  const given = handovers.flatMap(({ submission: { method, call } }) =>
    method === 'submit' ? call.args.flatMap(({ name }) => name ?? []) : [],
  );
  return given.find((name) => names.has(name)) ?? null;
}

/** Edits above the new function come first: an import may be inserted at the very place where it goes. */
function isImport(edit: Edit, place: Node): boolean {
  return edit.from === edit.to && edit.to <= place.from;
}

function importsOf(captures: readonly Capture[]): Node[] {
  return [...new Set(captures.flatMap((capture) => capture.importStatement ?? []))];
}

/** Comments above a statement and behind it, a line each. */
function commentsOf(statement: Node, { tree }: ProcessModel): string[] {
  const range = statementRange(tree, statement);
  if (!range) return [];
  const above = tree.text.slice(range.from, leadingComments(tree, statement).to);
  const behind = tree.text.slice(codeEnd(statement), range.to);
  return [...above.split(/\r\n|\r|\n/), behind]
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Whether the name is free at module level, so that all its uses can mean a function there. */
function canMove({ statement, binding, name }: Naming, model: ProcessModel): boolean {
  const { semantics, tree } = model;
  const { scopes } = semantics;
  const isAlone = !statement.parent || statementsOf(statement.parent).length === 1;
  const isClaimed = claimed(model).has(name);
  if (isAlone || isClaimed || name !== binding.name || binding.scope.kind === 'class') return false;
  if (binding.scope === scopes.module) {
    if (topLevelStatement(statement) === statement) return false;
    claimed(model).add(name);
    return true;
  }
  const isFree =
    binding.scope.kind === 'function' &&
    (binding.scope.parent ?? scopes.module).lookUp(name) === null &&
    !scopes.references.some((r) => r.name === name && r.binding !== binding) &&
    !scopes.all.some((scope) => scope.declared.has(name)) &&
    !tree.text.includes('locals()');
  if (isFree) claimed(model).add(name);
  return isFree;
}

const names = new WeakMap<ProcessModel, { given: Map<Node, string>; taken: Set<string> }>();

/** The names that fixes of one pass have chosen already, besides those in the text. */
function claimed(model: ProcessModel): Set<string> {
  return namesFor(model).taken;
}

function namesFor(model: ProcessModel) {
  let known = names.get(model);
  if (!known) {
    known = { given: new Map(), taken: new Set() };
    names.set(model, known);
  }
  return known;
}

/** A name after what the lambda is bound to, or after the function that it stands in. */
function nameFor(worker: LambdaWorker, model: ProcessModel): string {
  const { given, taken } = namesFor(model);
  const known = given.get(worker.lambda);
  if (known) return known;
  const name = freshName(new Set([...namesIn(model.tree), ...taken]), wishFor(worker, model));
  given.set(worker.lambda, name);
  taken.add(name);
  return name;
}

/** Names of functions that say nothing of what is done in them. */
const GENERIC =
  /^_*(main|run|start|test|demo|example|go|call|init|enter|process|execute|map|apply)_*$/i;

function wishFor({ lambda, handovers }: LambdaWorker, { semantics }: ProcessModel): string {
  const assigned = lambda.parent && simpleAssignment(lambda.parent);
  if (assigned?.value === lambda) {
    const { target } = assigned;
    return semantics.attribute(target)?.name ?? semantics.textOf(target);
  }
  const isInitializer = handovers.every(({ submission }) => submission.method === 'initializer');
  if (isInitializer) return 'init_worker';
  const around = semantics.enclosingFunction(lambda)?.child('VariableName');
  const name = around ? semantics.textOf(around) : '';
  return wishFrom(GENERIC.test(name) ? null : name, 'worker');
}

/** The parameters whose default must be handed over with the function, because it is not there at module level. */
function boundDefaults(
  { lambda, handovers }: LambdaWorker,
  place: Node,
  model: ProcessModel,
): { params: Parameter[] } | Refusal {
  const shape = functionOf(lambda, model.tree.text);
  const params = (shape?.params ?? []).filter(
    (p) => p.defaultValue && !isKnownAt(p.defaultValue, place, model),
  );
  const { semantics } = model;
  for (const param of params) {
    const index = shape?.params.indexOf(param) ?? 0;
    const isOpen = handovers.some(({ submission, worker }) => {
      if (worker.aliases.length + worker.partials.length > 0) return true;
      if (param.passing === 'keyword-only') return false;
      return (positionalCount(submission) ?? Infinity) > index;
    });
    if (isOpen || param.passing === 'positional-only') {
      return {
        refusal: `it is not certain whether \`${param.name}\` is passed or keeps its default \`${semantics.textOf(param.defaultValue as Node)}\`; pass it as an argument`,
      };
    }
  }
  return { params };
}

const LITERALS: ReadonlySet<string> = new Set(['Number', 'String', 'Boolean', 'None', 'Ellipsis']);

/** Whether a default has the same value where the new function will stand. */
function isKnownAt(value: Node, place: Node, { semantics, isGuarded }: ProcessModel): boolean {
  if (LITERALS.has(value.kind)) return true;
  if (value.kind === 'VariableName') {
    const binding = semantics.bindingOf(value);
    return (
      !binding ||
      (binding.scope.kind === 'module' &&
        binding.definitions.length === 1 &&
        binding.definitions.every((d) => d.nameNode.to <= place.from && !isGuarded(d.nameNode)))
    );
  }
  if (!/^(Unary|Binary|Tuple|Parenthesized)Expression$/.test(value.kind)) return false;
  return value.children.every(
    (child) =>
      (child.children.length === 0 && !/Name$/.test(child.kind)) ||
      /Op$/.test(child.kind) ||
      isKnownAt(child, place, { semantics, isGuarded } as ProcessModel),
  );
}
