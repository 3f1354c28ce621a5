import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';

/**
 * What a callable is called from where it is used, for code of other files too: `package.module.main`, `.runner.run`,
 * `engine.Engine().start`; and `:App.run`, `:App().start`, with a colon in front, for a module's own. Parentheses say
 * that it belongs to what the call before them gives.
 */
export type Target = string;

/** Everything that calling an expression may run. None means that it is unknown. */
export function targetsOf(callee: Node, semantics: Semantics): Target[] {
  const { values, callGraph } = semantics;
  const own = [...callGraph.functionsOf(callee), ...values.definitions(callee)];
  const targets = [
    ...own.flatMap((definition) => ownName(definition, semantics) ?? []),
    ...values.qualifiedNames(callee).filter((name) => !name.startsWith('builtins.')),
    ...inherited(callee, semantics),
  ];
  return [...new Set(targets)];
}

/** `:f`, `:Class.method`; null for what has no name that leads to it. */
export function ownName(definition: Node, semantics: Semantics): Target | null {
  const names: string[] = [];
  for (let node = definition; ; ) {
    const name = node.kind === 'LambdaExpression' ? null : node.child('VariableName');
    if (!name) return null;
    names.unshift(semantics.textOf(name));
    const scope = semantics.scopeOf(node);
    if (scope.kind === 'module') return `:${names.join('.')}`;
    if (scope.kind !== 'class') names.unshift('<locals>');
    node = scope.node;
  }
}

/** A method of an instance of this file's class that only a base in another file may have. */
function inherited(callee: Node, semantics: Semantics): Target[] {
  const attribute = semantics.attribute(callee);
  if (!attribute) return [];
  return semantics.values.classesOf(attribute.object).flatMap((owner) => {
    if (semantics.values.method(owner, attribute.name).length > 0) return [];
    const name = ownName(owner, semantics);
    return name ? [`${name}().${attribute.name}`] : [];
  });
}
