/** Keyword arguments for a function that takes any: one may have the name of a new parameter. */

import { argumentsPlace } from '../../src/processes/hand-over/worker-arguments.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import type { Node } from '../../src/syntax/node.ts';
import type { Argument } from '../../src/syntax/shapes.ts';
import type { Use } from './uses.ts';

/** Why a call can't go on as it is: it passes a keyword that would also be a parameter. */
export function keywordObstacle(model: ProcessModel, use: Use): string | null {
  const clash = clashOf(model, use);
  return clash === null || clash === 'unknown'
    ? null
    : `\`${use.fn.name}\` is called with the keyword \`${clash}\`, which is also the name of a variable that it uses; rename one of the two`;
}

/** The captured name that a use passes as a keyword too; `unknown` where the keywords are not written out. */
export function clashOf(model: ProcessModel, use: Use): string | 'unknown' | null {
  const { fn, how, submission } = use;
  const names = new Set(fn.captured.map((binding) => binding.name));
  if (names.size === 0 || !fn.shape.params.some((p) => p.star === '**')) return null;
  if (how.kind === 'call') return amongArguments(how.call.args, names);
  const argList = use.node.ancestor('ArgList');
  const call = argList?.parent ? model.semantics.call(argList.parent) : null;
  if (!call || !submission) return how.kind === 'partial' ? 'unknown' : null;
  const place = argumentsPlace(submission);
  if (call.node !== submission.call.node || place === 'following')
    return amongArguments(call.args, names);
  if (!place?.keywords) return null;
  const { keyword, index } = place.keywords;
  const given =
    call.args.find((a) => a.name === keyword) ?? call.args.filter((a) => a.name === null)[index];
  return given ? amongKeys(model, given.value, names) : null;
}

function amongArguments(args: readonly Argument[], names: ReadonlySet<string>): string | null {
  const clash = args.find((a) => a.name !== null && names.has(a.name));
  if (clash) return clash.name;
  return args.some((a) => a.star === '**') ? 'unknown' : null;
}

/** Looks through `{"key": value}`; any other expression may have any key. */
function amongKeys(
  { semantics }: ProcessModel,
  dict: Node,
  names: ReadonlySet<string>,
): string | null {
  if (dict.kind !== 'DictionaryExpression') return 'unknown';
  const keys = dict.children.filter((child) => child.next?.kind === ':');
  if (dict.child('**') || keys.some((key) => key.kind !== 'String')) return 'unknown';
  return (
    keys.map((key) => semantics.textOf(key).slice(1, -1)).find((key) => names.has(key)) ?? null
  );
}
