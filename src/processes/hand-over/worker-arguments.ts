/** Where a submission says with which arguments its worker is called. */
import type { Node } from '../../syntax/node.ts';
import type { Argument } from '../../syntax/shapes.ts';
import type { Submission } from '../model.ts';
import { argumentAt } from '../submissions.ts';

/** A parameter that takes the worker's arguments as a tuple, and the one for its keyword arguments. */
export interface ArgumentsPlace {
  readonly index: number;
  readonly keyword: string;
  readonly keywords: { readonly index: number; readonly keyword: string } | null;
}

const APPLY: ArgumentsPlace = {
  index: 1,
  keyword: 'args',
  keywords: { index: 2, keyword: 'kwds' },
};

const PLACES: ReadonlyMap<string, ArgumentsPlace> = new Map<string, ArgumentsPlace>(
  Object.entries({
    apply: APPLY,
    apply_async: APPLY,
    schedule: { ...APPLY, keywords: { index: 2, keyword: 'kwargs' } },
    target: { index: 3, keyword: 'args', keywords: { index: 4, keyword: 'kwargs' } },
    'pool initializer': { index: 2, keyword: 'initargs', keywords: null },
    'executor initializer': { index: 3, keyword: 'initargs', keywords: null },
  }),
);

/** Where a call takes the arguments as a tuple; `following` where they follow the worker; null where it takes none. */
export function argumentsPlace({
  method,
  creations,
}: Submission): ArgumentsPlace | 'following' | null {
  if (method === 'submit' || method === 'run_in_executor') return 'following';
  const [creation] = creations;
  const key = method === 'initializer' && creation ? `${creation.kind} ${method}` : method;
  return PLACES.get(key) ?? null;
}

/** How many arguments the worker gets by position; null where the call does not say. */
export function positionalCount(submission: Submission): number | null {
  const { call, method, argument, creations } = submission;
  const { args } = call;
  if (args.some((a) => a.star !== '')) return null;
  const place = argumentsPlace(submission);
  if (place === 'following')
    return argument.name === null ? args.filter(isPlain).length - args.indexOf(argument) - 1 : null;
  if (place) {
    const given = argumentAt(call, place.index, place.keyword);
    return given ? elementCount(given.value) : 0;
  }
  if (/^(map_async|imap|imap_unordered)$/.test(method)) return 1;
  if (method !== 'map') return null;
  const iterables = args.filter(isPlain).length - (argument.name === null ? 1 : 0);
  const isPool = creations.length > 0 && creations.every((creation) => creation.kind === 'pool');
  return isPool || iterables < 2 ? 1 : creations.length > 0 ? iterables : null;
}

function isPlain({ name }: Argument): boolean {
  return name === null;
}

/** How many elements a tuple or list has that is written out; null for all else. */
function elementCount(value: Node): number | null {
  if (!/^(Tuple|Array)Expression$/.test(value.kind)) return null;
  const inner = value.children.filter((child) => !/^([[(\]),]|Comment)$/.test(child.kind));
  return inner.some((child) => child.kind === '*') ? null : inner.length;
}
