/** What CPython refuses when it builds its symbol tables: `global` and `nonlocal` that come too late or to nothing. */
import type { Node } from '../syntax/node.ts';
import type { Problem } from '../syntax/source.ts';
import type { Scope } from './scopes.ts';
import type { Semantics } from './semantics.ts';

/** The first such error of a file, in the order of the text; null where there is none. */
export function symbolError(semantics: Semantics): Problem | null {
  const statements = [...semantics.tree.root.walk()].filter((n) => n.kind === 'ScopeStatement');
  if (statements.length === 0) return null;
  const places = placesByScope(semantics);
  for (const statement of statements) {
    const scope = semantics.scopeOf(statement).frame;
    for (const nameNode of statement.childrenOf('VariableName')) {
      const name = semantics.textOf(nameNode);
      const own = places.get(scope)?.get(name) ?? [];
      const message = errorOf(statement, name, scope, own);
      if (message) return { kind: 'invalid-syntax', message, offset: nameNode.from };
    }
  }
  return null;
}

/** A name that a scope's own code binds or reads. */
interface Place {
  readonly node: Node;
  readonly use: 'parameter' | 'annotated' | 'bound' | 'used';
}

type Places = ReadonlyMap<Scope, ReadonlyMap<string, readonly Place[]>>;

function placesByScope(semantics: Semantics): Places {
  const places = new Map<Scope, Map<string, Place[]>>();
  const add = (scope: Scope, node: Node, use: Place['use']) => {
    const names = places.get(scope) ?? new Map<string, Place[]>();
    places.set(scope, names);
    const name = semantics.textOf(node);
    const known = names.get(name);
    if (known) known.push({ node, use });
    else names.set(name, [{ node, use }]);
  };
  for (const scope of semantics.scopes.all) {
    for (const { definitions } of scope.bindings.values()) {
      for (const { nameNode, node, kind, scope: home } of definitions) {
        // CPython lets an import come before the declaration.
        if (kind === 'import') continue;
        const isAnnotated = nameNode.parent === node && nameNode.next?.kind === 'TypeDef';
        const use = kind === 'parameter' ? 'parameter' : isAnnotated ? 'annotated' : 'bound';
        add(home, nameNode, use);
      }
    }
  }
  for (const { node, scope } of semantics.scopes.references) add(scope, node, 'used');
  return places;
}

function errorOf(
  statement: Node,
  name: string,
  scope: Scope,
  own: readonly Place[],
): string | null {
  const keyword = statement.firstChild?.kind === 'nonlocal' ? 'nonlocal' : 'global';
  if (keyword === 'nonlocal' && scope.kind === 'module') return '`nonlocal` outside of a function';
  if (scope.declared.get(name) !== keyword && scope.declared.has(name)) {
    return `\`${name}\` is both \`nonlocal\` and \`global\``;
  }
  if (own.some((place) => place.use === 'parameter')) {
    return `\`${name}\` is a parameter, so it can't be \`${keyword}\``;
  }
  if (scope.kind !== 'module' && own.some((place) => place.use === 'annotated')) {
    return `\`${name}\` has an annotation here, so it can't be \`${keyword}\``;
  }
  const early = own.find((place) => place.node.from < statement.from);
  if (early) {
    const verb = early.use === 'used' ? 'used' : 'bound';
    return `\`${name}\` is ${verb} before it is declared \`${keyword}\``;
  }
  return keyword === 'nonlocal' && !isBoundOutside(name, scope)
    ? `no function around this one binds \`${name}\``
    : null;
}

/** Whether a function around a scope has a name that `nonlocal` can mean. */
function isBoundOutside(name: string, scope: Scope): boolean {
  // A private name has another name inside a class, and each class has a cell of its own.
  if (name.startsWith('__')) return true;
  for (let outer = scope.parent; outer; outer = outer.parent) {
    if (outer.isAnnotation && outer.bindings.has(name)) return false;
    if (!outer.isFunction) continue;
    if (outer.declared.get(name) === 'global') return false;
    if (outer.bindings.has(name)) return true;
  }
  return false;
}
