import type { Fix, Refusal } from '../src/edits/fix.ts';
import { insertAtBodyStart } from '../src/edits/insert.ts';
import { takeStatement } from '../src/edits/move.ts';
import { contextMethod } from '../src/processes/contexts.ts';
import { isPlainGuard, onlySetsStartMethod } from '../src/processes/guard-top.ts';
import { type ImportTimeCall, importTimeCalls } from '../src/processes/import-calls.ts';
import { rowOf } from '../src/processes/import-time/call-words.ts';
import { apiOf } from '../src/processes/libraries.ts';
import type { MainGuard, ProcessModel, StartMethodCall } from '../src/processes/model.ts';
import type { StartMethod } from '../src/processes/start-method.ts';
import type { Semantics } from '../src/semantics/semantics.ts';
import type { Node } from '../src/syntax/node.ts';
import { type Call, clausesOf, withItemsOf } from '../src/syntax/shapes.ts';
import { defineTransform, type Finding } from './transform.ts';

interface Subject {
  readonly setter: StartMethodCall;
  /** The call in the module's own code: the setter, or that of a function which sets the method. */
  readonly reached: ImportTimeCall;
  readonly isLibrary: boolean;
}

const RESPAWNING: readonly StartMethod[] = ['spawn', 'forkserver'];

export default defineTransform<Subject>({
  code: 'MP601',
  name: 'start-method-at-import',
  summary: 'set_start_method() is called while the module is imported',
  why: `The child of \`spawn\` or \`forkserver\` imports the program's main file again. By then its start method is set, and
a \`set_start_method()\` that stands outside the main guard raises \`RuntimeError: context has already been set\`: every
child dies before it has done anything. A \`Pool\` starts new ones without end, a \`ProcessPoolExecutor\` raises
\`BrokenProcessPool\`, and a \`Process\` leaves nothing but exit code 1. Under \`spawn\` that is so in every version of
Python, under \`forkserver\` up to 3.13: from 3.14 the fork server imports the main file, once, before it has a start
method.

In a module that others import it takes a choice that is the program's: the start method can be set once, so whoever
comes second gets the same \`RuntimeError\`, and \`force=True\` overrides what the program chose. A library takes a
context of its own, \`multiprocessing.get_context("spawn")\`, and makes pools, processes and locks from that.

With \`force=True\`, inside \`try\` … \`except RuntimeError\`, and after a look at \`get_start_method(allow_none=True)\`, the
call does no harm in a main file, and is left alone there. So is \`set_start_method("fork")\` while all children are
forked, as they never import anything.`,
  startMethods: RESPAWNING,
  fixable: 'safe',
  inNotebooks: false,
  fixSafety: `The call moves to the first line under the main guard, with its comments and with the \`if\` or \`try\` round
it. It stays where it is when something between the two places depends on the start method, such as a \`Queue\` or
\`Lock\` made at module level. The fix is unsafe where the method is no literal, which could have another value further
down, and where other files import the module, which then no longer set the method by that.`,
  references: [
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.set_start_method',
    'https://docs.python.org/3/library/multiprocessing.html#contexts-and-start-methods',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.get_context',
  ],

  find(model) {
    if (model.startMethodCalls.length === 0) return [];
    const atImport = importTimeCalls(model.semantics);
    const isLibrary = isLibraryModule(model);
    return model.startMethodCalls.flatMap((setter) => {
      const reached = atImport.find(({ call }) => call.node === setter.call.node);
      const isHarmless = model.role.isMain && failsNowhere(setter, model);
      return reached && !isHarmless ? [finding({ setter, reached, isLibrary }, model)] : [];
    });
  },

  fix({ subject: { setter, reached, isLibrary } }, model) {
    const obstacle = obstacleTo(setter, reached, isLibrary, model);
    return obstacle ? { refusal: obstacle } : moveToGuard(setter, model);
  },
});

