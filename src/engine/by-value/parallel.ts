import type { Edit, Fix, Refusal } from '../../edits/fix.ts';
import { importEdit } from '../../edits/imports.ts';
import { freshLocal } from '../../edits/names.ts';
import { withoutUnused } from '../../edits/unused-imports.ts';
import { isReadToItsEnd } from '../../processes/consumers.ts';
import type { Creation, ProcessModel, Submission } from '../../processes/model.ts';
import { sizeArgument, sizeParts } from '../../processes/pool-size.ts';
import type { Node } from '../../syntax/node.ts';
import type { Call } from '../../syntax/shapes.ts';

/** The maps that Parallel can do, and how each item is given to the worker. */
const MAPS: ReadonlyMap<string, string> = new Map([
  ['map', ''],
  ['starmap', '*'],
]);

/** What may stand behind `in` without brackets, and what may be named once an item. */
const SIMPLE: ReadonlySet<string> = new Set([
  'VariableName',
  'MemberExpression',
  'CallExpression',
  'ArrayExpression',
  'ArrayComprehensionExpression',
  'TupleExpression',
  'ParenthesizedExpression',
  'String',
]);
const WORKERS: ReadonlySet<string> = new Set([
  'VariableName',
  'MemberExpression',
  'LambdaExpression',
]);

/** A call of `pool.map(f, xs)`. */
interface MapCall {
  readonly pool: Node;
  readonly call: Call;
  readonly method: string;
}

/** Makes `with Pool(n) as pool: pool.map(f, xs)` joblib's `with Parallel(n_jobs=n) as pool: pool(delayed(f)(x) for x in xs)`. */
export function parallel(submissions: readonly Submission[], model: ProcessModel): Fix | Refusal {
  const [creation, ...others] = new Set(submissions.flatMap(({ creations }) => creations));
  if (!creation || others.length > 0) return refuse('it is not clear which pool runs this');
  const { holder } = creation;
  if (holder.kind !== 'with' || !holder.binding) {
    return refuse('joblib takes the place of a pool that a `with` makes and names');
  }
  if (holder.binding.definitions.length > 1) {
    return refuse(`\`${holder.binding.name}\` is the name of more than this pool`);
  }
  const size = sizeOf(creation, model);
  if (typeof size !== 'string') return size;
  const maps: MapCall[] = [];
  for (const { node } of holder.binding.references) {
    const found = mapCallOf(node, creation, model);
    if ('refusal' in found) return found;
    maps.push(found);
  }
  return fixOf(creation, size, maps, model);
}

function fixOf(
  { call }: Creation,
  size: string,
  maps: readonly MapCall[],
  { tree, semantics, facts }: ProcessModel,
): Fix | Refusal {
  const uses = [call.node, ...maps.map(({ call: { node } }) => node)];
  const imported = ['Parallel', 'delayed'].map((name) =>
    importEdit(tree, semantics.scopes, { module: 'joblib', name }, uses),
  );
  const [made = '', delayed = ''] = imported.map(({ expression }) => expression);
  const item = freshLocal(tree, 'item');
  const [module = ''] = semantics.values.qualifiedNames(call.callee);
  const added = joined(imported.flatMap(({ edits }) => edits));
  return {
    applicability: 'unsafe',
    message:
      'use joblib, which pickles by value; it is a package to install, and its workers begin without what the parent has set',
    edits: [
      ...withoutUnused(
        added,
        semantics,
        module.split('.')[0] ?? '',
        [call.callee],
        facts.importedNames,
      ),
      { from: call.node.from, to: call.node.to, text: `${made}(n_jobs=${size})` },
      ...maps.flatMap((one) => delayedEdits(one, delayed, item, tree.text)),
    ],
  };
}

/** Two new imports of joblib are one. */
function joined(edits: readonly Edit[]): Edit[] {
  const [first, second, ...others] = edits;
  const name = second && /import (\w+)\s*$/.exec(second.text)?.[1];
  if (!first || !second || !name || first.from !== second.from) return [...edits];
  return [{ ...first, text: first.text.replace(/import (\w+)/, `import $1, ${name}`) }, ...others];
}

/** `pool.map(f, xs)` → `pool(delayed(f)(item) for item in xs)` */
function delayedEdits(
  { pool, call, method }: MapCall,
  delayed: string,
  item: string,
  text: string,
): Edit[] {
  const [worker, items] = call.args;
  if (!worker || !items) return [];
  const isSimple = SIMPLE.has(items.value.kind);
  const [open, close] = isSimple ? ['', ''] : ['(', ')'];
  const star = MAPS.get(method) ?? '';
  return [
    { from: pool.to, to: call.callee.to, text: '' },
    { from: worker.from, to: worker.from, text: `${delayed}(` },
    { from: worker.to, to: items.from, text: `)(${star}${item}) for ${item} in ${open}` },
    { from: items.to, to: items.to + trailingComma(text, items.to), text: close },
  ];
}

/** A generator takes no comma behind it. */
function trailingComma(text: string, from: number): number {
  return /^\s*,/.exec(text.slice(from))?.[0].length ?? 0;
}

function sizeOf(creation: Creation, { semantics }: ProcessModel): string | Refusal {
  const { call } = creation;
  const size = sizeArgument(creation);
  if (call.args.length > (size ? 1 : 0)) {
    return refuse('joblib takes none of the other arguments that the pool is given');
  }
  if (!size || size.value.kind === 'None') return '-1';
  const isOne = (node: Node) => semantics.textOf(node) === '1';
  if (semantics.values.sources(size.value).some(isOne)) {
    return refuse('joblib runs the tasks of a single worker in the parent itself');
  }
  if (sizeParts(size.value, semantics).some(({ kind: part }) => part === 'None')) {
    return refuse('the size may be None, which is one worker for joblib');
  }
  return semantics.textOf(size.value);
}

/** What a use of the pool's name is, where joblib can do the same. */
function mapCallOf(name: Node, { kind }: Creation, { semantics }: ProcessModel): MapCall | Refusal {
  const member = name.parent;
  const attribute = member && semantics.attribute(member);
  const call = attribute && member.parent && semantics.call(member.parent);
  const method = attribute?.name ?? '';
  if (!call || call.callee !== member || attribute?.object !== name || !MAPS.has(method)) {
    return refuse('the pool is used for more than map and starmap');
  }
  const text = semantics.textOf(call.node);
  const [worker, items, ...others] = call.args;
  const isPlain = call.args.every(({ name: keyword, star }) => keyword === null && star === '');
  if (!worker || !items || others.length > 0 || !isPlain) {
    return refuse(`\`${text}\` has other arguments than a worker and what it is called with`);
  }
  if (!WORKERS.has(worker.value.kind)) return refuse(`\`${text}\` makes its worker on the spot`);
  if (call.argList.descendants('Comment').length > 0) return refuse(`\`${text}\` has a comment`);
  if (semantics.scopeOf(call.node).kind === 'class')
    return refuse(`\`${text}\` is in a class body`);
  if (kind === 'executor' && !isReadToItsEnd(call.node, semantics)) {
    return refuse(`\`${text}\` gives an iterator, and joblib a list`);
  }
  return { pool: name, call, method };
}

function refuse(refusal: string): Refusal {
  return { refusal };
}
