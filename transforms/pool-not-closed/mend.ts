import {
  assignmentToWith,
  encloseInTry,
  hoistBeforeTry,
  hoistIntoWith,
  type Stretch,
} from '../../src/edits/enclose.ts';
import type { Edit, Fix, Refusal } from '../../src/edits/fix.ts';
import { freshLocalAt } from '../../src/edits/local-names.ts';
import { partsOf } from '../../src/edits/statements.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import { type PoolLife, poolLives } from '../../src/processes/pool-life/pool-life.ts';
import type { PoolUse } from '../../src/processes/pool-life/pool-uses.ts';
import { endsProgram } from '../../src/processes/pool-life/program-end.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import {
  COMPOUND_STATEMENTS,
  statementOf,
  statementsOf,
  wholeStatement,
} from '../../src/syntax/shapes.ts';
import {
  areSureToEnd,
  endlessReason,
  escapeReason,
  foreverReason,
  queueReason,
  repetitionOf,
} from './refusals.ts';

/** Gives a pool that is left open a `with`, or a `finally` that closes and joins it. */
export function mendOpenPool(life: PoolLife, model: ProcessModel): Fix | Refusal {
  const { semantics } = model;
  const reason =
    escapeReason(life, semantics) ??
    sharingReason(life) ??
    globalReason(life, model) ??
    queueReason(life, model);
  if (reason !== null) return { refusal: reason };
  const stretch = stretchOf(life, model);
  if ('refusal' in stretch) return stretch;
  const isOpen = life.tasks.some(
    ({ fate }) => fate.kind === 'open' || !isWithin(fate.until, stretch),
  );
  return isOpen ? mendWithTry(life, stretch, model) : mendWithWith(life, stretch, model);
}

function mendWithWith(life: PoolLife, stretch: Stretch, model: ProcessModel): Fix {
  const { tree, semantics } = model;
  const pool = life.creation.call.node;
  const name = nameOf(life, semantics);
  const edits = life.binding
    ? assignmentToWith(tree, stretch, pool, name)
    : hoistIntoWith(tree, stretch, pool, name);
  const stops = life.tasks.some(({ fate }) => fate.kind === 'partial');
  const isSafe = !stops && (life.binding !== null || isFirstEvaluated(pool, life.statement));
  return {
    applicability: isSafe ? 'safe' : 'unsafe',
    message: stops
      ? `use \`${name}\` in a \`with\` statement, which also stops the tasks that nobody waits for any more`
      : `use \`${name}\` in a \`with\` statement, which ends its workers`,
    edits,
  };
}

function mendWithTry(life: PoolLife, stretch: Stretch, model: ProcessModel): Fix | Refusal {
  const { tree, semantics } = model;
  const reason = endlessReason(life, semantics) ?? foreverReason(life, model);
  if (reason !== null) return { refusal: reason };
  const name = nameOf(life, semantics);
  const cleanup = [`${name}.close()`, `${name}.join()`];
  const ends = life.uses.filter((use) => /^(close|terminate|join)$/.test(use.kind));
  let edits: Edit[];
  if (!life.binding) {
    edits = hoistBeforeTry(tree, stretch, life.creation.call.node, name, cleanup);
  } else if (ends.length === 0) {
    edits = encloseInTry(tree, stretch, cleanup, null);
  } else {
    const tail = cleanupTail(stretch, ends);
    if (!tail) {
      return {
        refusal: `\`${name}\` is closed in some places already, and tasks may still run there; close and join it in one \`finally\`.`,
      };
    }
    edits = encloseInTry(tree, stretch, tail.hasJoin ? [] : cleanup.slice(1), tail.first);
  }
  const isLeft = life.tasks.some(({ fate }) => fate.kind === 'partial' || fate.isPolled);
  const isLast =
    ends.length === 0 && !isLeft && areSureToEnd(life, model) && endsProgram(stretch.last, model);
  return {
    applicability: isLast ? 'safe' : 'unsafe',
    message: `close and join \`${name}\` in a \`finally\`, which waits for its tasks`,
    edits,
  };
}

/** The statements that close and join a pool, where they are the last of a stretch and the only ones to do so. */
function cleanupTail(
  { last }: Stretch,
  ends: readonly PoolUse[],
): { first: Node; hasJoin: boolean } | null {
  const statements = ends.map((use) => statementOf(use.node));
  const block = last.parent;
  const [close, join] = statements;
  if (ends[0]?.kind !== 'close' || !close || close.parent !== block) return null;
  if (ends.length === 1) return close === last ? { first: close, hasJoin: false } : null;
  const follows = block ? statementsOf(block).find((s) => s.index > close.index) : null;
  const isTail = ends.length === 2 && ends[1]?.kind === 'join' && join === last;
  return isTail && follows === join ? { first: close, hasJoin: true } : null;
}

