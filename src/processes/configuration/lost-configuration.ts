/** What the parent sets up for itself only, although code in its children depends on it. */
import type { Node } from '../../syntax/node.ts';
import type { ProcessModel } from '../model.ts';
import { START_METHODS } from '../start-method.ts';
import { type Children, childrenOf } from '../state/children.ts';
import type { Candidate, LostConfiguration, User } from './candidates.ts';
import { lateVariables } from './environment.ts';
import { CONFIGURATIONS, type Configuration } from './kinds.ts';
import { patchesOf } from './patches.ts';
import { Reaching } from './reaching.ts';
import { settersOf } from './setters.ts';

/** What of a program's configuration its children lack, where they depend on it. */
export function lostConfigurations(model: ProcessModel): LostConfiguration[] {
  const all = childrenOf(model);
  if (all.length === 0) return [];
  const reaching = new Reaching(model);
  const found = [
    ...CONFIGURATIONS.map((configuration) => ({
      configuration,
      setters: settersOf(configuration, model.semantics),
      uses: (fn: Node) => uses(fn, configuration, model),
      mayBeSetUp: (children: Children) => mayBeSetUp(children, configuration, model),
    })),
    ...patchesOf(model),
  ].flatMap((candidate) => judge(candidate, all, reaching) ?? []);
  return [...found, ...lateVariables(all, reaching, model)];
}

function judge(
  { configuration, setters, uses, mayBeSetUp }: Candidate,
  all: readonly Children[],
  reaching: Reaching,
): LostConfiguration | null {
  if (setters.some((setter) => reaching.isRunOnImport(setter))) return null;
  const users = all.flatMap((children): User[] => {
    const code = children.code.find(({ fn }) => uses(fn));
    const isSetUp =
      setters.some((setter) => reaching.isRunBy(children, setter)) ||
      hasUnknownInitializer(children) ||
      mayBeSetUp(children);
    const isLost = setters.some((s) => s.isPrimary && reaching.mayReach(s, children));
    return code && isLost && !isSetUp ? [{ children, code }] : [];
  });
  const [first, ...others] = setters.filter((setter) =>
    users.some(({ children }) => reaching.mayReach(setter, children)),
  );
  return first
    ? {
        configuration,
        setters: [first, ...others],
        users,
        startMethods: START_METHODS.filter((method) =>
          users.some(({ children }) => children.startMethods.includes(method)),
        ),
      }
    : null;
}

function hasUnknownInitializer({ submissions }: Children): boolean {
  return submissions.some(
    ({ method, workers }) =>
      method === 'initializer' && workers.some(({ definition }) => definition === null),
  );
}

function uses(
  fn: Node,
  { usedBy, usedByRecursion }: Configuration,
  { semantics: { values, callGraph } }: ProcessModel,
): boolean {
  return callGraph
    .callsIn(fn)
    .some(
      ({ callee }) =>
        values.qualifiedNames(callee).some((name) => usedBy.test(name)) ||
        (usedByRecursion === true && callGraph.functionsOf(callee).includes(fn)),
    );
}

function mayBeSetUp(
  { code }: Children,
  { setUpBy }: Configuration,
  { semantics: { values, callGraph } }: ProcessModel,
): boolean {
  if (!setUpBy) return false;
  return code.some(({ fn }) =>
    callGraph
      .callsIn(fn)
      .some(({ callee }) => values.qualifiedNames(callee).some((name) => setUpBy.test(name))),
  );
}
