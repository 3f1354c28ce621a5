import { basename } from 'node:path';
import type { ImportTimeStart, ProcessModel, Start } from '../model.ts';
import { importUnits } from './import-units.ts';

/**
 * What starts processes outside a main guard while the module is imported, where children import the main module:
 * not under fork, not with a library whose children know nothing of the main module, and not a package's
 * `__main__.py`, which CPython never imports again.
 */
export function unguardedStarts(model: ProcessModel): ImportTimeStart[] {
  if (basename(model.path) === '__main__.py') return [];
  const forks = pinsFork(model);
  const works = lazily(() => executorWorksOnImport(model));
  return model.importTimeStarts.filter(
    ({ isGuarded, start }) =>
      !isGuarded &&
      start.library.importsMain &&
      (start.method ?? (forks ? 'fork' : null)) !== 'fork' &&
      (start.kind !== 'executor' || start.behind !== null || works()) &&
      mayRun(start, model),
  );
}

/** Whether one of the processes that may be started here was made before, or in a loop that comes back here. */
function mayRun({ node, creations }: Start, { semantics }: ProcessModel): boolean {
  if (creations.length === 0 || semantics.enclosingFunction(node)) return true;
  const here = semantics.topLevelStatement(node);
  return creations.some(
    ({ call }) =>
      semantics.enclosingFunction(call.node) !== null ||
      call.node.from <= node.from ||
      semantics.topLevelStatement(call.node) === here,
  );
}

/** `set_start_method("fork")` as a statement of the module. */
function pinsFork({ startMethodCalls, semantics }: ProcessModel): boolean {
  return (
    startMethodCalls.length > 0 &&
    startMethodCalls.every(
      ({ call, method }) =>
        method === 'fork' && call.node.parent === semantics.topLevelStatement(call.node),
    )
  );
}

/** An executor starts its processes with the first task: making one on import is no harm yet. */
function executorWorksOnImport(model: ProcessModel): boolean {
  const tasks = new Set(
    model.submissions.flatMap((s) =>
      s.delivery !== 'constructor' && isExecutors(s.creations.map((c) => c.kind))
        ? [s.call.node]
        : [],
    ),
  );
  return importUnits(model).some(
    (unit) => unit.kind !== 'guard' && unit.effects.some((effect) => tasks.has(effect.node)),
  );
}

function isExecutors(kinds: readonly Start['kind'][]): boolean {
  return kinds.length === 0 || kinds.includes('executor');
}

function lazily<T>(compute: () => T): () => T {
  let value: { readonly of: T } | null = null;
  return () => {
    value ??= { of: compute() };
    return value.of;
  };
}
