import type { Edit, Fix, Refusal } from '../../src/edits/fix.ts';
import { indentEdits } from '../../src/edits/indent.ts';
import { insertAfter, insertBefore } from '../../src/edits/insert.ts';
import { codeEnd } from '../../src/edits/layout.ts';
import { freshLocalAt } from '../../src/edits/local-names.ts';
import { isInlineBody, leadingComments, partsOf } from '../../src/edits/statements.ts';
import type { ProcessModel, Worker } from '../../src/processes/model.ts';
import { comesToEnd } from '../../src/processes/pool-life/endless.ts';
import {
  type LostResult,
  lostResults,
  readersBehind,
} from '../../src/processes/pool-life/lost-results.ts';
import { isQuick } from '../../src/processes/pool-life/quick.ts';
import { exitBehind } from '../../src/processes/pool-life/ways.ts';
import { argumentAt, workersOf } from '../../src/processes/submissions.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import {
  type Call,
  statementOf,
  statementsOf,
  wholeStatement,
  withItemsOf,
} from '../../src/syntax/shapes.ts';
import {
  areSureToEnd,
  endlessReason,
  foreverReason,
  queueReason,
} from '../pool-not-closed/refusals.ts';

/** Moves what waits into the `with`, or else has the end of the block wait for all tasks. */
export function mendLostResult(lost: LostResult, model: ProcessModel): Fix | Refusal {
  // What one fix moves in, another must not have left without its pool.
  const all = lostResults(model).filter(({ block }) => block === lost.block);
  // Waiting for one pool would hide that the other is not waited for.
  if (new Set(all.map(({ life }) => life)).size > 1) return SEVERAL_POOLS;
  const readers = all.every(({ kind }) => kind === 'late') ? movableReaders(all, model) : null;
  return readers ? moveIn(lost, readers, model) : waitAtEnd(lost, model);
}

const SEVERAL_POOLS: Refusal = {
  refusal:
    'this `with` ends several pools whose results are lost; call `close()` and then `join()` of each at its end',
};

/** The plain statements right behind the block that read its results; null where moving them would not be plain. */
function movableReaders(
  all: readonly LostResult[],
  { tree }: ProcessModel,
): readonly Node[] | null {
  const { block } = all[0] as LostResult;
  const sites = all.flatMap((lost) => lost.sites);
  const readers = readersBehind(block, sites);
  const isPlain =
    withItemsOf(block).length === 1 &&
    block.child('async') === null &&
    !isInlineBody(tree, block.child('Body'));
  const kinds = /^(Expression|Assign|Update|For|Return)Statement$/;
  return isPlain && readers && readers.length <= 2 && readers.every(({ kind }) => kinds.test(kind))
    ? readers
    : null;
}

function moveIn(
  lost: LostResult,
  readers: readonly Node[],
  { tree, semantics }: ProcessModel,
): Fix {
  const { block, life, sites } = lost;
  const { lines } = tree;
  const first = statementsOf(block.child('Body') as Node)[0] as Node;
  const unit = lines.indentAt(first.from).slice(lines.indentAt(block.from).length);
  const start = leadingComments(tree, readers[0] as Node).from;
  const end = codeEnd(readers.at(-1) as Node);
  return {
    applicability: sites.some((site) => hasTimeout(site, semantics)) ? 'unsafe' : 'safe',
    message: `read the results inside the \`with\`, while \`${life.binding?.name}\` is there`,
    edits: indentEdits(tree, start, end, unit),
  };
}

function waitAtEnd(lost: LostResult, model: ProcessModel): Fix | Refusal {
  const { life, block } = lost;
  const name = life.binding?.name ?? '';
  const body = block.child('Body') as Node;
  const place = endOf(lost, body, model);
  const reason =
    queueReason(life, model) ??
    endlessReason(life, model.semantics) ??
    endlessTaskReason(lost, model) ??
    foreverReason(life, model) ??
    place.reason;
  if (reason !== null) return { refusal: reason };
  const closes = life.uses.filter(({ kind, node }) => kind === 'close' && body.contains(node));
  const lines = closes.length > 0 ? [`${name}.join()`] : [`${name}.close()`, `${name}.join()`];
  return {
    applicability: isCertain(lost, model) ? 'safe' : 'unsafe',
    message: `call ${lines.map((line) => `\`${line}\``).join(' and ')} at the end of the \`with\`, which waits for the tasks`,
    edits: place.edits(lines),
  };
}

