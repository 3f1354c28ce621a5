/** What code does about the CPUs that its process may use. */
import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';
import { COMPOUND_STATEMENTS, statementsOf } from '../syntax/shapes.ts';
import type { ProcessModel } from './model.ts';

/** What tells how many CPUs there are for this process: its affinity, its control group, its batch system. */
const OWN_COUNT =
  /sched_getaffinity|process_cpu_count|cpu_affinity|cpu\.max|cfs_quota|cgroup|slurm|\bpbs_|\blsb_|\bnslots\b/i;

const SETS_AFFINITY = /\b(sched_setaffinity|cpu_affinity|taskset)\b/;

const CHOICES: ReadonlySet<string> = new Set([
  'ConditionalExpression',
  'IfStatement',
  'TryStatement',
  'MatchStatement',
]);

/** Whether a place only matters where its process's own CPUs can't be counted: it is the way out of such a try. */
export function isFallback(place: Node, semantics: Semantics): boolean {
  const speaks = (node: Node) => OWN_COUNT.test(semantics.textOf(node));
  for (let inner = place, outer = place.parent; outer; inner = outer, outer = outer.parent) {
    const own = inner;
    if (CHOICES.has(outer.kind) && outer.children.some((c) => c !== own && speaks(c))) return true;
    if (isWithin(outer) && speaks(outer)) return true;
    const earlier = statementsOf(outer).filter(({ to }) => to <= own.from);
    if (earlier.some((statement) => isChoice(statement) && speaks(statement))) return true;
  }
  return false;
}

/** Whether a statement chooses what is counted with, or what is given back. */
function isChoice(statement: Node): boolean {
  return (
    CHOICES.has(statement.kind) && [...statement.walk()].some(({ kind }) => SETTLES.test(kind))
  );
}

const SETTLES = /^(Assign|Return)Statement$/;

/** Whether a node is an expression, or a statement that is made of them alone. */
function isWithin({ kind }: Node): boolean {
  return !COMPOUND_STATEMENTS.has(kind) && !/^(Body|MatchBody|MatchClause|Script)$/.test(kind);
}

/** Whether the workers choose the CPUs that they run on: those of the parent do not bind them. */
export function workersChooseCpus({ runsInWorkers, semantics }: ProcessModel): boolean {
  return [...runsInWorkers].some((code) => SETS_AFFINITY.test(semantics.textOf(code)));
}
