/** What travels to children beside their code: the arguments of workers, one by one. */
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import {
  type Argument,
  argumentsOf,
  type Call,
  type FunctionShape,
  unparenthesized,
} from '../../syntax/shapes.ts';
import type { Submission, Worker } from '../model.ts';
import { argumentAt } from '../submissions.ts';
import type { ListItem, SentValue } from './sent-value.ts';
import { tasksOf } from './tasks.ts';
import { type ArgumentsPlace, argumentsPlace } from './worker-arguments.ts';

/** What a submission sends; what is hidden behind stars and the names of tuples is left out. */
export function sentValues(submission: Submission, semantics: Semantics): SentValue[] {
  const [worker, ...others] = submission.workers;
  const bound = worker && others.length === 0 ? countBound(worker) : null;
  const sent = [
    ...submission.workers.flatMap((each) => boundBy(each)),
    ...sentByCall(submission, bound, semantics),
  ];
  return sent.filter(({ node }, i) => sent.findIndex((other) => other.node === node) === i);
}

/** The bound arguments of a worker's `functools.partial(…)` calls. */
function boundBy({ partials }: Worker): SentValue[] {
  return partials.flatMap((partial, depth) => {
    const inner = partials.slice(depth + 1).map(({ args }) => countPlain(args.slice(1)));
    const before = total(inner);
    return argumentsFrom(partial, 1, before);
  });
}

/** How many arguments `functools.partial(…)` calls bind by position; null where stars hide it. */
function countBound({ partials }: Worker): number | null {
  return total(partials.map(({ args }) => countPlain(args.slice(1))));
}

function countPlain(args: readonly Argument[]): number | null {
  return args.every(({ star }) => star === '')
    ? args.filter(({ name }) => name === null).length
    : null;
}

function total(counts: readonly (number | null)[]): number | null {
  return counts.reduce<number | null>((sum, n) => (sum === null || n === null ? null : sum + n), 0);
}

/** A call's arguments from one on, which are the worker's from its parameter `before` on. */
function argumentsFrom(call: Call, start: number, before: number | null): SentValue[] {
  return positions(call.args.slice(start), before).flatMap(({ argument, parameter }) =>
    argument.star === ''
      ? [{ node: argument.value, parameter, part: null, items: [itemOf(call.argList, argument)] }]
      : [],
  );
}

/** Arguments with the parameters that get them: behind a star, only those that are named are known. */
function positions(
  args: readonly Argument[],
  before: number | null,
): { argument: Argument; parameter: number | string | null }[] {
  const star = args.findIndex((each) => each.star === '*');
  return args.map((argument, i) => {
    const isKnown = before !== null && (star < 0 || i < star);
    return { argument, parameter: argument.name ?? (isKnown ? before + i : null) };
  });
}

function itemOf(list: Node, { from, to }: { from: number; to: number }): ListItem {
  return { list, from, to };
}

function sentByCall(
  submission: Submission,
  bound: number | null,
  semantics: Semantics,
): SentValue[] {
  const { call, argument } = submission;
  const place = argumentsPlace(submission);
  if (place === null) return tasksOf(submission, bound, semantics);
  return place === 'following'
    ? argumentsFrom(call, call.args.indexOf(argument) + 1, bound)
    : [...inTuple(call, place, bound, semantics), ...inDict(call, place, semantics)];
}

function inTuple(
  call: Call,
  { index, keyword }: ArgumentsPlace,
  bound: number | null,
  { tree }: Semantics,
): SentValue[] {
  const argument = argumentAt(call, index, keyword);
  const tuple = argument && unparenthesized(argument.value);
  if (!argument || !tuple || !/^(Tuple|Array)Expression$/.test(tuple.kind)) return [];
  const given = positions(argumentsOf(tuple, tree.text), bound);
  return given.flatMap(({ argument: each, parameter }) => {
    if (each.star !== '') return [];
    // Without an item left, the tuple goes too, where nothing counts on its place.
    const isWhole = given.length === 1 && isDispensable(call, argument);
    const item = isWhole ? itemOf(call.argList, argument) : itemOf(tuple, each);
    return [{ node: each.value, parameter, part: null, items: [item] }];
  });
}

function inDict(
  call: Call,
  { keywords }: ArgumentsPlace,
  { tree: { text } }: Semantics,
): SentValue[] {
  const argument = keywords && argumentAt(call, keywords.index, keywords.keyword);
  if (argument?.value.kind !== 'DictionaryExpression') return [];
  const { parts } = argument.value;
  const colons = parts.filter(({ kind }) => kind === ':');
  return colons.flatMap((colon) => {
    const [key, value] = [colon.previous, colon.next];
    if (!key || !value) return [];
    const name = /^["'](\w+)["']$/.exec(text.slice(key.from, key.to))?.[1] ?? null;
    const isWhole = colons.length === 1 && isDispensable(call, argument);
    const item = isWhole
      ? itemOf(call.argList, argument)
      : itemOf(argument.value, { from: key.from, to: value.to });
    return [{ node: value, parameter: name, part: null, items: [item] }];
  });
}

function isDispensable({ args }: Call, argument: Argument): boolean {
  const behind = args.slice(args.indexOf(argument) + 1);
  return argument.name !== null || behind.every(({ name, star }) => name !== null && star === '');
}

/** The place of the parameter that gets a value, by its place or name; -1 where it is not known. */
export function parameterIndex({ params }: FunctionShape, { parameter }: SentValue): number {
  if (typeof parameter === 'string') return params.findIndex(({ name }) => name === parameter);
  const isPlain = parameter !== null && params.slice(0, parameter).every((p) => p.star === '');
  return isPlain ? parameter : -1;
}
