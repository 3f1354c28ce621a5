import { effectsIfRun, isWorse } from '../processes/import-time/effects.ts';
import type { ProcessModel } from '../processes/model.ts';
import type { Node } from '../syntax/node.ts';
import type { FileChanges } from './changes.ts';
import { isFixed } from './contents.ts';
import { Uses } from './uses.ts';

/** What the parent's calls of a function leave behind in it; `line` says where it is. */
export function warmBy(fn: Node, model: ProcessModel, file: FileChanges, line: string): string[] {
  const { semantics } = model;
  const shape = semantics.functionShape(fn);
  const uses = new Uses(model);
  const name = semantics.textOf(shape?.nameNode ?? fn);
  const filled = (shape?.params ?? []).filter(({ defaultValue, nameNode }) => {
    const binding = semantics.bindingOf(nameNode);
    const isMutable = /^(Array|Dictionary|Set)|^CallExpression$/.test(defaultValue?.kind ?? '');
    return isMutable && binding !== null && !uses.areLooks(binding);
  });
  const isCached = shape?.decorators.some((d) => /\b\w*(cache|memo)\w*/i.test(semantics.textOf(d)));
  const body = fn.lastChild;
  const isImpure =
    isCached &&
    body &&
    (effectsIfRun(body, model).some((e) => isWorse(e.behaviour, 'configuration')) ||
      (!givesPlain(fn, model) && file.changesResultOf(fn)));
  return [
    ...filled.map(
      (param) =>
        `the default of \`${param.name}\` of ${name}() in ${line} may hold what the parent left there`,
    ),
    ...(isImpure ? [`${name}() in ${line} may have cached what the parent asked for`] : []),
  ];
}

/** Whether a function certainly gives what nobody can change: text, numbers, what it is given. */
function givesPlain(fn: Node, { semantics }: ProcessModel): boolean {
  return fn.descendants('ReturnStatement').every((statement) => {
    const value = statement.parts.length === 2 ? statement.lastChild : null;
    if (!value || statement.parts.length < 2 || isFixed(value, semantics)) return true;
    const definitions = semantics.bindingOf(value)?.definitions ?? [];
    return (
      (value.kind === 'BinaryExpression' && value.descendants('ArrayExpression').length === 0) ||
      (value.kind === 'VariableName' && definitions.every(({ kind }) => kind === 'parameter'))
    );
  });
}
