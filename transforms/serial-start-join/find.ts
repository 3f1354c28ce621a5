import { leadingComments } from '../../src/edits/statements.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import { isInstant } from '../../src/processes/process-life/instant.ts';
import {
  type ProcessLife,
  type ProcessUse,
  processLives,
  waitsForEver,
} from '../../src/processes/process-life/process-life.ts';
import { turnsOver } from '../../src/processes/process-life/turns.ts';
import { iteratedBy } from '../../src/processes/process-life/waiting.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import {
  clausesOf,
  SIMPLE_STATEMENTS,
  statementOf,
  statementsOf,
} from '../../src/syntax/shapes.ts';

import type { StartLoop } from './second-loop.ts';

/** A loop that waits for each process as soon as it has started it. */
export interface SerialLoop extends StartLoop {
  /** The statement `p.join()`, the last one of the loop. */
  readonly join: Node;
  readonly call: Node;
  readonly turns: number | 'chosen' | null;
}

/** Words of people who want one process after the other. */
const MEANT =
  /memory|leak|isolat|sequential|serial|synchron|blocking|one (at a time|by one|after)|at once|in (order|turn)|order|turn|benchmark|time\b|timing|fresh|crash|gpu|separate process|wait (for|until)|each (one )?finish|restart|retry|reproduc/i;

/** `total.value` */
const READS = /\.\s*value\b/;

export function* findSerialLoops(model: ProcessModel): Generator<SerialLoop> {
  if (!model.creations.some(({ kind }) => kind === 'process')) return;
  const lives = processLives(model);
  const joins = new Set(
    lives
      .flatMap(({ uses }) => uses)
      .filter((use) => waitsForEver(use, (node) => model.semantics.textOf(node))),
  );
  for (const use of joins) {
    const found = serialLoop(use, lives, model);
    if (found && !isMeant(found, model)) yield found;
  }
}

function serialLoop(
  use: ProcessUse,
  all: readonly ProcessLife[],
  model: ProcessModel,
): SerialLoop | null {
  const { semantics } = model;
  const join = statementOf(use.node);
  const body = join.parent;
  const loop = body?.parent;
  if (!body || loop?.kind !== 'ForStatement' || join.firstChild !== use.node) return null;
  const statements = statementsOf(body);
  const start = statements.at(-2);
  const iterated = iteratedBy(loop);
  const isLast = statements.at(-1) === join && clausesOf(loop).length === 1 && !loop.child('async');
  const isPlain = statements.every(({ kind }) => SIMPLE_STATEMENTS.has(kind));
  const lives = all.filter(({ creation }) => use.creations.includes(creation));
  const name = semantics.textOf(use.process);
  if (!start || !iterated || !isLast || !isPlain) return null;
  if (semantics.textOf(start).replace(/\s/g, '') !== `${name}.start()`) return null;
  const starts = lives.flatMap(({ uses }) => uses).filter(({ kind }) => kind === 'start');
  if (!starts.some(({ node }) => start.contains(node))) return null;
  if (statements.some((s) => s !== start && startsAnother(s, model))) return null;
  // Stages follow each other, and what takes its time may read what the last process has left.
  const isOfOneKind = lives.length === 1 && (lives[0]?.workers.length ?? 0) < 2;
  const asks = statements.some(
    (s) => s !== join && (!isInstant(s, model) || READS.test(semantics.textOf(s))),
  );
  if (!isOfOneKind || asks) return null;
  const turns = turnsOver(iterated, semantics);
  if (turns !== 'chosen' && turns !== null && turns < 2) return null;
  return { loop, iterated, start, join, process: use.process, call: use.node, lives, turns };
}

function startsAnother(statement: Node, { starts }: ProcessModel): boolean {
  return starts.some(({ node }) => statement.contains(node));
}

/** Whether the author says so, or it is a test: of what one process leaves to the next, or of each start method. */
function isMeant({ loop, iterated }: SerialLoop, { semantics, tree }: ProcessModel): boolean {
  const fn = semantics.enclosingFunction(loop);
  const above = leadingComments(tree, loop);
  const said = [
    tree.text.slice(above.from, above.to),
    ...[...loop.walk()]
      .filter(({ kind }) => kind === 'Comment')
      .map((node) => semantics.textOf(node)),
    fn ? describedBy(fn, semantics) : '',
  ];
  const isTest = fn !== null && /^(async\s+)?def\s+_?test/.test(semantics.textOf(fn));
  return (
    isTest ||
    said.some((text) => MEANT.test(text)) ||
    /method|context|ctx|fork|spawn/i.test(semantics.textOf(iterated))
  );
}

function describedBy(fn: Node, semantics: Semantics): string {
  const name = fn.child('VariableName');
  const body = fn.child('Body');
  const first = body ? statementsOf(body)[0] : undefined;
  const docstring =
    first?.firstChild && /String$/.test(first.firstChild.kind) ? semantics.textOf(first) : '';
  return `${name ? semantics.textOf(name).replaceAll('_', ' ') : ''} ${docstring}`;
}
