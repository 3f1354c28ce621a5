import type { Edit, Fix, Refusal } from '../src/edits/fix.ts';
import { insertAfter, insertAtBodyStart } from '../src/edits/insert.ts';
import { takeStatement } from '../src/edits/move.ts';
import { namedImport } from '../src/edits/named-import.ts';
import { frozenEvidence } from '../src/processes/frozen.ts';
import { flatStatements, onlySetsStartMethod, preludeLength } from '../src/processes/guard-top.ts';
import type { MainGuard, ProcessModel, Start } from '../src/processes/model.ts';
import { packageOf } from '../src/processes/packages.ts';
import type { Node } from '../src/syntax/node.ts';
import { type Call, isStatement, statementOf, statementsOf } from '../src/syntax/shapes.ts';
import { defineTransform, type Finding } from './transform.ts';

interface Subject {
  readonly start: Start;
  readonly guard: MainGuard | null;
  /** The call that comes too late, or null where there is none. */
  readonly late: Call | null;
}

export default defineTransform<Subject>({
  code: 'MP102',
  name: 'missing-freeze-support',
  summary: 'a frozen program starts processes without calling freeze_support() first',
  why: `A program that PyInstaller, cx_Freeze, py2exe or Nuitka has made into an executable has no Python interpreter
of its own: \`sys.executable\` is the program. To start a child, \`multiprocessing\` runs that executable again with the
argument \`--multiprocessing-fork\`, and the child begins at the first line of the main file, with \`__name__\` equal to
\`"__main__"\`.

\`freeze_support()\` is what tells a child from the program: in a child it does the child's work and exits, elsewhere it
returns at once. Without it the child runs the whole program, which starts children, which run the whole program. Where
it stands too far down, each child does all that stands above it: it opens windows, prints, or ends in argparse with
\`unrecognized arguments: --multiprocessing-fork\`.

The standard library's own \`freeze_support()\` works on Windows, in newer versions wherever \`spawn\` is used;
PyInstaller replaces it by one that works on every platform. A program that is not frozen may call it too: it starts
nothing there and returns.`,
  startMethods: ['spawn', 'forkserver'],
  pinHelps: false,
  fixable: 'safe',
  inNotebooks: false,
  fixSafety: `In a program that is not frozen the call does nothing, and in a frozen child nothing else is right. It is
written behind a \`set_start_method()\` that opens the guard, not before it: in some releases of Python 3.13 and 3.14, of
which 3.13.4 is the first, \`freeze_support()\` fixes the start method as a side effect, and a later
\`set_start_method()\` raises \`RuntimeError: context has already been set\`. For that reason the fix is unsafe where the
program sets the start method further down.`,
  references: [
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.freeze_support',
    'https://pyinstaller.org/en/stable/common-issues-and-pitfalls.html#multi-processing',
    'https://github.com/python/cpython/issues/140814',
  ],

  find(model) {
    const start = model.starts.find((each) => each.method !== 'fork' && packageOf(each.library));
    const evidence = start && frozenEvidence(model);
    if (!start || !evidence) return [];
    const guard = guardOf(model);
    if (!guard) {
      const atImport = model.importTimeStarts.some((each) => !each.isGuarded);
      return atImport ? [missing(model, start, evidence, null)] : [];
    }
    if (comesFirst(guard, model)) return [];
    const late = model.freezeSupportCalls[0];
    return [late ? tooLate(model, start, guard, late) : missing(model, start, evidence, guard)];
  },

  fix({ subject: { start, guard, late } }, model) {
    if (!guard) {
      return {
        refusal:
          'there is no main guard that the call could stand in: add one first (MP101, unguarded-start)',
      };
    }
    return late ? moveCall(late, guard, model) : addCall(start, guard, model);
  },
});

/** The guard that runs the program: behind the last definition, so that children find all of their functions. */
function guardOf({ guards, tree }: ProcessModel): MainGuard | null {
  const end = statementsOf(tree.root).findLast((statement) => isDefinition(statement))?.to ?? 0;
  return guards.find((guard) => guard.statement.from >= end) ?? guards.at(-1) ?? null;
}

function isDefinition({ kind }: Node): boolean {
  return /^(FunctionDefinition|ClassDefinition|DecoratedStatement)$/.test(kind);
}

/** Whether a child gets to `freeze_support()` before it does anything else. */
function comesFirst(guard: MainGuard, model: ProcessModel): boolean {
  return (
    leadsToCall(firstOf(guard.body, model), model, new Set()) ||
    model.freezeSupportCalls.some((call) => isBehindDefinitions(call, model))
  );
}

function leadsToCall(first: Node | undefined, model: ProcessModel, seen: Set<Node>): boolean {
  if (!first || seen.has(first)) return false;
  seen.add(first);
  const { semantics } = model;
  const body = first.child('Body');
  if (body && (first.kind === 'TryStatement' || isAboutPlatform(first, model))) {
    return leadsToCall(firstOf(body, model), model, seen);
  }
  if (body) return false;
  const calls = [...first.walk((node) => !isStatement(node))].flatMap(
    (n) => semantics.call(n) ?? [],
  );
  return calls.some(
    (call) =>
      model.freezeSupportCalls.some(({ node }) => node === call.node) ||
      semantics.values
        .definitions(call.callee)
        .some(
          (fn) => isFunction(fn) && leadsToCall(firstOf(fn.lastChild as Node, model), model, seen),
        ),
  );
}

