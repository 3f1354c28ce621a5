import type { Node } from '../syntax/node.ts';
import type { SyntaxTree } from '../syntax/parse.ts';
import {
  type Argument,
  argumentsOf,
  type Call,
  type FunctionShape,
  unparenthesized,
} from '../syntax/shapes.ts';
import { append } from './append.ts';
import type { Edit } from './fix.ts';
import { freshLocal, isReserved, snakeCase } from './names.ts';
import { prepend } from './prepend.ts';

/** A call that hands a function over together with a tuple of its arguments: `args` of a Process, `initargs` of a pool. */
export interface ArgumentTuple {
  readonly call: Call;
  /** The argument that holds the tuple; null where the function gets none. */
  readonly tuple: Argument | null;
  readonly keyword: string;
}

/** Something that a function gets and did not get before. */
export interface Addition {
  readonly parameter: string;
  /** What those who call it or hand it over write for it. */
  readonly argument: string;
}

/**
 * Gives a function more parameters, and those that hand it over or call it the arguments. They come last, or, where
 * that does not work with defaults and stars, first.
 */
export function addParameters(
  tree: SyntaxTree,
  { params, paramList, nameNode }: FunctionShape,
  additions: readonly Addition[],
  tuples: readonly ArgumentTuple[],
  calls: readonly Call[] = [],
): Edit[] {
  if (additions.length === 0) return [];
  const names = additions.map(({ parameter }) => parameter);
  const isLast =
    params.every((p) => p.star === '' && !p.defaultValue && p.passing === 'any') &&
    tuples.every(({ tuple }) => countOf(tuple, tree) === params.length) &&
    calls.every(({ args }) => args.filter(isPositional).length === params.length);
  const put = isLast ? append : prepend;
  const list = paramList ?? nameNode?.next;
  return [
    ...(list ? put(tree, list, names) : []),
    ...tuples.flatMap((each) => handMore(tree, each, additions, put)),
    ...calls.flatMap(({ argList }) =>
      put(
        tree,
        argList,
        additions.map((a) => a.argument),
      ),
    ),
  ];
}

/** Adds to a tuple of arguments, or makes one. */
export function handMore(
  tree: SyntaxTree,
  { call, tuple, keyword }: ArgumentTuple,
  additions: readonly Pick<Addition, 'argument'>[],
  put: typeof append = prepend,
): Edit[] {
  const items = additions.map(({ argument }) => argument);
  if (items.length === 0) return [];
  if (!tuple) return append(tree, call.argList, [`${keyword}=${tupleOf(items)}`]);
  const inner = unparenthesized(tuple.value);
  if (isWrittenOut(inner)) return put(tree, inner, items);
  const { from, to } = tuple.value;
  return [{ from, to, text: tupleOf([...items, `*${tree.text.slice(from, to)}`]) }];
}

/** A name for a parameter: `config` for `CONFIG`, `lock_` where `lock` is taken. */
export function parameterName(taken: ReadonlySet<string>, wish: string): string {
  const plain = snakeCase(wish);
  const isFree = (name: string) => /^[^\W\d]/u.test(name) && !taken.has(name) && !isReserved(name);
  return [plain, `${plain}_`].find(isFree) ?? freshLocal(taken, wish);
}

/** `(a,)`, `(a, b)` */
export function tupleOf(items: readonly string[]): string {
  return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
}

function isWrittenOut({ kind }: Node): boolean {
  return kind === 'TupleExpression' || kind === 'ArrayExpression';
}

/** How many arguments a tuple holds; null where it does not say. */
function countOf(tuple: Argument | null, tree: SyntaxTree): number | null {
  if (!tuple) return 0;
  const inner = unparenthesized(tuple.value);
  const items = isWrittenOut(inner) ? argumentsOf(inner, tree.text) : null;
  return items?.every(isPositional) ? items.length : null;
}

function isPositional({ name, star }: Argument): boolean {
  return name === null && star === '';
}
