import { leadingComments } from '../../src/edits/statements.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import type { Branches } from '../../src/processes/start-methods/branches.ts';
import type { Node } from '../../src/syntax/node.ts';

/** How it is known that a test means children that inherit nothing. */
export interface Evidence {
  /** `state`: what they do not inherit is handed over. `pool`: processes are started for forked children only. `words`: a comment or a message says it. */
  readonly kind: 'state' | 'pool' | 'words';
  /** For messages, behind "as ". */
  readonly words: string;
}

/** What a program does where children inherit nothing, and where they are forked. */
export interface Sides {
  readonly statement: Node;
  readonly notForked: readonly Node[];
  readonly forked: readonly Node[];
}

export function sidesOf(branches: Branches, isNotForkedWhenTrue: boolean): Sides {
  const { statement, whenTrue, whenFalse } = branches;
  return isNotForkedWhenTrue
    ? { statement, notForked: whenTrue, forked: whenFalse }
    : { statement, notForked: whenFalse, forked: whenTrue };
}

/** The best evidence in the code that a test decides. */
export function evidenceIn(sides: readonly Sides[], model: ProcessModel): Evidence | null {
  const found = sides.flatMap((each) => evidence(each, model) ?? []);
  const best = ORDER.map((kind) => found.find((each) => each.kind === kind));
  return best.find((each) => each !== undefined) ?? null;
}

const ORDER = ['state', 'pool', 'words'] as const;

function evidence(sides: Sides, model: ProcessModel): Evidence | null {
  if (sides.notForked.some((node) => handsStateOver(node, model))) {
    return { kind: 'state', words: 'an initializer hands over what they do not inherit' };
  }
  const [started] = sides.forked.flatMap((node) => startsIn(node, model));
  if (started && !sides.notForked.some((node) => startsIn(node, model).length > 0)) {
    const line = model.tree.lines.lineName(started.from);
    return { kind: 'pool', words: `${line} starts processes for the others only` };
  }
  return saysSo(sides, model)
    ? { kind: 'words', words: 'a comment or an error there tells what is meant' }
    : null;
}

const HAND_OVER = /^(initializer|initargs)$/;

function handsStateOver(code: Node, { semantics }: ProcessModel): boolean {
  return [...code.walk()].some((node) => {
    if (node.kind !== 'VariableName' && node.kind !== 'String') return false;
    return HAND_OVER.test(semantics.textOf(node).replace(/^['"]|['"]$/g, ''));
  });
}

function startsIn(code: Node, { starts, semantics }: ProcessModel): Node[] {
  const own = starts.filter(({ node, method }) => method === null && code.contains(node));
  const parallel = semantics
    .allCalls()
    .filter(
      ({ node, callee }) =>
        code.contains(node) && semantics.values.qualifiedName(callee) === 'joblib.Parallel',
    );
  return [...own, ...parallel].map(({ node }) => node);
}

const WORDS = /inherit|copy.?on.?write|pickl|re-?import|re-?creat|\bfork/i;

/** Comments above the statement and in the code for children that inherit nothing, and messages of errors there. */
function saysSo({ statement, notForked }: Sides, { tree }: ProcessModel): boolean {
  const above = leadingComments(tree, statement);
  if (WORDS.test(tree.text.slice(above.from, above.to))) return true;
  return notForked.some((code) =>
    [...code.walk()].some(
      (node) =>
        (node.kind === 'Comment' || isMessage(node)) &&
        WORDS.test(tree.text.slice(node.from, node.to)),
    ),
  );
}

function isMessage(node: Node): boolean {
  const isText = node.kind === 'String' || node.kind === 'FormatString';
  return isText && node.ancestor('RaiseStatement') !== null;
}
