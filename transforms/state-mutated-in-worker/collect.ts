import type { Edit, Refusal } from '../../src/edits/fix.ts';
import { removeStatement } from '../../src/edits/statements.ts';
import { unpicklable } from '../../src/processes/hand-over/pickling.ts';
import { callText, lineOf } from '../../src/processes/import-time/call-words.ts';
import type { ProcessModel, Submission } from '../../src/processes/model.ts';
import { fateOf } from '../../src/processes/pool-life/pool-results.ts';
import type { Task } from '../../src/processes/state/unseen/tasks.ts';
import type { UnseenChange } from '../../src/processes/state/unseen/unseen-changes.ts';
import { argumentAt } from '../../src/processes/submissions.ts';
import { codeOf } from '../../src/semantics/code.ts';
import type { Node } from '../../src/syntax/node.ts';
import type { SyntaxTree } from '../../src/syntax/parse.ts';
import { type Call, statementsOf } from '../../src/syntax/shapes.ts';

/** The worker's `results.append(value)`, all that a task does to the list. */
interface Append {
  readonly statement: Node;
  readonly call: Call;
  readonly value: Node;
  /** `return value` behind it. */
  readonly returned: Node | null;
}

/** Has the worker return what it appends, and the parent put it into the list. Null where that is not the case at all. */
export function collected(
  change: UnseenChange,
  model: ProcessModel,
): readonly Edit[] | Refusal | null {
  const append = appendOf(change, model);
  if (!append || 'refusal' in append) return append;
  const what = unpicklable(model.semantics, append.value, 'task');
  if (what) return { refusal: `the worker appends ${what}, which can't be pickled` };
  const edits: Edit[] = [...inWorker(append, change, model)];
  for (const task of change.tasks) {
    const collecting = inParent(task, change, model);
    if ('refusal' in collecting) return collecting;
    edits.push(...collecting);
  }
  return edits;
}

function appendOf(
  { slot, changes, code, tasks, isArgument, isReadByChildren }: UnseenChange,
  model: ProcessModel,
): Append | Refusal | null {
  const { semantics } = model;
  const [change, ...others] = changes;
  const member = change.node.parent;
  const call = member?.parent && semantics.call(member.parent);
  const isAppend = member && semantics.attribute(member)?.name === 'append';
  const isWorker = tasks.every(({ roots }) => roots.length === 1 && roots[0]?.fn === code.fn);
  const isOfModule = slot.binding?.scope === semantics.scopes.module;
  if (!isAppend || call?.callee !== member || isArgument || !isOfModule || !isWorker) return null;
  const [argument, ...more] = call.args;
  if (others.length > 0 || isReadByChildren || !argument || more.length > 0) return null;
  const body = code.fn.lastChild;
  const statement = call.node.parent;
  if (body?.kind !== 'Body' || statement?.kind !== 'ExpressionStatement') return null;
  if (argument.star !== '' || argument.value.kind === 'ArgList') return null;
  if (statement.parent !== body || code.fn.child('async')) return NOT_ALWAYS;
  const statements = statementsOf(body);
  const behind = statements.slice(statements.indexOf(statement) + 1);
  const returned = behind[0] ?? null;
  const value = returned?.kind === 'ReturnStatement' ? returned.parts[1] : null;
  const isReturned = value != null && semantics.textOf(value) === semantics.textOf(argument.value);
  const jumps = [...codeOf(body)].filter(({ kind }) => /^(Return|Yield)/.test(kind));
  if (jumps.some((jump) => jump !== returned)) return NOT_ALWAYS;
  if (behind.length > 0 && (behind.length > 1 || !isReturned || returned?.parts.length !== 2)) {
    return NOT_ALWAYS;
  }
  return { statement, call, value: argument.value, returned };
}

const NOT_ALWAYS: Refusal = {
  refusal:
    'appending one value is not the last that the worker does, whatever happens: let it return what it has, and put that together in the parent',
};

/** `return value` in place of `results.append(value)`, without the `global results` that it needs no more. */
function inWorker(
  { statement, call, value, returned }: Append,
  { slot, code }: UnseenChange,
  { tree, semantics }: ProcessModel,
): Edit[] {
  const body = code.fn.lastChild as Node;
  const declarations = statementsOf(body).filter((each) => {
    const names = each.kind === 'ScopeStatement' ? each.childrenOf('VariableName') : [];
    return names.length === 1 && names.every((name) => semantics.textOf(name) === slot.text);
  });
  const removed = declarations.flatMap((each) =>
    removeStatement(tree, each, { keepComments: true }),
  );
  if (returned) return [...removed, ...removeStatement(tree, statement, { keepComments: true })];
  return [...removed, ...asReturn(call, value, tree)];
}

