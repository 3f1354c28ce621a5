/** How Python reads what holds results: to the end, in part, one by one. */

/** Functions that read an iterable to its end. */
export const DRAINS = new Set(
  (
    'builtins.list builtins.tuple builtins.set builtins.frozenset builtins.sorted builtins.sum builtins.max ' +
    'builtins.min builtins.dict collections.Counter collections.deque collections.OrderedDict functools.reduce'
  ).split(' '),
);
export const DRAINING_METHODS = new Set(['join', 'extend', 'update', 'fromkeys', 'from_iterable']);

/** Functions whose result gives the elements of their argument, one by one, as they are asked for. */
export const WRAPPERS = new Set(
  (
    'builtins.enumerate builtins.zip builtins.map builtins.filter builtins.iter builtins.reversed ' +
    'itertools.chain itertools.chain.from_iterable itertools.starmap tqdm.tqdm tqdm.auto.tqdm ' +
    'tqdm.notebook.tqdm tqdm.tqdm_notebook rich.progress.track'
  ).split(' '),
);
/** As these, but they may stop before their argument has ended. */
export const CUTTERS = new Set(['itertools.islice', 'itertools.takewhile']);
export const COPIES = new Set([
  'builtins.list',
  'builtins.tuple',
  'builtins.sorted',
  'builtins.set',
]);

export const EAGER_COMPREHENSIONS = new Set([
  'ArrayComprehensionExpression',
  'SetComprehensionExpression',
  'DictionaryComprehensionExpression',
]);