/** The statements that a pool must live through: from the one that makes it to the last that needs it. */
function stretchOf(life: PoolLife, model: ProcessModel): Stretch | Refusal {
  const { semantics } = model;
  const first = life.statement;
  const block = wholeStatement(first).parent;
  const subject = life.binding ? `\`${life.binding.name}\`` : 'the pool';
  const unhoistable = life.binding ? null : hoistingReason(life);
  if (unhoistable !== null) return { refusal: unhoistable };
  if (!block || life.uses.length === 0) return { refusal: `Nothing uses ${subject}; remove it.` };
  if (life.uses.some((use) => !block.contains(use.node))) {
    return {
      refusal: `${subject} is made inside a block and used behind it; make it where all its uses are below it.`,
    };
  }
  const escaped = life.tasks.find(({ fate }) => fate.kind === 'escapes');
  if (escaped) {
    const line = model.tree.lines.lineName(escaped.call.node.from);
    return {
      refusal: `The result of \`${semantics.textOf(escaped.call.callee)}\` in ${line} is handed out and needs the pool later; close the pool where the result has been read.`,
    };
  }
  const last = lastStatement(life, block, model);
  const stretch = { first, last };
  if (block.kind === 'Script' && statementsIn(stretch).some(isDefinition)) {
    return {
      refusal: `Functions or classes are defined between the creation and the last use of ${subject}; move them above it.`,
    };
  }
  return stretch;
}

/** The last statement of a block that needs the pool, or another pool that is made meanwhile. */
function lastStatement(life: PoolLife, block: Node, model: ProcessModel): Node {
  const needs = (l: PoolLife) => [
    l.statement,
    ...l.uses.map((use) => use.node),
    ...l.tasks.flatMap(({ fate }) => fate.until ?? []),
  ];
  const parts = statementsOf(block).flatMap(partsOf);
  const holderOf = (node: Node) => parts.findLastIndex((part) => part.contains(node));
  const reach = (l: PoolLife) => Math.max(...needs(l).map(holderOf));
  const start = holderOf(life.statement);
  let end = reach(life);
  const others = poolLives(model).filter((l) => l.leaks.length > 0 && l.binding);
  for (let before = -1; before !== end; ) {
    before = end;
    for (const other of others) {
      const made = parts.indexOf(other.statement);
      if (made > start && made <= end) end = Math.max(end, reach(other));
    }
  }
  return parts[end] as Node;
}

function statementsIn({ first, last }: Stretch): Node[] {
  return statementsOf(wholeStatement(first).parent as Node)
    .flatMap(partsOf)
    .filter((s) => s.from >= first.from && s.to <= last.to);
}

function isDefinition(statement: Node): boolean {
  return /^(FunctionDefinition|ClassDefinition|DecoratedStatement)$/.test(statement.kind);
}

function isWithin(node: Node | null, { last }: Stretch): boolean {
  return node !== null && node.to <= last.to;
}

function nameOf(life: PoolLife, semantics: Semantics): string {
  if (life.binding) return life.binding.name;
  return freshLocalAt(life.statement, 'pool', semantics);
}

/** Why a pool without a name can't be made before its statement; null where it can. */
function hoistingReason(life: PoolLife): string | null {
  const { statement } = life;
  const pool = life.creation.call.node;
  const header = statement.children.find((child) => child.contains(pool));
  const isIterated = statement.kind === 'ForStatement' && header?.previous?.kind === 'in';
  if (COMPOUND_STATEMENTS.has(statement.kind) && !isIterated) {
    return 'The pool is made in the header of a block; make it before, in a `with` statement.';
  }
  return repetitionOf(pool, statement)
    ? 'The pool is made inside an expression that may not be evaluated, or several times; make it before, in a `with` statement.'
    : null;
}

/** Whether no other call is evaluated in a statement before a node. */
function isFirstEvaluated(node: Node, statement: Node): boolean {
  return ![...statement.walk()].some(
    (other) => /^(Call|Await|Yield|Named)Expression$/.test(other.kind) && other.to <= node.from,
  );
}

/** Why a module's name is not to be closed by the code that binds it; null for a name that nobody else uses. */
function globalReason({ binding, statement }: PoolLife, { facts, semantics }: ProcessModel) {
  if (binding?.scope.kind !== 'module') return null;
  const name = `\`${binding.name}\``;
  if (semantics.scopeOf(statement).frame !== binding.scope) {
    return `${name} is a global, which other code may use later; close and join it when the last use is over.`;
  }
  return facts.importedNames === 'all' || facts.importedNames.has(binding.name)
    ? `Other files import ${name} from here; close and join it when the last use is over.`
    : null;
}

function sharingReason({ sharing, binding }: PoolLife): string | null {
  const name = `\`${binding?.name}\``;
  switch (sharing) {
    case 'several':
      return `${name} may stand for several objects; give each pool a name of its own.`;
    case 'parameter':
      return `${name} may also be the caller's, who would not want it closed; close it only where it was made here.`;
    case 'next-turn':
      return `${name} is used again in the next turn of the loop; make it before the loop.`;
    default:
      return null;
  }
}
