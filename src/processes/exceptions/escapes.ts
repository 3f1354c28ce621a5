/** Where exceptions leave the tasks of pools and executors, and go to the parent. */
import { codeOf } from '../../semantics/code.ts';
import type { Node } from '../../syntax/node.ts';
import { type Call, clausesOf, statementsOf, withItemsOf } from '../../syntax/shapes.ts';
import type { ProcessModel, Submission } from '../model.ts';
import type { Lineage } from './lineage.ts';

/** A `raise` in a task, with nothing around it that catches what is raised. */
export interface Escape {
  readonly raise: Node;
  /** The call that makes the exception; null for `raise Name`. */
  readonly made: Call | null;
  /** The submission of a task that comes to it. */
  readonly submission: Submission;
}

/** The submissions whose workers hand what they raise to the parent, pickled. */
export function taskSubmissions({ submissions }: ProcessModel): Submission[] {
  return submissions.filter(
    ({ delivery, library }) => delivery !== 'constructor' && LIBRARIES.test(library.name),
  );
}

/** Those of which it is known what they do with a result that can't be read. */
const LIBRARIES = /^((torch\.)?multiprocessing|concurrent\.futures)$/;

/** The places where instances of an exception class leave a task, in the order of the text. */
export function escapesOf(lineage: Lineage, model: ProcessModel): Escape[] {
  const tasks = new Map<Node, Submission>();
  for (const submission of taskSubmissions(model)) {
    for (const { definition } of submission.workers) {
      if (definition && !tasks.has(definition)) tasks.set(definition, submission);
    }
  }
  return model.tree.root.descendants('RaiseStatement').flatMap((raise) => {
    const raised = raisedBy(raise, lineage, model);
    const submission = raised && leaves(raise, lineage, tasks, model, new Set());
    return raised && submission ? [{ raise, made: raised.made, submission }] : [];
  });
}

function raisedBy(
  raise: Node,
  { classes: [own] }: Lineage,
  { semantics }: ProcessModel,
): { made: Call | null } | null {
  const value = raise.parts[1];
  const [source, ...others] = value ? semantics.values.sources(value) : [];
  if (!source || others.length > 0) return null;
  if (source === own) return { made: null };
  const made = semantics.call(source);
  const definitions = made ? semantics.values.definitions(made.callee) : [];
  return made && definitions.length === 1 && definitions[0] === own ? { made } : null;
}

/** The task that what a node raises leaves, through the functions around it; null where none does for certain. */
function leaves(
  node: Node,
  lineage: Lineage,
  tasks: ReadonlyMap<Node, Submission>,
  model: ProcessModel,
  seen: Set<Node>,
): Submission | null {
  const { semantics } = model;
  const fn = semantics.enclosingFunction(node);
  if (!fn || seen.has(fn) || isDecorated(fn, model) || isCaught(node, fn, lineage, model))
    return null;
  const task = tasks.get(fn);
  if (task) return task;
  seen.add(fn);
  for (const call of semantics.callGraph.callsOf(fn)) {
    const found = leaves(call.node, lineage, tasks, model, seen);
    if (found) return found;
  }
  return null;
}

const TRANSPARENT =
  /^(builtins\.(staticmethod|classmethod)|functools\.(lru_cache|cache|wraps)|typing\.\w+)$/;

/** Whether a function has a decorator that may catch what it raises. */
function isDecorated(fn: Node, { semantics }: ProcessModel): boolean {
  return (semantics.functionShape(fn)?.decorators ?? []).some((decorator) => {
    const expression = decorator.parts[1];
    const callee = expression && (semantics.call(expression)?.callee ?? expression);
    return !callee || !TRANSPARENT.test(semantics.values.qualifiedName(callee) ?? '');
  });
}

/** Whether something between a node and the function around it may catch what it raises. */
function isCaught(node: Node, fn: Node, lineage: Lineage, model: ProcessModel): boolean {
  for (let inner = node, outer = node.parent; outer && outer !== fn; outer = outer.parent) {
    if (outer.kind === 'TryStatement' && isCaughtBy(outer, inner, lineage, model)) return true;
    if (outer.kind === 'WithStatement' && maySuppress(outer, model)) return true;
    inner = outer;
  }
  return false;
}

function isCaughtBy(statement: Node, inner: Node, lineage: Lineage, model: ProcessModel): boolean {
  const clauses = clausesOf(statement);
  const last = clauses.at(-1);
  // What a `finally` returns takes the place of the exception.
  if (last?.keyword.kind === 'finally' && last.body !== inner && hasWayOut(last.body)) return true;
  if (clauses[0]?.body !== inner) return false;
  return clauses.some(
    ({ keyword, header, body }) =>
      keyword.kind === 'except' && catches(header, lineage, model) && !isRaisedAgain(body),
  );
}

/** Whether an `except` clause may be for an exception: what it names is unknown, or one of its bases. */
function catches(header: readonly Node[], lineage: Lineage, { semantics }: ProcessModel): boolean {
  const [type] = header.filter(({ kind }) => kind !== '*');
  if (!type) return true;
  const types = type.kind === 'TupleExpression' ? semantics.values.elementsOf(type) : [type];
  return types.some((each) => {
    const own = semantics.values.definitions(each);
    if (own.length > 0) return own.some((definition) => lineage.classes.includes(definition));
    const names = semantics.values.qualifiedNames(each);
    return (
      names.length === 0 ||
      names.some((name) => !name.startsWith('builtins.') || lineage.builtins.has(name))
    );
  });
}

function isRaisedAgain(body: Node): boolean {
  const last = statementsOf(body).at(-1);
  return last?.kind === 'RaiseStatement' && last.parts.length === 1 && !hasWayOut(body);
}

function hasWayOut(body: Node): boolean {
  return [...codeOf(body)].some(({ kind }) => /^(Return|Break|Continue)Statement$/.test(kind));
}

function maySuppress(statement: Node, { semantics }: ProcessModel): boolean {
  return withItemsOf(statement).some(
    ({ context }) =>
      /suppress|raises|ignor|catch/i.test(semantics.textOf(context)) ||
      managersOf(context, semantics).some((manager) =>
        manager.kind === 'ClassDefinition'
          ? semantics.values.method(manager, '__exit__').some(returnsSomething)
          : manager.descendants('TryStatement').some(hasHandler),
      ),
  );
}

/** The classes and functions of the file that make a context manager. */
function managersOf(context: Node, semantics: ProcessModel['semantics']): Node[] {
  const call = semantics.call(context);
  const made = call ? semantics.values.definitions(call.callee) : [];
  return [...made, ...semantics.values.classesOf(context)];
}

function returnsSomething(method: Node): boolean {
  const body = method.lastChild;
  return [...(body ? codeOf(body) : [])].some(
    (node) => node.kind === 'ReturnStatement' && node.parts.length > 1,
  );
}

function hasHandler(statement: Node): boolean {
  return clausesOf(statement).some(({ keyword }) => keyword.kind === 'except');
}
