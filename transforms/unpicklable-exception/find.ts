/** Which exceptions leave a task and can't be made again in the parent. */
import { type Escape, escapesOf, taskSubmissions } from '../../src/processes/exceptions/escapes.ts';
import {
  argsCount,
  initChain,
  type Link,
  takes,
} from '../../src/processes/exceptions/init-chain.ts';
import { type Lineage, lineageOf } from '../../src/processes/exceptions/lineage.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import type { Node } from '../../src/syntax/node.ts';
import type { Parameter } from '../../src/syntax/shapes.ts';
import { settersOf } from './setters.ts';

export interface UnpicklableException {
  readonly lineage: Lineage;
  /** Its `__init__` methods, as one calls the other. */
  readonly chain: readonly [Link, ...Link[]];
  readonly exit: Escape;
  readonly misfit: Misfit;
}

/** How what pickle hands to `__init__` does not fit. */
export interface Misfit {
  /** How many arguments it is handed. */
  readonly given: number;
  readonly least: number;
  readonly most: number;
  /** A keyword-only parameter that it needs, and never gets. */
  readonly named: Parameter | null;
}

/** Every exception class with such an instance, in the order of the text. */
export function unpicklableExceptions(model: ProcessModel): UnpicklableException[] {
  if (taskSubmissions(model).length === 0 || /\bcopyreg\b/.test(model.tree.text)) return [];
  if (setsArgs(model)) return [];
  return model.tree.root
    .descendants('ClassDefinition')
    .filter((classNode) => isFindable(classNode, model))
    .flatMap((classNode) => {
      const lineage = lineageOf(classNode, model.semantics);
      const chain = lineage && initChain(lineage, model.semantics);
      const [first, ...rest] = chain ?? [];
      return lineage && first ? broken(lineage, [first, ...rest], model) : [];
    });
}

/** `error.args = …`, outside of the methods of exceptions, decides what pickle hands to `__init__`. */
function setsArgs({ tree, semantics }: ProcessModel): boolean {
  return settersOf('args', tree.root, semantics).some((name) => {
    const object = name.parent?.firstChild;
    return object?.kind === 'VariableName' && semantics.textOf(object) !== 'self';
  });
}

/** Whether a class can be pickled by its name: others are no exception at all for the parent. */
function isFindable(classNode: Node, { semantics }: ProcessModel): boolean {
  const scope = semantics.scopeOf(classNode);
  return scope.kind === 'module' || (scope.kind === 'class' && scope.parent?.kind === 'module');
}

function broken(
  lineage: Lineage,
  chain: readonly [Link, ...Link[]],
  model: ProcessModel,
): UnpicklableException[] {
  const needs = takes(chain[0].parameters);
  for (const exit of escapesOf(lineage, model)) {
    const given = argsCount(chain, exit.made);
    if (given === null) return [];
    if (given < needs.least || given > needs.most || needs.named) {
      return [{ lineage, chain, exit, misfit: { given, ...needs } }];
    }
  }
  return [];
}
