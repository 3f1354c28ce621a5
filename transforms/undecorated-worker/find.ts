/** Which workers go by a name that their decorator took from them. */
import { type BareDecorator, effectsOn } from '../../src/processes/bare-decorators.ts';
import { failsUnder } from '../../src/processes/hand-over/hoist.ts';
import type { ProcessModel, Submission } from '../../src/processes/model.ts';
import type { StartMethod } from '../../src/processes/start-method.ts';
import type { Semantics } from '../../src/semantics/semantics.ts';
import type { Node } from '../../src/syntax/node.ts';
import type { FunctionShape } from '../../src/syntax/shapes.ts';

/** A decorated function that goes to children under the name of what its decorator made of it. */
export interface UndecoratedWorker {
  readonly worker: FunctionShape;
  /** Whether it goes along with its instance, which the child asks for it by its `__name__`. */
  readonly isMethod: boolean;
  /** All of its decorators that change its name, outermost first. */
  readonly bare: readonly [BareDecorator, ...BareDecorator[]];
  /** Whether another decorator, of which nothing is known, stands below these. */
  readonly isUncertain: boolean;
  readonly submission: Submission;
  readonly startMethods: readonly StartMethod[];
}

/** Every such function, once, in the order of the submissions. */
export function undecoratedWorkers(model: ProcessModel): UndecoratedWorker[] {
  const seen = new Set<Node>();
  return model.submissions.flatMap((submission) => {
    if (submission.library.pickling !== 'by-reference') return [];
    const startMethods = failsUnder(submission, model);
    if (startMethods.length === 0) return [];
    return submission.workers.flatMap(({ definition, node }) => {
      if (!definition || seen.has(definition)) return [];
      const found = undecorated(definition, node, model);
      if (!found) return [];
      seen.add(definition);
      return [{ ...found, submission, startMethods }];
    });
  });
}

function undecorated(
  definition: Node,
  node: Node,
  model: ProcessModel,
): Omit<UndecoratedWorker, 'submission' | 'startMethods'> | null {
  const { semantics } = model;
  const worker = semantics.functionShape(definition);
  if (!worker?.nameNode || worker.decorators.length === 0) return null;
  const scope = semantics.bindingOf(worker.nameNode)?.scope;
  const owner = scope?.kind === 'class' ? scope : null;
  if (scope?.kind !== 'module' && owner?.parent?.kind !== 'module') return null;
  const isStatic = worker.decorators.some((d) => /^@\s*staticmethod\b/.test(semantics.textOf(d)));
  const isMethod = owner !== null && !isStatic && isBound(node, semantics);
  const effects = effectsOn(worker, model);
  const at = effects.findIndex((effect) => effect !== 'keeps');
  const first = effects[at];
  if (!first || first === 'keeps' || (isMethod && isFound(first, owner.node, semantics)))
    return null;
  const rest = effects.slice(at + 1);
  const bare = rest.flatMap((effect) => (effect && effect !== 'keeps' ? [effect] : []));
  return { worker, isMethod, bare: [first, ...bare], isUncertain: rest.includes(null) };
}

/** Whether a method is taken from an instance rather than from its class. */
function isBound(node: Node, semantics: Semantics): boolean {
  const object = semantics.attribute(node)?.object;
  return (
    object !== undefined &&
    semantics.values.definitions(object).every(({ kind }) => kind !== 'ClassDefinition')
  );
}

/** Whether an instance has something of the name by which its child asks for the method. */
function isFound(bare: BareDecorator, classNode: Node, semantics: Semantics): boolean {
  const { wrapper, elsewhere } = bare;
  const nameNode = wrapper?.inner.nameNode;
  const name = elsewhere?.inner ?? (nameNode ? semantics.textOf(nameNode) : null);
  const names = semantics.scopes.opened.get(classNode)?.bindings;
  return name !== null && ((wrapper ?? elsewhere)?.hasName === true || names?.has(name) === true);
}
