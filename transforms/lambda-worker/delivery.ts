/** How what a lambda captured gets to the function that takes its place. */

import type { Edit } from '../../src/edits/fix.ts';
import { newlineAt } from '../../src/edits/layout.ts';
import { type Expression, partialCall } from '../../src/edits/partial.ts';
import { prepend } from '../../src/edits/prepend.ts';
import {
  type ArgumentsPlace,
  argumentsPlace,
} from '../../src/processes/hand-over/worker-arguments.ts';
import type { ProcessModel, Submission } from '../../src/processes/model.ts';
import { argumentAt } from '../../src/processes/submissions.ts';
import type { Node } from '../../src/syntax/node.ts';
import { unparenthesized } from '../../src/syntax/shapes.ts';
import type { LambdaWorker } from './find.ts';

/** A callable for the children, and the values that it is to be called with besides its own arguments. */
export interface Callable {
  readonly text: string;
  /** Values in front of its arguments. */
  readonly leading: readonly string[];
  readonly keywords: readonly Keyword[];
}

export interface Keyword {
  readonly name: string;
  readonly value: string;
}

/** Puts a callable in a lambda's place, with its values where the call takes arguments, else in a `partial`. */
export function deliver(worker: LambdaWorker, callable: Callable, model: ProcessModel): Edit[] {
  return asArguments(worker, callable, model) ?? asPartial(worker.lambda, callable, model);
}

function asPartial(lambda: Node, { text, leading, keywords }: Callable, model: ProcessModel) {
  const bound = [...leading, ...keywords.map(({ name, value }) => `${name}=${value}`)];
  const { tree, semantics } = model;
  const surrounding = innermostPartial(lambda, model);
  if (surrounding && keywords.length === 0) {
    return [replacement(lambda, [text, ...bound].join(', '), model)];
  }
  const expression: Expression = partialCall(tree, semantics.scopes, text, bound, lambda);
  return [...expression.edits, replacement(lambda, expression.text, model)];
}

/** Whether a lambda is the callable of a `partial` that is written round it. */
function innermostPartial(lambda: Node, { semantics }: ProcessModel): boolean {
  const call = lambda.parent?.parent && semantics.call(lambda.parent.parent);
  return (
    call?.args[0]?.value === lambda &&
    semantics.values.qualifiedName(call.callee) === 'functools.partial'
  );
}

/** Replaces a lambda and the parentheses that are only there for it. */
function replacement(lambda: Node, text: string, { tree }: ProcessModel): Edit {
  let place = lambda;
  for (let outer = lambda.parent; outer?.kind === 'ParenthesizedExpression'; outer = outer.parent) {
    const isGlued = /\w/.test(tree.text.charAt(outer.from - 1) + tree.text.charAt(outer.to));
    if (isGlued || outer.children.length !== 3) break;
    place = outer;
  }
  return { from: place.from, to: place.to, text };
}

/** The lambda as the one callable that a call hands over; null where it comes through a name or an expression. */
export function directSubmission({ lambda, handovers }: LambdaWorker): Submission | null {
  const [only, ...others] = handovers;
  const isDirect =
    only && others.length === 0 && unparenthesized(only.submission.argument.value) === lambda;
  return isDirect ? only.submission : null;
}

function asArguments(
  worker: LambdaWorker,
  { text, leading, keywords }: Callable,
  model: ProcessModel,
): Edit[] | null {
  if (leading.length + keywords.length === 0) return null;
  const submission = directSubmission(worker);
  const place = submission && argumentsPlace(submission);
  if (!submission || !place || submission.call.args.some((a) => a.star !== '')) return null;
  const own = replacement(worker.lambda, text, model);
  const parts =
    place === 'following'
      ? followingParts(submission, leading, keywords)
      : tupleParts(submission, place, leading, keywords, model);
  if (!parts) return null;
  const length = parts.added.reduce((sum, part) => sum + part.length + 2, text.length);
  const separator = separatorBehind(submission, length, model);
  const added = parts.added.map((part) => separator + part).join('');
  const end = parts.behind;
  return own.to === end
    ? [{ ...own, text: text + added }, ...parts.edits]
    : [own, ...(added ? [{ from: end, to: end, text: added }] : []), ...parts.edits];
}

/** A line with more than these columns gets a line break before what is added. */
const LINE_LIMIT = 99;

/** What stands between arguments: a line break too where each has a line of its own, or one line gets too long. */
function separatorBehind(
  { call, argument }: Submission,
  added: number,
  { tree }: ProcessModel,
): string {
  const { lines, text } = tree;
  const { from, to } = argument;
  const start = lines.lineStart(from);
  const behind = text.slice(to, lines.endOf(lines.lineAt(to)));
  const isFirst = text.slice(start, from).trim() === '';
  if (isFirst && /^\s*,?\s*(#.*)?$/.test(behind)) {
    return `,${newlineAt(tree, from)}${text.slice(start, from)}`;
  }
  const isOnOneLine = lines.lineAt(call.argList.from) === lines.lineAt(from);
  if (!isOnOneLine || from - start + added + behind.length <= LINE_LIMIT) return ', ';
  const column = call.argList.from + 1 - start;
  const indent = lines.indentAt(from);
  return `,${newlineAt(tree, from)}${indent}${' '.repeat(column - indent.length)}`;
}

/** What to add behind one of the arguments, and what to change in the others. */
interface Parts {
  readonly added: readonly string[];
  readonly behind: number;
  readonly edits: readonly Edit[];
}

/** `submit(f, a, b, k=v)` */
function followingParts(
  { call, argument, method }: Submission,
  leading: readonly string[],
  keywords: readonly Keyword[],
): Parts | null {
  const isAlone = call.args[call.args.length - 1] === argument;
  if (argument.name !== null || (keywords.length > 0 && (method !== 'submit' || !isAlone))) {
    return null;
  }
  const values = [...leading, ...keywords.map(({ name, value }) => `${name}=${value}`)];
  return { added: values, behind: argument.to, edits: [] };
}

/** `Process(target=f, args=(a, b), kwargs={"k": v})` */
function tupleParts(
  submission: Submission,
  place: ArgumentsPlace,
  leading: readonly string[],
  keywords: readonly Keyword[],
  { tree }: ProcessModel,
): Parts | null {
  const { call, argument } = submission;
  const given = argumentAt(call, place.index, place.keyword);
  if (given && !/^(Tuple|Array)Expression$/.test(given.value.kind)) return null;
  const named = place.keywords;
  if (keywords.length > 0) {
    if (!named || argumentAt(call, named.index, named.keyword)) return null;
  }
  const positional = call.args.filter((a) => a.name === null);
  const last = positional[positional.length - 1];
  const isLast = argument.name === null && last === argument;
  const byPosition = isLast && positional.length === place.index && keywords.length === 0;
  const tuple = leading.length === 1 ? `(${leading[0]},)` : `(${leading.join(', ')})`;
  const added = [];
  if (!given && leading.length > 0) added.push(`${byPosition ? '' : `${place.keyword}=`}${tuple}`);
  if (named && keywords.length > 0) {
    const items = keywords.map(({ name, value }) => `"${name}": ${value}`);
    added.push(`${named.keyword}={${items.join(', ')}}`);
  }
  const edits = given ? prepend(tree, given.value, leading) : [];
  return { added, behind: argument.name === null && last ? last.to : argument.to, edits };
}