/** The value alone, or in the brackets of the call where it needs them. */
function asReturn({ node, argList }: Call, value: Node, { lines, text }: SyntaxTree): Edit[] {
  const isOnOneLine = lines.lineAt(value.from) === lines.lineAt(value.to);
  const isAlone =
    /^\(\s*$/.test(text.slice(argList.from, value.from)) &&
    /^\s*,?\s*\)$/.test(text.slice(value.to, node.to));
  if (isAlone && (isOnOneLine || BRACKETED.test(value.kind))) {
    return [
      { from: node.from, to: value.from, text: 'return ' },
      { from: value.to, to: node.to, text: '' },
    ];
  }
  const comma = argList.children.find(({ kind, from }) => kind === ',' && from >= value.to);
  return [
    { from: node.from, to: argList.from, text: 'return ' },
    ...(comma ? [{ from: comma.from, to: comma.to, text: '' }] : []),
  ];
}

/** Expressions that may go over several lines as they are. */
const BRACKETED = /^((Array|Dictionary|Set|Tuple|Parenthesized)Expression|CallExpression)$/;

/** What the parent does with the values that come back from one call. */
function inParent(
  { submission }: Task,
  change: UnseenChange,
  model: ProcessModel,
): Edit[] | Refusal {
  const { slot } = change;
  if (!submission) return NO_RESULTS;
  const { call, method } = submission;
  if (model.semantics.scopeOf(call.node).lookUp(slot.text) !== slot.binding) {
    return {
      refusal: `\`${slot.text}\` means something else where ${callText(call.node, model)} is called`,
    };
  }
  if (/^(map_async|starmap_async|apply_async)$/.test(method))
    return byCallback(submission, change, model);
  if (/^(map|starmap|imap|imap_unordered)$/.test(method))
    return byExtending(submission, change, model);
  return REFUSALS.get(method) ?? NO_RESULTS;
}

const REFUSALS: ReadonlyMap<string, Refusal> = new Map([
  [
    'submit',
    {
      refusal:
        'let the worker return the value, keep the futures that submit() gives, and ask each for its result()',
    },
  ],
  [
    'run_in_executor',
    { refusal: 'let the worker return the value, which awaiting run_in_executor() gives' },
  ],
]);

const NO_RESULTS: Refusal = {
  refusal:
    'the call that starts the work gives nothing back: use a pool, whose map() returns what the workers return, or hand a multiprocessing.Queue to the processes and read it before they are joined',
};

function used(node: Node, model: ProcessModel): Refusal {
  return {
    refusal: `what ${callText(node, model)} returns (${lineOf(node, model)}) is used already`,
  };
}

/** `results.extend(pool.map(…))` */
function byExtending(
  { call, delivery }: Submission,
  { slot }: UnseenChange,
  model: ProcessModel,
): Edit[] | Refusal {
  const { semantics } = model;
  const extend = `${slot.text}.extend(`;
  const { node } = call;
  const { parent } = node;
  if (parent?.kind === 'ExpressionStatement') {
    return [
      { from: node.from, to: node.from, text: extend },
      { from: node.to, to: node.to, text: ')' },
    ];
  }
  const outer = parent?.kind === 'ArgList' && parent.parent ? semantics.call(parent.parent) : null;
  const isList = outer && semantics.values.qualifiedName(outer.callee) === 'builtins.list';
  const isDrained =
    isList && outer.args.length === 1 && outer.node.parent?.kind === 'ExpressionStatement';
  if (delivery !== 'lazy' || !isDrained) return used(node, model);
  return [{ from: outer.callee.from, to: outer.argList.from + 1, text: extend }];
}

const CALLBACKS: ReadonlyMap<string, string> = new Map([
  ['apply_async', 'append'],
  ['map_async', 'extend'],
  ['starmap_async', 'extend'],
]);

/** `pool.apply_async(…, callback=results.append)` */
function byCallback(
  submission: Submission,
  { slot, read }: UnseenChange,
  model: ProcessModel,
): Edit[] | Refusal {
  const { call, method } = submission;
  const last = call.args.at(-1);
  if (!last || call.args.some(({ star }) => star !== '') || argumentAt(call, 3, 'callback')) {
    return used(call.node, model);
  }
  if (!isAwaited(submission, read.node, model)) {
    return {
      refusal: `${lineOf(read.node, model)} may read \`${slot.text}\` before all tasks are done`,
    };
  }
  const text = `, callback=${slot.text}.${CALLBACKS.get(method)}`;
  return [{ from: last.to, to: last.to, text }];
}

/** Whether the tasks are done for certain when the parent reads: the pool is joined, or each result is asked for. */
function isAwaited(
  { call, creations }: Submission,
  read: Node,
  { semantics }: ProcessModel,
): boolean {
  const [creation, ...others] = creations;
  if (!creation || others.length > 0) return false;
  const { holder } = creation;
  const binding = holder.kind === 'name' || holder.kind === 'with' ? holder.binding : null;
  const isJoined = (binding?.references ?? []).some(({ node }) => {
    const member = node.parent && semantics.attribute(node.parent);
    const isJoin = member?.name === 'join' && node.parent?.parent?.kind === 'CallExpression';
    return isJoin && node.from > call.node.to && node.from < read.from;
  });
  if (isJoined) return true;
  const fate = fateOf(call.node, 'async', creation.call.node, semantics);
  return fate.kind === 'consumed' && fate.until !== null && fate.until.to <= read.from;
}