/** `if sys.platform == "win32":`, `if getattr(sys, "frozen", False):` and the like. */
function isAboutPlatform(statement: Node, { semantics }: ProcessModel): boolean {
  const test = statement.kind === 'IfStatement' ? statement.children[1] : undefined;
  return test !== undefined && /platform|os\.name|frozen/.test(semantics.textOf(test));
}

function isFunction({ kind }: Node): boolean {
  return kind === 'FunctionDefinition';
}

/** The first statement of a body that does something. */
function firstOf(body: Node, model: ProcessModel): Node | undefined {
  return flatStatements(body)[preludeLength(body, model)];
}

/** Whether a call stands at module level, below all that children may need. */
function isBehindDefinitions(call: Call, model: ProcessModel): boolean {
  if (model.isGuarded(call.node) || model.semantics.enclosingFunction(call.node)) return false;
  const after = statementsOf(model.tree.root).filter((each) => each.from > call.node.to);
  return !after.some(isDefinition);
}

function missing(
  model: ProcessModel,
  start: Start,
  evidence: string,
  guard: MainGuard | null,
): Finding<Subject> {
  const { from, to } = guard?.test ?? start.node;
  const what = startName(start, model);
  return {
    from,
    to,
    message:
      `this program is frozen into an executable (${evidence}), and each process that ${what} starts is that ` +
      'executable again: without freeze_support() it runs the whole program',
    subject: { start, guard, late: null },
  };
}

function tooLate(
  model: ProcessModel,
  start: Start,
  guard: MainGuard,
  late: Call,
): Finding<Subject> {
  return {
    from: late.node.from,
    to: late.node.to,
    message:
      `${model.semantics.textOf(late.callee)}() comes too late: each child of the frozen program does all that ` +
      'stands before it, from the first line on',
    subject: { start, guard, late },
  };
}

function startName({ node }: Start, { semantics, tree }: ProcessModel): string {
  const { row } = tree.lines.positionOf(node.from);
  const callee = semantics.call(node)?.callee;
  return callee ? `${semantics.textOf(callee)}() on line ${row}` : `line ${row}`;
}

function addCall(start: Start, guard: MainGuard, model: ProcessModel): Fix | Refusal {
  const { tree, semantics } = model;
  const pkg = packageOf(start.library);
  if (!pkg) return { refusal: `${start.library.name} has a freeze_support() of its own` };
  const { edits, expression } = namedImport(
    tree,
    semantics.scopes,
    { ...pkg, name: 'freeze_support' },
    [guard.body],
  );
  const inserted = insertAtTop(guard, `${expression}()`, model);
  return finish(
    `call ${expression}() first under the main guard`,
    [...edits, ...inserted],
    model,
    guard,
  );
}

function moveCall(late: Call, guard: MainGuard, model: ProcessModel): Fix | Refusal {
  const statement = statementOf(late.node);
  if (statement.firstChild !== late.node || !canLeave(statement)) {
    return {
      refusal:
        'the call stands inside another statement: move it to the top of the main guard by hand',
    };
  }
  const { removal, code } = takeStatement(model.tree, statement);
  const name = model.semantics.textOf(late.callee);
  return finish(
    `move ${name}() to the top of the main guard`,
    [...removal, ...insertAtTop(guard, code, model)],
    model,
    guard,
  );
}

/** Whether nothing but the module, the guard or a function decides that a statement runs. */
function canLeave(statement: Node): boolean {
  let block = statement.parent;
  if (block?.kind === 'StatementGroup') block = block.parent;
  const owner = block?.parent;
  return !owner || owner.kind === 'FunctionDefinition' || owner.parent?.kind === 'Script';
}

/** Behind a `set_start_method()` that opens the guard, else as its first statement. */
function insertAtTop(guard: MainGuard, code: string, model: ProcessModel): Edit[] {
  const prelude = flatStatements(guard.body).slice(0, preludeLength(guard.body, model));
  const setter = prelude.findLast((statement) => onlySetsStartMethod(statement, model));
  return setter
    ? insertAfter(model.tree, setter, code)
    : (insertAtBodyStart(model.tree, guard.body, code) ?? []);
}

function finish(
  message: string,
  edits: readonly Edit[],
  model: ProcessModel,
  guard: MainGuard,
): Fix {
  const prelude = flatStatements(guard.body).slice(0, preludeLength(guard.body, model));
  const setsLater = model.startMethodCalls.some(
    ({ call }) =>
      !prelude.some((statement) => statement.contains(call.node)) &&
      !call.args.some(({ name }) => name === 'force'),
  );
  return { applicability: setsLater ? 'unsafe' : 'safe', message, edits };
}