/** Whether the module has no part that runs it as a program. */
function isLibraryModule(model: ProcessModel): boolean {
  const startsAtImport = model.importTimeStarts.some((start) => !start.isGuarded);
  return model.guards.length === 0 && (!model.role.isMain || !startsAtImport);
}

/** Whether a child that runs the call again survives it, or no child ever does. */
function failsNowhere(setter: StartMethodCall, model: ProcessModel): boolean {
  const forced = setter.call.args.find(({ name }, index) => name === 'force' || index === 1);
  if (forced && forced.value.kind === 'Boolean')
    return model.semantics.textOf(forced.value) === 'True';
  if (isLookedAtFirst(setter.call.node, model)) return true;
  const allFork = model.creations.every(({ method }) => method === null || method === 'fork');
  return setter.method === 'fork' && allFork;
}

const ASKS = /get_start_method|current_process|parent_process|__name__/;
const CATCHES = /\b(RuntimeError|Exception|BaseException)\b/;

/** Whether the call stands behind a test that a child does not pass, or in a `try` that catches the error. */
function isLookedAtFirst(call: Node, { semantics }: ProcessModel): boolean {
  for (let inner = call, outer = call.parent; outer; inner = outer, outer = outer.parent) {
    if (inner.kind !== 'Body') continue;
    const clauses = clausesOf(outer);
    const own = clauses.find(({ body }) => body === inner);
    if (outer.kind === 'IfStatement') {
      const tests = clauses.flatMap(({ header }) => header);
      if (tests.some((test) => ASKS.test(textWithSources(test, semantics)))) return true;
    }
    if (
      outer.kind === 'WithStatement' &&
      withItemsOf(outer).some(({ context }) => suppresses(context, semantics))
    )
      return true;
    if (outer.kind === 'TryStatement' && own?.keyword.kind === 'try') {
      const handlers = clauses.filter(({ keyword }) => keyword.kind === 'except');
      const catches = handlers.some(
        ({ header }) => !header[0] || CATCHES.test(semantics.textOf(header[0])),
      );
      if (catches) return true;
    }
  }
  return false;
}

/** `contextlib.suppress(RuntimeError)`. */
function suppresses(context: Node, semantics: Semantics): boolean {
  const call = semantics.call(context);
  const name = call ? semantics.values.qualifiedName(call.callee) : null;
  return name === 'contextlib.suppress' && CATCHES.test(semantics.textOf(context));
}

/** The text of an expression and of what its names are assigned. */
function textWithSources(expression: Node, semantics: Semantics): string {
  const names = [...expression.walk()].filter((node) => node.kind === 'VariableName');
  const sources = names.flatMap((name) => semantics.values.sources(name));
  return [expression, ...sources].map((node) => semantics.textOf(node)).join('\n');
}

function finding(subject: Subject, { role }: ProcessModel): Finding<Subject> {
  const { setter, reached } = subject;
  const { node } = reached.from;
  const startMethods = RESPAWNING.filter((each) => !setter.method || setter.method === each);
  return {
    from: node.from,
    to: node.to,
    message: role.isMain
      ? 'set_start_method() runs again in each child that imports this file, and there the method is set already: ' +
        'the child dies of "RuntimeError: context has already been set"'
      : "set_start_method() runs when this module is imported, and takes a choice that is the program's: " +
        'whichever of the two sets the method later fails with "RuntimeError: context has already been set", or ' +
        'overrides the other with force=True',
    ...(role.isMain && startMethods.length > 0 && { startMethods }),
    subject,
  };
}

