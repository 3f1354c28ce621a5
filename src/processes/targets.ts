import type { Semantics } from '../semantics/semantics.ts';
import type { Node } from '../syntax/node.ts';

/**
 * What a callable is called from where it is used, for code of other files too: `package.module.main`, `.runner.run`,
 * `engine.Engine().start`; and `:App.run`, `:App().start`, with a colon in front, for a module's own. Parentheses say
 * that it belongs to what the call before them gives.
 */
export type Target = string;

/** The own name of what runs when a module is imported. */
export const MODULE_CODE: Target = ':';

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

/** What an expression may be: `engine.Engine()` for the value of `ENGINE = Engine()`. */
export function valueTargets(value: Node, semantics: Semantics): Target[] {
  const call = semantics.call(value);
  return call
    ? targetsOf(call.callee, semantics).map((target) => `${target}()`)
    : targetsOf(value, semantics);
}

const ownNames = new WeakMap<Node, Target | null>();

/**
 * `:f`, `:Class.method`; `:f@12`, with its row, where its name leads to another definition in the end. Null for what
 * has no name.
 */
export function ownName(definition: Node, semantics: Semantics): Target | null {
  let name = ownNames.get(definition);
  if (name === undefined) {
    name = findOwnName(definition, semantics);
    ownNames.set(definition, name);
  }
  return name;
}

function findOwnName(definition: Node, semantics: Semantics): Target | null {
  const nameNode = definition.kind === 'LambdaExpression' ? null : definition.child('VariableName');
  if (!nameNode) return null;
  const binding = semantics.bindingOf(nameNode);
  const isFinal =
    !binding || semantics.atEnd(binding).definitions.some(({ node }) => node === definition);
  const row = semantics.tree.lines.lineAt(definition.from) + 1;
  const name = semantics.textOf(nameNode) + (isFinal ? '' : `@${row}`);
  const scope = semantics.scopeOf(definition);
  if (scope.kind === 'module') return `:${name}`;
  const outer = ownName(scope.node, semantics);
  return outer && `${outer}${scope.kind === 'class' ? '' : '.<locals>'}.${name}`;
}

/** A method of an instance of this file's class, or of `super()`, that only a base in another file may have. */
function inherited(callee: Node, semantics: Semantics): Target[] {
  const attribute = semantics.attribute(callee);
  if (!attribute) return [];
  const { object, name } = attribute;
  const owners = semantics.values.classesOf(object).flatMap((owner) => {
    if (semantics.values.method(owner, name).length > 0) return [];
    const own = ownName(owner, semantics);
    return own ? [`${own}()`] : [];
  });
  return [...owners, ...basesBySuper(object, semantics)].map((owner) => `${owner}.${name}`);
}

function basesBySuper(object: Node, semantics: Semantics): Target[] {
  const callee = semantics.call(object)?.callee;
  const owner =
    callee && semantics.textOf(callee) === 'super' && object.ancestor('ClassDefinition');
  return owner
    ? semantics.values.bases(owner).flatMap((base) => semantics.values.qualifiedNames(base))
    : [];
}

/** Whether an own name stands for nothing that another file could ask for. */
export function isHiddenName(name: Target): boolean {
  return name.includes('@') || name.includes('<locals>');
}
