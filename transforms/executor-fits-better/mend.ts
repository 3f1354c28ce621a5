import type { Edit, Fix, Refusal } from '../../src/edits/fix.ts';
import { importEdit } from '../../src/edits/imports.ts';
import { withoutUnused } from '../../src/edits/unused-imports.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import type { BlockingPool } from '../../src/processes/pool-life/blocking-pools.ts';
import { type Call, withItemsOf } from '../../src/syntax/shapes.ts';

/** What a pool's arguments are called by an executor, in the pool's order. */
const PARAMETERS: ReadonlyMap<string, string> = new Map([
  ['processes', 'max_workers'],
  ['initializer', 'initializer'],
  ['initargs', 'initargs'],
]);

/** Makes a pool an executor, and its calls what gives the same results. */
export function asExecutor(
  { life, submissions }: BlockingPool,
  model: ProcessModel,
): Fix | Refusal {
  const { semantics, tree, facts } = model;
  const { call, holder } = life.creation;
  if (holder.kind !== 'with' || withItemsOf(holder.statement).length > 1 || !life.binding) {
    return { refusal: 'Use the pool in a `with` statement of its own first.' };
  }
  if (semantics.values.qualifiedName(call.callee) !== 'multiprocessing.Pool') {
    return { refusal: 'Its context has to be handed over as `mp_context`.' };
  }
  if (life.uses.length > submissions.length) {
    return {
      refusal:
        'It is closed or joined in the block; the end of the `with` does that for an executor.',
    };
  }
  const made = creationEdits(call);
  if ('refusal' in made) return made;
  const edits: Edit[] = [...made];
  for (const submission of submissions) {
    const rewritten = submissionEdits(submission, model);
    if ('refusal' in rewritten) return rewritten;
    edits.push(...rewritten);
  }
  const wanted = { module: 'concurrent.futures', name: 'ProcessPoolExecutor' };
  const imported = importEdit(tree, semantics.scopes, wanted, [call.node]);
  edits.push({ from: call.callee.from, to: call.callee.to, text: imported.expression });
  const kept = facts.importedNames;
  return {
    applicability: 'unsafe',
    message:
      'use a `ProcessPoolExecutor`, which hands over one item at a time unless there is a `chunksize`',
    edits: [
      ...withoutUnused(imported.edits, semantics, 'multiprocessing', [call.callee], kept),
      ...edits,
    ],
  };
}

function creationEdits({ args }: Call): Edit[] | Refusal {
  const names = [...PARAMETERS.keys()];
  const edits: Edit[] = [];
  for (const [index, { name, nameNode, star, from }] of args.entries()) {
    const parameter = star === '' ? PARAMETERS.get(name ?? names[index] ?? '') : undefined;
    if (parameter === undefined) {
      return {
        refusal:
          'Its arguments are others than `processes`, `initializer` and `initargs`, for which an executor has none that is the same.',
      };
    }
    if (nameNode) edits.push({ from: nameNode.from, to: nameNode.to, text: parameter });
    else if (index > 0) edits.push({ from, to: from, text: `${parameter}=` });
  }
  return edits;
}

/** `list(pool.map(f, xs))`; `pool.submit(f, a).result()` for `pool.apply(f, (a,))`. */
function submissionEdits(call: Call, { semantics, tree }: ProcessModel): Edit[] | Refusal {
  const { node, callee, args } = call;
  const method = semantics.attribute(callee);
  const line = tree.lines.lineName(node.from);
  const positional = args.every(({ name, star }) => name === null && star === '');
  if (method?.name === 'map')
    return mapEdits(
      call,
      line,
      semantics.scopes.all.some((s) => s.bindings.has('list')),
    );
  const [, given] = args;
  const isTuple = given === undefined || given.value.kind === 'TupleExpression';
  if (method?.name !== 'apply' || !positional || args.length > 2 || args.length === 0 || !isTuple) {
    const name = method?.name ?? 'call';
    return { refusal: `There is no plain equivalent of \`${name}\` in ${line}.` };
  }
  const items = given ? given.value.children.slice(1, -1) : [];
  const hasStar = items.some(({ kind }) => kind === '*' || kind === 'Comment');
  if (hasStar) return { refusal: `Its arguments in ${line} are not written one by one.` };
  const last = items.at(-1);
  const first = items[0];
  return [
    { from: method.nameNode.from, to: method.nameNode.to, text: 'submit' },
    ...(given && first && last
      ? [
          { from: given.value.from, to: first.from, text: '' },
          { from: last.kind === ',' ? last.from : last.to, to: given.value.to, text: '' },
        ]
      : given
        ? [{ from: (args[0] as { to: number }).to, to: given.value.to, text: '' }]
        : []),
    { from: node.to, to: node.to, text: '.result()' },
  ];
}

function mapEdits({ node, args }: Call, line: string, isListShadowed: boolean): Edit[] | Refusal {
  const [, , chunk, ...more] = args;
  const [worker, items] = args;
  const isPlain =
    worker?.name === null &&
    items?.name === null &&
    more.length === 0 &&
    args.every(({ star }) => star === '') &&
    (chunk === undefined || chunk.name === null || chunk.name === 'chunksize') &&
    // An executor compares it with a number.
    chunk?.value.kind !== 'None';
  if (!isPlain || isListShadowed)
    return { refusal: `\`map\` in ${line} is not called as an executor's can be.` };
  return [
    { from: node.from, to: node.from, text: 'list(' },
    ...(chunk && chunk.name === null
      ? [{ from: chunk.from, to: chunk.from, text: 'chunksize=' }]
      : []),
    { from: node.to, to: node.to, text: ')' },
  ];
}
