/** What an initializer hands over already: another worker of the same pool uses the same lock. */
import type { InitializerSite } from '../../src/edits/initializer.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import type { Binding } from '../../src/semantics/scopes.ts';
import type { Node } from '../../src/syntax/node.ts';
import { argumentsOf, simpleAssignment, statementsOf } from '../../src/syntax/shapes.ts';

/** The global in which the workers of all these pools have the value of a name; null where there is none. */
export function globalWith(
  binding: Binding,
  sites: readonly InitializerSite[],
  model: ProcessModel,
): string | null {
  const globals = sites.map((site) => globalIn(binding, site, model));
  const [first] = globals;
  return first && globals.every((name) => name === first) ? first : null;
}

function globalIn(
  binding: Binding,
  { initializer, initargs }: InitializerSite,
  model: ProcessModel,
): string | null {
  const { semantics } = model;
  const given = initargs ? argumentsOf(initargs.value, semantics.tree.text) : [];
  const index = given.findIndex(({ value }) => semantics.bindingOf(value) === binding);
  const [definition, ...others] = initializer
    ? semantics.values.definitions(initializer.value)
    : [];
  const shape = definition && others.length === 0 ? semantics.functionShape(definition) : null;
  const isPlain = given.slice(0, index + 1).every(({ star, name }) => star === '' && name === null);
  const param = shape?.params[index];
  if (!shape || !isPlain || param?.star !== '') return null;
  return statementsOf(shape.body).reduce<string | null>(
    (found, statement) => found ?? globalSetBy(statement, param.nameNode, model),
    null,
  );
}

/** `lock = lock_` of a name that is declared global and set nowhere else in the function. */
function globalSetBy(statement: Node, param: Node, { semantics }: ProcessModel): string | null {
  const { target, value } = simpleAssignment(statement) ?? {};
  const isOfParam = value && semantics.bindingOf(value) === semantics.bindingOf(param);
  const global = isOfParam && target ? semantics.bindingOf(target) : null;
  const isOfModule = global?.scope.kind === 'module' && semantics.scopeOf(statement).isFunction;
  const inside = global?.definitions.filter(({ node }) => statement.parent?.contains(node)) ?? [];
  return global && isOfModule && inside.length === 1 ? global.name : null;
}
