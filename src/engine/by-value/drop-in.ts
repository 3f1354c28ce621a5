import type { Edit, Fix, Refusal } from '../../edits/fix.ts';
import type { ProcessModel } from '../../processes/model.ts';
import type { Node } from '../../syntax/node.ts';
import { type ImportedName, importsOf } from '../../syntax/shapes.ts';

/** A package that has what `multiprocessing` has, or part of it, and pickles by value. */
export interface DropIn {
  readonly name: string;
  /** The `import` or `from … import` that gives the whole of it under a name. */
  readonly whole: (alias: string) => string;
  /** What gives one of the names of a module of `multiprocessing`; null where nothing does. */
  readonly part: (module: string, imported: string) => FromImport | null;
}

interface FromImport {
  readonly module: string;
  readonly imported: string;
}

const PATHOS_NAMES: ReadonlyMap<string, FromImport> = new Map([
  ['Pool', { module: 'pathos.pools', imported: '_ProcessPool' }],
  ['cpu_count', { module: 'pathos.helpers', imported: 'cpu_count' }],
  ['freeze_support', { module: 'pathos.helpers', imported: 'freeze_support' }],
]);

export const DROP_INS: Readonly<Record<'multiprocess' | 'pathos', DropIn>> = {
  multiprocess: {
    name: 'multiprocess',
    whole: (alias) => `import multiprocess as ${alias}`,
    part: (module, imported) => ({
      module: module.replace('multiprocessing', 'multiprocess'),
      imported,
    }),
  },
  pathos: {
    name: 'pathos',
    whole: (alias) => `from pathos.helpers import mp${alias === 'mp' ? '' : ` as ${alias}`}`,
    part: (module, imported) =>
      module === 'multiprocessing' ? (PATHOS_NAMES.get(imported) ?? null) : null,
  },
};

/** Imports the package in place of `multiprocessing`, wherever the file imports that: its parts don't mix. */
export function dropIn(library: DropIn, { tree }: ProcessModel): Fix | Refusal {
  const edits: Edit[] = [];
  for (const statement of tree.root.descendants('ImportStatement')) {
    const names = importsOf(statement, tree.text);
    if (!names.some(isOfMultiprocessing)) continue;
    const text = replacement(library, statement, names);
    if (typeof text !== 'string') {
      const { row } = tree.lines.positionOf(statement.from);
      return { refusal: `the import in line ${row} ${text.refusal}` };
    }
    edits.push({ from: statement.from, to: statement.to, text });
  }
  return {
    applicability: 'unsafe',
    message: `use ${library.name}, which pickles by value, in place of multiprocessing; it is a package to install, and its locks and queues do not go with those of multiprocessing`,
    edits,
  };
}

function isOfMultiprocessing({ module }: ImportedName): boolean {
  return /^multiprocessing(\.|$)/.test(module);
}

/** An import statement of `multiprocessing` as one of the other package, or what stands against it. */
function replacement(
  library: DropIn,
  statement: Node,
  names: readonly ImportedName[],
): string | Refusal {
  if (statement.descendants('Comment').length > 0) return refused('has a comment inside');
  const [first, ...others] = names;
  if (!first) return refused('names nothing');
  if (first.imported === null) {
    if (others.length > 0) return refused('imports other modules too');
    if (first.module !== 'multiprocessing') return refused('imports a part by its dotted name');
    return library.whole(first.bound);
  }
  const parts = names.map(({ module, imported, bound }) => ({
    bound,
    part: imported === null ? null : library.part(module, imported),
  }));
  const missing = names.find((_, index) => !parts[index]?.part);
  if (missing) return refused(`imports \`${missing.imported}\`, which ${library.name} lacks`);
  const modules = new Set(parts.map(({ part }) => part?.module));
  if (modules.size > 1) return refused(`imports what is in several modules of ${library.name}`);
  const [module] = modules;
  const list = parts.map(({ part, bound }) =>
    part?.imported === bound ? bound : `${part?.imported} as ${bound}`,
  );
  return `from ${module} import ${list.join(', ')}`;
}

function refused(refusal: string): Refusal {
  return { refusal };
}
