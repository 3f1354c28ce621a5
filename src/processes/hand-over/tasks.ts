/** What `map` and the like send: an item of an iterable with each task. */
import type { Semantics } from '../../semantics/semantics.ts';
import type { Node } from '../../syntax/node.ts';
import { type Argument, argumentsOf, unparenthesized } from '../../syntax/shapes.ts';
import type { Submission } from '../model.ts';
import type { ListItem, SentValue } from './sent-value.ts';

/** The values in the tasks of a call that takes iterables; the worker's parameters from `bound` on get them. */
export function tasksOf(
  submission: Submission,
  bound: number | null,
  semantics: Semantics,
): SentValue[] {
  const { method } = submission;
  const iterables = iterablesOf(submission);
  const at = (index: number) => (bound === null ? null : bound + index);
  if (/^starmap/.test(method)) {
    return iterables.flatMap(({ value }) =>
      columnsOf(value, semantics).map(({ node, index, items }) => {
        return { node, parameter: at(index), part: null, items };
      }),
    );
  }
  if (!/^(map|map_async|imap|imap_unordered)$/.test(method)) return [];
  return iterables.flatMap((iterable, i): SentValue[] => {
    const columns = columnsOf(iterable.value, semantics);
    if (columns.length > 0) {
      return columns.map(({ node, index, items }) => {
        return { node, parameter: at(i), part: index, items };
      });
    }
    const items = isRepeated(iterable.value, semantics)
      ? [{ list: submission.call.argList, from: iterable.from, to: iterable.to }]
      : null;
    const isOnly = iterables.length === 1;
    return elementsOf(iterable.value, semantics).map((node) => {
      return { node, parameter: at(i), part: null, items: isOnly ? null : items };
    });
  });
}

/** The arguments that are looped over: one for a pool's methods, any number for an executor's. */
function iterablesOf({ call, argument, creations, library }: Submission): readonly Argument[] {
  const { args } = call;
  if (args.some(({ star }) => star !== '')) return [];
  const isPool =
    creations.length > 0
      ? creations.every(({ kind }) => kind === 'pool')
      : !/^(concurrent\.futures|pebble)$/.test(library.name);
  const plain = args.filter((each) => each.name === null && each !== argument);
  if (!isPool) return plain;
  const named = args.find(({ name }) => name === 'iterable');
  return (named ? [named] : plain).slice(0, 1);
}

/** The same part of each tuple that an iterable gives. */
interface Column {
  readonly node: Node;
  readonly index: number;
  readonly items: readonly ListItem[] | null;
}

function columnsOf(iterable: Node, semantics: Semantics): Column[] {
  const zipped = zipOf(iterable, semantics);
  if (zipped) return zipped;
  const rows = elementsOf(iterable, semantics).map(unparenthesized);
  const cells = rows.map((row) =>
    /^(Tuple|Array)Expression$/.test(row.kind) ? argumentsOf(row, semantics.tree.text) : [],
  );
  const [first = []] = cells;
  const isEven =
    isWrittenHere(iterable) &&
    cells.every((row) => row.length === first.length && row.every(({ star }) => star === ''));
  return first.flatMap((cell, index) => {
    if (cell.star !== '') return [];
    const items = cells.map((row, i) => {
      const { from = 0, to = 0 } = row[index] ?? {};
      return { list: rows[i] as Node, from, to };
    });
    return [{ node: cell.value, index, items: isEven ? items : null }];
  });
}

/** Whether an iterable stands in the call itself, where nothing else can use it. */
function isWrittenHere(iterable: Node): boolean {
  return !/^(VariableName|MemberExpression|CallExpression)$/.test(unparenthesized(iterable).kind);
}

/** `zip(a, b, repeat(c))`: a column for each argument. */
function zipOf(iterable: Node, semantics: Semantics): Column[] | null {
  const call = semantics.call(unparenthesized(iterable));
  if (!call || semantics.values.qualifiedName(call.callee) !== 'builtins.zip') return null;
  if (call.args.some(({ star }) => star !== '')) return null;
  return call.args.flatMap((argument, index) => {
    const { value, from, to } = argument;
    if (argument.name !== null) return [];
    const isFree = isRepeated(value, semantics) && call.args.length > 1;
    const items = isFree ? [{ list: call.argList, from, to }] : null;
    return elementsOf(value, semantics).map((node) => ({ node, index, items }));
  });
}

/** Whether an iterable gives the same for as long as it is asked: it ends no loop. */
function isRepeated(iterable: Node, semantics: Semantics): boolean {
  const call = semantics.call(iterable);
  return (
    call?.args.length === 1 &&
    semantics.values.qualifiedName(call.callee) === 'itertools.repeat' &&
    call.args[0]?.star === ''
  );
}

const COLLECTING = /^builtins\.(list|tuple|iter|sorted|reversed)$/;

/** The expressions that an iterable gives, as far as they are seen. */
function elementsOf(iterable: Node, semantics: Semantics): Node[] {
  const node = unparenthesized(iterable);
  const call = semantics.call(node);
  if (call) {
    const [first] = call.args;
    const name = semantics.values.qualifiedName(call.callee) ?? '';
    if (first?.star !== '') return [];
    if (name === 'itertools.repeat') return [first.value];
    return COLLECTING.test(name) ? elementsOf(first.value, semantics) : [];
  }
  if (node.kind === 'BinaryExpression') {
    const [list, operator] = node.parts;
    const isRepeating = operator && semantics.textOf(operator) === '*';
    return list && isRepeating ? elementsOf(list, semantics) : [];
  }
  const isSetAgain = (semantics.bindingOf(node)?.definitions.length ?? 0) > 1;
  return isSetAgain ? [] : semantics.values.elementsOf(node);
}
