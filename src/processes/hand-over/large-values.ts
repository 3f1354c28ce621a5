/** Which values are certain to be large, as far as the code says how they are made. */
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { type Call, unparenthesized } from '../../syntax/shapes.ts';
import { argumentAt } from '../submissions.ts';

export interface LargeValue {
  /** The expression that makes it. */
  readonly source: Node;
  /** In bytes, at least; null where a file says it. */
  readonly size: number | null;
}

/** From here on a value is large, in bytes: it takes a worker over 10 ms to get it. */
const LARGE = 5_000_000;

/** Where an array's maker takes the shape: as arguments of their own, or as one. */
const ARRAYS: readonly (readonly [pattern: RegExp, index: number | 'all', keyword: string])[] = [
  [/^numpy\.(zeros|ones|empty|full)$/, 0, 'shape'],
  [/^numpy\.arange$/, 0, 'stop'],
  [/^numpy\.random\.(rand|randn)$/, 'all', ''],
  [/^numpy\.random\.(default_rng\(\)\.)?(random|random_sample|standard_normal)$/, 0, 'size'],
  [/^numpy\.random\.(default_rng\(\)\.)?(normal|uniform|randint|integers)$/, 2, 'size'],
];

const BYTES = /^(builtins\.(bytes|bytearray)|os\.urandom)$/;

const READERS =
  /^(pandas\.read_(csv|table|parquet|feather|hdf|pickle|json|excel)|numpy\.(load|loadtxt|genfromtxt))$/;

/** Arguments with which only a part is read, or nothing yet. */
const PARTLY = /^(nrows|chunksize|iterator|mmap_mode|max_rows|usecols|columns)$/;

/** What makes the value of an expression, where it is large whatever happens; null where that is not certain. */
export function largeValue(expression: Node, semantics: Semantics): LargeValue | null {
  const sources = semantics.values.sources(expression);
  const found = sources.map((source) => madeBy(source, semantics));
  const [first] = found;
  return first && found.every((each) => each !== null) ? first : null;
}

function madeBy(source: Node, semantics: Semantics): LargeValue | null {
  const call = semantics.call(source);
  if (call && READERS.test(semantics.values.qualifiedName(call.callee) ?? '')) {
    const isWhole = call.args.every(({ name, star }) => star === '' && !PARTLY.test(name ?? ''));
    return isWhole ? { source, size: null } : null;
  }
  const size = call ? sizeOfCall(call, semantics) : sizeOfRepetition(source, semantics);
  return size !== null && size >= LARGE ? { source, size } : null;
}

function sizeOfCall(call: Call, semantics: Semantics): number | null {
  const name = semantics.values.qualifiedName(call.callee) ?? '';
  const [first, ...others] = call.args;
  if (!first || call.args.some(({ star }) => star !== '')) return null;
  if (BYTES.test(name)) return others.length === 0 ? numberOf(first.value, semantics) : null;
  if (name === 'builtins.list') return sizeOfRange(first.value, semantics);
  const array = ARRAYS.find(([pattern]) => pattern.test(name));
  if (!array) return null;
  const [, index, keyword] = array;
  const isRange =
    keyword === 'stop' && call.args.some((other) => other !== first && other.name !== 'dtype');
  const shape =
    index === 'all'
      ? call.args.map(({ value }) => value)
      : partsOf(argumentAt(call, index, keyword)?.value);
  const numbers = shape.map((part) => numberOf(part, semantics));
  if (isRange || numbers.length === 0 || numbers.includes(null)) return null;
  return product(numbers) * itemSize(call, semantics);
}

/** The bytes of one element; one, where the type is not one of numpy's with its size in its name. */
function itemSize({ args }: Call, semantics: Semantics): number {
  const type = args.find(({ name }) => name === 'dtype');
  if (!type) return 8;
  const bits = /(?:int|float|complex)(8|16|32|64|128)\b/.exec(semantics.textOf(type.value))?.[1];
  return bits ? Number(bits) / 8 : 1;
}

/** `list(range(10_000_000))`: a number takes two bytes at least. */
function sizeOfRange(value: Node, semantics: Semantics): number | null {
  const call = semantics.call(value);
  const isRange = call && semantics.values.qualifiedName(call.callee) === 'builtins.range';
  const [only, ...others] = call?.args ?? [];
  const count = isRange && only && others.length === 0 ? numberOf(only.value, semantics) : null;
  return count === null ? null : 2 * count;
}

/** `[0] * 10_000_000`, `b"x" * 10_000_000` */
function sizeOfRepetition(node: Node, semantics: Semantics): number | null {
  const [repeated, operator, count] = node.parts;
  const isRepetition =
    node.kind === 'BinaryExpression' &&
    /^(String|ArrayExpression)$/.test(repeated?.kind ?? '') &&
    operator !== undefined &&
    semantics.textOf(operator) === '*';
  const times = isRepetition && count ? numberOf(count, semantics) : null;
  const isEmpty = repeated?.kind === 'ArrayExpression' ? repeated.parts.length < 3 : false;
  return times === null || isEmpty ? null : times * (repeated?.kind === 'String' ? 1 : 2);
}

function partsOf(shape: Node | undefined): Node[] {
  if (!shape) return [];
  const node = unparenthesized(shape);
  const isTuple = /^(Tuple|Array)Expression$/.test(node.kind);
  return isTuple ? node.parts.filter(({ kind }) => !/^[[(\]),]$/.test(kind)) : [node];
}

const OPERATIONS: ReadonlyMap<string, (a: number, b: number) => number> = new Map([
  ['*', (a, b) => a * b],
  ['**', (a, b) => a ** b],
  ['<<', (a, b) => a * 2 ** b],
]);

/** The number that an expression of constants gives. */
function numberOf(expression: Node, semantics: Semantics): number | null {
  const sources = semantics.values.sources(expression);
  const [node] = sources;
  if (!node || sources.length !== 1) return null;
  if (node.kind === 'Number') {
    const number = Number(semantics.textOf(node).replaceAll('_', ''));
    return Number.isFinite(number) ? number : null;
  }
  const [left, operator, right] = node.parts;
  const combine = operator && OPERATIONS.get(semantics.textOf(operator));
  if (node.kind !== 'BinaryExpression' || !left || !right || !combine) return null;
  const [a, b] = [numberOf(left, semantics), numberOf(right, semantics)];
  return a === null || b === null ? null : combine(a, b);
}

function product(numbers: readonly (number | null)[]): number {
  return numbers.reduce<number>((result, number) => result * (number ?? 0), 1);
}
