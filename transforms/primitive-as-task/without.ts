/** Takes the primitive out of the calls that send it. */
import type { Edit, Refusal } from '../../src/edits/fix.ts';
import { removeItem } from '../../src/edits/remove-item.ts';
import type { ListItem } from '../../src/processes/hand-over/sent-value.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import { argumentsOf } from '../../src/syntax/shapes.ts';
import type { Use } from './uses.ts';
import { type Reception, stringsIn } from './worker.ts';

export interface Removal {
  readonly edits: readonly Edit[];
  /** What is not in the text any more. */
  readonly gone: readonly Node[];
  /** The strings that go with it. */
  readonly drops: readonly string[];
}

export function withoutArgument(
  uses: readonly Use[],
  { part }: Reception,
  semantics: Semantics,
): Removal | Refusal {
  const all = uses.flatMap(({ sent }) => sent.items ?? []);
  // Two calls may share one `functools.partial(…)`.
  const items = all.filter(({ from }, i) => all.findIndex((other) => other.from === from) === i);
  if (items.some(({ list }) => list.children.some(({ kind }) => kind === 'Comment'))) {
    return { refusal: 'there is a comment beside it in the call' };
  }
  return {
    edits: items.flatMap((item) => editsFor(item, part !== null, semantics)),
    gone: items.flatMap(({ list, from, to }) => [
      ...list.children.filter((child) => child.from >= from && child.to <= to),
      ...(isOnlyBound(list, semantics) && list.parent ? [list.parent.firstChild as Node] : []),
    ]),
    drops: items.flatMap((item) => stringsIn(item.list, item, semantics)),
  };
}

function editsFor({ list, from, to }: ListItem, isPart: boolean, semantics: Semantics): Edit[] {
  const args = argumentsOf(list, semantics.tree.text);
  const others = args.filter((each) => each.from !== from);
  const [left] = others;
  const whole = list.kind === 'ArgList' ? list.parent : list;
  // `partial(work)` is `work`; a task of one part is that part.
  if (left && others.length === 1 && whole && (isPart || isOnlyBound(list, semantics))) {
    return unwrapped(whole, left);
  }
  return removeItem(list, { from, to });
}

/** Leaves of an expression a part of it only. */
function unwrapped(whole: Node, { from, to }: { from: number; to: number }): Edit[] {
  return [
    { from: whole.from, to: from, text: '' },
    { from: to, to: whole.to, text: '' },
  ].filter((edit) => edit.from < edit.to);
}

/** Whether a list is that of a `functools.partial(…)` that binds one argument. */
function isOnlyBound(list: Node, semantics: Semantics): boolean {
  const call = list.parent && semantics.call(list.parent);
  return (
    call?.argList === list &&
    call.args.length === 2 &&
    semantics.values.qualifiedName(call.callee) === 'functools.partial'
  );
}
