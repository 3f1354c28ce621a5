/** What in a file works because its children are forked. */
import type { Node } from '../../syntax/node.ts';
import { isNested } from '../hand-over/pickling.ts';
import type { Creation, ProcessModel } from '../model.ts';

/**
 * Why children that some creations start would fail, or work with other values, without fork: in words that follow
 * "the children lean on fork: "; null where the file does not say so.
 */
export function leansOnFork(
  isMeant: (creation: Creation) => boolean,
  model: ProcessModel,
): string | null {
  return model.role.isNotebook
    ? cellWorker(isMeant, model)
    : (unguarded(isMeant, model) ?? localWorker(isMeant, model) ?? laterValue(model));
}

/** Forked children alone have what the cells of a notebook define; null where all that they run is imported. */
function cellWorker(
  isMeant: (creation: Creation) => boolean,
  { creations, submissions, semantics, tree }: ProcessModel,
): string | null {
  for (const creation of creations.filter(isMeant)) {
    const own = submissions.filter((each) => each.creations.includes(creation));
    const workers = own.flatMap((each) => each.workers);
    const ofCell = workers.find(({ definition }) => definition !== null);
    if (ofCell) {
      return `\`${firstLine(semantics.textOf(ofCell.node))}\` is defined in a cell, where no other finds it`;
    }
    if (own.length === 0 || own.some((each) => each.workers.length === 0)) {
      return `what the children of ${tree.lines.lineName(creation.call.node.from)} run may be defined in a cell, where no other finds it`;
    }
  }
  return null;
}

function unguarded(isMeant: (creation: Creation) => boolean, model: ProcessModel): string | null {
  const start = model.importTimeStarts.find(
    (each) => !each.isGuarded && each.start.creations.some(isMeant),
  );
  return start
    ? `line ${rowOf(start.node, model)} starts them while the file is imported, without a main guard`
    : null;
}

/** What a Process is given is pickled under the other methods only; tasks of a pool always are. */
function localWorker(
  isMeant: (creation: Creation) => boolean,
  { submissions, semantics }: ProcessModel,
): string | null {
  for (const { pickledUnder, creations, workers } of submissions) {
    if (pickledUnder.includes('fork') || !creations.some(isMeant)) continue;
    const local = workers.find(
      ({ node, definition }) =>
        node.kind === 'LambdaExpression' || (definition && isNested(semantics, definition)),
    );
    if (local) return `\`${firstLine(semantics.textOf(local.node))}\` can't be handed to others`;
  }
  return null;
}

/** A name of the module that children read and that a freshly imported module has another value for. */
function laterValue({ readInWorkers, semantics, isGuarded }: ProcessModel): string | null {
  for (const { name, definitions } of readInWorkers) {
    const isLater = definitions.some(
      ({ kind, nameNode, scope }) =>
        kind !== 'annotation' && (scope !== semantics.scopes.module || isGuarded(nameNode)),
    );
    if (isLater) return `they read \`${name}\`, which gets its value only when the program runs`;
  }
  return null;
}

function firstLine(text: string): string {
  const [line = ''] = text.split(/\r?\n/);
  return line.length > 40 || line !== text ? `${line.slice(0, 40)}…` : line;
}

function rowOf(node: Node, { tree }: ProcessModel): number {
  return tree.lines.positionOf(node.from).row;
}