/** Why waiting for the tasks would have no end; null where it has one as far as the file tells. */
function endlessTaskReason({ life, call }: LostResult, model: ProcessModel): string | null {
  const callee = model.semantics.textOf(call.callee);
  if (life.tasks.some((task) => task.call.node === call.node && task.isEndless)) {
    return `The input of \`${callee}\` may have no end, and \`join()\` would wait for it; read the results inside the \`with\`.`;
  }
  const endless = workersIn(call, model).find((w) => w.definition !== null && !comesToEnd(w));
  return endless
    ? `\`${model.semantics.textOf(endless.node)}\` never ends, and \`join()\` would wait for it; say inside the \`with\` how long it is to run.`
    : null;
}

function workersIn(call: Call, { semantics }: ProcessModel): readonly Worker[] {
  const worker = argumentAt(call, 0, 'func');
  return worker ? workersOf(worker.value, semantics) : [];
}

interface End {
  /** Why no code can be put there; null where it can. */
  readonly reason: string | null;
  readonly edits: (lines: readonly string[]) => readonly Edit[];
}

/** The end of the block, or what stands before its `return`. */
function endOf(lost: LostResult, body: Node, model: ProcessModel): End {
  const { tree, semantics } = model;
  const { call, life } = lost;
  const name = `\`${life.binding?.name}\``;
  const none = (reason: string): End => ({ reason, edits: () => [] });
  const last = statementsOf(body).flatMap(partsOf).at(-1) as Node;
  const closes = life.uses.filter(({ kind, node }) => kind === 'close' && body.contains(node));
  if (closes.some(({ node }) => !isPlainCall(node, body))) {
    return none(
      `${name} is closed on some ways through the block only; close and join it at its end.`,
    );
  }
  const exit = exitBehind(call.node, body);
  const code = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');
  if (exit === null) {
    return { reason: null, edits: (lines) => insertAfter(tree, last, code(lines)) };
  }
  const value = exit.children[1];
  if (exit !== last || exit.kind !== 'ReturnStatement' || !value) {
    const line = tree.lines.lineName(exit.from);
    return none(`The block may be left early in ${line}; close and join ${name} before that.`);
  }
  if (!exit.contains(call.node)) {
    return { reason: null, edits: (lines) => insertBefore(tree, exit, code(lines)) };
  }
  const results = freshLocalAt(exit, 'results', semantics);
  return {
    reason: null,
    edits: (lines) => [
      { from: exit.from, to: value.from, text: `${results} = ` },
      ...insertAfter(tree, exit, code([...lines, `return ${results}`])),
    ],
  };
}

/** `pool.close()` on its own, which every way through the block passes. */
function isPlainCall(pool: Node, body: Node): boolean {
  const statement = statementOf(pool);
  return statement.kind === 'ExpressionStatement' && wholeStatement(statement).parent === body;
}

/** Whether the program waits for the tasks already, or their workers come to an end as far as the file tells. */
function isCertain(lost: LostResult, model: ProcessModel): boolean {
  const { semantics } = model;
  if (lost.sites.some((site) => hasTimeout(site, semantics))) return false;
  if (!areSureToEnd(lost.life, model)) return false;
  return lost.kind !== 'late' || isReachedAtOnce(lost, semantics);
}

/** Whether nothing stands between the block and what waits that the workers could need. */
function isReachedAtOnce({ block, sites }: LostResult, semantics: Semantics): boolean {
  const site = sites[0] as Node;
  const following = block.parent
    ? statementsOf(block.parent).filter((s) => s.from >= block.to)
    : [];
  const at = following.findIndex((s) => s.contains(site));
  return at >= 0 && following.slice(0, at).every((s) => isQuick(s, semantics));
}

/** `result.get(timeout=1)`. */
function hasTimeout(site: Node, semantics: Semantics): boolean {
  const call = semantics.call(site);
  const method = call ? semantics.attribute(call.callee)?.name : undefined;
  return call !== null && call.args.length > 0 && /^(get|wait|next)$/.test(method ?? '');
}
