import { sharesNoNames } from '../../semantics/footprint.ts';
import { importsOf } from '../../syntax/shapes.ts';
import type { ProcessModel } from '../model.ts';
import { calleeName, isSeed } from './call-words.ts';
import { type Effect, isWorse } from './effects.ts';
import type { ImportUnit } from './import-units.ts';
import { isStandardModule } from './standard-modules.ts';
import { isForeignModule } from './worker-code.ts';

/** Whether statements may run after `passed`, which stands behind them, without a difference to either. */
export function commutes(
  moving: readonly ImportUnit[],
  passed: ImportUnit,
  model: ProcessModel,
): boolean {
  return (
    passed.kind !== 'guard' &&
    !importsOf(passed.node, model.tree.text).some((i) => i.bound === '*') &&
    moving.every((unit) => sharesNoNames(unit, passed) && hasNoOrder(unit, passed, model))
  );
}

/** Whether nobody can tell which of the two ran first. */
function hasNoOrder(unit: ImportUnit, passed: ImportUnit, model: ProcessModel): boolean {
  if (unit.starts.some(({ start }) => start.behind !== null) && readsModules(passed, model))
    return false;
  if ([...unit.effects, ...passed.effects].some((e) => NAMESPACES.test(calleeName(e, model)))) {
    return false;
  }
  const isDefinition = passed.kind === 'definition' || passed.kind === 'docstring';
  if (isDefinition && passed.effects.every((e) => e.behaviour !== 'once')) return true;
  const acts = unit.effects.some((effect) => isWorse(effect.behaviour, 'loading'));
  if (!acts) return passed.effects.every((effect) => effect.behaviour !== 'configuration');
  if (passed.kind === 'import') {
    const modules = importsOf(passed.node, model.tree.text).map((i) => i.module);
    return unit.starts.length > 0 || modules.every(isStandardModule);
  }
  const moves = unit.effects.some((e) => calleeName(e, model) === 'os.chdir');
  if (moves && model.semantics.textOf(passed.node).includes('(')) return false;
  const isSeen = ({ behaviour }: Effect) => behaviour === 'visible' || behaviour === 'unknown';
  if (passed.effects.some((e) => isSeen(e) && !isSeed(e, model))) return false;
  return (
    passed.effects.length === 0 ||
    (unit.effects.every((effect) => isTalk(effect.node, model)) &&
      !/\bsys\.(stdout|stderr)\b|\bbuiltins\b/.test(model.semantics.textOf(passed.node)))
  );
}

/** Whether a statement takes something from a module in which code of other files may have left its results. */
function readsModules({ node, kind, reads }: ImportUnit, model: ProcessModel): boolean {
  return kind === 'import'
    ? importsOf(node, model.tree.text).some(({ module }) => !isStandardModule(module))
    : kind !== 'guard' && [...reads].some(isForeignModule);
}

/** Prints and looks at the clock are not touched by what a program configures. */
function isTalk(node: ImportUnit['node'], { semantics }: ProcessModel): boolean {
  const call = semantics.call(node);
  const name = call && semantics.values.qualifiedName(call.callee);
  return /^(builtins\.print|time\.\w+|datetime\..*|os\.getpid)$/.test(name ?? '');
}

/** What reaches any name of the module unseen. */
const NAMESPACES = /^builtins\.(exec|eval|globals|locals|vars)$/;