/** What stands in the way of moving the call, for the user; null where nothing does. */
function obstacleTo(
  setter: StartMethodCall,
  reached: ImportTimeCall,
  isLibrary: boolean,
  model: ProcessModel,
): string | null {
  if (isLibrary) {
    const method = setter.method ? `"${setter.method}"` : '…';
    return (
      'there is no main guard that it could move to: in a library, make pools, processes and locks from ' +
      `get_context(${method}) instead; in a program, call it under a main guard`
    );
  }
  if (model.importTimeStarts.some((start) => !start.isGuarded) || model.guards.length === 0) {
    return 'this file starts processes while it is imported: guard that first (MP101, unguarded-start)';
  }
  const { from } = reached;
  if (reached.call !== from) {
    return `call ${model.semantics.textOf(from.callee)}() under the main guard: it may do more than set the start method`;
  }
  const statement = topStatement(setter.call.node);
  if (!onlySetsStartMethod(statement, model)) {
    return `the statement on line ${rowOf(statement, model)} does more than set the start method: move the call under the main guard by hand`;
  }
  const others = model.startMethodCalls.filter(({ call }) => !statement.contains(call.node));
  if (others[0]) {
    return `line ${rowOf(others[0].call.node, model)} sets the start method too: keep one of the two`;
  }
  const guard = guardBehind(statement, model);
  if (!guard) return 'no plain main guard follows that the call could move to';
  return between(statement, guard, model);
}

/** The statement of the module that a node lies in, or its part of a `;` group. */
function topStatement(node: Node): Node {
  let statement = node;
  while (statement.parent && !/^(Script|StatementGroup)$/.test(statement.parent.kind)) {
    statement = statement.parent;
  }
  return statement;
}

function guardBehind(statement: Node, { guards }: ProcessModel): MainGuard | null {
  return guards.find((each) => each.statement.from > statement.from && isPlainGuard(each)) ?? null;
}

/** Functions of multiprocessing that have nothing to do with the start method. */
const INDEPENDENT: ReadonlySet<string> = new Set([
  'active_children',
  'allow_connection_pickling',
  'cpu_count',
  'current_process',
  'get_all_start_methods',
  'get_logger',
  'log_to_stderr',
  'parent_process',
  'Pipe',
  'RawArray',
  'RawValue',
  'set_executable',
  'set_forkserver_preload',
  'set_start_method',
]);

/** What depends on the start method, or on a name that changes, between the call and the guard. */
function between(statement: Node, guard: MainGuard, model: ProcessModel): string | null {
  const { semantics } = model;
  for (const { call, from } of importTimeCalls(semantics)) {
    if (from.node.from < statement.to || from.node.from > guard.statement.from) continue;
    if (!dependsOnMethod(call, model)) continue;
    return `${semantics.textOf(call.callee)}() on line ${rowOf(call.node, model)} needs the start method before the main guard is reached`;
  }
  for (const { node, binding, name } of semantics.scopes.references) {
    if (!statement.contains(node) || !binding) continue;
    if (binding.definitions.every((definition) => definition.nameNode.to <= statement.from))
      continue;
    return `\`${name}\`, which the call reads, changes before the main guard is reached`;
  }
  return null;
}

function dependsOnMethod({ callee, args }: Call, { semantics }: ProcessModel): boolean {
  const context = semantics.attribute(callee)?.object;
  if (context && contextMethod(context, semantics)) return false;
  return semantics.values.qualifiedNames(callee).some((name) => {
    if (apiOf(`${name}()`)?.kind === 'context') return args.length === 0;
    const api = apiOf(name);
    return api?.kind === 'function' && !INDEPENDENT.has(api.name);
  });
}

function moveToGuard(setter: StartMethodCall, model: ProcessModel): Fix | Refusal {
  const statement = topStatement(setter.call.node);
  const guard = guardBehind(statement, model);
  if (!guard) return { refusal: 'no main guard follows' };
  const { removal, code } = takeStatement(model.tree, statement);
  const inserted = insertAtBodyStart(model.tree, guard.body, code);
  if (!inserted) return { refusal: 'the main guard is empty' };
  const isLiteral = model.startMethodCalls.every(({ method }) => method !== null);
  return {
    applicability: isLiteral && !model.role.isImported ? 'safe' : 'unsafe',
    message: `move ${model.semantics.textOf(setter.call.callee)}() to the top of the main guard`,
    edits: [...removal, ...inserted],
  };
}
