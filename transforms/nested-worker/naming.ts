import { isFreeFor } from '../../src/edits/imports.ts';
import { freshName, isReserved, namesIn, wishFrom } from '../../src/edits/names.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import { closureOf, type LocalFunction } from '../../src/semantics/closures.ts';
import type { Binding } from '../../src/semantics/scopes.ts';
import type { Node } from '../../src/syntax/node.ts';
import { nestedWorkers } from './find.ts';
import { parentName } from './header.ts';
import type { Use } from './uses.ts';

/** The functions' names at module level: their own where those are free there, else private ones. */
export function namesFor(
  model: ProcessModel,
  functions: readonly LocalFunction[],
  uses: readonly Use[],
): Map<LocalFunction, string> {
  const taken = new Set(namesIn(model.tree));
  const names = new Map<LocalFunction, string>();
  for (const fn of functions) {
    const places = uses.filter((use) => use.fn === fn).map((use) => use.node);
    const name = isOwnNameFree(model, fn) ? fn.name : privateName(model, fn, places, taken);
    taken.add(name);
    names.set(fn, name);
  }
  return names;
}

/** Whether a function can keep its name: the module has no such name, and no function further up claims it. */
function isOwnNameFree(model: ProcessModel, { name, binding }: LocalFunction): boolean {
  const { scopes } = model.semantics;
  const outer = binding.scope.parent;
  const isClaimed = [...movingFunctions(model)].some(
    (other) => other.name === name && startOf(other) < startOf(binding),
  );
  // Test runners collect what is called `test…`.
  const isOdd = isReserved(name) || /^test/i.test(name);
  return (
    !isClaimed &&
    !isOdd &&
    !scopes.module.bindings.has(name) &&
    !scopes.references.some((r) => r.name === name && !r.binding) &&
    (!outer || outer.lookUp(name) === null)
  );
}

const moving = new WeakMap<ProcessModel, ReadonlySet<Binding>>();

/** The names of all local functions that are workers, or go along with one. */
function movingFunctions(model: ProcessModel): ReadonlySet<Binding> {
  let bindings = moving.get(model);
  if (!bindings) {
    const definitions = new Set(nestedWorkers(model).map(({ definition }) => definition));
    const functions = [...definitions].flatMap((d) => closureOf(model.semantics, d));
    bindings = new Set(functions.map((fn) => fn.binding));
    moving.set(model, bindings);
  }
  return bindings;
}

function startOf(binding: Binding): number {
  return binding.definitions[0]?.nameNode.from ?? 0;
}

function privateName(
  model: ProcessModel,
  fn: LocalFunction,
  places: readonly Node[],
  taken: ReadonlySet<string>,
): string {
  const wish = freshName(new Set(), wishFrom(fn.name));
  const isFree = !taken.has(wish) && isFreeFor(model.semantics.scopes, wish, places);
  return isFree ? wish : freshName(taken, wishFrom(parentName(model.semantics, fn), fn.name));
}
